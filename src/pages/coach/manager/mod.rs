//! The manager's pages: which type of WISE are we, what to weigh, how many screens a job has, what to do first; all of it on one sheet; and data protection. What is noted stays on
//! this device (`engine/src/manager.rs`), what the pages say is data (`content/manager/`).

mod mix;
mod plan;
mod screens;
mod ticks;
mod totals;

use super::frame::{self, frame};
use crate::state::{Desk, Shelf};
use crate::ui::{self, SelectItem};
use crate::words::coach::{CoachWords, Say, say};
use crate::words::fill;
use engine::desk::{DeskPlace, ManagerPage};
use engine::guide::{COUNTRIES, Countries, Country, Guide, NationalWord, Section, Term};
use leptos::prelude::*;
use std::sync::Arc;

/// All that these pages need to know.
#[derive(Clone)]
struct Page {
    desk: Desk,
    guide: Arc<Guide>,
    countries: Arc<Countries>,
    words: Say,
}

/// One of them.
pub fn page(desk: Desk, here: ManagerPage) -> AnyView {
    let words = say();
    let title = title(&words, here).to_owned();
    let inside = ui::live(move || {
        let words = words.clone();
        match (desk.guide.get(), desk.countries.get()) {
            (Shelf::Ready(guide), Shelf::Ready(countries)) => Page { desk, guide, countries, words }.inside(here),
            (Shelf::NotLoaded(_), _) | (_, Shelf::NotLoaded(_)) => frame::did_not_come(desk),
            _ => ui::line(words.waiting()),
        }
    });
    frame(desk, &title, &DeskPlace::Manager(ManagerPage::Overview), inside)
}

fn title(words: &CoachWords, page: ManagerPage) -> &str {
    match page {
        ManagerPage::Overview => words.manager_title(),
        ManagerPage::Type => words.manager_type(),
        ManagerPage::Weigh => words.manager_weigh(),
        ManagerPage::Screens => words.manager_screens(),
        ManagerPage::Steps => words.manager_steps(),
        ManagerPage::Plan => words.manager_plan(),
        ManagerPage::Data => words.manager_data(),
    }
}

fn picture(page: ManagerPage) -> &'static str {
    match page {
        ManagerPage::Overview | ManagerPage::Type => "factory",
        ManagerPage::Weigh => "scales",
        ManagerPage::Screens => "mobile-phone",
        ManagerPage::Steps => "person-walking",
        ManagerPage::Plan => "printer",
        ManagerPage::Data => "locked",
    }
}

impl Page {
    fn inside(&self, here: ManagerPage) -> AnyView {
        let inside = match here {
            ManagerPage::Overview => return self.overview(),
            ManagerPage::Type => self.self_check(),
            ManagerPage::Weigh => self.weigh(),
            ManagerPage::Screens => self.screens(),
            ManagerPage::Steps => self.steps(),
            ManagerPage::Plan => return self.plan(),
            ManagerPage::Data => self.data(),
        };
        view! { <div class="desk-guide">{inside} {self.on(here)}</div> }.into_any()
    }

    /// The way on, and back to all of them.
    fn on(&self, here: ManagerPage) -> AnyView {
        let next = ManagerPage::ALL.into_iter().skip_while(|page| *page != here).nth(1).map(|next| {
            let text = fill(self.words.manager_next(), &[("title", title(&self.words, next))]);
            view! { <a class="main-action" href=DeskPlace::Manager(next).href()>{text}</a> }
        });
        let all = DeskPlace::Manager(ManagerPage::Overview).href();
        view! {
            <p class="desk-on">{next} <a class="second-action" href=all>{self.words.manager_all().to_owned()}</a></p>
        }
        .into_any()
    }

