//! Where help is: who to ask, and what the app does.

use super::frame::frame;
use crate::browser::people;
use crate::state::{Shelf, State, custom};
use crate::ui;
use crate::words::say;
use engine::place::Place;
use leptos::prelude::*;

pub fn page(state: State) -> AnyView {
    let words = say();
    let list = [
        ("person-raising-hand", words.help_coach()),
        ("people-holding-hands", words.help_colleague()),
        ("undo", words.help_mistake()),
        ("mobile-phone", if people::is_kiosk() { words.kiosk_done_says() } else { words.help_saved() }),
    ];
    // What the organisation says of itself comes first.
    let theirs = custom::theirs();
    let language = state.language().lang;
    let own = ui::live(move || {
        let Some(custom) = custom::right(theirs) else { return ().into_any() };
        let mut rows = vec![];
        for (key, picture) in custom::LINES.into_iter().zip(["person-raising-hand", "mobile-phone"]) {
            let line = custom.line(key, language);
            if !line.is_empty() {
                let drawn = match custom::picture(custom.picture(key)) {
                    Some(photo) => view! { <img class="picture" src=photo alt=""/> }.into_any(),
                    None => ui::decoration(picture),
                };
                rows.push(row(drawn, line));
            }
        }
        rows.into_any()
    });
    // The first lesson of all shows how the app works.
    let first = match state.catalogue.get() {
        Shelf::Ready(catalogue) => catalogue.lessons().next().map(|(_, entry)| Place::Lesson(entry.id.clone()).href()),
        _ => None,
    };
    let inside = view! {
        <ul class="help-list">{own} {list.map(|(picture, text)| row(ui::decoration(picture), text)).into_iter().collect::<Vec<_>>()}</ul>
        {first.map(|href| view! { <a class="main-action" href=href><span>{words.help_app().to_owned()}</span>{ui::glyph("next")}</a> })}
        <a class="second-action" href=Place::About.href()>{ui::glyph("info")}<span>{words.about().to_owned()}</span></a>
    };
    frame(state, words.help_title(), &Place::Help, inside.into_any())
}

fn row(picture: AnyView, text: &str) -> AnyView {
    view! { <li class="help-row"><span class="plate">{picture}</span><span>{ui::said(text)}</span></li> }.into_any()
}
