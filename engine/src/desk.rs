//! The coach's desk: its places, and the route that is being made, which is kept on the coach's own device.

use crate::ids::LessonId;
use crate::known::Known;
use crate::place::{Link, LinkOptions, Place};
use crate::route::Route;
use crate::settings::Language;
use crate::unknown::{Fields, join_fields};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The longest name of a person or an organisation, in characters.
pub const LONGEST_NAME: usize = 60;

/// What can be on the coach's screen. Its addresses are those of `coach/`, not of the worker's app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskPlace {
    /// `#/`: lessons to choose, and the route.
    Route,
    /// `#/share`: the link, and its QR code.
    Share,
    /// `#/poster`: the poster.
    Poster,
    /// `#/lesson/<id>`, `#/lesson/<id>?lang=fr`: the sheet of a lesson.
    Sheet(LessonId, Option<Language>),
    /// `#/group/<id>`, `#/group/<id>/<slide>?lang=fr`: a lesson on one big screen, its slides counted from 1 ([`crate::group`]).
    Group(LessonId, usize, Option<Language>),
    /// Any other address.
    Unknown,
}

impl DeskPlace {
    /// The place of a hash. Nothing for a skip link, which moves nothing.
    #[must_use]
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.trim_start_matches('#').split('?').next().unwrap_or_default();
        match path {
            "/share" => return Some(Self::Share),
            "/poster" => return Some(Self::Poster),
            _ => {}
        }
        if let Some(lesson) = path.strip_prefix("/group/") {
            let (lesson, slide) = lesson.split_once('/').unwrap_or((lesson, "1"));
            let options = hash.split_once('?').and_then(|(_, options)| Link::parse(&format!("#/?{options}")));
            let language = options.and_then(|link| link.options.language);
            return Some(match (LessonId::new(lesson), slide.parse()) {
                (Ok(lesson), Ok(slide)) if slide > 0 => Self::Group(lesson, slide, language),
                _ => Self::Unknown,
            });
        }
        // A lesson has the same address on both sides.
        Link::parse(hash).map(|link| match link.place {
            Place::Home => Self::Route,
            Place::Lesson(lesson) => Self::Sheet(lesson, link.options.language),
            _ => Self::Unknown,
        })
    }

    /// The address.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Route => "#/".to_owned(),
            Self::Share => "#/share".to_owned(),
            Self::Poster => "#/poster".to_owned(),
            Self::Sheet(lesson, language) => in_language(Place::Lesson(lesson.clone()), language.as_ref()),
            Self::Group(lesson, slide, language) => {
                let options = in_language(Place::Home, language.as_ref());
                format!("#/group/{lesson}/{slide}{}", options.trim_start_matches("#/"))
            }
            Self::Unknown => "#/unknown".to_owned(),
        }
    }
}

fn in_language(place: Place, language: Option<&Language>) -> String {
    let options = LinkOptions { language: language.cloned(), ..LinkOptions::default() };
    Link { place, options }.href()
}

/// The route that is being made, and who makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// How often this was changed: of two copies the one that was changed more often wins.
    changes: u32,
    /// Ids of lessons.
    lessons: Vec<String>,
    /// What the link asks for, as it stands in a link.
    options: String,
    organisation: String,
    coach: String,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

impl<'de> Deserialize<'de> for Draft {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Known::read(Fields::deserialize(from)?, Self::read).map_err(D::Error::custom)
    }
}

impl Draft {
    /// The route. What is kept of it and is no lesson is skipped.
    #[must_use]
    pub fn route(&self) -> Route {
        let lessons = self.lessons.iter().filter_map(|lesson| LessonId::new(lesson).ok()).collect();
        let options = Link::parse(&format!("#/?{}", self.options)).map(|link| link.options);
        Route::new(lessons, options.unwrap_or_default())
    }

    /// Changes the route.
    pub fn set_route(&mut self, route: &Route) {
        self.lessons = route.lessons().iter().map(|lesson| lesson.as_str().to_owned()).collect();
        let href = Link { place: Place::Home, options: route.options.clone() }.href();
        self.options = href.split_once('?').map(|(_, options)| options.to_owned()).unwrap_or_default();
        self.changes = self.changes.saturating_add(1);
    }

