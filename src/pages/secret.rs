//! A secret of three pictures: it keeps curious eyes from somebody's steps, and is no lock.

use super::people::{not_kept, word};
use crate::browser::people;
use crate::state::State;
use crate::ui;
use crate::words::{Say, fill, say};
use engine::person::{PICTURES, SECRET};
use engine::place::Place;
use leptos::prelude::*;

/// After so many misses there is a way in without the secret: nobody may lose their steps over it.
const MISSES: u32 = 3;

/// The pictures of a secret, tapped one after the other, and how many of them there are.
fn pad(words: &Say, tapped: RwSignal<Vec<&'static str>>) -> AnyView {
    let key = |picture: &'static str| {
        let tap = ui::each_tap(move |_| {
            tapped.update(|tapped| {
                if tapped.len() < SECRET {
                    tapped.push(picture);
                }
            });
        });
        view! {
            <li><button type="button" class="course-tile" on:click=tap>
                <span class="plate">{ui::decoration(picture)}</span><span class="tile-title">{word(words, picture).to_owned()}</span>
            </button></li>
        }
    };
    let keys = PICTURES.into_iter().map(key).collect_view();
    let said = words.done_of().to_owned();
    let count = ui::text(move || {
        let tapped = tapped.with(Vec::len);
        fill(&said, &[("done", &tapped.to_string()), ("all", &SECRET.to_string())])
    });
    view! { <p class="secret-count" aria-live="polite">{count}</p><ul class="course-tiles people">{keys}</ul> }
        .into_any()
}

/// The secret of somebody is asked for.
pub fn ask(state: State, key: String) -> AnyView {
    let words = say();
    let person = state.person(&key);
    let tapped = RwSignal::new(vec![]);
    let misses = RwSignal::new(0);
    let forgot = RwSignal::new(false);
    Effect::new({
        let (key, person) = (key.clone(), person.clone());
        move || {
            if tapped.with(Vec::len) < SECRET {
                return;
            }
            if tapped.with(|tapped| person.opens_with(tapped)) {
                people::enter(&key, "", "");
            } else {
                misses.update(|misses| *misses += 1);
                tapped.set(vec![]);
            }
        }
    });
    let again = words.look_again().to_owned();
    let says = ui::live(move || {
        // Each miss is said anew.
        if misses.get() == 0 { ().into_any() } else { ui::line(&again) }
    });
    let way_in = {
        let words = words.clone();
        ui::live(move || {
            if misses.get() < MISSES {
                return ().into_any();
            }
            if !forgot.get() {
                let label = words.secret_forgot().to_owned();
                return view! { <button type="button" class="second-action" id="forgot" on:click=ui::tap(move |_| forgot.set(true))>{ui::glyph("help")}<span>{label}</span></button> }.into_any();
            }
            let (key, mut person) = (key.clone(), person.clone());
            let open = ui::tap(move |_| {
                person.set_secret(&[]);
                if state.keep_person(&key, &person).is_none() {
                    people::enter(&key, "", "");
                }
            });
            let label = words.secret_without().to_owned();
            view! {
                {ui::line(words.secret_forgot_says())}
                <button type="button" class="second-action" id="without" on:click=open>{ui::glyph("next")}<span>{label}</span></button>
            }
            .into_any()
        })
    };
    view! {
        <div aria-live="polite">{says}</div>
        {pad(&words, tapped)}
        <div aria-live="polite">{way_in}</div>
        <a class="second-action" href=Place::People(None).href()>{ui::glyph("back")}<span>{words.back().to_owned()}</span></a>
    }
    .into_any()
}

/// My own secret: three pictures, or none.
pub fn set(state: State, key: String) -> AnyView {
    let words = say();
    let tapped = RwSignal::new(vec![]);
    let kept = RwSignal::new(None::<String>);
    let keep = {
        let (words, key) = (words.clone(), key.clone());
        move |pictures: &[&str]| {
            let mut person = state.person(&key);
            person.set_secret(pictures);
            let trouble = state.keep_person(&key, &person);
            kept.set(Some(trouble.map_or(words.secret_kept(), |trouble| not_kept(&words, trouble)).to_owned()));
            tapped.set(vec![]);
        }
    };
    let with = {
        let keep = keep.clone();
        let tap_more = words.secret_tap().to_owned();
        ui::tap(move |_| match tapped.get_untracked() {
            pictures if pictures.len() == SECRET => keep(&pictures),
            _ => kept.set(Some(tap_more.clone())),
        })
    };
    let without = ui::tap(move |_| keep(&[]));
    let undo = ui::each_tap(move |_| tapped.update(|tapped| tapped.truncate(tapped.len().saturating_sub(1))));
    view! {
        {ui::line(words.secret_says())}
        <p class="quiet">{ui::said(words.secret_no_lock())}</p>
        {pad(&words, tapped)}
        <div aria-live="polite">{ui::live(move || kept.get().map_or_else(|| ().into_any(), |text| ui::line(&text)))}</div>
        <button type="button" class="main-action" id="keep-secret" on:click=with><span>{words.secret_keep().to_owned()}</span>{ui::glyph("check")}</button>
        <button type="button" class="second-action" id="undo" on:click=undo>{ui::glyph("undo")}<span>{words.undo().to_owned()}</span></button>
        <button type="button" class="second-action" id="no-secret" on:click=without>{ui::glyph("trash")}<span>{words.secret_none().to_owned()}</span></button>
    }
    .into_any()
}
