//! A kiosk: set up by a coach on its screen, used by one after another, and nothing of one is there for the next.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::{Value, json};
use tests::axe;
use tests::browser::{Browser, Screen};
use tests::data::{self, Walkthrough, Words, walkthroughs};
use tests::driver::Surroundings;
use tests::engine::Engine;
use tests::languages::{LANGUAGES, OWN_NAMES};
use tests::measure::{self, Letters};
use tests::night;
use tests::offline::{digests, listed, until_kept};
use tests::robot;
use tests::server::Site;
use tests::shots;
use tests::visit::{Clock, Turn, Visit};

const LESSON: &str = "i-am-sick";
const CODE: &str = "2580";

const LYING: Screen = Screen { width: 1920, height: 1080, touch: true };
const STANDING: Screen = Screen { width: 1080, height: 1920, touch: true };

/// A second of the page goes by when `seconds(1)` is called; so does the time of day.
const SECONDS: &str = "
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
const ALL: &str = "
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

fn all(browser: &Browser) -> BTreeMap<String, String> {
    serde_json::from_value(browser.script_later(ALL, vec![])).unwrap()
}

fn seconds(browser: &Browser, many: u32) {
    browser.script("window.seconds(arguments[0])", vec![many.into()]);
}

fn lesson() -> Walkthrough {
    lesson_in("nl")
}

fn lesson_in(language: &str) -> Walkthrough {
    walkthroughs().into_iter().find(|walk| walk.lesson == LESSON && walk.language == language).unwrap()
}

fn can() -> String {
    data::toml(&format!("content/lessons/{LESSON}/nl.toml"))["can"].as_str().unwrap().to_owned()
}

fn type_code(browser: &Browser, code: &str) {
    for digit in code.chars() {
        browser.tap("button", &digit.to_string());
    }
}

/// A coach opens a link and confirms it on the screen.
pub fn set_up(browser: &Browser, link: &str) {
    set_up_in(browser, link, "nl");
}

fn set_up_in(browser: &Browser, link: &str, language: &str) {
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

fn until_free_in(browser: &Browser, language: &str) {
    let free =
        "return document.documentElement.dataset.kiosk === 'free' && !!document.querySelector('.kiosk-language')";
    browser.until("the first screen", || (browser.script_between_pages(free) == Some(json!(true))).then_some(()));
    browser.until_heading(&Words::of(language).get("kiosk_tap"));
}

pub fn link() -> String {
    format!("#/kiosk/{LESSON}?lang=nl")
}

/// Somebody taps their language, and has the first card of the coach's lesson.
fn come(browser: &Browser) {
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
fn five_wrong_codes_make_a_pause_that_outlives_the_page_and_the_right_one_ends_the_kiosk() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).on(LYING).with_script(SECONDS).run(|browser| {
        set_up(browser, &link());
        browser.tap("link", &words.get("kiosk_coach"));
        browser.until_says(&words.get("kiosk_code_ask"));
        for wrong in ["1111", "2222", "3333", "4444", "5555"] {
            assert!(!browser.says(&words.get("kiosk_code_pause").replace("{seconds}", "60")));
            type_code_of_one(browser, wrong);
            browser.tap("button", &words.get("check"));
            browser.until("an answer", || {
                (browser.says(&words.get("kiosk_code_wrong")) || says_pause(browser)).then_some(())
            });
        }
        browser.until("the pause", || says_pause(browser).then_some(()));
        // The right one does not help now, nor does another page.
        type_code(browser, CODE);
        browser.tap("button", &words.get("check"));
        browser.open("#/kiosk?lang=nl");
        type_code(browser, CODE);
        browser.tap("button", &words.get("check"));
        browser.until("the pause", || says_pause(browser).then_some(()));
        seconds(browser, 61);
        browser.until("the end of the pause", || (!says_pause(browser)).then_some(()));
        type_code(browser, CODE);
        browser.tap("button", &words.get("check"));
        browser.tap("button", &words.get("kiosk_end"));
        // In the language of the browser again.
        browser.until_heading(&Words::of("en").get("hello"));
        assert!(all(browser).keys().all(|name| !name.contains("kiosk")), "{:?}", all(browser).keys());
    });
}

/// The same digit again and again: each tap counts.
fn type_code_of_one(browser: &Browser, code: &str) {
    let key = browser.find("button", &code[..1]);
    code.chars().for_each(|_| browser.tap_on(&key));
}

