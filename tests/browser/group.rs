//! A lesson on one big screen for a group: with keys alone from the first slide to the last, and nobody's progress changes.

use tests::browser::{Browser, Screen};
use tests::data::{Words, lessons_of_every_kind};
use tests::look::plain;
use tests::server::Site;
use tests::visit::Visit;
use thirtyfour::Key;

/// As most beamers show it.
const BEAMER: Screen = Screen { width: 1280, height: 720, touch: false };

fn is_uncovered(browser: &Browser, words: &Words) -> bool {
    !browser.sees("button", &words.get("group_uncover"))
}

#[test]
fn every_kind_of_card_is_shown_answered_and_left_by_keys_alone() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    Visit::to(&site).run(|browser| {
        browser.set_screen(BEAMER);
        for walk in lessons_of_every_kind("en") {
            browser.open_coach(&format!("#/lesson/{}", walk.lesson));
            browser.tap("link", &words.get("group_open"));
            for card in &walk.straight {
                browser.until_heading(&card.heading);
                // A chat has a slide for each turn.
                while browser.heading() == plain(&card.heading) {
                    let place = browser.place();
                    if !is_uncovered(browser, &words) {
                        browser.key(Key::PageDown);
                        browser.until("the answer", || is_uncovered(browser, &words).then_some(()));
                        assert_eq!(browser.place(), place, "the answer is not on its slide");
                        let tells = "
                            const open = [...document.querySelectorAll('.group-number')].every(one => one.innerText !== '?');
                            return open && (document.querySelector('.group-told').innerText.trim() !== '' || !!document.querySelector('.group-choices'))";
                        assert_eq!(browser.script(tells, vec![]), true, "nothing was uncovered on {place}");
                    }
                    browser.key(Key::PageDown);
                    browser.until("another slide", || (browser.place() != place).then_some(()));
                    browser.until_drawn();
                }
            }
            browser.until_says(&words.get("group_end"));
            browser.key(Key::PageUp);
            browser.until_heading(&walk.straight.last().unwrap().heading);
            browser.key(Key::PageDown);
            browser.until_says(&words.get("group_end"));
            browser.tap("button", &words.get("group_close"));
            browser.until("the sheet", || browser.sees("link", &words.get("group_open")).then_some(()));
        }
        let kept: Vec<_> = browser.keys().into_iter().filter(|key| key.starts_with("stepwise:me:")).collect();
        assert!(kept.is_empty(), "{kept:?}");
    });
}

#[test]
fn an_answer_is_hidden_until_it_is_asked_for() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    Visit::to(&site).run(|browser| {
        browser.set_screen(BEAMER);
        browser.open_coach("#/group/i-am-sick/3");
        browser.until_says(&words.get("group_fingers"));
        let shown = words.get("group_right").replace("{numbers}", "1");
        assert!(!browser.says(&shown));
        browser.tap("button", &words.get("group_uncover"));
        browser.until_says(&shown);
        browser.open_coach("#/group/i-am-sick/99");
        browser.until_says(&words.get("group_end"));
    });
}
