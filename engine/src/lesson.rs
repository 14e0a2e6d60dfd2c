//! A lesson that can be played: plan and words together, checked. Only [`crate::assemble::assemble`] makes one; the bundle carries it as it is.

use crate::ids::{CourseId, ItemId, LessonId, PictureId, StepId, ViewId};
use crate::map::Map;
use crate::plan::Part;
use crate::text::Text;
use crate::view::View;
use crate::words::State;
use serde::{Deserialize, Serialize};

/// A lesson in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    pub id: LessonId,
    pub course: CourseId,
    /// The name of the course's colour, see `src/style/tokens.css`.
    pub tint: String,
    /// The lesson after this one in its course.
    pub next: Option<LessonId>,
    /// Rises only when the meaning changes.
    pub revision: u32,
    /// Honest estimate, 1–5.
    pub minutes: u8,
    /// The language of every word below, a code of `content/languages.toml`.
    pub language: String,
    /// The language of the words beside them, once they are there ([`crate::help`]).
    #[serde(skip)]
    pub help: Option<String>,
    /// Only a card or two are left of it ([`crate::again`]).
    #[serde(skip)]
    pub again: bool,
    pub state: State,
    pub title: Text,
    /// "I can …"
    pub can: Text,
    pub picture: PictureId,
    /// Alternative texts of the pictures that say something of their own.
    pub alts: Map<PictureId, String>,
    /// What stands inside views, by id.
    pub items: Map<ItemId, Item>,
    pub views: Map<ViewId, View>,
    /// What the marked hard words mean, by id; a text marks them as in [`crate::text`].
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub terms: Map<ItemId, Term>,
    /// At least one.
    pub steps: Vec<Step>,
}

/// A word of a view, with its picture if it has one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub text: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<PictureId>,
}

/// A hard word of the glossary, explained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// As it heads the explanation.
    pub word: Text,
    /// One or two easy sentences.
    pub says: Vec<Text>,
    pub picture: PictureId,
}

/// One card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub id: StepId,
    pub part: Part,
    /// What the card asks or says first; the heading of the screen.
    pub heading: Text,
    /// Further sentences that belong to the card.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub say: Vec<Text>,
    /// Sentences for a reader who likes more words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Text>,
    /// What is seen beside the text.
    #[serde(default, skip_serializing_if = "Shown::is_nothing")]
    pub shown: Shown,
    /// Points at the clue after a miss.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// Said after success.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    pub card: Card,
}

/// A picture or a document beside the text of a card.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    #[default]
    Nothing,
    Picture(PictureId),
    View {
        view: ViewId,
        /// The item that a hint points at.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clue: Option<ItemId>,
    },
}

impl Shown {
    /// Whether there is nothing beside the text.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }
}

/// What the learner does on a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Card {
    /// Sees and hears.
    Tell,
    /// Picks a right answer.
    Choose(Question),
    /// Taps the answers in the order of the list.
    Order(Vec<Answer>),
    /// Pairs pictures with words.
    Match(Vec<Pair>),
    /// Taps the right things in a view.
    Find { view: ViewId, right: Vec<Spotted> },
    /// Works an imitated device.
    Device(Errand),
    /// Picks what to say.
    Chat(Vec<Turn>),
    /// Enters a number or a word.
    Type { keypad: Keypad, answer: String },
    /// Reads a task to do at work.
    Real,
}

/// Answers of which at least one is right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub options: Vec<Answer>,
    pub right: Vec<ItemId>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub id: ItemId,
    pub text: Text,
    pub picture: PictureId,
}

/// A picture and what it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    pub id: ItemId,
    pub picture: PictureId,
    pub meaning: PictureId,
    pub text: Text,
}

/// A right thing to tap, and what it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spotted {
    pub id: ItemId,
    pub text: Text,
}

/// Something to get done on a device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Errand {
    pub start: ViewId,
    pub goal: ViewId,
    /// What people really tap from start to goal.
    pub way: Vec<ItemId>,
}

/// One turn of a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    pub id: ItemId,
    /// What the other person says.
    pub says: Text,
    pub replies: Question,
    /// What the other person answers to each reply.
    pub after: Map<ItemId, Text>,
    pub hint: Text,
}

/// What the learner types on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keypad {
    Numbers,
    Letters,
}

impl Lesson {
    /// The card of that name.
    #[must_use]
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// The place of that card, from 0.
    #[must_use]
    pub fn position(&self, id: &StepId) -> Option<usize> {
        self.steps.iter().position(|step| step.id == *id)
    }

    /// The text of a thing in a view.
    #[must_use]
    pub fn text(&self, id: &ItemId) -> Option<&Text> {
        self.items.get(id).map(|item| &item.text)
    }

    /// What a picture says to somebody who does not see it; empty for pictures that repeat the words beside them.
    #[must_use]
    pub fn alt(&self, id: &PictureId) -> &str {
        self.alts.get(id).map_or("", String::as_str)
    }
}
