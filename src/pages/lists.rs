//! Lessons and courses in a list, as several pages show them.

use crate::state::State;
use crate::ui;
use crate::words::{Say, fill};
use engine::catalogue::{Catalogue, Course, Entry};
use engine::ids::LessonId;
use engine::place::Place;
use leptos::prelude::*;

/// A lesson to open: picture, title, how long, whether it was done.
pub fn lesson_row(state: State, words: &Say, course: &Course, entry: &Entry) -> AnyView {
    let done = state.progress.with_untracked(|progress| progress.is_finished(&entry.id));
    let note = if done {
        words.lesson_done().to_owned()
    } else {
        fill(words.minutes(), &[("minutes", &entry.minutes.to_string())])
    };
    row(course, entry, Place::Lesson(entry.id.clone()), done, note)
}

/// Finished lessons to practise again, a card or two of each.
pub fn again(catalogue: &Catalogue, words: &Say, lessons: &[LessonId]) -> Option<AnyView> {
    let known = lessons.iter().filter_map(|id| catalogue.lesson(id));
    let one = |(course, entry): (&Course, &Entry)| {
        row(course, entry, Place::Again(entry.id.clone(), None), false, words.still_known().to_owned())
    };
    let rows: Vec<_> = known.map(one).collect();
    if rows.is_empty() {
        return None;
    }
    Some(
        view! { <section><h2>{words.practise_again().to_owned()}</h2><ul class="rows-list">{rows}</ul></section> }
            .into_any(),
    )
}

fn row(course: &Course, entry: &Entry, place: Place, done: bool, note: String) -> AnyView {
    view! {
        <li class=format!("tint-{}", course.tint)>
            <a class="lesson-row" href=place.href()>
                <span class="plate">{ui::decoration(entry.picture.as_str())}</span>
                <span class="row-text"><span class="row-title">{ui::said(&entry.title)}</span><span class="row-note" class:done=done>
                    {done.then(|| ui::glyph("check"))}<span>{note}</span></span></span>
                {ui::glyph("next")}
            </a>
        </li>
    }
    .into_any()
}

/// How much of a course is done, as a bar and in words.
pub fn course_progress(state: State, words: &Say, course: &Course) -> AnyView {
    let all = course.lessons.len();
    let done =
        state.progress.with_untracked(|progress| progress.count_finished(course.lessons.iter().map(|entry| &entry.id)));
    let text = fill(words.done_of(), &[("done", &done.to_string()), ("all", &all.to_string())]);
    view! {
        <span class="bar-of" aria-hidden="true"><span class="bar-done" style:width=format!("{}%", done * 100 / all.max(1))></span></span>
        <span class="bar-words">{text}</span>
    }
    .into_any()
}
