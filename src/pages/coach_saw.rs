//! A coach says on the person's own device that they saw a task done at work: one tap, one question, and nothing else.

use crate::state::State;
use crate::ui;
use crate::words::say;
use engine::ids::LessonId;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The way to say it, or that it was said; nothing for a task that was not done.
pub fn section(state: State, lesson: &LessonId) -> AnyView {
    let words = say();
    let node: NodeRef<Dialog> = NodeRef::new();
    let mark = {
        let (words, lesson) = (words.clone(), lesson.clone());
        ui::live(move || {
            let (is_done, is_seen) = state
                .progress
                .with(|progress| (progress.is_done_for_real(&lesson), progress.is_seen_by_coach(&lesson)));
            let saw = words.coach_saw().to_owned();
            match (is_done, is_seen) {
                (_, true) => view! { <p class="say">{ui::glyph("person")}" "{ui::said(&saw)}</p> }.into_any(),
                (true, _) => view! { <button type="button" class="second-action" id="coach-saw" on:click=ui::tap(move |_| ui::open_sheet(node))>{ui::glyph("person")}<span>{saw}</span></button> }.into_any(),
                _ => ().into_any(),
            }
        })
    };
    let lesson = lesson.clone();
    let yes = move |_| {
        ui::close_sheet(node);
        state.coach_saw(&lesson);
    };
    let inside = view! {
        <div class="sheet-actions">
            <button type="button" class="main-action" on:click=ui::tap(yes)>{ui::glyph("check")}<span>{words.coach_saw_yes().to_owned()}</span></button>
            <button type="button" class="second-action" on:click=ui::tap(move |_| ui::close_sheet(node))>{words.coach_saw_no().to_owned()}</button>
        </div>
    };
    view! {
        <div aria-live="polite">{mark}</div>
        {ui::sheet(node, "coach-saw-sheet", words.coach_saw_question(), inside.into_any())}
    }
    .into_any()
}
