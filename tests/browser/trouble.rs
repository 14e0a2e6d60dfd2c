//! Storage that is blocked, full, unreadable or newer than the app: said in one sentence, and every lesson can still be learned.

use tests::browser::Browser;
use tests::data::{Walkthrough, Words, lessons_of_every_kind};
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
    let site = Site::of_build();
    let blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } });";
    Visit::to(&site).quick().with_script(blocked).run(|browser| {
        browser.open("#/?lang=nl");
        browser.until_says(&Words::of("nl").get("no_memory"));
        play_told(browser, "no_memory");
    });
}

#[test]
fn with_full_storage_the_app_says_so_and_a_lesson_can_be_finished() {
    let site = Site::of_build();
    // Something of another site of this host is there, and no room for more.
    let full = "
        try { localStorage.setItem('of-another-site', 'x') } catch { }
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };";
    Visit::to(&site).quick().with_script(full).run(|browser| {
        play_told(browser, "memory_full");
        assert_eq!(browser.keys(), ["of-another-site"]);
    });
}

#[test]
fn an_unreadable_document_is_set_aside_and_never_lost() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        for document in DOCUMENTS {
            let junk = format!("SW1;9;00000000;junk of {document} ü");
            browser.open("#/?lang=nl");
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
        browser.open("#/?lang=nl");
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
            browser.open("#/?lang=nl");
            browser.forget_everything();
            browser.keep(&key(document), &newer);
            play_told(browser, "newer");
            assert_eq!(browser.kept(&key(document)), Some(newer));
        }
    });
}
