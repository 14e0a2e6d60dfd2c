//! What the reader's settings change on `<html>`: the style sheet does the rest.

use engine::settings::Settings;
use leptos::prelude::{document, window};

/// Puts settings, language and its direction (`ltr` or `rtl`) on `<html>`.
pub fn apply(settings: &Settings, language: &str, direction: &str) {
    let Some(html) = document().document_element() else { return };
    let values = [
        ("lang", language),
        ("dir", direction),
        ("data-text", settings.text_size().written()),
        ("data-colours", settings.colours().written()),
        ("data-calm", settings.calm().written()),
        ("data-letters", settings.letters().written()),
        ("data-spacing", settings.spacing().written()),
    ];
    for (name, value) in values {
        let _ = html.set_attribute(name, value);
    }
}

/// Marks the page as drawn, for whoever waits for it.
pub fn ready() {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-ready", "");
    }
}

/// Shows the calm page of `index.html`: the app cannot go on.
pub fn failed() {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-failed", "");
    }
}

/// Sets the title of the window.
pub fn title(title: &str) {
    document().set_title(title);
}

/// The reader's languages as the browser knows them, the favourite first, without region.
pub fn languages() -> Vec<String> {
    let wanted = window().navigator().languages();
    wanted.iter().filter_map(|code| Some(code.as_string()?.split('-').next()?.to_ascii_lowercase())).collect()
}

/// Whether the reader asked for less movement, in the app or on the device.
pub fn still(settings: &Settings) -> bool {
    let device = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    settings.calm() == engine::settings::Calm::Still || device.is_some_and(|query| query.matches())
}
