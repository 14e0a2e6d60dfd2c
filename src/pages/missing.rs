//! When something is not there: a plain sentence and a way on.

use crate::browser::fetch::NotLoaded;
use crate::browser::looks;
use crate::state::State;
use crate::ui;
use crate::words::{Say, say};
use engine::place::Place;
use leptos::prelude::*;

/// An address that leads nowhere.
pub fn unknown() -> AnyView {
    let words = say();
    looks::title(&format!("{} – Stepwise", words.unknown_place()));
    let home = view! { <a class="main-action" href=Place::Home.href()><span>{words.home().to_owned()}</span>{ui::glyph("home")}</a> };
    calm("magnifying-glass-tilted-left", words.unknown_place(), words.unknown_place_says(), home.into_any())
}

/// Something did not come over the network.
pub fn not_loaded(state: State, why: NotLoaded, words: &Say) -> AnyView {
    if why == NotLoaded::Missing {
        return unknown();
    }
    looks::title(&format!("{} – Stepwise", words.not_loaded()));
    let again = view! {
        <button type="button" class="main-action" on:click=ui::tap(move |_| state.try_again())><span>{words.try_again().to_owned()}</span>{ui::glyph("repeat")}</button>
    };
    calm("wifi", words.not_loaded(), words.not_loaded_says(), again.into_any())
}

/// Something is on its way.
pub fn waiting() -> AnyView {
    view! { <div class="page waiting"><main id="main" tabindex="-1"><p class="say">{say().waiting().to_owned()}</p></main></div> }.into_any()
}

fn calm(picture: &str, title: &str, says: &str, action: AnyView) -> AnyView {
    view! {
        <div class="page finished">
            <main id="main" tabindex="-1">
                <div class="plate big">{ui::decoration(picture)}</div>
                {ui::heading(title)}
                {ui::line(says)}
            </main>
            <footer class="bottom">{action}</footer>
        </div>
    }
    .into_any()
}
