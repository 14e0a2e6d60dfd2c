//! The app as a whole: one state, one page at a time.

use crate::browser::{fetch, focus, looks, speech};
use crate::pages;
use crate::state::{Shelf, State};
use crate::ui::Pictures;
use crate::words::Say;
use leptos::prelude::*;
use std::sync::Arc;

/// The app.
#[component]
pub fn App() -> impl IntoView {
    let state = State::set_up();
    speech::prepare();
    provide_context(Pictures { folder: fetch::address("pictures/"), drawing: Arc::new(|_| None) });
    move || match state.words.get() {
        // The waiting text of index.html is still there.
        Shelf::Waiting => ().into_any(),
        Shelf::NotLoaded(_) => {
            looks::failed();
            ().into_any()
        }
        Shelf::Ready(words) => {
            looks::ready();
            shell(state, words)
        }
    }
}

fn shell(state: State, words: Say) -> AnyView {
    provide_context(words.clone());
    let skip = words.skip().to_owned();
    view! {
        <a class="skip" href="#main">{skip}</a>
        {move || {
            focus::settle();
            pages::page(state, state.place.get(), &words)
        }}
    }
    .into_any()
}
