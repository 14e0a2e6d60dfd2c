//! Nothing that was done is lost: to a killed browser, to damaged or emptied storage, to a second page of the app.

use std::fs;
use std::path::Path;

use serde_json::json;
use tests::browser::Browser;
use tests::data::{Card, Walkthrough, Words, walkthroughs};
use tests::driver::Surroundings;
use tests::engine::Engine;
use tests::night;
use tests::robot;
use tests::server::Site;
use tests::states;
use tests::visit::{Clock, Turn, Visit};

pub const COPIES: [&str; 2] = ["stepwise:me:progress", "stepwise:me:progress:b"];

/// Whether the tick is seen that says: it is on the disk.
pub fn is_safe(browser: &Browser) -> bool {
    browser.script("return !!document.querySelector('[role=img] .here svg')", vec![]) == json!(true)
}

pub fn until_safe(browser: &Browser) {
    browser.until("the tick", || is_safe(browser).then_some(()));
}

/// A lesson in Dutch that shows nothing on a device, so that it needs no waiting; and its cards up to the first question.
pub fn lesson(skip: usize) -> (Walkthrough, Vec<Card>) {
    let is_told = |walk: &Walkthrough| !walk.straight.iter().any(|card| card.step == "show" && card.kind == "device");
    let walk = walkthroughs().into_iter().filter(|walk| walk.language == "nl" && is_told(walk)).nth(skip).unwrap();
    let question = walk.straight.iter().position(|card| card.kind != "tell").unwrap();
    let cards = walk.straight[..=question].to_vec();
    (walk, cards)
}

/// Answers the question of a card and stays on it.
pub fn answer(browser: &Browser, card: &Card) {
    browser.until_heading(&card.heading);
    let last = card.presses.len() - 1;
    card.presses[..last].iter().for_each(|press| robot::press(browser, press));
    browser.until_says(&Words::of("nl").get("well_done"));
}

/// Plays to the first question and answers it.
pub fn answer_first_question(browser: &Browser, walk: &Walkthrough, cards: &[Card]) {
    browser.open(&walk.link());
    let (question, told) = cards.split_last().unwrap();
    told.iter().for_each(|card| robot::solve(browser, card));
    answer(browser, question);
}

/// The lesson goes on behind the answered question: at the card after it.
pub fn assert_goes_on_after(browser: &Browser, walk: &Walkthrough, cards: &[Card]) {
    browser.open(&walk.link());
    until_goes_on_after(browser, cards);
}

fn until_goes_on_after(browser: &Browser, cards: &[Card]) {
    browser.until_heading(&cards.last().unwrap().heading);
    browser.until_says(&Words::of("nl").get("well_done"));
}

#[test]
fn an_answer_with_its_tick_is_there_after_the_browser_was_killed() {
    kills(Engine::Chromium, night::tries("F1", 4, 1000));
}

/// Kills the browser so often, each time in the moment in which an answer is said to be on the disk.
pub fn kills(engine: Engine, times: usize) {
    let site = Site::of_build();
    let profile = std::env::temp_dir().join(format!("stepwise-killed-{engine:?}-{}", std::process::id()));
    fs::create_dir_all(&profile).unwrap();
    let _turn = Turn::wait();
    for kill in 0..times {
        let (walk, cards) = lesson(kill % 3);
        let around = Surroundings::with_profile(&profile);
        let browser = Browser::start(engine, &site.address, Clock::Real, &around);
        answer_first_question(&browser, &walk, &cards);
        until_safe(&browser);
        browser.kill(&profile);
        drop(browser);
        let browser = Browser::start(engine, &site.address, Clock::Real, &around);
        assert_goes_on_after(&browser, &walk, &cards);
        browser.forget_everything();
        browser.quit();
    }
    remove(&profile);
}

fn remove(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
}

#[test]
fn what_local_storage_or_the_mirror_loses_is_in_the_other() {
    let site = Site::of_build();
    let (walk, cards) = lesson(0);
    Visit::to(&site).run(|browser| {
        for lose in ["localStorage.clear(); arguments[0]()", "mirror.clear('').then(arguments[0])"] {
            answer_first_question(browser, &walk, &cards);
            until_safe(browser);
            browser.script_later(lose, vec![]);
            assert_goes_on_after(browser, &walk, &cards);
            browser.forget_everything();
        }
    });
}

