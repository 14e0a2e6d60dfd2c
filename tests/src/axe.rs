//! axe-core in the page, with the rules of ACCESSIBILITY.md, section 4.

use std::fs;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::allowed::Doubt;
use crate::browser::Browser;
use crate::data;

static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = data::path("STEPWISE_NODE_MODULES").join("axe-core/axe.min.js");
    fs::read_to_string(path).expect("axe-core is not there")
});

const RUN: &str = "
    const done = arguments[0];
    const told = ({ id, help, nodes }) => nodes.map(({ html, failureSummary, any, all, none }) => ({
      rule: id,
      what: `${help}: ${failureSummary || [...any, ...all, ...none].map(({ message }) => message).join('; ')}`.replace(/\\s+/g, ' '),
      where: html,
    }));
    axe.run(document, {
      preload: false,
      resultTypes: ['violations', 'incomplete'],
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice', 'EN-301-549', 'EN-301-549v4', 'ACT'] },
      rules: {
        'target-size': { enabled: true },
        'color-contrast-enhanced': { enabled: true },
        'identical-links-same-purpose': { enabled: true },
        'label-content-name-mismatch': { enabled: true },
      },
    }).then(
      ({ passes, violations, incomplete }) => done({ ran: passes.length, violations: violations.flatMap(told), doubts: incomplete.flatMap(told) }),
      error => done({ ran: 0, violations: [{ rule: 'axe', what: String(error), where: '' }], doubts: [] }),
    );";

#[derive(Deserialize)]
struct Outcome {
    ran: usize,
    violations: Vec<Doubt>,
    doubts: Vec<Doubt>,
}

/// What axe finds on the page as it is now, and what it cannot decide and nobody has looked at yet.
///
/// # Panics
/// When axe did not run.
#[track_caller]
pub fn violations(browser: &Browser) -> Vec<String> {
    let Outcome { violations, doubts, .. } = run(browser);
    let undecided = doubts.into_iter().filter(|doubt| !doubt.is_allowed("axe"));
    violations.into_iter().chain(undecided).map(|one| one.tell("axe")).collect()
}

/// What axe is sure of. Where the page cannot be shown in full, bars lie over texts and much is left undecided.
///
/// # Panics
/// When axe did not run.
#[track_caller]
pub fn sure_violations(browser: &Browser) -> Vec<String> {
    run(browser).violations.into_iter().map(|one| one.tell("axe")).collect()
}

#[track_caller]
fn run(browser: &Browser) -> Outcome {
    if browser.script("return typeof axe", vec![]) != "object" {
        browser.script(&AXE, vec![]);
    }
    let outcome: Outcome = serde_json::from_value(browser.script_later(RUN, vec![])).unwrap();
    assert!(outcome.ran > 10 || !outcome.violations.is_empty(), "axe ran only {} rules", outcome.ran);
    outcome
}
