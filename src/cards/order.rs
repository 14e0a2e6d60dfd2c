//! `order`: taps the answers one after another. A tap on a placed answer takes it out again.

use super::answers::{Ask, Look, button};
use super::{Play, head, shown, text};
use crate::ui;
use crate::words::{fill, say};
use engine::lesson::{Answer, Card, Step};
use engine::session::{Action, OrderFace};
use leptos::prelude::*;
use std::sync::Arc;

/// Asks something of the answers as they are now.
fn ask<T: Default>(play: &Play, of: impl FnOnce(&[OrderFace<'_>]) -> T) -> T {
    match play.step().map(|step| (step, &step.card)) {
        Some((step, Card::Order(answers))) => play.session.with(|session| of(&session.placed(step, answers))),
        _ => T::default(),
    }
}

pub fn view(play: &Play, step: &Step) -> AnyView {
    let words = say();
    let in_order: Vec<Answer> = untrack(|| ask(play, |faces| faces.iter().map(|face| face.answer.clone()).collect()));
    let one = |answer: Answer| {
        let look: Ask = {
            let (play, id) = (play.clone(), answer.id.clone());
            Arc::new(move || {
                let look = |face: &OrderFace<'_>| Look {
                    chosen: face.place.is_some(),
                    kept: face.kept,
                    shown: face.shown.is_some() && face.place.is_none(),
                    number: face.place.or(face.shown),
                    ..Look::default()
                };
                ask(&play, |faces| faces.iter().find(|face| face.answer.id == id).map(look).unwrap_or_default())
            })
        };
        let place_of = words.place_of().to_owned();
        let spoken = move |place: usize| fill(&place_of, &[("place", &place.to_string())]);
        let inside = view! {
            <span class="plate">{ui::decoration(answer.picture.as_str())}</span><span class="answer-text">{text::words(&answer.text)}</span>
        };
        view! { <li>{button(play, inside.into_any(), look, spoken, Action::Tap(answer.id))}</li> }.into_any()
    };
    let answers = in_order.into_iter().map(one).collect_view();
    let nothing_to_undo = {
        let play = play.clone();
        move || play.done() || !ask(&play, |faces| faces.iter().any(|face| face.place.is_some() && !face.kept))
    };
    let placed = {
        let (play, place_of) = (play.clone(), words.place_of().to_owned());
        ui::told(move || {
            let last = |faces: &[OrderFace<'_>]| {
                let last = faces.iter().filter(|face| face.place.is_some()).max_by_key(|face| face.place)?;
                let place = fill(&place_of, &[("place", &last.place?.to_string())]);
                Some(format!("{}: {place}", last.answer.text.plain()))
            };
            ask(&play, last).unwrap_or_default()
        })
    };
    let act = play.act;
    view! {
        <div class="card order">
            {head(play, step)}
            {shown(play, step)}
            <ul class="answers">{answers}</ul>
            {placed}
            {ui::quiet_button("undo", Some("undo"), words.undo(), nothing_to_undo, move || act.run(Action::Undo))}
        </div>
    }
    .into_any()
}
