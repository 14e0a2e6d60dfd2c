//! What happens when a person does something: with keys, with a finger that slips, with forced colours, with less movement, with time.

use serde_json::json;
use tests::browser::{Browser, Screen};
use tests::checks::{feedback, forced, modal, motion, stretch, waiting, walk};
use tests::data::{Press, Words, lessons_of_every_kind};
use tests::look::Region;
use tests::robot;
use tests::server::Site;
use tests::states::{self, Kind, Variant, kinds};
use tests::visit::Visit;

const NL: Variant = Variant { language: "nl", options: "colours=light" };

/// Opens a card as a stranger finds it.
fn open(browser: &Browser, kind: &Kind, variant: Variant) {
    browser.forget_everything();
    browser.open(&variant.link(&format!("#/lesson/{}/{}", kind.walk.lesson, kind.card.step)));
    browser.until_heading(&kind.card.heading);
}

/// The main button as long as nothing is answered, and what it says to whoever answers nothing.
fn empty(kind: &Kind) -> Option<(&'static str, &'static str)> {
    match kind.name.as_str() {
        "choose" => Some(("check", "empty_choose")),
        "chat" => Some(("say", "empty_choose")),
        "order" => Some(("check", "empty_order")),
        "match" => Some(("check", "empty_match")),
        "type" => Some(("check", "empty_type")),
        _ => None,
    }
}

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
            open(browser, &kind, NL);
            if let Some((button, _)) = empty(&kind) {
                let found = feedback::faults(browser, || browser.tap("button", &words.get(button)));
                tell("with nothing answered", found);
            }
            let missed = kind.walk.first_miss(&kind.card.step);
            if !missed.is_empty() {
                tell("after a miss", answered(browser, &missed));
                open(browser, &kind, NL);
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
            open(browser, &kind, NL);
            faults.extend(walk::choosing_faults(browser).into_iter().map(|fault| format!("{}: {fault}", kind.name)));
        }
    });
    all_well(faults);
}

#[test]
fn who_answers_nothing_loses_nothing_and_not_their_place() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/?lang=nl");
        for kind in kinds("nl") {
            let Some((button, sentence)) = empty(&kind) else { continue };
            open(browser, &kind, NL);
            let place = browser.place();
            browser.find("button", &words.get(button));
            browser.tap("button", &words.get(button));
            browser.until_says(&words.get(sentence));
            assert_eq!(browser.place(), place);
            assert_eq!(browser.focused(), ("button".to_owned(), words.get(button)), "{}", kind.name);
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
            open(browser, &kind, NL);
            for press in &kind.card.presses {
                browser.press_with_keys(press);
                let lost = browser.script("return document.activeElement === document.body", vec![]) == json!(true);
                // *Show me* plays by itself; the press that leaves a card brings the focus to the next heading.
                assert!(!lost || kind.name == "show", "{}: after {press:?} nothing has the focus", kind.name);
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
        open(browser, &order, NL);
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
        open(browser, &kind, NL);
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

#[test]
fn letters_grow_to_200_per_cent_by_the_setting_and_by_the_browser() {
    let site = Site::of_build();
    let mut faults = vec![];
    Visit::to(&site).quick().run(|browser| {
        let twice = Variant { language: "nl", options: "colours=light&text=200" };
        let mut look = |name: &str, place: &str| {
            browser.open(&NL.link(place));
            browser.open(&Variant { language: "nl", options: "colours=light&text=100" }.link(place));
            let mut found = stretch::letters_faults(browser, || browser.open(&twice.link(place)));
            browser.open(&Variant { language: "nl", options: "colours=light&text=100" }.link(place));
            found.extend(stretch::letters_faults(browser, || stretch::set_browser_letters(browser, 32)));
            stretch::set_browser_letters(browser, 16);
            faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
        };
        for place in ["#/", "#/steps", "#/me", "#/about", "#/help"] {
            look(place, place);
        }
        for kind in kinds("nl") {
            look(&kind.name, &format!("#/lesson/{}/{}", kind.walk.lesson, kind.card.step));
        }
    });
    all_well(faults);
}

#[test]
fn in_forced_colours_what_is_chosen_or_focused_is_seen_and_every_sign_is() {
    let site = Site::of_build();
    let mut faults = vec![];
    Visit::to(&site).quick().run(|browser| {
        browser.set_media(&[("forced-colors", "active")]);
        let look = |browser: &Browser| {
            [forced::sign_faults(browser), forced::focus_faults(browser), forced::choice_faults(browser)].concat()
        };
        browser.open(&NL.link("#/"));
        for kind in kinds("nl") {
            open(browser, &kind, NL);
            faults.extend(look(browser).into_iter().map(|fault| format!("{}: {fault}", kind.name)));
        }
        states::with_sheet(browser, &Words::of("nl"), || {
            faults.extend(forced::focus_faults(browser).into_iter().map(|fault| format!("sheet: {fault}")));
        });
        browser.open(&NL.link("#/me"));
        faults.extend(look(browser).into_iter().map(|fault| format!("me: {fault}")));
    });
    all_well(faults);
}

/// Sees everything that moves: each kind of card, missed and solved, and *Show me* to its end.
fn moved(browser: &Browser, variant: Variant, still: bool) -> (usize, Vec<String>) {
    let (mut seen, mut faults) = (0, vec![]);
    states::each_card(browser, variant, |name| {
        faults.extend(motion::faults(browser, still).into_iter().map(|fault| format!("{name}: {fault}")));
        seen += motion::seen(browser);
    });
    (seen, faults)
}

#[test]
fn what_moves_moves_for_a_fifth_of_a_second_at_most() {
    let site = Site::of_build();
    Visit::to(&site).quick().with_script(motion::WATCHING).run(|browser| {
        motion::prefer(browser, false);
        let (seen, faults) = moved(browser, NL, false);
        all_well(faults);
        assert!(seen > 0, "nothing was seen to move: does the finger of the imitated device still come?");
    });
}

#[test]
fn nothing_moves_for_whoever_asked_their_device_for_less_movement() {
    let site = Site::of_build();
    Visit::to(&site).quick().with_script(motion::WATCHING).run(|browser| {
        motion::prefer(browser, true);
        let (_, faults) = moved(browser, NL, true);
        all_well(faults);
    });
}

#[test]
fn nothing_moves_for_whoever_asked_the_app_for_less_movement() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().with_script(motion::WATCHING).run(|browser| {
        motion::prefer(browser, false);
        let show = kinds("nl").into_iter().find(|kind| kind.name == "show").expect("a card that shows");
        browser.open("#/me?lang=nl");
        browser.tap("radio", &words.get("motion_still"));
        browser.open(&NL.link(&format!("#/lesson/{}/{}", show.walk.lesson, show.card.step)));
        robot::solve(browser, &show.card);
        all_well(motion::faults(browser, true));
    });
}

#[test]
fn nothing_changes_by_itself_however_long_a_reader_takes() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let mut faults = vec![];
    Visit::to(&site).with_script(waiting::CLOCK).run(|browser| {
        states::each_place(browser, NL, |name| {
            faults.extend(waiting::faults(browser).into_iter().map(|fault| format!("{name}: {fault}")));
        });
        for kind in kinds("nl") {
            open(browser, &kind, NL);
            let mut look = |state: &str| {
                faults.extend(
                    waiting::faults(browser).into_iter().map(|fault| format!("{} {state}: {fault}", kind.name)),
                );
            };
            look("at rest");
            if let Some((button, _)) = empty(&kind) {
                browser.tap("button", &words.get(button));
                look("with nothing answered");
            }
        }
    });
    all_well(faults);
}
