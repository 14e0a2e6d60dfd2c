//! The pages that most visits do without: a part of the app of its own, fetched when the first of them is opened.

use super::{about, help, me, missing, steps};
use crate::browser::fetch::NotLoaded;
use crate::state::{Shelf, State};
use crate::words::Say;
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
        Place::Me => me::page(state),
        Place::About => about::page(state),
        _ => help::page(state),
    }))
}
