//! One file for each kind of card: how it looks and is operated. What an answer means is the engine's business.

mod answers;
mod chat;
mod choose;
mod device;
mod find;
mod matching;
mod order;
mod panel;
mod real;
mod tell;
mod text;
mod typing;
mod views;

pub use device::show_me;
pub use panel::{panel, said_back};
pub use text::{Reading, words};

use crate::ui;
use engine::ids::{PictureId, StepId};
use engine::lesson::{Card, Lesson, Shown, Step};
use engine::session::{Action, Session};
use leptos::prelude::*;
use std::sync::Arc;

/// What there is to answer with on a card.
pub const TO_ANSWER: &str = ".answers input:enabled, .answers button, .pairs button, main .view button, main .field";

/// A card being played.
#[derive(Clone)]
pub struct Play {
    pub lesson: Arc<Lesson>,
    pub step: StepId,
    pub session: RwSignal<Session>,
    /// Does what the learner did.
    pub act: Callback<Action>,
    /// Whether the reader likes the extra sentences.
    pub more: bool,
    /// Draws the control for help in the reader's own language, where there is a language to help in.
    pub help_toggle: Callback<(), AnyView>,
    /// Whether *Show me* is playing.
    pub playing: StoredValue<bool>,
}

impl Play {
    /// The card itself.
    pub fn step(&self) -> Option<&Step> {
        self.lesson.step(&self.step)
    }

    fn done(&self) -> bool {
        self.session.with(|session| session.is_done(&self.step))
    }
}

/// Whether the card is one that lessons begin with: something to see and read, or a question, with a picture. The others come with the late part of the app.
pub fn is_first(step: &Step) -> bool {
    matches!(step.card, Card::Tell | Card::Choose(_)) && !matches!(step.shown, Shown::View { .. })
}

/// A card that lessons begin with, as it is drawn. It stays the same element while the learner works on it, so that the focus stays too.
pub fn first_card(play: &Play) -> AnyView {
    let Some(step) = play.step() else { return ().into_any() };
    let shown = match &step.shown {
        Shown::Picture(id) => picture(play, id),
        _ => ().into_any(),
    };
    match &step.card {
        Card::Choose(question) => choose::view(play, step, question, shown),
        _ => tell::view(play, step, shown),
    }
}

/// Any other card. As [`first_card`].
pub fn other_card(play: &Play) -> AnyView {
    let Some(step) = play.step() else { return ().into_any() };
    match &step.card {
        Card::Tell => tell::view(play, step, shown(play, step)),
        Card::Choose(question) => choose::view(play, step, question, shown(play, step)),
        Card::Real => real::view(play, step),
        Card::Order(_) => order::view(play, step),
        Card::Match(_) => matching::view(play, step),
        Card::Find { view, .. } => find::view(play, step, view),
        Card::Device(_) => device::view(play, step),
        Card::Chat(_) => chat::view(play, step),
        Card::Type { keypad, .. } => typing::view(play, step, *keypad),
    }
}

/// Heading and sentences of a card.
fn head(play: &Play, step: &Step) -> AnyView {
    view! {
        <div class="card-text">{text::heading(&step.heading)} {text::lines(&step.say, "say")} {below(play, step)}</div>
    }
    .into_any()
}

/// What stands below the sentences: more of them for a reader who likes that, and help in the reader's own language.
fn below(play: &Play, step: &Step) -> AnyView {
    let more = play.more.then(|| text::lines(&step.more, "more"));
    view! { {more}{play.help_toggle.run(())} }.into_any()
}

/// The picture or document beside the text of a card.
fn shown(play: &Play, step: &Step) -> AnyView {
    match &step.shown {
        Shown::Nothing => ().into_any(),
        Shown::Picture(id) => picture(play, id),
        Shown::View { view, clue } => views::document(play, view, clue.as_ref()),
    }
}

fn picture(play: &Play, id: &PictureId) -> AnyView {
    view! { <div class="plate">{ui::picture(id.as_str(), play.lesson.alt(id))}</div> }.into_any()
}
