//! What the group may practise next, and the table of lessons and people, for wide screens.

use super::Page;
use crate::ui;
use engine::board::Board;
use engine::card::Level;
use engine::catalogue::Course;
use engine::ids::LessonId;
use leptos::prelude::*;

impl Page {
    /// What the group may practise next, and by which rule.
    pub fn next(&self, board: &Board) -> AnyView {
        let words = &self.words;
        if board.members().is_empty() {
            return view! { <p class="board-next">{ui::said(words.board_empty())}</p> }.into_any();
        }
        let (list, is_route) = self.list();
        let inside = match board.next(&list, &self.register) {
            None => view! { <p>{ui::said(words.board_all_done())}</p> }.into_any(),
            Some(lesson) => {
                let rule = if is_route { words.board_next_route() } else { words.board_next_list() };
                view! { <p class="board-lesson">{self.to_sheet(lesson)}</p><p class="quiet">{ui::said(rule)}</p> }
                    .into_any()
            }
        };
        view! {
            <section class="board-next" aria-labelledby="board-next"><h2 id="board-next">{words.board_next().to_owned()}</h2>{inside}</section>
        }
        .into_any()
    }

    /// Lessons down, people across. Lessons of the route, and those that somebody has finished.
    pub fn table(&self, board: &Board) -> AnyView {
        let words = &self.words;
        let members = board.members();
        let route = self.desk.draft.with(|draft| draft.route());
        let is_told = |lesson: &LessonId| {
            route.place_of(lesson).is_some()
                || members.iter().any(|(_, member)| member.level(lesson, &self.register) > Level::Open)
        };
        let heads =
            members.iter().map(|(_, member)| view! { <th scope="col"><bdi>{member.pseudonym().to_owned()}</bdi></th> });
        let heads = heads.collect_view();
        let course = |course: &Course| {
            let rows: Vec<_> = course.lessons.iter().filter(|entry| is_told(&entry.id)).collect();
            (!rows.is_empty()).then(|| {
                let rows = rows.into_iter().map(|entry| {
                    let cells = members.iter().map(|(_, member)| view! { <td>{self.state(member.level(&entry.id, &self.register))}</td> });
                    let cells = cells.collect_view();
                    view! { <tr><th scope="row">{entry.title.clone()}</th>{cells}</tr> }
                });
                let rows = rows.collect_view();
                let width = members.len() + 1;
                view! {
                    <tbody class=format!("tint-{}", course.tint)>
                        <tr class="board-course"><th scope="rowgroup" colspan=width><span>{course.title.clone()}</span></th></tr>
                        {rows}
                    </tbody>
                }
            })
        };
        let bodies = self.catalogue.courses.iter().map(course).collect_view();
        let rest = self.catalogue.lessons().filter(|(_, entry)| !is_told(&entry.id)).count();
        let rest =
            (rest > 0).then(|| view! { <p class="quiet">{ui::said(&self.counted(words.board_rest(), rest))}</p> });
        view! {
            <div class="board-wide">
                <h2 id="board-table">{words.board_table().to_owned()}</h2>
                <div class="board-scroll" role="region" aria-labelledby="board-table" tabindex="0">
                    <table>
                        <thead><tr><th scope="col">{words.board_lesson().to_owned()}</th>{heads}</tr></thead>
                        {bodies}
                    </table>
                </div>
                {rest}
            </div>
        }
        .into_any()
    }
}
