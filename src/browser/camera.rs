//! The camera of the device, for QR codes, see `start/camera.js`. Only the coach's pages have it.

use js_sys::Promise;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = camera, js_name = isThere)]
    fn js_is_there() -> bool;
    #[wasm_bindgen(js_namespace = camera, js_name = scan)]
    fn js_scan(video: &Element) -> Promise;
    #[wasm_bindgen(js_namespace = camera, js_name = stop)]
    fn js_stop();
}

/// Whether this browser reads codes, and may ask for a camera.
pub fn is_there() -> bool {
    js_is_there()
}

/// Shows what the camera sees in a video, and hands over the text of the first code. Without one when it was stopped.
///
/// # Errors
/// Through `then`: when there is no camera, or no permission.
pub fn scan(video: &Element, then: impl FnOnce(Result<Option<String>, ()>) + 'static) {
    let promise = js_scan(video);
    spawn_local(async move {
        let seen = JsFuture::from(promise).await;
        then(seen.map(|text| text.as_string()).map_err(|_| ()));
    });
}

/// Lets go of the camera.
pub fn stop() {
    js_stop();
}
