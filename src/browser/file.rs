//! Files that a person opens or keeps. Nothing is sent anywhere.

use leptos::ev::Event;
use leptos::prelude::event_target;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{FileReader, HtmlInputElement};

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

/// The longest picture that is shown, in bytes: a photo of a phone.
const LARGEST_PICTURE: f64 = 8.0 * 1024.0 * 1024.0;

/// Hands over the address of the picture that was chosen, to be shown on this page; nothing if it is no picture, cannot be read or is too large. An `img` runs no
/// script that may be in it.
pub fn chosen_picture(event: &Event, then: impl Fn(Option<String>) + 'static) {
    let input: HtmlInputElement = event_target(event);
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let is_picture = file.type_().starts_with("image/") && file.size() <= LARGEST_PICTURE;
    input.set_value("");
    let Some(reader) = FileReader::new().ok().filter(|_| is_picture) else { return then(None) };
    let read = {
        let reader = reader.clone();
        Closure::once_into_js(move || then(reader.result().ok().and_then(|address| address.as_string())))
    };
    reader.set_onloadend(read.dyn_ref());
    // What cannot be read ends as well, with nothing.
    let _ = reader.read_as_data_url(&file);
}

/// The address of a text, for a link that keeps it as a file.
pub fn address_of(text: &str) -> String {
    format!("data:text/plain;charset=utf-8,{}", String::from(js_sys::encode_uri_component(text)))
}
