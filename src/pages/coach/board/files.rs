//! The board as a table for a spreadsheet and as a file, another board from a file, and the end of this one.

use super::Page;
use crate::browser::{file, storage, today};
use crate::state::Desk;
use crate::ui;
use crate::words::fill;
use engine::board::{Board, MemberId};
use engine::csv;
use leptos::html::Dialog;
use leptos::prelude::*;

/// What came of a file.
#[derive(Clone)]
enum Came {
    Told(String),
    /// A board that has something new.
    Other(Board),
    /// It was joined. What there was before.
    Merged(Board),
}

impl Page {
    pub fn files(&self) -> AnyView {
        let words = &self.words;
        let came: RwSignal<Option<Came>> = RwSignal::new(None);
        let open = {
            let page = self.clone();
            move |event| {
                let page = page.clone();
                file::chosen(&event, move |text| came.set(Some(page.of_file(text))));
            }
        };
        let to_keep = {
            let page = self.clone();
            ui::live(move || page.to_keep(&page.desk.board.get()))
        };
        let what_came = {
            let page = self.clone();
            ui::live(move || came.get().map_or_else(|| ().into_any(), |one| page.what_came_of_file(one, came)))
        };
        view! {
            <section class="desk-settings" aria-labelledby="board-keep">
                <h2 id="board-keep">{words.board_keep().to_owned()}</h2>
                <p class="quiet">{ui::said(words.board_keep_says())}</p>
                {to_keep}
                <label class="second-action file">
                    <input type="file" id="board-file" accept=".txt,text/plain" on:change=open/>
                    {ui::glyph("share")}<span>{words.board_open_file().to_owned()}</span>
                </label>
                <div aria-live="polite" class="board-came">{what_came}</div>
                {self.delete()}
            </section>
        }
        .into_any()
    }

