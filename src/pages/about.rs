//! About: what this is, whose it is, what happens to my data, how to tell us about a mistake.

use super::frame::frame;
use crate::browser::{address, clipboard, fetch, people};
use crate::state::State;
use crate::ui;
use crate::words::{Say, fill, say};
use engine::place::Place;
use leptos::prelude::*;
use leptos::task::spawn_local;

const VERSION: &str = env!("CARGO_PKG_VERSION");

pub fn page(state: State) -> AnyView {
    let words = say();
    let copied = RwSignal::new(false);
    let copy = move |_| {
        spawn_local(async move {
            let text = format!("Stepwise {VERSION}, {}, {}", state.language().lang, address::hash());
            copied.set(clipboard::copy(&text).await);
        });
    };
    let done = words.about_copied().to_owned();
    let credits =
        [words.about_words(), words.about_pictures(), words.about_fonts(), words.about_glyphs(), words.about_code()];
    let inside = view! {
        {ui::line(words.about_what())}
        {ui::line(words.about_bwise())}
        <h2>{words.about_privacy_title().to_owned()}</h2>
        {about_me(&words)}
        <h2>{words.about_mistake_title().to_owned()}</h2>
        {ui::line(words.about_mistake())}
        <button type="button" class="second-action" id="copy" on:click=ui::tap(copy)>{ui::glyph("share")}<span>{words.about_copy().to_owned()}</span></button>
        <p aria-live="polite" class="say">{ui::text(move || if copied.get() { done.clone() } else { String::new() })}</p>
        <h2>{words.about_licences().to_owned()}</h2>
        <ul class="plain-list">{credits.into_iter().map(|text| view! { <li>{text.to_owned()}</li> }).collect_view()}</ul>
        <p><a class="text-link" href=fetch::address("credits.txt")>{words.about_parts().to_owned()}</a></p>
        <p class="quiet">{fill(words.version(), &[("version", VERSION)])}</p>
        <p><a class="text-link" href=format!("lite/{}/coach.html", state.language().lang)>{words.states().to_owned()}</a></p>
    };
    frame(state, words.about(), &Place::About, inside.into_any())
}

/// What happens to what somebody does.
fn about_me(words: &Say) -> AnyView {
    if people::is_kiosk() {
        return ui::line(words.kiosk_done_says());
    }
    view! { {ui::line(words.about_privacy())} {ui::line(words.about_delete())} }.into_any()
}
