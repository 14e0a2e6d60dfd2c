//! Forced colours, as with the contrast themes of Windows: what is chosen, focused or drawn must be seen without our colours.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::Browser;
use crate::look::EYES;

/// So many points must differ for an eye to see a change (ACCESSIBILITY.md, section 4).
const SEEN: u64 = 50;

#[derive(Deserialize)]
struct Part {
    name: String,
    /// Left, top, width, height on the page, with room for a ring.
    #[serde(rename = "box")]
    edges: [f64; 4],
}

/// A picture of a part of the page, as PNG in base64.
fn picture(browser: &Browser, part: &Part) -> String {
    let [x, y, width, height] = part.edges;
    let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
    let shot = browser.chromium("Page.captureScreenshot", json!({ "format": "png", "clip": clip, "captureBeyondViewport": true }));
    shot["data"].as_str().unwrap_or_default().to_owned()
}

fn differing(browser: &Browser, one: &str, other: Option<&str>) -> u64 {
    let other = other.map_or(Value::Null, Into::into);
    browser.script_later(include_str!("forced.js"), vec![one.into(), other]).as_u64().unwrap_or_default()
}

fn parts(browser: &Browser, which: &str) -> Vec<Part> {
    let script = format!(
        "{EYES} const room = arguments[0] === 'signs' ? 0 : 8;
         const which = {{
           choices: () => [...(sheet() || document).querySelectorAll('input[type=radio], input[type=checkbox], button[aria-pressed]')].filter(one => seen(one) && !one.disabled),
           controls: () => [...(sheet() || document).querySelectorAll('button, a[href], input')].filter(one => seen(one) && !one.disabled && !one.matches('.skip')),
           signs: () => [...(sheet() || document).querySelectorAll('button svg, a[href] svg, [role=status] svg')].filter(seen),
         }};
         window.parts = which[arguments[0]]();
         return window.parts.map(one => {{
           const {{ x, y, width, height }} = body(one).getBoundingClientRect();
           return {{ name: call(one), box: [x + scrollX - room, y + scrollY - room, width + 2 * room, height + 2 * room] }};
         }});"
    );
    serde_json::from_value(browser.script(&script, vec![which.into()])).unwrap()
}

/// Which answers look the same when they are chosen. All are chosen, one after another.
#[track_caller]
pub fn choice_faults(browser: &Browser) -> Vec<String> {
    compare(browser, "choices", "window.parts[arguments[0]].click(); document.activeElement.blur()", "looks the same when it is chosen")
}

/// Which controls look the same when the keyboard is on them.
#[track_caller]
pub fn focus_faults(browser: &Browser) -> Vec<String> {
    // A ring is only drawn for whoever uses the keyboard.
    browser.key(Key::Tab);
    compare(browser, "controls", "window.parts[arguments[0]].focus({ preventScroll: true })", "looks the same when it has the focus")
}

fn compare(browser: &Browser, which: &str, act: &str, what: &str) -> Vec<String> {
    let mut found = vec![];
    for (place, part) in parts(browser, which).iter().enumerate() {
        let chosen = "const one = window.parts[arguments[0]]; return !one.isConnected || one.checked || one.getAttribute('aria-pressed') === 'true'";
        if which == "choices" && browser.script(chosen, vec![place.into()]) == json!(true) {
            continue;
        }
        let before = picture(browser, part);
        browser.script(act, vec![place.into()]);
        browser.script_later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", vec![]);
        if differing(browser, &before, Some(&picture(browser, part))) < SEEN {
            found.push(format!("{} {what}", part.name));
        }
    }
    found
}

/// Which signs cannot be seen.
#[track_caller]
pub fn sign_faults(browser: &Browser) -> Vec<String> {
    let unseen = parts(browser, "signs").into_iter().filter(|part| differing(browser, &picture(browser, part), None) < SEEN / 2);
    unseen.map(|part| format!("the sign of {} cannot be seen", part.name)).collect()
}
