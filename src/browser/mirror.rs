//! The mirror of all documents in IndexedDB, see `start/mirror.js`: what it has confirmed is on the disk.

use js_sys::{JsString, Promise};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = mirror, js_name = texts)]
    fn js_texts(key: &str) -> js_sys::Array;
    #[wasm_bindgen(thread_local_v2, js_name = mirror)]
    static MIRROR: JsValue;
    #[wasm_bindgen(js_namespace = mirror, js_name = keep)]
    fn js_keep(key: &str, text: &JsString) -> Promise;
    #[wasm_bindgen(js_namespace = mirror, js_name = clear)]
    fn js_clear(prefix: &str) -> Promise;
}

/// What was kept under the key when the page was opened: as it was then, and at the end of the last three days.
pub fn at_start(key: &str) -> Vec<String> {
    js_texts(key).iter().filter_map(|text| text.as_string()).collect()
}

/// Calls back when what was kept becomes known only after the start.
pub fn on_late(then: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(then);
    MIRROR.with(|mirror| js_sys::Reflect::set(mirror, &"late".into(), &call).ok());
}

/// Keeps a text, and says later whether it is on the disk.
pub fn keep(key: &str, text: &JsString, then: impl FnOnce(bool) + 'static) {
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

/// As [`clear`]; calls back when it is done, or has failed.
pub fn clear_then(prefix: &str, then: impl FnOnce() + 'static) {
    let promise = js_clear(prefix);
    spawn_local(async move {
        let _ = JsFuture::from(promise).await;
        then();
    });
}
