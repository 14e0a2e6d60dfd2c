//! A page that stands still: what the keyboard cannot reach, crowded targets, tight and long lines, wrong language or direction.

use crate::browser::Browser;
use crate::look::EYES;

/// To be run before the page: without it, only the hand of the pointer tells that something can be clicked.
pub const LISTENING: &str = include_str!("listening.js");

/// What is wrong with the page as it stands.
#[track_caller]
pub fn faults(browser: &Browser) -> Vec<String> {
    let script = format!("{EYES} {}", include_str!("still.js"));
    serde_json::from_value(browser.script(&script, vec![])).unwrap()
}
