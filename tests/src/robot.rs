//! A robot that plays a lesson as its walkthrough says. It finds what to press as a person does.

use crate::browser::Browser;
use crate::data::{Card, Press, Walkthrough, Words};
use crate::look::Region;

/// Presses one thing, or writes into the only field.
#[track_caller]
pub fn press(browser: &Browser, press: &Press) {
    press_in(browser, press, Region::Page);
}

/// Presses one thing of a card: an imitated device may have a button of the same name as a bar.
#[track_caller]
pub fn press_on_card(browser: &Browser, press: &Press) {
    press_in(browser, press, Region::Card);
}

/// As [`press`]; where two things have the name, the one in this part of the page is meant.
#[track_caller]
fn press_in(browser: &Browser, press: &Press, region: Region) {
    match press {
        Press::Press { role, name } => browser.tap_on(&browser.find_in(region, role, name)),
        Press::Write { text } => {
            let label = browser.names("textbox").first().cloned().expect("there is no field to write into");
            browser.write(&browser.find("textbox", &label), text);
        }
    }
}

/// Does what a card asks for, up to the press that leaves it.
#[track_caller]
pub fn solve(browser: &Browser, card: &Card) {
    browser.until_heading(&card.heading);
    press_all(browser, card, 0);
}

/// Presses what is left of a card from one press on. The last one leaves the card: it is in the bar below. What comes before
/// is in the card, where an imitated device may have a button of the same name.
#[track_caller]
pub fn press_all(browser: &Browser, card: &Card, from: usize) {
    let last = card.presses.len() - 1;
    for (place, one) in card.presses.iter().enumerate().skip(from) {
        press_in(browser, one, if place == last { Region::Bar } else { Region::Card });
    }
}

/// Plays a lesson to its end by the cards given. Each card is shown to `look` before anything is done on it.
#[track_caller]
pub fn play(browser: &Browser, walk: &Walkthrough, cards: &[Card], mut look: impl FnMut(&Card)) {
    browser.open(&walk.link());
    for card in cards {
        browser.until_heading(&card.heading);
        look(card);
        solve(browser, card);
    }
    assert_finished(browser, walk);
}

/// The lesson is at its end, and kept as finished.
#[track_caller]
pub fn assert_finished(browser: &Browser, walk: &Walkthrough) {
    browser.until_heading(&Words::of(&walk.language).get("finished"));
    assert_eq!(browser.place(), format!("#/lesson/{}/done", walk.lesson));
}

/// The progress kept on the device names the lesson.
#[track_caller]
pub fn assert_kept(browser: &Browser, walk: &Walkthrough) {
    let progress = browser.kept("stepwise:me:progress").unwrap_or_default();
    assert!(progress.starts_with("SW1;") && progress.contains(&walk.lesson), "the progress is kept as {progress:?}");
}
