//! A hard word, explained: a sheet with its picture, the word and an easy sentence, in both languages.

use super::listen;
use crate::cards::words;
use crate::state::State;
use crate::ui;
use crate::words::say;
use engine::ids::ItemId;
use engine::lesson::Lesson;
use leptos::html::Dialog;
use leptos::prelude::*;
use std::sync::Arc;

/// The sheet, and what opens it at a word.
pub fn explanation(state: State, lesson: Arc<Lesson>) -> (Callback<ItemId>, impl FnOnce() -> AnyView) {
    let sheet: NodeRef<Dialog> = NodeRef::new();
    let asked: RwSignal<Option<ItemId>> = RwSignal::new(None);
    let open = Callback::new(move |id| {
        asked.set(Some(id));
        ui::open_sheet(sheet);
    });
    let draw = move || {
        let done = say().sheet_done().to_owned();
        let inside = ui::live(move || {
            let term = asked.with(|id| lesson.terms.get(id.as_ref()?));
            let Some(term) = term else { return ().into_any() };
            let says = term.says.iter().map(|text| view! { <p class="say">{words(text)}</p> }.into_any());
            view! {
                <div class="plate">{ui::decoration(term.picture.as_str())}</div>
                <h3>{words(&term.word)}</h3>
                {says.collect_view()}
            }
            .into_any()
        });
        let close = move |_| {
            crate::browser::speech::stop();
            ui::close_sheet(sheet);
        };
        let inside = view! {
            <div class="explained helping">{inside}</div>
            {listen::no_voice(state, &say())}
            <div class="sheet-actions explained-actions">
                {listen::button(state, "listen-explained")}
                <button type="button" class="main-action" on:click=ui::tap(close)>{done}</button>
            </div>
        };
        ui::sheet(sheet, "explained-sheet", say().explained(), inside.into_any())
    };
    (open, draw)
}
