//! A page for readers who read from right to left is the same page in a mirror.

use crate::browser::Browser;
use crate::look::EYES;

/// What stays on its side when the page is turned. Places on a picture stay: the picture is not turned (give their class).
#[track_caller]
pub fn faults(browser: &Browser, but: &str) -> Vec<String> {
    let script = format!("{EYES} {}", include_str!("mirror.js"));
    let found: Vec<String> = serde_json::from_value(browser.script(&script, vec![])).unwrap();
    found.into_iter().filter(|fault| but.is_empty() || !fault.contains(but)).collect()
}
