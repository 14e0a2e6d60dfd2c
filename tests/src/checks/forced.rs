//! Forced colours, as with the contrast themes of Windows: what is chosen, focused or drawn must be seen without our colours.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::Browser;
use crate::look::EYES;

/// So many points must differ for an eye to see a change (ACCESSIBILITY.md, section 4).
const SEEN: u64 = 50;
/// Room around a control for its ring, in pixels.
const RING: u32 = 8;

/// A picture of the screen, as PNG in base64.
fn picture(browser: &Browser) -> String {
    let shot = browser.chromium("Page.captureScreenshot", json!({ "format": "png" }));
    shot["data"].as_str().unwrap_or_default().to_owned()
}

fn differing(browser: &Browser, one: &str, other: Option<&str>, edges: [f64; 4]) -> u64 {
    let other = other.map_or(Value::Null, Into::into);
    let arguments = vec![one.into(), other, json!(edges)];
    browser.script_later(include_str!("forced.js"), arguments).as_u64().unwrap_or_default()
}

/// Gathers what is to be looked at; gives back how each is called.
fn gather(browser: &Browser, which: &str) -> Vec<String> {
    let script = format!(
        "{EYES}
         const within = sheet() || document;
         const selectors = {{
           // A choice of language draws the page anew.
           choices: ':not([lang]) > input:is([type=radio], [type=checkbox]), button[aria-pressed]',
           controls: 'button, a[href], input',
           signs: 'button svg, a[href] svg, [aria-live=polite] svg',
         }};
         window.parts = [...within.querySelectorAll(selectors[arguments[0]])].filter(one => seen(one) && !one.disabled && !one.matches('.skip'));
         return window.parts.map(call);"
    );
    serde_json::from_value(browser.script(&script, vec![which.into()])).unwrap()
}

/// Scrolls to one of what was gathered; gives back left, top, width and height on the screen, with room for a ring.
fn come_to(browser: &Browser, place: usize, room: u32) -> [f64; 4] {
    let script = format!(
        "{EYES} const [place, room] = arguments;
         const part = body(window.parts[place]);
         part.scrollIntoView({{ block: 'center', behavior: 'instant' }});
         const {{ x, y, width, height }} = part.getBoundingClientRect();
         return [x - room, y - room, width + 2 * room, height + 2 * room];"
    );
    serde_json::from_value(browser.script(&script, vec![place.into(), room.into()])).unwrap()
}

/// Which answers look the same when they are chosen. All are chosen, one after another.
#[track_caller]
pub fn choice_faults(browser: &Browser) -> Vec<String> {
    compare(
        browser,
        "choices",
        "window.parts[arguments[0]].click(); document.activeElement.blur()",
        "looks the same when it is chosen",
    )
}

/// Which controls look the same when the keyboard is on them.
#[track_caller]
pub fn focus_faults(browser: &Browser) -> Vec<String> {
    // A ring is only drawn for whoever uses the keyboard.
    browser.key(Key::Tab);
    compare(
        browser,
        "controls",
        "window.parts[arguments[0]].focus({ preventScroll: true })",
        "looks the same when it has the focus",
    )
}

fn compare(browser: &Browser, which: &str, act: &str, what: &str) -> Vec<String> {
    let chosen =
        "const one = window.parts[arguments[0]]; return one.checked || one.getAttribute('aria-pressed') === 'true'";
    let is_chosen = |place: usize| browser.script(chosen, vec![place.into()]) == json!(true);
    let mut found = vec![];
    for (place, name) in gather(browser, which).iter().enumerate() {
        if which == "choices" && is_chosen(place) {
            continue;
        }
        let edges = come_to(browser, place, RING);
        let before = picture(browser);
        browser.script(act, vec![place.into()]);
        browser.script_later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", vec![]);
        // A wrong answer to a search is not chosen; that is said in words.
        let counts = which != "choices" || is_chosen(place);
        if counts && differing(browser, &before, Some(&picture(browser)), edges) < SEEN {
            found.push(format!("{name} {what}"));
        }
    }
    found
}

/// Which signs cannot be seen.
#[track_caller]
pub fn sign_faults(browser: &Browser) -> Vec<String> {
    let mut found = vec![];
    for (place, name) in gather(browser, "signs").iter().enumerate() {
        let edges = come_to(browser, place, 0);
        if differing(browser, &picture(browser), None, edges) < SEEN / 2 {
            found.push(format!("the sign of {name} cannot be seen"));
        }
    }
    found
}
