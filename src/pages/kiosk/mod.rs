//! A kiosk: the screen on which anybody begins, the coach's pages, and what is over every page while somebody is there.

mod coach;
mod over;
mod set_up;

pub use coach::page;

use super::frame;
use crate::browser::kiosk::{self, Phase};
use crate::browser::{focus, looks};
use crate::state::{LANGUAGES, Shelf, State, choose_language, custom};
use crate::ui;
use crate::words::{Say, Tongue, say};
use engine::kiosk::SetUp;
use engine::place::Place;
use engine::settings::Language;
use leptos::html::Input;
use leptos::prelude::*;

/// How many pictures there are beside the languages.
const PICTURES: usize = 3;

/// The screen on which anybody begins: languages in their own names.
pub fn free(state: State) -> AnyView {
    let Some(kept) = kiosk::kept() else {
        kiosk::enter(Phase::Coach);
        return set_up::unreadable(state);
    };
    let words = say();
    looks::title("Stepwise");
    kiosk::enter(Phase::Free);
    let set_up = kept.set_up();
    let ours = |language: &Language| LANGUAGES.iter().find(|(tongue, _)| tongue.lang == language.as_str());
    let mut list: Vec<_> = set_up.languages.iter().filter_map(ours).collect();
    if list.is_empty() {
        list.extend(LANGUAGES);
    }
    let one = |(tongue, own): &'static (Tongue, &'static str)| {
        let (set_up, kept) = (set_up.clone(), kept.clone());
        let begin = ui::tap(move |_| {
            over::watch(state, &kept);
            begin(state, tongue.lang, &set_up);
        });
        view! { <li><button type="button" class="kiosk-language" lang=tongue.lang dir=tongue.dir on:click=begin>{*own}</button></li> }
    };
    let languages = list.into_iter().map(one).collect_view();
    let pictures = pictures(state, &set_up);
    view! {
        <div class="page kiosk-free">
            <main id="main" tabindex="-1">
                <div class="kiosk-top">
                    <a class="sign" id="coach" href=Place::Kiosk(vec![]).href() aria-label=words.kiosk_coach().to_owned()>{ui::steps_sign()}</a>
                    {organisation()}
                </div>
                {ui::heading(words.kiosk_tap())}
                <ul class="kiosk-languages">{languages}</ul>
                <p class="kiosk-says">{ui::said(words.description())}</p>
            </main>
            {pictures}
        </div>
    }
    .into_any()
}

/// Whose screen this is, where they say so.
fn organisation() -> AnyView {
    let theirs = custom::theirs();
    ui::live(move || {
        let Some(custom) = custom::right(theirs) else { return ().into_any() };
        let name = custom.name().to_owned();
        let logo = match custom::picture(custom.logo()) {
            Some(logo) => view! { <span class="plate"><img src=logo alt=""/></span> }.into_any(),
            None if name.is_empty() => return ().into_any(),
            None => ().into_any(),
        };
        view! { <p class="kiosk-organisation" id="organisation">{logo}<span>{name}</span></p> }.into_any()
    })
}

/// Pictures of the first lessons.
fn pictures(state: State, set_up: &SetUp) -> AnyView {
    let route = set_up.route.clone();
    ui::live(move || {
        let Shelf::Ready(catalogue) = state.catalogue.get() else { return ().into_any() };
        let chosen = route.iter().filter_map(|id| catalogue.lesson(id));
        let all = chosen.chain(catalogue.lessons()).take(PICTURES);
        let all = all.map(|(_, entry)| view! { <span class="plate">{ui::decoration(entry.picture.as_str())}</span> });
        view! { <div class="kiosk-pictures">{all.collect_view()}</div> }.into_any()
    })
}

/// Somebody begins: at the first lesson of the coach's list, or at home.
fn begin(state: State, language: &str, set_up: &SetUp) {
    kiosk::enter(Phase::Guest);
    state.choose(|settings| {
        choose_language(settings, language);
        if !set_up.route.is_empty() {
            settings.choose_route(&set_up.route);
        }
    });
    focus::heading();
    state.go_instead(&set_up.route.first().map_or(Place::Home, |lesson| Place::Lesson(lesson.clone())));
    state.guest.set(true);
}

/// The signs that a code is written with.
pub const DIGITS: &str = "1234567890";

/// Large keys that write into a field: the screen has no keyboard of its own.
pub fn keys(words: &Say, signs: &'static str, input: NodeRef<Input>) -> AnyView {
    let key = |sign: char| {
        let press = ui::each_tap(move |_| {
            if let Some(input) = input.get_untracked() {
                let longest = usize::try_from(input.max_length()).unwrap_or(usize::MAX);
                let text = input.value();
                if text.len() < longest {
                    input.set_value(&format!("{text}{sign}"));
                }
            }
        });
        view! { <button type="button" class="key" on:click=press>{sign.to_string()}</button> }.into_any()
    };
    let erase = ui::each_tap(move |_| {
        if let Some(input) = input.get_untracked() {
            let mut text = input.value();
            text.pop();
            input.set_value(&text);
        }
    });
    let class = if signs == DIGITS { "keypad" } else { "keypad many" };
    view! {
        <div class=class role="group" aria-label=words.keypad().to_owned()>
            {signs.chars().map(key).collect_view()}
            <button type="button" class="key erase" on:click=erase>{ui::glyph("backspace")}<span class="spoken">{words.erase().to_owned()}</span></button>
        </div>
    }
    .into_any()
}

/// The field of a code with its keys.
fn code(words: &Say, label: &str, input: NodeRef<Input>) -> AnyView {
    view! {
        <div class="entry">
            <label for="code">{ui::said(label)}</label>
            <input class="field" id="code" type="text" inputmode="none" autocomplete="off" maxlength="6" node_ref=input/>
            {keys(words, DIGITS, input)}
        </div>
    }
    .into_any()
}

/// A coach's page.
fn around(state: State, title: &str, inside: AnyView) -> AnyView {
    looks::title(&format!("{title} – Stepwise"));
    view! {
        <div class="page kiosk-coach">
            <header class="page-top"><span class="sign">{ui::steps_sign()}</span>{ui::heading(title)}</header>
            <main id="main" tabindex="-1">{frame::notice(state)} {inside}</main>
        </div>
    }
    .into_any()
}

/// The way back to the screen on which anybody begins.
fn back(words: &Say) -> AnyView {
    view! { <button type="button" class="second-action" id="back" on:click=ui::tap(|_| kiosk::leave())>{ui::glyph("back")}<span>{words.back().to_owned()}</span></button> }.into_any()
}
