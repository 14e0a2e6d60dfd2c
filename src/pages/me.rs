//! Me: how I like the app, and delete everything about me.

use super::frame::frame;
use super::{help_language, offline};
use crate::browser::people;
use crate::state::{LANGUAGES, State, choose_language};
use crate::ui::{self, Choice, choices};
use crate::words::{Say, Tongue, say};
use engine::place::Place;
use engine::settings::{Calm, Colours, Letters, Pace, Settings, Spacing, TextSize, Words};
use leptos::html::Dialog;
use leptos::prelude::*;

pub fn page(state: State) -> AnyView {
    let words = say();
    let inside = view! {
        {language(state, &words, "language")}
        {help_language::choice(state, &words, "help")}
        {voice(state, &words)}
        {text_size(state, &words, "text")}
        {colours(state, &words, "colours")}
        {amount(state, &words, "words")}
        {motion(state, &words)}
        {letters(state, &words)}
        {spacing(state, &words)}
        {shared(&words)}
        {delete(state, &words)}
        <a class="second-action" href=Place::About.href()>{ui::glyph("info")}<span>{words.about().to_owned()}</span></a>
        // Last, since it comes late and must move nothing.
        {offline::section(state, false)}
    };
    frame(state, words.me(), &Place::Me, inside.into_any())
}

/// What can be set in the middle of a lesson.
pub fn in_lesson(state: State) -> AnyView {
    let words = say();
    view! {
        {text_size(state, &words, "sheet-text")}
        {amount(state, &words, "sheet-words")}
        {colours(state, &words, "sheet-colours")}
        {language(state, &words, "sheet-language")}
        {help_language::choice(state, &words, "sheet-help")}
    }
    .into_any()
}

/// The languages in their own names.
pub fn language(state: State, words: &Say, name: &'static str) -> AnyView {
    let own = |(tongue, own): &(Tongue, &str)| Choice {
        value: tongue.lang,
        text: (*own).to_owned(),
        lang: Some((tongue.lang, tongue.dir)),
    };
    let list = LANGUAGES.iter().map(own).collect();
    let now = Callback::new(move |()| state.language().lang.to_owned());
    let choose = Callback::new(move |code: &'static str| {
        state.choose(|settings| choose_language(settings, code));
    });
    choices(name, words.language(), list, now, choose)
}

/// How large letters are.
fn text_size(state: State, words: &Say, name: &'static str) -> AnyView {
    let list = TextSize::ALL.iter().map(|size| (size.written(), format!("{} %", size.written()))).collect();
    setting(
        state,
        name,
        words.text_size(),
        list,
        |settings| settings.text_size().written(),
        |settings, value| {
            settings.choose_text_size(TextSize::read(value).unwrap_or_default());
        },
    )
}

/// Light, cream, dark, or as the device.
fn colours(state: State, words: &Say, name: &'static str) -> AnyView {
    let text = |colours: &Colours| match colours {
        Colours::Auto => words.colours_auto(),
        Colours::Light => words.colours_light(),
        Colours::Cream => words.colours_cream(),
        Colours::Dark => words.colours_dark(),
    };
    let list = Colours::ALL.iter().map(|colours| (colours.written(), text(colours).to_owned())).collect();
    setting(
        state,
        name,
        words.colours(),
        list,
        |settings| settings.colours().written(),
        |settings, value| {
            settings.choose_colours(Colours::read(value).unwrap_or_default());
        },
    )
}

/// The short line, or the extra sentences too.
fn amount(state: State, words: &Say, name: &'static str) -> AnyView {
    let text = |amount: &Words| match amount {
        Words::Fewer => words.words_fewer(),
        Words::More => words.words_more(),
    };
    let list = Words::ALL.iter().map(|amount| (amount.written(), text(amount).to_owned())).collect();
    setting(
        state,
        name,
        words.words(),
        list,
        |settings| settings.words().written(),
        |settings, value| {
            settings.choose_words(Words::read(value).unwrap_or_default());
        },
    )
}

/// Does the reader hear the voice, and is it slow enough?
fn voice(state: State, words: &Say) -> AnyView {
    let test = ui::tap(move |_| state.read_aloud("#voice-test"));
    let text = |pace: &Pace| match pace {
        Pace::Usual => words.usual_pace(),
        Pace::Slow => words.slower(),
    };
    let list = Pace::ALL.iter().map(|pace| (pace.written(), text(pace).to_owned())).collect();
    let pace = setting(
        state,
        "pace",
        words.pace(),
        list,
        |settings| settings.pace().written(),
        |settings, value| {
            settings.choose_pace(Pace::read(value).unwrap_or_default());
        },
    );
    view! {
        <section class="voice">
            <h2>{words.voice().to_owned()}</h2>
            <button type="button" class="second-action" id="hear" on:click=test>{ui::glyph("listen")}<span>{words.voice_test().to_owned()}</span></button>
            <p class="say" id="voice-test">{ui::said(words.voice_says())}</p>
            <p class="quiet">{words.voice_nothing().to_owned()}</p>
        </section>
        {pace}
    }
    .into_any()
}

