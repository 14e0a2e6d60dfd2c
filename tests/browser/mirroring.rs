//! The mirror in IndexedDB: where it is, the tick says so; where it is not, late, or damaged, nothing that was done is lost.

use serde_json::json;
use tests::data::{Words, lessons_of_every_kind};
use tests::engine::Engine;
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

use crate::storing::{answer_first_question, assert_goes_on_after, is_safe, lesson, until_safe};

/// IndexedDB that fails in one way or another.
pub const NO_MIRROR: [(&str, &str); 4] = [
    ("blocked", "IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError') };"),
    ("silent", "IDBFactory.prototype.open = () => ({});"),
    (
        "refused",
        "IDBFactory.prototype.open = () => { const request = {}; setTimeout(() => request.onerror()); return request };",
    ),
    (
        "full",
        "const begin = IDBDatabase.prototype.transaction;
         IDBDatabase.prototype.transaction = function (...what) {
           const work = begin.apply(this, what);
           if (what[1] === 'readwrite') queueMicrotask(() => work.abort());
           return work;
         };",
    ),
];

#[test]
fn without_the_mirror_a_lesson_goes_on_and_no_tick_is_shown() {
    without_the_mirror(Engine::Chromium, &NO_MIRROR);
}

/// Answers a question with a mirror that fails in each of these ways.
pub fn without_the_mirror(engine: Engine, ways: &[(&str, &str)]) {
    let site = Site::of_build();
    let (walk, cards) = lesson(0);
    for (way, script) in ways {
        Visit::to(&site).with_engine(engine).with_script(script).run(|browser| {
            answer_first_question(browser, &walk, &cards);
            browser.script_later("mirror.rest().then(() => requestAnimationFrame(arguments[0]))", vec![]);
            assert!(!is_safe(browser), "a tick without a mirror that is {way}");
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
        window.hold = (then) => window.held.push(then);
        Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { set(then) { this.addEventListener('complete', () => window.hold(then)) } });";
    Visit::to(&site).with_script(late).run(|browser| {
        answer_first_question(browser, &walk, &cards);
        // It is written once the answer is drawn.
        let written = "const done = arguments[0]; drawn(() => requestAnimationFrame(() => done(true)))";
        browser.script_later(written, vec![]);
        assert!(!is_safe(browser), "a tick before the disk has it");
        browser.script("window.hold = then => then(); window.held.forEach(then => then())", vec![]);
        until_safe(browser);
    });
}

#[test]
fn what_waits_until_the_page_is_drawn_is_written_when_the_page_is_left() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        browser.open("#/?lang=nl");
        let leave = "
            window.requestAnimationFrame = window.setTimeout = () => 0;
            mirror.keep('stepwise:me:progress', 'text').then(arguments[0]);
            dispatchEvent(new Event('pagehide'));";
        assert_eq!(browser.script_later(leave, vec![]), json!(true));
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

/// IndexedDB that does not open before it is let go.
const HELD_MIRROR: &str = "
    const open = IDBFactory.prototype.open;
    let go;
    const gone = new Promise(then => go = then);
    window.letGo = () => go();
    IDBFactory.prototype.open = function (...what) {
      const request = open.apply(this, what);
      Object.defineProperty(request, 'onsuccess', { set(then) { request.addEventListener('success', event => gone.then(() => setTimeout(() => then(event)))) } });
      return request;
    };";

#[test]
fn what_is_deleted_before_the_mirror_is_there_stays_deleted() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let (walk, cards) = lesson(0);
    Visit::to(&site).with_script(HELD_MIRROR).run(|browser| {
        browser.open("#/?lang=nl");
        browser.script("letGo()", vec![]);
        answer_first_question(browser, &walk, &cards);
        browser.script("letGo()", vec![]);
        until_safe(browser);
        browser.open("#/me?lang=nl");
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.until("the end of all keys", || browser.keys().is_empty().then_some(()));
        browser.script("letGo()", vec![]);
        browser.script_later("mirror.rest().then(() => setTimeout(arguments[0]))", vec![]);
        assert_eq!(browser.keys(), Vec::<String>::new(), "what was deleted came back");
        browser.open("#/steps?lang=nl");
        browser.until_says(&words.get("nothing_yet"));
    });
}
