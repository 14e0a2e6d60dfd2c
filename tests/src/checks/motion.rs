//! Movement: none for whoever asked for less, and none that lasts for the others.

use serde_json::Value;

use crate::browser::Browser;

/// To be run before the page.
pub const WATCHING: &str = include_str!("motion.js");

/// The longest movement, in milliseconds (ACCESSIBILITY.md, A44).
const LONGEST: f64 = 200.0;

/// What moved too long since the page was loaded, or at all for whoever wants it `still`.
#[track_caller]
pub fn faults(browser: &Browser, still: bool) -> Vec<String> {
    let script = "
        const now = document.getAnimations().map(one => [`<${one.effect.target.localName} ${one.effect.target.className}> ${one.animationName || one.transitionProperty || 'by a script'}`, one.effect.getComputedTiming().endTime]);
        return [...window.moved, ...now].map(([what, time]) => [what, time === Infinity ? 1e9 : time]);";
    let moved: Vec<(String, f64)> = serde_json::from_value(browser.script(script, vec![])).unwrap();
    let limit = if still { 0.0 } else { LONGEST };
    let too_long = moved.into_iter().filter(|(_, time)| *time > limit);
    let mut found: Vec<String> =
        too_long.map(|(what, time)| format!("{what} moves for {time} ms, should be {limit}")).collect();
    found.dedup();
    found
}

/// How many movements were seen since the page was loaded, so that a test knows that it saw some.
#[track_caller]
pub fn seen(browser: &Browser) -> usize {
    browser.script("return window.moved", vec![]).as_array().map_or(0, Vec::len)
}

/// Asks the browser for less movement, or not.
#[track_caller]
pub fn prefer(browser: &Browser, still: bool) {
    let value: Value = if still { "reduce".into() } else { "no-preference".into() };
    browser.set_media(&[("prefers-reduced-motion", value.as_str().unwrap_or_default())]);
}
