//! Lessons to choose, course by course, and beside them the route: its order, and how it begins.

use super::frame::{self, frame};
use super::{how_it_begins, lists, staff, this_page};
use crate::browser::focus;
use crate::state::{Desk, Shelf, States};
use crate::ui;
use crate::words::coach::{CoachWords, Say, say};
use crate::words::fill;
use engine::catalogue::{Catalogue, Course, Entry, Path};
use engine::desk::DeskPlace;
use engine::ids::LessonId;
use engine::plan::SafetyReview;
use engine::route::NoAddress;
use engine::words::State;
use leptos::prelude::*;
use std::sync::Arc;

/// All that the page needs to know.
#[derive(Clone)]
struct Page {
    desk: Desk,
    catalogue: Arc<Catalogue>,
    words: Say,
    /// What is searched for, in small letters.
    search: RwSignal<String>,
    /// What the last tap did, for whoever does not see it.
    said: RwSignal<String>,
}

/// The page.
pub fn page(desk: Desk, catalogue: Arc<Catalogue>) -> AnyView {
    let words = say();
    let page = Page { desk, catalogue, words: words.clone(), search: RwSignal::default(), said: RwSignal::default() };
    let said = page.said;
    let inside = view! {
        <div class="desk-columns">
            <div class="desk-lessons">{page.search_box()} {page.paths()} {page.state_of_all()} {page.courses()} {staff::section(desk)}</div>
            <section class="desk-route" id="your-route" aria-labelledby="route-heading" tabindex="-1">
                <h2 id="route-heading">{words.your_route().to_owned()}</h2>
                {page.route()}
                {page.to_share()}
                {how_it_begins::section(desk)}
            </section>
        </div>
        {this_page::section(desk)}
        {ui::told(move || said.get())}
        {page.foot()}
    };
    frame(desk, words.route_title(), &DeskPlace::Route, inside.into_any())
}

impl Page {
    fn search_box(&self) -> AnyView {
        let search = self.search;
        let found = {
            let page = self.clone();
            ui::text(move || {
                let is_found = |(_, entry): (&Course, &Entry)| page.is_found(entry);
                let none = page.catalogue.lessons().all(|pair| !is_found(pair));
                if none { page.words.no_match().to_owned() } else { String::new() }
            })
        };
        view! {
            <p class="field">
                <label for="search">{self.words.search().to_owned()}</label>
                <input type="search" id="search" autocomplete="off" on:input=move |event| search.set(event_target_value(&event).to_lowercase())/>
            </p>
            <p class="say" aria-live="polite">{found}</p>
        }
        .into_any()
    }

    fn is_found(&self, entry: &Entry) -> bool {
        let plain = |text: &str| text.replace('\u{ad}', "").to_lowercase();
        // "I can …" says the need.
        self.search.with(|search| [&entry.title, &entry.can].iter().any(|text| plain(text).contains(search.trim())))
    }

    /// Ready-made lists: a tap adds their lessons. While something is searched for, they are out of the way.
    fn paths(&self) -> AnyView {
        let page = self.clone();
        ui::live(move || {
            let Shelf::Ready(paths) = page.desk.paths.get() else { return ().into_any() };
            if page.search.with(|search| !search.is_empty()) {
                return ().into_any();
            }
            let one = |path: &Path| {
                let (page, title) = (page.clone(), path.title.clone());
                let path = path.clone();
                let add = ui::tap(move |_| {
                    page.desk.change_route(|route| route.add(&path.lessons));
                    page.said.set(fill(page.words.path_added(), &[("title", &path.title)]));
                });
                view! { <button type="button" class="quiet-action" on:click=add>{ui::glyph("plus")}<span>{title}</span></button> }
            };
            let all = paths.iter().filter(|path| !path.lessons.is_empty()).map(one).collect_view();
            let heading = page.words.paths().to_owned();
            view! { <section aria-labelledby="paths"><h2 id="paths">{heading}</h2><div class="desk-paths">{all}</div></section> }.into_any()
        })
    }

    fn courses(&self) -> AnyView {
        let one = |course: &Course| {
            let heading = format!("course-{}", course.id);
            let is_hidden = {
                let (page, course) = (self.clone(), course.clone());
                ui::flag(move || !course.lessons.iter().any(|entry| page.is_found(entry)))
            };
            let rows = course.lessons.iter().map(|entry| self.row(entry)).collect_view();
            view! {
                <section class=format!("tint-{}", course.tint) hidden=is_hidden aria-labelledby=heading.clone()>
                    <h2 id=heading.clone()>{course.title.clone()}</h2>
                    {self.standing(course)}
                    <ul class="picks">{rows}</ul>
                </section>
            }
        };
        self.catalogue.courses.iter().map(one).collect_view().into_any()
    }

