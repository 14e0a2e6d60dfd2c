//! A dialog: the focus goes in, stays in, comes back; Escape closes it.

use serde_json::json;
use thirtyfour::Key;

use crate::browser::Browser;

/// `in`, `out` or `nowhere`, as the focus is now.
fn focus(browser: &Browser) -> String {
    let script = "
        const dialog = [...document.querySelectorAll('dialog[open], [role=dialog], [role=alertdialog]')].find(one => one.checkVisibility());
        if (!dialog) return 'closed';
        const now = document.activeElement;
        return !now || now === document.body ? 'nowhere' : dialog.contains(now) ? 'in' : 'out';";
    browser.script(script, vec![]).as_str().unwrap_or_default().to_owned()
}

/// Whatever the last press sets off has been done when the page has drawn twice more.
fn settled(browser: &Browser) {
    browser.script_later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", vec![]);
}

/// What is wrong with the dialog that this element opens. It is closed again.
#[track_caller]
pub fn faults(browser: &Browser, opener: &str, open: impl FnOnce()) -> Vec<String> {
    let mut found = vec![];
    open();
    settled(browser);
    match focus(browser).as_str() {
        "closed" => return vec!["no dialog opens".to_owned()],
        "in" => {}
        where_to => found.push(format!("when the dialog opens the focus is {where_to}")),
    }
    let stops = "return document.querySelectorAll('dialog[open] :is(a, button, input), [role=dialog] :is(a, button, input)').length + 3";
    let stops = browser.script(stops, vec![]).as_u64().unwrap_or_default();
    for _ in 0..stops {
        browser.key(Key::Tab);
        if focus(browser) == "out" {
            found.push("the Tab key leaves the open dialog".to_owned());
            break;
        }
    }
    browser.key(Key::Escape);
    settled(browser);
    if focus(browser) != "closed" {
        found.push("Escape does not close the dialog".to_owned());
        browser.script("document.querySelectorAll('dialog[open]').forEach(one => one.close())", vec![]);
    }
    let back =
        browser.script("return document.activeElement === document.querySelector(arguments[0])", vec![opener.into()]);
    if back != json!(true) {
        found.push("after the dialog the focus is not where it was".to_owned());
    }
    found
}
