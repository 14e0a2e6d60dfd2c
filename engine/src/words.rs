//! The words of a lesson in one language, as they stand in `<lang>.toml`. Read, not yet believed.

use crate::ids::ItemId;
use crate::script::Script;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far the words have come. Coaches see it, workers do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Made without a named native writer.
    Machine,
    /// By a translator.
    Translated,
    /// By a named native writer.
    Written,
    /// Tested with readers.
    Tested,
}

/// All words of a lesson in one language.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Words {
    /// Of the plan these words were written for.
    pub revision: u32,
    /// How far the words have come.
    pub state: State,
    /// At most 6 words.
    pub title: String,
    /// "I can …", one sentence.
    pub can: String,
    /// What the coach says and looks at, which no worker loads.
    #[serde(default)]
    pub coach: Option<Script>,
    /// The words inside views.
    #[serde(default)]
    pub items: BTreeMap<ItemId, String>,
    /// The words of each card, by its id.
    #[serde(flatten)]
    pub steps: BTreeMap<String, StepWords>,
}

/// The words of one card; which are needed depends on its kind.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StepWords {
    pub say: Vec<String>,
    pub more: Vec<String>,
    pub ask: Option<String>,
    pub hint: Option<String>,
    pub reason: Option<String>,
    pub answer: Option<String>,
    pub options: BTreeMap<ItemId, String>,
    pub items: BTreeMap<ItemId, String>,
    pub pairs: BTreeMap<ItemId, String>,
    pub found: BTreeMap<ItemId, String>,
    pub turns: BTreeMap<ItemId, TurnWords>,
}

/// The words of one turn of a conversation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnWords {
    pub says: String,
    pub replies: BTreeMap<ItemId, String>,
    pub after: BTreeMap<ItemId, String>,
    pub hint: String,
}

impl Words {
    /// Changes every text that a learner sees, one by one.
    pub fn change_each(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(&mut self.title);
        change(&mut self.can);
        self.items.values_mut().for_each(&mut *change);
        for step in self.steps.values_mut() {
            step.say.iter_mut().chain(&mut step.more).for_each(&mut *change);
            step.ask.iter_mut().chain(&mut step.hint).chain(&mut step.reason).for_each(&mut *change);
            let maps = [&mut step.options, &mut step.items, &mut step.pairs, &mut step.found];
            maps.into_iter().flat_map(BTreeMap::values_mut).for_each(&mut *change);
            for turn in step.turns.values_mut() {
                change(&mut turn.says);
                change(&mut turn.hint);
                turn.replies.values_mut().chain(turn.after.values_mut()).for_each(&mut *change);
            }
        }
    }
}
