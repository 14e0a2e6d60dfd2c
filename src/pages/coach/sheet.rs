//! The sheet of a lesson, its twin on paper: goal, what to say, what to watch for, the cards, what help was given, and the way back by camera.

use super::frame::{self, frame};
use super::{lists, route};
use crate::browser::address;
use crate::state::{Desk, Drawings, Shelf};
use crate::ui::{self, Pictures};
use crate::words::coach::{CoachWords, say};
use crate::words::{Tongue, fill};
use engine::catalogue::Catalogue;
use engine::desk::DeskPlace;
use engine::ids::{LessonId, PictureId};
use engine::lesson::{Card, Lesson, Shown, Step};
use engine::place::{Link, LinkOptions, Place};
use engine::plan::SafetyReview;
use engine::script::{Script, Standing};
use engine::settings::Language;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
pub fn page(desk: Desk, catalogue: &Catalogue, id: &LessonId, asked: Option<&Language>) -> AnyView {
    let words = say();
    let tongue = desk.sheet_language(asked);
    let title = match catalogue.lesson(id) {
        Some((_, entry)) => fill(words.sheet_title(), &[("title", &entry.title)]),
        None => return frame::unknown(desk),
    };
    let chosen = Callback::new(move |()| tongue.lang);
    let lesson = id.clone();
    let choose = Callback::new(move |code: &'static str| {
        address::go(&DeskPlace::Sheet(lesson.clone(), Language::new(code)).href());
    });
    let group = DeskPlace::Group(id.clone(), 1, asked.cloned()).href();
    let languages = lists::languages("").into_iter().skip(1).collect();
    let id = id.clone();
    let sheet = ui::live(move || sheet(desk, &id, tongue));
    let inside = view! {
        <div class="paper-tools">
            {ui::select("sheet-language", words.sheet_language(), languages, chosen, choose)}
            {frame::print_button()}
            <a class="second-action" href=group>{ui::glyph("screen")}<span>{words.group_open().to_owned()}</span></a>
        </div>
        <p class="quiet sheet-group">{ui::said(words.group_says())}</p>
        {sheet}
    };
    frame(desk, &title, &DeskPlace::Unknown, inside.into_any())
}

fn sheet(desk: Desk, id: &LessonId, tongue: Tongue) -> AnyView {
    let words = say();
    let drawings = match desk.drawings.get() {
        Shelf::Waiting => return ui::line(words.waiting()),
        Shelf::Ready(drawings) => drawings,
        Shelf::NotLoaded(_) => Arc::default(),
    };
    let script = match desk.script_or_none() {
        Ok(script) => script,
        Err(None) => return ui::line(words.waiting()),
        Err(Some(_)) => None,
    };
    match (desk.lesson.get(), desk.paper_words.get()) {
        (Shelf::NotLoaded(_), _) => {
            frame::told(&fill(words.missing_in(), &[("language", lists::own_name(tongue.lang))]))
        }
        (Shelf::Ready(lesson), Shelf::Ready(paper_words)) if lesson.id == *id => {
            let standing = match desk.states.get() {
                Shelf::Ready(states) if desk.link_language() == tongue => states.get(id).copied(),
                _ => None,
            };
            let standing = standing.unwrap_or(Standing { state: lesson.state, safety: standing_of(desk, id) });
            let read = format!("../lite/{}/{id}.html", tongue.lang);
            let link = Link {
                place: Place::Lesson(id.clone()),
                options: LinkOptions { language: Language::new(tongue.lang), ..LinkOptions::default() },
            };
            let preview = format!("../?preview{}", link.href());
            view! {
                {paper(&paper_words, desk.paper_language(tongue), &lesson, tongue, script.as_ref(), standing, drawings)}
                <p class="sheet-read">
                    <a class="second-action" href=preview>{ui::glyph("next")}<span>{words.sheet_try().to_owned()}</span></a>
                    <a class="second-action" href=read>{ui::glyph("sheet")}<span>{words.sheet_read().to_owned()}</span></a>
                </p>
                <p class="quiet">{ui::said(words.sheet_no_progress())}</p>
            }
            .into_any()
        }
        _ => ui::line(words.waiting()),
    }
}

/// Whether an expert has looked at the advice is the same in every language.
fn standing_of(desk: Desk, id: &LessonId) -> Option<SafetyReview> {
    match desk.states.get() {
        Shelf::Ready(states) => states.get(id)?.safety,
        _ => None,
    }
}

