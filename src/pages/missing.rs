//! When something is not there: a plain sentence and a way on.

use super::frame;
use crate::browser::fetch::NotLoaded;
use crate::state::State;
use crate::ui;
use crate::words::{Say, say};
use engine::place::Place;
use leptos::prelude::*;

/// An address that leads nowhere.
pub fn unknown(state: State) -> AnyView {
    unknown_because(state, say().unknown_place_says())
}

/// An address that leads nowhere, and why.
pub fn unknown_because(state: State, says: &str) -> AnyView {
    let words = say();
    let home = view! { <a class="main-action" href=Place::Home.href()><span>{words.home().to_owned()}</span>{ui::glyph("home")}</a> };
    frame::calm(
        state,
        words.unknown_place(),
        "magnifying-glass-tilted-left",
        view! { {ui::line(says)}{home} }.into_any(),
    )
}

/// Something did not come over the network.
pub fn not_loaded(state: State, why: NotLoaded, words: &Say) -> AnyView {
    if why == NotLoaded::Missing {
        return unknown(state);
    }
    let again = view! {
        <button type="button" class="main-action" on:click=ui::tap(move |_| state.try_again())><span>{words.try_again().to_owned()}</span>{ui::glyph("repeat")}</button>
    };
    frame::calm(state, words.not_loaded(), "wifi", view! { {ui::line(words.not_loaded_says())}{again} }.into_any())
}

/// Something is on its way.
pub fn waiting() -> AnyView {
    view! { <div class="page waiting"><main id="main" tabindex="-1"><p class="say">{say().waiting().to_owned()}</p></main></div> }.into_any()
}
