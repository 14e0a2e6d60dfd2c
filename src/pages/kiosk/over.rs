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
use engine::kiosk::{Idle, Kiosk, Second};
use engine::place::Place;
use leptos::ev;
use leptos::html::Dialog;
use leptos::prelude::*;
use std::sync::Arc;

thread_local! {
    static WATCHES: Cell<bool> = const { Cell::new(false) };
}

/// What is watched. It only points.
#[derive(Clone, Copy)]
struct Watch {
    state: State,
    idle: StoredValue<Idle>,
    speaks: bool,
    /// What is left of the countdown; nothing as long as nothing is asked.
    left: RwSignal<Option<u32>>,
    question: NodeRef<Dialog>,
    done: NodeRef<Dialog>,
}

/// Watches from now on until the page goes, which is with the person.
pub fn watch(state: State, kept: &Kiosk) {
    if WATCHES.replace(true) {
        return;
    }
    let set_up = kept.set_up();
    let draw = move || {
        let watch = Watch {
            state,
            idle: StoredValue::new(Idle::new(set_up.patience)),
            speaks: set_up.speaks,
            left: RwSignal::new(None),
            question: NodeRef::new(),
            done: NodeRef::new(),
        };
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
    leptos::mount::mount_to_body(draw);
}

impl Watch {
    fn begin(self) {
        let touched = move || self.idle.update_value(Idle::touched);
        core::mem::forget(window_event_listener(ev::click, move |_| touched()));
        core::mem::forget(window_event_listener(ev::keydown, move |_| touched()));
        core::mem::forget(window_event_listener(ev::scroll, move |_| touched()));
        self.count();
        self.wait();
    }

    /// One lesson more was done here, when somebody comes to its end from one of its cards.
    fn count(self) {
        Effect::new(move |before: Option<Place>| {
            let place = self.state.place.get();
            if let (Some(Place::Step(from, _)), Place::Finished(lesson)) = (before, &place)
                && from == *lesson
                && let Some(mut kept) = kiosk::kept()
            {
                kept.count();
                kiosk::keep(&kept, |_| ());
            }
            place
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
            self.idle.update_value(Idle::answered);
            return;
        }
        let listens = self.state.listening.get_untracked() == Listening::Reading;
        match self.idle.try_update_value(|idle| idle.second(listens)) {
            Some(Second::Asked(left)) => {
                let is_new = self.left.get_untracked().is_none();
                // Escape closes the browser's own dialog: whoever presses it is there.
                if !is_new && self.question.get_untracked().is_some_and(|dialog| !dialog.open()) {
                    return self.stay();
                }
                self.left.set(Some(left));
                if is_new {
                    ui::open_sheet(self.question);
                    if self.speaks {
                        self.state.read_aloud("#kiosk-question");
                    }
                }
            }
            Some(Second::Gone) => kiosk::leave(),
            _ => {}
        }
    }

    /// "I am still here."
    fn stay(self) {
        self.idle.update_value(Idle::answered);
        self.left.set(None);
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
            ui::text(move || seconds(&words, self.left.get().unwrap_or_default()))
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
