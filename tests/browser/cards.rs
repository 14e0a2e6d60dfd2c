//! Cards: what was done goes to another device by camera, keyboard and file, and to a coach as far as it was ticked.

use serde_json::json;
use tests::axe;
use tests::browser::{Browser, Screen};
use tests::data::{self, Walkthrough, Words, walkthroughs};
use tests::engine::Engine;
use tests::robot;
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

fn lesson(id: &str) -> Walkthrough {
    walkthroughs().into_iter().find(|walk| walk.lesson == id && walk.language == "nl").unwrap()
}

/// Plays lessons to the end.
fn do_lessons(browser: &Browser, ids: &[&str]) {
    for walk in ids.iter().map(|id| lesson(id)) {
        browser.open(&walk.link());
        robot::play(browser, &walk, &walk.straight, |_| {});
    }
}

const LESSONS: [&str; 2] = ["i-am-sick", "sign-colours"];

/// The one text that a QR reader finds in what the screen shows.
pub(crate) fn scanned(browser: &Browser) -> String {
    // As a person scrolls: between the bars.
    browser.script("document.querySelector('.qr').scrollIntoView({ block: 'center' })", vec![]);
    let png = browser.picture_of(".qr");
    let grey = image::load_from_memory(&png).unwrap().to_luma8();
    let mut prepared = rqrr::PreparedImage::prepare(grey);
    let codes = prepared.detect_grids();
    assert_eq!(codes.len(), 1, "one code should be seen");
    codes[0].decode().expect("the code cannot be read").1
}

/// The code below the picture.
fn code(browser: &Browser) -> String {
    browser.until("a code", || {
        let code = browser.script("return document.querySelector('.card-code')?.innerText", vec![]);
        code.as_str().map(str::to_owned)
    })
}

/// The hash of a whole address, for a reader of Dutch.
fn hash(address: &str) -> String {
    format!("#{}?lang=nl", address.split_once('#').unwrap().1)
}

fn progress(browser: &Browser) -> Option<String> {
    browser.kept("stepwise:me:progress")
}

/// The copy that has more: they take turns, and a mirror that comes late takes one.
fn fullest(browser: &Browser) -> String {
    let copies = ["stepwise:me:progress", "stepwise:me:progress:b"];
    copies.iter().filter_map(|key| browser.kept(key)).max_by_key(String::len).unwrap()
}

/// Empties the device: another one.
fn another_device(browser: &Browser) {
    browser.forget_everything();
}

#[test]
fn a_card_that_is_scanned_is_taken_in_only_by_a_tap_and_can_be_undone() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().run(|browser| {
        do_lessons(browser, &LESSONS);
        browser.open("#/card?lang=nl");
        let link = scanned(browser);
        let typed = code(browser);
        assert!(link.starts_with(&browser.site) && link.ends_with(&format!("#/card/{typed}")), "{link}");

        another_device(browser);
        browser.open(&hash(&link));
        browser.until_says(&words.get("card_new"));
        let before = progress(browser);
        assert!(!browser.says(&words.get("card_added")));
        browser.open("#/steps");
        browser.until_says(&words.get("nothing_yet"));
        assert_eq!(progress(browser), before, "a link alone changed something");

        browser.open(&hash(&link));
        browser.tap("button", &words.get("card_add"));
        browser.until_says(&words.get("card_added"));
        // The same lessons, the same code.
        assert_eq!(code(browser), typed);
        browser.tap("button", &words.get("card_undo"));
        browser.until_says(&words.get("card_undone"));
        browser.open("#/steps");
        browser.until_says(&words.get("nothing_yet"));

        browser.open(&hash(&link));
        browser.tap("button", &words.get("card_add"));
        browser.until_says(&words.get("card_added"));
        browser.open(&hash(&link));
        browser.until_says(&words.get("card_nothing_new"));
        browser.open("#/steps");
        assert!(!browser.says(&words.get("nothing_yet")));
    });
}

#[test]
fn a_code_that_is_typed_wrong_names_the_group_and_a_right_one_is_taken() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().run(|browser| {
        do_lessons(browser, &LESSONS[..1]);
        browser.open("#/card?lang=nl");
        let right = code(browser);
        browser.open("#/show?lang=nl");
        let coach = code(browser);
        another_device(browser);
        browser.open("#/card?lang=nl");
        let field = words.get("card_code");
        let type_in = |code: &str, says: &str| {
            browser.write(&browser.find("textbox", &field), code);
            browser.tap("button", &words.get("card_read"));
            browser.until_says(says);
        };
        let mut letters: Vec<char> = right.chars().collect();
        let last = letters.len() - 1;
        letters[last] = if letters[last] == '7' { '8' } else { '7' };
        let wrong: String = letters.into_iter().collect();
        type_in(&wrong, &words.get("card_group").replace("{group}", &right.split('-').count().to_string()));
        type_in("", &words.get("card_no_code"));
        type_in(&coach, &words.get("card_of_coach"));
        assert_eq!(progress(browser), None, "a wrong code changed something");
        type_in(&right.to_lowercase().replace('-', " "), &words.get("card_new"));
        browser.tap("button", &words.get("card_add"));
        browser.until_says(&words.get("card_added"));
        assert_eq!(code(browser), right);
    });
}

