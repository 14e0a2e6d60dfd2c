//! Who is at this device, see `start/people.js`. Another person means another page: nothing of one is in the memory of the next.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = people, js_name = here)]
    static HERE: JsValue;
    #[wasm_bindgen(thread_local_v2, js_namespace = people, js_name = kiosk)]
    static KIOSK: JsValue;
    #[wasm_bindgen(js_namespace = people, js_name = all)]
    fn js_all() -> js_sys::Array;
    #[wasm_bindgen(js_namespace = people, js_name = enter)]
    fn js_enter(person: &str, href: &str, language: &str);
}

/// The one that stands for nobody, until somebody says who they are.
pub const NOBODY: &str = "nobody";

/// A coach who tries a lesson, of whom nothing is kept.
pub const PREVIEW: &str = "preview";

/// The person that everything is kept for: `me` on a device of one.
pub fn here() -> String {
    HERE.with(JsValue::as_string).unwrap_or_default()
}

/// Whether this is a kiosk: a screen that many people use one after another, of whom nothing is kept.
pub fn is_kiosk() -> bool {
    KIOSK.with(JsValue::is_truthy)
}

/// Those who have a picture; nobody on a device of one.
pub fn all() -> Vec<String> {
    js_all().iter().filter_map(|person| person.as_string()).collect()
}

/// Opens the app for another person, or for nobody yet: at an address, or where the page was opened; in a language, for whom no link says another one.
pub fn enter(person: &str, href: &str, language: &str) {
    js_enter(person, href, language);
}
