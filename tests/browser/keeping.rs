//! What was done stays: over a reload, over a change of language. And it goes when it is to go.

use serde_json::Value;
use tests::browser::Browser;
use tests::data::{Card, Walkthrough, Words, lessons_of_every_kind, walkthroughs};
use tests::robot;
use tests::server::Site;
use tests::states;
use tests::visit::Visit;

/// Everything in the card that can be answered with, in order: is it picked, pressed, filled?
const ANSWERS: &str = "
    return [...document.querySelectorAll('main input, main button')]
      .filter(one => !one.closest('[hidden]'))
      .map(one => [one.type, one.checked ?? null, one.getAttribute('aria-pressed'), one.value ?? null, one.disabled]);";

fn answers(browser: &Browser) -> Value {
    browser.script(ANSWERS, vec![])
}

/// Opens a card and gives half of its answer: all but *Check* and *Next*.
fn half(browser: &Browser, walk: &Walkthrough, card: &Card) -> usize {
    browser.open(&walk.link_to(&card.step));
    browser.until_heading(&card.heading);
    let before = answers(browser);
    let presses = card.presses.len().saturating_sub(2).max(1);
    card.presses[..presses].iter().for_each(|press| robot::press(browser, press));
    browser.until("a trace of the answer", || (answers(browser) != before).then_some(()));
    presses
}

/// The first card of each kind that can be answered by halves.
fn cards() -> Vec<(Walkthrough, Card)> {
    let mut found: Vec<(Walkthrough, Card)> = vec![];
    for walk in lessons_of_every_kind("nl") {
        for card in &walk.straight {
            let is_new = !found.iter().any(|(_, other)| other.kind == card.kind);
            if is_new && card.presses.len() > 1 && !matches!(card.kind.as_str(), "device" | "tell" | "real") {
                found.push((walk.clone(), card.clone()));
            }
        }
    }
    found
}

/// Reloads in the middle of each kind of card, then goes on.
pub fn over_a_reload(browser: &Browser) {
    for (walk, card) in cards() {
        let done = half(browser, &walk, &card);
        let (place, given) = (browser.place(), answers(browser));
        browser.reload();
        browser.until_heading(&card.heading);
        assert_eq!(browser.place(), place);
        assert_eq!(answers(browser), given, "{} of {}", card.kind, walk.lesson);
        robot::press_all(browser, &card, done);
    }
}

/// Changes the language in the middle of each kind of card, then goes on.
pub fn over_a_change_of_language(browser: &Browser) {
    let french = walkthroughs();
    for (walk, card) in cards() {
        browser.open("#/?lang=nl");
        browser.forget_everything();
        let done = half(browser, &walk, &card);
        let (place, given) = (browser.place(), answers(browser));
        browser.tap("button", &Words::of("nl").get("settings_sheet"));
        browser.tap("radio", "Français");
        let other = french.iter().find(|other| other.lesson == walk.lesson && other.language == "fr").unwrap();
        let card = other.card(&card.step);
        browser.until_heading(&card.heading);
        let words = Words::of("fr");
        // The sheet opens again on the page in the new language.
        browser.tap("button", &words.get("sheet_done"));
        assert_eq!(browser.place().split('?').next(), place.split('?').next());
        assert_eq!(browser.script("return document.documentElement.lang", vec![]), "fr");
        browser.until("the same answer in French", || (answers(browser) == given).then_some(()));
        robot::press_all(browser, card, done);
    }
}

#[test]
fn a_reload_in_mid_card_keeps_place_and_half_given_answer() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(over_a_reload);
}

#[test]
fn a_lesson_that_was_left_goes_on_from_home_where_it_stopped() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lessons_of_every_kind("nl").remove(0);
    Visit::to(&site).quick().run(|browser| {
        browser.open(&walk.link());
        robot::solve(browser, &walk.straight[0]);
        browser.until_heading(&walk.straight[1].heading);
        browser.tap("link", &words.get("close"));
        browser.until_heading(&words.get("hello"));
        browser.tap("link", &words.get("go_on"));
        browser.until_heading(&walk.straight[1].heading);
    });
}

#[test]
fn another_language_in_mid_card_keeps_place_and_half_given_answer() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(over_a_change_of_language);
}

#[test]
fn the_sheet_stays_open_and_focused_while_the_language_changes() {
    let site = Site::of_build();
    let walk = lessons_of_every_kind("nl").remove(0);
    Visit::to(&site).run(|browser| {
        browser.open(&walk.link());
        browser.tap("button", &Words::of("nl").get("settings_sheet"));
        browser.tap("radio", "Français");
        browser.find("button", &Words::of("fr").get("sheet_done"));
        assert_eq!(browser.focused(), ("radio".to_owned(), "Français".to_owned()));
    });
}

#[test]
fn settings_are_kept_and_seen_at_once() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).run(|browser| {
        browser.open("#/me?lang=nl");
        let size = || {
            browser
                .script("return parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)", vec![])
                .as_f64()
                .unwrap()
        };
        let colour = || browser.script("return getComputedStyle(document.body).backgroundColor", vec![]);
        let (before, light) = (size(), colour());
        browser.tap("radio", &words.get("colours_dark"));
        browser.until("dark colours", || (colour() != light).then_some(()));
        let dark = colour();
        browser.tap("radio", "200 %");
        browser.until("letters twice as large", || (size() > before * 1.9).then_some(()));
        browser.reload();
        assert!(size() > before * 1.9, "the text size is lost");
        assert_eq!(colour(), dark);
    });
}

#[test]
fn delete_everything_leaves_nothing_of_ours_and_only_when_it_is_meant() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lessons_of_every_kind("nl").remove(0);
    let ours =
        |browser: &Browser| browser.keys().into_iter().filter(|key| key.starts_with("stepwise:")).collect::<Vec<_>>();
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/?lang=nl");
        browser.keep("stepwise:me:practice", "not to be read");
        browser.keep("of-another-site", "stays");
        robot::play(browser, &walk, &walk.straight, |_| {});
        browser.open("#/me?lang=nl");
        let before = ours(browser);
        assert!(before.iter().any(|key| key.contains("aside")), "{before:?}");
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_keep"));
        assert_eq!(ours(browser), before);
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.until("no key of ours", || ours(browser).is_empty().then_some(()));
        assert_eq!(browser.kept("of-another-site").as_deref(), Some("stays"));
        browser.reload();
        states::assert_nothing_done(browser);
    });
}
