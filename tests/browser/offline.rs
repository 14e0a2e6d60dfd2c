//! Without internet: the server is stopped, for browsers that only play being offline let a service worker through. And what happens to those who are in the middle
//! of something when a new build comes, a broken one, or half a one.

use std::fs;

use serde_json::json;
use tests::axe;
use tests::between::Between;
use tests::browser::{Browser, Screen};
use tests::data::{Walkthrough, Words, lessons_of_every_kind, walkthroughs};
use tests::driver::Surroundings;
use tests::engine::Engine;
use tests::night;
use tests::offline::{build, digests, kept, listed, until_begun, until_kept, until_served, until_waiting};
use tests::releases::{build_of, digest, publish};
use tests::robot;
use tests::server::Site;
use tests::shots;
use tests::visit::{Clock, Visit};

fn lesson() -> Walkthrough {
    lessons_of_every_kind("nl").remove(0)
}

/// A whole lesson, then a cold start of each of the same course, with nobody at the other end.
pub fn a_course_without_a_server(site: &Site, browser: &Browser) {
    let walk = lesson();
    let list = listed(site, "nl");
    let (course, files) =
        list.iter().find(|(_, files)| files.get(format!("lessons/{}.nl.json", walk.lesson)).is_some()).unwrap();
    assert!(!course.is_empty());
    browser.open(&walk.link());
    until_kept(browser, &digests([files, &list[""]]));
    site.stop();
    browser.open(&walk.link());
    robot::play(browser, &walk, &walk.straight, |_| {});
    let course: Vec<_> = walkthroughs()
        .into_iter()
        .filter(|walk| walk.language == "nl" && files.get(format!("lessons/{}.nl.json", walk.lesson)).is_some())
        .collect();
    for walk in course.iter().cycle().take(night::tries("F19", course.len(), 300)) {
        browser.open(&walk.link());
        browser.until_heading(&walk.straight[0].heading);
    }
}

#[test]
fn a_lesson_that_was_opened_by_link_works_without_a_server_and_so_does_its_course() {
    // Below a path, as many hosts have it.
    let site = Site::copy_under("offline-course", "/deep/site/");
    Visit::to(&site).with_worker().quick().run(|browser| {
        browser.expect_message("");
        a_course_without_a_server(&site, browser);
    });
}

#[test]
fn firefox_works_without_a_server() {
    let site = Site::of_build();
    Visit::to(&site).with_worker().with_engine(Engine::Firefox).quick().run(|browser| {
        browser.expect_message("");
        a_course_without_a_server(&site, browser);
    });
}

#[test]
fn after_a_visit_at_home_every_lesson_of_the_language_works_without_a_server() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_worker().on(Screen::DESK).quick().run(|browser| {
        browser.expect_message("");
        browser.open("#/?lang=nl");
        until_kept(browser, &digests(listed(&site, "nl").values()));
        browser.open("#/me");
        browser.until_says(&words.get("offline_ready"));
        site.stop();
        browser.open("#/");
        for walk in lessons_of_every_kind("nl") {
            browser.open(&walk.link());
            robot::play(browser, &walk, &walk.straight, |_| {});
        }
        browser.open("#/me");
        browser.until_says(&words.get("offline_ready"));
        // Another language was never asked for: told plainly, and this one stays, for the next start too.
        browser.tap("radio", "Français");
        browser.until_says(&words.get("not_loaded_says"));
        assert_eq!(browser.script("return document.documentElement.lang", vec![]), json!("nl"));
        browser.open("#/");
        browser.until_heading(&words.get("hello"));
    });
}

/// Taps on the button that fetches all lessons, whatever they weigh.
#[track_caller]
fn fetch_all(browser: &Browser, words: &Words) {
    let get = words.get("offline_get");
    let get = get.split('(').next().unwrap().trim();
    let button = browser.until("the button", || browser.names("button").into_iter().find(|name| name.starts_with(get)));
    browser.tap("button", &button);
}

#[test]
fn where_it_may_cost_somebody_is_asked_before_a_whole_language_is_fetched() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_worker().run(|browser| {
        browser.open("#/?lang=nl");
        browser.until_says(&words.get("offline_asks"));
        until_served(browser);
        let list = listed(&site, "nl");
        let lessons = digests(list.iter().filter(|(course, _)| !course.is_empty()).map(|(_, files)| files));
        assert_eq!(kept(browser, &lessons).1, 0, "lessons were fetched unasked");
        fetch_all(browser, &words);
        until_kept(browser, &digests(list.values()));
        browser.open("#/me");
        browser.until_says(&words.get("offline_ready"));
    });
}

