//! The pages that most visits do without: a part of the app of its own, fetched when the first of them is opened.

use super::{about, card, certificate, help, me, missing, show, steps};
use crate::browser::fetch::NotLoaded;
use crate::state::{Shelf, State};
use crate::words::{Say, say};
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use engine::catalogue::Catalogue;
use engine::place::Place;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The page of a place, or that it is on its way, or did not come.
pub fn page(state: State, place: Place, catalogue: Arc<Catalogue>, words: &Say) -> AnyView {
    match state.late.get() {
        Shelf::Waiting => {
            spawn_local(async move {
                let came = load().await;
                state.late.set(came.map_or(Shelf::NotLoaded(NotLoaded::Broken), |()| Shelf::Ready(Arc::new(()))));
            });
            missing::waiting()
        }
        Shelf::Ready(_) => {
            let drawn = pin!(draw(state, place, catalogue));
            match drawn.poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(Ok(Drawn(view))) => view,
                _ => missing::waiting(),
            }
        }
        Shelf::NotLoaded(why) => missing::not_loaded(state, why, words),
    }
}

struct Drawn(AnyView);

#[wasm_split(late, fallible, preload(load))]
fn draw(state: State, place: Place, catalogue: Arc<Catalogue>) -> Result<Drawn, SplitLoaderError> {
    Ok(Drawn(match place {
        Place::Steps => steps::page(state, &catalogue),
        Place::Certificate => certificate::page(state, &catalogue),
        Place::Me => me::page(state),
        Place::About => about::page(state),
        Place::Card(_) | Place::ShowCoach | Place::Shown(_) => with_register(state, &place, catalogue),
        _ => help::page(state),
    }))
}

/// A page of cards, which need to know the place of each lesson in a code.
fn with_register(state: State, place: &Place, catalogue: Arc<Catalogue>) -> AnyView {
    match state.register.get() {
        Shelf::Waiting => {
            state.load_register();
            missing::waiting()
        }
        Shelf::NotLoaded(why) => missing::not_loaded(state, why, &say()),
        Shelf::Ready(register) => match place {
            Place::Card(code) => card::page(state, catalogue, register, code.as_ref()),
            Place::Shown(code) => show::shown(state, &catalogue, &register, code),
            _ => show::page(state, &catalogue, register),
        },
    }
}
