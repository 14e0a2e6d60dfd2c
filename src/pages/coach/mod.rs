//! The coach's pages: a binary of their own, so that a worker pays nothing for them.

mod board;
mod frame;
mod group;
mod how_it_begins;
mod lists;
mod manager;
mod poster;
mod route;
mod share;
mod sheet;
mod staff;
mod start;
mod this_page;

use crate::browser::{fetch, focus, looks};
use crate::state::{Desk, Shelf};
use crate::ui::Pictures;
use crate::words::coach::Say;
use engine::desk::DeskPlace;
use leptos::prelude::*;
use std::sync::Arc;

/// The coach's pages as a whole: one desk, one page at a time.
#[component]
pub fn Pages() -> impl IntoView {
    let desk = Desk::set_up();
    provide_context(Pictures { folder: fetch::address("pictures/"), drawing: Arc::new(|_| None) });
    move || match desk.words.get() {
        // The waiting text of the page is still there.
        Shelf::Waiting => ().into_any(),
        Shelf::NotLoaded(_) => {
            looks::failed();
            ().into_any()
        }
        Shelf::Ready(words) => {
            looks::ready();
            shell(desk, words)
        }
    }
}

fn shell(desk: Desk, words: Say) -> AnyView {
    provide_context(words.clone());
    let skip = words.skip().to_owned();
    let page = move || {
        focus::settle();
        page(desk, desk.place.get())
    };
    view! {
        <a class="skip" href="#main">{skip}</a>
        {page}
    }
    .into_any()
}

fn page(desk: Desk, place: DeskPlace) -> AnyView {
    let catalogue = match (&place, desk.catalogue.get()) {
        (DeskPlace::Unknown, _) => return frame::unknown(desk),
        (_, Shelf::Waiting) => return frame::waiting(desk),
        (_, Shelf::NotLoaded(_)) => return frame::not_loaded(desk),
        (_, Shelf::Ready(catalogue)) => catalogue,
    };
    match place {
        DeskPlace::Share => share::page(desk),
        DeskPlace::Poster => poster::page(desk),
        DeskPlace::Board(code) => board::page(desk, catalogue, code.as_ref()),
        DeskPlace::Start(point) => start::page(desk, &catalogue, point.as_ref()),
        DeskPlace::Manager(page) => manager::page(desk, page),
        DeskPlace::Sheet(lesson, language) => sheet::page(desk, &catalogue, &lesson, language.as_ref()),
        DeskPlace::Group(lesson, slide, language) => group::page(desk, lesson, slide, language),
        _ => route::page(desk, catalogue),
    }
}
