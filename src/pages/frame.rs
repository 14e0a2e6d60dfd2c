//! What every page outside a lesson has around it: the sign above, the three places below.

use super::listen;
use crate::browser::storage::Trouble;
use crate::browser::{looks, speech};
use crate::state::State;
use crate::ui;
use crate::words::{Say, say};
use engine::place::Place;
use leptos::prelude::*;

/// A page with heading, notice and the bar of places.
pub fn frame(state: State, title: &str, here: &Place, inside: AnyView) -> AnyView {
    around(state, title, ui::heading(title), here, inside)
}

/// A page with one picture and a few words, of a place that no entry of the bar leads to. Its heading is below the picture.
pub fn calm(state: State, title: &str, picture: &str, inside: AnyView) -> AnyView {
    let inside = view! { <div class="calm"><div class="plate big">{ui::decoration(picture)}</div>{ui::heading(title)}{inside}</div> };
    around(state, title, view! { <span class="spring"></span> }.into_any(), &Place::Unknown, inside.into_any())
}

fn around(state: State, title: &str, heading: AnyView, here: &Place, inside: AnyView) -> AnyView {
    looks::title(&format!("{title} – Stepwise"));
    on_cleanup(speech::stop);
    let words = say();
    view! {
        <div class="page">
            <header class="page-top">
                <a class="sign" href=Place::Home.href() aria-label=format!("Stepwise, {}", words.home())>{ui::steps_sign()}</a>
                {heading}
                {listen::button(state, "listen")}
                <a class="round" href=Place::Help.href() aria-label=words.help().to_owned()>{ui::glyph("help")}</a>
            </header>
            {listen::bar(state)}
            {listen::no_voice(state, &words)}
            <main id="main" tabindex="-1">{notice(state)} {inside}</main>
            {places(&words, here)}
        </div>
    }
    .into_any()
}

/// What the reader must know about keeping things, before they invest time.
pub fn notice(state: State) -> AnyView {
    let words = say();
    let text = ui::live(move || {
        let text = match state.trouble.get() {
            None => return ().into_any(),
            Some(Trouble::Blocked) => words.no_memory(),
            Some(Trouble::Full) => words.memory_full(),
            Some(Trouble::SetAside) => words.set_aside(),
            Some(Trouble::NoLanguage) => words.not_loaded_says(),
            Some(Trouble::Newer) => words.newer(),
        };
        view! { <p class="notice">{ui::glyph("info")}<span>{ui::said(text)}</span></p> }.into_any()
    });
    view! { <div aria-live="polite" class="notice-place">{text}</div> }.into_any()
}

fn places(words: &Say, here: &Place) -> AnyView {
    let list = [
        (Place::Home, "home", words.lessons()),
        (Place::Steps, "stairs", words.my_steps()),
        (Place::Me, "person", words.me()),
    ];
    let one = |(place, glyph, text): (Place, &'static str, &str)| {
        let current = (place == *here).then_some("page");
        view! { <li><a href=place.href() aria-current=current>{ui::glyph(glyph)}<span>{text.to_owned()}</span></a></li> }
    };
    view! { <nav class="places" aria-label="Stepwise"><ul>{list.into_iter().map(one).collect_view()}</ul></nav> }
        .into_any()
}
