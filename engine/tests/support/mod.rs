//! Lessons to test with: two written by hand, and any number made up by proptest.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a failing test is to stop")]

pub mod blocks;
pub mod learner;
pub mod mistakes;
pub mod plans;

use engine::assemble::{Setting, assemble};
use engine::ids::{CourseId, ItemId, LessonId, PictureId, StepId, ViewId};
use engine::lesson::Lesson;
use engine::plan::Plan;
use engine::problem::Problem;
use engine::session::Session;
use engine::words::Words;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Cards of the kinds tell, device, choose, order, find and real.
pub const SILENCE: [&str; 2] = [include_str!("silence.toml"), include_str!("silence.nl.toml")];
/// Cards of the kinds tell, match, chat, type and real.
pub const SICK: [&str; 2] = [include_str!("sick.toml"), include_str!("sick.nl.toml")];

pub fn item(id: &str) -> ItemId {
    ItemId::new(id).unwrap()
}

pub fn picture(id: &str) -> PictureId {
    PictureId::new(id).unwrap()
}

pub fn step(id: &str) -> StepId {
    StepId::new(id).unwrap()
}

pub fn view(id: &str) -> ViewId {
    ViewId::new(id).unwrap()
}

/// A plan with its words, not yet believed.
#[derive(Clone, Debug)]
pub struct Draft {
    pub plan: Plan,
    pub words: Words,
    pub alts: BTreeMap<PictureId, String>,
}

impl Draft {
    /// Every picture has an alternative text.
    pub fn new(plan: Plan, words: Words) -> Self {
        let steps = plan.steps.iter();
        let of_steps = steps.flat_map(|step| step.picture.iter().chain(step.pictures.values()));
        let blocks = plan.views.values().flat_map(|view| &view.blocks);
        let of_blocks = blocks.flat_map(|block| block.picture.iter().chain(&block.scene));
        let alts = of_steps.chain(of_blocks).map(|id| (id.clone(), format!("{id} to see"))).collect();
        Self { plan, words, alts }
    }

    pub fn read([plan, words]: [&str; 2]) -> Self {
        Self::new(toml::from_str(plan).unwrap(), toml::from_str(words).unwrap())
    }

    pub fn assemble(&self) -> Result<Lesson, Vec<Problem>> {
        let id = LessonId::new("quiet-please").unwrap();
        let course = CourseId::new("phone").unwrap();
        assemble(
            Setting { id: &id, course: &course, tint: "sky", next: None, language: "nl", alts: &self.alts },
            &self.plan,
            &self.words,
        )
    }

    pub fn lesson(&self) -> Lesson {
        self.assemble().unwrap()
    }
}

/// A session on the card of that name.
pub fn on(lesson: &Lesson, card: &StepId, seed: u32) -> Session {
    let mut session = Session::start(lesson, seed).unwrap();
    session.at = card.clone();
    session
}

/// Written down and read again, as when the page is loaded anew.
pub fn reloaded<T: Serialize + DeserializeOwned>(kept: &T) -> T {
    serde_json::from_str(&serde_json::to_string(kept).unwrap()).unwrap()
}
