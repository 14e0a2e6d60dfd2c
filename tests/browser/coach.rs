//! The coach's pages: a route is made, ordered, shared and printed; each lesson has a sheet; a worker pays nothing for it.

use serde_json::json;
use tests::axe;
use tests::browser::{Browser, Screen};
use tests::data::{self, Walkthrough, Words, walkthroughs};
use tests::robot;
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

use crate::cards::scanned;
use crate::certificate::{is_one_sheet, paper_size, printed_pages};

const LESSONS: [&str; 2] = ["i-am-sick", "fire-alarm"];
/// Where the two copies of the route are kept.
const KEPT: [&str; 2] = ["stepwise:coach:route", "stepwise:coach:route:b"];

pub fn title(lesson: &str) -> String {
    data::toml(&format!("content/lessons/{lesson}/en.toml"))["title"].as_str().unwrap().to_owned()
}

/// Ticks both lessons, as somebody new.
fn make_route(browser: &Browser) {
    browser.open_coach("#/");
    for lesson in LESSONS {
        browser.tap("checkbox", &title(lesson));
    }
}

/// The address that the page says.
fn link(browser: &Browser) -> String {
    browser.until("a link", || {
        browser.script("return document.querySelector('#link')?.innerText", vec![]).as_str().map(str::to_owned)
    })
}

#[test]
fn lessons_are_ticked_and_ordered_and_the_code_says_the_same_as_the_link() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    let [first, second] = LESSONS.map(title);
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/share");
        browser.until_says(&words.get("nothing_to_share"));
        make_route(browser);
        let order = |browser: &Browser| {
            let script = "return [...document.querySelectorAll('.route-list .row-title')].map(one => one.innerText)";
            browser.script(script, vec![])
        };
        browser.until("two lessons in the order of the ticks", || (order(browser) == json!([first, second])).then_some(()));
        let up = format!("{}: {second}", words.get("up"));
        browser.tap("button", &up);
        browser.until("the other order", || (order(browser) == json!([second, first])).then_some(()));
        let said = words.get("moved").replace("{title}", &second).replace("{place}", "1").replace("{all}", "2");
        browser.until_says(&said);
        browser.until("the focus on the same button", || (browser.focused() == ("button".to_owned(), up.clone())).then_some(()));
        browser.tap("button", &up);
        browser.until_says(&words.get("already_first").replace("{title}", &second));

        browser.script("const one = document.querySelector('#link-text'); one.value = '150'; one.dispatchEvent(new Event('change', { bubbles: true }))", vec![]);
        browser.tap("link", &words.get("to_share"));
        browser.until_heading(&words.get("share_title"));
        let link = link(browser);
        assert_eq!(link, format!("{}#/route/fire-alarm/i-am-sick?text=150", browser.site));
        assert_eq!(scanned(browser), link);
        let on_kiosk = format!("{}#/kiosk/fire-alarm/i-am-sick?text=150", browser.site);
        browser.until_says(&on_kiosk);
        // What is typed leads to the same lesson.
        let short = browser.script("return document.querySelector('#short-link').innerText", vec![]);
        browser.go(short.as_str().unwrap());
        browser.until_drawn();
        browser.until("the first lesson", || browser.place().starts_with("#/lesson/fire-alarm").then_some(()));

        // Kept, and taken away again.
        browser.open_coach("#/");
        browser.until("the same order", || (order(browser) == json!([second, first])).then_some(()));
        browser.tap("button", &format!("{}: {second}", words.get("remove")));
        browser.until("one lesson", || (order(browser) == json!([first])).then_some(()));
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.until_says(&words.get("route_empty"));
        assert!(browser.keys().iter().all(|key| !key.starts_with("stepwise:coach:")), "{:?}", browser.keys());
    });
}

#[test]
fn a_search_leaves_what_it_finds_and_says_when_there_is_nothing() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    Visit::to(&site).run(|browser| {
        browser.open_coach("#/");
        let field = browser.find("searchbox", &words.get("search"));
        browser.write(&field, &title(LESSONS[0]).to_uppercase());
        browser.until("one lesson", || (browser.names("checkbox").len() == 1).then_some(()));
        browser.write(&field, "qqq");
        browser.until_says(&words.get("no_match"));
    });
}

