//! *Help in my language*: each text of a card in the reader's own language too, under its own, without leaving the card.

use std::fs;

use serde::Deserialize;
use serde_json::json;
use tests::browser::Browser;
use tests::data::{Walkthrough, Words, lessons_of_every_kind, walkthroughs};
use tests::languages::{LANGUAGES, direction};
use tests::look::plain;
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

/// A text as it is seen: in which language and direction, and where.
#[derive(Debug, Deserialize)]
struct Seen {
    lang: String,
    dir: String,
    top: f64,
}

/// Where a text is seen now, as the smallest part of the page that holds it.
fn seen(browser: &Browser, text: &str) -> Option<Seen> {
    let script = "
        const plain = text => text.replace(/\\u00ad/g, '').replace(/\\s+/g, ' ').trim();
        const parts = [...document.querySelectorAll('main *, dialog[open] *')].filter(part => part.checkVisibility() && part.innerText && plain(part.innerText).includes(arguments[0]));
        const part = parts.at(-1);
        return part ? { lang: part.closest('[lang]').lang, dir: getComputedStyle(part).direction, top: part.getBoundingClientRect().top } : null;";
    serde_json::from_value(browser.script(script, vec![plain(text).into()])).unwrap()
}

fn in_language(walk: &Walkthrough, language: &str) -> Walkthrough {
    walkthroughs().into_iter().find(|other| other.lesson == walk.lesson && other.language == language).unwrap()
}

/// Names of the answers that the way through a card presses, in its own language.
fn answers(walk: &Walkthrough, step: &str) -> Vec<String> {
    let words = Words::of(&walk.language);
    let buttons = ["check", "say", "next", "show_me", "did_it"].map(|key| words.get(key));
    let names = walk.card(step).presses.iter().filter_map(|press| match press {
        tests::data::Press::Press { name, .. } if !buttons.contains(name) => Some(name.clone()),
        _ => None,
    });
    names.collect()
}

#[test]
fn on_every_kind_of_card_each_text_is_shown_in_both_languages() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        let mut kinds = std::collections::BTreeSet::new();
        for walk in lessons_of_every_kind("nl") {
            let arabic = in_language(&walk, "ar");
            for card in &walk.straight {
                if !kinds.insert(card.kind.clone()) {
                    continue;
                }
                browser.open("#/");
                browser.forget_everything();
                browser.open(&format!("{}&help=ar", walk.link_to(&card.step)));
                let place = browser.place();
                assert!(seen(browser, &arabic.card(&card.step).heading).is_none(), "help waits until it is wanted");
                browser.tap("button", &Words::of("ar").get("help_language"));
                let own = browser.until("the own heading", || seen(browser, &card.heading));
                let help = browser.until("its Arabic", || seen(browser, &arabic.card(&card.step).heading));
                assert_eq!((own.lang.as_str(), help.lang.as_str(), help.dir.as_str()), ("nl", "ar", "rtl"));
                assert!(help.top > own.top, "{}: under its own", card.step);
                // A conversation shows one turn at a time, a device one view.
                for answer in answers(&arabic, &card.step).iter().take(1) {
                    if !matches!(card.kind.as_str(), "type" | "match") {
                        assert!(browser.says(answer), "{}: {answer}", card.step);
                    }
                }
                assert_eq!(browser.place(), place);
            }
        }
        assert_eq!(kinds.len(), 9);
    });
}

#[test]
fn every_pair_of_languages_helps() {
    let site = Site::of_build();
    let nl = lessons_of_every_kind("nl").remove(0);
    Visit::to(&site).quick().run(|browser| {
        for own in LANGUAGES.iter().copied() {
            for help in LANGUAGES.iter().copied().filter(|help| *help != own) {
                browser.open("#/");
                browser.forget_everything();
                let walk = in_language(&nl, own);
                let step = &walk.straight[0].step;
                browser.open(&format!("{}&help={help}", walk.link_to(step)));
                browser.tap("button", &Words::of(help).get("help_language"));
                let other = in_language(&nl, help);
                let shown = browser.until("the help", || seen(browser, &other.card(step).heading));
                assert_eq!((shown.lang.as_str(), shown.dir.as_str()), (help, direction(help)), "{own} with {help}");
            }
        }
    });
}

