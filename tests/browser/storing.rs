//! Nothing that was done is lost: to a killed browser, to damaged or emptied storage, to a second page of the app.

use std::fs;
use std::path::Path;

use serde_json::json;
use tests::browser::Browser;
use tests::data::{Card, Walkthrough, Words, lessons_of_every_kind, walkthroughs};
use tests::driver::Surroundings;
use tests::engine::Engine;
use tests::robot;
use tests::server::Site;
use tests::states;
use tests::visit::{Clock, Turn, Visit};

const COPIES: [&str; 2] = ["stepwise:me:progress", "stepwise:me:progress:b"];

/// How often the browser is killed. RELIABILITY.md, F1, asks for hundreds: those are for a night.
const KILLS: usize = 4;

/// Whether the tick is seen that says: it is on the disk.
fn is_safe(browser: &Browser) -> bool {
    browser.script("return !!document.querySelector('[role=img] .here svg')", vec![]) == json!(true)
}

fn until_safe(browser: &Browser) {
    browser.until("the tick", || is_safe(browser).then_some(()));
}

/// A lesson in Dutch that shows nothing on a device, so that it needs no waiting; and its cards up to the first question.
fn lesson(skip: usize) -> (Walkthrough, Vec<Card>) {
    let is_told = |walk: &Walkthrough| !walk.straight.iter().any(|card| card.step == "show" && card.kind == "device");
    let walk = walkthroughs().into_iter().filter(|walk| walk.language == "nl" && is_told(walk)).nth(skip).unwrap();
    let question = walk.straight.iter().position(|card| card.kind != "tell").unwrap();
    let cards = walk.straight[..=question].to_vec();
    (walk, cards)
}

/// Answers the question of a card and stays on it.
fn answer(browser: &Browser, card: &Card) {
    browser.until_heading(&card.heading);
    let last = card.presses.len() - 1;
    card.presses[..last].iter().for_each(|press| robot::press(browser, press));
    browser.until_says(&Words::of("nl").get("well_done"));
}

/// Plays to the first question and answers it.
fn answer_first_question(browser: &Browser, walk: &Walkthrough, cards: &[Card]) {
    browser.open(&walk.link());
    let (question, told) = cards.split_last().unwrap();
    told.iter().for_each(|card| robot::solve(browser, card));
    answer(browser, question);
}

/// The lesson goes on behind the answered question: at the card after it.
fn assert_goes_on_after(browser: &Browser, walk: &Walkthrough, cards: &[Card]) {
    browser.open(&walk.link());
    let question = cards.last().unwrap();
    browser.until_heading(&question.heading);
    browser.until_says(&Words::of("nl").get("well_done"));
}

