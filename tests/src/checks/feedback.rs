//! What a press says back: to eyes in words and not in colour alone, to a screen reader through a region that was there before.

use std::time::{Duration, Instant};

use serde::Deserialize;

use crate::browser::Browser;
use crate::look::EYES;

/// Feedback that comes later is not felt as an answer to the press, in milliseconds (ACCESSIBILITY.md, A35).
const AT_ONCE: f64 = 300.0;
const PATIENCE: Duration = Duration::from_millis(700);

#[derive(Deserialize)]
struct Heard {
    /// Nothing was said if below zero.
    after: f64,
    seen: bool,
}

/// What is wrong with what `press` brings about.
#[track_caller]
pub fn faults(browser: &Browser, press: impl FnOnce()) -> Vec<String> {
    browser.script(&format!("{EYES} {}", include_str!("feedback.js")), vec![]);
    press();
    let started = Instant::now();
    let heard = loop {
        let script = "const { pressed, said, before, visible } = window.feedback;
            return { after: said ? said - pressed : -1, seen: visible() !== before }";
        let heard: Heard = serde_json::from_value(browser.script(script, vec![])).unwrap();
        if heard.after >= 0.0 || started.elapsed() > PATIENCE {
            break heard;
        }
        browser.script_later("requestAnimationFrame(() => arguments[0]())", vec![]);
    };
    let mut found = vec![];
    if heard.after < 0.0 {
        found.push("a screen reader is told nothing".to_owned());
    } else if heard.after > AT_ONCE {
        found.push(format!("a screen reader is told only after {:.0} ms", heard.after));
    }
    if !heard.seen {
        found.push("no word changes for the eyes: the feedback is colour alone, if any".to_owned());
    }
    found
}
