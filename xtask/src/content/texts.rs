//! The texts of a lesson as the lint and the reading levels want them: each with its key, its class and its screen.

use super::read::LessonFiles;
use easy_language::{Kind, Screen, Text};
use engine::ids::PictureId;
use engine::plan::PlanStep;
use engine::words::{StepWords, Words};

/// How the ids of pictures begin that show a prohibition.
const PROHIBITIONS: [&str; 3] = ["prohibited", "sign-ban", "sign-no-"];

/// One text of a lesson.
pub struct OneText {
    /// The id of its step; empty for the title, the `can` and the items.
    pub step: String,
    /// Its key in the words of its step: `say.0`, `options.leave`.
    pub key: String,
    /// Its class.
    pub kind: Kind,
    /// The words.
    pub text: String,
    /// Its place in the screens: 0 is the title; a chat has one screen for each turn.
    pub screen: usize,
}

impl OneText {
    /// Where it stands in the words file: `four-steps.more.0`.
    pub fn place(&self) -> String {
        if self.step.is_empty() { self.key.clone() } else { format!("{}.{}", self.step, self.key) }
    }
}

/// Every text of a lesson in one language, in reading order.
pub struct Texts(Vec<OneText>);

impl Texts {
    /// The texts of a lesson.
    pub fn of(files: &LessonFiles, words: &Words) -> Self {
        let mut all = vec![];
        let mut add = |key: String, kind, text: &String| {
            all.push(OneText { step: String::new(), key, kind, text: text.clone(), screen: 0 })
        };
        add("title".to_owned(), Kind::Title, &words.title);
        add("can".to_owned(), Kind::Can, &words.can);
        words.items.iter().for_each(|(id, text)| add(format!("items.{id}"), Kind::Document, text));
        let mut screen = 0;
        for step in &files.plan.steps {
            screen += 1;
            if let Some(said) = words.steps.get(step.id.as_str()) {
                screen = Self::of_step(&mut all, step, said, screen);
            }
        }
        Self(all)
    }

    fn of_step(all: &mut Vec<OneText>, step: &PlanStep, said: &StepWords, first: usize) -> usize {
        let mut add = |key: String, kind, text: &str, screen| {
            all.push(OneText { step: step.id.to_string(), key, kind, text: text.to_owned(), screen })
        };
        let list = [("say", &said.say), ("more", &said.more)];
        for (key, texts) in list {
            texts.iter().enumerate().for_each(|(at, text)| add(format!("{key}.{at}"), Kind::Say, text, first));
        }
        let single =
            [("ask", Kind::Ask, &said.ask), ("hint", Kind::Hint, &said.hint), ("reason", Kind::Hint, &said.reason)];
        for (key, kind, text) in single {
            text.iter().for_each(|text| add(key.to_owned(), kind, text, first));
        }
        said.answer.iter().for_each(|text| add("answer".to_owned(), Kind::Document, text, first));
        said.options.iter().for_each(|(id, text)| add(format!("options.{id}"), Kind::Option, text, first));
        said.items.iter().for_each(|(id, text)| add(format!("items.{id}"), Kind::Say, text, first));
        said.pairs.iter().for_each(|(id, text)| add(format!("pairs.{id}"), Kind::Say, text, first));
        said.found.iter().for_each(|(id, text)| add(format!("found.{id}"), Kind::Hint, text, first));
        let mut screen = first;
        for turn in &step.turns {
            let Some(words) = said.turns.get(&turn.id) else { continue };
            screen += 1;
            let key = |name: &str| format!("turns.{}.{name}", turn.id);
            add(key("says"), Kind::Hint, &words.says, screen);
            add(key("hint"), Kind::Hint, &words.hint, screen);
            words.replies.iter().for_each(|(id, text)| add(key(&format!("replies.{id}")), Kind::Option, text, screen));
            words.after.iter().for_each(|(id, text)| add(key(&format!("after.{id}")), Kind::Hint, text, screen));
        }
        screen
    }

    /// All of them.
    pub fn all(&self) -> &[OneText] {
        &self.0
    }

    /// The screens of the lesson.
    pub fn screens<'a>(&'a self, files: &'a LessonFiles, words: &Words) -> Vec<Screen<'a>> {
        let mut names = vec![("", false)];
        for step in &files.plan.steps {
            let turns = words.steps.get(step.id.as_str()).map_or(0, |said| said.turns.len());
            // A picture of a prohibition stands beside the one "not" of its card.
            let forbids = |picture: &PictureId| PROHIBITIONS.iter().any(|name| picture.as_str().starts_with(name));
            let prohibition = step.picture.as_ref().is_some_and(forbids);
            names.extend(std::iter::repeat_n((step.id.as_str(), prohibition), turns + 1));
        }
        let screen = |(at, (step, prohibition)): (usize, (&'a str, bool))| {
            let texts = self.0.iter().filter(|text| text.screen == at);
            let texts = texts.map(|one| Text { key: &one.key, kind: one.kind, text: &one.text }).collect();
            Screen { step, texts, signs: files.plan.signs, prohibition, numbers: false }
        };
        names.into_iter().enumerate().map(screen).collect()
    }
}
