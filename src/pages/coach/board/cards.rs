//! A card comes: by its link, by camera or as a code; the coach says whose it is; it can be undone.

use super::Page;
use crate::browser::{address, camera, focus, today};
use crate::ui;
use crate::words::fill;
use engine::board::{Board, LONGEST_PSEUDONYM, MOST_PEOPLE, MemberId, NotAdded, NotShown, read_shown};
use engine::card::Card;
use engine::code::NoCode;
use engine::desk::DeskPlace;
use leptos::ev::SubmitEvent;
use leptos::html::{Input, Video};
use leptos::prelude::*;

/// What came of it.
#[derive(Clone, Default)]
pub enum Came {
    #[default]
    Nothing,
    /// Only words.
    Told(String),
    /// A card whose owner is asked for.
    Card(Card),
    /// It is on the board: whose it is, and what there was before.
    Added(String, Board),
}

impl Page {
    /// The ways in which a card comes, and what came of it.
    pub fn cards(&self) -> AnyView {
        let words = &self.words;
        let input: NodeRef<Input> = NodeRef::new();
        let read = {
            let page = self.clone();
            move |event: SubmitEvent| {
                event.prevent_default();
                page.look_at(&input.get_untracked().map(|input| input.value()).unwrap_or_default());
            }
        };
        let came = {
            let page = self.clone();
            ui::live(move || page.what_came(page.came.get()))
        };
        view! {
            <section class="desk-settings board-cards" aria-labelledby="board-cards">
                <h2 id="board-cards">{words.board_new_card().to_owned()}</h2>
                <p>{ui::said(words.board_how())}</p>
                {camera::is_there().then(|| self.camera())}
                <form class="field" on:submit=read novalidate>
                    <label for="board-code">{words.board_code().to_owned()}</label>
                    <input id="board-code" type="text" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" node_ref=input/>
                    <button type="submit" class="second-action">{ui::glyph("search")}<span>{words.board_read().to_owned()}</span></button>
                </form>
                <div aria-live="polite" class="board-came" id="board-came" tabindex="-1">{came}</div>
            </section>
        }
        .into_any()
    }

    fn camera(&self) -> AnyView {
        let page = self.clone();
        let is_on = RwSignal::new(false);
        let video: NodeRef<Video> = NodeRef::new();
        on_cleanup(camera::stop);
        let start = {
            let page = page.clone();
            ui::tap(move |_| {
                let Some(video) = video.get_untracked() else { return };
                is_on.set(true);
                let page = page.clone();
                camera::scan(&video, move |seen| {
                    is_on.set(false);
                    match seen {
                        Ok(Some(text)) => page.look_at(&text),
                        Ok(None) => {}
                        Err(()) => page.tell(page.words.board_no_camera()),
                    }
                });
            })
        };
        let stop = ui::tap(|_| camera::stop());
        let is_off = ui::flag(move || !is_on.get());
        let hides_start = ui::flag(move || is_on.get());
        view! {
            <button type="button" class="main-action" id="scan" hidden=hides_start on:click=start>{ui::glyph("search")}<span>{page.words.board_scan().to_owned()}</span></button>
            <div class="board-camera" hidden=is_off>
                <video node_ref=video playsinline muted aria-label=page.words.board_scan().to_owned()></video>
                <button type="button" class="second-action" id="scan-stop" on:click=stop>{ui::glyph("stop")}<span>{page.words.board_stop().to_owned()}</span></button>
            </div>
        }
        .into_any()
    }

    /// Looks at a link or a code. Nothing is put on the board by that.
    pub fn look_at(&self, text: &str) {
        let words = &self.words;
        let why = match read_shown(text) {
            Ok(card) => {
                self.came.set(Came::Card(card));
                focus::first("#board-came");
                return;
            }
            Err(why) => why,
        };
        self.tell(&match why {
            NotShown::OtherLink => words.board_other_link().to_owned(),
            NotShown::Mine => words.board_mine().to_owned(),
            NotShown::Nothing => words.board_nothing().to_owned(),
            NotShown::NoCode(NoCode::Empty) => words.board_no_code().to_owned(),
            NotShown::NoCode(NoCode::Group(group)) => fill(words.board_group(), &[("group", &group.to_string())]),
            NotShown::NoCode(NoCode::NotWhole) => words.board_not_whole().to_owned(),
            NotShown::NoCode(NoCode::Newer) => words.board_newer().to_owned(),
        });
    }

    fn tell(&self, text: &str) {
        self.came.set(Came::Told(text.to_owned()));
    }

    fn what_came(&self, came: Came) -> AnyView {
        match came {
            Came::Nothing => ().into_any(),
            Came::Told(text) => {
                view! { <p class="notice">{ui::glyph("info")}<span>{ui::said(&text)}</span></p> }.into_any()
            }
            Came::Card(card) => self.whose(&card),
            Came::Added(name, before) => self.added(&name, before),
        }
    }

