//! Reads and writes JSON with the browser's own parser.

use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

/// A text that is not the JSON that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the JSON that was expected")]
pub struct NotJson;

/// Reads a text.
///
/// # Errors
/// [`NotJson`] for a text that is no JSON or has another shape.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, NotJson> {
    let value = js_sys::JSON::parse(text).map_err(|_| NotJson)?;
    serde_wasm_bindgen::from_value(value).map_err(|_| NotJson)
}

/// Writes a value.
///
/// # Errors
/// [`NotJson`] for a value that JSON has no form for.
pub fn write<T: Serialize>(value: &T) -> Result<String, NotJson> {
    let value: JsValue = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(|_| NotJson)?;
    js_sys::JSON::stringify(&value).ok().and_then(|text| text.as_string()).ok_or(NotJson)
}
