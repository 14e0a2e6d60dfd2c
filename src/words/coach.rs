//! The words of the coach's pages, `locales/coach/<code>.toml`. A worker never fetches them.

use super::{OtherWords, Tongue};
use leptos::prelude::expect_context;
use serde::Deserialize;
use std::sync::Arc;

include!(concat!(env!("OUT_DIR"), "/coach_words.rs"));

/// The languages that the coach's pages speak. Whoever reads none of them gets [`FALLBACK`].
pub const LANGUAGES: &[&str] = include!(concat!(env!("OUT_DIR"), "/coach_languages.rs"));

/// What a coach reads whose own language has no words yet.
pub const FALLBACK: Tongue = Tongue { lang: "en", dir: "ltr" };

/// Every word of the coach's pages in one language, in the order of their names.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub struct CoachWords(Vec<String>);

/// The words of the language that is shown.
pub type Say = Arc<CoachWords>;

/// The words around this component.
pub fn say() -> Say {
    expect_context()
}
