//! A page that is stretched: narrow and low screens, more room between letters and lines, letters twice as large.

use serde_json::json;

use crate::browser::{Browser, Screen};
use crate::look::EYES;
use crate::measure::{self, Letters};

/// WCAG 1.4.10, and what is left of 1280×1024 at 400 % (1.4.4).
pub const NARROW: [Screen; 3] = [
    Screen { width: 320, height: 640, touch: true },
    Screen { width: 640, height: 256, touch: true },
    Screen { width: 320, height: 256, touch: true },
];

/// Where lines are longest (ACCESSIBILITY.md, A28).
pub const WIDE: Screen = Screen { width: 1280, height: 1024, touch: false };

/// What is cut, sticks out or lies over another text.
#[track_caller]
pub fn squeezed(browser: &Browser, screen: Screen) -> Vec<String> {
    let script = format!("{EYES} {}", include_str!("stretch.js"));
    let over: Vec<String> = serde_json::from_value(browser.script(&script, vec![])).unwrap();
    let cut = measure::faults(browser, screen, Letters::Enlarged).into_iter();
    over.into_iter().chain(cut.filter(|fault| !fault.contains("should be"))).collect()
}

/// What needs more room than a narrow or low screen has. Leaves the last screen set.
#[track_caller]
pub fn narrow_faults(browser: &Browser) -> Vec<String> {
    let of = |screen: Screen| {
        browser.set_screen(screen);
        let at = format!("at {}×{}", screen.width, screen.height);
        squeezed(browser, screen).into_iter().map(move |fault| format!("{at}: {fault}"))
    };
    NARROW.into_iter().flat_map(of).collect()
}

/// What does not bear the room between letters, words and lines that WCAG 1.4.12 asks for.
#[track_caller]
pub fn spacing_faults(browser: &Browser, screen: Screen) -> Vec<String> {
    // A sheet made by a script is no foreign style: the page's own security policy stays as it is.
    let add = "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";
    browser.script(add, vec![]);
    let found = squeezed(browser, screen);
    browser.script("document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)", vec![]);
    found
}

const SIZES: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (plain(walker.currentNode.data) && !parent.closest('script, style, noscript')) sizes.push([call(parent), parseFloat(getComputedStyle(parent).fontSize)]);
    }
    return sizes;";

fn sizes(browser: &Browser) -> Vec<(String, f64)> {
    serde_json::from_value(browser.script(&format!("{EYES} {SIZES}"), vec![])).unwrap()
}

/// Which letters do not grow at least 1.9 times when `double` asks for letters of 200 %.
#[track_caller]
pub fn letters_faults(browser: &Browser, double: impl FnOnce()) -> Vec<String> {
    let before = sizes(browser);
    double();
    let after = sizes(browser);
    assert_eq!(before.len(), after.len(), "the page has other texts when its letters are larger");
    let pairs = before.into_iter().zip(after);
    let small = pairs.filter(|((_, before), (_, after))| *after < before * 1.9);
    let mut found: Vec<String> = small
        .map(|((what, before), (_, after))| format!("{what} has letters of {before} px, at 200 % of {after}"))
        .collect();
    found.dedup();
    found
}

/// The browser's own text size: 16 px is what is usual.
#[track_caller]
pub fn set_browser_letters(browser: &Browser, pixels: u32) {
    browser.chromium("Page.setFontSizes", json!({ "fontSizes": { "standard": pixels, "fixed": pixels } }));
}
