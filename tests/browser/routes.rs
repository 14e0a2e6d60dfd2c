//! A coach's list of lessons, opened by its link.

use tests::browser::Browser;
use tests::data::{Walkthrough, Words, walkthroughs};
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

const LESSONS: [&str; 2] = ["sign-colours", "i-am-sick"];

fn lesson(id: &str) -> Walkthrough {
    walkthroughs().into_iter().find(|walk| walk.lesson == id && walk.language == "nl").unwrap()
}

fn play(browser: &Browser, walk: &Walkthrough) {
    for card in &walk.straight {
        robot::solve(browser, card);
    }
    robot::assert_finished(browser, walk);
}

#[test]
fn the_first_lesson_opens_without_a_tap_and_each_leads_to_the_next() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let [first, second] = LESSONS.map(lesson);
    Visit::to(&site).quick().run(|browser| {
        let route = format!("#/route/{}/{}?lang=nl", first.lesson, second.lesson);
        browser.open(&route);
        play(browser, &first);
        browser.tap("link", &words.get("next_lesson"));
        browser.until_heading(&second.straight[0].heading);
        // The list is at home, with what is done.
        browser.open("#/");
        browser.until_says(&words.get("route"));
        browser.until_says(&words.get("lesson_done"));
        // The link leads on.
        browser.open(&route);
        browser.until_heading(&second.straight[0].heading);
        play(browser, &second);
        // All is done: what a coach chose is no longer in the way.
        browser.open(&route);
        browser.until_heading(&words.get("hello"));
        assert!(!browser.says(&words.get("route")));
    });
}

#[test]
fn a_lesson_that_is_not_there_any_more_is_skipped_and_a_list_of_none_leads_home() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lesson("i-am-sick");
    Visit::to(&site).quick().run(|browser| {
        browser.expect_message("404");
        browser.open(&format!("#/route/long-gone/{}/never-there?lang=nl", walk.lesson));
        browser.until_heading(&walk.straight[0].heading);
        browser.open("#/");
        browser.until_says(&words.get("route"));
    });
    Visit::to(&site).quick().run(|browser| {
        browser.expect_message("404");
        browser.open("#/route/long-gone?lang=nl");
        browser.until_heading(&words.get("unknown_place"));
        browser.tap("link", &words.get("home"));
        browser.until_heading(&words.get("hello"));
        assert!(!browser.says(&words.get("route")));
    });
}
