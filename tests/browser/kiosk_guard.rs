//! A kiosk guards itself: its code, no way out, power cuts, settings that cannot be read, memory that stays the same.

use std::process::Command;

use serde_json::json;
use tests::browser::Browser;
use tests::data::Words;
use tests::driver::Surroundings;
use tests::engine::Engine;
use tests::night;
use tests::robot;
use tests::server::Site;
use tests::visit::{Clock, Turn, Visit};

use crate::kiosk::{CODE, LESSON, LYING, SECONDS, all, come, lesson, link, seconds, set_up, type_code, until_free};

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