#[test]
fn one_damaged_copy_is_kept_and_costs_nothing() {
    damaged_copies(Engine::Chromium, &COPIES);
}

/// Damages each of these copies of the progress, one after the other.
pub fn damaged_copies(engine: Engine, copies: &[&str]) {
    let site = Site::of_build();
    let words = Words::of("nl");
    let (walk, cards) = lesson(0);
    Visit::to(&site).with_engine(engine).run(|browser| {
        for copy in copies {
            answer_first_question(browser, &walk, &cards);
            browser.script_later("mirror.clear('').then(arguments[0])", vec![]);
            let damaged = format!("{}?", browser.kept(copy).expect("both copies were written"));
            browser.keep(copy, &damaged);
            browser.open("#/?lang=nl");
            browser.until_says(&words.get("set_aside"));
            assert_goes_on_after(browser, &walk, &cards);
            // Until both copies were written anew.
            robot::press(browser, cards.last().unwrap().presses.last().unwrap());
            walk.straight[cards.len()..].iter().take(2).for_each(|card| robot::solve(browser, card));
            browser.until("both copies anew", || (browser.kept(copy).as_ref() != Some(&damaged)).then_some(()));
            let kept: Vec<_> = browser.keys().iter().filter_map(|key| browser.kept(key)).collect();
            assert!(kept.contains(&damaged), "{damaged} is gone: {kept:?}");
            browser.forget_everything();
        }
    });
}

#[test]
fn two_pages_lose_nothing_of_each_other() {
    for round in 0..night::tries("F7", 1, 40) {
        two_pages(Engine::Chromium, round);
    }
}

/// A lesson in each of two pages, card by card in turn.
pub fn two_pages(engine: Engine, round: usize) {
    let site = Site::of_build();
    let (one, one_cards) = lesson(round % 3);
    let (other, other_cards) = lesson((round + 1) % 3);
    Visit::to(&site).with_engine(engine).run(|browser| {
        // Both read what there is before either writes.
        browser.open(&one.link());
        let first = browser.this_tab();
        browser.new_tab();
        browser.open(&other.link());
        let second = browser.this_tab();
        for place in 0..one_cards.len().max(other_cards.len()) {
            for (tab, cards) in [(&first, &one_cards), (&second, &other_cards)] {
                browser.to_tab(tab);
                let Some(card) = cards.get(place) else { continue };
                if place + 1 == cards.len() { answer(browser, card) } else { robot::solve(browser, card) }
            }
        }
        // Each page knows what the other did, without being loaded again.
        for (tab, walk, cards) in [(&first, &other, &other_cards), (&second, &one, &one_cards)] {
            browser.to_tab(tab);
            browser.script("location.hash = arguments[0]", vec![walk.link().into()]);
            until_goes_on_after(browser, cards);
        }
        for (walk, cards) in [(&one, &one_cards), (&other, &other_cards)] {
            assert_goes_on_after(browser, walk, cards);
            for card in cards {
                let kept = browser.kept(COPIES[0]).into_iter().chain(browser.kept(COPIES[1]));
                let is_kept = kept.into_iter().any(|text| text.contains(&walk.lesson) && text.contains(&card.step));
                assert!(is_kept, "{} of {} is lost", card.step, walk.lesson);
            }
        }
    });
}

#[test]
fn what_one_page_deletes_is_gone_from_the_other_too() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let (walk, cards) = lesson(0);
    Visit::to(&site).run(|browser| {
        answer_first_question(browser, &walk, &cards);
        until_safe(browser);
        browser.open("#/steps?lang=nl");
        let first = browser.this_tab();
        browser.new_tab();
        browser.open("#/me?lang=nl");
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.to_tab(&first);
        // The choice of the language is gone too: the browser's own is shown.
        let words = Words::of("en");
        browser.tap("link", &words.get("lessons"));
        browser.until_heading(&words.get("hello"));
        browser.find("link", &words.get("start_here"));
        let ours: Vec<_> = browser.keys().into_iter().filter(|key| key.starts_with("stepwise:")).collect();
        assert!(ours.is_empty(), "{ours:?}");
        browser.reload();
        states::assert_nothing_done(browser);
    });
}
