//! Files that a person opens or keeps. Nothing is sent anywhere.

use leptos::ev::Event;
use leptos::prelude::event_target;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// The longest file that is looked at, in bytes: twice the longest document.
const LONGEST: f64 = 128.0 * 1024.0;

/// Hands over the text of the file that was chosen; nothing if it cannot be read, or is too long to be one of ours. The same file may be chosen again.
pub fn chosen(event: &Event, then: impl FnOnce(Option<String>) + 'static) {
    let input: HtmlInputElement = event_target(event);
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let text = (file.size() <= LONGEST).then(|| file.text());
    input.set_value("");
    spawn_local(async move {
        let text = match text {
            Some(text) => JsFuture::from(text).await.ok().and_then(|text| text.as_string()),
            None => None,
        };
        then(text);
    });
}

/// The address of a text, for a link that keeps it as a file.
pub fn address_of(text: &str) -> String {
    format!("data:text/plain;charset=utf-8,{}", String::from(js_sys::encode_uri_component(text)))
}
