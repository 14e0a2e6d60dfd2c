//! axe-core in the page, with the rules of ACCESSIBILITY.md, section 4.

use std::fs;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::browser::Browser;
use crate::data;

static AXE: LazyLock<String> =
    LazyLock::new(|| fs::read_to_string(data::path("STEPWISE_AXE")).expect("axe-core is not there"));

const RUN: &str = "
    const done = arguments[0];
    axe.run(document, {
      preload: false,
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice', 'EN-301-549', 'EN-301-549v4', 'ACT'] },
      rules: {
        'target-size': { enabled: true },
        'color-contrast-enhanced': { enabled: true },
        'identical-links-same-purpose': { enabled: true },
      },
    }).then(
      result => done({
        ran: result.passes.length,
        violations: result.violations.map(one => `${one.id}: ${one.help}\\n` + one.nodes.map(node => `  ${node.html}\\n    ${node.failureSummary}`).join('\\n')),
      }),
      error => done({ ran: 0, violations: [String(error)] }),
    );";

#[derive(Deserialize)]
struct Outcome {
    ran: usize,
    violations: Vec<String>,
}

/// What axe finds on the page as it is now.
///
/// # Panics
/// When axe did not run.
#[track_caller]
pub fn violations(browser: &Browser) -> Vec<String> {
    if browser.script("return typeof axe", vec![]) != "object" {
        browser.script(&AXE, vec![]);
    }
    let outcome: Outcome = serde_json::from_value(browser.script_later(RUN, vec![])).unwrap();
    assert!(outcome.ran > 10 || !outcome.violations.is_empty(), "axe ran only {} rules", outcome.ran);
    outcome.violations
}
