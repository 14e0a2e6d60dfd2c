//! The group board: what people chose to show this coach. It is kept on this device and nowhere else.

mod cards;
mod files;
mod lessons;
mod people;

use super::frame::{self, frame};
use crate::browser::storage::Trouble;
use crate::state::{Desk, Shelf};
use crate::ui;
use crate::words::coach::{Say, say};
use crate::words::fill;
use engine::card::Level;
use engine::catalogue::Catalogue;
use engine::desk::DeskPlace;
use engine::ids::LessonId;
use engine::place::Code;
use leptos::prelude::*;
use std::sync::Arc;

/// All that the page needs to know.
#[derive(Clone)]
struct Page {
    desk: Desk,
    catalogue: Arc<Catalogue>,
    register: Arc<Vec<LessonId>>,
    words: Say,
    /// What a card or code came to.
    came: RwSignal<cards::Came>,
}

/// The page; with a code the card that it stands for is looked at first.
pub fn page(desk: Desk, catalogue: Arc<Catalogue>, code: Option<&Code>) -> AnyView {
    let register = match desk.register.get() {
        Shelf::Waiting => return frame::waiting(desk),
        Shelf::NotLoaded(_) => return frame::not_loaded(desk),
        Shelf::Ready(register) => register,
    };
    let words = say();
    let page = Page { desk, catalogue, register, words: words.clone(), came: RwSignal::default() };
    if let Some(code) = code {
        page.look_at(code.as_str());
    }
    // What is written in a form stays while the board changes: only what is drawn from the board is drawn again.
    let (next, shown) = {
        let (one, other) = (page.clone(), page.clone());
        (ui::live(move || one.next(&one.desk.board.get())), ui::live(move || other.shown()))
    };
    let inside = view! {
        <p class="desk-say">{ui::said(words.board_says())}</p>
        {page.trouble()}
        <div class="board-top">{page.cards()} {next}</div>
        {shown}
        {page.files()}
    };
    frame(desk, words.board_title(), &DeskPlace::Board(None), inside.into_any())
}

impl Page {
    /// What is on the board.
    fn shown(&self) -> AnyView {
        let board = self.desk.board.get();
        if board.members().is_empty() {
            return ().into_any();
        }
        view! { {self.people(&board)} {self.table(&board)} }.into_any()
    }

    /// That the board is not kept, or was not read.
    fn trouble(&self) -> AnyView {
        let page = self.clone();
        let text = ui::live(move || match page.desk.board_trouble.get() {
            None => ().into_any(),
            Some(Trouble::SetAside) => frame::told(page.words.board_set_aside()),
            Some(_) => frame::told(page.words.board_not_kept()),
        });
        view! { <div aria-live="polite" class="notice-place">{text}</div> }.into_any()
    }

    /// The lessons from which what comes next is taken: those of the route, without one all of them in their order. And whether it is the route.
    fn list(&self) -> (Vec<LessonId>, bool) {
        let route = self.desk.draft.with(|draft| draft.route());
        let there = |lesson: &&LessonId| self.catalogue.lesson(lesson).is_some();
        let route: Vec<_> = route.lessons().iter().filter(there).cloned().collect();
        if !route.is_empty() {
            return (route, true);
        }
        let mut all: Vec<LessonId> = vec![];
        for (_, entry) in self.catalogue.proposed() {
            if !all.contains(&entry.id) {
                all.push(entry.id.clone());
            }
        }
        (all, false)
    }

    /// The title of a lesson, as the way to its sheet.
    fn to_sheet(&self, lesson: &LessonId) -> AnyView {
        let title = self.catalogue.lesson(lesson).map(|(_, entry)| entry.title.clone()).unwrap_or_default();
        let href = DeskPlace::Sheet(lesson.clone(), None).href();
        view! { <a href=href>{title}</a> }.into_any()
    }

    /// How far a lesson has come, in words; nothing for one that is open.
    fn level(&self, level: Level) -> &str {
        match level {
            Level::Open => "",
            Level::Finished => self.words.board_done(),
            Level::DoneForReal => self.words.board_real(),
            Level::SeenByCoach => self.words.board_seen(),
        }
    }

    /// The same with a picture.
    fn state(&self, level: Level) -> AnyView {
        let ticks = match level {
            Level::Open => return view! { <span class="board-open" aria-hidden="true"></span><span class="spoken">{self.words.board_open().to_owned()}</span> }.into_any(),
            Level::Finished => 1,
            Level::DoneForReal | Level::SeenByCoach => 2,
        };
        let signs = (0..ticks).map(|_| ui::glyph("check")).collect_view();
        let coach = (level == Level::SeenByCoach).then(|| ui::glyph("person"));
        view! { <span class="board-state"><span class="board-ticks">{signs}</span>{coach}<span>{self.level(level).to_owned()}</span></span> }
            .into_any()
    }

    fn counted(&self, text: &str, count: usize) -> String {
        fill(text, &[("count", &count.to_string())])
    }
}
