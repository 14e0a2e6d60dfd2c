//! A kiosk: set up by a coach on its screen, used by one after another, and nothing of one is there for the next.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tests::axe;
use tests::browser::{Browser, Screen};
use tests::data::{self, Walkthrough, Words, walkthroughs};
use tests::languages::{LANGUAGES, OWN_NAMES};
use tests::offline::{digests, listed, until_kept};
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

use crate::listening::{VOICES, next, said, stand_in};

pub const LESSON: &str = "i-am-sick";
pub const CODE: &str = "2580";

pub const LYING: Screen = Screen { width: 1920, height: 1080, touch: true };
pub const STANDING: Screen = Screen { width: 1080, height: 1920, touch: true };

/// A second of the page goes by when `seconds(1)` is called; so does the time of day.
pub const SECONDS: &str = "
    const timer = window.setTimeout;
    const day = Date.now.bind(Date);
    let due = [];
    let ahead = 0;
    window.setTimeout = (call, time, ...rest) => time === 1000 ? due.push(call) : timer.call(window, call, time, ...rest);
    Date.now = () => day() + ahead;
    window.seconds = (many) => {
      for (let second = 0; second < many; second += 1) {
        const now = due;
        due = [];
        ahead += 1000;
        now.forEach((call) => call());
      }
    };";

/// All that the browser keeps for the site: names and texts; of the caches the names of files alone.
pub const ALL: &str = "
    const done = arguments[0];
    const all = {};
    for (const [name, store] of [['local', localStorage], ['session', sessionStorage]]) {
      for (const key of Object.keys(store)) all[`${name} ${key}`] = store.getItem(key);
    }
    const files = async () => {
      if (!window.caches) return;
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) all[`cache ${name} ${request.url}`] = '';
      }
    };
    const request = indexedDB.open('stepwise');
    request.onsuccess = () => {
      const documents = request.result.transaction('documents').objectStore('documents');
      documents.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (cursor) { all[`mirror ${cursor.key}`] = String(cursor.value); cursor.continue(); return; }
        request.result.close();
        files().then(() => done(all));
      };
    };";

pub fn all(browser: &Browser) -> BTreeMap<String, String> {
    serde_json::from_value(browser.script_later(ALL, vec![])).unwrap()
}

pub fn seconds(browser: &Browser, many: u32) {
    browser.script("window.seconds(arguments[0])", vec![many.into()]);
}

pub fn lesson() -> Walkthrough {
    lesson_in("nl")
}

pub fn lesson_in(language: &str) -> Walkthrough {
    walkthroughs().into_iter().find(|walk| walk.lesson == LESSON && walk.language == language).unwrap()
}

fn can() -> String {
    data::toml(&format!("content/lessons/{LESSON}/nl.toml"))["can"].as_str().unwrap().to_owned()
}

pub fn type_code(browser: &Browser, code: &str) {
    for digit in code.chars() {
        browser.tap("button", &digit.to_string());
    }
}

/// A coach opens a link and confirms it on the screen.
pub fn set_up(browser: &Browser, link: &str) {
    set_up_in(browser, link, "nl");
}

pub fn set_up_in(browser: &Browser, link: &str, language: &str) {
    let words = Words::of(language);
    browser.open(link);
    browser.until_heading(&words.get("kiosk_set_up"));
    type_code(browser, CODE);
    browser.tap("button", &words.get("next"));
    browser.until_says(&words.get("kiosk_code_again"));
    type_code(browser, CODE);
    browser.tap("button", &words.get("kiosk_start"));
    until_free_in(browser, language);
}

/// The screen on which anybody begins.
pub fn until_free(browser: &Browser) {
    until_free_in(browser, "nl");
}

pub fn until_free_in(browser: &Browser, language: &str) {
    let free =
        "return document.documentElement.dataset.kiosk === 'free' && !!document.querySelector('.kiosk-language')";
    browser.until("the first screen", || (browser.script_between_pages(free) == Some(json!(true))).then_some(()));
    browser.until_heading(&Words::of(language).get("kiosk_tap"));
}

pub fn link() -> String {
    format!("#/kiosk/{LESSON}?lang=nl")
}

/// Somebody taps their language, and has the first card of the coach's lesson.
pub fn come(browser: &Browser) {
    browser.tap("button", "Nederlands");
    browser.until_heading(&lesson().straight[0].heading);
}

fn play(browser: &Browser) {
    let walk = lesson();
    walk.straight.iter().for_each(|card| robot::solve(browser, card));
    robot::assert_finished(browser, &walk);
}

fn leave(browser: &Browser) {
    let words = Words::of("nl");
    browser.tap("button", &words.get("kiosk_done"));
    browser.until_says(&words.get("kiosk_done_says"));
    browser.tap("button", &words.get("kiosk_done"));
    until_free(browser);
}

