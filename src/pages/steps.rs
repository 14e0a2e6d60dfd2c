//! My steps: what I can do now, what to practise again.

use super::frame::frame;
use super::lists;
use crate::browser::today;
use crate::state::State;
use crate::ui;
use crate::words::say;
use engine::catalogue::Catalogue;
use engine::place::Place;
use leptos::prelude::*;

pub fn page(state: State, catalogue: &Catalogue) -> AnyView {
    let words = say();
    let due = state.practice.with_untracked(|practice| practice.due(today::today()));
    let again = lists::again(catalogue, &words, &due);
    let done: Vec<_> = state
        .progress
        .with_untracked(|progress| catalogue.lessons().filter(|(_, entry)| progress.is_finished(&entry.id)).collect());
    let can = if done.is_empty() {
        view! { {ui::line(words.nothing_yet())} }.into_any()
    } else {
        let one = |(course, entry): (&engine::catalogue::Course, &engine::catalogue::Entry)| {
            // With words for whoever does not see the sign.
            let seen = state.progress.with_untracked(|progress| progress.is_seen_by_coach(&entry.id));
            let seen =
                seen.then(|| view! { {ui::glyph("person")}<span class="spoken">{words.coach_saw().to_owned()}</span> });
            view! {
                <li class=format!("i-can-row tint-{}", course.tint)>
                    <span class="plate">{ui::decoration(entry.picture.as_str())}</span>
                    <span class="i-can">{ui::glyph("check")}<span>{ui::said(&entry.can)}</span>{seen}</span>
                </li>
            }
        };
        view! { <ul class="can-list">{done.into_iter().map(one).collect_view()}</ul> }.into_any()
    };
    let inside = view! {
        {again}
        <section><h2>{words.i_can().to_owned()}</h2>{can}</section>
        <section>
            <a class="second-action" href=Place::Card(None).href()>{ui::glyph("share")}<span>{words.my_card().to_owned()}</span></a>
            <a class="second-action" href=Place::Certificate.href()>{ui::glyph("check")}<span>{words.certificate().to_owned()}</span></a>
            <a class="second-action" href=Place::ShowCoach.href()>{ui::glyph("person")}<span>{words.show_coach().to_owned()}</span></a>
        </section>
    };
    frame(state, words.my_steps(), &Place::Steps, inside.into_any())
}