fn paper(
    words: &CoachWords,
    of: Tongue,
    lesson: &Lesson,
    tongue: Tongue,
    script: Option<&Script>,
    standing: Standing,
    drawings: Arc<Drawings>,
) -> AnyView {
    let pictures: Pictures = expect_context();
    provide_context(Pictures { drawing: Arc::new(move |id| drawings.get(id).cloned()), ..pictures });
    let options = LinkOptions { language: Language::new(tongue.lang), ..LinkOptions::default() };
    let link = address::of_app(&Link { place: Place::Lesson(lesson.id.clone()), options }.href());
    let lines = |list: &[String]| list.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
    let part = |heading: &str, list: &[String]| {
        view! { <section lang=tongue.lang dir=tongue.dir><h3 lang=of.lang dir=of.dir>{heading.to_owned()}</h3><ul>{lines(list)}</ul></section> }
    };
    let goal = script.map_or_else(|| lesson.can.plain(), |script| script.goal.clone());
    let said = script.map(|script| {
        view! { <div class="sheet-two">{part(words.sheet_say(), &script.say)}{part(words.sheet_watch(), &script.watch)}</div> }
    });
    let none = script.is_none().then(|| view! { <p>{ui::said(words.sheet_no_script())}</p> });
    let cards = lesson.steps.iter().map(|step| card(lesson, step)).collect_view();
    let safety = standing.safety.map(|review| match review {
        SafetyReview::Unreviewed => words.safety_unreviewed(),
        SafetyReview::Reviewed => words.safety_reviewed(),
    });
    let safety = safety.map(|text| view! { <span>{ui::said(text)}</span> });
    let minutes = fill(words.minutes(), &[("minutes", &lesson.minutes.to_string())]);
    view! {
        <article class=format!("paper sheet-of-lesson tint-{}", lesson.tint) lang=of.lang dir=of.dir>
            <div class="sheet-top">
                <div>
                    <p class="sheet-kind">{ui::steps_sign()}<span>{words.sheet().to_owned()}" · "{minutes}</span></p>
                    <h2 lang=tongue.lang dir=tongue.dir>{lesson.title.plain()}</h2>
                    <p><b>{words.sheet_goal().to_owned()}</b>" "<span lang=tongue.lang dir=tongue.dir>{goal}</span></p>
                </div>
                {ui::qr(&link, words.sheet_back())}
            </div>
            {none}
            {said}
            <section>
                <h3>{words.sheet_cards().to_owned()}</h3>
                <ol class="sheet-cards" lang=tongue.lang dir=tongue.dir>{cards}</ol>
            </section>
            {script.map(|script| checklist(words, script, tongue))}
            <p class="sheet-standing"><span>{ui::said(route::state(words, standing.state))}</span>{safety}</p>
        </article>
    }
    .into_any()
}

/// What can be seen, and how much help it took: to be ticked with a pen.
fn checklist(words: &CoachWords, script: &Script, tongue: Tongue) -> AnyView {
    let one = |text: &String| {
        let boxes = (0..3).map(|_| view! { <td><span class="tick-box"></span></td> }).collect_view();
        view! { <tr><th scope="row" lang=tongue.lang dir=tongue.dir>{text.clone()}</th>{boxes}</tr> }
    };
    let transfer = (!script.transfer.is_empty()).then(|| {
        view! { <p><b>{words.sheet_transfer().to_owned()}</b>" "<span lang=tongue.lang dir=tongue.dir>{script.transfer.clone()}</span></p> }
    });
    view! {
        <section>
            <table>
                <caption>{words.sheet_checklist().to_owned()}</caption>
                <thead><tr>
                    <th scope="col">{words.sheet_step().to_owned()}</th>
                    <th scope="col">{words.sheet_alone().to_owned()}</th>
                    <th scope="col">{words.sheet_hint().to_owned()}</th>
                    <th scope="col">{words.sheet_together().to_owned()}</th>
                </tr></thead>
                <tbody>{script.checklist.iter().map(one).collect_view()}</tbody>
            </table>
            {transfer}
        </section>
    }
    .into_any()
}

fn card(lesson: &Lesson, step: &Step) -> AnyView {
    view! {
        <li><span class="plate">{ui::decoration(picture(lesson, step).as_str())}</span><span>{step.heading.plain()}</span></li>
    }
    .into_any()
}

/// The picture that a card is known by: its own, else the first on it, else that of the lesson.
fn picture<'a>(lesson: &'a Lesson, step: &'a Step) -> &'a PictureId {
    if let Shown::Picture(picture) = &step.shown {
        return picture;
    }
    let of_question = |question: &'a engine::lesson::Question| {
        question.options.iter().find(|option| question.right.contains(&option.id)).map(|option| &option.picture)
    };
    let found = match &step.card {
        Card::Choose(question) => of_question(question),
        Card::Order(answers) => answers.first().map(|answer| &answer.picture),
        Card::Match(pairs) => pairs.first().map(|pair| &pair.picture),
        Card::Chat(turns) => turns.first().and_then(|turn| of_question(&turn.replies)),
        Card::Device(errand) => errand.way.iter().rev().find_map(|item| lesson.items.get(item)?.picture.as_ref()),
        Card::Find { right, .. } => right.iter().find_map(|spotted| lesson.items.get(&spotted.id)?.picture.as_ref()),
        _ => None,
    };
    found.unwrap_or(&lesson.picture)
}