fn motion(state: State, words: &Say) -> AnyView {
    let text = |calm: &Calm| match calm {
        Calm::Auto => words.motion_auto(),
        Calm::Still => words.motion_still(),
    };
    let list = Calm::ALL.iter().map(|calm| (calm.written(), text(calm).to_owned())).collect();
    setting(
        state,
        "motion",
        words.motion(),
        list,
        |settings| settings.calm().written(),
        |settings, value| {
            settings.choose_calm(Calm::read(value).unwrap_or_default());
        },
    )
}

fn letters(state: State, words: &Say) -> AnyView {
    let text = |letters: &Letters| match letters {
        Letters::Ours => words.letters_ours(),
        Letters::Device => words.letters_device(),
    };
    let list = Letters::ALL.iter().map(|letters| (letters.written(), text(letters).to_owned())).collect();
    setting(
        state,
        "letters",
        words.letters(),
        list,
        |settings| settings.letters().written(),
        |settings, value| {
            settings.choose_letters(Letters::read(value).unwrap_or_default());
        },
    )
}

fn spacing(state: State, words: &Say) -> AnyView {
    let text = |spacing: &Spacing| match spacing {
        Spacing::Usual => words.spacing_usual(),
        Spacing::Wide => words.spacing_wide(),
    };
    let list = Spacing::ALL.iter().map(|spacing| (spacing.written(), text(spacing).to_owned())).collect();
    setting(
        state,
        "spacing",
        words.spacing(),
        list,
        |settings| settings.spacing().written(),
        |settings, value| {
            settings.choose_spacing(Spacing::read(value).unwrap_or_default());
        },
    )
}

/// A setting that knows its choices by how they are written.
fn setting(
    state: State,
    name: &'static str,
    legend: &str,
    list: Vec<(&'static str, String)>,
    now: fn(&Settings) -> &'static str,
    choose: fn(&mut Settings, &'static str),
) -> AnyView {
    let list = list.into_iter().map(|(value, text)| Choice { value, text, lang: None }).collect();
    let now = Callback::new(move |()| state.settings.with(now).to_owned());
    let choose = Callback::new(move |value| state.choose(|settings| choose(settings, value)));
    choices(name, legend, list, now, choose)
}

/// Several people on this device.
fn shared(words: &Say) -> AnyView {
    if people::is_kiosk() {
        return ().into_any();
    }
    let link = |href: String, glyph, text: &str| {
        view! { <a class="second-action" href=href>{ui::glyph(glyph)}<span>{text.to_owned()}</span></a> }
    };
    if people::all().is_empty() {
        return link(Place::People(None).href(), "person", words.people_more()).into_any();
    }
    view! {
        {link(Place::People(None).href(), "person", words.people_change())}
        {link(super::people::href(super::people::MINE), "text-size", words.people_mine())}
        {link(super::people::href(super::people::SECRET_OF_MINE), "info", words.secret())}
    }
    .into_any()
}

fn delete(state: State, words: &Say) -> AnyView {
    // "I am done" does it.
    if people::is_kiosk() {
        return ().into_any();
    }
    let node: NodeRef<Dialog> = NodeRef::new();
    let gone = RwSignal::new(false);
    let says = words.deleted().to_owned();
    let now = move |_| {
        let is_shared = !people::all().is_empty();
        let language = untrack(|| state.language()).lang;
        state.delete_everything();
        gone.set(true);
        ui::close_sheet(node);
        if is_shared {
            // The last one leaves nothing, not even a language.
            match people::all().is_empty() {
                true => people::enter(people::NOBODY, &Place::Home.href(), ""),
                false => people::enter(people::NOBODY, &super::people::href(super::people::GONE), language),
            }
        }
    };
    let inside = view! {
        {ui::line(words.delete_says())}
        <div class="sheet-actions">
            <button type="button" class="main-action" on:click=ui::tap(move |_| ui::close_sheet(node))>{words.delete_keep().to_owned()}</button>
            <button type="button" class="second-action" on:click=ui::tap(now)>{ui::glyph("trash")}<span>{words.delete_now().to_owned()}</span></button>
        </div>
    };
    view! {
        <button type="button" class="second-action" id="delete-all" on:click=ui::tap(move |_| ui::open_sheet(node))>
            {ui::glyph("trash")}<span>{words.delete_all().to_owned()}</span>
        </button>
        <p aria-live="polite" class="say">{ui::text(move || if gone.get() { says.clone() } else { String::new() })}</p>
        {ui::sheet(node, "delete-sheet", words.delete_question(), inside.into_any())}
    }
    .into_any()
}
