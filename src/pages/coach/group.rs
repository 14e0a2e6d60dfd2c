//! A lesson on one big screen: slide by slide, large; the group answers with its fingers. Nobody's progress is touched.

use super::frame;
use crate::browser::{address, looks, screen};
use crate::state::{Desk, Drawings, Shelf};
use crate::ui::{self, MainButton, Pictures};
use crate::words::coach::CoachWords;
use crate::words::{Tongue, fill};
use engine::desk::DeskPlace;
use engine::group::{Slide, Thing, Uncovered, slides};
use engine::ids::LessonId;
use engine::lesson::Lesson;
use engine::settings::Language;
use engine::text::{self, Text};
use leptos::prelude::*;
use std::sync::Arc;

/// Which slide of which lesson.
#[derive(Clone)]
struct Here {
    lesson: LessonId,
    /// From 1.
    slide: usize,
    language: Option<Language>,
}

impl Here {
    fn at(&self, slide: usize) -> DeskPlace {
        DeskPlace::Group(self.lesson.clone(), slide, self.language.clone())
    }

    fn sheet(&self) -> String {
        DeskPlace::Sheet(self.lesson.clone(), self.language.clone()).href()
    }
}

/// The page.
pub fn page(desk: Desk, lesson: LessonId, slide: usize, language: Option<Language>) -> AnyView {
    let tongue = desk.sheet_language(language.as_ref());
    let here = Here { lesson, slide, language };
    let inside = ui::live(move || {
        let drawings = match desk.drawings.get() {
            Shelf::Waiting => return frame::waiting(desk),
            Shelf::Ready(drawings) => drawings,
            Shelf::NotLoaded(_) => Arc::default(),
        };
        match (desk.lesson.get(), desk.paper_words.get()) {
            (Shelf::NotLoaded(_), _) | (_, Shelf::NotLoaded(_)) => frame::not_loaded(desk),
            (Shelf::Ready(lesson), Shelf::Ready(words)) if lesson.id == here.lesson => {
                screen_of(&here, &lesson, &words, desk.paper_language(tongue), tongue, drawings)
            }
            _ => frame::waiting(desk),
        }
    });
    inside.into_any()
}

/// One slide, and after the last one what the group can do now.
fn screen_of(
    here: &Here,
    lesson: &Lesson,
    words: &CoachWords,
    of: Tongue,
    tongue: Tongue,
    drawings: Arc<Drawings>,
) -> AnyView {
    let pictures: Pictures = expect_context();
    provide_context(Pictures { drawing: Arc::new(move |id| drawings.get(id).cloned()), ..pictures });
    let all = slides(lesson);
    let last = all.len() + 1;
    let at = here.slide.min(last);
    let slide = all.get(at - 1);
    let title = lesson.title.plain();
    looks::title(&format!("{title} – Stepwise"));
    let hides = slide.is_some_and(|slide| slide.answer != Uncovered::Nothing);
    let is_open = RwSignal::new(!hides);
    let sheet = here.sheet();
    let (next, back) = (here.at(at + 1).href(), here.at(at - 1).href());
    let forward = {
        let sheet = sheet.clone();
        move || match is_open.get_untracked() {
            false => is_open.set(true),
            true if at < last => address::go(&next),
            true => address::go(&sheet),
        }
    };
    let backward = move || {
        if at > 1 {
            address::go(&back);
        }
    };
    follow_keys(tongue, forward.clone(), backward.clone());
    let label = {
        let [uncover, next, close] =
            [words.group_uncover(), words.group_next(), words.group_close()].map(ToOwned::to_owned);
        move || match is_open.get() {
            false => MainButton { label: uncover.clone(), glyph: "check" },
            true if at < last => MainButton { label: next.clone(), glyph: "next" },
            true => MainButton { label: close.clone(), glyph: "close" },
        }
    };
    let full = screen::can_be_filled().then(|| {
        let fill_screen = ui::tap(|_| screen::fill_or_leave());
        view! { <button type="button" class="quiet-action" id="full-screen" on:click=fill_screen>{words.full_screen().to_owned()}</button> }
    });
    let inside = match slide {
        Some(slide) => draw(slide, lesson, words, of, is_open),
        None => end(lesson, words, of),
    };
    let fingers = slide.is_some_and(|slide| !slide.choices.is_empty());
    let fingers = fingers.then(|| view! { <p class="group-fingers" hidden=ui::flag(move || is_open.get())>{ui::said(words.group_fingers())}</p> });
    view! {
        <div class=format!("page group tint-{}", lesson.tint) lang=of.lang dir=of.dir>
            <header class="group-top">
                <a class="round" href=sheet aria-label=words.group_close().to_owned()>{ui::glyph("close")}</a>
                <p lang=tongue.lang dir=tongue.dir>{title}</p>
                <p class="group-count" dir="ltr">{format!("{at} / {last}")}</p>
                {full}
            </header>
            <main id="main" tabindex="-1" lang=tongue.lang dir=tongue.dir>{inside}</main>
            <footer class="group-foot">
                <button type="button" class="round" disabled=at == 1 aria-label=words.group_back().to_owned() on:click=ui::tap(move |_| backward())>{ui::glyph("back")}</button>
                {fingers}
                {ui::main_button(label, forward)}
            </footer>
        </div>
    }
    .into_any()
}

