//! The one main action of a screen.

use super::glyph;
use leptos::prelude::*;

/// A second tap so soon belongs to the first (ACCESSIBILITY.md, "Touch"), in milliseconds.
const ONE_TAP: f64 = 500.0;

/// The main button: what it says, its sign, what it does.
#[derive(Clone, PartialEq)]
pub struct MainButton {
    pub label: String,
    pub glyph: &'static str,
}

/// Wraps what a tap does so that a double tap does it once.
fn once(act: impl Fn() + 'static) -> impl FnMut(leptos::ev::MouseEvent) {
    let mut last = f64::NEG_INFINITY;
    move |event| {
        let now = event.time_stamp();
        if now - last >= ONE_TAP {
            last = now;
            act();
        }
    }
}

impl MainButton {
    /// The button as it is drawn.
    pub fn view(button: Memo<Self>, act: impl Fn() + 'static) -> AnyView {
        view! {
            <button type="button" class="main-action" on:click=once(act)>
                <span>{move || button.get().label}</span>
                {move || glyph(button.get().glyph)}
            </button>
        }
        .into_any()
    }
}