fn says_pause(browser: &Browser) -> bool {
    let said = Words::of("nl").get("kiosk_code_pause");
    let (start, _) = said.split_once("{seconds}").unwrap();
    browser.says(start)
}

/// What a hand, a mouse or a keyboard can do to leave the app. Each is told whether it is stopped.
const ESCAPES: &str = "
    const told = [];
    const at = document.querySelector('main');
    const say = (name, event, target = at) => { target.dispatchEvent(event); told.push([name, event.defaultPrevented]); };
    const options = { bubbles: true, cancelable: true };
    const key = (key, more) => say(Object.keys(more || {}).concat(key).join(' '), new KeyboardEvent('keydown', { ...options, key, ...more }));
    for (let number = 1; number <= 12; number += 1) key(`F${number}`);
    for (const letter of [...'acdefghjklnopqrstuvwx0123456789+-', 'Tab', 'ArrowLeft', 'Enter']) key(letter, { ctrlKey: true });
    for (const letter of [...'ijcbnpt', 'Delete']) key(letter, { ctrlKey: true, shiftKey: true });
    for (const letter of ['ArrowLeft', 'ArrowRight', 'Home', 'F4', 'd', 'f', 'Tab']) key(letter, { altKey: true });
    for (const letter of ['q', 'w', 't', 'r', 'p', ',']) key(letter, { metaKey: true });
    for (const name of ['BrowserBack', 'BrowserHome', 'BrowserSearch', 'ContextMenu', 'PrintScreen', 'LaunchMail']) key(name);
    for (const name of ['contextmenu', 'dragstart', 'gesturestart', 'auxclick', 'selectstart']) say(name, new Event(name, options));
    say('ctrl wheel', new WheelEvent('wheel', { ...options, ctrlKey: true, deltaY: 100 }));
    return told;";

/// What is tapped that would lead out of the app, or choose or save something; with `told`, `say`, `at` and `options` from above.
const LINKS: &str = "
    for (const [href, more] of [['https://elsewhere.example/', {}], ['mailto:a@b.example', {}], ['credits.txt', {}], ['lite/nl/coach.html', {}], ['#x', {}], ['data:text/plain,x', { download: 'x' }]]) {
      const link = Object.assign(document.createElement('a'), { href, ...more });
      at.append(link);
      say(href, new MouseEvent('click', options), link);
      link.remove();
    }
    const file = Object.assign(document.createElement('input'), { type: 'file' });
    at.append(file);
    say('file', new MouseEvent('click', options), file);
    file.remove();";

/// What types letters and moves in the page stays as it is.
const STAYS: &str = "
    const at = document.querySelector('main');
    return [...'a1é', 'Backspace', 'Tab', 'Enter', 'Escape', ' ', 'ArrowDown', 'PageDown'].map(key => {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key });
      at.dispatchEvent(event);
      return [key, event.defaultPrevented];
    });";

#[test]
fn no_gesture_and_no_key_leads_out_of_a_kiosk_and_elsewhere_all_of_them_work() {
    let site = Site::of_build();
    Visit::to(&site).on(LYING).with_script(SECONDS).run(|browser| {
        let told =
            |script: &str| -> Vec<(String, bool)> { serde_json::from_value(browser.script(script, vec![])).unwrap() };
        let pinch = |browser: &Browser| {
            let pinch = json!({ "x": 900, "y": 500, "scaleFactor": 3, "relativeSpeed": 4000 });
            browser.chromium("Input.synthesizePinchGesture", pinch);
            browser.script("return visualViewport.scale", vec![]).as_f64().unwrap()
        };
        set_up(browser, &link());
        come(browser);
        let place = browser.place();
        let escapes = told(&ESCAPES.replace("return told;", &format!("{LINKS} return told;")));
        assert!(escapes.len() >= 60, "only {} ways were tried", escapes.len());
        let ways: Vec<_> = escapes.iter().filter(|(_, is_stopped)| !is_stopped).collect();
        assert!(ways.is_empty(), "these lead out: {ways:?}");
        let stopped: Vec<_> = told(STAYS).into_iter().filter(|(_, is_stopped)| *is_stopped).collect();
        assert!(stopped.is_empty(), "these are stopped: {stopped:?}");
        assert!((pinch(browser) - 1.0).abs() < 0.01, "the page can be pinched");
        // There is nothing to go back to: only what the browser began with is before this page.
        assert_eq!(browser.script("return history.length", vec![]), json!(2));
        assert_eq!(browser.place(), place);
        browser.until_heading(&lesson().straight[0].heading);
    });
    Visit::to(&site).on(LYING).run(|browser| {
        browser.open("#/?lang=nl");
        let stopped: Vec<(String, bool)> = serde_json::from_value(browser.script(ESCAPES, vec![])).unwrap();
        assert!(stopped.iter().all(|(_, is_stopped)| !is_stopped), "only a kiosk stops anything: {stopped:?}");
    });
}

