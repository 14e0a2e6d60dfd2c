//! What is over every page while somebody is at a kiosk: "I am done", and the question whether they are still there.

use super::coach::seconds;
use crate::browser::speech::{self, Listening};
use crate::browser::{fetch, kiosk};
use crate::pages::card;
use crate::state::{Shelf, State};
use crate::ui::{self, Pictures};
use crate::words::{Say, say};
use core::cell::Cell;
use core::time::Duration;
use engine::kiosk::{Idle, Kiosk, Second, SetUp};
use engine::place::Place;
use leptos::html::Dialog;
use leptos::prelude::*;
use std::sync::Arc;

thread_local! {
    static WATCHES: Cell<bool> = const { Cell::new(false) };
    static IDLE: Cell<Idle> = const { Cell::new(Idle::new(1)) };
    /// Whether the place is a card of a lesson: what comes after it may be its end.
    static ON_CARD: Cell<bool> = const { Cell::new(false) };
}

fn change<T>(change: impl FnOnce(&mut Idle) -> T) -> T {
    let mut idle = IDLE.get();
    let came = change(&mut idle);
    IDLE.set(idle);
    came
}

/// What is watched. It only points.
#[derive(Clone, Copy)]
struct Watch {
    state: State,
    speaks: bool,
    /// What is left of the countdown; 0 as long as nothing is asked.
    left: RwSignal<u32>,
    question: NodeRef<Dialog>,
    done: NodeRef<Dialog>,
}

/// Watches from now on until the page goes, which is with the person.
pub fn watch(state: State, kept: &Kiosk) {
    if WATCHES.replace(true) {
        return;
    }
    let SetUp { patience, speaks, .. } = kept.set_up();
    IDLE.set(Idle::new(patience));
    let draw = move || {
        let watch = Watch { state, speaks, left: RwSignal::new(0), question: NodeRef::new(), done: NodeRef::new() };
        watch.begin();
        // The page's own pictures belong to its lesson.
        provide_context(Pictures { folder: fetch::address("pictures/"), drawing: Arc::new(|_| None) });
        ui::live(move || match state.words.get() {
            Shelf::Ready(words) => {
                provide_context(words.clone());
                watch.view(&words)
            }
            _ => ().into_any(),
        })
    };
    // Not now, while a page is drawn or tapped: what is over every page would be a part of that one, and end with it.
    set_timeout(move || leptos::mount::mount_to_body(draw), Duration::ZERO);
}

impl Watch {
    fn begin(self) {
        for event in ["click", "keydown", "scroll"] {
            core::mem::forget(window_event_listener_untyped(event, |_| change(Idle::touched)));
        }
        self.count();
        self.wait();
    }

    /// One lesson more was done here, when somebody comes to its end from one of its cards.
    fn count(self) {
        Effect::new(move |_: Option<()>| {
            let place = self.state.place.get();
            let was_on_card = ON_CARD.replace(matches!(place, Place::Step(..)));
            if was_on_card
                && matches!(place, Place::Finished(_))
                && let Some(mut kept) = kiosk::kept()
            {
                kept.count();
                kiosk::keep(&kept, Box::new(|_| ()));
            }
        });
    }

    /// The next second, and all after it.
    fn wait(self) {
        set_timeout(
            move || {
                self.second();
                self.wait();
            },
            Duration::from_secs(1),
        );
    }

    fn second(self) {
        // Where nobody is, nothing is asked.
        if kiosk::is_free() {
            change(Idle::answered);
            return;
        }
        let listens = self.state.listening.get_untracked() == Listening::Reading;
        match change(|idle| idle.second(listens)) {
            Second::Asked(left) => {
                let is_new = self.left.get_untracked() == 0;
                // Escape closes the browser's own dialog: whoever presses it is there.
                if !is_new && self.question.get_untracked().is_some_and(|dialog| !dialog.open()) {
                    return self.stay();
                }
                self.left.set(left);
                if is_new {
                    ui::open_sheet(self.question);
                    if self.speaks {
                        self.state.read_aloud("#kiosk-question");
                    }
                }
            }
            Second::Gone => kiosk::leave(),
            Second::Quiet => {}
        }
    }

    /// "I am still here."
    fn stay(self) {
        change(Idle::answered);
        self.left.set(0);
        speech::stop();
        ui::close_sheet(self.question);
    }

    fn view(self, words: &Say) -> AnyView {
        let label = words.kiosk_done().to_owned();
        let bar = ui::live(move || {
            if !self.state.guest.get() {
                return ().into_any();
            }
            let open = ui::tap(move |_| {
                self.state.load_register();
                ui::open_sheet(self.done);
            });
            view! { <button type="button" class="second-action" id="done" on:click=open>{ui::glyph("check")}<span>{label.clone()}</span></button> }.into_any()
        });
        view! {
            <aside class="kiosk-bar" aria-label=words.kiosk_done().to_owned()>{bar}</aside>
            {self.question(words)}
            {self.done(words)}
        }
        .into_any()
    }

    /// "Are you still there?"
    fn question(self, words: &Say) -> AnyView {
        let count = {
            let words = words.clone();
            ui::text(move || seconds(&words, self.left.get()))
        };
        let inside = view! {
            <div class="kiosk-question">
                <div class="plate big">{ui::decoration("waving-hand")}</div>
                {ui::line(words.kiosk_still_says())}
                <p class="kiosk-seconds" role="timer">{count}</p>
            </div>
            <div class="sheet-actions">
                <button type="button" class="main-action" id="stay" on:click=ui::tap(move |_| self.stay())>{ui::glyph("person")}<span>{words.kiosk_here().to_owned()}</span></button>
                <button type="button" class="second-action" id="go" on:click=ui::tap(|_| kiosk::leave())>{ui::glyph("check")}<span>{words.kiosk_done().to_owned()}</span></button>
            </div>
        };
        ui::sheet(self.question, "kiosk-question", words.kiosk_still(), inside.into_any())
    }

    /// "Are you done?", with what was done to take along.
    fn done(self, words: &Say) -> AnyView {
        let state = self.state;
        let along = ui::live(move || {
            let Shelf::Ready(register) = state.register.get() else { return ().into_any() };
            match state.progress.with(|progress| progress.count_finished(register.iter())) {
                0 => ().into_any(),
                _ => card::to_take_along(state, &register, &say()),
            }
        });
        let inside = view! {
            {ui::line(words.kiosk_done_says())}
            <div class="kiosk-along">{along}</div>
            <div class="sheet-actions">
                <button type="button" class="main-action" id="leave" on:click=ui::tap(|_| kiosk::leave())>{ui::glyph("check")}<span>{words.kiosk_done().to_owned()}</span></button>
                <button type="button" class="second-action" id="go-on" on:click=ui::tap(move |_| ui::close_sheet(self.done))><span>{words.go_on().to_owned()}</span></button>
            </div>
        };
        ui::sheet(self.done, "kiosk-done", words.kiosk_done_question(), inside.into_any())
    }
}
