//! When the app itself fails: a calm page, outside the WASM, with one tap back. Nothing that was kept is touched.

use leptos::prelude::document;
use std::panic;

/// Shows the calm page of `index.html` on a panic. `boot.js` does the same for errors that no panic announces.
pub fn show_on_panic() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute("data-failed", "");
        }
    }));
}
