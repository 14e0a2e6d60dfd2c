//! The first card of a lesson is there to read before the app is, and nothing of it is lost when the app comes.

use serde_json::{Value, json};
use tests::browser::{Browser, Screen};
use tests::data::{Walkthrough, Words, lessons_of_every_kind};
use tests::languages::LANGUAGES;
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

/// The program is held back until `release()` is called; whether a first card was drawn before it is written down.
const HELD: &str = "
    let release;
    const released = new Promise((go) => { release = go; });
    window.release = release;
    const fetched = window.fetch;
    window.fetch = (...asked) => String(asked[0].url ?? asked[0]).includes('.wasm') ? released.then(() => fetched(...asked)) : fetched(...asked);
    new MutationObserver(() => { if (document.getElementById('early')) window.sawEarly = true; }).observe(document, { childList: true, subtree: true });";

/// Names and places of all that is seen of the card, in whole pixels.
const SEEN: &str = "
    const all = [...document.querySelectorAll('.page h1, .page .say, .page .plate img, .page .top > *, .page .stone, .page .bottom > *')].filter((one) => one.getClientRects().length);
    return all.map((one) => {
      const box = one.getBoundingClientRect();
      return [one.tagName, one.getAttribute('aria-label') || one.alt || one.innerText, ...[box.x, box.y, box.width, box.height].map(Math.round)];
    });";

fn until_early(browser: &Browser) {
    browser.until("the first card before the app", || {
        (browser.script("return !!document.querySelector('#early h1')", vec![]) == json!(true)).then_some(())
    });
    assert_eq!(browser.script("return document.documentElement.hasAttribute('data-ready')", vec![]), json!(false));
}

fn release(browser: &Browser) {
    browser.script("window.release()", vec![]);
    browser.until_drawn();
}

fn lesson(language: &str) -> Walkthrough {
    lessons_of_every_kind(language).remove(0)
}

#[test]
fn in_every_language_the_first_card_is_there_before_the_app_and_nothing_moves_when_that_comes() {
    let site = Site::of_build();
    for language in LANGUAGES.iter() {
        let walk = lesson(language);
        Visit::to(&site).quick().with_script(HELD).run(|browser| {
            browser.expect_message("preload");
            // The letters of the device, since ours come with the app.
            browser.load(&format!("{}&letters=device", walk.link()));
            until_early(browser);
            browser.until_says(&walk.straight[0].heading);
            let early = browser.script(SEEN, vec![]);
            assert!(early.as_array().is_some_and(|all| all.len() > 6), "{early}");
            release(browser);
            browser.until_heading(&walk.straight[0].heading);
            assert_eq!(
                browser.script(SEEN, vec![]),
                early,
                "{language}: the card looks different when the app is there"
            );
        });
    }
}

/// A lesson is opened for the first time; its first card is there, the app is not.
fn before_the_app(screen: Screen, then: impl FnOnce(&Browser, &Walkthrough)) {
    let site = Site::of_build();
    let walk = lesson("nl");
    Visit::to(&site).on(screen).quick().with_script(HELD).run(|browser| {
        browser.expect_message("preload");
        browser.load(&walk.link());
        until_early(browser);
        then(browser, &walk);
    });
}

#[test]
fn what_is_tapped_before_the_app_is_there_counts_when_it_is() {
    before_the_app(Screen::PHONE, |browser, walk| {
        browser.script("document.querySelector('#early .main-action').click()", vec![]);
        release(browser);
        browser.until_heading(&walk.straight[1].heading);
    });
    before_the_app(Screen::DESK, |browser, _| {
        browser.script("document.querySelector('#early #looks').click()", vec![]);
        release(browser);
        browser.until_says(&Words::of("nl").get("text_size"));
    });
}

#[test]
fn a_lesson_that_was_begun_does_not_show_its_first_card_again() {
    before_the_app(Screen::PHONE, |browser, walk| {
        release(browser);
        robot::solve(browser, &walk.straight[0]);
        browser.until_heading(&walk.straight[1].heading);
        for place in [walk.link(), format!("#/lesson/{}/{}?lang=nl", walk.lesson, walk.straight[0].step)] {
            browser.load(&place);
            release(browser);
            assert_eq!(browser.script("return window.sawEarly", vec![]), Value::Null, "{place}");
        }
    });
}

#[test]
fn an_app_that_does_not_come_says_so_beside_the_first_card() {
    let words = Words::of("nl");
    before_the_app(Screen::PHONE, |browser, walk| {
        browser.until_says(&words.get("slow"));
        assert!(browser.names("button").contains(&words.get("start_again")));
        browser.until_says(&walk.straight[0].heading);
    });
}