#[test]
fn the_poster_is_one_sheet_with_both_names_and_the_link_in_letters() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    Visit::to(&site).on(Screen::DESK).run(|browser| {
        make_route(browser);
        browser.open_coach("#/poster");
        browser.write(&browser.find("textbox", &words.get("organisation")), "De Werkplaats");
        browser.write(&browser.find("textbox", &words.get("coach_name")), "Amina");
        browser.until_says(&words.get("poster_ask").replace("{name}", "Amina"));
        browser.until_says("De Werkplaats");
        let link = format!("{}#/route/i-am-sick/fire-alarm", browser.site);
        assert_eq!(scanned(browser), link);
        // What is typed is shorter than what is scanned.
        browser.until_says(&format!("{}#/r/", browser.site));
        let logo = std::env::temp_dir().join(format!("stepwise-logo-{}.svg", std::process::id()));
        std::fs::write(&logo, "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='100'><circle cx='50' cy='50' r='50'/></svg>").unwrap();
        browser.give_file("#logo", &logo);
        browser.until("the logo", || {
            let shown = "const logo = document.querySelector('.poster-logo'); return !!logo && logo.complete && logo.naturalWidth === 300";
            (browser.script(shown, vec![]) == json!(true)).then_some(())
        });
        let no_picture = logo.with_extension("txt");
        std::fs::write(&no_picture, "no picture").unwrap();
        browser.give_file("#logo", &no_picture);
        browser.until_says(&words.get("no_picture"));
        is_one_sheet(browser, "coach-poster");
        assert!(!browser.says(&words.get("nav_share")));
        assert_eq!(paper_size(browser), [595, 842], "A4 in points");
        browser.chromium("Emulation.setEmulatedMedia", json!({ "media": "" }));
        browser.script("const one = document.querySelector('#paper-size'); one.value = 'a3'; one.dispatchEvent(new Event('change', { bubbles: true }))", vec![]);
        is_one_sheet(browser, "coach-poster-large");
        assert_eq!(paper_size(browser), [842, 1191], "A3 in points");
        std::fs::remove_file(&logo).unwrap();
        std::fs::remove_file(&no_picture).unwrap();
    });
}

/// A script as long as they come.
const SCRIPT: &str = r#"{"goal":"The worker calls in sick before work begins, and says the name, the reason and when to come back.",
"say":["When you are ill, you call before your work begins. That is your right and your duty.","You do not have to tell which illness you have. You only say that you are ill.","We will call together once, and then you try it alone on this phone."],
"watch":["Does the worker look for the right name in the list of contacts? Point at the picture, do not tap.","Does the worker end the call too early? Ask what still has to be said, and wait for an answer.","Is the worker tense? Take a break, the lesson stays where it is."],
"checklist":["The worker finds the number of the coach alone.","The worker says the own name and that they are ill.","The worker says when they hope to come back to work.","The worker ends the call with the red button."],
"transfer":"This week, the worker calls you once from home or from the canteen, to practise."}"#;

#[test]
fn the_sheet_of_a_lesson_is_one_sheet_with_script_and_without_in_every_language() {
    let site = Site::copy("sheets");
    let folder = site.file("lessons/i-am-sick.en.json").parent().unwrap().with_file_name("coach");
    for (language, script) in [("en", SCRIPT), ("ar", "{}"), ("de", "{}")] {
        std::fs::write(folder.join(format!("i-am-sick.{language}.json")), script).unwrap();
    }
    let none = |language| Words::of_coach(language).get("sheet_no_script");
    let words = Words::of_coach("en");
    Visit::to(&site).run(|browser| {
        for (language, says) in
            [("en", "The worker ends the call with the red button.".to_owned()), ("ar", none("ar")), ("de", none("de"))]
        {
            browser.set_media(&[]);
            browser.open_coach(&format!("#/lesson/i-am-sick?lang={language}"));
            browser.until("a sheet", || {
                let cards = browser.script("return document.querySelectorAll('.sheet-cards li').length", vec![]);
                (cards.as_u64() > Some(4)).then_some(())
            });
            browser.until_says(&says);
            assert_eq!(scanned(browser), format!("{}#/lesson/i-am-sick?lang={language}", browser.site));
            let faults = axe::sure_violations(browser);
            assert!(faults.is_empty(), "{language}: {}", faults.join("\n"));
            is_one_sheet(browser, &format!("coach-sheet-{language}"));
            browser.chromium("Emulation.setEmulatedMedia", json!({ "media": "" }));
        }
        // A lesson that is not there in a language says so. It was asked for.
        browser.expect_message("404");
        browser.open_coach("#/lesson/blue-must-wear?lang=ar");
        browser.until_says("العربية");
        browser.open_coach("#/lesson/no-such-lesson");
        browser.until_heading(&words.get("unknown_place"));
    });
}

