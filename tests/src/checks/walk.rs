//! A walk through the page with the Tab key, and through its answers with the arrows.

use serde::Deserialize;
use thirtyfour::Key;

use crate::browser::Browser;
use crate::look::EYES;

/// More stops than any page has.
const MOST: usize = 90;
/// Stops before the content, the skip link among them.
const BEFORE_MAIN: usize = 8;

#[derive(Deserialize)]
struct Stop {
    /// The same for each visit; empty when nothing has the focus.
    key: String,
    #[serde(rename = "where")]
    place: String,
    ring: String,
    cover: String,
    main: bool,
    /// Left, top, right, bottom on the page.
    #[serde(rename = "box")]
    edges: [f64; 4],
    signature: String,
}

#[track_caller]
fn stop(browser: &Browser) -> Stop {
    let script = format!("{EYES} {}", include_str!("walk.js"));
    serde_json::from_value(browser.script(&script, vec![])).unwrap()
}

/// Walks through the page once, from its start or from the start of its open sheet.
#[track_caller]
pub fn faults(browser: &Browser) -> Vec<String> {
    // Pictures and letters that come late move what is on the page; what the app does with the focus by itself it does in the next frame.
    let start = "
        const done = arguments[0];
        const pictures = [...document.images].map(image => image.decode().catch(() => {}));
        Promise.all([document.fonts.ready, ...pictures]).then(() => requestAnimationFrame(() => requestAnimationFrame(() => {
            window.stops = new Map();
            const start = document.querySelector('dialog:modal') || document.body;
            start.tabIndex = -1;
            start.focus({ preventScroll: true });
            done();
        })));";
    browser.script_later(start, vec![]);
    let mut found = vec![];
    let mut walked: Vec<Stop> = vec![];
    let before = stop(browser).signature;
    for _ in 0..MOST {
        browser.key(Key::Tab);
        let now = stop(browser);
        if now.signature != before {
            found.push(format!("the focus on {} changes the page", now.place));
            return found;
        }
        if now.key.is_empty() || walked.first().is_some_and(|first| first.key == now.key) {
            break;
        }
        if walked.iter().any(|stop| stop.key == now.key) {
            found.push(format!("the Tab key does not get away from {}", now.place));
            break;
        }
        if !now.ring.is_empty() {
            found.push(format!("the focus on {} {}", now.place, now.ring));
        }
        if !now.cover.is_empty() {
            found.push(format!("the focused {} lies under {}", now.place, now.cover));
        }
        walked.push(now);
    }
    browser.script("document.body.removeAttribute('tabindex')", vec![]);
    found.extend(out_of_order(&walked));
    if let Some(first) = walked.iter().position(|stop| stop.main)
        && first > BEFORE_MAIN
    {
        found.push(format!("{first} stops of the Tab key come before the content, should be {BEFORE_MAIN} at most"));
    }
    let script = format!("{EYES} {}", include_str!("expected.js"));
    let missed: Vec<String> = serde_json::from_value(browser.script(&script, vec![])).unwrap();
    found.extend(missed.into_iter().map(|one| format!("the Tab key does not reach {one}")));
    found
}

/// A stop above the one before it that is not the top of a next column.
fn out_of_order(walked: &[Stop]) -> impl Iterator<Item = String> {
    let pairs = walked.iter().zip(walked.iter().skip(1)).filter(|(one, next)| one.main && next.main);
    let back = pairs.filter(|(one, next)| {
        let [left, top, right, _] = one.edges;
        let [next_left, _, next_right, next_bottom] = next.edges;
        next_bottom <= top + 1.0 && next_left < right - 1.0 && next_right > left + 1.0
    });
    back.map(|(one, next)| format!("the Tab key goes up from {} to {}", one.place, next.place))
}

/// Goes through each group of answers and each list with the arrows: to choose alone changes nothing else. Not for settings, which
/// are there to change the page.
#[track_caller]
pub fn choosing_faults(browser: &Browser) -> Vec<String> {
    let groups = format!(
        "{EYES} const names = new Set(); window.starts = [...(sheet() || document).querySelectorAll('main input[type=radio], main select')]
           .filter(one => seen(one) && !one.disabled && !names.has(one.name) && names.add(one.name));
         return window.starts.map(one => document.querySelectorAll(`input[name=\"${{one.name}}\"]`).length || 1);"
    );
    let groups: Vec<usize> = serde_json::from_value(browser.script(&groups, vec![])).unwrap();
    let mut found = vec![];
    for (place, choices) in groups.into_iter().enumerate() {
        browser.script("window.starts[arguments[0]].focus()", vec![place.into()]);
        let before = stop(browser);
        for _ in 0..choices {
            browser.key(Key::Down);
            // Whatever the choice sets off has been done when the page has drawn twice more.
            browser.script_later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", vec![]);
            if stop(browser).signature != before.signature {
                found.push(format!("choosing among {} changes the page", before.place));
                return found;
            }
        }
    }
    found
}
