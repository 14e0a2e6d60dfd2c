//! The whole screen for one page, where the browser gives it.

use leptos::prelude::document;

/// Whether the browser can.
pub fn can_be_filled() -> bool {
    document().fullscreen_enabled()
}

/// Fills the screen, or leaves it. A browser that refuses leaves everything as it is.
pub fn fill_or_leave() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        let _ = root.request_fullscreen();
    }
}
