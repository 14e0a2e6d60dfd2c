//! Show my coach: a card with only what the person ticks; and what such a card says, on the device that scanned it.

use super::frame::frame;
use super::missing;
use crate::browser::{address, people};
use crate::state::State;
use crate::ui;
use crate::words::say;
use engine::card::{Card, Kind};
use engine::catalogue::{Catalogue, Entry};
use engine::desk::DeskPlace;
use engine::ids::LessonId;
use engine::place::{Code, Place};
use leptos::prelude::*;
use std::sync::Arc;

/// What I show. Everything is ticked at first; a tick taken away changes the code at once.
pub fn page(state: State, catalogue: &Catalogue, register: Arc<Vec<LessonId>>) -> AnyView {
    let words = say();
    let progress = state.progress.get_untracked();
    let done: Vec<&Entry> =
        catalogue.lessons().map(|(_, entry)| entry).filter(|entry| progress.is_finished(&entry.id)).collect();
    if done.is_empty() {
        return frame(state, words.show_coach(), &Place::Steps, ui::line(words.nothing_yet()));
    }
    let left_out: RwSignal<Vec<LessonId>> = RwSignal::default();
    let one = |entry: &Entry| {
        let id = entry.id.clone();
        let checked = {
            let id = id.clone();
            ui::flag(move || !left_out.with(|left_out| left_out.contains(&id)))
        };
        let change = move |_| {
            left_out.update(|left_out| match left_out.iter().position(|other| *other == id) {
                Some(place) => drop(left_out.remove(place)),
                None => left_out.push(id.clone()),
            });
        };
        view! { <label class="choice"><input type="checkbox" id=format!("show-{}", entry.id) prop:checked=checked on:change=change/><span>{ui::said(&entry.can)}</span></label> }
    };
    let list = done.into_iter().map(one).collect_view();
    let label = words.show_coach().to_owned();
    let code = ui::live(move || {
        let card = left_out
            .with(|left_out| Card::of(&progress, &register, Kind::ForCoach, |lesson| !left_out.contains(lesson)));
        let code = card.code();
        let link = Code::new(&code).map(|code| address::of(&Place::Shown(code).href())).unwrap_or_default();
        view! { {ui::qr(&link, &label)} <p class="card-code" dir="ltr">{code}</p> }.into_any()
    });
    let inside = view! {
        <fieldset class="choices ticks"><legend>{words.show_choose().to_owned()}</legend><div>{list}</div></fieldset>
        {ui::line(words.show_scan())}
        {code}
    };
    frame(state, words.show_coach(), &Place::Steps, inside.into_any())
}

/// What somebody shows.
pub fn shown(state: State, catalogue: &Catalogue, register: &[LessonId], code: &Code) -> AnyView {
    let words = say();
    let Ok(card) = Card::read(code.as_str()) else { return missing::unknown(state) };
    let told: Vec<_> = card.lessons(register).map(|(lesson, _)| lesson).collect();
    let lines = catalogue.lessons().filter(|(_, entry)| told.contains(&&entry.id));
    let lines = lines
        .map(|(_, entry)| view! { <li class="i-can">{ui::glyph("check")}<span>{ui::said(&entry.can)}</span></li> })
        .collect_view();
    // Whoever scans it is a coach, mostly; their pages are no part of the app. A kiosk has no way out.
    let board = (!people::is_kiosk()).then(|| {
        let href = format!("coach/{}", DeskPlace::Board(Some(code.clone())).href());
        view! { <a class="second-action" href=href>{ui::glyph("plus")}<span>{words.shown_board().to_owned()}</span></a> }
    });
    let inside = view! { <ul class="can-list">{lines}</ul> {ui::line(words.shown_says())} {board} };
    frame(state, words.shown_title(), &Place::Unknown, inside.into_any())
}
