//! Large answers with a picture: radio buttons for `choose` and `chat`, buttons for `order` and `match`.

use super::Play;
use super::text as lesson_text;
use crate::ui::{self, flag, live, tap, text};
use crate::words::say;
use engine::ids::ItemId;
use engine::lesson::Answer;
use engine::session::Action;
use leptos::ev::Event;
use leptos::prelude::*;
use std::sync::Arc;

/// How one answer looks now.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// Taken away: fewer answers are left.
    pub out: bool,
    pub chosen: bool,
    /// Tapped, waiting for its other half.
    pub picked: bool,
    /// Tried before, and not it.
    pub tried: bool,
    /// Known to be right: it stays.
    pub kept: bool,
    /// Shown as the answer.
    pub shown: bool,
    /// The number on its badge.
    pub number: Option<usize>,
}

impl Look {
    fn class(self) -> String {
        let words = [
            ("chosen", self.chosen),
            ("picked", self.picked),
            ("tried", self.tried),
            ("kept", self.kept),
            ("shown", self.shown),
        ];
        let on = words.into_iter().filter(|(_, on)| *on);
        on.fold("answer".to_owned(), |class, (word, _)| format!("{class} {word}"))
    }
}

/// Asks how an answer looks now.
pub type Ask = Arc<dyn Fn() -> Look + Send + Sync>;

/// A group of radio buttons, in the order given. `look` is asked for each answer by its id.
pub fn pick(
    play: &Play,
    group: &str,
    answers: Vec<Answer>,
    look: Arc<dyn Fn(&ItemId) -> Look + Send + Sync>,
) -> AnyView {
    let words = say();
    let one = |answer: Answer| {
        let now: Ask = {
            let (look, id) = (look.clone(), answer.id.clone());
            Arc::new(move || look(&id))
        };
        let [class, hidden, disabled, checked, tried] = [0; 5].map(|_| now.clone());
        let (play, act) = (play.clone(), play.act);
        let choose: Box<dyn FnMut(Event)> = Box::new(move |_| act.run(Action::Tap(answer.id.clone())));
        let note = words.tried().to_owned();
        view! {
            <label class=text(move || class().class()) hidden=flag(move || hidden().out)>
                <input type="radio" name=group.to_owned() disabled=flag(move || disabled().out || play.done())
                    prop:checked=flag(move || checked().chosen) on:change=choose/>
                <span class="plate">{ui::decoration(answer.picture.as_str())}</span>
                <span class="answer-text">{lesson_text::words(&answer.text)}</span>
                <span class="answer-note">{text(move || if tried().tried { note.clone() } else { String::new() })}</span>
            </label>
        }
        .into_any()
    };
    view! { <div class="answers">{answers.into_iter().map(one).collect_view()}</div> }.into_any()
}

/// A button with what stands inside it, what a screen reader adds when it has a number, and the number.
pub fn button(
    play: &Play,
    inside: AnyView,
    now: Ask,
    spoken: impl Fn(usize) -> String + Send + 'static,
    action: Action,
) -> AnyView {
    let [class, pressed, number, badge] = [0; 4].map(|_| now.clone());
    let act = play.act;
    let spoken = text(move || {
        number().number.filter(|_| number().chosen).map(|at| format!(", {}", spoken(at))).unwrap_or_default()
    });
    let badge = live(move || match badge().number {
        Some(number) => view! { <span class="badge" aria-hidden="true">{number.to_string()}</span> }.into_any(),
        None => ().into_any(),
    });
    view! {
        <button type="button" class=text(move || class().class())
            aria-pressed=text(move || (pressed().chosen || pressed().picked).to_string()) on:click=tap(move |_| act.run(action.clone()))>
            {inside}<span class="spoken">{spoken}</span>{badge}
        </button>
    }
    .into_any()
}
