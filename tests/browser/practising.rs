//! Practice comes back: a card or two of a finished lesson, to see whether it is still known.

use tests::browser::Browser;
use tests::data::{Card, Walkthrough, Words, walkthroughs};
use tests::look::plain;
use tests::robot;
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

/// A calendar that can be turned, see [`days_later`].
const CALENDAR: &str = "
    const shift = Number(sessionStorage.getItem('days') ?? 0) * 86400000;
    const Today = Date;
    window.Date = class extends Today { constructor(...parts) { parts.length ? super(...parts) : super(Today.now() + shift); } static now() { return Today.now() + shift; } };";

/// So many days after the lesson was done; home.
fn days_later(browser: &Browser, days: u32) {
    browser.script("sessionStorage.setItem('days', arguments[0])", vec![days.into()]);
    browser.open("#/?lang=nl");
    browser.until_heading(&Words::of("nl").get("hello"));
}

fn lesson() -> Walkthrough {
    walkthroughs().into_iter().find(|walk| walk.lesson == "i-am-sick" && walk.language == "nl").unwrap()
}

/// The card of the lesson that is on the screen, told by its heading, as `cards` go through it.
fn shown<'walk>(browser: &Browser, cards: &'walk [Card]) -> &'walk Card {
    let heading = browser.heading();
    cards.iter().find(|card| plain(&card.heading) == heading).unwrap_or_else(|| panic!("no card asks \"{heading}\""))
}

/// Opens what is to be practised from home; gives back the cards that were asked.
fn practise(browser: &Browser, walk: &Walkthrough, cards: &[Card]) -> Vec<String> {
    let words = Words::of("nl");
    let row = "return [...document.querySelectorAll('main a')].find(link => link.innerText.includes(arguments[0]))?.getAttribute('href')";
    let row = || browser.script(row, vec![words.get("still_known").into()]);
    let href = browser.until("something to practise", || row().as_str().map(str::to_owned));
    assert_eq!(href, format!("#/again/{}", walk.lesson));
    browser.script("document.querySelector(`main a[href='${arguments[0]}']`).click()", vec![href.into()]);
    let mut asked = vec![];
    let (home, end) = (words.get("hello"), words.get("finished"));
    let mut heading = home;
    loop {
        let before = heading;
        heading =
            browser.until("the next page", || Some(browser.heading()).filter(|now| !now.is_empty() && *now != before));
        if heading == end {
            return asked;
        }
        let card = shown(browser, cards);
        assert!(browser.place().starts_with(&format!("#/again/{}/", walk.lesson)), "{}", browser.place());
        asked.push(card.step.clone());
        robot::press_all(browser, card, 0);
    }
}

#[test]
fn a_finished_lesson_comes_back_as_a_card_or_two_after_1_3_and_7_days() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lesson();
    Visit::to(&site).quick().with_script(CALENDAR).run(|browser| {
        robot::play(browser, &walk, &walk.straight, |_| {});
        browser.until_says(&words.get("practise_tomorrow"));
        days_later(browser, 0);
        assert!(!browser.says(&words.get("practise_again")), "it was done today");
        days_later(browser, 1);
        shots::keep(browser, "practise-again");
        let first = practise(browser, &walk, &walk.straight);
        assert!((1..=2).contains(&first.len()), "{first:?}");
        browser.until_says(&words.get("practise_in_days").replace("{days}", "3"));
        days_later(browser, 3);
        assert!(!browser.says(&words.get("practise_again")));
        days_later(browser, 4);
        let second = practise(browser, &walk, &walk.straight);
        assert_ne!(first, second, "another time, other cards");
        browser.until_says(&words.get("practise_in_days").replace("{days}", "7"));
        // What was achieved stays, and the lesson is not begun anew.
        days_later(browser, 4);
        assert!(!browser.says(&words.get("go_on")));
        browser.open("#/steps");
        assert!(!browser.says(&words.get("practise_again")));
    });
}

#[test]
fn whoever_needs_the_answer_practises_again_tomorrow() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lesson();
    Visit::to(&site).quick().with_script(CALENDAR).run(|browser| {
        robot::play(browser, &walk, &walk.straight, |_| {});
        days_later(browser, 1);
        practise(browser, &walk, &walk.straight);
        days_later(browser, 4);
        practise(browser, &walk, &walk.erring);
        browser.until_says(&words.get("practise_tomorrow"));
        days_later(browser, 5);
        browser.until_says(&words.get("practise_again"));
    });
}

#[test]
fn an_old_address_of_practice_opens_what_there_is_now() {
    let site = Site::of_build();
    let walk = lesson();
    Visit::to(&site).run(|browser| {
        browser.open(&format!("#/again/{}/no-such-card?lang=nl", walk.lesson));
        let card = shown(browser, &walk.straight);
        browser.until("its address", || {
            (browser.place() == format!("#/again/{}/{}", walk.lesson, card.step)).then_some(())
        });
    });
}
