//! The one main action of a screen, and the quiet one beside it.

use super::live::{ONE_TAP, each_tap};
use super::{flag, glyph, live, tap};
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    /// When the main button was tapped last. For all main buttons together: after a tap the next card is there at once, under
    /// the same finger.
    static LAST: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// What the main button says, and its sign.
pub struct MainButton {
    pub label: String,
    pub glyph: &'static str,
}

/// The main button. A double tap does what one tap does.
pub fn main_button(now: impl Fn() -> MainButton + Send + 'static, act: impl Fn() + 'static) -> AnyView {
    let press = each_tap(move |event| {
        let now = event.time_stamp();
        if now - LAST.get() >= ONE_TAP {
            LAST.set(now);
            act();
        }
    });
    let inside = live(move || {
        let MainButton { label, glyph: sign } = now();
        view! { <span>{label}</span>{glyph(sign)} }.into_any()
    });
    view! { <button type="button" class="main-action" on:click=press>{inside}</button> }.into_any()
}

/// A button that is there when it is of use.
pub fn quiet_button(
    id: &'static str,
    sign: Option<&'static str>,
    label: &str,
    hidden: impl Fn() -> bool + Send + 'static,
    act: impl Fn() + 'static,
) -> AnyView {
    let sign = sign.map(glyph);
    view! {
        <button type="button" class="quiet-action" id=id hidden=flag(hidden) on:click=tap(move |_| act())>
            {sign}<span>{label.to_owned()}</span>
        </button>
    }
    .into_any()
}
