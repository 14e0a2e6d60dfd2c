//! Putting answers in order by tapping them one after another.

use super::{Action, Attempt, Given, Help, Session};
use crate::ids::ItemId;
use crate::known::Known;
use crate::lesson::{Answer, Step};
use crate::unknown::Fields;
use serde::Serialize;

/// The answers placed so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PlacedAttempt {
    pub placed: Vec<ItemId>,
    /// So many at the start are known to be right and stay.
    pub kept: usize,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

/// One answer as it looks now.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderFace<'a> {
    pub answer: &'a Answer,
    /// Its place, from 1, if it is placed.
    pub place: Option<usize>,
    /// Known to be right: it stays.
    pub kept: bool,
    /// The place shown as the answer, from 1.
    pub shown: Option<usize>,
}

impl PlacedAttempt {
    pub(super) fn read(known: &mut Known) -> Self {
        Self { placed: known.keys("placed"), kept: known.whole("kept"), other: known.rest() }
    }
}

/// The answers placed so far, as far as they still stand on the card; what is kept is right today, too.
fn given(answers: &[Answer], attempt: &Attempt) -> PlacedAttempt {
    let Given::Placed(given) = &attempt.given else { return PlacedAttempt::default() };
    let mut given = given.clone();
    given.placed.retain(|id| answers.iter().any(|answer| answer.id == *id));
    given.kept = given.kept.min(right_start(answers, &given));
    given
}

/// How many answers at the start stand in their place.
fn right_start(answers: &[Answer], given: &PlacedAttempt) -> usize {
    given.placed.iter().zip(answers).take_while(|(placed, answer)| **placed == answer.id).count()
}

pub(super) fn act(answers: &[Answer], attempt: &mut Attempt, action: &Action) {
    let mut given = given(answers, attempt);
    match action {
        Action::Tap(id) => tap(answers, &mut given, id, Help::after(attempt.misses)),
        Action::Undo if given.placed.len() > given.kept => drop(given.placed.pop()),
        Action::Check if given.placed.len() < answers.len() => attempt.empty = true,
        Action::Check => {
            let right = right_start(answers, &given);
            if right == answers.len() {
                attempt.done = true;
            } else {
                attempt.miss();
                given.placed.truncate(right);
                if Help::after(attempt.misses) >= Help::Fewer
                    && let Some(next) = answers.get(right)
                {
                    given.placed.push(next.id.clone());
                }
                given.kept = given.placed.len();
            }
        }
        _ => {}
    }
    attempt.given = Given::Placed(given);
}

fn tap(answers: &[Answer], given: &mut PlacedAttempt, id: &ItemId, help: Help) {
    match given.placed.iter().position(|placed| placed == id) {
        // Once the answer is shown, what comes after goes too: only the next right one can be tapped then.
        Some(at) if at >= given.kept && help == Help::Answer => given.placed.truncate(at),
        Some(at) if at >= given.kept => drop(given.placed.remove(at)),
        Some(_) => {}
        None => {
            let known = answers.iter().any(|answer| answer.id == *id);
            let next_right = answers.get(given.placed.len()).is_some_and(|answer| answer.id == *id);
            if known && (help < Help::Answer || next_right) {
                given.placed.push(id.clone());
            }
        }
    }
}

pub(super) fn right_action(answers: &[Answer], attempt: &Attempt) -> Action {
    let given = given(answers, attempt);
    let right = right_start(answers, &given);
    match answers.get(right) {
        _ if right < given.placed.len() => Action::Undo,
        Some(next) => Action::Tap(next.id.clone()),
        None => Action::Check,
    }
}

impl Session {
    /// The answers of an `order` card, in this learner's order.
    #[must_use]
    pub fn placed<'a>(&self, step: &Step, answers: &'a [Answer]) -> Vec<OrderFace<'a>> {
        let attempt = self.attempt(&step.id);
        let given = given(answers, &attempt);
        let help = Help::after(attempt.misses);
        let mut shuffled = self.shuffled(step, 0, answers);
        // A list that happens to lie in the right order would teach nothing.
        if shuffled.iter().zip(answers).all(|(shuffled, answer)| shuffled.id == answer.id) {
            shuffled.rotate_left(1);
        }
        shuffled
            .into_iter()
            .map(|answer| {
                let at = given.placed.iter().position(|placed| *placed == answer.id);
                let right = answers.iter().position(|other| other.id == answer.id);
                OrderFace {
                    answer,
                    place: at.map(|at| at + 1),
                    kept: at.is_some_and(|at| at < given.kept),
                    shown: right.map(|at| at + 1).filter(|_| help == Help::Answer && !attempt.done),
                }
            })
            .collect()
    }
}