    fn to_keep(&self, board: &Board) -> AnyView {
        if board.members().is_empty() {
            return ().into_any();
        }
        let save = |name: &'static str, text: &str, label: &str| {
            view! { <a class="second-action" href=file::address_of(text) download=name>{ui::glyph("download")}<span>{label.to_owned()}</span></a> }
        };
        let words = &self.words;
        let sealed = storage::seal(board).map(|text| save("stepwise-board.txt", &text, words.board_save()));
        view! { {save("stepwise-board.csv", &self.csv(board), words.board_csv())} {sealed} }.into_any()
    }

    /// All lessons of the courses, a row each, and when the last card of each person came.
    fn csv(&self, board: &Board) -> String {
        let members = board.members();
        let row = |head: &str, cell: &dyn Fn(&engine::board::Member) -> String| {
            std::iter::once(head.to_owned()).chain(members.iter().map(|(_, member)| cell(member))).collect::<Vec<_>>()
        };
        let plain = |text: &str| text.replace('\u{ad}', "");
        let mut rows = vec![row(self.words.board_lesson(), &|member| member.pseudonym().to_owned())];
        rows.extend(self.catalogue.lessons().map(|(_, entry)| {
            row(&plain(&entry.title), &|member| plain(self.level(member.level(&entry.id, &self.register))))
        }));
        rows.push(row(self.words.board_day(), &|member| today::as_number(member.day())));
        csv::written(&rows)
    }

    fn of_file(&self, text: Option<String>) -> Came {
        let told = |text: &str| Came::Told(text.to_owned());
        match text.as_deref().map(storage::unseal::<Board>) {
            Some(Ok(other)) => {
                let mine = self.desk.board.get_untracked();
                match mine.with(&other, &[]) {
                    Ok(all) if all == mine => told(self.words.board_nothing_new()),
                    _ => Came::Other(other),
                }
            }
            Some(Err(true)) => told(self.words.board_newer()),
            _ => told(self.words.board_no_file()),
        }
    }

    fn what_came_of_file(&self, one: Came, came: RwSignal<Option<Came>>) -> AnyView {
        match one {
            Came::Told(text) => {
                view! { <p class="notice">{ui::glyph("info")}<span>{ui::said(&text)}</span></p> }.into_any()
            }
            Came::Other(other) => self.offer(other, came),
            Came::Merged(before) => {
                let page = self.clone();
                let undo = ui::tap(move |_| {
                    page.desk.take_from_board(|board| *board = before.clone().instead_of(board));
                    came.set(Some(Came::Told(page.words.board_undone().to_owned())));
                });
                view! {
                    <p>{ui::said(self.words.board_merged())}</p>
                    <button type="button" class="second-action" id="undo-merge" on:click=undo>{ui::glyph("undo")}<span>{self.words.board_undo().to_owned()}</span></button>
                }
                .into_any()
            }
        }
    }

    /// Who is in the file; of those who are called as somebody here, the coach says whether they are the same.
    fn offer(&self, other: Board, came: RwSignal<Option<Came>>) -> AnyView {
        let words = &self.words;
        let same: RwSignal<Vec<MemberId>> = RwSignal::default();
        let names: Vec<_> = other.members().into_iter().map(|(_, member)| member.pseudonym().to_owned()).collect();
        let mine = self.desk.board.get_untracked();
        let one = |(id, member): (&MemberId, &engine::board::Member)| {
            let (id, is_same) = (id.clone(), id.clone());
            let checked = ui::flag(move || same.with(|same| same.contains(&is_same)));
            let change = move |_| {
                same.update(|same| match same.iter().position(|other| *other == id) {
                    Some(place) => drop(same.remove(place)),
                    None => same.push(id.clone()),
                });
            };
            view! { <label class="choice"><input type="checkbox" prop:checked=checked on:change=change/><bdi>{member.pseudonym().to_owned()}</bdi></label> }
        };
        let alike = mine.alike(&other).into_iter().map(one).collect::<Vec<_>>();
        let alike = (!alike.is_empty()).then(|| {
            view! { <fieldset class="choices ticks"><legend>{words.board_same().to_owned()}</legend><div>{alike}</div></fieldset> }
        });
        let merge = {
            let page = self.clone();
            ui::tap(move |_| {
                let mut outcome = Ok(());
                let before = page.desk.change_board(|board| {
                    outcome = board.with(&other, &same.get_untracked()).map(|all| *board = all);
                });
                came.set(Some(match outcome {
                    Ok(()) => Came::Merged(before),
                    Err(why) => Came::Told(page.why_not(why)),
                }));
            })
        };
        view! {
            <p>{ui::said(&fill(words.board_file_has(), &[("names", &names.join(", "))]))}</p>
            {alike}
            <button type="button" class="main-action" id="merge" on:click=merge>{ui::glyph("plus")}<span>{words.board_merge().to_owned()}</span></button>
            <button type="button" class="quiet-action" on:click=ui::tap(move |_| came.set(None))>{ui::glyph("close")}<span>{words.board_leave().to_owned()}</span></button>
        }
        .into_any()
    }

    fn delete(&self) -> AnyView {
        let words = &self.words;
        let node: NodeRef<Dialog> = NodeRef::new();
        let desk: Desk = self.desk;
        let came = self.came;
        let now = ui::tap(move |_| {
            desk.take_from_board(Board::clear);
            came.set(super::cards::Came::Nothing);
            ui::close_sheet(node);
        });
        let inside = view! {
            <p>{ui::said(words.board_delete_says())}</p>
            <div class="sheet-actions">
                <button type="button" class="main-action" on:click=ui::tap(move |_| ui::close_sheet(node))>{words.delete_keep().to_owned()}</button>
                <button type="button" class="second-action" on:click=now>{ui::glyph("trash")}<span>{words.board_delete().to_owned()}</span></button>
            </div>
        };
        let is_empty = ui::flag(move || desk.board.with(|board| board.members().is_empty()));
        view! {
            <button type="button" class="quiet-action" id="delete-board" hidden=is_empty on:click=ui::tap(move |_| ui::open_sheet(node))>
                {ui::glyph("trash")}<span>{words.board_delete().to_owned()}</span>
            </button>
            {ui::sheet(node, "board-delete-sheet", words.board_delete_question(), inside.into_any())}
        }
        .into_any()
    }
}
