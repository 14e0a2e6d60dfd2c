//! For whoever needs it otherwise: larger letters, forced colours, less movement, more time.

use serde_json::json;
use tests::browser::Browser;
use tests::checks::{forced, motion, stretch, waiting};
use tests::data::{Words, lessons_of_every_kind};
use tests::robot;
use tests::server::Site;
use tests::states::{self, Variant, kinds};
use tests::visit::Visit;

use crate::listening::{VOICES, end, next, said, stand_in};

const NL: Variant = Variant { language: "nl", options: "colours=light" };

fn all_well(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
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
        for place in ["#/", "#/steps", "#/me", "#/about", "#/help", "#/card"] {
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
            kind.open(browser, NL);
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
            kind.open(browser, NL);
            let mut look = |state: &str| {
                faults.extend(
                    waiting::faults(browser).into_iter().map(|fault| format!("{} {state}: {fault}", kind.name)),
                );
            };
            look("at rest");
            if let Some((button, _)) = kind.empty() {
                browser.tap("button", &words.get(button));
                look("with nothing answered");
            }
        }
    });
    all_well(faults);
}

/// The lines of what is named that nobody sees, since something else is there or the screen ends: how far each is from its top. Of what is higher than the room that is left, only
/// the first line must be seen.
const HIDDEN: &str = "
    const lines = [...document.querySelectorAll(arguments[0])].flatMap(part => [...part.getClientRects()]);
    const between = (from, to) => (from + to) / 2;
    const is = (line) => document.elementFromPoint(between(line.left, line.right), between(line.top, line.bottom))?.closest(arguments[0]);
    const bar = document.querySelector('.bottom').getBoundingClientRect().top - document.querySelector('.top').getBoundingClientRect().bottom;
    const fits = lines.length && lines.at(-1).bottom - lines[0].top < bar;
    return (fits ? lines : lines.slice(0, 1)).filter(line => !is(line)).map(line => Math.round(line.top));";

fn hidden(browser: &Browser, selector: &str) -> Option<String> {
    // It is scrolled once it is drawn.
    let drawn = "const done = arguments[0]; drawn(() => requestAnimationFrame(() => done(true)))";
    browser.script_later(drawn, vec![]);
    let lines = browser.script(HIDDEN, vec![json!(selector)]);
    (lines != json!([])).then(|| format!("{selector} is hidden at {lines}"))
}

#[test]
fn neither_what_is_said_of_an_answer_nor_the_sentence_that_is_read_aloud_is_behind_a_bar() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lessons_of_every_kind("nl").remove(0);
    let question = walk.straight.iter().find(|card| card.kind == "choose").expect("a question");
    let mut faults = vec![];
    for text in ["100", "150", "200"] {
        Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
            let mut look = |what: &str, selector: &str| {
                faults.extend(hidden(browser, selector).map(|fault| format!("letters of {text} %, {what}: {fault}")));
            };
            browser.open(&format!("#/lesson/{}/{}?lang=nl&text={text}", walk.lesson, question.step));
            browser.tap("button", &words.get("listen"));
            let mut before = 0;
            while !browser.sees("button", &words.get("listen")) {
                look(&next(browser, before).text, ".reading");
                before = said(browser).len();
                end(browser);
                browser.until("the next sentence, or the end", || {
                    (said(browser).len() > before || browser.sees("button", &words.get("listen"))).then_some(())
                });
            }
            assert!(before > 3, "hardly anything was read");
            walk.first_miss(&question.step).iter().for_each(|press| robot::press(browser, press));
            browser.until_says(&words.get("look_again"));
            look("missed", ".panel .sentence");
        });
    }
    all_well(faults);
}
