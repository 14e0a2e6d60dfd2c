//! Loads the app's own data files. No other host is ever asked.

use super::json;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `start/ask.js`: what it has asked for already, or the file asked for now.
    #[wasm_bindgen(js_namespace = ask, js_name = take)]
    fn js_take(address: &str) -> js_sys::Promise;
}

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotLoaded {
    /// There is no such file: the lesson or the language does not exist.
    #[error("no such file")]
    Missing,
    /// The network failed, or the file came broken.
    #[error("the file did not come whole")]
    Broken,
}

/// Where the data of this build is, with a `/` at the end. Written into the page by the build.
fn folder() -> Option<String> {
    let meta = leptos::prelude::document().query_selector("meta[name=content]").ok()??;
    meta.get_attribute("content")
}

/// Address of a file of this build's data, such as `pictures/bell.svg`.
pub fn address(name: &str) -> String {
    format!("{}{name}", folder().unwrap_or_default())
}

/// The text of a file, or why it did not come.
pub type Came = Result<String, NotLoaded>;

/// Loads a data file and hands over its text.
pub fn text(name: &str, then: Box<dyn FnOnce(Came)>) {
    let last = |mut all: Vec<_>| then(all.pop().unwrap_or(Err(NotLoaded::Broken)));
    texts(vec![name.to_owned()], Box::new(last));
}

/// Loads data files, all at once, and hands over their texts in the same order. One way for every file: what differs is only how the
/// text is read.
pub fn texts(names: Vec<String>, then: Box<dyn FnOnce(Vec<Came>)>) {
    // Listened to from the start: one that fails while another is awaited would count as a failure of the page.
    let ask = |name: &String| JsFuture::from(js_take(&address(name)));
    let asked: Vec<JsFuture> = names.iter().map(ask).collect();
    spawn_local(async move {
        let mut texts = vec![];
        for one in asked {
            texts.push(answer(one).await);
        }
        then(texts);
    });
}

async fn answer(asked: JsFuture) -> Came {
    let answer = asked.await.map_err(|_| NotLoaded::Broken)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| NotLoaded::Broken)?;
    if answer.status() == 404 {
        return Err(NotLoaded::Missing);
    }
    let text = answer.text().map_err(|_| NotLoaded::Broken)?;
    JsFuture::from(text).await.ok().and_then(|text| text.as_string()).ok_or(NotLoaded::Broken)
}

/// Reads the text of a data file.
///
/// # Errors
/// [`NotLoaded::Broken`] for a text that came cut, or as something else.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, NotLoaded> {
    json::read(text).map_err(|_| NotLoaded::Broken)
}
