//! A course: its lessons in order.

use super::frame::frame;
use super::lists::{course_progress, lesson_row};
use crate::state::State;
use crate::words::say;
use engine::catalogue::Course;
use engine::place::Place;
use leptos::prelude::*;

pub fn page(state: State, course: &Course) -> AnyView {
    let words = say();
    let rows = course.lessons.iter().map(|entry| lesson_row(state, &words, course, entry)).collect_view();
    let inside = view! {
        <div class=format!("course-head tint-{}", course.tint)>{course_progress(state, &words, course)}</div>
        <ul class="rows-list">{rows}</ul>
    };
    frame(state, &course.title, &Place::Course(course.id.clone()), inside.into_any())
}
