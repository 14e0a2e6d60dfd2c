//! A host that other sites share, and an end that leaves nothing: only what begins with our name is touched, what others clear away is there again, and
//! what is deleted is gone from every place where something can be kept.

use serde_json::{Value, json};
use tests::browser::Browser;
use tests::data::Words;
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

use crate::storing::{answer, lesson, until_safe};

/// Writes down every name that is read, written or opened, in a place that no name of ours is in.
const WATCHED: &str = "
    window.touched = [];
    const watch = (owner, name) => {
      const real = owner[name];
      owner[name] = function (...given) { window.touched.push([name, String(given[0] ?? '')]); return real.apply(this, given); };
    };
    ['getItem', 'setItem', 'removeItem', 'clear', 'key'].forEach(name => watch(Storage.prototype, name));
    ['open', 'deleteDatabase'].forEach(name => watch(IDBFactory.prototype, name));
    ['open', 'delete', 'match'].forEach(name => watch(CacheStorage.prototype, name));";

/// What was touched in this page and is none of ours.
fn foreign(browser: &Browser) -> Vec<Value> {
    let touched: Vec<Value> = serde_json::from_value(browser.script("return window.touched", vec![])).unwrap();
    assert!(touched.len() > 4, "the page keeps nothing: {touched:?}");
    let ours = |one: &Value| one[1].as_str().is_some_and(|name| name == "stepwise" || name.starts_with("stepwise:"));
    touched.into_iter().filter(|one| !ours(one)).collect()
}

#[test]
fn only_names_of_ours_are_read_written_or_deleted() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let (walk, cards) = lesson(0);
    Visit::to(&site).with_script(WATCHED).run(|browser| {
        browser.open(&walk.link());
        let (question, told) = cards.split_last().unwrap();
        told.iter().for_each(|card| robot::solve(browser, card));
        answer(browser, question);
        until_safe(browser);
        assert_eq!(foreign(browser), Vec::<Value>::new(), "while a lesson is played");
        browser.open("#/me?lang=nl");
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.until("the end of all keys", || browser.keys().is_empty().then_some(()));
        assert_eq!(foreign(browser), Vec::<Value>::new(), "while everything is deleted");
    });
}

/// Another site of this host empties what they share, in another tab.
const CLEAR: &str = "localStorage.clear(); sessionStorage.clear(); localStorage.setItem('of-another-site', 'x');";

#[test]
fn what_another_site_of_the_host_clears_is_there_again() {
    let site = Site::of_build();
    let (walk, cards) = lesson(0);
    Visit::to(&site).run(|browser| {
        browser.open(&walk.link());
        let ours = browser.this_tab();
        let (question, told) = cards.split_last().unwrap();
        told.iter().for_each(|card| robot::solve(browser, card));
        browser.until_heading(&question.heading);
        browser.new_tab();
        // A page of the same host that is none of the app's.
        browser.go(&format!("{}lite/nl/", browser.site));
        let other = browser.this_tab();
        browser.script(CLEAR, vec![]);
        browser.to_tab(&ours);
        answer(browser, question);
        until_safe(browser);
        let copies = || ["", ":b"].map(|copy| browser.kept(&format!("stepwise:me:progress{copy}")).unwrap_or_default());
        for card in &cards {
            assert!(copies().iter().any(|copy| copy.contains(&card.step)), "{} is lost: {:?}", card.step, copies());
        }
        // And once more while nobody of ours is there.
        browser.go(&format!("{}lite/nl/", browser.site));
        browser.to_tab(&other);
        browser.script(CLEAR, vec![]);
        browser.open(&walk.link());
        browser.until_heading(&question.heading);
        browser.until_says(&Words::of("nl").get("well_done"));
        assert_eq!(browser.kept("of-another-site").as_deref(), Some("x"));
    });
}

/// All that is kept anywhere: keys of both storages, entries of every database, and files of every cache that are not the app itself.
const EVERYTHING: &str = "
    const done = arguments[0];
    (async () => {
      const found = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
      for (const { name } of await indexedDB.databases()) {
        const base = await new Promise(then => { const asked = indexedDB.open(name); asked.onsuccess = () => then(asked.result); });
        for (const store of base.objectStoreNames) {
          const asked = base.transaction(store).objectStore(store).getAllKeys();
          found.push(...await new Promise(then => { asked.onsuccess = () => then(asked.result.map(key => `${name} ${store} ${key}`)); }));
        }
        base.close();
      }
      return found;
    })().then(done);";

#[test]
fn two_taps_on_delete_everything_leave_nothing_in_any_place() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let (walk, cards) = lesson(0);
    Visit::to(&site).run(|browser| {
        browser.open(&walk.link());
        cards.iter().for_each(|card| robot::solve(browser, card));
        browser.open("#/me?lang=nl");
        let before: Vec<String> = serde_json::from_value(browser.script_later(EVERYTHING, vec![])).unwrap();
        for place in ["stepwise:me:progress", "stepwise documents stepwise:me:progress"] {
            assert!(before.iter().any(|found| found == place), "{place} was never kept: {before:?}");
        }
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.until("nothing anywhere", || (browser.script_later(EVERYTHING, vec![]) == json!([])).then_some(()));
    });
}
