//! Letters: each language is drawn with the letters that come with the app, and a page asks for no file whose letters it does not show.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::json;
use tests::browser::{Browser, Screen};
use tests::data::{self, walkthroughs};
use tests::server::Site;
use tests::visit::Visit;

const ATKINSON: &str = "Atkinson Hyperlegible Next";
const ARABIC: &str = "Noto Sans Arabic";
const CYRILLIC: &str = "Noto Sans";

/// A family of letters that draws some of the text.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Family {
    family_name: String,
    /// It came with the app, not with the device.
    is_custom_font: bool,
    glyph_count: f64,
}

/// The families of letters that draw the text of everything that a selector finds, with the number of signs of each; a family of the
/// device is marked.
fn families(browser: &Browser, selector: &str) -> BTreeMap<String, f64> {
    browser.chromium("DOM.enable", json!({}));
    browser.chromium("CSS.enable", json!({}));
    let document = browser.chromium("DOM.getDocument", json!({ "depth": 0 }));
    let found =
        browser.chromium("DOM.querySelectorAll", json!({ "nodeId": document["root"]["nodeId"], "selector": selector }));
    let mut families = BTreeMap::new();
    for node in found["nodeIds"].as_array().unwrap() {
        let answer = browser.chromium("CSS.getPlatformFontsForNode", json!({ "nodeId": node }));
        let fonts: Vec<Family> = serde_json::from_value(answer["fonts"].clone()).unwrap();
        for Family { family_name, is_custom_font, glyph_count } in fonts {
            let name = if is_custom_font { family_name } else { format!("{family_name} of the device") };
            *families.entry(name).or_default() += glyph_count;
        }
    }
    families
}

/// The whole page that is seen.
const PAGE: &str = "header, main, footer, nav, header *, main *, footer *, nav *";

fn until_letters_are_there(browser: &Browser) {
    // Twice: what came with the first letters may need others.
    for _ in 0..2 {
        browser.script_later(
            "const done = arguments[0]; requestAnimationFrame(() => document.fonts.ready.then(() => done()))",
            vec![],
        );
    }
}

/// The font files that were asked for since a number of addresses.
fn files_since(browser: &Browser, before: usize) -> BTreeSet<String> {
    let asked = browser.asked_for().split_off(before);
    let name = |url: &String| Some(url.split_once("/fonts/")?.1.trim_end_matches(".woff2").to_owned());
    asked.iter().filter_map(name).collect()
}

/// The font files with letters that the page shows, by the scripts of Unicode.
fn needed_files(browser: &Browser) -> BTreeSet<String> {
    let script = "
        const text = document.body.innerText;
        const files = {
            'atkinson-latin': /./u,
            'atkinson-latin-ext': /[\\u0100-\\u024f\\u0300-\\u036f]/u,
            'noto-cyrillic': /\\p{Script=Cyrillic}/u,
            'noto-arabic': /\\p{Script=Arabic}/u,
        };
        return Object.keys(files).filter(name => files[name].test(text));";
    serde_json::from_value(browser.script(script, vec![])).unwrap()
}

/// Puts one sentence in place of the page, as the app would show it.
fn show(browser: &Browser, language: &str, sentence: &str) {
    let script = "
        const [lang, text] = arguments;
        const sentence = document.createElement('p');
        Object.assign(sentence, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr', className: 'say', id: 'sentence', textContent: text });
        document.querySelector('main').replaceChildren(sentence);";
    browser.script(script, vec![language.into(), sentence.into()]);
    until_letters_are_there(browser);
}

/// How wide the sentence runs on its line, in pixels.
fn width(browser: &Browser) -> f64 {
    let script = "
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('#sentence'));
        return range.getBoundingClientRect().width;";
    browser.script(script, vec![]).as_f64().unwrap()
}

/// The languages of the app.
fn languages() -> Vec<String> {
    let list = data::toml("content/languages.toml");
    let code = |language: &toml::Value| language["code"].as_str().unwrap().to_owned();
    list["language"].as_array().unwrap().iter().map(code).collect()
}

#[test]
fn a_dutch_page_asks_for_the_latin_letters_alone_and_is_drawn_with_them() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        let walk = walkthroughs().into_iter().find(|walk| walk.language == "nl").unwrap();
        for place in ["#/?lang=nl", &walk.link()] {
            browser.open(place);
            until_letters_are_there(browser);
            let families = families(browser, PAGE);
            assert_eq!(families.keys().collect::<Vec<_>>(), [ATKINSON], "{place}");
        }
        assert_eq!(files_since(browser, 0), BTreeSet::from(["atkinson-latin".to_owned()]));
    });
}

