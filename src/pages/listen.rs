//! *Listen*: reads the whole screen aloud. A second tap stops. Where nothing here can read the language it stays and says so.

use crate::browser::speech::{self, Listening};
use crate::state::State;
use crate::ui;
use crate::words::{Say, say};
use engine::settings::Pace;
use leptos::prelude::*;

/// The button. It reads what is on the page, or in the sheet that is open.
pub fn button(state: State, id: &'static str) -> AnyView {
    let words = say();
    let reading = move || state.listening.get() == Listening::Reading;
    let press = move |_| {
        if state.listening.get_untracked() == Listening::Reading {
            speech::stop();
        } else {
            state.read_aloud(".page");
        }
    };
    let (start, stop) = (words.listen().to_owned(), words.stop().to_owned());
    let label = ui::text(move || if reading() { stop.clone() } else { start.clone() });
    let sign = ui::live(move || ui::glyph(if reading() { "stop" } else { "listen" }));
    view! { <button type="button" class="listen" id=id on:click=ui::tap(press)>{sign}<span>{label}</span></button> }
        .into_any()
}

/// Once more and slower, while it reads.
pub fn bar(state: State) -> AnyView {
    let words = say();
    let slow = move || state.settings.with(|settings| settings.pace() == Pace::Slow);
    let other = move |_| {
        let pace = if slow() { Pace::Usual } else { Pace::Slow };
        state.choose(|settings| settings.choose_pace(pace));
        speech::set_slow(pace == Pace::Slow);
    };
    ui::live(move || {
        if state.listening.get() != Listening::Reading {
            return ().into_any();
        }
        let (again, slower, usual) =
            (words.again().to_owned(), words.slower().to_owned(), words.usual_pace().to_owned());
        let pace = ui::text(move || if slow() { usual.clone() } else { slower.clone() });
        view! {
            <div class="reading-bar">
                <button type="button" class="quiet-action" id="again" on:click=ui::tap(|_| speech::again())>{ui::glyph("repeat")}<span>{again}</span></button>
                <button type="button" class="quiet-action" id="pace" on:click=ui::tap(other)>{ui::glyph("pace")}<span>{pace}</span></button>
            </div>
        }
        .into_any()
    })
}

/// What to do where nothing here can read the language.
pub fn no_voice(state: State, words: &Say) -> AnyView {
    let says = words.no_voice().to_owned();
    let shown = ui::live(move || {
        if state.listening.get() != Listening::NoVoice {
            return ().into_any();
        }
        let picture = ui::decoration("person-raising-hand");
        view! { <div class="notice no-voice"><span class="plate">{picture}</span><p>{ui::said(&says)}</p></div> }
            .into_any()
    });
    view! { <div aria-live="polite" class="no-voice-place">{shown}</div> }.into_any()
}
