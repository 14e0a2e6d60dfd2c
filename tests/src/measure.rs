//! A ruler: sizes of targets and letters, and whether anything is cut or sticks out.

use crate::browser::{Browser, Screen};
use crate::look::EYES;

const MEASURE: &str = include_str!("measure.js");

/// Sizes that only hold at the text size of 100 %.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    Usual,
    Enlarged,
}

/// What is too small, cut or outside of the screen now.
#[track_caller]
pub fn faults(browser: &Browser, screen: Screen, letters: Letters) -> Vec<String> {
    let script = format!("{EYES} {MEASURE}");
    let arguments = vec![(letters == Letters::Usual).into(), screen.width.into()];
    serde_json::from_value(browser.script(&script, arguments)).unwrap()
}
