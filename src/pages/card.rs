//! My card: what I have done, taken to another device; and a card from elsewhere, taken in here.

use super::frame::frame;
use super::{kiosk, missing};
use crate::browser::{address, file, people};
use crate::state::State;
use crate::ui;
use crate::words::{Say, fill, say};
use engine::card::{Card, Kind};
use engine::catalogue::Catalogue;
use engine::code::{NoCode, SIGNS};
use engine::ids::LessonId;
use engine::place::{Code, Place};
use engine::progress::Progress;
use engine::route::Route;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What came of a card from elsewhere.
#[derive(Clone)]
enum Other {
    /// It could not be read: why, in a sentence.
    Wrong(String),
    /// It has something new: what is to be joined.
    New(Progress),
    NothingNew,
    /// It was joined. What there was before.
    Added(Progress),
    Undone,
}

/// All that the page needs to know.
#[derive(Clone)]
struct Page {
    state: State,
    catalogue: Arc<Catalogue>,
    register: Arc<Vec<LessonId>>,
    words: Say,
    other: RwSignal<Option<Other>>,
}

/// The page; with a code the card that it stands for is looked at first.
pub fn page(state: State, catalogue: Arc<Catalogue>, register: Arc<Vec<LessonId>>, code: Option<&Code>) -> AnyView {
    let words = say();
    let page = Page { state, catalogue, register, words: words.clone(), other: RwSignal::new(None) };
    if let Some(code) = code {
        page.look_at(code.as_str());
    }
    // A card that was scanned comes first, what is typed is answered below.
    let (scanned, typed) = if code.is_some() { (Some(page.came()), None) } else { (None, Some(page.came())) };
    let mine = {
        let page = page.clone();
        ui::live(move || page.mine())
    };
    let inside = view! { {scanned} {mine} {page.elsewhere(typed)} };
    frame(state, words.my_card(), &Place::Steps, inside.into_any())
}

/// My card as a picture to scan and as a code to type.
pub fn to_take_along(state: State, register: &[LessonId], words: &Say) -> AnyView {
    let code = state.progress.with(|progress| Card::of(progress, register, Kind::Mine, |_| true).code());
    let link = address::of(&Place::Card(Code::new(&code)).href());
    view! {
        {ui::line(words.card_scan())}
        {ui::qr(&link, words.my_card())}
        {ui::line(words.card_type())}
        <p class="card-code" dir="ltr">{code}</p>
    }
    .into_any()
}

impl Page {
    fn mine(&self) -> AnyView {
        let words = &self.words;
        let finished = self.state.progress.with(|progress| progress.count_finished(self.register.iter()));
        if finished == 0 {
            return ui::line(words.nothing_yet());
        }
        let save = self.state.progress_as_file().map(|text| {
            let label = words.card_save().to_owned();
            view! { <a class="second-action" href=file::address_of(&text) download="stepwise.txt">{ui::glyph("download")}<span>{label}</span></a> }
        });
        view! { {to_take_along(self.state, &self.register, words)} {save} }.into_any()
    }

    /// The ways to bring a card from elsewhere.
    fn elsewhere(&self, came: Option<AnyView>) -> AnyView {
        let words = &self.words;
        let input: NodeRef<Input> = NodeRef::new();
        let read = {
            let page = self.clone();
            move |event: SubmitEvent| {
                event.prevent_default();
                page.look_at(&input.get_untracked().map(|input| input.value()).unwrap_or_default());
            }
        };
        let open = {
            let page = self.clone();
            move |event| {
                let page = page.clone();
                file::chosen(&event, move |text| page.look_at_file(text));
            }
        };
        view! {
            <section>
                <h2>{words.card_have().to_owned()}</h2>
                <form class="card-form" on:submit=read novalidate>
                    <label for="card-code">{ui::said(words.card_code())}</label>
                    <input id="card-code" class="written" type="text" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" node_ref=input/>
                    {people::is_kiosk().then(|| kiosk::keys(words, SIGNS, input))}
                    <button type="submit" class="second-action">{ui::glyph("check")}<span>{words.card_read().to_owned()}</span></button>
                </form>
                {came}
                <label class="second-action file">
                    <input type="file" id="card-file" accept=".txt,text/plain" on:change=open/>
                    {ui::glyph("share")}<span>{words.card_open().to_owned()}</span>
                </label>
            </section>
        }
        .into_any()
    }