#[test]
fn a_card_as_a_file_brings_everything_back_and_what_is_no_card_changes_nothing() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let folder = std::env::temp_dir().join(format!("stepwise-card-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    Visit::to(&site).quick().run(|browser| {
        do_lessons(browser, &LESSONS[..1]);
        // A lesson that is only begun is on the file, though not in the code.
        let begun = lesson("fire-alarm");
        browser.open(&begun.link());
        robot::solve(browser, &begun.straight[0]);
        browser.until_heading(&begun.straight[1].heading);
        let all = fullest(browser);
        browser.open("#/card?lang=nl");
        let link = "return decodeURIComponent(document.querySelector('a[download]').href.split(',')[1])";
        let text = browser.script(link, vec![]).as_str().unwrap().to_owned();
        let (good, cut, other) = (folder.join("card.txt"), folder.join("cut.txt"), folder.join("photo.txt"));
        std::fs::write(&good, &text).unwrap();
        std::fs::write(&cut, &text[..text.len() / 2]).unwrap();
        std::fs::write(&other, [0xff, 0xd8, 0xff, 0xe0]).unwrap();
        another_device(browser);
        browser.open("#/card?lang=nl");
        for wrong in [&cut, &other] {
            browser.give_file("#card-file", wrong);
            browser.until_says(&words.get("card_no_file"));
            browser.open("#/card?lang=nl");
        }
        assert_eq!(progress(browser), None);
        browser.give_file("#card-file", &good);
        browser.tap("button", &words.get("card_add"));
        browser.until_says(&words.get("card_added"));
        assert_eq!(fullest(browser), all);
    });
    let _ = std::fs::remove_dir_all(&folder);
}

#[test]
fn a_coach_sees_what_was_ticked_and_nothing_else() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let [sick, signs] =
        LESSONS.map(|id| data::toml(&format!("content/lessons/{id}/nl.toml"))["can"].as_str().unwrap().to_owned());
    Visit::to(&site).quick().run(|browser| {
        do_lessons(browser, &LESSONS);
        browser.open("#/show?lang=nl");
        let both = scanned(browser);
        browser.tap("checkbox", &signs);
        browser.until("another code", || (!both.ends_with(&code(browser))).then_some(()));
        let one = scanned(browser);
        another_device(browser);
        browser.open(&hash(&one));
        browser.until_heading(&words.get("shown_title"));
        browser.until_says(&sick);
        assert!(!browser.says(&signs));
        assert_eq!(progress(browser), None);
        browser.open(&hash(&both));
        browser.until_says(&signs);
    });
}

#[test]
fn a_code_is_read_by_a_camera_in_every_theme_and_size() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        do_lessons(browser, &LESSONS[..1]);
        for look in ["colours=light", "colours=cream", "colours=dark", "colours=light&text=200"] {
            browser.open(&format!("#/?lang=nl&{look}"));
            for (name, screen) in [("phone", Screen::PHONE), ("desk", Screen::DESK)] {
                browser.set_screen(screen);
                browser.open("#/card");
                assert!(scanned(browser).ends_with(&code(browser)), "{look} {name}");
                let faults = axe::sure_violations(browser);
                assert!(faults.is_empty(), "{look} {name}: {}", faults.join("\n"));
                shots::keep(browser, &format!("card-{name}-{}", look.replace(['=', '&'], "-")));
            }
        }
        browser.set_screen(Screen::PHONE);
        browser.set_media(&[("forced-colors", "active"), ("prefers-color-scheme", "dark")]);
        browser.open("#/card");
        assert!(scanned(browser).ends_with(&code(browser)), "forced colours");
        shots::keep(browser, "card-forced");
    });
}

#[test]
fn what_is_no_code_in_an_address_leads_nowhere_and_changes_nothing() {
    hostile_codes(Engine::Chromium);
}

pub fn hostile_codes(engine: Engine) {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_engine(engine).run(|browser| {
        browser.open("#/?lang=nl");
        for hostile in ["#/card/%3Cscript%3E", "#/show/nothing", "#/show/1135V-3E-XXXXX", "#/card/a/b"] {
            browser.open(hostile);
            browser.until_says(&words.get("unknown_place_says"));
        }
        for mistyped in ["#/card/zzzzz", "#/r/zzzzz"] {
            browser.open(mistyped);
            browser.until_says(&words.get("card_group").replace("{group}", "1"));
        }
        assert_eq!(
            browser.script("return Object.keys(localStorage).filter(key => key.includes('progress')).length", vec![]),
            json!(0)
        );
    });
}
