//! Storage that is blocked, full, unreadable or newer than the app: said in one sentence, and every lesson can still be learned.

use serde_json::json;
use tests::browser::Browser;
use tests::data::{Walkthrough, Words, lessons_of_every_kind};
use tests::engine::Engine;
use tests::night;
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

const DOCUMENTS: [&str; 4] = ["progress", "settings", "practice", "sessions"];

fn key(document: &str) -> String {
    format!("stepwise:me:{document}")
}

fn lesson() -> Walkthrough {
    lessons_of_every_kind("nl").remove(0)
}

/// Plays a lesson to the end; the sentence is there from the first card on.
fn play_told(browser: &Browser, sentence: &str) {
    let walk = lesson();
    let words = Words::of(&walk.language);
    browser.open(&walk.link());
    browser.until_says(&words.get(sentence));
    for card in &walk.straight {
        robot::solve(browser, card);
    }
    robot::assert_finished(browser, &walk);
}

#[test]
fn with_blocked_storage_the_app_says_so_and_a_lesson_can_be_finished() {
    with_blocked_storage(Engine::Chromium);
}

pub fn with_blocked_storage(engine: Engine) {
    let site = Site::of_build();
    let blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } });";
    Visit::to(&site).with_engine(engine).quick().with_script(blocked).run(|browser| {
        browser.open("#/?lang=nl");
        browser.until_says(&Words::of("nl").get("no_memory"));
        play_told(browser, "no_memory");
    });
}

/// What a browser may do instead of an operation of local storage, and of what it gives.
const FAULTS: [&str; 5] = [
    "throw new DOMException('blocked', 'SecurityError')",
    "throw new DOMException('broken', 'InvalidStateError')",
    "throw 'no error at all'",
    "return null",
    "return undefined",
];

/// Seven operations, each with each fault: the operation `$` is done by `fault`.
fn single_faults() -> Vec<String> {
    let methods = ["getItem", "setItem", "removeItem", "key", "clear"];
    let methods = methods.map(|name| format!("Storage.prototype.{name} = function () {{ $ }};"));
    let length = "Object.defineProperty(Storage.prototype, 'length', { get() { $ } });".to_owned();
    let whole = "Object.defineProperty(window, 'localStorage', { get() { $ } });".to_owned();
    let operations = [whole, length].into_iter().chain(methods);
    operations.flat_map(|operation| FAULTS.map(|fault| operation.replace('$', fault))).collect()
}

#[test]
fn whatever_operation_of_local_storage_fails_a_lesson_can_be_finished() {
    let every = single_faults();
    let few = night::tries("F4", 3, every.len());
    // By day some that lie far from each other.
    for way in every.iter().step_by(every.len().div_ceil(few)) {
        any_fault(Engine::Chromium, way);
    }
}

/// A lesson is played to its end whatever local storage does, and without a word only where it was kept.
fn any_fault(engine: Engine, way: &str) {
    println!("{way}");
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lesson();
    Visit::to(&site).with_engine(engine).quick().with_script(way).run(|browser| {
        browser.open(&walk.link());
        for card in &walk.straight {
            robot::solve(browser, card);
        }
        robot::assert_finished(browser, &walk);
        let told = browser.says(&words.get("no_memory")) || browser.says(&words.get("memory_full"));
        let kept = "const done = arguments[0]; mirror.rest().then(safe => done(safe === true))";
        let kept = browser.script_later(kept, vec![]) == json!(true);
        assert!(told || kept, "neither kept nor told: {way}");
    });
}

#[test]
fn with_full_storage_the_app_says_so_and_a_lesson_can_be_finished() {
    with_full_storage(Engine::Chromium);
}

pub fn with_full_storage(engine: Engine) {
    let site = Site::of_build();
    // Something of another site of this host is there, and no room for more.
    let full = "
        try { localStorage.setItem('of-another-site', 'x') } catch { }
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };";
    Visit::to(&site).with_engine(engine).quick().with_script(full).run(|browser| {
        play_told(browser, "memory_full");
        assert_eq!(browser.keys(), ["of-another-site"]);
    });
}

