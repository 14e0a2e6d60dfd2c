//! What coaches and managers read beside the lessons, as it is published in one language: starting points (`coach/starting.<lang>.json`), the manager's guide
//! (`coach/manager.<lang>.json`) and the words of the thirteen countries (`coach/countries.<lang>.json`). `content/FORMAT.md` describes where it comes from.

use crate::ids::{ItemId, LessonId, PictureId};
use serde::{Deserialize, Serialize};

/// Who may be in front of a coach, group by group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Starting {
    pub groups: Vec<Group>,
}

/// Starting points of one kind: workers, coaches, enablers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub title: String,
    /// What B-WISE published of it, and what is ours.
    pub says: Vec<String>,
    pub points: Vec<Point>,
}

/// One starting point: what to know of such a person, what to do, and where to begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    pub id: ItemId,
    pub picture: PictureId,
    pub title: String,
    pub know: Vec<String>,
    pub act: Vec<String>,
    /// The ready-made list to begin with (`coach/paths.<lang>.json`), for a worker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The lessons to begin with, for a coach or a manager; in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<LessonId>,
}

/// All that the manager's pages say of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// The sentences of the self-check.
    pub statements: Vec<Statement>,
    /// The types of WISE, in the order of [`Statement::weights`].
    pub types: Vec<WiseType>,
    /// Kinds of screens that are counted.
    pub screens: Vec<Screen>,
    /// First steps, in their order.
    pub steps: Vec<Step>,
    /// Data protection, for the works council.
    pub data: Vec<Section>,
}

/// A sentence that fits an organisation, partly, or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub id: ItemId,
    pub text: String,
    /// How much it points to each type, 0–3.
    pub weights: Vec<u32>,
}

/// A type of WISE, with what there is to weigh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WiseType {
    pub picture: PictureId,
    pub title: String,
    pub says: String,
    pub strengths: Vec<Line>,
    pub weaknesses: Vec<Line>,
    pub opportunities: Vec<Line>,
    pub threats: Vec<Line>,
}

impl WiseType {
    /// The four lists, in the order in which they are read.
    #[must_use]
    pub fn sides(&self) -> [&[Line]; 4] {
        [&self.strengths, &self.weaknesses, &self.opportunities, &self.threats]
    }
}

/// A sentence to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub id: ItemId,
    pub text: String,
}

/// A kind of screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screen {
    pub id: ItemId,
    pub picture: PictureId,
    pub text: String,
}

/// A first step, and the lesson that helps with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub id: ItemId,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<LessonId>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub title: String,
    pub lines: Vec<String>,
}

/// The countries that took part in B-WISE, by their codes.
pub const COUNTRIES: [&str; 13] = ["at", "be", "bg", "es", "fr", "gr", "hr", "it", "lv", "nl", "pl", "ro", "si"];

/// The countries, in the order of their names in the language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Countries {
    pub countries: Vec<Country>,
}

/// A country and its own words for what has another name in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country {
    /// Of two letters, as the European Union writes it.
    pub code: String,
    /// In the language of the file.
    pub name: String,
    pub terms: Vec<Term>,
}

/// What something is called in a country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// What it is, in the language of the file.
    pub meaning: String,
    /// One word or more, each in a language of the country.
    pub words: Vec<NationalWord>,
}

/// A word, and its language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NationalWord {
    pub lang: String,
    pub text: String,
}
