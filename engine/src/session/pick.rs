//! Picking one of several answers: a `choose` card, and each turn of a `chat`.

use super::{Action, Attempt, Given, Help, Session};
use crate::ids::ItemId;
use crate::known::Known;
use crate::lesson::{Answer, Question, Step};
use crate::unknown::Fields;
use serde::Serialize;

/// Which answer is chosen and which were tried.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PickAttempt {
    pub chosen: Option<ItemId>,
    pub tried: Vec<ItemId>,
    pub misses: u8,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

/// One answer as it looks now.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionFace<'a> {
    pub answer: &'a Answer,
    pub chosen: bool,
    /// Tried before, and not it.
    pub tried: bool,
    /// Shown as the answer.
    pub shown: bool,
}

/// What came of a check.
pub(super) enum Checked {
    Empty,
    Missed,
    Right,
}

impl PickAttempt {
    #[inline(never)]
    pub(super) fn read(known: &mut Known) -> Self {
        Self {
            chosen: known.key("chosen"),
            tried: known.keys("tried"),
            misses: known.whole("misses"),
            other: known.rest(),
        }
    }

    /// Answers that were tried disappear from the second miss on; from the third only right ones are left.
    pub(super) fn left(&self, question: &Question, id: &ItemId) -> bool {
        match Help::after(self.misses) {
            Help::Nothing | Help::Hint => true,
            Help::Fewer => !self.tried.contains(id),
            Help::Answer => question.right.contains(id),
        }
    }

    pub(super) fn tap(&mut self, question: &Question, id: &ItemId) {
        if question.options.iter().any(|answer| answer.id == *id) && self.left(question, id) {
            self.chosen = Some(id.clone());
        }
    }

    pub(super) fn check(&mut self, question: &Question) -> Checked {
        let Some(chosen) = self.chosen.clone() else { return Checked::Empty };
        if question.right.contains(&chosen) {
            return Checked::Right;
        }
        self.misses = self.misses.saturating_add(1);
        if !self.tried.contains(&chosen) {
            self.tried.push(chosen.clone());
        }
        if !self.left(question, &chosen) {
            self.chosen = None;
        }
        Checked::Missed
    }

    pub(super) fn faces<'a>(&self, question: &'a Question, in_order: Vec<&'a Answer>) -> Vec<OptionFace<'a>> {
        in_order
            .into_iter()
            .filter(|answer| self.left(question, &answer.id))
            .map(|answer| OptionFace {
                answer,
                chosen: self.chosen.as_ref() == Some(&answer.id),
                tried: self.tried.contains(&answer.id),
                shown: Help::after(self.misses) == Help::Answer,
            })
            .collect()
    }
}

pub(super) fn given(attempt: &Attempt) -> PickAttempt {
    match &attempt.given {
        Given::Picked(given) => given.clone(),
        _ => PickAttempt::default(),
    }
}

pub(super) fn act(question: &Question, attempt: &mut Attempt, action: &Action) {
    let mut pick = given(attempt);
    match action {
        Action::Tap(id) => pick.tap(question, id),
        Action::Check => match pick.check(question) {
            Checked::Empty => attempt.empty = true,
            Checked::Missed => attempt.miss(),
            Checked::Right => attempt.done = true,
        },
        _ => {}
    }
    attempt.given = Given::Picked(pick);
}

pub(super) fn right_action(question: &Question, pick: &PickAttempt) -> Action {
    match (&pick.chosen, question.right.first()) {
        (Some(chosen), _) if question.right.contains(chosen) => Action::Check,
        (_, Some(right)) => Action::Tap(right.clone()),
        (_, None) => Action::Check,
    }
}

impl Session {
    /// The answers of a `choose` card, in this learner's order.
    #[must_use]
    pub fn options<'a>(&self, step: &Step, question: &'a Question) -> Vec<OptionFace<'a>> {
        let attempt = self.attempt(&step.id);
        given(&attempt).faces(question, self.shuffled(step, 0, &question.options))
    }
}
