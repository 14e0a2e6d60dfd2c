//! The end of a lesson: what I can do now, when it comes back, what is next.

use super::{coach_saw, frame, missing};
use crate::browser::{looks, today};
use crate::state::{Shelf, State};
use crate::ui;
use crate::words::{fill, say};
use engine::place::Place;
use leptos::prelude::*;

pub fn page(state: State) -> AnyView {
    let words = say();
    let Shelf::Ready(lesson) = state.lesson.get_untracked() else { return missing::waiting() };
    let today = today::today();
    let next = state.practice.with_untracked(|practice| practice.next(&lesson.id, today));
    let days = next.map(|day| (day.0 - today.0).max(0));
    let again = days.map(|days| match days {
        0 | 1 => words.practise_tomorrow().to_owned(),
        days => fill(words.practise_in_days(), &[("days", &days.to_string())]),
    });
    let due = state.practice.with_untracked(|practice| practice.due(today));
    let due = due.into_iter().next().map(|due| {
        let href = Place::Again(due, None).href();
        view! { <a class="second-action" href=href>{ui::glyph("repeat")}<span>{words.practise_again().to_owned()}</span></a> }
    });
    let following = state.next_of_route(&lesson.id).or_else(|| lesson.next.clone()).or_else(|| {
        match state.catalogue.get_untracked() {
            Shelf::Ready(catalogue) => state.progress.with_untracked(|progress| {
                let open = catalogue.proposed().find(|(_, entry)| !progress.is_finished(&entry.id));
                open.map(|(_, entry)| entry.id.clone())
            }),
            _ => None,
        }
    });
    let onward = following.map(|id| {
        view! { <a class="main-action" href=Place::Lesson(id).href()><span>{words.next_lesson().to_owned()}</span>{ui::glyph("next")}</a> }
    });
    let inside = view! {
        {ui::line(words.you_can_now())}
        <p class="i-can">{ui::glyph("check")}<span>{ui::said(lesson.can.own())}</span></p>
        {again.map(|text| view! { <p class="quiet">{ui::said(&text)}</p> })}
        {onward}
        {due}
        {coach_saw::section(state, &lesson.id)}
    };
    let page = frame::calm(state, words.finished(), "star", inside.into_any());
    looks::title(&format!("{} – {} – Stepwise", words.finished(), lesson.title.plain()));
    page
}
