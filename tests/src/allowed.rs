//! What an engine could not decide by itself, looked at and found to be right: `tests/allowed.toml`, each with day and reason.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::data;

/// One thing that an engine says about an element.
#[derive(Debug, Deserialize)]
pub struct Doubt {
    pub rule: String,
    pub what: String,
    /// The element's own HTML.
    #[serde(rename = "where")]
    pub place: String,
}

/// An entry of the list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowed {
    /// `axe`, `ibm` or `ours`.
    engine: String,
    rule: String,
    /// Part of the element's HTML; every element of the rule if it is empty.
    part: String,
    /// When it was looked at, and why it is right.
    looked_at: toml::value::Datetime,
    reason: String,
}

#[derive(Deserialize)]
struct List {
    allowed: Vec<Allowed>,
}

static LIST: LazyLock<Vec<Allowed>> = LazyLock::new(|| {
    let List { allowed } = data::toml("tests/allowed.toml").try_into().expect("tests/allowed.toml");
    for Allowed { rule, looked_at, reason, .. } in &allowed {
        assert!(looked_at.date.is_some() && reason.len() > 20, "tests/allowed.toml: {rule} needs a day and a reason");
    }
    allowed
});

/// The faults that our own checks find and nobody has looked at: `rule` and `part` are parts of what is said then.
pub fn left(faults: Vec<String>) -> Vec<String> {
    let is_allowed = |fault: &String| {
        LIST.iter().any(|one| one.engine == "ours" && fault.contains(&one.rule) && fault.contains(&one.part))
    };
    faults.into_iter().filter(|fault| !is_allowed(fault)).collect()
}

impl Doubt {
    /// Whether somebody has looked at it.
    pub fn is_allowed(&self, engine: &str) -> bool {
        LIST.iter().any(|one| one.engine == engine && one.rule == self.rule && self.place.contains(&one.part))
    }

    /// For a failure.
    pub fn tell(&self, engine: &str) -> String {
        format!("{engine} {}: {}\n  {}", self.rule, self.what, self.place)
    }
}
