//! The courses for coaches and managers themselves. Their lessons play in the app, like every lesson.

use crate::browser::address;
use crate::state::{Desk, Shelf};
use crate::ui;
use crate::words::coach::say;
use crate::words::fill;
use engine::catalogue::{Course, Entry};
use engine::place::{Link, LinkOptions, Place};
use engine::settings::Language;
use leptos::prelude::*;

/// The courses, in the language of these pages or, where they are not there in it, in another.
pub fn section(desk: Desk) -> AnyView {
    let words = say();
    ui::live(move || {
        let Shelf::Ready(catalogue) = desk.staff.get() else { return ().into_any() };
        let one = |course: &Course| {
            let rows = course.lessons.iter().map(|entry| row(entry, &catalogue.language)).collect_view();
            view! { <div class=format!("tint-{}", course.tint)><h3 lang=catalogue.language.clone()>{course.title.clone()}</h3><ul class="picks">{rows}</ul></div> }
        };
        let courses = catalogue.courses.iter().map(one).collect_view();
        (!catalogue.courses.is_empty())
            .then(|| {
                let heading = words.for_you().to_owned();
                view! { <section class="desk-staff" aria-labelledby="for-you"><h2 id="for-you">{heading}</h2>{courses}</section> }
            })
            .into_any()
    })
}

/// One lesson, in the language of its list; it opens in the app.
pub fn row(entry: &Entry, language: &str) -> AnyView {
    let options = LinkOptions { language: Language::new(language), ..LinkOptions::default() };
    let href = address::of_app(&Link { place: Place::Lesson(entry.id.clone()), options }.href());
    let minutes = fill(say().minutes(), &[("minutes", &entry.minutes.to_string())]);
    view! {
        <li class="pick">
            <a class="choice" href=href>
                <span class="plate">{ui::decoration(entry.picture.as_str())}</span>
                <span class="row-text"><span class="row-title" lang=language.to_owned()>{entry.title.clone()}</span><span class="row-note">{minutes}</span></span>
                {ui::glyph("next")}
            </a>
        </li>
    }
    .into_any()
}
