//! The small signs on buttons, drawn once in `index.html`. They repeat the word beside them, so nobody needs to hear them.

use leptos::prelude::*;

/// A sign by its name in `index.html`.
pub fn glyph(name: &'static str) -> AnyView {
    view! { <svg class="glyph" aria-hidden="true" focusable="false"><use href=format!("#glyph-{name}")></use></svg> }
        .into_any()
}
