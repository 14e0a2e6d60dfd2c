//! Every place and every kind of card in its states, to be looked at one after another.

use crate::browser::Browser;
use crate::data::{Card, Press, Walkthrough, Words, lessons_of_every_kind, walkthroughs};
use crate::look::plain;
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
        browser.forget_everything();
    }
}

/// Shows each place outside of the lessons, and the end of a lesson.
#[track_caller]
pub fn each_place(browser: &Browser, variant: Variant, mut look: impl FnMut(&str)) {
    variant.begin(browser);
    let words = Words::of(variant.language);
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
        // Three lessons of somebody: to be taken in, and as a coach sees them.
        ("card", "#/card/1135V-3E"),
        ("shown", "#/show/213QF-FP"),
        ("people", "#/people"),
    ];
    for (name, place) in places {
        browser.open(&variant.link(place));
        look(name);
        if name == "me" {
            browser.tap("button", &words.get("delete_all"));
            browser.find("button", &words.get("delete_keep"));
            look("delete");
            browser.tap("button", &words.get("delete_keep"));
        }
    }
    browser.open(&variant.link("#/no/such/place"));
    look("unknown");
}

/// A card that stands for all of its kind. *Show me* is a kind of its own to whoever looks.
pub struct Kind {
    pub name: String,
    pub walk: Walkthrough,
    pub card: Card,
}

impl Kind {
    /// Opens the card as a stranger finds it.
    #[track_caller]
    pub fn open(&self, browser: &Browser, variant: Variant) {
        browser.forget_everything();
        browser.open(&variant.link(&format!("#/lesson/{}/{}", self.walk.lesson, self.card.step)));
        browser.until_heading(&self.card.heading);
    }

    /// The word on the main button as long as nothing is answered, and the sentence for whoever answers nothing.
    pub fn empty(&self) -> Option<(&'static str, &'static str)> {
        match self.name.as_str() {
            "choose" => Some(("check", "empty_choose")),
            "chat" => Some(("say", "empty_choose")),
            "order" => Some(("check", "empty_order")),
            "match" => Some(("check", "empty_match")),
            "type" => Some(("check", "empty_type")),
            _ => None,
        }
    }
}

/// The first card of each kind, in one language.
pub fn kinds(language: &str) -> Vec<Kind> {
    let words = Words::of(language);
    let all = walkthroughs().into_iter().filter(|walk| walk.language == language);
    let mut found: Vec<Kind> = vec![];
    for walk in lessons_of_every_kind(language).into_iter().chain(all) {
        for card in &walk.straight {
            let shows = card.presses.first().is_some_and(|press| is_named(press, &words.get("show_me")));
            let name = if shows { "show".to_owned() } else { card.kind.clone() };
            if !found.iter().any(|kind| kind.name == name) {
                found.push(Kind { name, walk: walk.clone(), card: card.clone() });
            }
        }
    }
    found
}

/// Shows each kind of card: at rest, with the sheet of settings over it, with nothing answered, after each miss, solved.
#[track_caller]
pub fn each_card(browser: &Browser, variant: Variant, mut look: impl FnMut(&str)) {
    variant.begin(browser);
    let words = Words::of(variant.language);
    for kind in kinds(variant.language) {
        let name = &kind.name;
        browser.open(&variant.link(&format!("#/lesson/{}/{}", kind.walk.lesson, kind.card.step)));
        browser.until_heading(&kind.card.heading);
        look(name);
        with_sheet(browser, &words, || look(&format!("{name}-sheet")));
        miss_and_solve(browser, &kind, |state| look(&format!("{name}-{state}")));
    }
}

/// Opens the sheet of settings, looks, closes it.
#[track_caller]
pub fn with_sheet(browser: &Browser, words: &Words, look: impl FnOnce()) {
    browser.tap("button", &words.get("settings_sheet"));
    // What can be set comes late.
    browser.find("radio", "200 %");
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

/// Presses the main button with nothing answered, then misses until help ends, then solves. A look after each thing said.
fn miss_and_solve(browser: &Browser, kind: &Kind, mut look: impl FnMut(&str)) {
    let Kind { walk, card, .. } = kind;
    let words = Words::of(&walk.language);
    if let Some((button, sentence)) = kind.empty() {
        browser.tap("button", &words.get(button));
        browser.until_says(&words.get(sentence));
        look("empty");
    }
    let erring = walk.erring.iter().find(|other| other.step == card.step).unwrap();
    let missed = walk.first_miss(&card.step);
    missed.iter().for_each(|press| robot::press(browser, press));
    if !missed.is_empty() {
        browser.until_says(&words.get("look_again"));
        look("missed");
    }
    let left = erring.presses.len().saturating_sub(1);
    let mut said = said_back(browser);
    let mut helps = 1;
    for press in erring.presses.iter().take(left).skip(missed.len()) {
        robot::press(browser, press);
        let now = said_back(browser);
        if !missed.is_empty() && now != said && now.contains(&words.get("look_again")) {
            helps += 1;
            look(&format!("missed-{helps}"));
        }
        said = now;
    }
    if left > missed.len() {
        browser.find("button", &words.get("next"));
        look("solved");
    }
}

/// The words of the panel.
fn said_back(browser: &Browser) -> String {
    let script = "return [...document.querySelectorAll('[aria-live=polite]')].map(one => one.innerText).join(' ')";
    plain(browser.script(script, vec![]).as_str().unwrap_or_default())
}

fn is_named(press: &Press, wanted: &str) -> bool {
    matches!(press, Press::Press { name, .. } if name == wanted)
}
