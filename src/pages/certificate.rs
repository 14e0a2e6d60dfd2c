//! The certificate: what I can do, on one sheet of A4. Name, date and coach are written by hand, so nothing of them is kept.

use super::frame::frame;
use crate::browser::paper;
use crate::state::State;
use crate::ui;
use crate::words::say;
use engine::catalogue::Catalogue;
use engine::place::Place;
use leptos::prelude::*;

pub fn page(state: State, catalogue: &Catalogue) -> AnyView {
    let words = say();
    let done = state.progress.with_untracked(|progress| {
        let done = catalogue.lessons().filter(|(_, entry)| progress.is_finished(&entry.id));
        let seen = |lesson| progress.is_seen_by_coach(lesson);
        done.map(|(_, entry)| (entry.picture.clone(), entry.can.clone(), seen(&entry.id))).collect::<Vec<_>>()
    });
    if done.is_empty() {
        return frame(state, words.certificate(), &Place::Steps, ui::line(words.nothing_yet()));
    }
    // What the sign says stands below the list.
    let seen = done
        .iter()
        .any(|(_, _, seen)| *seen)
        .then(|| view! { <p>{ui::glyph("person")}" "{ui::said(words.coach_saw())}</p> });
    let one = |(picture, can, seen): (engine::ids::PictureId, String, bool)| {
        let seen = seen.then(|| ui::glyph("person"));
        view! { <li>{ui::decoration(picture.as_str())}<span>{ui::said(&can)}</span>{seen}</li> }
    };
    let line = |label: &str| view! { <p class="sheet-line"><span>{label.to_owned()}</span></p> };
    let inside = view! {
        <div class="certificate">
            <p class="certificate-head">{ui::steps_sign()}<span>{words.certificate().to_owned()}</span></p>
            {line(words.certificate_name())}
            <h2>{words.i_can().to_owned()}</h2>
            <ul>{done.into_iter().map(one).collect_view()}</ul>
            {seen}
            <div class="certificate-foot">{line(words.certificate_date())}{line(words.certificate_coach())}</div>
            <p>{ui::said(words.certificate_says())}</p>
        </div>
        <button type="button" class="main-action" id="print" on:click=ui::tap(|_| paper::print())><span>{words.certificate_print().to_owned()}</span></button>
    };
    frame(state, words.certificate(), &Place::Steps, inside.into_any())
}
