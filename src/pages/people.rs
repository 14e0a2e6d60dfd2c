//! Several people on one device: who is here, somebody new, my own picture.

use super::frame::{self, frame};
use super::{listen, me, secret};
use crate::browser::storage::Trouble;
use crate::browser::{looks, people, speech};
use crate::state::State;
use crate::ui;
use crate::words::{Say, say};
use engine::person::{LONGEST_NAME, PICTURES};
use engine::place::{Code, Place};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

/// Where somebody new chooses a picture, where one that is here does, and where a secret is set. No picture is called so.
const NEW: &str = "new";
pub const MINE: &str = "mine";
pub const SECRET_OF_MINE: &str = "secret";
/// Where it is said that somebody's steps are deleted.
pub const GONE: &str = "gone";

pub fn page(state: State, code: Option<&str>) -> AnyView {
    let known = people::all();
    let here = people::here();
    match code {
        Some(NEW) => portrait(state, None),
        Some(MINE) => portrait(state, Some(here)),
        Some(SECRET_OF_MINE) if known.contains(&here) => around(state, say().secret(), secret::set(state, here)),
        Some(person) if known.iter().any(|known| known == person) && state.person(person).has_secret() => {
            around(state, say().secret_tap(), secret::ask(state, person.to_owned()))
        }
        _ if known.is_empty() => portrait(state, Some(here)),
        code => who(state, &known, &here, code == Some(GONE)),
    }
}

/// The address of a page of these.
pub fn href(page: &str) -> String {
    Place::People(Code::new(page)).href()
}

/// A page around this; without the bar of places as long as nobody is here.
fn around(state: State, title: &str, inside: AnyView) -> AnyView {
    if !state.is_nobody() {
        return frame(state, title, &Place::Me, inside);
    }
    looks::title(&format!("{title} – Stepwise"));
    on_cleanup(speech::stop);
    view! {
        <div class="page">
            <header class="page-top"><span class="sign">{ui::steps_sign()}</span>{ui::heading(title)}{listen::button(state, "listen")}</header>
            {listen::bar(state)}
            {listen::no_voice(state, &say())}
            <main id="main" tabindex="-1">{frame::notice(state)} {inside}</main>
        </div>
    }
    .into_any()
}

/// Everybody, as tiles to tap.
fn who(state: State, known: &[String], here: &str, gone: bool) -> AnyView {
    let words = say();
    let tile = |key: &String| {
        let person = state.person(key);
        let name = person.name().map_or_else(|| word(&words, person.picture()).to_owned(), str::to_owned);
        let picture = ui::decoration(person.picture());
        let is_here = *key == here;
        let enter = {
            let key = key.clone();
            ui::tap(move |_| {
                if person.has_secret() && !is_here {
                    state.go(&Place::People(Code::new(&key)));
                } else {
                    people::enter(&key, "", "");
                }
            })
        };
        view! {
            <li>
                <button type="button" class="course-tile" aria-current=is_here.then_some("true") on:click=enter>
                    <span class="plate">{picture}</span>
                    <span class="tile-title">{name}</span>
                    {is_here.then(|| ui::glyph("check"))}
                </button>
            </li>
        }
    };
    let tiles = known.iter().map(tile).collect_view();
    let new = (known.len() < PICTURES.len()).then(|| {
        view! { <a class="second-action" href=href(NEW)>{ui::glyph("plus")}<span>{words.people_new().to_owned()}</span></a> }
    });
    let gone = gone.then(|| ui::line(words.deleted()));
    let language = state.is_nobody().then(|| me::language(state, &words, "language"));
    around(
        state,
        words.people_who(),
        view! { {gone} <ul class="course-tiles people">{tiles}</ul> {new} {language} }.into_any(),
    )
}

/// Choosing a picture and a name: for somebody new, or for the one who is here.
fn portrait(state: State, person: Option<String>) -> AnyView {
    let words = say();
    let known = people::all();
    let own = person.as_ref().map(|key| state.person(key)).unwrap_or_default();
    let taken: Vec<String> = known
        .iter()
        .filter(|key| person.as_ref() != Some(*key))
        .map(|key| state.person(key).picture().to_owned())
        .collect();
    let free = PICTURES.into_iter().filter(|picture| !taken.iter().any(|taken| taken == picture));
    let chosen = RwSignal::new(own.picture().to_owned());
    let name = own.name().unwrap_or_default().to_owned();
    let missing = RwSignal::new(None::<String>);
    let picture = |picture: &'static str| {
        let checked = ui::flag(move || chosen.with(|chosen| chosen == picture));
        let change = move |_| chosen.set(picture.to_owned());
        view! {
            <label class="choice portrait">
                <input type="radio" name="picture" id=format!("picture-{picture}") prop:checked=checked on:change=change/>
                <span>{word(&words, picture).to_owned()}</span><span class="plate">{ui::decoration(picture)}</span>
            </label>
        }
    };
    let pictures = free.map(picture).collect_view();
    let input: NodeRef<Input> = NodeRef::new();
    let begin = {
        let words = words.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let picture = chosen.get_untracked();
            if picture.is_empty() {
                missing.set(Some(words.people_no_picture().to_owned()));
                return;
            }
            let name = input.get_untracked().map(|input| input.value()).unwrap_or_default();
            let key = person.as_ref().unwrap_or(&picture);
            match state.keep_person(key, &own.renewed(&picture, &name)) {
                None if person.is_some() => people::enter(key, &Place::People(None).href(), ""),
                None => people::enter(key, "", untrack(|| state.language()).lang),
                Some(trouble) => missing.set(Some(not_kept(&words, trouble).to_owned())),
            }
        }
    };
    let explains = known.is_empty().then(|| ui::line(words.people_more_says()));
    let inside = view! {
        {explains}
        <fieldset class="choices portraits"><legend>{words.people_picture().to_owned()}</legend><div>{pictures}</div></fieldset>
        <form class="card-form" on:submit=begin novalidate>
            <label for="first-name">{ui::said(words.people_name())}</label>
            <input id="first-name" class="written" type="text" autocomplete="off" maxlength=LONGEST_NAME.to_string() prop:value=name node_ref=input/>
            {ui::line(words.people_name_says())}
            <div aria-live="polite">{ui::live(move || missing.get().map_or_else(|| ().into_any(), |text| ui::line(&text)))}</div>
            <button type="submit" class="main-action"><span>{words.people_begin().to_owned()}</span>{ui::glyph("next")}</button>
        </form>
    };
    let title = if known.is_empty() { words.people_more() } else { words.people_mine() };
    around(state, title, inside.into_any())
}

/// Why something about a person is not kept.
pub fn not_kept(words: &Say, trouble: Trouble) -> &str {
    match trouble {
        Trouble::Full => words.memory_full(),
        Trouble::Newer => words.newer(),
        _ => words.no_memory(),
    }
}

/// What a picture shows, in a word.
pub fn word<'words>(words: &'words Say, picture: &'words str) -> &'words str {
    match picture {
        "cat" => words.picture_cat(),
        "dog" => words.picture_dog(),
        "horse" => words.picture_horse(),
        "bird" => words.picture_bird(),
        "fish" => words.picture_fish(),
        "butterfly" => words.picture_butterfly(),
        "sunflower" => words.picture_sunflower(),
        "deciduous-tree" => words.picture_tree(),
        "red-apple" => words.picture_apple(),
        "bicycle" => words.picture_bicycle(),
        "guitar" => words.picture_guitar(),
        "sailboat" => words.picture_boat(),
        // One that a later version of the app added.
        picture => picture,
    }
}
