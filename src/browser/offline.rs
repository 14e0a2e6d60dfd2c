//! The app without internet, see `start/offline.js`: how far the lessons of the language that is shown are kept on the device.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = offline, js_name = watch)]
    fn js_watch(call: &Closure<dyn FnMut(u32, u32)>);
    #[wasm_bindgen(js_namespace = offline, js_name = fetchAll)]
    fn js_fetch_all();
    #[wasm_bindgen(js_namespace = offline, js_name = forget)]
    fn js_forget();
}

/// How far the lessons of a language are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// It is not known, or the browser keeps nothing.
    #[default]
    Unknown,
    /// Not all are, and they are fetched when somebody says so.
    Asks,
    /// They are on their way.
    Fetching,
    /// All are.
    Ready,
}

/// Calls back now and at each change, with what all lessons weigh on their way, in kB.
pub fn watch(then: impl Fn(Offline, u32) + 'static) {
    let call = Closure::<dyn FnMut(u32, u32)>::new(move |how, weight| {
        // The numbers of `start/offline.js`.
        let how = match how {
            1 => Offline::Asks,
            2 => Offline::Fetching,
            3 => Offline::Ready,
            _ => Offline::Unknown,
        };
        then(how, weight);
    });
    js_watch(&call);
    // The app listens as long as the page lives.
    call.forget();
}

/// Fetches all lessons of the language.
pub fn fetch_all() {
    js_fetch_all();
}

/// Forgets which lessons were opened.
pub fn forget() {
    js_forget();
}