#[test]
fn lessons_that_the_host_has_no_longer_are_not_asked_for_one_by_one() {
    let site = Site::copy("offline-gone");
    let host = Between::to(&site.address);
    let words = Words::of("nl");
    let browser = Browser::start(Engine::Chromium, &host.address, Clock::Real, &Surroundings::alone());
    browser.set_screen(Screen::PHONE);
    browser.expect_message("404");
    browser.open("#/?lang=nl");
    browser.until_says(&words.get("offline_asks"));
    until_served(&browser);
    let content = site.file("words.nl.json").parent().unwrap().to_owned();
    for folder in ["lessons", "pictures"] {
        fs::remove_dir_all(content.join(folder)).unwrap();
    }
    let before = host.asked().len();
    let asked = || host.asked()[before..].iter().filter(|path| path.contains("/lessons/")).count();
    fetch_all(&browser, &words);
    browser.until("a lesson asked for", || (asked() > 0).then_some(()));
    browser.until_says(&words.get("offline_asks"));
    // Each of three twice: as the browser has it, then anew.
    assert_eq!(asked(), 6);
    browser.quit();
}

#[test]
fn deleting_everything_also_forgets_which_lessons_were_opened() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lesson();
    Visit::to(&site).with_worker().run(|browser| {
        browser.open(&walk.link());
        let lessons =
            digests(listed(&site, "nl").iter().filter(|(course, _)| !course.is_empty()).map(|(_, files)| files));
        browser.until("a lesson on the device", || (kept(browser, &lessons).1 > 0).then_some(()));
        browser.open("#/me");
        until_served(browser);
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.until("no lesson on the device", || (kept(browser, &lessons).1 == 0).then_some(()));
    });
}

#[test]
fn a_new_build_waits_while_a_lesson_is_under_way_and_begins_at_home() {
    a_new_build_waits(Engine::Chromium);
}

pub fn a_new_build_waits(engine: Engine) {
    let site = Site::copy(&format!("offline-next-{engine:?}"));
    let words = Words::of("nl");
    let walk = lesson();
    Visit::to(&site).with_engine(engine).with_worker().quick().run(|browser| {
        browser.open(&walk.link());
        until_served(browser);
        let old = build(browser);
        let new = publish(&site, |page| page.to_owned() + "<!-- next -->");
        // The visit finds it, and goes on with what it has.
        browser.open(&walk.link());
        until_waiting(browser);
        browser.script("window.sameLesson = true", vec![]);
        for card in &walk.straight {
            robot::solve(browser, card);
        }
        assert_eq!((browser.script("return window.sameLesson", vec![]), build(browser)), (json!(true), old));
        browser.tap("link", &words.get("lessons"));
        until_begun(browser, &new);
        browser.until_heading(&words.get("hello"));
    });
}

#[test]
fn whoever_leaves_while_a_new_build_begins_is_not_held_back() {
    let site = Site::copy("offline-left");
    let walk = lesson();
    Visit::to(&site).with_worker().run(|browser| {
        browser.open(&walk.link());
        until_served(browser);
        publish(&site, |page| page.to_owned() + "<!-- next -->");
        browser.open(&walk.link());
        until_waiting(browser);
        // Home, and off at once to the lessons without the app. The new build takes its place after that.
        browser.script(
            "addEventListener('hashchange', () => {
               location.href = 'lite/nl/';
               setTimeout(() => navigator.serviceWorker.dispatchEvent(new Event('controllerchange')));
             });
             location.hash = '#/'",
            vec![],
        );
        let place = "return document.readyState === 'complete' && location.pathname";
        let is_there = || browser.script_between_pages(place) == Some(json!("/lite/nl/"));
        browser.until("the lessons without the app", || is_there().then_some(()));
    });
}

#[test]
fn a_build_that_does_not_start_is_replaced_by_the_last_good_one() {
    for _ in 0..night::tries("F20", 1, 50) {
        a_broken_release();
    }
}

/// Somebody is in a lesson when a release comes that does not start.
fn a_broken_release() {
    let site = Site::copy("offline-broken");
    let walk = lesson();
    Visit::to(&site).with_worker().run(|browser| {
        browser.expect_message("");
        browser.open(&walk.link());
        until_served(browser);
        let good = build(browser);
        robot::solve(browser, &walk.straight[0]);
        let progress = browser.kept("stepwise:me:progress");
        let broken = publish(&site, |page| {
            page.replace("<script type=\"module\"", "<script type=\"nothing\"") + "<!-- broken -->"
        });
        browser.open("#/");
        until_waiting(browser);
        // It begins at home, and is tried twice.
        browser.load("#/");
        until_begun(browser, &broken);
        browser.load("#/");
        browser.until("the broken build", || (build(browser) == broken).then_some(()));
        browser.load("#/");
        browser.until("the good build", || (build(browser) == good).then_some(()));
        browser.open(&walk.link());
        browser.until_heading(&walk.straight[1].heading);
        assert_eq!(browser.kept("stepwise:me:progress"), progress);
    });
}

