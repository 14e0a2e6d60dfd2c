//! What the group board on this device says without names: how many people have finished each lesson.

use super::Page;
use crate::state::Shelf;
use crate::ui;
use crate::words::fill;
use engine::ids::LessonId;
use leptos::prelude::*;

/// With fewer people a number could tell who it is. The limit is ours.
const FEWEST: usize = 5;

impl Page {
    pub(super) fn totals(&self) -> AnyView {
        let page = self.clone();
        let inside = ui::live(move || page.counted_people());
        let heading = self.words.totals().to_owned();
        view! { <section aria-labelledby="totals"><h2 id="totals">{heading}</h2>{inside}</section> }.into_any()
    }

    fn counted_people(&self) -> AnyView {
        let (desk, words) = (self.desk, &self.words);
        let (Shelf::Ready(register), Shelf::Ready(catalogue)) = (desk.register.get(), desk.catalogue.get()) else {
            return ().into_any();
        };
        let entries: Vec<_> = catalogue.lessons().map(|(_, entry)| entry).collect();
        let lessons: Vec<LessonId> = entries.iter().map(|entry| entry.id.clone()).collect();
        let totals = desk.board.with(|board| board.totals(&lessons, &register));
        if totals.people < FEWEST {
            return ui::line(&fill(words.totals_few(), &[("count", &FEWEST.to_string())]));
        }
        let row = |(entry, finished): (&&engine::catalogue::Entry, &usize)| {
            (*finished > 0)
                .then(|| view! { <tr><th scope="row">{entry.title.clone()}</th><td>{finished.to_string()}</td></tr> })
        };
        let rows = entries.iter().zip(&totals.finished).filter_map(row).collect_view();
        view! {
            {ui::line(&fill(words.totals_people(), &[("count", &totals.people.to_string())]))}
            <table class="board-totals">
                <thead><tr><th scope="col">{words.board_lesson().to_owned()}</th><th scope="col">{words.board_people().to_owned()}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    }
}