#[test]
fn help_keeps_a_half_given_answer_and_stays_from_card_to_card() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        let walk = walkthroughs()
            .into_iter()
            .find(|walk| walk.language == "nl" && walk.lesson == "fake-parcel-message")
            .unwrap();
        let ukrainian = in_language(&walk, "uk");
        browser.open(&format!("{}&help=uk", walk.link_to("what-now")));
        let answer = answers(&walk, "what-now")[0].clone();
        browser.tap("radio", &answer);
        browser.tap("button", &Words::of("uk").get("help_language"));
        browser.until("the help", || seen(browser, &ukrainian.card("what-now").heading));
        assert_eq!(browser.script("return document.querySelectorAll('main input:checked').length", vec![]), 1);
        browser.tap("button", &Words::of("nl").get("check"));
        browser.tap("button", &Words::of("nl").get("next"));
        let next = &ukrainian.straight[ukrainian.straight.iter().position(|card| card.step == "what-now").unwrap() + 1];
        browser.until("help on the next card too", || seen(browser, &next.heading));
    });
}

#[test]
fn a_lesson_that_is_not_there_in_the_readers_language_says_so_and_goes_on() {
    let site = Site::copy("no-help");
    let walk = lessons_of_every_kind("nl").remove(0);
    fs::remove_file(site.file(&format!("lessons/{}.ar.json", walk.lesson))).unwrap();
    let words = Words::of("ar");
    Visit::to(&site).quick().run(|browser| {
        browser.expect_message(&format!("{}.ar.json", walk.lesson));
        browser.open(&format!("{}&help=ar", walk.link()));
        browser.tap("button", &words.get("help_language"));
        browser.until_says(&words.get("help_language_missing"));
        robot::play(browser, &walk, &walk.straight, |_| {});
    });
}

#[test]
fn the_language_of_the_device_is_offered_where_a_link_shows_another() {
    let site = Site::of_build();
    let walk = lessons_of_every_kind("nl").remove(0);
    let language = "Object.defineProperty(navigator, 'languages', { value: ['uk-UA', 'en'] });";
    Visit::to(&site).quick().with_script(language).run(|browser| {
        browser.open(&walk.link());
        browser.find("button", &Words::of("uk").get("help_language"));
        // Whoever wants none is not asked again.
        browser.open("#/me?lang=nl");
        browser.tap("radio", &Words::of("nl").get("help_language_none"));
        browser.open(&walk.link());
        assert!(!browser.sees("button", &Words::of("uk").get("help_language")));
    });
}

#[test]
fn a_hard_word_opens_a_picture_and_an_explanation_in_both_languages_and_gives_the_focus_back() {
    let site = Site::of_build();
    let glossary = |language: &str| {
        let terms = tests::data::toml(&format!("content/glossary/{language}.toml"))["terms"]["clock-in"].clone();
        terms["says"].as_array().unwrap().iter().map(|says| says.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/lesson/clock-in-with-a-badge?lang=nl&help=ar");
        let term = browser.script("return document.querySelector('main button[aria-haspopup=dialog]')?.innerText", vec![]);
        let term = term.as_str().expect("a hard word on the first card").to_owned();
        browser.tap("button", &term);
        for language in ["nl", "ar"] {
            for says in glossary(language) {
                let shown = browser.until(&says, || seen(browser, &says));
                assert_eq!((shown.lang.as_str(), shown.dir.as_str()), (language, direction(language)));
            }
        }
        let picture = "return [...document.querySelectorAll('dialog[open] img')].some(image => image.complete && image.naturalWidth > 0)";
        browser.until("its picture", || (browser.script(picture, vec![]) == json!(true)).then_some(()));
        browser.tap("button", &Words::of("nl").get("sheet_done"));
        browser.until("the focus is back", || (browser.focused() == ("button".to_owned(), term.clone())).then_some(()));
    });
}
