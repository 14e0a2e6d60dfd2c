//! The plan of a lesson as it stands in `lesson.toml`: everything but words. Read, not yet believed: [`crate::assemble`] checks it.
//! `content/FORMAT.md` describes each key.

use crate::ids::{ItemId, PictureId, StepId, ViewId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A whole plan.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Rises only when the meaning changes.
    pub revision: u32,
    /// Honest estimate, 1–5.
    pub minutes: u8,
    /// The lesson's own picture.
    pub picture: Option<PictureId>,
    /// Learning outcomes of DigComp 3.0.
    #[serde(default)]
    pub digcomp: Vec<String>,
    /// Anchors in the B-WISE findings, see the curriculum.
    #[serde(default)]
    pub bwise: Vec<String>,
    /// Review state by a safety expert; only safety lessons have one.
    pub safety: Option<SafetyReview>,
    /// The lesson is about signs and colours, so its words may name them.
    #[serde(default)]
    pub signs: bool,
    /// Pictures of the items inside views.
    #[serde(default)]
    pub pictures: BTreeMap<ItemId, PictureId>,
    /// Device screens and documents.
    #[serde(default)]
    pub views: BTreeMap<ViewId, PlanView>,
    /// The cards in order.
    #[serde(default)]
    pub steps: Vec<PlanStep>,
}

/// Who has looked at the safety advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SafetyReview {
    /// Nobody yet.
    Unreviewed,
    /// A named safety expert.
    Reviewed,
}

/// One view.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanView {
    /// What it looks like around the blocks.
    pub frame: crate::view::Frame,
    /// Top to bottom.
    pub blocks: Vec<PlanBlock>,
    /// Where a tap leads.
    #[serde(default)]
    pub go: BTreeMap<ItemId, ViewId>,
}

/// One block; exactly one of the keys that name a kind is there.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanBlock {
    pub status: Option<String>,
    pub bar: Option<ItemId>,
    pub back: Option<ItemId>,
    pub heading: Option<ItemId>,
    pub text: Option<ItemId>,
    pub tiles: Option<Vec<ItemId>>,
    pub rows: Option<Vec<ItemId>>,
    pub switch: Option<ItemId>,
    pub on: Option<bool>,
    pub level: Option<ItemId>,
    pub less: Option<ItemId>,
    pub more: Option<ItemId>,
    pub from: Option<ItemId>,
    pub me: Option<ItemId>,
    pub note: Option<ItemId>,
    pub sender: Option<ItemId>,
    pub field: Option<ItemId>,
    pub line: Option<ItemId>,
    /// An item id, or for `level` a number.
    pub value: Option<PlanValue>,
    pub table: Option<Vec<Vec<ItemId>>>,
    pub head: Option<Vec<ItemId>>,
    pub button: Option<ItemId>,
    pub pad: Option<ItemId>,
    pub sign: Option<ItemId>,
    pub tone: Option<crate::view::Tone>,
    pub picture: Option<PictureId>,
    pub scene: Option<PictureId>,
    pub spots: Option<Vec<crate::view::Spot>>,
}

/// The `value` of a block.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum PlanValue {
    /// How far a level is turned up, 0–5.
    Level(u8),
    /// A word beside a label.
    Item(ItemId),
}

/// The part of the lesson that a card belongs to, in the order of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// A picture and a sentence.
    Situation,
    /// How it is done.
    Show,
    /// The learner tries, with help.
    Help,
    /// The learner tries alone.
    Alone,
    /// At work, with the coach.
    Real,
}

/// The kind of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Tell,
    Choose,
    Order,
    Match,
    Find,
    Device,
    Chat,
    Type,
    Real,
}

/// One card; which keys are needed depends on `kind`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanStep {
    pub id: StepId,
    pub part: Part,
    pub kind: Kind,
    pub picture: Option<PictureId>,
    pub view: Option<ViewId>,
    pub clue: Option<ItemId>,
    #[serde(default)]
    pub options: Vec<ItemId>,
    #[serde(default)]
    pub right: Vec<ItemId>,
    #[serde(default)]
    pub pictures: BTreeMap<ItemId, PictureId>,
    #[serde(default)]
    pub items: Vec<ItemId>,
    #[serde(default)]
    pub pairs: Vec<ItemId>,
    #[serde(default)]
    pub meanings: BTreeMap<ItemId, PictureId>,
    pub start: Option<ViewId>,
    pub goal: Option<ViewId>,
    #[serde(default)]
    pub way: Vec<ItemId>,
    #[serde(default)]
    pub turns: Vec<PlanTurn>,
    pub keypad: Option<crate::lesson::Keypad>,
    pub answer: Option<String>,
}

/// One turn of a conversation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanTurn {
    pub id: ItemId,
    pub replies: Vec<ItemId>,
    pub right: Vec<ItemId>,
    pub pictures: BTreeMap<ItemId, PictureId>,
}