    /// Whose card it is: somebody who is here, or somebody new.
    fn whose(&self, card: &Card) -> AnyView {
        let words = &self.words;
        let told = card.lessons(&self.register).filter_map(|(lesson, level)| {
            let title = self.catalogue.lesson(lesson)?.1.title.clone();
            Some(view! { <li><span>{title}</span>{self.state(level)}</li> })
        });
        let told = told.collect_view();
        let members = self.desk.board.with_untracked(|board| {
            board
                .members()
                .into_iter()
                .map(|(id, member)| (id.clone(), member.pseudonym().to_owned()))
                .collect::<Vec<_>>()
        });
        let one = |(id, name): &(MemberId, String)| {
            let (page, card, id) = (self.clone(), card.clone(), id.clone());
            let put = ui::tap(move |_| page.put(&id, &card));
            view! { <button type="button" class="quiet-action" on:click=put>{ui::glyph("person")}<bdi>{name.clone()}</bdi></button> }
        };
        let known = (!members.is_empty()).then(|| {
            let all = members.iter().map(one).collect_view();
            view! { <h4>{words.board_known().to_owned()}</h4><div class="desk-paths">{all}</div> }
        });
        let input: NodeRef<Input> = NodeRef::new();
        let wrong = RwSignal::new(String::new());
        let add = {
            let (page, card) = (self.clone(), card.clone());
            move |event: SubmitEvent| {
                event.prevent_default();
                let name = input.get_untracked().map(|input| input.value()).unwrap_or_default();
                if let Err(why) = page.add(&name, &card) {
                    wrong.set(page.why_not(why));
                    focus::first("#board-name");
                }
            }
        };
        let leave = {
            let page = self.clone();
            ui::tap(move |_| page.came.set(Came::Nothing))
        };
        view! {
            <h3>{words.board_who().to_owned()}</h3>
            <ul class="board-levels">{told}</ul>
            {known}
            <form class="field" on:submit=add novalidate>
                <label for="board-name">{words.board_new_name().to_owned()}</label>
                <span class="quiet" id="board-advice">{ui::said(words.board_advice())}</span>
                <input id="board-name" type="text" autocomplete="off" aria-describedby="board-advice board-wrong" node_ref=input/>
                <span class="board-wrong" id="board-wrong" role="alert">{ui::text(move || wrong.get())}</span>
                <button type="submit" class="main-action">{ui::glyph("plus")}<span>{words.board_add().to_owned()}</span></button>
            </form>
            <button type="button" class="quiet-action" id="board-leave" on:click=leave>{ui::glyph("close")}<span>{words.board_leave().to_owned()}</span></button>
        }
        .into_any()
    }

    fn add(&self, name: &str, card: &Card) -> Result<(), NotAdded> {
        let mut added = Err(NotAdded::NoName);
        let before =
            self.desk.change_board(|board| added = board.add(name, today::seed(), card.clone(), today::today()));
        added.map(|id| self.is_added(&id, before))
    }

    fn put(&self, id: &MemberId, card: &Card) {
        let before = self.desk.change_board(|board| board.put(id, card.clone(), today::today()));
        self.is_added(id, before);
    }

    fn is_added(&self, id: &MemberId, before: Board) {
        let name = self.desk.board.with_untracked(|board| board.member(id).map(|one| one.pseudonym().to_owned()));
        // Loaded again, the page must not ask again.
        if let place @ DeskPlace::Board(Some(_)) = self.desk.place.get_untracked() {
            address::replace(&place.href(), &DeskPlace::Board(None).href());
        }
        self.came.set(Came::Added(name.unwrap_or_default(), before));
        focus::first("#board-came");
    }

    /// Why somebody is not put on the board, for whoever wants it.
    pub fn why_not(&self, why: NotAdded) -> String {
        let words = &self.words;
        match why {
            NotAdded::NoName => words.board_no_name().to_owned(),
            NotAdded::TooLong => fill(words.board_name_long(), &[("letters", &LONGEST_PSEUDONYM.to_string())]),
            NotAdded::Taken => words.board_name_taken().to_owned(),
            NotAdded::Full => fill(words.board_full(), &[("people", &MOST_PEOPLE.to_string())]),
        }
    }

    fn added(&self, name: &str, before: Board) -> AnyView {
        let page = self.clone();
        let undo = ui::tap(move |_| {
            page.desk.take_from_board(|board| *board = before.clone().instead_of(board));
            page.tell(page.words.board_undone());
        });
        view! {
            <p>{ui::said(&fill(self.words.board_added(), &[("name", name)]))}</p>
            <button type="button" class="second-action" id="undo" on:click=undo>{ui::glyph("undo")}<span>{self.words.board_undo().to_owned()}</span></button>
        }
        .into_any()
    }
}
