//! Follows language and place, and loads what they need.

use super::shelf::{Shelf, load, load_with};
use super::{State, choose_language, lesson_of};
use crate::browser::storage::Trouble;
use crate::browser::{fetch, looks, speech};
use crate::words::{Say, Tongue};
use engine::ids::LessonId;
use engine::lesson::Lesson;
use engine::place::Place;
use engine::settings::{HelpShown, Settings};
use engine::spoken::{Clips, Listen};
use leptos::prelude::*;
use std::sync::Arc;

/// How help in the reader's own language stands on a lesson's page.
#[derive(Clone, Default)]
pub struct Help {
    /// The language; nothing if there is none to help in.
    pub tongue: Option<Tongue>,
    /// The app's own words in it.
    pub words: Option<Say>,
    /// The lesson is not there in that language.
    pub missing: bool,
}

impl State {
    /// How help in the reader's own language stands for a lesson that is there.
    pub fn help_with(&self, lesson: &Lesson) -> Help {
        let Some(tongue) = self.help_language.get() else { return Help::default() };
        let words = match self.help_words.get() {
            Shelf::Ready(words) => Some(words),
            _ => None,
        };
        Help { tongue: Some(tongue), words, missing: lesson.help.as_deref() != Some(tongue.lang) }
    }

    /// Whether help in the reader's own language is on the screen.
    pub fn helping(&self) -> bool {
        self.settings.with(Settings::help_shown) == HelpShown::Yes
    }

    /// Loads the places of the lessons in codes.
    pub fn load_register(&self) {
        load(self.register, "register.json".to_owned(), true, || true);
    }

    /// Loads again what did not come.
    pub fn try_again(&self) {
        for part in self.parts {
            if matches!(part.get_untracked(), Shelf::NotLoaded(_)) {
                part.set(Shelf::Waiting);
            }
        }
        if matches!(self.register.get_untracked(), Shelf::NotLoaded(_)) {
            self.register.set(Shelf::Waiting);
        }
        let language = self.language();
        self.load_words(language);
        if matches!(self.catalogue.get_untracked(), Shelf::NotLoaded(_)) {
            self.load_catalogue(language);
        }
        if let Some(lesson) = self.place.with_untracked(lesson_of) {
            self.load_lesson(&lesson, language, self.help_language.get_untracked());
        }
    }

    pub(super) fn follow_language(self) {
        let language = Memo::new(move |_| self.language());
        let help = self.help_language;
        let words = move || {
            let language = language.get();
            self.load_words(language);
            self.load_listen(language);
        };
        // Whoever opens a lesson by its link need not wait for the list of all: it comes when it is wanted, and stays.
        let wants_catalogue = Memo::new(move |before: Option<&bool>| {
            let is_in_lesson =
                self.place.with(|place| lesson_of(place).is_some() && !matches!(place, Place::Finished(_)));
            before == Some(&true) || self.wants_catalogue.get() || !is_in_lesson
        });
        let catalogue = move || {
            if wants_catalogue.get() {
                self.load_catalogue(language.get());
            }
        };
        let help_words = move || {
            if let Some(help) = help.get() {
                let still = move || self.help_language.get_untracked() == Some(help);
                load(self.help_words, format!("words.{}.json", help.lang), false, still);
                self.load_listen(help);
            }
        };
        let lesson = move || {
            if let Some(lesson) = self.place.with(lesson_of) {
                self.load_lesson(&lesson, language.get(), help.get());
            }
        };
        let clips = move || {
            if let Some(lesson) = self.place.with(lesson_of) {
                self.load_clips(&lesson, language.get());
                help.get().iter().for_each(|help| self.load_clips(&lesson, *help));
            }
        };
        let looks =
            move || self.settings.with(|settings| looks::apply(settings, language.get().lang, language.get().dir));
        let all: [Box<dyn Fn()>; 6] = [
            Box::new(words),
            Box::new(lesson),
            Box::new(catalogue),
            Box::new(help_words),
            Box::new(clips),
            Box::new(looks),
        ];
        for follow in all {
            Effect::new(move |_| follow());
        }
    }

    /// A language whose words do not come is not taken: the one before stays, and the reader is told.
    fn load_words(self, language: Tongue) {
        let put = move |text: fetch::Came| {
            if untrack(move || self.language()) != language {
                return;
            }
            match (text.and_then(|text| fetch::read(&text)), self.shown.get_value()) {
                (Ok(words), before) => {
                    self.shown.set_value(Some(language));
                    self.words.set(Shelf::Ready(Arc::new(words)));
                    // Not when this is the language that was gone back to.
                    if before != Some(language) {
                        self.trouble.update(|now| *now = now.filter(|trouble| *trouble != Trouble::NoLanguage));
                    }
                }
                (Err(_), Some(before)) if before != language => {
                    self.choose(|settings| choose_language(settings, before.lang));
                    self.trouble.set(Some(Trouble::NoLanguage));
                }
                (Err(why), _) => self.words.set(Shelf::NotLoaded(why)),
            }
        };
        fetch::text(&format!("words.{}.json", language.lang), Box::new(put));
    }

    fn load_catalogue(self, language: Tongue) {
        load(self.catalogue, format!("catalogue.{}.json", language.lang), true, move || self.language() == language);
    }

    /// A lesson that is shown stays until its other language is there.
    fn load_lesson(self, lesson: &LessonId, language: Tongue, help: Option<Tongue>) {
        let code = help.map(|help| help.lang);
        let shown = self.lesson.with_untracked(|shelf| match shelf {
            Shelf::Ready(shown) if shown.id == *lesson => {
                Some(shown.language == language.lang && shown.help.as_deref() == code)
            }
            _ => None,
        });
        if shown == Some(true) {
            return;
        }
        if shown.is_none() {
            let id = lesson.clone();
            let still = move || self.place.with_untracked(lesson_of) == Some(id.clone());
            load(self.drawings, format!("pictures/{lesson}.json"), false, still);
        }
        let id = lesson.clone();
        let still = move || {
            self.place.with_untracked(lesson_of) == Some(id.clone())
                && self.language() == language
                && self.help_language.get_untracked() == help
        };
        let name = |code: &str| format!("lessons/{lesson}.{code}.json");
        let both = |own: Lesson, help: Option<Lesson>| own.with_help(help);
        load_with(self.lesson, name(language.lang), code.map(name), both, shown.is_some(), still);
    }

    /// Without it a language is still read, by any voice of the device.
    fn load_listen(self, language: Tongue) {
        if self.recorded.with_untracked(|recorded| recorded.contains_key(language.lang)) {
            return;
        }
        let put = move |text: fetch::Came| {
            if let Ok(mut listen) = text.and_then(|text| fetch::read::<Listen>(&text)) {
                let lessons = core::mem::take(&mut listen.lessons);
                speech::know(language.lang, listen);
                self.recorded.update(|recorded| drop(recorded.insert(language.lang, lessons)));
            }
        };
        fetch::text(&format!("listen.{}.json", language.lang), Box::new(put));
    }

    /// Without them the lesson is read by a voice of the device.
    fn load_clips(self, lesson: &LessonId, language: Tongue) {
        if self.recorded.with(|recorded| recorded.get(language.lang).is_some_and(|lessons| lessons.contains(lesson))) {
            let put = move |text: fetch::Came| {
                if let Ok(clips) = text.and_then(|text| fetch::read::<Clips>(&text)) {
                    speech::know_clips(language.lang, &clips);
                }
            };
            fetch::text(&format!("clips/{lesson}.{}.json", language.lang), Box::new(put));
        }
    }
}
