//! Where the reader goes, and what the link says that brought them.

use super::State;
use crate::browser::{address, focus};
use engine::ids::LessonId;
use engine::place::{Link, LinkOptions, Place};
use engine::settings::Settings;
use leptos::prelude::*;

impl State {
    /// Goes to a place.
    pub fn go(&self, place: &Place) {
        address::go(&place.href());
    }

    /// Goes to a place instead of the one where the reader is: *Back* does not return there.
    pub fn go_instead(&self, place: &Place) {
        address::replace(&address::hash(), &place.href());
        self.place.set(place.clone());
    }

    /// What a link asks for is kept; a person's own choice wins. Gives back the place that it leads to: of lessons that a coach chose, the first that is not done yet.
    pub(super) fn arrive(self, link: Link) -> Place {
        let mut asked = Settings::default();
        link.options.apply_to(&mut asked);
        if let Place::Route(lessons) = &link.place
            && !self.is_nobody()
        {
            asked.choose_route(lessons);
        }
        if asked != Settings::default() {
            self.settings.update(|settings| settings.suggest(asked));
            // The set-up of a kiosk is only looked at.
            if !matches!(link.place, Place::Kiosk(_)) {
                self.keep(self.settings);
            }
        }
        let Place::Route(lessons) = &link.place else { return link.place };
        if self.is_nobody() {
            // It waits until somebody has said who they are.
            return link.place;
        }
        let place = self.first_open(lessons.iter()).map_or(Place::Home, |lesson| Place::Lesson(lesson.clone()));
        address::replace(&address::hash(), &place.href());
        place
    }

    /// Goes to the first of these lessons that is not done yet, as their link does.
    pub fn follow_route(&self, lessons: Vec<LessonId>) {
        let link = Link { place: Place::Route(lessons), options: LinkOptions::default() };
        let place = self.arrive(link);
        self.place.set(place);
    }

    /// The first of these lessons that is not done yet.
    pub fn first_open<'a>(&self, mut lessons: impl Iterator<Item = &'a LessonId>) -> Option<&'a LessonId> {
        self.progress.with_untracked(|progress| lessons.find(|lesson| !progress.is_finished(lesson)))
    }

    /// The lesson to do after this one, of those that a coach chose: the first one behind it that is not done yet, else the first before it.
    pub fn next_of_route(&self, lesson: &LessonId) -> Option<LessonId> {
        let route = self.settings.with_untracked(Settings::route);
        let place = route.iter().position(|other| other == lesson)?;
        let (before, behind) = route.split_at(place);
        self.first_open(behind.iter().skip(1).chain(before)).cloned()
    }

    pub(super) fn follow_address(self) {
        let came_from: StoredValue<Vec<(Place, Option<String>)>> = StoredValue::new(vec![]);
        address::on_change(move || {
            // A skip link moves nothing.
            let Some(link) = Link::parse(&address::hash()) else { return };
            let before = self.place.get_untracked();
            let place = self.arrive(link);
            if before == place {
                return;
            }
            let back = came_from.with_value(|trail| trail.last().is_some_and(|(last, _)| *last == place));
            let focused = focus::current_href();
            self.place.set(place);
            if back {
                let from = came_from.try_update_value(Vec::pop).flatten();
                from.and_then(|(_, href)| href).map_or_else(focus::heading, focus::link_to);
            } else {
                came_from.update_value(|trail| trail.push((before, focused)));
                focus::heading();
            }
        });
    }
}
