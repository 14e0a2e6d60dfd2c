//! Moving about: links, Back, focus, titles, addresses that lead nowhere.

use serde_json::json;
use tests::browser::Browser;
use tests::data::{Words, lessons_of_every_kind};
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

/// Counts how often the focus comes to a heading.
const WATCH_FOCUS: &str = "window.headings = 0; addEventListener('focusin', event => { if (event.target.localName === 'h1') window.headings += 1 });";

/// A move has been made: the title is new, the focus came to the new heading, the page is at its top.
fn assert_moved(browser: &Browser, heading: &str, titles: &mut Vec<String>) {
    browser.until_heading(heading);
    browser.until(&format!("the focus on the heading \"{heading}\""), || {
        (browser.script("return window.headings", vec![]) != json!(0)).then_some(())
    });
    assert_eq!(browser.script("return document.activeElement.localName", vec![]), "h1", "at {heading}");
    assert_eq!(browser.script("return Math.round(scrollY)", vec![]), 0, "at {heading}");
    let title = browser.title();
    assert!(!titles.contains(&title), "the title \"{title}\" was there before");
    titles.push(title);
    browser.script("window.headings = 0", vec![]);
}

#[test]
fn a_link_opens_a_lesson_below_a_path_of_a_host_without_a_tap() {
    let site = Site::of_build_under("/deep/site/");
    let walk = lessons_of_every_kind("fr").remove(0);
    Visit::to(&site).quick().run(|browser| {
        robot::play(browser, &walk, &walk.straight, |_| {});
        browser.reload();
        robot::assert_finished(browser, &walk);
    });
}

#[test]
fn each_move_brings_a_new_title_and_the_focus_to_the_new_heading() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lessons_of_every_kind("nl").remove(0);
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/?lang=nl");
        assert_eq!(
            browser.script("return document.activeElement.localName", vec![]),
            "body",
            "the first page takes no focus"
        );
        browser.script(WATCH_FOCUS, vec![]);
        let mut titles = vec![browser.title()];
        for (link, heading) in [("my_steps", "my_steps"), ("me", "me"), ("about", "about"), ("help", "help_title")] {
            browser.tap("link", &words.get(link));
            assert_moved(browser, &words.get(heading), &mut titles);
        }
        browser.script("location.hash = arguments[0]", vec![format!("#/lesson/{}", walk.lesson).into()]);
        for card in &walk.straight {
            assert_moved(browser, &card.heading, &mut titles);
            robot::press_all(browser, card, 0);
        }
        assert_moved(browser, &words.get("finished"), &mut titles);
    });
}

#[test]
fn back_leads_from_a_card_to_the_card_before() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lessons_of_every_kind("nl").remove(0);
    Visit::to(&site).quick().run(|browser| {
        browser.open(&walk.link());
        robot::solve(browser, &walk.straight[0]);
        browser.until_heading(&walk.straight[1].heading);
        robot::solve(browser, &walk.straight[1]);
        browser.until_heading(&walk.straight[2].heading);
        let focused =
            || (browser.script("return document.activeElement.localName", vec![]) == json!("h1")).then_some(());
        browser.back();
        browser.until_heading(&walk.straight[1].heading);
        browser.until("the focus on the heading", focused);
        // The app's own way back is the same.
        browser.tap("link", &words.get("back"));
        browser.until_heading(&walk.straight[0].heading);
        browser.until("the focus on the heading", focused);
    });
}

/// Files of lessons come only when they are let go.
const HOLD: &str = "
    const fetched = window.fetch;
    const go = new Promise(then => { window.letGo = then; });
    window.fetch = (...asked) => {
      if (!String(asked[0].url ?? asked[0]).includes('/lessons/')) return fetched(...asked);
      window.held = true;
      return go.then(() => fetched(...asked));
    };";

#[test]
fn a_lesson_that_comes_after_the_reader_has_left_does_not_take_them_back() {
    let site = Site::of_build();
    let walk = lessons_of_every_kind("nl").remove(0);
    Visit::to(&site).with_script(HOLD).run(|browser| {
        browser.open("#/?lang=nl");
        browser.script("location.hash = arguments[0]", vec![format!("#/lesson/{}", walk.lesson).into()]);
        browser.until("the lesson to be asked for", || {
            (browser.script("return window.held ?? false", vec![]) == json!(true)).then_some(())
        });
        // What *Back* does, a moment before it tells the app.
        browser.script("history.replaceState(null, '', '#/me'); window.letGo()", vec![]);
        browser.until_heading(&walk.straight[0].heading);
        assert_eq!(browser.place(), "#/me");
    });
}

#[test]
fn back_from_a_course_brings_the_focus_back_to_its_tile() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        browser.open("#/?lang=nl");
        let tile = "return [...document.querySelectorAll('main a[href^=\"#/course/\"]')].at(-1).getAttribute('href')";
        let course = browser.script(tile, vec![]);
        browser.script("document.querySelector(`a[href=\"${arguments[0]}\"]`).focus()", vec![course.clone()]);
        browser.key(thirtyfour::Key::Enter);
        browser.until("the course", || (Some(browser.place().as_str()) == course.as_str()).then_some(()));
        browser.find("link", "Stepwise");
        browser.back();
        browser.until_heading(&Words::of("nl").get("hello"));
        browser.until("the focus on the tile", || {
            (browser.script("return document.activeElement.getAttribute('href')", vec![]) == course).then_some(())
        });
    });
}

#[test]
fn back_after_a_lesson_that_a_link_opened_leaves_the_site_in_one_step() {
    let site = Site::of_build();
    let walk = lessons_of_every_kind("nl").remove(0);
    Visit::to(&site).run(|browser| {
        browser.open("#/help?lang=nl");
        browser.open(&walk.link());
        browser.until_heading(&walk.straight[0].heading);
        browser.back();
        browser.until_heading(&Words::of("nl").get("help_title"));
    });
}

#[test]
fn an_address_that_leads_nowhere_is_a_friendly_page_with_a_way_home() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lessons_of_every_kind("nl").remove(0);
    Visit::to(&site).run(|browser| {
        // The lesson that does not exist is asked for once.
        browser.expect_message("404");
        let step = format!("#/lesson/{}/no-such-step", walk.lesson);
        let done = "#/lesson/no-such-lesson/done".to_owned();
        let long = format!("#/lesson/{}", "x".repeat(3000));
        let others = [
            "#/lesson/no-such-lesson",
            "#/course/no-such-course",
            "#/nothing",
            "#/lesson/%3Cscript%3E",
            "#/lesson//",
            "#/lesson",
        ];
        for place in others.map(str::to_owned).into_iter().chain([step, done, long]) {
            browser.open(&format!("{place}?lang=nl"));
            browser.until_heading(&Words::of("nl").get("unknown_place"));
            browser.find("link", &words.get("home"));
        }
        browser.tap("link", &words.get("home"));
        browser.until_heading(&words.get("hello"));
    });
}

#[test]
fn an_unknown_language_or_option_in_a_link_does_not_cost_the_lesson() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        let known = lessons_of_every_kind("en").remove(0);
        browser.open(&format!("#/lesson/{}?lang=xx&text=999&colours=plaid&utm_source=mail", known.lesson));
        // The browser of the tests speaks English.
        browser.until_heading(&known.straight[0].heading);
    });
}