#[test]
fn an_answer_with_its_tick_is_there_after_the_browser_was_killed() {
    let site = Site::of_build();
    let profile = std::env::temp_dir().join(format!("stepwise-killed-{}", std::process::id()));
    let _turn = Turn::wait();
    for kill in 0..KILLS {
        let (walk, cards) = lesson(kill % 3);
        let around = Surroundings::with_profile(&profile);
        let browser = Browser::start(Engine::Chromium, &site.address, Clock::Real, &around);
        answer_first_question(&browser, &walk, &cards);
        until_safe(&browser);
        browser.kill(&profile);
        drop(browser);
        let browser = Browser::start(Engine::Chromium, &site.address, Clock::Real, &around);
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
        for lose in ["localStorage.clear(); arguments[0]()", "mirror.clear().then(arguments[0])"] {
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
    let site = Site::of_build();
    let words = Words::of("nl");
    let (walk, cards) = lesson(0);
    Visit::to(&site).run(|browser| {
        for copy in COPIES {
            answer_first_question(browser, &walk, &cards);
            browser.script_later("mirror.clear().then(arguments[0])", vec![]);
            let damaged = format!("{}?", browser.kept(copy).expect("both copies were written"));
            browser.keep(copy, &damaged);
            browser.open("#/?lang=nl");
            browser.until_says(&words.get("set_aside"));
            assert_goes_on_after(browser, &walk, &cards);
            let kept: Vec<_> = browser.keys().iter().filter_map(|key| browser.kept(key)).collect();
            assert!(kept.contains(&damaged), "{damaged} is gone: {kept:?}");
            browser.forget_everything();
        }
    });
}

#[test]
fn two_pages_lose_nothing_of_each_other() {
    let site = Site::of_build();
    let (one, one_cards) = lesson(0);
    let (other, other_cards) = lesson(1);
    Visit::to(&site).run(|browser| {
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

/// IndexedDB that fails in one way or another.
const NO_MIRROR: [(&str, &str); 3] = [
    ("blocked", "IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError') };"),
    ("silent", "IDBFactory.prototype.open = () => ({});"),
    (
        "refused",
        "IDBFactory.prototype.open = () => { const request = {}; setTimeout(() => request.onerror()); return request };",
    ),
];

#[test]
fn without_the_mirror_a_lesson_goes_on_and_no_tick_is_shown() {
    let site = Site::of_build();
    let (walk, cards) = lesson(0);
    for (_, script) in NO_MIRROR {
        Visit::to(&site).with_script(script).run(|browser| {
            answer_first_question(browser, &walk, &cards);
            assert!(!is_safe(browser), "a tick without a mirror");
            browser.reload();
            browser.until_says(&Words::of("nl").get("well_done"));
            // Nor does it stand in the way of deleting everything.
            let words = Words::of("nl");
            browser.open("#/me?lang=nl");
            browser.tap("button", &words.get("delete_all"));
            browser.tap("button", &words.get("delete_now"));
            browser.until("the end of all keys", || browser.keys().is_empty().then_some(()));
            browser.script_later("setTimeout(arguments[0])", vec![]);
            assert_eq!(
                browser.script("return document.documentElement.hasAttribute('data-failed')", vec![]),
                json!(false)
            );
        });
    }
}

#[test]
fn the_tick_waits_for_the_disk() {
    let site = Site::of_build();
    let (walk, cards) = lesson(0);
    let late = "
        window.held = [];
        Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { set(then) { window.held.push(then) } });";
    Visit::to(&site).with_script(late).run(|browser| {
        answer_first_question(browser, &walk, &cards);
        assert!(!is_safe(browser), "a tick before the disk has it");
        browser.script("window.held.forEach(then => then())", vec![]);
        until_safe(browser);
    });
}

#[test]
fn a_lesson_under_way_comes_back_from_the_mirror_alone() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        for walk in lessons_of_every_kind("nl") {
            browser.open(&walk.link());
            robot::solve(browser, &walk.straight[0]);
            let next = &walk.straight[1];
            browser.until_heading(&next.heading);
            // What the tick of the card before waited for.
            browser.script_later("mirror.rest().then(arguments[0])", vec![]);
            browser.script("localStorage.clear()", vec![]);
            browser.open("#/?lang=nl");
            browser.tap("link", &Words::of("nl").get("go_on"));
            browser.until_heading(&next.heading);
            browser.forget_everything();
        }
    });
}

/// Damages what the mirror holds last of every document.
const DAMAGE: &str = "
    const done = arguments[0];
    const request = indexedDB.open('stepwise');
    request.onsuccess = () => {
      const work = request.result.transaction('documents', 'readwrite');
      const documents = work.objectStore('documents');
      documents.getAllKeys().onsuccess = event =>
        event.target.result.filter(key => !key.includes(':day-')).forEach(key => documents.put('SW1;damaged', key));
      work.oncomplete = () => { request.result.close(); done(); };
    };";

#[test]
fn when_everything_kept_last_is_lost_or_damaged_the_end_of_the_day_is_there() {
    let site = Site::of_build();
    let (walk, cards) = lesson(0);
    Visit::to(&site).run(|browser| {
        answer_first_question(browser, &walk, &cards);
        until_safe(browser);
        browser.script_later(DAMAGE, vec![]);
        browser.script("localStorage.clear()", vec![]);
        assert_goes_on_after(browser, &walk, &cards);
    });
}

/// IndexedDB that takes a second, as on an old phone.
const SLOW_MIRROR: &str = "
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...what) {
      const request = open.apply(this, what);
      Object.defineProperty(request, 'onsuccess', { set(then) { request.addEventListener('success', event => setTimeout(() => then(event), 1000)) } });
      return request;
    };";

#[test]
fn a_mirror_that_comes_late_is_joined_and_kept_from_then_on() {
    let site = Site::of_build();
    let (walk, cards) = lesson(0);
    Visit::to(&site).with_script(SLOW_MIRROR).run(|browser| {
        answer_first_question(browser, &walk, &cards);
        until_safe(browser);
        browser.script("localStorage.clear()", vec![]);
        browser.open("#/?lang=nl");
        browser.until("what only the mirror had", || {
            browser.kept("stepwise:me:progress").filter(|kept| kept.contains(&walk.lesson))
        });
        assert_goes_on_after(browser, &walk, &cards);
    });
}
