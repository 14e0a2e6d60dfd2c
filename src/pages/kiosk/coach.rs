//! What the coach of a kiosk sees: the code is asked for, then count, settings and the end of the kiosk. Whoever cleans the screen needs no code.

use super::{around, back, code, over, set_up};
use crate::browser::kiosk::{self, Phase};
use crate::browser::people;
use crate::state::State;
use crate::ui;
use crate::words::{Say, fill, say};
use core::time::Duration;
use engine::catalogue::Catalogue;
use engine::ids::LessonId;
use engine::kiosk::CLEANING;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

const SECOND: Duration = Duration::from_secs(1);

/// What the coach is at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Code,
    Menu,
    SetUp,
    Cleaning,
}

/// The place of the coach: the set-up; on a kiosk behind its code.
pub fn page(state: State, catalogue: Arc<Catalogue>, lessons: Vec<LessonId>) -> AnyView {
    if !people::is_kiosk() {
        return set_up::page(state, &catalogue, lessons, None);
    }
    let Some(kept) = kiosk::kept() else { return set_up::unreadable(state) };
    kiosk::enter(Phase::Coach);
    over::watch(state, &kept);
    let at = RwSignal::new(At::Code);
    ui::live(move || match at.get() {
        At::Code => ask(state, at),
        At::Menu => menu(state, at),
        At::SetUp => set_up::page(state, &catalogue, lessons.clone(), kiosk::kept()),
        At::Cleaning => cleaning(state),
    })
}

/// The code is asked for.
fn ask(state: State, at: RwSignal<At>) -> AnyView {
    let words = say();
    let input: NodeRef<Input> = NodeRef::new();
    let misses = RwSignal::new(0u32);
    // Seconds that are left of a pause.
    let pause = RwSignal::new(0u32);
    count_down(pause);
    let enter = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(input) = input.get_untracked() else { return };
        let code = input.value();
        input.set_value("");
        spawn_local(async move {
            let Some(mut kept) = kiosk::kept() else { return };
            let sum = kiosk::sum(kept.salt(), &code).await.unwrap_or_default();
            let is_right = kept.opens(&sum, kiosk::now());
            kiosk::keep(&kept, Box::new(|_| ()));
            if is_right {
                at.set(At::Menu);
            } else {
                misses.update(|misses| *misses += 1);
                count_down(pause);
            }
        });
    };
    let says = {
        let words = words.clone();
        ui::live(move || match (pause.get(), misses.get()) {
            (0, 0) => ().into_any(),
            (0, _) => ui::line(words.kiosk_code_wrong()),
            (left, _) => ui::line(&fill(words.kiosk_code_pause(), &[("seconds", &left.to_string())])),
        })
    };
    let inside = view! {
        <div class="kiosk-ask"><form class="kiosk-code" on:submit=enter novalidate>
            {code(&words, words.kiosk_code_ask(), input)}
            <div aria-live="polite">{says}</div>
            <button type="submit" class="main-action" id="enter"><span>{words.check().to_owned()}</span>{ui::glyph("check")}</button>
        </form>
        <div class="kiosk-actions">
        <button type="button" class="second-action" id="clean" on:click=ui::tap(move |_| at.set(At::Cleaning))><span>{words.kiosk_clean().to_owned()}</span></button>
        {back(&words)}
        <p class="quiet">{ui::said(words.kiosk_forgot())}</p>
        </div></div>
    };
    around(state, words.kiosk_coach(), inside.into_any())
}

/// Says how long a pause lasts, second by second, as long as the page is there.
fn count_down(pause: RwSignal<u32>) {
    let left = kiosk::kept().map_or(0, |kept| kept.pause(kiosk::now()));
    // With the second that has begun.
    let seconds = u32::try_from((left + 999) / 1000).unwrap_or_default();
    let is_there = pause.try_set(seconds).is_none();
    if is_there && seconds > 0 {
        set_timeout(move || count_down(pause), SECOND);
    }
}

fn menu(state: State, at: RwSignal<At>) -> AnyView {
    let words = say();
    let done = kiosk::kept().map_or(0, |kept| kept.done()).to_string();
    let end = ui::tap(|_| {
        kiosk::end();
        kiosk::leave();
    });
    let inside = view! {
        <div class="kiosk-actions">
        {ui::line(&fill(words.kiosk_count(), &[("count", &done)]))}
        <button type="button" class="second-action" id="change" on:click=ui::tap(move |_| at.set(At::SetUp))>{ui::glyph("text-size")}<span>{words.kiosk_change().to_owned()}</span></button>
        <button type="button" class="second-action" id="end" on:click=end>{ui::glyph("stop")}<span>{words.kiosk_end().to_owned()}</span></button>
        {back(&words)}
        </div>
    };
    around(state, words.kiosk_coach(), inside.into_any())
}

/// For a while nothing on the screen can be touched.
fn cleaning(state: State) -> AnyView {
    let words = say();
    let left = RwSignal::new(CLEANING);
    second(left);
    let seconds = {
        let words = words.clone();
        ui::text(move || seconds(&words, left.get()))
    };
    let inside = view! {
        <div class="calm">
            <div class="plate big">{ui::decoration("sponge")}</div>
            {ui::line(words.kiosk_clean_says())}
            <p class="kiosk-seconds">{seconds}</p>
        </div>
    };
    around(state, words.kiosk_clean(), inside.into_any())
}

fn second(left: RwSignal<u32>) {
    let tick = move || match left.try_update(|left| {
        *left = left.saturating_sub(1);
        *left
    }) {
        None => {}
        Some(0) => kiosk::leave(),
        Some(_) => second(left),
    };
    set_timeout(tick, SECOND);
}

/// How many seconds are left, in words.
pub fn seconds(words: &Say, left: u32) -> String {
    fill(words.kiosk_seconds(), &[("seconds", &left.to_string())])
}
