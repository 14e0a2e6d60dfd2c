//! The script of a lesson for the coach, the table `[coach]` of `<lang>.toml`. It is published beside the lesson, in a file that only a
//! coach's page asks for.

use crate::plan::SafetyReview;
use crate::words::State;
use serde::{Deserialize, Serialize};

/// What a coach says, looks at and practises around one lesson, in one language. Level B1, for one colleague by another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Script {
    /// What the worker can do afterwards, one sentence.
    pub goal: String,
    /// What the coach can say word for word before the lesson, 2 or 3 lines.
    pub say: Vec<String>,
    /// What may be seen during the lesson, and what the coach does then, 2 or 3 lines.
    pub watch: Vec<String>,
    /// Steps that can be seen, 3 to 5. The sheet has columns beside them: alone, with a hint, together.
    pub checklist: Vec<String>,
    /// Where it is practised for real this week, one sentence.
    pub transfer: String,
}

impl Script {
    /// Whether somebody wrote it. Every lesson has a file in every language, so that nobody asks in vain.
    #[must_use]
    pub fn is_written(&self) -> bool {
        !self.goal.is_empty()
    }

    /// Every line with its key in the table (`watch.0`), in reading order.
    #[must_use]
    pub fn lines(&self) -> Vec<(String, &str)> {
        let mut lines = vec![("goal".to_owned(), self.goal.as_str())];
        for (key, texts) in [("say", &self.say), ("watch", &self.watch), ("checklist", &self.checklist)] {
            lines.extend(texts.iter().enumerate().map(|(at, text)| (format!("{key}.{at}"), text.as_str())));
        }
        lines.push(("transfer".to_owned(), &self.transfer));
        lines
    }

    /// Changes every line, one by one.
    pub fn change_each(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(&mut self.goal);
        self.say.iter_mut().chain(&mut self.watch).chain(&mut self.checklist).for_each(&mut *change);
        change(&mut self.transfer);
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
