//! Follows language and place, and loads what they need.

use super::shelf::{Shelf, load};
use super::{State, lesson_of};
use crate::browser::{fetch, looks};
use crate::words::{Say, Tongue};
use engine::ids::LessonId;
use engine::lesson::Lesson;
use engine::settings::{HelpShown, Settings};
use leptos::prelude::*;
use std::sync::Arc;

/// How help in the reader's own language stands for a lesson.
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
    /// A lesson with the reader's own language beside its own, as far as that is there.
    pub fn with_help(&self, lesson: Arc<Lesson>) -> (Arc<Lesson>, Help) {
        let Some(tongue) = self.help_language() else { return (lesson, Help::default()) };
        let words = match self.help_words.get() {
            Shelf::Ready(words) => Some(words),
            _ => None,
        };
        let (lesson, missing) = match self.help.get() {
            Shelf::Ready(help) if help.id == lesson.id && help.language == tongue.lang => {
                (Arc::new(Lesson::clone(&lesson).with_help(Lesson::clone(&help))), false)
            }
            Shelf::NotLoaded(_) => (lesson, true),
            _ => (lesson, false),
        };
        (lesson, Help { tongue: Some(tongue), words, missing })
    }

    /// Whether help in the reader's own language is on the screen.
    pub fn helping(&self) -> bool {
        self.settings.with(Settings::help_shown) == HelpShown::Yes
    }

    /// Loads again what did not come.
    pub fn try_again(&self) {
        let language = self.language();
        self.load_words(language);
        self.load_catalogue(language);
        if let Some(lesson) = self.place.with_untracked(lesson_of) {
            self.load_lesson(&lesson, language);
            if let Some(help) = self.help_language() {
                self.load_help(&lesson, help);
            }
        }
    }

    pub(super) fn follow_language(self) {
        let language = Memo::new(move |_| self.language());
        let help = Memo::new(move |_| self.help_language());
        let words = move || {
            let language = language.get();
            self.load_words(language);
            self.load_catalogue(language);
            self.load_listen(language);
        };
        let lesson = move || {
            if let Some(lesson) = self.place.with(lesson_of) {
                self.load_lesson(&lesson, language.get());
            }
        };
        let help_words = move || {
            if let Some(help) = help.get() {
                let still = move || self.help_language() == Some(help);
                load(self.help_words, format!("words.{}.json", help.lang), false, still);
                self.load_listen(help);
            }
        };
        let help_lesson = move || {
            if let (Some(lesson), Some(help)) = (self.place.with(lesson_of), help.get()) {
                self.load_help(&lesson, help);
            }
        };
        let looks =
            move || self.settings.with(|settings| looks::apply(settings, language.get().lang, language.get().dir));
        let all: [Box<dyn Fn()>; 5] =
            [Box::new(words), Box::new(lesson), Box::new(help_words), Box::new(help_lesson), Box::new(looks)];
        for follow in all {
            Effect::new(move |_| follow());
        }
    }

    fn load_words(self, language: Tongue) {
        load(self.words, format!("words.{}.json", language.lang), true, move || self.language() == language);
    }

    fn load_catalogue(self, language: Tongue) {
        load(self.catalogue, format!("catalogue.{}.json", language.lang), true, move || self.language() == language);
    }

    /// A lesson that is shown stays until its other language is there.
    fn load_lesson(self, lesson: &LessonId, language: Tongue) {
        let shown = self.lesson.with_untracked(|shelf| match shelf {
            Shelf::Ready(shown) if shown.id == *lesson => Some(shown.language == language.lang),
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
        let still = move || self.place.with_untracked(lesson_of) == Some(id.clone()) && self.language() == language;
        load(self.lesson, format!("lessons/{lesson}.{}.json", language.lang), shown.is_some(), still);
    }

    fn load_help(self, lesson: &LessonId, help: Tongue) {
        let there = self.help.with_untracked(
            |shelf| matches!(shelf, Shelf::Ready(shown) if shown.id == *lesson && shown.language == help.lang),
        );
        if !there {
            let id = lesson.clone();
            let still =
                move || self.place.with_untracked(lesson_of) == Some(id.clone()) && self.help_language() == Some(help);
            load(self.help, format!("lessons/{lesson}.{}.json", help.lang), false, still);
        }
    }

    /// Without it a language is still read, by any voice of the device.
    fn load_listen(self, language: Tongue) {
        if self.listen.with_untracked(|listen| listen.contains_key(language.lang)) {
            return;
        }
        let put = move |text: Result<String, fetch::NotLoaded>| {
            if let Ok(listen) = text.and_then(|text| fetch::read(&text)) {
                self.listen.update(|all| drop(all.insert(language.lang, Arc::new(listen))));
            }
        };
        fetch::text(&format!("listen.{}.json", language.lang), Box::new(put));
    }
}
