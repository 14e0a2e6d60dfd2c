//! The mirror of all documents in IndexedDB, see `start/mirror.js`: what it has confirmed is on the disk.

use js_sys::Promise;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = mirror, js_name = kept)]
    static KEPT: JsValue;
    #[wasm_bindgen(js_namespace = mirror, js_name = keep)]
    fn js_keep(key: &str, text: &str) -> Promise;
    #[wasm_bindgen(js_namespace = mirror, js_name = clear)]
    fn js_clear(prefix: &str) -> Promise;
}

/// What was kept under the key when the page was opened.
pub fn at_start(key: &str) -> Option<String> {
    KEPT.with(|kept| js_sys::Reflect::get(kept, &key.into())).ok()?.as_string()
}

/// Keeps a text, and says later whether it is on the disk.
pub fn keep(key: &str, text: &str, then: impl FnOnce(bool) + 'static) {
    let promise = js_keep(key, text);
    spawn_local(async move {
        let is_kept = JsFuture::from(promise).await;
        then(is_kept.is_ok_and(|is_kept| is_kept.is_truthy()));
    });
}

/// Forgets what is under keys that begin so.
pub fn clear(prefix: &str) {
    let _ = js_clear(prefix);
}
