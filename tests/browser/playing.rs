//! A worker plays.

use tests::browser::Browser;
use tests::data::{Press, Words, lessons_of_every_kind};
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

/// Plays a lesson of each kind of card to its end.
pub fn every_kind_of_card(browser: &Browser) {
    for walk in lessons_of_every_kind("nl") {
        robot::play(browser, &walk, &walk.straight, |_| {});
        robot::assert_kept(browser, &walk);
    }
}

/// Plays a whole lesson without a finger.
pub fn with_the_keyboard_alone(browser: &Browser) {
    let walk = lessons_of_every_kind("nl").remove(0);
    browser.open(&walk.link());
    for card in &walk.straight {
        browser.until_heading(&card.heading);
        card.presses.iter().for_each(|press| browser.press_with_keys(press));
    }
    robot::assert_finished(browser, &walk);
    robot::assert_kept(browser, &walk);
}

/// Plays a lesson of each kind of card, wrong at first wherever one can be.
pub fn missing_every_answer(browser: &Browser) {
    for walk in lessons_of_every_kind("en") {
        let look_again = Words::of(&walk.language).get("look_again");
        browser.open(&walk.link());
        for card in &walk.erring {
            browser.until_heading(&card.heading);
            let missed = walk.first_miss(&card.step);
            missed.iter().for_each(|press| robot::press(browser, press));
            if !missed.is_empty() {
                browser.until_says(&look_again);
            }
            robot::press_all(browser, card, missed.len());
        }
        robot::assert_finished(browser, &walk);
        robot::assert_kept(browser, &walk);
    }
}

#[test]
fn a_worker_plays_a_lesson_of_each_kind_of_card_by_touch() {
    let site = Site::of_build();
    Visit::to(&site).run(every_kind_of_card);
}

#[test]
fn a_worker_plays_a_whole_lesson_with_the_keyboard_alone() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(with_the_keyboard_alone);
}

#[test]
fn a_worker_who_misses_every_answer_is_helped_to_the_end() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(missing_every_answer);
}

#[test]
fn an_empty_answer_is_met_with_what_to_do() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().run(|browser| {
        for walk in lessons_of_every_kind("nl") {
            for card in &walk.straight {
                let (main, sentence) = match card.kind.as_str() {
                    "choose" => ("check", "empty_choose"),
                    "chat" => ("say", "empty_choose"),
                    "order" => ("check", "empty_order"),
                    "match" => ("check", "empty_match"),
                    "type" => ("check", "empty_type"),
                    _ => continue,
                };
                browser.open(&walk.link_to(&card.step));
                browser.until_heading(&card.heading);
                browser.tap("button", &words.get(main));
                browser.until_says(&words.get(sentence));
                robot::solve(browser, card);
            }
        }
    });
}

#[test]
fn two_taps_in_a_row_on_the_main_button_move_on_by_one_card() {
    let site = Site::of_build();
    let walk = lessons_of_every_kind("nl")
        .into_iter()
        .find(|walk| walk.straight[1].kind == "tell")
        .expect("a lesson with two cards to read");
    let Press::Press { role, name } = &walk.straight[0].presses[0] else { panic!("the first card is written on") };
    Visit::to(&site).run(|browser| {
        browser.open(&walk.link());
        browser.double_tap(role, name);
        browser.until_heading(&walk.straight[1].heading);
        // Whatever the second tap did has been done when the page has drawn twice more.
        browser.script_later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", vec![]);
        assert_eq!(browser.heading(), tests::look::plain(&walk.straight[1].heading));
    });
}
