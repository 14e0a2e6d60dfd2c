//! Lessons and courses in a list, as several pages show them.

use crate::state::State;
use crate::ui;
use crate::words::{Say, fill};
use engine::catalogue::{Course, Entry};
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
    view! {
        <li class=format!("tint-{}", course.tint)>
            <a class="lesson-row" href=Place::Lesson(entry.id.clone()).href()>
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
