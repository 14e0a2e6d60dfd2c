//! The board by person: what each has shown, what is next for them, and the way off the board.

use super::Page;
use crate::browser::{focus, today};
use crate::ui;
use crate::words::fill;
use engine::board::{Board, Member, MemberId};
use engine::card::Level;
use leptos::html::Dialog;
use leptos::prelude::*;

impl Page {
    /// Everybody.
    pub fn people(&self, board: &Board) -> AnyView {
        let leaving: RwSignal<Option<(MemberId, String)>> = RwSignal::new(None);
        let node: NodeRef<Dialog> = NodeRef::new();
        let all = board.members().into_iter().map(|(id, member)| self.person(id, member, leaving, node)).collect_view();
        view! {
            <section aria-labelledby="board-people">
                <h2 id="board-people" tabindex="-1">{self.words.board_people().to_owned()}</h2>
                <div class="board-people">{all}</div>
                {self.question(leaving, node)}
            </section>
        }
        .into_any()
    }

    fn person(
        &self,
        id: &MemberId,
        member: &Member,
        leaving: RwSignal<Option<(MemberId, String)>>,
        node: NodeRef<Dialog>,
    ) -> AnyView {
        let words = &self.words;
        let shown: Vec<_> = self
            .catalogue
            .lessons()
            .map(|(_, entry)| (entry, member.level(&entry.id, &self.register)))
            .filter(|(_, level)| *level > Level::Open)
            .collect();
        let count = self.counted(words.board_count(), shown.len());
        let lines = shown
            .iter()
            .map(|(entry, level)| view! { <li><span>{entry.title.clone()}</span>{self.state(*level)}</li> });
        let lines = lines.collect_view();
        let (list, _) = self.list();
        let next = member
            .next(&list, &self.register)
            .map(|lesson| view! { <p>{words.board_next_for().to_owned()}" "{self.to_sheet(lesson)}</p> });
        let date = today::written(member.day(), self.desk.language().lang);
        let date = fill(words.board_last(), &[("date", &date)]);
        let name = member.pseudonym().to_owned();
        let remove = {
            let who = (id.clone(), name.clone());
            ui::tap(move |_| {
                leaving.set(Some(who.clone()));
                ui::open_sheet(node);
            })
        };
        let label = format!("{}: {name}", words.board_remove());
        view! {
            <details class="board-person">
                <summary>{ui::glyph("person")}<span class="row-text"><bdi class="row-title">{name}</bdi><span class="row-note">{count}</span></span></summary>
                <div>
                    <p class="quiet">{date}</p>
                    {next}
                    <ul class="board-levels">{lines}</ul>
                    <button type="button" class="quiet-action" aria-label=label on:click=remove>{ui::glyph("trash")}<span>{words.board_remove().to_owned()}</span></button>
                </div>
            </details>
        }
        .into_any()
    }

    /// Whether somebody is really to go.
    fn question(&self, leaving: RwSignal<Option<(MemberId, String)>>, node: NodeRef<Dialog>) -> AnyView {
        let words = &self.words;
        let says = {
            let text = words.board_remove_says().to_owned();
            ui::live(move || {
                leaving.get().map_or_else(|| ().into_any(), |(_, name)| ui::said(&fill(&text, &[("name", &name)])))
            })
        };
        let now = {
            let desk = self.desk;
            ui::tap(move |_| {
                ui::close_sheet(node);
                if let Some((id, _)) = leaving.get_untracked() {
                    desk.take_from_board(|board| board.remove(&id));
                    focus::first("#board-people");
                }
            })
        };
        let inside = view! {
            <p>{says}</p>
            <div class="sheet-actions">
                <button type="button" class="main-action" on:click=ui::tap(move |_| ui::close_sheet(node))>{words.delete_keep().to_owned()}</button>
                <button type="button" class="second-action" on:click=now>{ui::glyph("trash")}<span>{words.board_remove().to_owned()}</span></button>
            </div>
        };
        ui::sheet(node, "remove-sheet", words.board_remove_question(), inside.into_any())
    }
}
