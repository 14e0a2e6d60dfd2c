//! What happens when a person does something: what the page says back, with keys alone, with a finger that slips, on its side.

use serde_json::json;
use tests::browser::{Browser, Screen};
use tests::checks::{feedback, modal, walk};
use tests::data::{Press, Words, lessons_of_every_kind};
use tests::look::Region;
use tests::robot;
use tests::server::Site;
use tests::states::{Variant, kinds};
use tests::visit::Visit;

const NL: Variant = Variant { language: "nl", options: "colours=light" };

fn press_in_card(browser: &Browser, press: &Press) {
    press_in(browser, press, Region::Card);
}

fn press_in(browser: &Browser, press: &Press, region: Region) {
    match press {
        Press::Press { role, name } => browser.tap_on(&browser.find_in(region, role, name)),
        Press::Write { .. } => robot::press(browser, press),
    }
}

/// Presses all but the last, and looks at what the last one brings about.
fn answered(browser: &Browser, presses: &[Press]) -> Vec<String> {
    let (last, before) = presses.split_last().unwrap();
    before.iter().for_each(|press| press_in_card(browser, press));
    feedback::faults(browser, || press_in_card(browser, last))
}

fn all_well(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_answer_is_answered_at_once_in_words_for_eyes_and_for_screen_readers() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let mut faults = vec![];
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/?lang=nl");
        for kind in kinds("nl") {
            let mut tell = |state: &str, found: Vec<String>| {
                faults.extend(found.into_iter().map(|fault| format!("{} {state}: {fault}", kind.name)));
            };
            kind.open(browser, NL);
            if let Some((button, _)) = kind.empty() {
                let found = feedback::faults(browser, || browser.tap("button", &words.get(button)));
                tell("with nothing answered", found);
            }
            let missed = kind.walk.first_miss(&kind.card.step);
            if !missed.is_empty() {
                tell("after a miss", answered(browser, &missed));
                kind.open(browser, NL);
            }
            // The last press only leaves the card. *Show me* speaks at its end, not at the press.
            let answer = &kind.card.presses[..kind.card.presses.len() - 1];
            if !answer.is_empty() && kind.name != "show" {
                tell("when it is right", answered(browser, answer));
            }
        }
    });
    all_well(faults);
}

#[test]
fn an_answer_that_is_only_picked_changes_nothing_else() {
    let site = Site::of_build();
    let mut faults = vec![];
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/?lang=nl");
        for kind in kinds("nl") {
            kind.open(browser, NL);
            faults.extend(walk::choosing_faults(browser).into_iter().map(|fault| format!("{}: {fault}", kind.name)));
        }
    });
    all_well(faults);
}

#[test]
fn who_answers_nothing_is_led_to_the_first_answer_and_loses_nothing() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/?lang=nl");
        for kind in kinds("nl") {
            let Some((button, sentence)) = kind.empty() else { continue };
            kind.open(browser, NL);
            let place = browser.place();
            browser.find("button", &words.get(button));
            browser.tap("button", &words.get(button));
            browser.until_says(&words.get(sentence));
            assert_eq!(browser.place(), place);
            let first = "const all = [...document.querySelectorAll('main input, main button')].filter(part => part.checkVisibility() && !part.matches('.term, .help-toggle'));
                return document.activeElement === all[0];";
            browser.until("the focus on the first answer", || {
                (browser.script(first, vec![]) == serde_json::json!(true)).then_some(())
            });
            robot::solve(browser, &kind.card);
        }
    });
}

#[test]
fn a_sheet_takes_the_focus_keeps_it_and_gives_it_back() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let mut faults = vec![];
    Visit::to(&site).run(|browser| {
        let walk = lessons_of_every_kind("nl").remove(0);
        browser.open(&walk.link());
        faults.extend(modal::faults(browser, "#looks", || browser.tap("button", &words.get("settings_sheet"))));
        browser.open("#/me?lang=nl");
        faults.extend(modal::faults(browser, "#delete-all", || browser.tap("button", &words.get("delete_all"))));
    });
    all_well(faults);
}

#[test]
fn every_kind_of_card_is_solved_with_the_keyboard_alone_and_the_focus_is_never_lost() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/?lang=nl");
        for kind in kinds("nl") {
            kind.open(browser, NL);
            for press in &kind.card.presses {
                browser.press_with_keys(press);
                // *Show me* plays by itself.
                if kind.name != "show" {
                    browser.until(&format!("a focus after {press:?}"), || {
                        let lost = "return document.activeElement === document.body";
                        (browser.script(lost, vec![]) == json!(false)).then_some(())
                    });
                }
            }
            browser
                .until("the next card", || (browser.heading() != tests::look::plain(&kind.card.heading)).then_some(()));
        }
    });
}

#[test]
fn a_placed_answer_says_its_place_and_keeps_the_focus() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/?lang=nl");
        let order = kinds("nl").into_iter().find(|kind| kind.name == "order").expect("a card to put in order");
        order.open(browser, NL);
        for (place, press) in order.card.presses.iter().enumerate().take(3) {
            browser.press_with_keys(press);
            let (role, name) = browser.focused();
            let place =
                tests::look::plain(&Words::of("nl").get("place_of").replace("{place}", &(place + 1).to_string()));
            assert_eq!(role, "button");
            assert!(name.contains(&place), "\"{name}\" should say \"{place}\"");
        }
    });
}

#[test]
fn a_finger_that_slips_off_a_button_presses_nothing() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).run(|browser| {
        browser.open("#/?lang=nl");
        let kind = kinds("nl").into_iter().find(|kind| kind.name == "choose").expect("a question");
        kind.open(browser, NL);
        let (before, page) = (browser.place(), browser.script("return document.body.innerText", vec![]));
        browser.slip_off("button", &words.get("check"));
        let Press::Press { role, name } = &kind.card.presses[0] else { panic!("the question is written on") };
        browser.slip_off(role, name);
        assert_eq!((browser.place(), browser.script("return document.body.innerText", vec![])), (before, page));
        assert_eq!(browser.script("return document.querySelectorAll('main input:checked').length", vec![]), 0);
        robot::solve(browser, &kind.card);
    });
}

#[test]
fn a_lesson_is_done_on_a_phone_that_lies_on_its_side() {
    play_on(Screen { width: 740, height: 360, touch: true });
}

#[test]
fn a_lesson_is_done_on_a_desk_screen_at_400_per_cent() {
    // What is left of 1280×1024.
    play_on(Screen { width: 320, height: 256, touch: true });
}

fn play_on(screen: Screen) {
    let site = Site::of_build();
    Visit::to(&site).quick().on(screen).run(|browser| {
        for walk in lessons_of_every_kind("nl") {
            browser.open(&walk.link());
            for card in &walk.straight {
                browser.until_heading(&card.heading);
                let last = card.presses.len() - 1;
                for (place, press) in card.presses.iter().enumerate() {
                    // The page comes to what it says back; a person waits for that.
                    let quiet = "
                        const done = arguments[0];
                        let [top, frames] = [scrollY, 0];
                        const look = () => { frames = scrollY === top ? frames + 1 : 0; top = scrollY; frames > 6 ? done() : requestAnimationFrame(look); };
                        look();";
                    browser.script_later(quiet, vec![]);
                    press_in(browser, press, if place == last { Region::Bar } else { Region::Card });
                }
            }
            robot::assert_finished(browser, &walk);
        }
    });
}