#[test]
fn a_build_that_came_in_half_is_not_taken() {
    let site = Site::copy("offline-half");
    let file = site.file("icon.svg");
    let whole = fs::read_to_string(&file).unwrap();
    // What a hotel's network says to everything.
    site.put("icon.svg", "<!doctype html><title>Please log in</title>");
    Visit::to(&site).with_worker().run(|browser| {
        browser.expect_message("");
        browser.open("#/?lang=nl");
        let gave_up = "
            const done = arguments[0];
            navigator.serviceWorker.register('sw.js').then(one => {
              const worker = one.installing;
              if (!worker) return done('nothing to install');
              worker.onstatechange = () => done(worker.state);
            });";
        assert_eq!(browser.script_later(gave_up, vec![]), json!("redundant"));
        site.put("icon.svg", &whole);
        browser.open("#/?lang=nl");
        until_kept(browser, &digests([&listed(&site, "nl")[""]]));
        site.stop();
        browser.open("#/help");
    });
}

#[test]
fn what_is_damaged_on_the_device_is_fetched_anew_and_what_was_done_is_not_touched() {
    let site = Site::of_build();
    let walk = lesson();
    Visit::to(&site).with_worker().run(|browser| {
        browser.expect_message("");
        browser.open(&walk.link());
        until_served(browser);
        robot::solve(browser, &walk.straight[0]);
        let progress = browser.kept("stepwise:me:progress");
        let page = fs::read_to_string(site.file("index.html")).unwrap();
        let damage = "
            const [digest, done] = arguments;
            caches.keys().then(async names => {
              const files = await caches.open(names.find(name => name.endsWith(':files')));
              const key = (await files.keys()).find(key => key.url.endsWith(digest));
              await files.put(key, new Response('damaged', { headers: { 'content-type': 'application/wasm' } }));
              done();
            });";
        browser.script_later(damage, vec![json!(digest(&fs::read(site.program()).unwrap()))]);
        browser.load(&walk.link());
        let again = Words::of("nl").get("start_again");
        for _ in 0..3 {
            browser.until("the calm page", || browser.names("button").contains(&again).then_some(()));
            browser.script("window.before = true", vec![]);
            browser.tap("button", &again);
            browser.until("the next try", || {
                (browser.script("return !window.before", vec![]) == json!(true)).then_some(())
            });
        }
        browser.until_heading(&walk.straight[1].heading);
        assert_eq!(browser.kept("stepwise:me:progress"), progress);
        assert_eq!(build(browser), build_of(&page));
    });
}

#[test]
fn a_host_can_take_the_worker_back() {
    let site = Site::copy("offline-back");
    let walk = lesson();
    Visit::to(&site).with_worker().run(|browser| {
        browser.open(&walk.link());
        until_served(browser);
        robot::solve(browser, &walk.straight[0]);
        let progress = browser.kept("stepwise:me:progress");
        site.put("sw.js", include_str!("../../docs/hosting/sw.js"));
        browser.open(&walk.link());
        let nothing = "
            const done = arguments[0];
            Promise.all([caches.keys(), navigator.serviceWorker.getRegistration()]).then(([names, one]) => done(!names.length && !one));";
        browser.until("nothing that is kept", || (browser.script_later(nothing, vec![]) == json!(true)).then_some(()));
        assert_eq!(browser.kept("stepwise:me:progress"), progress);
    });
}

#[test]
fn chromium_offers_to_put_the_app_on_the_home_screen() {
    let site = Site::of_build();
    Visit::to(&site).with_worker().run(|browser| {
        browser.open("#/?lang=nl");
        let errors = browser.chromium("Page.getInstallabilityErrors", json!({}));
        assert_eq!(errors["installabilityErrors"], json!([]));
    });
}

#[test]
fn what_is_said_of_being_offline_is_told_to_everybody() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_worker().run(|browser| {
        for place in ["#/?lang=nl", "#/me"] {
            browser.open(place);
            browser.until_says(&words.get("offline_asks"));
            let faults = axe::sure_violations(browser);
            assert!(faults.is_empty(), "{place}: {}", faults.join("\n"));
            shots::keep(browser, &format!("offline-{}", place.trim_matches(['#', '/', '?']).replace('=', "-")));
        }
    });
}
