//! Time that passes: nothing on the page changes by itself, however long a reader takes.

use serde_json::json;

use crate::browser::Browser;

/// To be run before the page: its clock stands until [`faults`] moves it on.
pub const CLOCK: &str = include_str!("waiting.js");

/// As long as a reader may take, in milliseconds (ACCESSIBILITY.md, A48).
const LONG: u32 = 20 * 60 * 1000;

const PAGE: &str =
    "return `${location.href}\n${document.title}\n${document.body.innerText}\n${document.activeElement.localName}`";

/// Ends when the page has been drawn with all that was asked of it.
const DRAWN: &str = "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))";

/// What changes on the page in twenty minutes in which nobody does anything.
#[track_caller]
pub fn faults(browser: &Browser) -> Vec<String> {
    browser.script_later(DRAWN, vec![]);
    let before = browser.script(PAGE, vec![]);
    let rang = browser.script("return window.pass(arguments[0])", vec![LONG.into()]);
    browser.script_later(DRAWN, vec![]);
    let after = browser.script(PAGE, vec![]);
    if before == after {
        return vec![];
    }
    vec![format!(
        "the page changes by itself within 20 minutes, after {} timers",
        if rang == json!(0) { 0.into() } else { rang }
    )]
}