#[test]
fn after_a_power_cut_the_first_screen_is_there_again() {
    let site = Site::of_build();
    let profile = std::env::temp_dir().join(format!("stepwise-kiosk-{}", std::process::id()));
    let _turn = Turn::wait();
    let around = Surroundings::with_profile(&profile);
    let browser = Browser::start(Engine::Chromium, &site.address, Clock::Real, &around);
    browser.set_screen(LYING);
    set_up(&browser, &link());
    come(&browser);
    // The lock of a profile names its browser: `<host>-<process>`.
    let lock = std::fs::read_link(profile.join("SingletonLock")).expect("the browser has locked its profile");
    let process = lock.display().to_string().rsplit_once('-').unwrap().1.to_owned();
    assert!(Command::new("kill").args(["-KILL", &process]).status().unwrap().success());
    browser.quit();
    drop(browser);

    let browser = Browser::start(Engine::Chromium, &site.address, Clock::Real, &around);
    browser.set_screen(LYING);
    browser.open(&format!("#/lesson/{LESSON}"));
    until_free(&browser);
    // Local storage may come back empty from a power cut; the mirror has been told of the disk.
    browser.script("localStorage.clear()", vec![]);
    browser.open("#/");
    until_free(&browser);
    assert!(browser.kept("stepwise:kiosk").is_some());
    browser.quit();
    let _ = std::fs::remove_dir_all(&profile);
}

#[test]
fn settings_that_cannot_be_read_are_set_aside_and_asked_for_anew() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).on(LYING).with_script(SECONDS).run(|browser| {
        set_up(browser, &link());
        browser.script_later("indexedDB.deleteDatabase('stepwise'); arguments[0]()", vec![]);
        browser.script_later("mirror.clear('stepwise:kiosk').then(arguments[0])", vec![]);
        let damaged = format!("{}?", browser.kept("stepwise:kiosk").unwrap());
        browser.keep("stepwise:kiosk", &damaged);
        browser.open("#/");
        browser.until_says(&words.get("kiosk_unreadable"));
        assert_eq!(browser.kept("stepwise:kiosk-aside"), Some(damaged));
        type_code(browser, CODE);
        browser.tap("button", &words.get("next"));
        type_code(browser, CODE);
        browser.tap("button", &words.get("kiosk_start"));
        until_free(browser);
    });
}

