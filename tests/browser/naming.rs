//! What each place is called, in which language, and how one gets back from it.

use std::collections::BTreeMap;

use serde_json::json;
use tests::browser::Browser;
use tests::checks::moves;
use tests::data::{Words, walkthroughs};
use tests::languages::{LANGUAGES, OWN_NAMES, direction};
use tests::look::plain;
use tests::server::Site;
use tests::visit::Visit;

const PLACES: [&str; 8] = ["#/", "#/steps", "#/me", "#/about", "#/help", "#/card", "#/show", "#/no/such/place"];

fn go(browser: &Browser, place: &str) {
    browser.script("location.hash = arguments[0]", vec![place.into()]);
}

#[test]
fn every_place_and_every_card_has_a_title_of_its_own_and_takes_the_focus_to_its_heading() {
    let site = Site::of_build();
    let mut faults = vec![];
    Visit::to(&site).run(|browser| {
        browser.open("#/help?lang=nl");
        let mut titles: BTreeMap<String, String> = BTreeMap::new();
        let mut look = |place: &str, heading: Option<&str>| {
            let before = moves::page(browser);
            go(browser, place);
            if let Some(heading) = heading {
                browser.until_heading(heading);
            }
            let found = moves::faults(browser, &before);
            // Two cards may ask the same.
            let found =
                found.into_iter().filter(|fault| heading.is_none() || !fault.starts_with("the heading is still"));
            faults.extend(found.map(|fault| format!("{place}: {fault}")));
            if let Some(other) = titles.insert(browser.title(), place.to_owned()) {
                faults.push(format!("{place} and {other} have one title: {}", browser.title()));
            }
        };
        PLACES.iter().for_each(|place| look(place, None));
        for walk in walkthroughs().into_iter().filter(|walk| walk.language == "nl") {
            for card in &walk.straight {
                look(&format!("#/lesson/{}/{}", walk.lesson, card.step), Some(&card.heading));
            }
            look(&format!("#/lesson/{}/done", walk.lesson), Some(&Words::of("nl").get("finished")));
        }
    });
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn back_brings_the_focus_to_the_link_that_was_taken() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        browser.open("#/?lang=nl");
        let course = "return document.querySelector('main a[href^=\"#/course/\"]').getAttribute('href')";
        let course = browser.script(course, vec![]).as_str().unwrap().to_owned();
        let in_main = "return document.querySelector('main a').getAttribute('href')";
        let above = "return document.querySelector('header a[href=\"#/help\"]').getAttribute('href')";
        let taken = [("#/", above), ("#/me", in_main), (course.as_str(), in_main), ("#/help", in_main)];
        for (place, link) in taken {
            browser.open(&format!("{place}?lang=nl"));
            let heading = browser.heading();
            let href = browser.script(link, vec![]);
            browser.script("document.querySelector(`a[href=\"${arguments[0]}\"]`).focus()", vec![href.clone()]);
            browser.key(thirtyfour::Key::Enter);
            browser.until("another page", || (browser.heading() != heading).then_some(()));
            browser.back();
            browser.until_heading(&heading);
            browser.until(&format!("the focus on {href} of {place}"), || {
                (browser.script("return document.activeElement.getAttribute('href')", vec![]) == href).then_some(())
            });
        }
    });
}

#[test]
fn every_page_says_its_language_and_direction_and_each_language_its_own_name() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        for language in LANGUAGES.iter() {
            let direction = direction(language);
            let mut places: Vec<String> = PLACES.iter().map(|place| (*place).to_owned()).collect();
            places.extend(
                walkthroughs()
                    .into_iter()
                    .find(|walk| walk.language == *language)
                    .map(|walk| format!("#/lesson/{}", walk.lesson)),
            );
            for place in places {
                browser.open(&format!("{place}?lang={language}"));
                let said = browser.script("const { lang, dir } = document.documentElement; return [lang, dir]", vec![]);
                assert_eq!(said, json!([language, direction]), "{place}");
            }
            browser.open(&format!("#/me?lang={language}"));
            for (code, own) in LANGUAGES.iter().zip(OWN_NAMES.iter()) {
                let radio = browser.find("radio", own);
                let lang = browser
                    .script("return arguments[0].closest('[lang]').lang", vec![radio.element.to_json().unwrap()]);
                assert_eq!(lang, *code, "{own} in {language}");
                assert_eq!(radio.name, plain(own));
            }
        }
    });
}
