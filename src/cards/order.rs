//! `order`: taps the answers one after another. A tap on a placed answer takes it out again.

use super::{Play, shown, text};
use crate::ui;
use crate::words::{fill, say};
use engine::lesson::{Answer, Step};
use engine::session::Action;
use leptos::prelude::*;

#[derive(Clone, Copy, Default, PartialEq)]
struct Look {
    place: Option<usize>,
    kept: bool,
    shown: Option<usize>,
}

pub fn view(play: &Play, step: &Step, answers: &[Answer]) -> AnyView {
    let words = say();
    let act = play.act;
    let in_order: Vec<Answer> = play
        .session
        .with_untracked(|session| session.placed(step, answers).iter().map(|face| face.answer.clone()).collect());
    let can_undo = Memo::new({
        let (play, answers) = (play.clone(), answers.to_vec());
        move |_| {
            let step = play.step();
            !play.done()
                && step.is_some_and(|step| {
                    play.session.with(|session| {
                        session.placed(step, &answers).iter().any(|face| face.place.is_some() && !face.kept)
                    })
                })
        }
    });
    let one = |answer: Answer| {
        let look = Memo::new({
            let (play, answers, id) = (play.clone(), answers.to_vec(), answer.id.clone());
            move |_| {
                let Some(step) = play.step() else { return Look::default() };
                play.session.with(|session| {
                    let faces = session.placed(step, &answers);
                    let face = faces.iter().find(|face| face.answer.id == id);
                    face.map(|face| Look { place: face.place, kept: face.kept, shown: face.shown }).unwrap_or_default()
                })
            }
        });
        let place_of = words.place_of.clone();
        let spoken =
            move || look.get().place.map(|place| format!(", {}", fill(&place_of, &[("place", &place.to_string())])));
        let badge = move || look.get().place.or(look.get().shown).map(|place| place.to_string());
        let id = answer.id.clone();
        view! {
            <li>
                <button type="button" class="answer" class:chosen=move || look.get().place.is_some() class:kept=move || look.get().kept
                    class:shown=move || look.get().shown.is_some() && look.get().place.is_none()
                    aria-pressed=move || look.get().place.is_some().to_string()
                    on:click=move |_| act.run(Action::Tap(id.clone()))>
                    <span class="plate">{ui::decoration(answer.picture.as_str())}</span>
                    <span class="answer-text">{answer.text.clone()}<span class="spoken">{spoken}</span></span>
                    <span class="badge" aria-hidden="true">{badge}</span>
                </button>
            </li>
        }
    };
    view! {
        <div class="card order">
            {text(play, step)}
            {shown(play, step)}
            <ul class="answers">{in_order.into_iter().map(one).collect_view()}</ul>
            <button type="button" class="quiet-action" id="undo" hidden=move || !can_undo.get() on:click=move |_| act.run(Action::Undo)>
                {ui::glyph("undo")}<span>{words.undo.clone()}</span>
            </button>
        </div>
    }
    .into_any()
}
