//! Tapping the right things in a document or scene.

use super::{Action, Attempt, Given, Help, Session};
use crate::ids::ItemId;
use crate::known::Known;
use crate::lesson::{Spotted, Step};
use crate::unknown::Fields;
use crate::view::View;
use serde::Serialize;

/// What was tapped.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FoundAttempt {
    pub found: Vec<ItemId>,
    pub tried: Vec<ItemId>,
    /// The last tap found something: the card tells what, not the hint of a miss before.
    pub hit: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

/// What a tap on each item of the view means now.
#[derive(Clone, Debug, PartialEq)]
pub struct FindFace {
    pub found: Vec<ItemId>,
    /// No longer to be tapped: fewer are left.
    pub out: Vec<ItemId>,
    /// Shown as the answer.
    pub shown: Vec<ItemId>,
    /// How many there are in all.
    pub all: usize,
}

impl FoundAttempt {
    pub(super) fn read(known: &mut Known) -> Self {
        Self { found: known.keys("found"), tried: known.keys("tried"), hit: known.flag("hit"), other: known.rest() }
    }
}

fn given(attempt: &Attempt) -> FoundAttempt {
    match &attempt.given {
        Given::Found(given) => given.clone(),
        _ => FoundAttempt::default(),
    }
}

pub(super) fn act(view: Option<&View>, right: &[Spotted], attempt: &mut Attempt, action: &Action) {
    let mut given = given(attempt);
    match action {
        Action::Tap(id) if given.found.contains(id) => {}
        Action::Tap(id) if right.iter().any(|spotted| spotted.id == *id) => {
            given.found.push(id.clone());
            given.hit = true;
        }
        Action::Tap(id) => {
            let there = view.is_some_and(|view| view.items().any(|item| item == id));
            if there && !out(view, right, &given, attempt).contains(id) {
                attempt.miss();
                given.hit = false;
                if !given.tried.contains(id) {
                    given.tried.push(id.clone());
                }
            }
        }
        Action::Check => attempt.empty = true,
        _ => {}
    }
    attempt.done = right.iter().all(|spotted| given.found.contains(&spotted.id));
    attempt.given = Given::Found(given);
}

/// From the second miss on what was tried is out; from the third everything but the answer.
fn out(view: Option<&View>, right: &[Spotted], given: &FoundAttempt, attempt: &Attempt) -> Vec<ItemId> {
    let wrong = |id: &&ItemId| !right.iter().any(|spotted| spotted.id == **id);
    match Help::after(attempt.misses) {
        Help::Nothing | Help::Hint => vec![],
        Help::Fewer => given.tried.clone(),
        Help::Answer => view.into_iter().flat_map(View::items).filter(wrong).cloned().collect(),
    }
}

pub(super) fn right_action(right: &[Spotted], attempt: &Attempt) -> Action {
    let given = given(attempt);
    let next = right.iter().find(|spotted| !given.found.contains(&spotted.id));
    next.map_or(Action::Check, |spotted| Action::Tap(spotted.id.clone()))
}

impl Session {
    /// What a tap on each item of a `find` card means now.
    #[must_use]
    pub fn find(&self, step: &Step, view: Option<&View>, right: &[Spotted]) -> FindFace {
        let attempt = self.attempt(&step.id);
        let given = given(&attempt);
        let out = out(view, right, &given, &attempt);
        let open = right.iter().map(|spotted| &spotted.id).filter(|id| !given.found.contains(id));
        let shown = if Help::after(attempt.misses) == Help::Answer { open.cloned().collect() } else { vec![] };
        FindFace { out, shown, all: right.len(), found: given.found }
    }
}