    fn row(&self, entry: &Entry) -> AnyView {
        let desk = self.desk;
        let id = entry.id.clone();
        let checked = {
            let id = id.clone();
            ui::flag(move || desk.draft.with(|draft| draft.route().place_of(&id).is_some()))
        };
        let change = {
            let (page, entry) = (self.clone(), entry.clone());
            move |_| {
                page.desk.change_route(|route| route.toggle(&entry.id));
                let is_in = page.desk.draft.with_untracked(|draft| draft.route().place_of(&entry.id).is_some());
                let text = if is_in { page.words.added() } else { page.words.removed() };
                page.said.set(fill(text, &[("title", &entry.title)]));
            }
        };
        let is_hidden = {
            let (page, entry) = (self.clone(), entry.clone());
            ui::flag(move || !page.is_found(&entry))
        };
        let minutes = fill(self.words.minutes(), &[("minutes", &entry.minutes.to_string())]);
        let sheet = DeskPlace::Sheet(id.clone(), None).href();
        let label = fill(self.words.sheet_title(), &[("title", &entry.title)]);
        view! {
            <li class="pick" hidden=is_hidden>
                <label class="choice">
                    <span class="tick"><input type="checkbox" id=format!("pick-{id}") prop:checked=checked on:change=change/>{ui::glyph("check")}</span>
                    <span class="plate">{ui::decoration(entry.picture.as_str())}</span>
                    <span class="row-text"><span class="row-title">{entry.title.clone()}</span><span class="row-note">{minutes}</span>{self.missing(entry)}</span>
                </label>
                <a class="round" href=sheet aria-label=label>{ui::glyph("sheet")}</a>
            </li>
        }
        .into_any()
    }

    /// That the lesson is not there in the language of the link, and would be left out.
    fn missing(&self, entry: &Entry) -> AnyView {
        let (page, id) = (self.clone(), entry.id.clone());
        ui::live(move || match page.desk.linked.get() {
            Shelf::Ready(linked) if linked.lesson(&id).is_none() => {
                let language = lists::own_name(&linked.language);
                let text = fill(page.words.missing_in(), &[("language", language)]);
                view! { <span class="row-note">{ui::said(&text)}</span> }.into_any()
            }
            _ => ().into_any(),
        })
    }

    /// How far all lessons have come, if they are alike: said once, above all courses.
    fn state_of_all(&self) -> AnyView {
        let page = self.clone();
        ui::live(move || {
            let states = page.states();
            page.one_state(&states, page.catalogue.lessons().map(|(_, entry)| entry))
                .map(|text| view! { <p class="quiet">{ui::said(&text)}</p> })
                .into_any()
        })
    }

    /// How far the lessons of a course have come, as far as it was not said for all; and whether somebody checked its safety.
    fn standing(&self, course: &Course) -> AnyView {
        let (page, course) = (self.clone(), course.clone());
        ui::live(move || {
            let states = page.states();
            let all = page.one_state(&states, page.catalogue.lessons().map(|(_, entry)| entry));
            let mut lines = match (all, page.one_state(&states, course.lessons.iter())) {
                (Some(_), _) => vec![],
                (None, Some(text)) => vec![text],
                (None, None) => {
                    let line = |entry: &Entry| {
                        let standing = states.get(&entry.id)?;
                        Some(format!("{}: {}", entry.title, state(&page.words, standing.state)))
                    };
                    course.lessons.iter().filter_map(line).collect()
                }
            };
            let is_unreviewed =
                |entry: &Entry| states.get(&entry.id).is_some_and(|one| one.safety == Some(SafetyReview::Unreviewed));
            lines.extend(course.lessons.iter().any(is_unreviewed).then(|| page.words.safety_unreviewed().to_owned()));
            lines.iter().map(|line| view! { <p class="quiet">{ui::said(line)}</p> }).collect_view().into_any()
        })
    }

