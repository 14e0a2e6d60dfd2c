//! The one main action of a screen.

use super::glyph;
use leptos::prelude::*;
use std::cell::Cell;

/// A second tap so soon belongs to the first (ACCESSIBILITY.md, "Touch"), in milliseconds.
const ONE_TAP: f64 = 500.0;

/// The main button: what it says, its sign, what it does.
#[derive(Clone, PartialEq)]
pub struct MainButton {
    pub label: String,
    pub glyph: &'static str,
}

thread_local! {
    /// When the main button was tapped last. For all main buttons together: after a tap the next card is there at once, under
    /// the same finger.
    static LAST: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Wraps what a tap does so that a double tap does it once.
fn once(act: impl Fn() + 'static) -> impl Fn(leptos::ev::MouseEvent) {
    move |event| {
        let now = event.time_stamp();
        if now - LAST.get() >= ONE_TAP {
            LAST.set(now);
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
