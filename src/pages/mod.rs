//! One file for each place. A page is drawn from what is there; it cannot fail and knows no other page.

mod about;
mod card;
mod certificate;
pub mod coach;
mod course;
mod explanation;
mod finished;
mod frame;
mod help;
mod help_language;
mod home;
mod kiosk;
mod late;
mod lesson;
mod listen;
mod lists;
mod me;
mod missing;
mod offline;
mod people;
mod secret;
mod show;
mod steps;

use crate::browser::fetch::NotLoaded;
use crate::state::{Help, Shelf, State};
use crate::ui::Pictures;
use crate::words::Say;
use engine::catalogue::Catalogue;
use engine::ids::LessonId;
use engine::lesson::Lesson;
use engine::place::Place;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of the place where the reader is.
pub fn page(state: State, place: Place, words: &Say) -> AnyView {
    // Nothing is to be seen before somebody has said who they are.
    let place = match place {
        Place::Kiosk(_) => place,
        _ if state.is_free_kiosk() => return late::page(state, Place::Home, Arc::default(), words),
        Place::People(_) => place,
        _ if state.is_nobody() => Place::People(None),
        _ => place,
    };
    match place {
        Place::Home => with_catalogue(state, words, move |catalogue| home::page(state, &catalogue)),
        Place::Course(id) => with_catalogue(state, words, move |catalogue| match catalogue.course(&id) {
            Some(course) => course::page(state, course),
            None => missing::unknown(state),
        }),
        Place::Lesson(id) => {
            with_lesson(state, words, &id, move |lesson, help| lesson::open(state, lesson, help, None))
        }
        Place::Step(id, step) => {
            with_lesson(state, words, &id, move |lesson, help| lesson::open(state, lesson, help, Some(&step)))
        }
        Place::Again(id, step) => {
            let say = words.clone();
            with_lesson(state, words, &id, move |lesson, help| late::again(state, lesson, help, step.clone(), &say))
        }
        Place::Finished(ref id) => {
            let (say, place) = (words.clone(), place.clone());
            with_lesson(state, words, id, move |_, _| late::page(state, place.clone(), Arc::default(), &say))
        }
        Place::Steps
        | Place::Certificate
        | Place::Card(_)
        | Place::ShowCoach
        | Place::Shown(_)
        | Place::ShortRoute(_)
        | Place::Kiosk(_) => {
            let say = words.clone();
            with_catalogue(state, words, move |catalogue| late::page(state, place.clone(), catalogue, &say))
        }
        Place::Me | Place::About | Place::Help | Place::People(_) => late::page(state, place, Arc::default(), words),
        // Nobody stays at a route: it leads on to one of its lessons.
        Place::Route(_) | Place::Unknown => missing::unknown(state),
    }
}

fn with_catalogue(state: State, words: &Say, page: impl Fn(Arc<Catalogue>) -> AnyView) -> AnyView {
    match state.catalogue.get() {
        Shelf::Waiting => missing::waiting(),
        Shelf::Ready(catalogue) => page(catalogue),
        Shelf::NotLoaded(why) => missing::not_loaded(state, why, words),
    }
}

fn with_lesson(state: State, words: &Say, id: &LessonId, page: impl Fn(Arc<Lesson>, Help) -> AnyView) -> AnyView {
    // Pictures that did not come with the lesson come one by one.
    let drawings = match state.drawings.get() {
        Shelf::Waiting => return missing::waiting(),
        Shelf::Ready(drawings) => drawings,
        Shelf::NotLoaded(_) => Arc::default(),
    };
    let pictures: Pictures = expect_context();
    provide_context(Pictures { drawing: Arc::new(move |id| drawings.get(id).cloned()), ..pictures });
    match state.lesson.get() {
        Shelf::Waiting => missing::waiting(),
        Shelf::Ready(lesson) if lesson.id != *id => missing::waiting(),
        Shelf::Ready(lesson) => {
            let help = state.help_with(&lesson);
            page(lesson, help)
        }
        Shelf::NotLoaded(why) => {
            // A file that is not there, of a lesson that is: it got lost, and may come back.
            state.wants_catalogue.set(true);
            let listed = match state.catalogue.get() {
                Shelf::Waiting => return missing::waiting(),
                Shelf::Ready(catalogue) => catalogue.lesson(id).is_some(),
                Shelf::NotLoaded(_) => true,
            };
            // A coach's list may be older than the app.
            if !listed && let Some(next) = state.next_of_route(id) {
                state.go_instead(&Place::Lesson(next));
                return missing::waiting();
            }
            missing::not_loaded(state, if listed { NotLoaded::Broken } else { why }, words)
        }
    }
}
