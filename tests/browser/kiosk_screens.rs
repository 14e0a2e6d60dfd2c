//! Every screen of a kiosk: large letters, large targets, without fault.

use tests::axe;
use tests::browser::Browser;
use tests::data::Words;
use tests::languages::{LANGUAGES, OWN_NAMES};
use tests::measure::{self, Letters};
use tests::robot;
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

use crate::kiosk::{CODE, LESSON, LYING, SECONDS, STANDING, lesson_in, seconds, set_up_in, type_code, until_free_in};

#[test]
fn every_screen_of_a_kiosk_is_large_and_without_fault() {
    let site = Site::of_build();
    for (screen, shape) in [(LYING, "lying"), (STANDING, "standing")] {
        for (language, colours) in [("nl", "colours_light"), ("nl", "colours_dark"), ("ar", "colours_auto")] {
            let mut faults = vec![];
            Visit::to(&site).on(screen).with_script(SECONDS).quick().run(|browser| {
                each_screen(browser, language, colours, |what| {
                    let found = [
                        measure::faults(browser, screen, Letters::Usual),
                        axe::sure_violations(browser),
                        small(browser),
                    ];
                    let name = format!("kiosk-{shape}-{language}-{colours}-{what}");
                    shots::keep(browser, &name);
                    faults.extend(found.concat().into_iter().map(|fault| format!("{name}: {fault}")));
                });
            });
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }
}

/// Goes through all screens of a kiosk, and one lesson.
fn each_screen(browser: &Browser, language: &str, colours: &str, mut look: impl FnMut(&str)) {
    let words = Words::of(language);
    let walk = lesson_in(language);
    let link = format!("#/kiosk/{LESSON}/sign-colours?lang={language}");
    browser.open(&link);
    look("set-up");
    set_up_in(browser, &link, language);
    look("free");
    browser.tap("link", &words.get("kiosk_coach"));
    browser.until_says(&words.get("kiosk_code_ask"));
    look("code");
    browser.tap("button", &words.get("kiosk_clean"));
    browser.until_says(&words.get("kiosk_clean_says"));
    look("cleaning");
    seconds(browser, 30);
    until_free_in(browser, language);
    browser.tap("link", &words.get("kiosk_coach"));
    browser.until_says(&words.get("kiosk_code_ask"));
    type_code(browser, CODE);
    browser.tap("button", &words.get("check"));
    browser.find("button", &words.get("kiosk_end"));
    look("coach");
    browser.tap("button", &words.get("kiosk_change"));
    browser.until_heading(&words.get("kiosk_set_up"));
    look("change");
    browser.tap("button", &words.get("kiosk_save"));
    until_free_in(browser, language);
    let own = LANGUAGES.iter().position(|code| *code == language).unwrap();
    browser.tap("button", OWN_NAMES[own]);
    browser.until_heading(&walk.straight[0].heading);
    browser.tap("button", &words.get("settings_sheet"));
    browser.tap("radio", &words.get(colours));
    look("sheet");
    browser.tap("button", &words.get("sheet_done"));
    for card in &walk.straight {
        browser.until_heading(&card.heading);
        look(&card.step);
        robot::solve(browser, card);
    }
    browser.until_heading(&words.get("finished"));
    look("finished");
    browser.tap("button", &words.get("kiosk_done"));
    browser.until_says(&words.get("card_scan"));
    look("done");
    browser.tap("button", &words.get("go_on"));
    browser.tap("link", &words.get("lessons"));
    browser.until_heading(&words.get("hello"));
    look("home");
    browser.tap("link", &words.get("me"));
    browser.until_heading(&words.get("me"));
    look("me");
    browser.tap("link", &words.get("lessons"));
    browser.tap("link", &words.get("card_have"));
    browser.until_heading(&words.get("my_card"));
    look("card");
    seconds(browser, 121);
    browser.until_says(&words.get("kiosk_still"));
    look("still");
    seconds(browser, 20);
    until_free_in(browser, language);
}

/// Targets and lesson text that are too small for a kiosk (ACCESSIBILITY.md, A27, A28). A word that can be explained stands in its line, as WCAG 2.2, 2.5.8 allows.
fn small(browser: &Browser) -> Vec<String> {
    // Before it is one, a kiosk is a screen like others.
    let script = "
        if (!document.documentElement.dataset.kiosk) return [];
        const open = document.querySelector('dialog[open]') || document;
        const seen = [...open.querySelectorAll('button, a[href], label.choice, .written')].filter(one => one.getClientRects().length && !one.matches('.skip, :disabled, .term'));
        const low = seen.filter(one => one.getBoundingClientRect().height < (one.matches('.answer, .main-action, .kiosk-language') ? 76 : 64) - 0.5);
        const letters = [...open.querySelectorAll('.lesson main h1, .lesson main .say, .say')].filter(one => one.getClientRects().length && parseFloat(getComputedStyle(one).fontSize) < 38.9);
        return [...low.map(one => `${one.outerHTML.slice(0, 80)} is ${one.getBoundingClientRect().height} high`), ...letters.map(one => `${one.innerText} is ${getComputedStyle(one).fontSize}`)];";
    serde_json::from_value(browser.script(script, vec![])).unwrap()
}
