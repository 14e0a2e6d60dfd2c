//! `match`: pairs pictures with their meanings, tap then tap.

use super::{Play, text};
use crate::ui;
use crate::words::{fill, say};
use engine::lesson::{Pair, Step};
use engine::session::{Action, PairFace};
use leptos::prelude::*;

#[derive(Clone, Copy, Default, PartialEq)]
struct Look {
    picked: bool,
    joined: Option<usize>,
    kept: bool,
    shown: Option<usize>,
}

impl Look {
    fn of(face: &PairFace<'_>) -> Self {
        Self { picked: face.picked, joined: face.joined, kept: face.kept, shown: face.shown }
    }
}

pub fn view(play: &Play, step: &Step, pairs: &[Pair]) -> AnyView {
    let (pictures, meanings) = play.session.with_untracked(|session| {
        let face = session.pairs(step, pairs);
        let list = |faces: &[PairFace<'_>]| faces.iter().map(|face| face.pair.clone()).collect::<Vec<_>>();
        (list(&face.pictures), list(&face.meanings))
    });
    let side = |pair: Pair, meaning: bool| one(play, pairs.to_vec(), pair, meaning);
    view! {
        <div class="card match">
            {text(play, step)}
            <div class="pairs">
                <ul>{pictures.into_iter().map(|pair| side(pair, false)).collect_view()}</ul>
                <ul>{meanings.into_iter().map(|pair| side(pair, true)).collect_view()}</ul>
            </div>
        </div>
    }
    .into_any()
}

fn one(play: &Play, pairs: Vec<Pair>, pair: Pair, meaning: bool) -> AnyView {
    let words = say();
    let act = play.act;
    let look = Memo::new({
        let (play, id) = (play.clone(), pair.id.clone());
        move |_| {
            let Some(step) = play.step() else { return Look::default() };
            play.session.with(|session| {
                let face = session.pairs(step, &pairs);
                let side = if meaning { &face.meanings } else { &face.pictures };
                side.iter().find(|face| face.pair.id == id).map(Look::of).unwrap_or_default()
            })
        }
    });
    let number = move || look.get().joined.or(look.get().shown);
    let pair_of = words.pair_of.clone();
    let spoken = move || look.get().joined.map(|pair| format!(", {}", fill(&pair_of, &[("pair", &pair.to_string())])));
    let inside = if meaning {
        view! { <span class="plate">{ui::decoration(pair.meaning.as_str())}</span><span class="answer-text">{pair.text.clone()}</span> }.into_any()
    } else {
        view! { <span class="plate">{ui::picture(pair.picture.as_str(), play.lesson.alt(&pair.picture))}</span> }
            .into_any()
    };
    let id = pair.id;
    let tap = move |_| act.run(if meaning { Action::TapMeaning(id.clone()) } else { Action::Tap(id.clone()) });
    view! {
        <li>
            <button type="button" class="answer" class:picked=move || look.get().picked class:chosen=move || look.get().joined.is_some()
                class:kept=move || look.get().kept class:shown=move || look.get().shown.is_some() && look.get().joined.is_none()
                aria-pressed=move || (look.get().picked || look.get().joined.is_some()).to_string() on:click=tap>
                {inside}<span class="spoken">{spoken}</span>
                <span class="badge" aria-hidden="true">{move || number().map(|pair| pair.to_string())}</span>
            </button>
        </li>
    }
    .into_any()
}
