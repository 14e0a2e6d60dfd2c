//! The device's own way to share: a message, a mail, another app that the person chooses.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

/// Whether the device can share.
pub fn is_there() -> bool {
    js_sys::Reflect::has(&window().navigator(), &JsValue::from_str("share")).unwrap_or(false)
}

/// Shares an address under a title. A person who changes their mind shares nothing, and that is no failure.
pub async fn share(title: &str, address: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let _ = JsFuture::from(window().navigator().share_with_data(&data)).await;
}

/// Whether anything can be copied: not on a page without HTTPS.
pub fn can_copy() -> bool {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("clipboard"));
    clipboard.is_ok_and(|clipboard| clipboard.is_object())
}
