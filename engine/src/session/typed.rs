//! Entering a number or a word.

use super::{Action, Attempt, Given, Help, Session};
use crate::known::Known;
use crate::lesson::Step;
use crate::unknown::Fields;
use serde::Serialize;

/// The longest entry that is kept, in characters; no answer may be longer.
pub const LONGEST: usize = 40;

/// What was entered so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TypedAttempt {
    pub text: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

/// The field as it looks now.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeFace {
    pub text: String,
    /// Only these keys are left; all if empty.
    pub keys: Vec<char>,
    /// The answer, once it is shown.
    pub shown: Option<String>,
}

impl TypedAttempt {
    pub(super) fn read(known: &mut Known) -> Self {
        Self { text: known.text("text"), other: known.rest() }
    }
}

fn given(attempt: &Attempt) -> TypedAttempt {
    match &attempt.given {
        // What was kept may be longer, or nobody would come to the end of taking it back.
        Given::Typed(given) => {
            TypedAttempt { text: given.text.chars().take(LONGEST).collect(), other: given.other.clone() }
        }
        _ => TypedAttempt::default(),
    }
}

/// What counts of an entry. Letter by letter, as [`right_start`]: a whole word in lower case would end in `ς`, not `σ`.
fn plain(text: &str) -> String {
    text.trim().chars().flat_map(char::to_lowercase).collect()
}

/// How many characters at the start are right.
fn right_start(text: &str, answer: &str) -> usize {
    text.chars().zip(answer.chars()).take_while(|(typed, right)| typed.to_lowercase().eq(right.to_lowercase())).count()
}

pub(super) fn act(answer: &str, attempt: &mut Attempt, action: &Action) {
    let mut given = given(attempt);
    match action {
        Action::Type(key) if !key.is_control() && given.text.chars().count() < LONGEST => {
            let at = given.text.chars().count();
            let right = answer.chars().nth(at).is_some_and(|right| right.to_lowercase().eq(key.to_lowercase()));
            if Help::after(attempt.misses) < Help::Answer || right {
                given.text.push(*key);
            }
        }
        Action::Write(text) => given.text = text.chars().filter(|key| !key.is_control()).take(LONGEST).collect(),
        Action::Erase | Action::Undo => drop(given.text.pop()),
        Action::Check if plain(&given.text).is_empty() => attempt.empty = true,
        Action::Check if plain(&given.text) == plain(answer) => attempt.done = true,
        Action::Check => {
            attempt.miss();
            let keep = right_start(&given.text, answer);
            given.text = given.text.chars().take(keep).collect();
        }
        _ => {}
    }
    attempt.given = Given::Typed(given);
}

pub(super) fn right_action(answer: &str, attempt: &Attempt) -> Action {
    let given = given(attempt);
    let right = right_start(&given.text, answer);
    match answer.chars().nth(right) {
        _ if right < given.text.chars().count() => Action::Erase,
        Some(key) => Action::Type(key),
        None => Action::Check,
    }
}

impl Session {
    /// The field of a `type` card.
    #[must_use]
    pub fn typed(&self, step: &Step, answer: &str) -> TypeFace {
        let attempt = self.attempt(&step.id);
        let help = Help::after(attempt.misses);
        let keys = if help >= Help::Fewer { answer.chars().collect() } else { vec![] };
        let shown = (help == Help::Answer && !attempt.done).then(|| answer.to_owned());
        TypeFace { text: given(&attempt).text, keys, shown }
    }
}
