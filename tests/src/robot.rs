//! A robot that plays a lesson as its walkthrough says. It finds what to press as a person does.

use crate::browser::Browser;
use crate::data::{Card, Press, Walkthrough, Words};

/// Presses one thing, or writes into the only field.
#[track_caller]
pub fn press(browser: &Browser, press: &Press) {
    match press {
        Press::Press { role, name } => browser.tap(role, name),
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
    for one in &card.presses {
        press(browser, one);
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
