//! The engine of IBM's accessibility checker in the page, with its rules for WCAG 2.2.

use std::fs;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::allowed::Doubt;
use crate::browser::Browser;
use crate::data;

static ENGINE: LazyLock<String> = LazyLock::new(|| {
    let path = data::path("STEPWISE_NODE_MODULES").join("accessibility-checker-engine/ace-window.js");
    fs::read_to_string(path).expect("the engine of IBM is not there")
});

const RUN: &str = "
    const done = arguments[0];
    const told = ({ ruleId, message, snippet, path }) => ({ rule: ruleId, what: message, where: snippet || path.dom });
    new window.ace_ibma.Checker().check(document, ['WCAG_2_2']).then(
      ({ results }) => {
        const of = ([kind, verdict]) => results.filter(({ value }) => value[0] === kind && value[1] === verdict).map(told);
        done({ ran: results.length, violations: of(['VIOLATION', 'FAIL']), doubts: [...of(['VIOLATION', 'POTENTIAL']), ...of(['VIOLATION', 'MANUAL'])] });
      },
      error => done({ ran: 0, violations: [{ rule: 'engine', what: String(error), where: '' }], doubts: [] }),
    );";

#[derive(Deserialize)]
struct Outcome {
    ran: usize,
    violations: Vec<Doubt>,
    doubts: Vec<Doubt>,
}

/// What the engine finds on the page as it is now, and what it cannot decide and nobody has looked at yet.
///
/// # Panics
/// When the engine did not run.
#[track_caller]
pub fn violations(browser: &Browser) -> Vec<String> {
    if browser.script("return typeof window.ace_ibma", vec![]) != "object" {
        browser.script(&ENGINE, vec![]);
    }
    let Outcome { ran, violations, doubts } = serde_json::from_value(browser.script_later(RUN, vec![])).unwrap();
    assert!(ran > 10 || !violations.is_empty(), "the engine of IBM gave only {ran} results");
    let undecided = doubts.into_iter().filter(|doubt| !doubt.is_allowed("ibm"));
    violations.into_iter().chain(undecided).map(|one| one.tell("ibm")).collect()
}
