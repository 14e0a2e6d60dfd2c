//! The certificate, as it comes out of a printer.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use tests::axe;
use tests::browser::Browser;
use tests::data::{self, Words};
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

/// A card with the first twelve lessons of the register, each finished.
const TWELVE: &str = "1NANE-A54CY";

/// Texts under 12 pt, which are 16 px, with their sizes.
const SMALL: &str = "
    return [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
      .map(one => [one.innerText, parseFloat(getComputedStyle(one).fontSize)]).filter(([, size]) => size < 16);";

/// The page comes out of a printer as one sheet with nothing under twelve points. It stays as it is on paper.
#[track_caller]
pub(crate) fn is_one_sheet(browser: &Browser, name: &str) {
    assert_eq!(printed_pages(browser), 1, "{name}");
    browser.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    shots::keep(browser, &format!("{name}-printed"));
    assert_eq!(browser.script(SMALL, vec![]), json!([]), "{name}");
}

/// How many pages a printer would need.
pub(crate) fn printed_pages(browser: &Browser) -> usize {
    let printed = browser.chromium("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": true }));
    pages(&STANDARD.decode(printed["data"].as_str().unwrap()).unwrap())
}

/// Width and height of the first printed page, in whole points.
pub(crate) fn paper_size(browser: &Browser) -> [u32; 2] {
    let printed = browser.chromium("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": true }));
    let pdf = STANDARD.decode(printed["data"].as_str().unwrap()).unwrap();
    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    let size = text.split("/MediaBox [").nth(1).unwrap().split(']').next().unwrap();
    let mut sides = size.split_whitespace().skip(2).map(|side| side.parse::<f64>().unwrap().round() as u32);
    [sides.next().unwrap(), sides.next().unwrap()]
}

/// How many pages a PDF of Chromium has.
fn pages(pdf: &[u8]) -> usize {
    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    text.match_indices("/Type /Page").filter(|(place, found)| !text[place + found.len()..].starts_with('s')).count()
}

#[test]
fn the_certificate_is_one_sheet_with_nothing_under_twelve_points() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let can =
        |lesson: &str| data::toml(&format!("content/lessons/{lesson}/nl.toml"))["can"].as_str().unwrap().to_owned();
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/certificate?lang=nl");
        browser.until_says(&words.get("nothing_yet"));
        browser.open(&format!("#/card/{TWELVE}?lang=nl"));
        browser.tap("button", &words.get("card_add"));
        browser.until_says(&words.get("card_added"));
        let register = data::toml("content/register.toml");
        let lessons: Vec<_> =
            register["lessons"].as_array().unwrap().iter().take(12).map(|id| id.as_str().unwrap().to_owned()).collect();
        browser.open("#/certificate?lang=nl&text=200");
        for lesson in &lessons {
            browser.until_says(&can(lesson));
        }
        let faults = axe::sure_violations(browser);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        shots::keep(browser, "certificate");

        is_one_sheet(browser, "certificate");
        // The bars stay on the screen.
        assert!(!browser.says(&words.get("lessons")));
    });
}