    fn overview(&self) -> AnyView {
        let words = &self.words;
        let one = |page: ManagerPage| {
            view! {
                <li class="pick">
                    <a class="choice" href=DeskPlace::Manager(page).href()>
                        <span class="plate">{ui::decoration(picture(page))}</span>
                        <span class="row-text"><span class="row-title">{title(words, page).to_owned()}</span>{self.standing(page)}</span>
                        {ui::glyph("next")}
                    </a>
                </li>
            }
        };
        let pages = ManagerPage::ALL.into_iter().skip(1).map(one).collect_view();
        view! {
            <div class="desk-guide">
                <p>{ui::said(words.manager_says())}</p>
                <ol class="picks desk-pages">{pages}</ol>
                {self.totals()}
                {self.country()}
                <p class="quiet">{ui::said(words.manager_ours())}</p>
            </div>
        }
        .into_any()
    }

    /// How far that page has come.
    fn standing(&self, page: ManagerPage) -> AnyView {
        let notes = self.desk.notes.get_untracked();
        let text = match page {
            ManagerPage::Type if notes.unanswered(&self.guide.statements) == 0 => self.mix_told(&notes),
            ManagerPage::Screens if notes.total() > 0 => self.total_told(&notes),
            _ => return ().into_any(),
        };
        view! { <span class="row-note">{text.replace('\n', " ")}</span> }.into_any()
    }

    /// The country, and its own words.
    fn country(&self) -> AnyView {
        let (desk, words) = (self.desk, &self.words);
        let item = |country: &Country| -> Option<SelectItem> {
            let code = COUNTRIES.into_iter().find(|code| *code == country.code)?;
            Some((code, country.name.clone(), None))
        };
        let none = std::iter::once(("", words.country_none().to_owned(), None));
        let list = none.chain(self.countries.countries.iter().filter_map(item)).collect();
        let now = move |()| {
            let chosen = desk.notes.with(|notes| notes.country().to_owned());
            COUNTRIES.into_iter().find(|code| *code == chosen).unwrap_or_default()
        };
        let choose = move |code: &'static str| desk.change_notes(|notes| notes.choose_country(code));
        let page = self.clone();
        let national = ui::live(move || {
            let Some(country) = page.chosen_country(&page.desk.notes.get()).cloned() else { return ().into_any() };
            let row = |term: &Term| {
                view! { <div><dt>{term.meaning.clone()}</dt><dd>{national(&term.words)}</dd></div> }
            };
            view! {
                <dl class="national">{country.terms.iter().map(row).collect_view()}</dl>
                <p class="quiet">{ui::said(page.words.country_says())}</p>
            }
            .into_any()
        });
        view! {
            <section aria-labelledby="country-words">
                <h2 id="country-words">{words.country_words().to_owned()}</h2>
                {ui::select("country", words.country(), list, Callback::new(now), Callback::new(choose))}
                <div aria-live="polite">{national}</div>
            </section>
        }
        .into_any()
    }

    fn chosen_country(&self, notes: &engine::manager::Notes) -> Option<&Country> {
        self.countries.countries.iter().find(|country| country.code == notes.country())
    }

    fn data(&self) -> AnyView {
        let section = |(at, section): (usize, &Section)| {
            let id = format!("data-{at}");
            let lines = section.lines.iter().map(|line| view! { <li>{ui::said(line)}</li> }).collect_view();
            view! { <section aria-labelledby=id.clone()><h2 id=id.clone()>{section.title.clone()}</h2><ul class="lines">{lines}</ul></section> }
        };
        view! {
            <p>{ui::said(self.words.data_says())}</p>
            {self.guide.data.iter().enumerate().map(section).collect_view()}
        }
        .into_any()
    }
}

/// Words of a country, each in its language.
fn national(words: &[NationalWord]) -> AnyView {
    let one = |(at, word): (usize, &NationalWord)| {
        let comma = if at == 0 { "" } else { ", " };
        view! { {comma}<span lang=word.lang.clone()>{word.text.clone()}</span> }
    };
    words.iter().enumerate().map(one).collect_view().into_any()
}