    /// The name of the organisation; empty if none was given.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.organisation
    }

    /// The coach's first name; empty if none was given.
    #[must_use]
    pub fn coach(&self) -> &str {
        &self.coach
    }

    /// Changes both names. Long ones are cut to [`LONGEST_NAME`].
    pub fn set_names(&mut self, organisation: &str, coach: &str) {
        let cut = |name: &str| name.trim().chars().take(LONGEST_NAME).collect();
        self.organisation = cut(organisation);
        self.coach = cut(coach);
        self.changes = self.changes.saturating_add(1);
    }

    /// The copy that was changed more often; fields of later versions from both.
    #[must_use]
    pub fn join(mut self, mut other: Self) -> Self {
        let fields = join_fields(core::mem::take(&mut self.other), core::mem::take(&mut other.other));
        let order = |draft: &Self| {
            let Self { changes, lessons, options, organisation, coach, .. } = draft.clone();
            (changes, lessons, options, organisation, coach)
        };
        let later = if order(&self) >= order(&other) { self } else { other };
        Self { other: fields, ..later }
    }

    fn read(known: &mut Known) -> Self {
        Self {
            changes: known.whole("changes"),
            lessons: known.keys("lessons"),
            options: known.text("options"),
            organisation: known.text("organisation"),
            coach: known.text("coach"),
            other: known.rest(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests {
    use super::*;
    use crate::settings::TextSize;
    use proptest::prelude::*;

    #[test]
    fn every_place_of_the_desk_leads_back_to_itself() {
        let lesson = LessonId::new("i-am-sick").unwrap();
        for place in [
            DeskPlace::Route,
            DeskPlace::Share,
            DeskPlace::Poster,
            DeskPlace::Sheet(lesson.clone(), None),
            DeskPlace::Sheet(lesson.clone(), Language::new("fr")),
            DeskPlace::Group(lesson.clone(), 1, None),
            DeskPlace::Group(lesson, 12, Language::new("fr")),
            DeskPlace::Unknown,
        ] {
            assert_eq!(DeskPlace::parse(&place.href()), Some(place));
        }
    }

    #[test]
    fn a_skip_link_moves_nothing_and_what_leads_nowhere_is_unknown() {
        assert_eq!(DeskPlace::parse("#main"), None);
        assert_eq!(DeskPlace::parse(""), Some(DeskPlace::Route));
        for hash in [
            "#/me",
            "#/lesson/<b>",
            "#/share/x",
            "#/lesson/i-am-sick/who",
            "#/group/i-am-sick/0",
            "#/group/i-am-sick/x",
            "#/group/",
        ] {
            assert_eq!(DeskPlace::parse(hash), Some(DeskPlace::Unknown), "{hash}");
        }
    }

    #[test]
    fn a_route_and_its_options_are_kept() {
        let options = LinkOptions {
            language: Language::new("nl"),
            text_size: Some(TextSize::Percent150),
            ..LinkOptions::default()
        };
        let route = Route::new(vec![LessonId::new("i-am-sick").unwrap()], options);
        let mut draft = Draft::default();
        draft.set_route(&route);
        draft.set_names(&" De Werkplaats ".repeat(9), "Amina");
        let kept = serde_json::to_string(&draft).unwrap();
        let again: Draft = serde_json::from_str(&kept).unwrap();
        assert_eq!(again.route(), route);
        assert_eq!(again.coach(), "Amina");
        assert_eq!(again.organisation().chars().count(), LONGEST_NAME);
    }

    #[test]
    fn what_a_later_app_added_is_kept() {
        let json = r#"{"changes":2,"lessons":["Not an id"],"options":"lang=nl&new=1","organisation":"","coach":"","logo":"x"}"#;
        let draft: Draft = serde_json::from_str(json).unwrap();
        assert!(draft.route().lessons().is_empty());
        assert_eq!(serde_json::to_string(&draft).unwrap(), json);
        assert!(serde_json::from_str::<Draft>(r#"{"lessons":7}"#).is_err());
    }

    fn any_draft() -> impl Strategy<Value = Draft> {
        (0u32..4, proptest::collection::vec("[ab]", 0..3), "[a-c]{0,2}").prop_map(|(changes, lessons, coach)| Draft {
            changes,
            lessons,
            coach,
            ..Draft::default()
        })
    }

    proptest! {
        #[test]
        fn joining_is_the_same_in_every_order(a in any_draft(), b in any_draft(), c in any_draft()) {
            prop_assert_eq!(a.clone().join(a.clone()), a.clone());
            prop_assert_eq!(a.clone().join(b.clone()), b.clone().join(a.clone()));
            prop_assert_eq!(a.clone().join(b.clone()).join(c.clone()), a.join(b.join(c)));
        }
    }
}
