//! `match`: pairs pictures with their meanings, tap then tap.

use super::answers::{Ask, Look, button};
use super::{Play, head, text};
use crate::ui;
use crate::words::{fill, say};
use engine::lesson::{Card, Pair, Step};
use engine::session::{Action, MatchFace, PairFace};
use leptos::prelude::*;
use std::sync::Arc;

/// Asks something of the two columns as they are now.
fn ask<T: Default>(play: &Play, of: impl FnOnce(&MatchFace<'_>) -> T) -> T {
    match play.step().map(|step| (step, &step.card)) {
        Some((step, Card::Match(pairs))) => play.session.with(|session| of(&session.pairs(step, pairs))),
        _ => T::default(),
    }
}

fn side<'a>(face: &'a MatchFace<'a>, meaning: bool) -> &'a [PairFace<'a>] {
    if meaning { &face.meanings } else { &face.pictures }
}

fn look(face: &PairFace<'_>) -> Look {
    Look {
        chosen: face.joined.is_some(),
        picked: face.picked,
        kept: face.kept,
        shown: face.shown.is_some() && face.joined.is_none(),
        number: face.joined.or(face.shown),
        ..Look::default()
    }
}

pub fn view(play: &Play, step: &Step) -> AnyView {
    let column = |meaning: bool| {
        let pairs: Vec<Pair> =
            untrack(|| ask(play, |face| side(face, meaning).iter().map(|face| face.pair.clone()).collect()));
        let buttons = pairs.into_iter().map(|pair| one(play, pair, meaning)).collect_view();
        view! { <ul>{buttons}</ul> }.into_any()
    };
    let joined = {
        let (play, pair_of) = (play.clone(), say().pair_of().to_owned());
        ui::told(move || {
            let last = |face: &MatchFace<'_>| {
                let last = face.meanings.iter().filter(|face| face.joined.is_some()).max_by_key(|face| face.joined)?;
                let pair = fill(&pair_of, &[("pair", &last.joined?.to_string())]);
                Some(format!("{}: {pair}", last.pair.text.plain()))
            };
            ask(&play, last).unwrap_or_default()
        })
    };
    view! { <div class="card match">{head(play, step)}<div class="pairs">{column(false)}{column(true)}</div>{joined}</div> }
        .into_any()
}

fn one(play: &Play, pair: Pair, meaning: bool) -> AnyView {
    let now: Ask = {
        let (play, id) = (play.clone(), pair.id.clone());
        Arc::new(move || {
            ask(&play, |face| side(face, meaning).iter().find(|face| face.pair.id == id).map(look).unwrap_or_default())
        })
    };
    let pair_of = say().pair_of().to_owned();
    let spoken = move |pair: usize| fill(&pair_of, &[("pair", &pair.to_string())]);
    let (inside, action) = if meaning {
        let picture = ui::decoration(pair.meaning.as_str());
        let inside =
            view! { <span class="plate">{picture}</span><span class="answer-text">{text::words(&pair.text)}</span> };
        (inside.into_any(), Action::TapMeaning(pair.id))
    } else {
        let picture = ui::picture(pair.picture.as_str(), play.lesson.alt(&pair.picture));
        (view! { <span class="plate">{picture}</span> }.into_any(), Action::Tap(pair.id))
    };
    view! { <li>{button(play, inside, now, spoken, action)}</li> }.into_any()
}
