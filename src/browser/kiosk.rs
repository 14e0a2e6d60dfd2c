//! A kiosk, see `start/kiosk.js` and `start/people.js`: what it keeps, its code, and the end of a guest.

use super::{json, mirror, storage};
use engine::kiosk::Kiosk;
use engine::save;
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = kiosk, js_name = leave)]
    fn js_leave();
    #[wasm_bindgen(js_namespace = kiosk, js_name = salt)]
    fn js_salt() -> String;
    #[wasm_bindgen(js_namespace = kiosk, js_name = sum)]
    fn js_sum(salt: &str, code: &str) -> js_sys::Promise;
}

/// The names are those of `start/people.js` and `start/mirror.js`.
const KEY: &str = "stepwise:kiosk";
/// Where an unreadable text is set aside.
const ASIDE: &str = "stepwise:kiosk-aside";

/// Who is at the screen, for `<html>`: the style sheet and the scripts go by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody.
    Free,
    Guest,
    Coach,
}

/// Says who is at the screen.
pub fn enter(phase: Phase) {
    let value = match phase {
        Phase::Free => "free",
        Phase::Guest => "guest",
        Phase::Coach => "coach",
    };
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-kiosk", value);
    }
}

/// Whether nobody is.
pub fn is_free() -> bool {
    let phase = document().document_element().and_then(|html| html.get_attribute("data-kiosk"));
    phase.as_deref() == Some("free")
}

/// Opens the page again: nothing of the person who was here is in it.
pub fn leave() {
    js_leave();
}

/// Something to hash a code with.
pub fn salt() -> String {
    js_salt()
}

/// The hash of a code; nothing where the browser makes none, at an address that is not safe.
pub async fn sum(salt: &str, code: &str) -> Option<String> {
    let sum = JsFuture::from(js_sum(salt, code)).await.ok()?.as_string()?;
    (!sum.is_empty()).then_some(sum)
}

/// The time, in milliseconds since 1970.
pub fn now() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, within 53 bits")]
    let now = js_sys::Date::now() as i64;
    now
}

/// What is kept of the kiosk, joined from all its copies; nothing if none of them can be read. Those are set aside.
pub fn kept() -> Option<Kiosk> {
    let local = || window().local_storage().ok().flatten();
    let text = local().and_then(|local| local.get_item(KEY).ok().flatten());
    let read = |text: String| {
        let kiosk = save::open(&text).ok().and_then(|json| json::read::<Kiosk>(json).ok());
        if kiosk.is_none() {
            local().map(|local| local.set_item(ASIDE, &text));
        }
        kiosk
    };
    text.into_iter().chain(mirror::at_start(KEY)).filter_map(read).reduce(Kiosk::join)
}

/// Keeps it, and says later whether that is on the disk in one place at least.
pub fn keep(kiosk: &Kiosk, then: Box<dyn FnOnce(bool)>) {
    let Some(text) = storage::seal(kiosk) else { return then(false) };
    let local = window().local_storage().ok().flatten();
    let is_kept = local.is_some_and(|local| local.set_item(KEY, &text).is_ok());
    mirror::keep(KEY, &text.into(), move |is_mirrored| then(is_kept || is_mirrored));
}

/// The device is no kiosk any more.
pub fn end() {
    if let Some(local) = window().local_storage().ok().flatten() {
        let _ = local.remove_item(KEY);
        let _ = local.remove_item(ASIDE);
    }
    mirror::clear(KEY);
}
