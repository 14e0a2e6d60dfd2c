//! Loads the app's own data files. No other host is ever asked.

use super::json;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

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

/// Loads a data file.
///
/// # Errors
/// [`NotLoaded`].
pub async fn data<T: DeserializeOwned>(name: &str) -> Result<T, NotLoaded> {
    let asked = leptos::prelude::window().fetch_with_str(&address(name));
    let answer = JsFuture::from(asked).await.map_err(|_| NotLoaded::Broken)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| NotLoaded::Broken)?;
    if answer.status() == 404 {
        return Err(NotLoaded::Missing);
    }
    let text = answer.text().map_err(|_| NotLoaded::Broken)?;
    let text = JsFuture::from(text).await.ok().and_then(|text| text.as_string()).ok_or(NotLoaded::Broken)?;
    json::read(&text).map_err(|_| NotLoaded::Broken)
}