/// Fills local storage for another site, but for so many characters.
const FILL: &str = "
    let size = 0;
    for (let more = 1 << 23; more >= 1; more >>= 1) {
      try { localStorage.setItem('of-another-site', 'x'.repeat(size + more)); size += more; } catch { }
    }
    localStorage.setItem('of-another-site', 'x'.repeat(size - arguments[0]));
    return size - arguments[0];";

/// Characters that are left. First what has room for a small document and not for all.
const LEFT: [usize; 4] = [100, 0, 1, 4000];

#[test]
fn what_was_done_while_storage_was_full_is_kept_when_there_is_room_again() {
    for left in LEFT.into_iter().take(night::tries("F5", 1, LEFT.len())) {
        really_full(Engine::Chromium, left);
    }
}

/// Two lessons, the second when there is room again: both are kept then, and nothing of the other site was touched.
pub fn really_full(engine: Engine, left: usize) {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walks = lessons_of_every_kind("nl");
    Visit::to(&site).with_engine(engine).quick().run(|browser| {
        browser.open("#/?lang=nl");
        let filled = browser.script(FILL, vec![left.into()]);
        browser.open(&walks[0].link());
        for card in &walks[0].straight {
            robot::solve(browser, card);
        }
        robot::assert_finished(browser, &walks[0]);
        // The longest gap has room for a lesson.
        assert!(left == 4000 || browser.says(&words.get("memory_full")), "nothing is said of {left}");
        assert_eq!(browser.script("return localStorage.getItem('of-another-site').length", vec![]), filled);
        browser.script("localStorage.removeItem('of-another-site')", vec![]);
        robot::play(browser, &walks[1], &walks[1].straight, |_| {});
        let copies = ["", ":b"].map(|copy| browser.kept(&format!("stepwise:me:progress{copy}")).unwrap_or_default());
        for walk in &walks[..2] {
            assert!(copies.iter().any(|copy| copy.contains(&walk.lesson)), "{} is lost: {copies:?}", walk.lesson);
        }
    });
}

#[test]
fn an_unreadable_document_is_set_aside_and_never_lost() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        for document in DOCUMENTS {
            let junk = format!("SW1;9;00000000;junk of {document} ü");
            browser.forget_everything();
            browser.keep(&key(document), &junk);
            play_told(browser, "set_aside");
            let kept = browser.keys().into_iter().filter(|key| key.starts_with("stepwise:me:aside"));
            let kept: Vec<_> = kept.filter_map(|key| browser.kept(&key)).collect();
            assert_eq!(kept, [junk]);
        }
    });
}

#[test]
fn four_unreadable_documents_at_once_are_all_still_there_after_a_lesson() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().run(|browser| {
        browser.forget_everything();
        let junk = DOCUMENTS.map(|document| format!("{{\"of\":\"{document}\"}}"));
        for (document, junk) in DOCUMENTS.iter().zip(&junk) {
            browser.keep(&key(document), junk);
        }
        let walk = lesson();
        browser.open(&walk.link());
        browser.until("a sentence about it", || {
            (browser.says(&words.get("set_aside")) || browser.says(&words.get("memory_full"))).then_some(())
        });
        for card in &walk.straight {
            robot::solve(browser, card);
        }
        let kept: Vec<_> = browser.keys().iter().filter_map(|key| browser.kept(key)).collect();
        for junk in junk {
            assert!(kept.contains(&junk), "{junk} is gone: {kept:?}");
        }
    });
}

#[test]
fn a_document_of_a_newer_app_is_left_as_it_is() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        for document in DOCUMENTS {
            // Its head is right, or it would be a damaged document of this app (`engine/src/save.rs`).
            let newer = "SW2;18;58a3529f;{\"newer\":true}\u{1f600}".to_owned();
            browser.forget_everything();
            browser.keep(&key(document), &newer);
            play_told(browser, "newer");
            assert_eq!(browser.kept(&key(document)), Some(newer));
        }
    });
}
