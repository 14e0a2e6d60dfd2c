//! Help in the reader's own language: the same lesson's words in a second language, each text beside its own.

use crate::lesson::{Answer, Card, Lesson};
use crate::map::Map;
use crate::text::Text;

impl Lesson {
    /// Puts the words of the same lesson in another language beside the own ones, if they are there. Texts belong together by the
    /// ids of card and answer; sentences of a list by their place, since every language has as many of them (`cargo xtask check`). A
    /// text that the other language lacks stays alone.
    #[must_use]
    pub fn with_help(mut self, other: Option<Self>) -> Self {
        if let Some(mut other) = other {
            let mut words: Map<String, String> = Map::new();
            each_text(&mut other, &mut |key, text| drop(words.insert(key.to_owned(), text.own().to_owned())));
            each_text(&mut self, &mut |key, text| {
                if let Some(words) = words.get(key) {
                    text.set_help(words);
                }
            });
            self.help = Some(other.language);
        }
        self
    }
}

/// Visits every text of a lesson that a learner reads, with a key that is the same in every language.
fn each_text(lesson: &mut Lesson, visit: &mut dyn FnMut(&str, &mut Text)) {
    visit("title", &mut lesson.title);
    visit("can", &mut lesson.can);
    for (id, item) in lesson.items.iter_mut() {
        visit(&format!("items.{id}"), &mut item.text);
    }
    for (id, term) in lesson.terms.iter_mut() {
        visit(&format!("terms.{id}"), &mut term.word);
        each_of(&format!("terms.{id}.says"), &mut term.says, visit);
    }
    for step in &mut lesson.steps {
        let at = |key: &str| format!("{}/{key}", step.id);
        visit(&at("heading"), &mut step.heading);
        each_of(&at("say"), &mut step.say, visit);
        each_of(&at("more"), &mut step.more, visit);
        for (key, text) in [("hint", &mut step.hint), ("reason", &mut step.reason)] {
            text.iter_mut().for_each(|text| visit(&at(key), text));
        }
        match &mut step.card {
            Card::Choose(question) => each_answer(&at("answers"), &mut question.options, visit),
            Card::Order(answers) => each_answer(&at("answers"), answers, visit),
            Card::Match(pairs) => {
                pairs.iter_mut().for_each(|pair| visit(&at(&format!("pairs/{}", pair.id)), &mut pair.text));
            }
            Card::Find { right, .. } => {
                right.iter_mut().for_each(|spotted| visit(&at(&format!("found/{}", spotted.id)), &mut spotted.text));
            }
            Card::Chat(turns) => {
                for turn in turns {
                    let at = |key: &str| at(&format!("{}/{key}", turn.id));
                    visit(&at("says"), &mut turn.says);
                    visit(&at("hint"), &mut turn.hint);
                    each_answer(&at("replies"), &mut turn.replies.options, visit);
                    for (id, after) in turn.after.iter_mut() {
                        visit(&at(&format!("after/{id}")), after);
                    }
                }
            }
            Card::Tell | Card::Real | Card::Device(_) | Card::Type { .. } => {}
        }
    }
}

fn each_answer(key: &str, answers: &mut [Answer], visit: &mut dyn FnMut(&str, &mut Text)) {
    for answer in answers {
        visit(&format!("{key}/{}", answer.id), &mut answer.text);
    }
}

fn each_of(key: &str, texts: &mut [Text], visit: &mut dyn FnMut(&str, &mut Text)) {
    for (place, text) in texts.iter_mut().enumerate() {
        visit(&format!("{key}.{place}"), text);
    }
}