#[test]
fn a_link_alone_changes_nothing_and_a_coach_confirms_it_on_the_screen() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let title = data::toml(&format!("content/lessons/{LESSON}/nl.toml"))["title"].as_str().unwrap().to_owned();
    Visit::to(&site).on(LYING).with_script(SECONDS).run(|browser| {
        browser.open("#/");
        let before = all(browser);
        browser.open(&format!("#/kiosk/{LESSON}/long-gone?lang=nl&text=200"));
        browser.until_heading(&words.get("kiosk_set_up"));
        browser.until_says(&title);
        assert_eq!(all(browser), before, "looking at the link kept something");
        browser.open("#/?lang=nl");
        browser.until_heading(&words.get("hello"));

        // A code that is none, and two that differ, begin nothing.
        browser.open(&link());
        type_code(browser, "123");
        browser.tap("button", &words.get("next"));
        browser.until_says(&words.get("kiosk_code_short"));
        type_code(browser, "4");
        browser.tap("button", &words.get("next"));
        browser.until_says(&words.get("kiosk_code_again"));
        type_code(browser, "4321");
        browser.tap("button", &words.get("kiosk_start"));
        browser.until_says(&words.get("kiosk_code_other"));
        assert!(browser.kept("stepwise:kiosk").is_none());

        // Without a language there is no first screen.
        browser.open(&link());
        OWN_NAMES.iter().for_each(|name| browser.tap("checkbox", name));
        type_code(browser, CODE);
        browser.tap("button", &words.get("next"));
        browser.until_says(&words.get("kiosk_no_language"));

        set_up(browser, &link());
        // The code is not to be read in what is kept.
        assert!(all(browser).values().all(|text| !text.contains(CODE)));
        // Another link on a kiosk leads to the question for its code.
        browser.open("#/kiosk/sign-colours?lang=nl");
        browser.until_says(&words.get("kiosk_code_ask"));
        // And any other address to the first screen.
        browser.open(&format!("#/lesson/{LESSON}?lang=fr&text=200"));
        until_free(browser);
    });
}

#[test]
fn of_whoever_walks_away_nothing_is_left_and_the_kiosk_stays() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).on(LYING).with_worker().quick().with_script(SECONDS).run(|browser| {
        set_up(browser, &link());
        // What is kept of the app is the same for everybody, before anybody comes.
        LANGUAGES.iter().for_each(|language| until_kept(browser, &digests(listed(&site, language).values())));
        let before = all(browser);
        assert!(before.keys().any(|name| name.starts_with("mirror stepwise:kiosk")));
        come(browser);
        play(browser);
        browser.tap("link", &words.get("me"));
        browser.tap("radio", &words.get("colours_dark"));
        browser.tap("radio", "150 %");
        browser.tap("link", &words.get("my_steps"));
        browser.until_says(&can());

        seconds(browser, 119);
        assert!(!browser.says(&words.get("kiosk_still")));
        seconds(browser, 1);
        browser.until_heading(&words.get("my_steps"));
        browser.until_says(&words.get("kiosk_still"));
        browser.until_says(&words.get("kiosk_seconds").replace("{seconds}", "20"));
        seconds(browser, 19);
        browser.until_says(&words.get("kiosk_seconds").replace("{seconds}", "1"));
        seconds(browser, 1);
        until_free(browser);

        let (before, after) = (without_count(before), without_count(all(browser)));
        assert_eq!(after, before, "something of the guest is left");
        assert_eq!(browser.script("return history.length", vec![]), json!(2), "there is a way back to what they did");
        browser.tap("button", "Nederlands");
        browser.until_heading(&lesson().straight[0].heading);
        let looks = "const { dataset: { colours, text } } = document.documentElement; return [colours, text]";
        assert_eq!(browser.script(looks, vec![]), json!(["auto", "100"]));
        browser.tap("link", &words.get("close"));
        browser.until_heading(&words.get("hello"));
        browser.tap("link", &words.get("my_steps"));
        browser.until_says(&words.get("nothing_yet"));
        assert!(!browser.says(&can()));

        // One lesson was done, and that is all that is known.
        leave(browser);
        browser.tap("link", &words.get("kiosk_coach"));
        browser.until_says(&words.get("kiosk_code_ask"));
        type_code(browser, CODE);
        browser.tap("button", &words.get("check"));
        browser.until_says(&words.get("kiosk_count").replace("{count}", "1"));
    });
}

/// Count and number of changes of the kiosk may differ; the names and all else must not.
fn without_count(all: BTreeMap<String, String>) -> BTreeMap<String, String> {
    all.into_iter()
        .map(|(name, text)| {
            let json = text.find('{').map(|start| &text[start..]).filter(|_| name.contains("stepwise:kiosk"));
            let Some(mut kiosk) = json.and_then(|json| serde_json::from_str::<Value>(json).ok()) else {
                return (name, text);
            };
            (kiosk["done"], kiosk["changes"]) = (Value::Null, Value::Null);
            (name, kiosk.to_string())
        })
        .collect()
}