#[test]
fn no_lesson_says_more_than_fits_on_its_sheet_in_any_language() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        // Those that a coach gives: they have a script.
        let script = |walk: &Walkthrough| {
            data::toml(&format!("content/lessons/{}/{}.toml", walk.lesson, walk.language)).get("coach").cloned()
        };
        browser.open_coach("#/");
        let mut too_long = vec![];
        for walk in walkthroughs().iter().filter(|walk| script(walk).is_some()) {
            let sheet = format!("#/lesson/{}?lang={}", walk.lesson, walk.language);
            browser.script("location.hash = arguments[0]", vec![sheet.as_str().into()]);
            let cards =
                format!("return document.querySelectorAll('.sheet-cards li').length === {}", walk.straight.len());
            browser.until("the cards", || (browser.script(&cards, vec![]) == json!(true)).then_some(()));
            // The script, which is asked for by itself.
            browser.until_says(script(walk).unwrap()["transfer"].as_str().unwrap());
            if printed_pages(browser) != 1 {
                too_long.push(sheet);
            }
        }
        assert_eq!(too_long, Vec::<String>::new());
    });
}

/// Every place of the coach's pages, the guides too.
const PLACES: [&str; 8] =
    ["#/", "#/share", "#/poster", "#/group/i-am-sick/3", "#/lesson/i-am-sick", "#/start", "#/board", "#/manager"];

#[test]
fn coaches_read_every_page_in_each_language_and_arabic_from_right_to_left() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        for language in ["ar", "uk", "it"] {
            let words = Words::of_coach(language);
            browser.set_screen(Screen::DESK);
            browser.open_coach("#/");
            let choose = format!("const one = document.querySelector('#page-language'); one.value = '{language}'; one.dispatchEvent(new Event('change', {{ bubbles: true }}))");
            browser.script(&choose, vec![]);
            browser.until_says(&words.get("this_page"));
            if browser.script("return document.querySelectorAll('.route-list .row-title').length", vec![]) == json!(0) {
                browser.tap("checkbox", data::toml(&format!("content/lessons/i-am-sick/{language}.toml"))["title"].as_str().unwrap());
            }
            // Courses for coaches are not there in it, so they are in another, and say so.
            let said_in = "const one = document.querySelector('.desk-staff h3'); return one && one.lang";
            browser.until("lessons for coaches", || (browser.script(said_in, vec![]) == json!("en")).then_some(()));
            for (name, screen) in [("phone", Screen::PHONE), ("desk", Screen::DESK)] {
                browser.set_screen(screen);
                for place in PLACES {
                    browser.open_coach(place);
                    let direction = if language == "ar" { "rtl" } else { "ltr" };
                    let is = "return [document.documentElement.lang, getComputedStyle(document.body).direction]";
                    assert_eq!(browser.script(is, vec![]), json!([language, direction]), "{place}");
                    let sticks_out = "return document.scrollingElement.scrollWidth - innerWidth";
                    assert_eq!(browser.script(sticks_out, vec![]), json!(0), "{language} {name} {place}");
                    if language == "ar" {
                        let faults = axe::sure_violations(browser);
                        assert!(faults.is_empty(), "{place} {name}: {}", faults.join("\n"));
                    }
                    shots::keep(browser, &format!("coach-{language}-{}-{name}", place.trim_start_matches("#/").replace('/', "-")));
                }
            }
        }
    });
}

