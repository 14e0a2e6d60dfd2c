//! Me: how I like the app, and delete everything about me.

use super::frame::frame;
use crate::state::{LANGUAGES, State};
use crate::ui::{self, Choice, choices};
use crate::words::{Say, say};
use engine::place::Place;
use engine::settings::{Calm, Colours, Language, Letters, TextSize, Words};
use leptos::html::Dialog;
use leptos::prelude::*;

pub fn page(state: State) -> AnyView {
    let words = say();
    let inside = view! {
        {language(state, &words, "language")}
        {text_size(state, &words, "text")}
        {colours(state, &words, "colours")}
        {amount(state, &words, "words")}
        {motion(state, &words)}
        {letters(state, &words)}
        {delete(state, &words)}
        <a class="second-action" href=Place::About.href()>{ui::glyph("info")}<span>{words.about.clone()}</span></a>
    };
    frame(state, &words.me, &Place::Me, inside.into_any())
}

/// The languages in their own names.
pub fn language(state: State, words: &Say, name: &'static str) -> AnyView {
    let list =
        LANGUAGES.iter().map(|(code, own)| Choice { value: code, text: (*own).to_owned(), lang: Some(code) }).collect();
    let choose = move |code: &'static str| {
        if let Some(language) = Language::new(code) {
            state.choose(|settings| settings.choose_language(&language));
        }
    };
    choices(name, &words.language, list, move || state.language().to_owned(), choose)
}

/// How large letters are.
pub fn text_size(state: State, words: &Say, name: &'static str) -> AnyView {
    let list = TextSize::ALL
        .iter()
        .map(|size| Choice { value: size.written(), text: format!("{} %", size.written()), lang: None })
        .collect();
    let now = move || state.settings.get().text_size().written().to_owned();
    let choose = move |value| {
        if let Some(size) = TextSize::read(value) {
            state.choose(|settings| settings.choose_text_size(size));
        }
    };
    choices(name, &words.text_size, list, now, choose)
}

/// Light, cream, dark, or as the device.
pub fn colours(state: State, words: &Say, name: &'static str) -> AnyView {
    let text = |colours: &Colours| match colours {
        Colours::Auto => &words.colours_auto,
        Colours::Light => &words.colours_light,
        Colours::Cream => &words.colours_cream,
        Colours::Dark => &words.colours_dark,
    };
    let list = Colours::ALL
        .iter()
        .map(|colours| Choice { value: colours.written(), text: text(colours).clone(), lang: None })
        .collect();
    let now = move || state.settings.get().colours().written().to_owned();
    let choose = move |value| {
        if let Some(colours) = Colours::read(value) {
            state.choose(|settings| settings.choose_colours(colours));
        }
    };
    choices(name, &words.colours, list, now, choose)
}

/// The short line, or the extra sentences too.
pub fn amount(state: State, words: &Say, name: &'static str) -> AnyView {
    let text = |amount: &Words| match amount {
        Words::Fewer => &words.words_fewer,
        Words::More => &words.words_more,
    };
    let list = Words::ALL
        .iter()
        .map(|amount| Choice { value: amount.written(), text: text(amount).clone(), lang: None })
        .collect();
    let now = move || state.settings.get().words().written().to_owned();
    let choose = move |value| {
        if let Some(amount) = Words::read(value) {
            state.choose(|settings| settings.choose_words(amount));
        }
    };
    choices(name, &words.words, list, now, choose)
}

fn motion(state: State, words: &Say) -> AnyView {
    let text = |calm: &Calm| match calm {
        Calm::Auto => &words.motion_auto,
        Calm::Still => &words.motion_still,
    };
    let list =
        Calm::ALL.iter().map(|calm| Choice { value: calm.written(), text: text(calm).clone(), lang: None }).collect();
    let now = move || state.settings.get().calm().written().to_owned();
    let choose = move |value| {
        if let Some(calm) = Calm::read(value) {
            state.choose(|settings| settings.choose_calm(calm));
        }
    };
    choices("motion", &words.motion, list, now, choose)
}

fn letters(state: State, words: &Say) -> AnyView {
    let text = |letters: &Letters| match letters {
        Letters::Ours => &words.letters_ours,
        Letters::Device => &words.letters_device,
    };
    let list = Letters::ALL
        .iter()
        .map(|letters| Choice { value: letters.written(), text: text(letters).clone(), lang: None })
        .collect();
    let now = move || state.settings.get().letters().written().to_owned();
    let choose = move |value| {
        if let Some(letters) = Letters::read(value) {
            state.choose(|settings| settings.choose_letters(letters));
        }
    };
    choices("letters", &words.letters, list, now, choose)
}

fn delete(state: State, words: &Say) -> AnyView {
    let node: NodeRef<Dialog> = NodeRef::new();
    let gone = RwSignal::new(false);
    let says = words.deleted.clone();
    let now = move |_| {
        state.delete_everything();
        gone.set(true);
        ui::close_sheet(node);
    };
    let inside = view! {
        <p class="say">{words.delete_says.clone()}</p>
        <div class="sheet-actions">
            <button type="button" class="main-action" on:click=move |_| ui::close_sheet(node)>{words.delete_keep.clone()}</button>
            <button type="button" class="second-action" on:click=now>{ui::glyph("trash")}<span>{words.delete_now.clone()}</span></button>
        </div>
    };
    view! {
        <button type="button" class="second-action" id="delete-all" on:click=move |_| ui::open_sheet(node)>
            {ui::glyph("trash")}<span>{words.delete_all.clone()}</span>
        </button>
        <p role="status" class="say">{move || gone.get().then(|| says.clone())}</p>
        {ui::sheet(node, "delete-sheet", &words.delete_question, inside.into_any())}
    }
    .into_any()
}