#[test]
fn whoever_is_still_there_loses_nothing() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lesson();
    let question = walk.straight.iter().position(|card| card.kind != "tell").unwrap();
    Visit::to(&site).on(LYING).quick().with_script(SECONDS).run(|browser| {
        set_up(browser, &link());
        come(browser);
        walk.straight[..question].iter().for_each(|card| robot::solve(browser, card));
        let card = &walk.straight[question];
        browser.until_heading(&card.heading);
        let (_, presses) = card.presses.split_last().unwrap();
        presses.iter().for_each(|press| robot::press(browser, press));
        browser.until_says(&words.get("well_done"));
        seconds(browser, 125);
        browser.until_says(&words.get("kiosk_still"));
        let faults = axe::sure_violations(browser);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        browser.tap("button", &words.get("kiosk_here"));
        browser.until("the question to go", || (!browser.says(&words.get("kiosk_still"))).then_some(()));
        browser.until_heading(&card.heading);
        browser.until_says(&words.get("well_done"));
        // Two minutes begin anew, and Escape is an answer too.
        seconds(browser, 119);
        assert!(!browser.says(&words.get("kiosk_still")));
        seconds(browser, 6);
        browser.until_says(&words.get("kiosk_still"));
        browser.key(thirtyfour::Key::Escape);
        browser.until("the question to go", || (!browser.says(&words.get("kiosk_still"))).then_some(()));
        seconds(browser, 100);
        browser.until_heading(&card.heading);
        // Whoever touches the screen is not asked at all.
        seconds(browser, 15);
        browser.tap("button", &words.get("settings_sheet"));
        browser.tap("button", &words.get("sheet_done"));
        seconds(browser, 110);
        assert!(!browser.says(&words.get("kiosk_still")));
    });
}

#[test]
fn steps_go_along_on_a_card_and_come_back_by_its_code_without_a_keyboard() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).on(LYING).quick().with_script(SECONDS).run(|browser| {
        set_up(browser, &link());
        come(browser);
        play(browser);
        browser.tap("button", &words.get("kiosk_done"));
        browser.until_says(&words.get("card_scan"));
        let code = browser.script("return document.querySelector('dialog[open] .card-code').innerText", vec![]);
        let code = code.as_str().unwrap().to_owned();
        browser.tap("button", &words.get("kiosk_done"));
        until_free(browser);

        browser.tap("button", "Nederlands");
        browser.until_heading(&lesson().straight[0].heading);
        browser.tap("link", &words.get("close"));
        browser.tap("link", &words.get("card_have"));
        browser.until_heading(&words.get("my_card"));
        // Nothing that leads out of the app, and nothing that stays.
        let gone = "return [...document.querySelectorAll('a[download], [type=file]')].filter(one => one.getClientRects().length).length";
        assert_eq!(browser.script(gone, vec![]), json!(0));
        type_code(browser, &code.replace('-', ""));
        browser.tap("button", &words.get("card_read"));
        browser.tap("button", &words.get("card_add"));
        browser.until_says(&words.get("card_added"));
        browser.tap("link", &words.get("my_steps"));
        browser.until_says(&can());
    });
}

#[test]
fn the_question_whether_somebody_is_still_there_is_spoken_until_it_is_answered() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let script = format!("{SECONDS} {}", stand_in(VOICES, false));
    Visit::to(&site).on(LYING).quick().with_script(&script).run(|browser| {
        set_up(browser, &link());
        come(browser);
        assert_eq!(said(browser).len(), 0, "it speaks unasked");
        seconds(browser, 120);
        let first = next(browser, 0);
        assert_eq!(first.lang, "nl-BE");
        assert!(words.get("kiosk_still").contains(first.text.trim()), "{}", first.text);
        browser.tap("button", &words.get("kiosk_here"));
        browser.until("silence", || {
            (browser.script("return speechSynthesis.speaking", vec![]) == json!(false)).then_some(())
        });
        // A kiosk without sound asks without it.
        let before = said(browser).len();
        browser.open("#/");
        until_free(browser);
        browser.tap("link", &words.get("kiosk_coach"));
        type_code(browser, CODE);
        browser.tap("button", &words.get("check"));
        browser.tap("button", &words.get("kiosk_change"));
        browser.tap("radio", &words.get("switch_off"));
        browser.tap("button", &words.get("kiosk_save"));
        until_free(browser);
        come(browser);
        seconds(browser, 120);
        browser.until_says(&words.get("kiosk_still"));
        assert!(said(browser).len() <= before, "a silent kiosk speaks");
    });
}