#[test]
fn a_broken_route_is_set_aside_and_a_new_one_is_kept() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    Visit::to(&site).run(|browser| {
        browser.open_coach("#/");
        browser.keep(KEPT[0], "SW1;9;broken");
        browser.open_coach("#/");
        browser.until_says(&words.get("set_aside"));
        assert_eq!(browser.kept("stepwise:coach:aside-0").as_deref(), Some("SW1;9;broken"));
        make_route(browser);
        browser.open_coach("#/share");
        assert!(link(browser).ends_with("#/route/i-am-sick/fire-alarm"));
        assert_eq!(browser.kept("stepwise:coach:aside-0").as_deref(), Some("SW1;9;broken"));
    });
}

#[test]
fn axe_finds_nothing_on_any_page_in_any_theme_and_size() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        make_route(browser);
        for colours in ["light", "cream", "dark"] {
            for (name, screen) in [("phone", Screen::PHONE), ("desk", Screen::DESK)] {
                browser.set_screen(screen);
                browser.open_coach("#/");
                let choose = format!("const one = document.querySelector('#page-colours'); one.value = '{colours}'; one.dispatchEvent(new Event('change', {{ bubbles: true }}))");
                browser.script(&choose, vec![]);
                for place in ["#/", "#/share", "#/poster", "#/group/i-am-sick/3", "#/nowhere"] {
                    browser.open_coach(place);
                    // A code has its own white box: it can be read whatever the colours are.
                    if place == "#/share" {
                        assert_eq!(scanned(browser), link(browser), "{name} {colours}");
                    }
                    let faults = axe::sure_violations(browser);
                    assert!(faults.is_empty(), "{place} {name} {colours}: {}", faults.join("\n"));
                    shots::keep(browser, &format!("coach-{}-{name}-{colours}", place.trim_start_matches("#/").replace('/', "-")));
                }
            }
        }
    });
}

#[test]
fn a_worker_fetches_nothing_that_is_for_coaches() {
    let site = Site::of_build();
    for language in ["nl", "ar"] {
        let list = std::fs::read_to_string(site.file(&format!("files.{language}.json"))).unwrap();
        assert!(list.contains("lessons/i-am-sick") && !list.contains("coach/"), "{language}");
    }
    assert!(!std::fs::read_to_string(site.file("sw.js")).unwrap().contains("coach/"));
    Visit::to(&site).run(|browser| {
        browser.open("#/?lang=nl");
        browser.open("#/lesson/i-am-sick");
        let asked = "return performance.getEntriesByType('resource').map(one => one.name).filter(name => name.includes('coach'))";
        assert_eq!(browser.script(asked, vec![]), json!([]));
    });
}

#[test]
fn a_lesson_is_tried_and_nothing_of_it_is_kept_and_the_app_says_so() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    let walk = walkthroughs().into_iter().find(|walk| walk.lesson == LESSONS[0] && walk.language == "en").unwrap();
    Visit::to(&site).quick().run(|browser| {
        // Somebody learns on this device too.
        browser.open(&walk.link());
        robot::solve(browser, &walk.straight[0]);
        browser.until_heading(&walk.straight[1].heading);
        browser.script_later("mirror.rest().then(arguments[0])", vec![]);
        let before = kept_of_workers(browser);
        assert!(!before.is_empty());
        browser.open_coach(&format!("#/lesson/{}?lang=en", walk.lesson));
        browser.tap("link", &words.get("sheet_try"));
        // It begins at its first card, whatever was done here.
        for card in &walk.straight {
            robot::solve(browser, card);
        }
        robot::assert_finished(browser, &walk);
        browser.until_says(&Words::of("en").get("no_memory"));
        browser.script_later("mirror.rest().then(arguments[0])", vec![]);
        assert_eq!(kept_of_workers(browser), before, "trying a lesson kept something");
        browser.open("#/?lang=en");
        browser.tap("link", &Words::of("en").get("go_on"));
        browser.until_heading(&walk.straight[1].heading);
    });
}

/// All that is kept of people, and what it says.
fn kept_of_workers(browser: &Browser) -> Vec<(String, String)> {
    let keys =
        browser.keys().into_iter().filter(|key| key.starts_with("stepwise:") && !key.starts_with("stepwise:coach:"));
    let mut all: Vec<_> = keys.filter_map(|key| Some((key.clone(), browser.kept(&key)?))).collect();
    all.sort();
    all
}
