//! What the first card of a lesson does without, in three parts of the app of their own: the kinds of cards that no lesson begins with and the end of a lesson, the
//! pages that most visits do not open, and the kiosk. Each is fetched when something of it is wanted; the cards when the first card is there.

use super::{about, card, certificate, finished, help, kiosk, lesson, me, missing, people, show, steps};
use crate::browser::fetch::NotLoaded;
use crate::cards::{self, Play};
use crate::state::{Help, Shelf, State};
use crate::ui;
use crate::words::{Say, say};
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use engine::catalogue::Catalogue;
use engine::ids::StepId;
use engine::lesson::Lesson;
use engine::place::{Code, Place};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// One of the parts, each with a function below that draws what is in it.
#[derive(Clone, Copy)]
pub enum Part {
    Cards,
    Pages,
    Kiosk,
}

/// What a part draws.
enum Wanted {
    Page(Place, Arc<Catalogue>),
    /// What is left of a lesson to be practised again, at a card.
    Again(Arc<Lesson>, Help, Option<StepId>),
    /// What can be set in the middle of a lesson.
    Settings,
    /// A card of a kind that no lesson begins with.
    Card(Play),
}

impl Wanted {
    /// Where it is drawn.
    fn part(&self) -> Part {
        match self {
            // Home is in no part: where it is asked for here, nobody is at a kiosk.
            Self::Page(Place::Home | Place::Kiosk(_), _) => Part::Kiosk,
            Self::Page(Place::Finished(_), _) | Self::Again(..) | Self::Card(_) => Part::Cards,
            Self::Page(..) | Self::Settings => Part::Pages,
        }
    }
}

/// How it stands with a part.
fn shelf(state: State, part: Part) -> RwSignal<Shelf<()>> {
    let [cards, pages, kiosk] = state.parts;
    match part {
        Part::Cards => cards,
        Part::Pages => pages,
        Part::Kiosk => kiosk,
    }
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
    missing(state, wanted.part(), words).unwrap_or_else(|| now(state, wanted))
}

/// What stands in the place of a page as long as its part is not there.
pub fn missing(state: State, part: Part, words: &Say) -> Option<AnyView> {
    match shelf(state, part).get() {
        Shelf::Waiting => {
            fetch(state, part);
            Some(missing::waiting())
        }
        Shelf::Ready(_) => None,
        Shelf::NotLoaded(why) => Some(missing::not_loaded(state, why, words)),
    }
}

/// A card of a kind that no lesson begins with, when its part is there.
pub fn card(state: State, play: Play) -> AnyView {
    now(state, Wanted::Card(play))
}

/// What can be set in the middle of a lesson, as soon as it is there.
pub fn settings(state: State) -> AnyView {
    ui::live(move || match shelf(state, Part::Pages).get() {
        Shelf::Waiting => ui::line(say().waiting()),
        Shelf::Ready(_) => now(state, Wanted::Settings),
        Shelf::NotLoaded(_) => ui::line(say().not_loaded_says()),
    })
}

type Later<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

/// Fetches a part, unless it is there.
pub fn fetch(state: State, part: Part) {
    let shelf = shelf(state, part);
    if !matches!(shelf.get_untracked(), Shelf::Ready(_)) {
        let load: Later<()> = match part {
            Part::Cards => Box::pin(load_cards()),
            Part::Pages => Box::pin(load_pages()),
            Part::Kiosk => Box::pin(load_kiosk()),
        };
        spawn_local(async move {
            let came = load.await;
            shelf.set(came.map_or(Shelf::NotLoaded(NotLoaded::Broken), |()| Shelf::Ready(Arc::new(()))));
        });
    }
}

/// What a part draws that is there.
fn now(state: State, wanted: Wanted) -> AnyView {
    let mut drawn: Later<Drawn> = match wanted.part() {
        Part::Cards => Box::pin(draw_in_lesson(state, wanted)),
        Part::Pages => Box::pin(draw_page(state, wanted)),
        Part::Kiosk => Box::pin(draw_kiosk(state, wanted)),
    };
    match drawn.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(Drawn(view))) => view,
        _ => missing::waiting(),
    }
}

struct Drawn(AnyView);

#[wasm_split(cards, fallible, preload(load_cards))]
fn draw_in_lesson(state: State, wanted: Wanted) -> Result<Drawn, SplitLoaderError> {
    Ok(Drawn(match wanted {
        Wanted::Card(play) => cards::other_card(&play),
        Wanted::Again(lesson, help, step) => {
            let round = state.practice.with_untracked(|practice| practice.round(&lesson.id));
            let again = Arc::new(lesson.to_practise_again(round));
            lesson::open(state, again, help, step.as_ref())
        }
        _ => finished::page(state),
    }))
}

#[wasm_split(pages, fallible, preload(load_pages))]
fn draw_page(state: State, wanted: Wanted) -> Result<Drawn, SplitLoaderError> {
    let Wanted::Page(place, catalogue) = wanted else { return Ok(Drawn(me::in_lesson(state))) };
    Ok(Drawn(match place {
        Place::Steps => steps::page(state, &catalogue),
        Place::Certificate => certificate::page(state, &catalogue),
        Place::Me => me::page(state),
        Place::About => about::page(state),
        Place::People(code) => people::page(state, code.as_ref().map(Code::as_str)),
        Place::Card(_) | Place::ShowCoach | Place::Shown(_) | Place::ShortRoute(_) => {
            with_register(state, &place, catalogue)
        }
        _ => help::page(state),
    }))
}

#[wasm_split(kiosk, fallible, preload(load_kiosk))]
fn draw_kiosk(state: State, wanted: Wanted) -> Result<Drawn, SplitLoaderError> {
    Ok(Drawn(match wanted {
        Wanted::Page(Place::Kiosk(lessons), catalogue) => kiosk::page(state, catalogue, lessons),
        _ => kiosk::free(state),
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