/// Arrows, and what the small devices send that people hold who talk in front of a screen.
fn follow_keys(tongue: Tongue, forward: impl Fn() + 'static, backward: impl Fn() + 'static) {
    let (onward, returning) =
        if tongue.dir == "rtl" { ("ArrowLeft", "ArrowRight") } else { ("ArrowRight", "ArrowLeft") };
    let handle = window_event_listener(leptos::ev::keydown, move |event| match event.key().as_str() {
        "PageDown" => forward(),
        "PageUp" => backward(),
        key if key == onward => forward(),
        key if key == returning => backward(),
        _ => {}
    });
    on_cleanup(move || handle.remove());
}

fn draw(slide: &Slide, lesson: &Lesson, words: &CoachWords, of: Tongue, is_open: RwSignal<bool>) -> AnyView {
    let picture = slide.picture.map(|id| view! { <div class="plate">{ui::picture(id.as_str(), lesson.alt(id))}</div> });
    let lines = slide.say.iter().map(text_line).collect_view();
    let said = slide.said.map(|text| view! { <blockquote>{sentences(text)}</blockquote> });
    let seen = (!slide.seen.is_empty())
        .then(|| view! { <ul class="group-seen">{slide.seen.iter().map(|thing| view! { <li>{thing_of(lesson, thing)}</li> }).collect_view()}</ul> });
    let right = match &slide.answer {
        Uncovered::These(right) => right.clone(),
        _ => vec![],
    };
    let choice = |(place, thing): (usize, &Thing)| {
        let is_right = right.contains(&place);
        let after = thing.after.map(|text| {
            view! { <span class="group-after" hidden=ui::flag(move || !is_open.get())>{sentences(text)}</span> }
        });
        view! {
            <li class:right=move || is_right && is_open.get()><span class="group-number">{place + 1}</span>{thing_of(lesson, thing)}{after}</li>
        }
    };
    let choices = (!slide.choices.is_empty()).then(
        || view! { <ol class="group-choices">{slide.choices.iter().enumerate().map(choice).collect_view()}</ol> },
    );
    let meanings = match &slide.answer {
        Uncovered::Pairs(meanings) => {
            let one = |(thing, place): &(Thing, usize)| {
                let number = place + 1;
                view! { <li><span class="group-number">{ui::text(move || if is_open.get() { number.to_string() } else { "?".to_owned() })}</span>{thing_of(lesson, thing)}</li> }
            };
            Some(view! { <ul class="group-choices">{meanings.iter().map(one).collect_view()}</ul> })
        }
        _ => None,
    };
    let uncovered = uncovered(slide, words);
    let reason = slide.reason.filter(|_| slide.answer != Uncovered::Nothing).map(|text| text.own().to_owned());
    let told = ui::live(move || {
        if !is_open.get() {
            return ().into_any();
        }
        let reason = reason.clone().map(|text| text_line(&Text::from(text)));
        let uncovered = uncovered.clone().map(
            |text| view! { <p class="group-right" lang=of.lang dir=of.dir>{ui::glyph("check")}<span>{text}</span></p> },
        );
        view! { {uncovered} {reason} }.into_any()
    });
    view! {
        <div class="group-slide">
            {picture}
            <div class="group-words">
                {ui::heading_of(sentences(slide.heading))}
                {lines} {said} {seen} {choices} {meanings}
                <div class="group-told" aria-live="polite">{told}</div>
            </div>
        </div>
    }
    .into_any()
}

/// What is right, in numbers.
fn uncovered(slide: &Slide, words: &CoachWords) -> Option<String> {
    let numbers = |places: &[usize]| places.iter().map(|place| (place + 1).to_string()).collect::<Vec<_>>();
    match &slide.answer {
        Uncovered::Nothing | Uncovered::Pairs(_) => None,
        Uncovered::These(right) => Some(fill(words.group_right(), &[("numbers", &numbers(right).join(", "))])),
        Uncovered::InOrder(order) => Some(fill(words.group_order(), &[("numbers", &numbers(order).join(" – "))])),
        Uncovered::Written(written) => Some((*written).to_owned()),
    }
}

fn end(lesson: &Lesson, words: &CoachWords, of: Tongue) -> AnyView {
    view! {
        <div class="group-slide">
            <div class="plate">{ui::decoration(lesson.picture.as_str())}</div>
            <div class="group-words">
                <p class="quiet" lang=of.lang dir=of.dir>{ui::said(words.group_end())}</p>
                {ui::heading_of(sentences(&lesson.can))}
                <p lang=of.lang dir=of.dir>{ui::said(words.group_end_says())}</p>
            </div>
        </div>
    }
    .into_any()
}

fn thing_of(lesson: &Lesson, thing: &Thing) -> AnyView {
    let picture = thing.picture.map(|id| match thing.texts.is_empty() {
        false => ui::decoration(id.as_str()),
        true => ui::picture(id.as_str(), lesson.alt(id)),
    });
    let picture = picture.map(|picture| view! { <span class="plate">{picture}</span> });
    let texts: Vec<_> = thing.texts.iter().map(|text| text.plain()).collect();
    let text = (!texts.is_empty()).then(|| view! { <span class="group-text">{texts.join(" · ")}</span> });
    view! { {picture}{text} }.into_any()
}

fn text_line(text: &Text) -> AnyView {
    view! { <p class="say">{sentences(text)}</p> }.into_any()
}

/// Each sentence on its own, hard words without their marks.
fn sentences(text: &Text) -> AnyView {
    let plain: Vec<_> = text::sentences(text.own()).map(text::plain).collect();
    ui::said(&plain.join("\n"))
}