/// Nodes and listeners, in a page that was cleaned up.
fn weight(browser: &Browser) -> (f64, f64) {
    browser.chromium("HeapProfiler.collectGarbage", json!({}));
    let metrics = browser.chromium("Performance.getMetrics", json!({}));
    let of = |name: &str| {
        metrics["metrics"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["value"]
            .as_f64()
            .unwrap()
    };
    (of("Nodes"), of("JSEventListeners"))
}

#[test]
fn the_memory_of_a_kiosk_stays_the_same_over_many_people() {
    let site = Site::of_build();
    Visit::to(&site).on(LYING).quick().with_script(SECONDS).run(|browser| {
        browser.chromium("Performance.enable", json!({}));
        set_up(browser, &link());
        let guest = || {
            come(browser);
            robot::solve(browser, &lesson().straight[0]);
            seconds(browser, 139);
            seconds(browser, 1);
            until_free(browser);
        };
        (0..5).for_each(|_| guest());
        let before = weight(browser);
        let people = night::tries("F22", 50, 1000);
        (0..people).for_each(|_| guest());
        // A page that has just gone may take a moment to be cleaned up; one that leaks never comes down.
        let after = browser.until("as few nodes and listeners as before", || {
            let after = weight(browser);
            (after.0 <= before.0 * 1.1 && after.1 <= before.1 * 1.1).then_some(after)
        });
        crate::tell(&format!("nodes and listeners after 5 people: {before:?}, after {people} more: {after:?}"));
        assert_eq!(browser.script("return history.length", vec![]), json!(2));
    });
}

#[test]
fn every_screen_of_a_kiosk_is_large_and_without_fault() {
    let site = Site::of_build();
    for (screen, shape) in [(LYING, "lying"), (STANDING, "standing")] {
        for (language, colours) in [("nl", "colours_light"), ("nl", "colours_dark"), ("ar", "colours_auto")] {
            let mut faults = vec![];
            Visit::to(&site).on(screen).with_script(SECONDS).quick().run(|browser| {
                each_screen(browser, language, colours, |what| {
                    let found = [
                        measure::faults(browser, screen, Letters::Usual),
                        axe::sure_violations(browser),
                        small(browser),
                    ];
                    let name = format!("kiosk-{shape}-{language}-{colours}-{what}");
                    shots::keep(browser, &name);
                    faults.extend(found.concat().into_iter().map(|fault| format!("{name}: {fault}")));
                });
            });
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }
}

/// Goes through all screens of a kiosk, and one lesson.
fn each_screen(browser: &Browser, language: &str, colours: &str, mut look: impl FnMut(&str)) {
    let words = Words::of(language);
    let walk = lesson_in(language);
    let link = format!("#/kiosk/{LESSON}/sign-colours?lang={language}");
    browser.open(&link);
    look("set-up");
    set_up_in(browser, &link, language);
    look("free");
    browser.tap("link", &words.get("kiosk_coach"));
    browser.until_says(&words.get("kiosk_code_ask"));
    look("code");
    browser.tap("button", &words.get("kiosk_clean"));
    browser.until_says(&words.get("kiosk_clean_says"));
    look("cleaning");
    seconds(browser, 30);
    until_free_in(browser, language);
    browser.tap("link", &words.get("kiosk_coach"));
    browser.until_says(&words.get("kiosk_code_ask"));
    type_code(browser, CODE);
    browser.tap("button", &words.get("check"));
    browser.find("button", &words.get("kiosk_end"));
    look("coach");
    browser.tap("button", &words.get("kiosk_change"));
    browser.until_heading(&words.get("kiosk_set_up"));
    look("change");
    browser.tap("button", &words.get("kiosk_save"));
    until_free_in(browser, language);
    let own = LANGUAGES.iter().position(|code| *code == language).unwrap();
    browser.tap("button", OWN_NAMES[own]);
    browser.until_heading(&walk.straight[0].heading);
    browser.tap("button", &words.get("settings_sheet"));
    browser.tap("radio", &words.get(colours));
    look("sheet");
    browser.tap("button", &words.get("sheet_done"));
    for card in &walk.straight {
        browser.until_heading(&card.heading);
        look(&card.step);
        robot::solve(browser, card);
    }
    browser.until_heading(&words.get("finished"));
    look("finished");
    browser.tap("button", &words.get("kiosk_done"));
    browser.until_says(&words.get("card_scan"));
    look("done");
    browser.tap("button", &words.get("go_on"));
    browser.tap("link", &words.get("lessons"));
    browser.until_heading(&words.get("hello"));
    look("home");
    browser.tap("link", &words.get("me"));
    browser.until_heading(&words.get("me"));
    look("me");
    browser.tap("link", &words.get("lessons"));
    browser.tap("link", &words.get("card_have"));
    browser.until_heading(&words.get("my_card"));
    look("card");
    seconds(browser, 121);
    browser.until_says(&words.get("kiosk_still"));
    look("still");
    seconds(browser, 20);
    until_free_in(browser, language);
}

/// Targets and lesson text that are too small for a kiosk (ACCESSIBILITY.md, A27, A28). A word that can be explained stands in its line, as WCAG 2.2, 2.5.8 allows.
fn small(browser: &Browser) -> Vec<String> {
    // Before it is one, a kiosk is a screen like others.
    let script = "
        if (!document.documentElement.dataset.kiosk) return [];
        const open = document.querySelector('dialog[open]') || document;
        const seen = [...open.querySelectorAll('button, a[href], label.choice, .written')].filter(one => one.getClientRects().length && !one.matches('.skip, :disabled, .term'));
        const low = seen.filter(one => one.getBoundingClientRect().height < (one.matches('.answer, .main-action, .kiosk-language') ? 76 : 64) - 0.5);
        const letters = [...open.querySelectorAll('.lesson main h1, .lesson main .say, .say')].filter(one => one.getClientRects().length && parseFloat(getComputedStyle(one).fontSize) < 38.9);
        return [...low.map(one => `${one.outerHTML.slice(0, 80)} is ${one.getBoundingClientRect().height} high`), ...letters.map(one => `${one.innerText} is ${getComputedStyle(one).fontSize}`)];";
    serde_json::from_value(browser.script(script, vec![])).unwrap()
}
