//! Puts a text where it can be pasted from.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// Copies a text; false where the browser refuses.
pub async fn copy(text: &str) -> bool {
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}
