//! A virtual screen reader in the page (Guidepup): what is said when the page is read, and what is announced by itself. It stands in
//! for real ones on every run; it does not replace them.

use std::fs;
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::data;
use crate::look::plain;

static READER: LazyLock<String> = LazyLock::new(|| {
    let path = data::path("STEPWISE_NODE_MODULES").join("@guidepup/virtual-screen-reader/lib/esm/index.browser.js");
    fs::read_to_string(path).expect("the virtual screen reader is not there")
});

/// Frames without a new word, after which nothing more is said.
const QUIET: usize = 12;

/// The reader is a module, and the page's own security policy allows none but its own: the browser is asked to let it in. For pages
/// that are opened afterwards.
#[track_caller]
pub fn let_in(browser: &Browser) {
    browser.chromium("Page.setBypassCSP", json!({ "enabled": true }));
}

/// Everything that is said when the page is read from its top to its end.
///
/// # Panics
/// When the reader does not work in this page.
#[track_caller]
pub fn read(browser: &Browser) -> Vec<String> {
    if browser.script("return typeof window.screenReader", vec![]) != "object" {
        // An address of its own kind, so that nothing is asked of any host.
        let load = "
            const [code, done] = arguments;
            import(`data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`).then(reader => { window.screenReader = reader; done(''); }, error => done(String(error)));";
        let error = browser.script_later(load, vec![READER.as_str().into()]);
        assert_eq!(error, "", "the virtual screen reader cannot be loaded");
    }
    short(browser.script_later(include_str!("spoken.js"), vec![]))
}

/// What was said by itself since the page was read: what got the focus, and what was announced.
#[track_caller]
pub fn announced(browser: &Browser) -> Vec<String> {
    let script = "
        const done = arguments[0];
        (async () => {
          const { virtual } = window.screenReader;
          let phrases = [];
          for (let quiet = 0; quiet < arguments[1]; quiet += 1) {
            await new Promise(requestAnimationFrame);
            const now = await virtual.spokenPhraseLog();
            if (now.length !== phrases.length) quiet = 0;
            phrases = [...now];
          }
          await virtual.clearSpokenPhraseLog();
          return phrases;
        })().then(done, error => done([`the screen reader stopped: ${error}`]));";
    let script = script.replace("arguments[1]", &QUIET.to_string());
    short(browser.script_later(&script, vec![]))
}

/// Without what a person would not miss: where things end, paragraphs, empty announcements, and the words of a control said once more.
fn short(phrases: Value) -> Vec<String> {
    let phrases: Vec<String> = serde_json::from_value(phrases).unwrap();
    let mut kept: Vec<String> = vec![];
    for phrase in phrases.into_iter().map(|phrase| plain(&phrase)) {
        let is_structure =
            phrase.starts_with("end of ") || matches!(phrase.as_str(), "document" | "paragraph" | "polite:" | "");
        let is_again = kept.last().is_some_and(|last| {
            *last == phrase || last.split_once(", ").is_some_and(|(_, name)| name.starts_with(&phrase))
        });
        if !is_structure && !is_again {
            kept.push(phrase);
        }
    }
    kept
}

/// Controls and pictures that are said without a name.
pub fn faults(phrases: &[String]) -> Vec<String> {
    const ROLES: [&str; 8] = ["button", "link", "radio", "textbox", "image", "img", "checkbox", "combobox"];
    const STATES: [&str; 8] =
        ["not checked", "checked", "pressed", "not pressed", "disabled", "required", "not required", "position"];
    let unnamed = phrases.iter().filter(|phrase| {
        let mut parts = phrase.split(", ");
        ROLES.contains(&parts.next().unwrap_or_default())
            && parts.all(|part| STATES.iter().any(|state| part.starts_with(state)))
    });
    unnamed.map(|phrase| format!("something is only called \"{phrase}\"")).collect()
}