    fn look_at(&self, code: &str) {
        let wrong = |text: &str| Other::Wrong(text.to_owned());
        let words = &self.words;
        self.other.set(Some(match Card::read(code) {
            Ok(card) if card.kind == Kind::ForCoach => wrong(words.card_of_coach()),
            Ok(card) => self.compared(card.progress(&self.register)),
            Err(why) => match Route::lessons_of_code(code, &self.register) {
                Ok(lessons) if !lessons.is_empty() => return self.state.follow_route(lessons),
                _ => Other::Wrong(says(words, why)),
            },
        }));
    }

    fn look_at_file(&self, text: Option<String>) {
        let read = text.as_deref().map(State::progress_of_file);
        self.other.set(Some(match read {
            Some(Ok(progress)) => self.compared(progress),
            Some(Err(true)) => Other::Wrong(self.words.card_newer().to_owned()),
            _ => Other::Wrong(self.words.card_no_file().to_owned()),
        }));
    }

    fn compared(&self, theirs: Progress) -> Other {
        let mine = self.state.progress.get_untracked();
        let joined = mine.clone().take_in(theirs.clone());
        if joined == mine { Other::NothingNew } else { Other::New(theirs) }
    }

    /// What came of it, said as soon as it is known.
    fn came(&self) -> AnyView {
        let page = self.clone();
        let view = ui::live(move || match page.other.get() {
            None => ().into_any(),
            Some(Other::Wrong(text)) => ui::line(&text),
            Some(Other::New(theirs)) => page.offer(&theirs),
            Some(Other::NothingNew) => ui::line(page.words.card_nothing_new()),
            Some(Other::Undone) => ui::line(page.words.card_undone()),
            Some(Other::Added(before)) => {
                let undo = {
                    let page = page.clone();
                    ui::tap(move |_| {
                        page.state.restore_progress(before.clone());
                        page.other.set(Some(Other::Undone));
                    })
                };
                view! {
                    {ui::line(page.words.card_added())}
                    <button type="button" class="second-action" id="undo" on:click=undo>{ui::glyph("undo")}<span>{page.words.card_undo().to_owned()}</span></button>
                }
                .into_any()
            }
        });
        view! { <div class="card-came" aria-live="polite">{view}</div> }.into_any()
    }

    fn offer(&self, theirs: &Progress) -> AnyView {
        let mine = self.state.progress.get_untracked();
        let is_new = |lesson: &LessonId| {
            theirs.is_finished(lesson) && !mine.is_finished(lesson)
                || theirs.is_done_for_real(lesson) && !mine.is_done_for_real(lesson)
        };
        let lines = self.catalogue.lessons().filter(|(_, entry)| is_new(&entry.id));
        let lines = lines
            .map(|(_, entry)| view! { <li class="i-can">{ui::glyph("check")}<span>{ui::said(&entry.can)}</span></li> })
            .collect_view();
        let add = {
            let (page, theirs) = (self.clone(), theirs.clone());
            ui::tap(move |_| {
                let before = page.state.join_progress(&theirs, &page.register);
                page.other.set(Some(Other::Added(before)));
            })
        };
        let other = self.other;
        view! {
            {ui::line(self.words.card_new())}
            <ul class="can-list">{lines}</ul>
            <button type="button" class="main-action" id="add" on:click=add><span>{self.words.card_add().to_owned()}</span>{ui::glyph("plus")}</button>
            <button type="button" class="second-action" id="leave" on:click=ui::tap(move |_| other.set(None))><span>{self.words.card_leave().to_owned()}</span></button>
        }
        .into_any()
    }
}

/// Why a code is none.
fn says(words: &Say, why: NoCode) -> String {
    match why {
        NoCode::Empty => words.card_no_code().to_owned(),
        NoCode::Group(group) => fill(words.card_group(), &[("group", &group.to_string())]),
        NoCode::NotWhole => words.card_not_whole().to_owned(),
        NoCode::Newer => words.card_newer().to_owned(),
    }
}

/// The code of a route: on to its first lesson, or what is wrong with the code.
pub fn follow(state: State, register: &[LessonId], code: &Code) -> AnyView {
    match Route::lessons_of_code(code.as_str(), register) {
        Ok(lessons) if lessons.is_empty() => missing::unknown(state),
        Ok(lessons) => {
            // Not while this page is drawn.
            spawn_local(async move { state.follow_route(lessons) });
            missing::waiting()
        }
        Err(why) => missing::unknown_because(state, &says(&say(), why)),
    }
}
