//! Texts that are read aloud. Each sentence is an element of its own, so that *Listen* can mark the one it is at.

use leptos::prelude::*;

/// A text of the app's own words or of a list; a line break parts its sentences.
pub fn said(text: &str) -> AnyView {
    text.split('\n').map(sentence).collect_view().into_any()
}

/// One sentence.
fn sentence(text: &str) -> AnyView {
    // The space parts it from the next one. As a text of its own Chrome loses it in the name of a button where the line ends there; at the end of the
    // sentence others do.
    view! { <span class="sentence">{format!("{text} ")}</span>" " }.into_any()
}
