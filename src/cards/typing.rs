//! `type`: enters a number on a large keypad, or a word on the device's own keyboard.

use super::{Play, shown, text};
use crate::ui;
use crate::words::{fill, say};
use engine::lesson::{Card, Keypad, Step};
use engine::session::{Action, TypeFace};
use leptos::prelude::*;

const DIGITS: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

fn face(play: &Play) -> Option<TypeFace> {
    let step = play.step()?;
    let Card::Type { answer, .. } = &step.card else { return None };
    Some(play.session.with(|session| session.typed(step, answer)))
}

pub fn view(play: &Play, step: &Step, keypad: Keypad) -> AnyView {
    let words = say();
    let act = play.act;
    let now = Memo::new({
        let play = play.clone();
        move |_| face(&play)
    });
    let done = Memo::new({
        let play = play.clone();
        move |_| play.done()
    });
    let typed = move || now.get().map(|face| face.text).unwrap_or_default();
    let shown_answer =
        move || now.get().and_then(|face| face.shown).map(|answer| view! { <p class="answer-shown">{answer}</p> });
    let key = |digit: char| {
        let out =
            move || done.get() || now.get().is_some_and(|face| !face.keys.is_empty() && !face.keys.contains(&digit));
        view! { <button type="button" class="key" disabled=out on:click=move |_| act.run(Action::Type(digit))>{digit.to_string()}</button> }
    };
    let numbers = keypad == Keypad::Numbers;
    let keys = numbers.then(|| {
        view! {
            <div class="keypad" role="group" aria-label=words.keypad.clone()>
                {DIGITS.into_iter().map(key).collect_view()}
                <button type="button" class="key erase" disabled=move || done.get() on:click=move |_| act.run(Action::Erase)>
                    {ui::glyph("backspace")}<span class="spoken">{words.erase.clone()}</span>
                </button>
            </div>
        }
    });
    let write = move |event| act.run(Action::Write(event_target_value(&event)));
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            act.run(Action::Check);
        }
    };
    // The keypad is there for numbers, so the device need not open its own keyboard over it.
    let mode = if numbers { "none" } else { "text" };
    let label = fill(&words.your_answer, &[]);
    view! {
        <div class="card type">
            {text(play, step)}
            {shown(play, step)}
            <div class="entry">
                {shown_answer}
                <input class="field" type="text" inputmode=mode autocomplete="off" autocapitalize="off" spellcheck="false" aria-label=label
                    readonly=move || done.get() prop:value=typed on:input=write on:keydown=enter/>
                {keys}
            </div>
        </div>
    }
    .into_any()
}
