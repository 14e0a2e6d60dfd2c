//! Home: go on where you stopped, what to practise again, the courses.

use super::frame::frame;
use super::lists::{self, course_progress, lesson_row};
use super::offline;
use crate::browser::{people, today};
use crate::state::State;
use crate::ui;
use crate::words::{Say, say};
use engine::catalogue::{Catalogue, Course, Entry};
use engine::place::Place;
use engine::settings::Settings;
use leptos::prelude::*;

pub fn page(state: State, catalogue: &Catalogue) -> AnyView {
    let words = say();
    let due = state.practice.with_untracked(|practice| practice.due(today::today()));
    let again = lists::again(catalogue, &words, due.get(..2).unwrap_or(&due));
    let later = for_real(state, catalogue).map(|(course, entry)| {
        view! { <section><h2>{words.for_real().to_owned()}</h2><ul class="rows-list">{lesson_row(state, &words, course, entry)}</ul></section> }
    });
    let tile = |course: &Course| {
        view! {
            <li class=format!("tint-{}", course.tint)>
                <a class="course-tile" href=Place::Course(course.id.clone()).href()>
                    <span class="plate">{ui::decoration(course.picture.as_str())}</span>
                    <span class="tile-title">{ui::said(&course.title)}</span>
                    {course_progress(state, &words, course)}
                </a>
            </li>
        }
    };
    let tiles = catalogue.courses.iter().map(tile).collect_view();
    let inside = view! {
        {go_on(state, catalogue)}
        {chosen(state, catalogue, &words)}
        {again}
        {later}
        <section><h2>{words.what_to_learn().to_owned()}</h2><ul class="course-tiles">{tiles}</ul></section>
        {people_change(&words)}
        // Last, since it comes late and must move nothing.
        {offline::section(state, true)}
    };
    frame(state, words.hello(), &Place::Home, inside.into_any())
}

/// The lessons that a coach chose, until all of them are done. One that is not there any more is left out.
fn chosen(state: State, catalogue: &Catalogue, words: &Say) -> Option<AnyView> {
    let route = state.settings.with_untracked(Settings::route);
    let known: Vec<_> = route.iter().filter_map(|id| catalogue.lesson(id)).collect();
    state.first_open(known.iter().map(|(_, entry)| &entry.id))?;
    let rows = known.iter().map(|(course, entry)| lesson_row(state, words, course, entry)).collect_view();
    Some(view! { <section><h2>{words.route().to_owned()}</h2><ul class="rows-list">{rows}</ul></section> }.into_any())
}

/// On a device of several: that somebody else is here. On a kiosk: to go on with what was done elsewhere.
fn people_change(words: &Say) -> Option<AnyView> {
    if people::is_kiosk() {
        let card = view! { <a class="second-action" href=Place::Card(None).href()>{ui::glyph("repeat")}<span>{words.card_have().to_owned()}</span></a> };
        return Some(card.into_any());
    }
    let link = || view! { <a class="second-action" href=Place::People(None).href()>{ui::glyph("person")}<span>{words.people_change().to_owned()}</span></a> };
    (!people::all().is_empty()).then(|| link().into_any())
}

/// The one thing to do next: the lesson under way, or the first one not done yet, those that a coach chose before all others.
fn go_on(state: State, catalogue: &Catalogue) -> Option<AnyView> {
    let words = say();
    let (last, at, done) = state
        .sessions
        .with_untracked(|sessions| {
            let last = sessions.last()?;
            let session = sessions.get(last)?;
            Some((last.clone(), session.at.clone(), session.done().count()))
        })
        .map_or((None, None, 0), |(last, at, done)| (Some(last), Some(at), done));
    let under_way = last.as_ref().and_then(|id| catalogue.lesson(id));
    let open = || {
        let route = state.settings.with_untracked(Settings::route);
        let chosen = route.iter().filter_map(|id| catalogue.lesson(id));
        let all: Vec<_> = chosen.chain(catalogue.proposed()).collect();
        let open = state.first_open(all.iter().map(|(_, entry)| &entry.id))?;
        catalogue.lesson(open)
    };
    let (_, entry): (&Course, &Entry) = under_way.or_else(open)?;
    let place = match (under_way.is_some(), at) {
        (true, Some(step)) => Place::Step(entry.id.clone(), step),
        _ => Place::Lesson(entry.id.clone()),
    };
    let label = if done > 0 { words.go_on().to_owned() } else { words.start_here().to_owned() };
    Some(
        view! {
            <a class="go-on" href=place.href()>
                <span class="plate">{ui::decoration(entry.picture.as_str())}</span>
                <span class="go-on-text"><span class="go-on-label">{ui::said(&label)}</span><span class="go-on-title">{ui::said(&entry.title)}</span></span>
                <span class="round" aria-hidden="true">{ui::glyph("next")}</span>
            </a>
        }
        .into_any(),
    )
}

/// A finished lesson whose task for real was put off.
fn for_real(state: State, catalogue: &Catalogue) -> Option<(&Course, &Entry)> {
    state.progress.with_untracked(|progress| {
        catalogue.lessons().find(|(_, entry)| progress.is_finished(&entry.id) && !progress.is_done_for_real(&entry.id))
    })
}
