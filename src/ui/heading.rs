//! The heading of the screen.

use super::said;
use leptos::prelude::*;

/// The heading of the screen. The focus comes here on every move.
pub fn heading(text: &str) -> AnyView {
    heading_of(said(text))
}

/// A heading of more than plain words.
pub fn heading_of(inside: AnyView) -> AnyView {
    view! { <h1 tabindex="-1">{inside}</h1> }.into_any()
}

/// Something that is said, on a line of its own.
pub fn line(text: &str) -> AnyView {
    view! { <p class="say">{said(text)}</p> }.into_any()
}
