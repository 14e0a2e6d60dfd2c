//! Whether the lessons work without internet, and the question whether to fetch them.

use crate::browser::offline::{self, Offline};
use crate::state::State;
use crate::ui;
use crate::words::{fill, say};
use leptos::prelude::*;

/// A section that says how it stands; with `asks` only as long as there is a question.
pub fn section(state: State, asks: bool) -> AnyView {
    let words = say();
    ui::live(move || {
        let (how, weight) = state.offline.get();
        let says = match how {
            Offline::Unknown => return ().into_any(),
            Offline::Asks => words.offline_asks(),
            _ if asks => return ().into_any(),
            Offline::Fetching => words.offline_fetching(),
            Offline::Ready => words.offline_ready(),
        };
        // Whole MB, rounded up.
        let size = weight.div_ceil(1000).to_string();
        let get = (how == Offline::Asks).then(|| {
            let label = fill(words.offline_get(), &[("size", &size)]);
            let get = ui::tap(|_| offline::fetch_all());
            view! { <button type="button" class="second-action" id="offline" on:click=get>{ui::glyph("download")}<span>{label}</span></button> }
        });
        view! { <section><h2>{words.offline_title().to_owned()}</h2>{ui::line(says)}{get}</section> }.into_any()
    })
}