#[test]
fn every_language_is_drawn_with_our_letters_and_asks_for_no_file_that_it_does_not_need() {
    let site = Site::of_build();
    let walks = walkthroughs();
    Visit::to(&site).run(|browser| {
        for language in languages() {
            browser.open("#/");
            browser.forget_everything();
            let lesson = walks.iter().find(|walk| walk.language == language);
            let places = [Some(format!("#/?lang={language}")), lesson.map(tests::data::Walkthrough::link)];
            for place in places.into_iter().flatten() {
                browser.chromium("Network.clearBrowserCache", json!({}));
                let before = browser.asked_for().len();
                browser.open(&place);
                until_letters_are_there(browser);
                let families = families(browser, PAGE);
                assert!(!families.is_empty(), "{place} shows no text");
                let strangers: Vec<_> = families.keys().filter(|name| name.ends_with("of the device")).collect();
                assert!(strangers.is_empty(), "{place} is drawn with {strangers:?}");
                let files = files_since(browser, before);
                let needed = needed_files(browser);
                assert!(files.is_subset(&needed), "{place} asks for {files:?} and needs {needed:?}");
            }
        }
    });
}

#[test]
fn ukrainian_and_arabic_are_drawn_with_letters_of_ours_and_numbers_and_addresses_stay_the_same() {
    let sentences = [
        ("uk", "П’ять їжаків, об\u{2bc}єкт, ґанок, Євген: 12,50 € pakje.example", "noto-cyrillic", CYRILLIC),
        ("ar", "هل وصلت الرسالة المُهِمَّة؟ نعم، الآن؛ 12,50 € pakje.example", "noto-arabic", ARABIC),
    ];
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        for (language, sentence, file, family) in sentences {
            browser.chromium("Network.clearBrowserCache", json!({}));
            browser.open("#/?lang=nl");
            until_letters_are_there(browser);
            let before = browser.asked_for().len();
            show(browser, language, sentence);
            let families = families(browser, "#sentence");
            assert_eq!(
                families.keys().collect::<BTreeSet<_>>(),
                BTreeSet::from([&ATKINSON.to_owned(), &family.to_owned()])
            );
            assert_eq!(files_since(browser, before), BTreeSet::from([file.to_owned()]));
            // Digits, € and the address, whatever stands beside them.
            assert!(families[ATKINSON] >= 18.0, "{families:?}");
        }
    });
}

#[test]
fn wide_spacing_widens_words_but_arabic_letters_stay_joined() {
    let site = Site::of_build();
    Visit::to(&site).on(Screen::DESK).run(|browser| {
        browser.open("#/?lang=nl");
        let widths = |language: &str, sentence: &str| {
            show(browser, language, sentence);
            ["usual", "wide"].map(|spacing| {
                browser.script("document.documentElement.dataset.spacing = arguments[0]", vec![spacing.into()]);
                width(browser)
            })
        };
        let [usual, wide] = widths("nl", "Ik werk vandaag met Fatima.");
        assert!(wide > usual * 1.08, "{usual} {wide}");
        let [usual, wide] = widths("ar", "أعمل اليوم مع فاطمة.");
        assert_eq!(usual, wide);
        // A joined letter is narrower than one that stands alone.
        let [joined, _] = widths("ar", "ههههههههه");
        let [alone, _] = widths("ar", "ه\u{200c}ه\u{200c}ه\u{200c}ه\u{200c}ه\u{200c}ه\u{200c}ه\u{200c}ه\u{200c}ه");
        assert!((joined - alone).abs() > alone * 0.05, "joined {joined}, alone {alone}");
    });
}

#[test]
fn letters_of_200_per_cent_are_twice_as_large_on_a_phone_and_on_a_desk() {
    let site = Site::of_build();
    for screen in [Screen::PHONE, Screen::DESK] {
        Visit::to(&site).on(screen).run(|browser| {
            let size = |text: &str| {
                browser.open(&format!("#/?lang=nl&text={text}"));
                let script = "return [...document.querySelectorAll('h1, h2, main a, nav a')].map(one => parseFloat(getComputedStyle(one).fontSize))";
                let sizes: Vec<f64> = serde_json::from_value(browser.script(script, vec![])).unwrap();
                sizes
            };
            let (usual, large) = (size("100"), size("200"));
            assert_eq!(usual.len(), large.len());
            let too_small = usual.iter().zip(&large).filter(|(usual, large)| **large < **usual * 1.9);
            assert_eq!(too_small.count(), 0, "{screen:?}: {usual:?} {large:?}");
        });
    }
}
