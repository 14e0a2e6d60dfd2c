//! What the first card of a lesson does without: the pages that most visits do not open, and the kinds of cards that no lesson begins with. A part of the app of its
//! own, fetched when the first card is there, or when something of it is wanted.

use super::{about, card, certificate, finished, help, kiosk, lesson, me, missing, people, show, steps};
use crate::browser::fetch::NotLoaded;
use crate::cards::{self, Play};
use crate::state::{Help, Shelf, State};
use crate::ui;
use crate::words::{Say, say};
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use engine::catalogue::Catalogue;
use engine::ids::StepId;
use engine::lesson::Lesson;
use engine::place::{Code, Place};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What this part draws.
enum Wanted {
    Page(Place, Arc<Catalogue>),
    /// What is left of a lesson to be practised again, at a card.
    Again(Arc<Lesson>, Help, Option<StepId>),
    /// What can be set in the middle of a lesson.
    Settings,
    /// A card of a kind that no lesson begins with.
    Card(Play),
}

/// The page of a place, or that it is on its way, or did not come.
pub fn page(state: State, place: Place, catalogue: Arc<Catalogue>, words: &Say) -> AnyView {
    drawn(state, Wanted::Page(place, catalogue), words)
}

/// A card or two of a finished lesson.
pub fn again(state: State, lesson: Arc<Lesson>, help: Help, step: Option<StepId>, words: &Say) -> AnyView {
    drawn(state, Wanted::Again(lesson, help, step), words)
}

fn drawn(state: State, wanted: Wanted, words: &Say) -> AnyView {
    missing(state, words).unwrap_or_else(|| now(state, wanted))
}

/// What stands in the place of a page as long as this part is not there.
pub fn missing(state: State, words: &Say) -> Option<AnyView> {
    match state.late.get() {
        Shelf::Waiting => {
            fetch(state);
            Some(missing::waiting())
        }
        Shelf::Ready(_) => None,
        Shelf::NotLoaded(why) => Some(missing::not_loaded(state, why, words)),
    }
}

/// A card of a kind that no lesson begins with, when this part is there.
pub fn card(state: State, play: Play) -> AnyView {
    now(state, Wanted::Card(play))
}

/// What can be set in the middle of a lesson, as soon as it is there.
pub fn settings(state: State) -> AnyView {
    ui::live(move || match state.late.get() {
        Shelf::Waiting => ui::line(say().waiting()),
        Shelf::Ready(_) => now(state, Wanted::Settings),
        Shelf::NotLoaded(_) => ui::line(say().not_loaded_says()),
    })
}

/// Fetches this part, unless it is there.
pub fn fetch(state: State) {
    if !matches!(state.late.get_untracked(), Shelf::Ready(_)) {
        spawn_local(async move {
            let came = load().await;
            state.late.set(came.map_or(Shelf::NotLoaded(NotLoaded::Broken), |()| Shelf::Ready(Arc::new(()))));
        });
    }
}

fn now(state: State, wanted: Wanted) -> AnyView {
    let drawn = pin!(draw(state, wanted));
    match drawn.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(Drawn(view))) => view,
        _ => missing::waiting(),
    }
}

struct Drawn(AnyView);

#[wasm_split(late, fallible, preload(load))]
fn draw(state: State, wanted: Wanted) -> Result<Drawn, SplitLoaderError> {
    let (place, catalogue) = match wanted {
        Wanted::Page(place, catalogue) => (place, catalogue),
        Wanted::Settings => return Ok(Drawn(me::in_lesson(state))),
        Wanted::Card(play) => return Ok(Drawn(cards::other_card(&play))),
        Wanted::Again(lesson, help, step) => {
            let round = state.practice.with_untracked(|practice| practice.round(&lesson.id));
            let again = Arc::new(lesson.to_practise_again(round));
            return Ok(Drawn(lesson::open(state, again, help, step.as_ref())));
        }
    };
    Ok(Drawn(match place {
        // Home is not in this part: where it is asked for, nobody is at a kiosk.
        Place::Home => kiosk::free(state),
        Place::Kiosk(lessons) => kiosk::page(state, catalogue, lessons),
        Place::Steps => steps::page(state, &catalogue),
        Place::Certificate => certificate::page(state, &catalogue),
        Place::Finished(_) => finished::page(state),
        Place::Me => me::page(state),
        Place::About => about::page(state),
        Place::People(code) => people::page(state, code.as_ref().map(Code::as_str)),
        Place::Card(_) | Place::ShowCoach | Place::Shown(_) | Place::ShortRoute(_) => {
            with_register(state, &place, catalogue)
        }
        _ => help::page(state),
    }))
}

/// A page of codes, which need to know the place of each lesson in a code.
fn with_register(state: State, place: &Place, catalogue: Arc<Catalogue>) -> AnyView {
    match state.register.get() {
        Shelf::Waiting => {
            state.load_register();
            missing::waiting()
        }
        Shelf::NotLoaded(why) => missing::not_loaded(state, why, &say()),
        Shelf::Ready(register) => match place {
            Place::Card(code) => card::page(state, catalogue, register, code.as_ref()),
            Place::ShortRoute(code) => card::follow(state, &register, code),
            Place::Shown(code) => show::shown(state, &catalogue, &register, code),
            _ => show::page(state, &catalogue, register),
        },
    }
}
