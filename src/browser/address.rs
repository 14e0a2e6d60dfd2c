//! The address bar: where the reader is.

use super::people;
use leptos::ev;
use leptos::prelude::{window, window_event_listener};

/// The part after `#`, the `#` included.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The whole address of a place of this site, to be opened on another device.
pub fn of(href: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    format!("{}{href}", here.split(['?', '#']).next().unwrap_or_default())
}

/// The same, said from the coach's pages, which lie one folder below.
pub fn of_app(href: &str) -> String {
    let here = of("");
    let folder = here.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{}/{href}", folder.strip_suffix("/coach").unwrap_or(folder))
}

/// Goes to an address; the browser's Back returns from there, but not on a kiosk: it would return to what somebody else did.
pub fn go(href: &str) {
    let location = window().location();
    // A refused change of address leaves the reader where they are.
    let _ = if people::is_kiosk() { location.replace(href) } else { location.set_hash(href) };
}

/// Changes the address without a step in the browser's history, unless the reader has left `from` meanwhile: an address changes a moment
/// before the app is told of it.
pub fn replace(from: &str, href: &str) {
    let place = |address: &str| address.split('?').next().unwrap_or_default().to_owned();
    if place(&hash()) == place(from)
        && let Ok(history) = window().history()
    {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(href));
    }
}

/// Loads the page again.
pub fn reload() {
    let _ = window().location().reload();
}

/// Calls back at each change of the part after `#`.
pub fn on_change(call: impl Fn() + 'static) {
    // The app lives as long as the page, so the listener is never taken away.
    std::mem::forget(window_event_listener(ev::hashchange, move |_| call()));
}
