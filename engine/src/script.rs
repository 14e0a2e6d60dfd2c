//! What a coach has beside the words of a lesson: a short script, and how far the words have come. Published in files that no worker fetches.

use crate::plan::SafetyReview;
use crate::words::State;
use serde::{Deserialize, Serialize};

/// The script of a lesson in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Script {
    /// What the worker can do afterwards.
    pub goal: String,
    /// What the coach can say before.
    pub say: Vec<String>,
    /// What to look at meanwhile, and what to do then.
    pub watch: Vec<String>,
    /// Steps that can be seen.
    pub checklist: Vec<String>,
    /// Where it is done for real.
    pub transfer: String,
}

impl Script {
    /// Whether somebody wrote it. Every lesson has a file in every language, so that nobody asks in vain.
    #[must_use]
    pub fn is_written(&self) -> bool {
        !self.goal.is_empty()
    }
}

/// How far a lesson has come in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Its words.
    pub state: State,
    /// Its advice, if it is about safety.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety: Option<SafetyReview>,
}
