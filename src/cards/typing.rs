//! `type`: enters a number on a large keypad, or a word on the device's own keyboard.

use super::{Play, head, shown};
use crate::ui;
use crate::words::say;
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
    let play_of = || play.clone();
    let numbers = keypad == Keypad::Numbers;
    let keys = numbers.then(|| {
        let key = |digit: char| {
            let play = play_of();
            let left = move || face(&play).is_some_and(|face| face.keys.is_empty() || face.keys.contains(&digit)) && !play.done();
            let press = ui::each_tap(move |_| act.run(Action::Type(digit)));
            view! { <button type="button" class="key" disabled=ui::flag(move || !left()) on:click=press>{digit.to_string()}</button> }.into_any()
        };
        let play = play_of();
        let erase = ui::each_tap(move |_| act.run(Action::Erase));
        view! {
            <div class="keypad" role="group" aria-label=words.keypad().to_owned()>
                {DIGITS.into_iter().map(key).collect_view()}
                <button type="button" class="key erase" disabled=ui::flag(move || play.done()) on:click=erase>
                    {ui::glyph("backspace")}<span class="spoken">{words.erase().to_owned()}</span>
                </button>
            </div>
        }
    });
    let answer = {
        let play = play_of();
        ui::live(move || match face(&play).and_then(|face| face.shown) {
            Some(answer) => view! { <p class="answer-shown">{answer}</p> }.into_any(),
            None => ().into_any(),
        })
    };
    let (typed, done) = (play_of(), play_of());
    let write = move |event| act.run(Action::Write(event_target_value(&event)));
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            act.run(Action::Check);
        }
    };
    // The keypad is there for numbers, so the device need not open its own keyboard over it.
    let mode = if numbers { "none" } else { "text" };
    view! {
        <div class="card type">
            {head(play, step)}
            {shown(play, step)}
            <div class="entry">
                {answer}
                <input class="field" type="text" inputmode=mode autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-label=words.your_answer().to_owned() readonly=ui::flag(move || done.done())
                    prop:value=ui::text(move || face(&typed).map(|face| face.text).unwrap_or_default()) on:input=write on:keydown=enter/>
                {keys}
            </div>
        </div>
    }
    .into_any()
}
