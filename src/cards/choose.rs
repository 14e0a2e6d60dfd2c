//! `choose`: picks the right answer, then *Check*.

use super::answers::{Look, pick};
use super::{Play, below, text};
use engine::ids::ItemId;
use engine::lesson::{Question, Step};
use engine::session::OptionFace;
use leptos::prelude::*;
use std::sync::Arc;

/// How an answer looks among those that are left; one that is not is out.
pub fn look(left: &[OptionFace<'_>], id: &ItemId) -> Look {
    let face = left.iter().find(|face| face.answer.id == *id);
    let look =
        |face: &OptionFace<'_>| Look { chosen: face.chosen, tried: face.tried, shown: face.shown, ..Look::default() };
    face.map_or(Look { out: true, ..Look::default() }, look)
}

pub fn view(play: &Play, step: &Step, question: &Question, shown: AnyView) -> AnyView {
    let in_order = play.session.with_untracked(|session| {
        let fresh = engine::session::Session { attempts: Default::default(), ..session.clone() };
        fresh.options(step, question).iter().map(|face| face.answer.clone()).collect::<Vec<_>>()
    });
    let look = {
        let (play, question) = (play.clone(), question.clone());
        Arc::new(move |id: &ItemId| {
            let Some(step) = play.step() else { return Look::default() };
            play.session.with(|session| look(&session.options(step, &question), id))
        })
    };
    view! {
        <fieldset class="card choose">
            <legend>{text::heading(&step.heading)}</legend>
            {below(play, step)}
            {shown}
            {pick(play, step.id.as_str(), in_order, look)}
        </fieldset>
    }
    .into_any()
}
