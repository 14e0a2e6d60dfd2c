//! `choose`: picks the right answer, then *Check*.

use super::answers::{Look, pick};
use super::{Play, shown};
use crate::ui;
use engine::ids::ItemId;
use engine::lesson::{Question, Step};
use leptos::prelude::*;

pub fn view(play: &Play, step: &Step, question: &Question) -> AnyView {
    let in_order = play.session.with_untracked(|session| {
        let fresh = engine::session::Session { attempts: Default::default(), ..session.clone() };
        fresh.options(step, question).iter().map(|face| face.answer.clone()).collect::<Vec<_>>()
    });
    let look = {
        let (play, question) = (play.clone(), question.clone());
        move |id: &ItemId| {
            let step = play.step()?;
            play.session.with(|session| {
                let faces = session.options(step, &question);
                let face = faces.iter().find(|face| face.answer.id == *id)?;
                Some(Look { chosen: face.chosen, tried: face.tried, shown: face.shown })
            })
        }
    };
    let more = play.more.then(|| ui::sentences(&step.more, "more"));
    view! {
        <fieldset class="card choose">
            <legend>{ui::heading(&step.heading)}</legend>
            {more}
            {shown(play, step)}
            {pick(play, step.id.to_string(), in_order, look)}
        </fieldset>
    }
    .into_any()
}
