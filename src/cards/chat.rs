//! `chat`: picks what to say and sees what follows.

use super::answers::{Look, pick};
use super::{Play, shown, text};
use crate::words::say;
use engine::ids::ItemId;
use engine::lesson::{Answer, Card, Step, Turn};
use engine::session::Session;
use leptos::prelude::*;

#[derive(Clone, PartialEq)]
struct Line {
    mine: bool,
    text: String,
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
        let of = |mine, text: &str| Line { mine, text: text.to_owned() };
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
    let talk = Memo::new({
        let play = play.clone();
        move |_| lines(&play)
    });
    let turn = Memo::new({
        let play = play.clone();
        move |_| turn_now(&play)
    });
    let you = say().you.clone();
    let bubbles = move || {
        let you = you.clone();
        talk.get()
            .into_iter()
            .map(move |line| {
                let class = if line.mine { "bubble mine" } else { "bubble theirs" };
                let who = line.mine.then(|| format!("{you}: "));
                view! { <li class=class><span class="spoken">{who}</span>{line.text}</li> }
            })
            .collect_view()
    };
    let look = {
        let play = play.clone();
        move |id: &ItemId| {
            let step = play.step()?;
            play.session.with(|session| {
                let face = session.chat(step, turns(&play));
                let face = face.replies.iter().find(|face| face.answer.id == *id)?;
                Some(Look { chosen: face.chosen, tried: face.tried, shown: face.shown })
            })
        }
    };
    let group = {
        let (play, name, label) = (play.clone(), step.id.clone(), say().your_answer.clone());
        move || {
            let turn = turn.get()?;
            let answers = play.session.with_untracked(|session| replies(session, &play));
            let group = pick(&play, format!("{name}-{turn}"), answers, look.clone());
            Some(view! { <fieldset class="replies"><legend class="spoken">{label.clone()}</legend>{group}</fieldset> })
        }
    };
    view! {
        <div class="card chat">
            {text(play, step)}
            <div class="talk">{shown(play, step)}<div role="log"><ul class="bubbles">{bubbles}</ul></div></div>
            {group}
        </div>
    }
    .into_any()
}
