//! `chat`: picks what to say and sees what follows.

use super::answers::{Look, pick};
use super::choose::look;
use super::text::words;
use super::{Play, head, shown};
use crate::ui;
use crate::words::say;
use engine::ids::ItemId;
use engine::lesson::{Answer, Card, Step, Turn};
use engine::session::Session;
use engine::text::Text;
use leptos::prelude::*;
use std::sync::Arc;

struct Line {
    mine: bool,
    text: Text,
}

fn turns(play: &Play) -> &[Turn] {
    match play.step().map(|step| &step.card) {
        Some(Card::Chat(turns)) => turns,
        _ => &[],
    }
}

/// What was said so far.
fn lines(play: &Play) -> Vec<Line> {
    let Some(step) = play.step() else { return vec![] };
    play.session.with(|session| {
        let face = session.chat(step, turns(play));
        let of = |mine, text: &Text| Line { mine, text: text.clone() };
        let turn = |turn: &engine::session::TurnFace<'_>| {
            let reply = turn.reply.map(|text| of(true, text));
            let after = turn.after.map(|text| of(false, text));
            [Some(of(false, turn.says)), reply, after].into_iter().flatten().collect::<Vec<_>>()
        };
        face.turns.iter().flat_map(turn).collect()
    })
}

/// Which turn is under way, from 0.
fn turn_now(play: &Play) -> Option<usize> {
    let step = play.step()?;
    play.session.with(|session| {
        let face = session.chat(step, turns(play));
        (!face.replies.is_empty()).then(|| face.turns.len().saturating_sub(1))
    })
}

/// The replies of a turn in this learner's order, as they were before any of them was tried.
fn replies(session: &Session, play: &Play) -> Vec<Answer> {
    let Some(step) = play.step() else { return vec![] };
    let mut fresh = session.clone();
    if let Some(attempt) = fresh.attempts.get_mut(&play.step)
        && let engine::session::Given::Turns(said) = &mut attempt.given
    {
        said.turns.retain(|turn| turn.said.is_some());
    }
    fresh.chat(step, turns(play)).replies.iter().map(|face| face.answer.clone()).collect()
}

pub fn view(play: &Play, step: &Step) -> AnyView {
    let you = say().you().to_owned();
    let bubbles = {
        let play = play.clone();
        let one = move |line: Line| {
            let class = if line.mine { "bubble mine" } else { "bubble theirs" };
            let who = line.mine.then(|| format!("{you}: "));
            view! { <li class=class><span class="spoken">{who}</span>{words(&line.text)}</li> }.into_any()
        };
        ui::live(move || lines(&play).into_iter().map(&one).collect_view().into_any())
    };
    let look = {
        let play = play.clone();
        Arc::new(move |id: &ItemId| {
            let Some(step) = play.step() else { return Look::default() };
            play.session.with(|session| look(&session.chat(step, turns(&play)).replies, id))
        })
    };
    // Drawn anew with each turn; within a turn the replies stay the same elements.
    let turn = Memo::new({
        let play = play.clone();
        move |_| turn_now(&play)
    });
    let group = {
        let (play, name, label) = (play.clone(), step.id.clone(), say().your_answer().to_owned());
        ui::live(move || {
            let Some(turn) = turn.get() else { return ().into_any() };
            let answers = play.session.with_untracked(|session| replies(session, &play));
            let group = pick(&play, &format!("{name}-{turn}"), answers, look.clone());
            view! { <fieldset class="replies"><legend class="spoken">{label.clone()}</legend>{group}</fieldset> }
                .into_any()
        })
    };
    view! {
        <div class="card chat">
            {head(play, step)}
            <div class="talk">{shown(play, step)}<div role="log"><ul class="bubbles">{bubbles}</ul></div></div>
            {group}
        </div>
    }
    .into_any()
}
