//! Headings and sentences.

use leptos::prelude::*;

/// The heading of the screen. The focus comes here on every move.
pub fn heading(text: &str) -> AnyView {
    view! { <h1 tabindex="-1">{text.to_owned()}</h1> }.into_any()
}

/// Sentences, each on its own line.
pub fn sentences(texts: &[String], class: &'static str) -> AnyView {
    texts.iter().map(|text| view! { <p class=class>{text.clone()}</p> }).collect_view().into_any()
}