    /// What is said of all these lessons alike, if it is one thing.
    fn one_state<'a>(&self, states: &States, entries: impl Iterator<Item = &'a Entry>) -> Option<String> {
        let mut all = entries.filter_map(|entry| states.get(&entry.id)).map(|standing| standing.state);
        let first = all.next()?;
        all.all(|other| other == first).then(|| state(&self.words, first).to_owned())
    }

    fn states(&self) -> Arc<States> {
        match self.desk.states.get() {
            Shelf::Ready(states) => states,
            _ => Arc::default(),
        }
    }

    /// The title of a lesson; its name where it is not there any more.
    fn title(&self, lesson: &LessonId) -> String {
        self.catalogue.lesson(lesson).map_or_else(|| lesson.as_str().to_owned(), |(_, entry)| entry.title.clone())
    }

    fn route(&self) -> AnyView {
        let page = self.clone();
        ui::live(move || {
            focus::settle();
            let route = page.desk.draft.with(|draft| draft.route());
            if route.lessons().is_empty() {
                return view! { <p>{ui::said(page.words.route_empty())}</p> }.into_any();
            }
            let rows = route.lessons().iter().map(|lesson| page.step(lesson)).collect_view();
            let too_long = match route.href() {
                Err(NoAddress::TooLong { fit }) => {
                    Some(frame::told(&fill(page.words.too_long(), &[("fit", &fit.to_string())])))
                }
                _ => None,
            };
            view! { <ol class="route-list">{rows}</ol> {too_long} }.into_any()
        })
    }

    /// One lesson of the route, with what moves it.
    fn step(&self, lesson: &LessonId) -> AnyView {
        let title = self.title(lesson);
        let button = |name: &'static str, sign: &'static str, label: &str, act: Box<dyn Fn()>| {
            let full = format!("{label}: {title}");
            view! { <button type="button" class="round" id=format!("{name}-{lesson}") aria-label=full on:click=ui::each_tap(move |_| act())>{ui::glyph(sign)}</button> }
        };
        let shift = |towards_start: bool| -> Box<dyn Fn()> {
            let (page, lesson) = (self.clone(), lesson.clone());
            Box::new(move || page.shift(&lesson, towards_start))
        };
        let remove: Box<dyn Fn()> = {
            let (page, lesson) = (self.clone(), lesson.clone());
            Box::new(move || {
                page.said.set(fill(page.words.removed(), &[("title", &page.title(&lesson))]));
                page.desk.change_route(|route| route.toggle(&lesson));
                focus::first("#your-route");
            })
        };
        view! {
            <li>
                <span class="row-title">{title.clone()}</span>
                <span class="route-moves">
                    {button("up", "up", self.words.up(), shift(true))}
                    {button("down", "down", self.words.down(), shift(false))}
                    {button("remove", "close", self.words.remove(), remove)}
                </span>
            </li>
        }
        .into_any()
    }

    fn shift(&self, lesson: &LessonId, towards_start: bool) {
        let mut moved = None;
        let all = self.desk.draft.with_untracked(|draft| draft.route().lessons().len());
        self.desk.change_route(|route| moved = route.shift(lesson, towards_start));
        let title = self.title(lesson);
        let place = moved.map(|place| (place + 1).to_string()).unwrap_or_default();
        let text = match (moved, towards_start) {
            (Some(_), _) => self.words.moved(),
            (None, true) => self.words.already_first(),
            (None, false) => self.words.already_last(),
        };
        self.said.set(fill(text, &[("title", &title), ("place", &place), ("all", &all.to_string())]));
    }

    fn to_share(&self) -> AnyView {
        let page = self.clone();
        ui::live(move || {
            let is_there = page.desk.draft.with(|draft| draft.route().href().is_ok());
            let link = || view! { <a class="main-action" href=DeskPlace::Share.href()>{ui::glyph("share")}<span>{page.words.to_share().to_owned()}</span></a> };
            is_there.then(link).into_any()
        })
    }

    /// How much is in the route, and the way to it, where it is far below.
    fn foot(&self) -> AnyView {
        let page = self.clone();
        ui::live(move || {
            let route = page.desk.draft.with(|draft| draft.route());
            if route.lessons().is_empty() {
                return ().into_any();
            }
            let minutes =
                |lesson: &LessonId| page.catalogue.lesson(lesson).map_or(0, |(_, entry)| u32::from(entry.minutes));
            let minutes: u32 = route.lessons().iter().map(minutes).sum();
            let values = [("count", &*route.lessons().len().to_string()), ("minutes", &minutes.to_string())];
            let count = fill(page.words.count(), &values);
            view! {
                <p class="desk-foot"><span>{count}</span><a class="main-action" href="#your-route">{page.words.your_route().to_owned()}</a></p>
            }
            .into_any()
        })
    }
}

/// How far words have come.
pub fn state(words: &CoachWords, state: State) -> &str {
    match state {
        State::Machine => words.state_machine(),
        State::Translated => words.state_translated(),
        State::Written => words.state_written(),
        State::Tested => words.state_tested(),
    }
}
