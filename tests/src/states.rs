//! Every place and every kind of card in its states, to be looked at one after another.

use std::collections::BTreeSet;

use crate::browser::Browser;
use crate::data::{Press, Walkthrough, Words, lessons_of_every_kind};
use crate::robot;

/// How a page is to be shown: language, and what a link may choose besides.
#[derive(Clone, Copy)]
pub struct Variant {
    pub language: &'static str,
    /// Such as `text=200&colours=dark`.
    pub options: &'static str,
}

impl Variant {
    /// A name for files and failures.
    pub fn name(&self) -> String {
        format!("{} {}", self.language, self.options).trim().replace([' ', '&'], "-").replace('=', "")
    }

    /// The address of a place, shown so.
    pub fn link(&self, place: &str) -> String {
        format!("{place}?lang={}&{}", self.language, self.options)
    }

    /// Starts anew: nothing kept from other variants.
    pub fn begin(&self, browser: &Browser) {
        browser.open(&self.link("#/"));
        browser.forget_everything();
    }
}

/// Shows each place outside of the lessons, and the end of a lesson.
#[track_caller]
pub fn each_place(browser: &Browser, variant: Variant, mut look: impl FnMut(&str)) {
    variant.begin(browser);
    browser.open(&variant.link("#/"));
    look("home");
    let first = "return document.querySelector('main a[href^=\"#/course/\"]').getAttribute('href')";
    let course = browser.script(first, vec![]).as_str().unwrap().to_owned();
    let lesson = lessons_of_every_kind(variant.language).remove(0);
    let done = format!("#/lesson/{}/done", lesson.lesson);
    let places = [
        ("course", course.as_str()),
        ("finished", &done),
        ("steps", "#/steps"),
        ("me", "#/me"),
        ("about", "#/about"),
        ("help", "#/help"),
    ];
    for (name, place) in places {
        browser.open(&variant.link(place));
        look(name);
    }
    browser.open(&variant.link("#/no/such/place"));
    look("unknown");
}

/// Shows each kind of card: at rest, with the sheet of settings over it, after a miss, solved.
#[track_caller]
pub fn each_card(browser: &Browser, variant: Variant, mut look: impl FnMut(&str)) {
    variant.begin(browser);
    let words = Words::of(variant.language);
    let mut seen = BTreeSet::new();
    for walk in lessons_of_every_kind(variant.language) {
        for card in &walk.straight {
            // *Show me* is a card of its own to whoever looks.
            let shows = card.presses.first().is_some_and(|press| is_named(press, &words.get("show_me")));
            let kind = if shows { "show" } else { card.kind.as_str() };
            if !seen.insert(kind.to_owned()) {
                continue;
            }
            browser.open(&variant.link(&format!("#/lesson/{}/{}", walk.lesson, card.step)));
            browser.until_heading(&card.heading);
            look(kind);
            with_sheet(browser, &words, || look(&format!("{kind}-sheet")));
            miss_and_solve(browser, &walk, &card.step, |state| look(&format!("{kind}-{state}")));
        }
    }
}

/// Opens the sheet of settings, looks, closes it.
#[track_caller]
pub fn with_sheet(browser: &Browser, words: &Words, look: impl FnOnce()) {
    browser.tap("button", &words.get("settings_sheet"));
    browser.find("button", &words.get("sheet_done"));
    look();
    browser.tap("button", &words.get("sheet_done"));
    browser.until("the sheet to close", || browser.sees("button", &words.get("settings_sheet")).then_some(()));
}

/// The page *My steps* is as empty as on the first day.
#[track_caller]
pub fn assert_nothing_done(browser: &Browser) {
    browser.open("#/steps?lang=nl");
    browser.until_says(&Words::of("nl").get("nothing_yet"));
}

fn miss_and_solve(browser: &Browser, walk: &Walkthrough, step: &str, mut look: impl FnMut(&str)) {
    let missed = walk.first_miss(step);
    let erring = walk.erring.iter().find(|card| card.step == step).unwrap();
    if !missed.is_empty() {
        missed.iter().for_each(|press| robot::press(browser, press));
        browser.until_says(&Words::of(&walk.language).get("look_again"));
        look("missed");
    }
    let left = erring.presses.len().saturating_sub(1);
    if left > missed.len() {
        erring.presses[missed.len()..left].iter().for_each(|press| robot::press(browser, press));
        browser.find("button", &Words::of(&walk.language).get("next"));
        look("solved");
    }
}

fn is_named(press: &Press, wanted: &str) -> bool {
    matches!(press, Press::Press { name, .. } if name == wanted)
}
