//! The group board of a coach: cards come by code, link and camera; nothing else gets on it, nothing gets lost, and what is deleted is gone.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use tests::axe;
use tests::browser::{Browser, Screen};
use tests::data::{self, Words};
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

/// Shown cards. The first four lessons of the register, the third of them at work too.
pub(crate) const FOUR: &str = "253P8-9T";
/// The second, fifth and sixth lesson, the last at work too.
const THREE: &str = "24824-21T";
/// The first twelve.
const TWELVE: &str = "2SC6F-K9DYR";
/// Somebody's own card, to go on elsewhere.
const MINE: &str = "1193T";
/// A shown card with nothing on it.
const EMPTY: &str = "2JND";

fn words() -> Words {
    Words::of_coach("en")
}

fn title(lesson: &str) -> String {
    data::toml(&format!("content/lessons/{lesson}/en.toml"))["title"].as_str().unwrap().replace('\u{ad}', "")
}

/// Types a code or link, and looks at it.
fn look_at(browser: &Browser, text: &str) {
    browser.write(&browser.find("textbox", &words().get("board_code")), text);
    browser.tap("button", &words().get("board_read"));
}

/// Puts a card on the board for somebody new.
pub(crate) fn add(browser: &Browser, code: &str, name: &str) {
    look_at(browser, code);
    browser.write(&browser.find("textbox", &words().get("board_new_name")), name);
    browser.tap("button", &words().get("board_add"));
    browser.until_says(&words().get("board_added").replace("{name}", name));
}

/// Everybody on the board with how many lessons, as it stands in the list of people.
fn people(browser: &Browser) -> serde_json::Value {
    browser.script(
        "return [...document.querySelectorAll('.board-person summary')].map(one => [one.querySelector('.row-title').innerText, one.querySelector('.row-note').innerText.replace(/\\D/g, '')])",
        vec![],
    )
}

fn until_people(browser: &Browser, expected: serde_json::Value) {
    browser.until(&format!("{expected}"), || (people(browser) == expected).then_some(()));
}

/// The file behind a link that keeps one.
pub(crate) fn file_of(browser: &Browser, name: &str) -> String {
    let link =
        format!("return decodeURIComponent(document.querySelector('a[download=\"{name}\"]').href.split(/,(.*)/s)[1])");
    browser.script(&link, vec![]).as_str().unwrap().to_owned()
}

/// Rows of cells, as a spreadsheet reads them.
pub(crate) fn table(csv: &str) -> Vec<Vec<String>> {
    let body = csv.strip_prefix('\u{feff}').expect("no byte order mark").strip_suffix("\"\r\n").expect("no end");
    let row = |row: &str| {
        let row = row.strip_prefix('"').expect("every cell is quoted");
        row.split("\";\"").map(|cell| cell.replace("\"\"", "\"")).collect()
    };
    body.split("\"\r\n").map(row).collect()
}

fn all_that_is_kept(browser: &Browser) -> String {
    let script = "
        const done = arguments[0];
        const texts = Object.entries(localStorage).map(one => one.join(' '));
        const asked = indexedDB.open('stepwise', 1);
        asked.onsuccess = () => {
          const all = asked.result.transaction('documents').objectStore('documents').getAll();
          all.onsuccess = () => done([...texts, ...all.result].join(' '));
        };";
    browser.script_later(script, vec![]).as_str().unwrap().to_owned()
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("stepwise-board-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_card_is_put_on_the_board_by_a_name_joins_what_is_there_and_can_be_undone() {
    let site = Site::of_build();
    let words = words();
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/board");
        browser.until_says(&words.get("board_empty"));
        look_at(browser, FOUR);
        browser.until_says(&title("clock-in-with-a-badge"));
        // Nothing is on the board before somebody has said whose it is.
        assert_eq!(people(browser), json!([]));
        browser.tap("button", &words.get("board_add"));
        browser.until_says(&words.get("board_no_name"));
        browser.write(&browser.find("textbox", &words.get("board_new_name")), "Tree");
        browser.tap("button", &words.get("board_add"));
        browser.until_says(&words.get("board_added").replace("{name}", "Tree"));
        until_people(browser, json!([["Tree", "4"]]));

        // As the camera of the device opens it.
        browser.open_coach(&format!("#/board/{THREE}"));
        browser.tap("button", "Tree");
        until_people(browser, json!([["Tree", "6"]]));
        assert_eq!(browser.place(), "#/board", "loaded again, it would ask again");
        browser.tap("button", &words.get("board_undo"));
        until_people(browser, json!([["Tree", "4"]]));
        browser.open_coach("#/board");
        until_people(browser, json!([["Tree", "4"]]));

        look_at(browser, &format!("https://elsewhere.example/app/#/show/{THREE}?lang=nl"));
        browser.write(&browser.find("textbox", &words.get("board_new_name")), "tree");
        browser.tap("button", &words.get("board_add"));
        browser.until_says(&words.get("board_name_taken"));
        browser.write(&browser.find("textbox", &words.get("board_new_name")), "Car");
        browser.tap("button", &words.get("board_add"));
        until_people(browser, json!([["Car", "3"], ["Tree", "4"]]));
        // Of four lessons two people have one in common; the first that not even half have.
        browser.until_says(words.get("board_next_list").split('.').next().unwrap());
    });
}

#[test]
fn what_is_no_card_gets_one_sentence_and_the_board_stays_as_it_was() {
    let site = Site::of_build();
    let words = words();
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/board");
        add(browser, FOUR, "Tree");
        let kept = browser.kept("stepwise:coach:board");
        let cut = &FOUR[..FOUR.len() - 1];
        let doubled = format!("{FOUR}{FOUR}");
        let group = |group: &str| words.get("board_group").replace("{group}", group);
        for (text, says) in [
            ("", words.get("board_no_code")),
            (MINE, words.get("board_mine")),
            (&format!("{}#/card/{MINE}", site.address), words.get("board_mine")),
            (EMPTY, words.get("board_nothing")),
            (cut, group("2")),
            (&doubled, group("2")),
            ("https://www.example/", words.get("board_other_link")),
            ("javascript:alert(1)", words.get("board_other_link")),
            ("<img src=x onerror=alert(1)>", group("1")),
            ("=HYPERLINK(1)", group("1")),
        ] {
            look_at(browser, text);
            browser.until_says(&says);
            assert!(!browser.sees("textbox", &words.get("board_new_name")), "{text}");
        }
        for address in ["#/board/%3Cscript%3E", "#/board/a/b", &format!("#/board/{}", "0".repeat(600))] {
            browser.open_coach(address);
            browser.until_heading(&words.get("unknown_place"));
        }
        browser.open_coach(&format!("#/board/{MINE}"));
        browser.until_says(&words.get("board_mine"));
        until_people(browser, json!([["Tree", "4"]]));
        assert_eq!(browser.kept("stepwise:coach:board"), kept);
    });
}

#[test]
fn a_board_goes_into_a_file_is_merged_elsewhere_and_a_file_that_is_none_changes_nothing() {
    let site = Site::of_build();
    let words = words();
    let folder = folder("files");
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/board");
        add(browser, FOUR, "Tree");
        add(browser, THREE, "Car");
        let sealed = file_of(browser, "stepwise-board.txt");
        let file = |name: &str, text: &[u8]| {
            let path = folder.join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let good = file("board.txt", sealed.as_bytes());
        let files = [
            file("cut.txt", &sealed.as_bytes()[..sealed.len() / 2]),
            file("doubled.txt", sealed.repeat(2).as_bytes()),
            file("table.txt", file_of(browser, "stepwise-board.csv").as_bytes()),
            file("photo.txt", &[0xff, 0xd8, 0xff, 0xe0]),
            file("long.txt", &[b' '; 300_000]),
            // What a worker saves as a file.
            file("worker.txt", b"SW1;24;63c71f3b;{\"epoch\":0,\"lessons\":{}}"),
        ];
        browser.give_file("#board-file", &good);
        browser.until_says(&words.get("board_nothing_new"));

        browser.forget_everything();
        browser.open_coach("#/board");
        add(browser, TWELVE, "TREE");
        for wrong in &files {
            browser.open_coach("#/board");
            browser.until_heading(&words.get("board_title"));
            browser.give_file("#board-file", wrong);
            browser.until_says(&words.get("board_no_file"));
            until_people(browser, json!([["TREE", "12"]]));
        }
        browser.give_file("#board-file", &good);
        browser.until_says(&words.get("board_file_has").replace("{names}", "Car, Tree"));
        until_people(browser, json!([["TREE", "12"]]));
        browser.tap("button", &words.get("board_merge"));
        // Nobody said that they are the same.
        until_people(browser, json!([["Car", "3"], ["TREE", "12"], ["Tree 2", "4"]]));
        browser.tap("button", &words.get("board_undo"));
        until_people(browser, json!([["TREE", "12"]]));
        browser.give_file("#board-file", &good);
        browser.tap("checkbox", "Tree");
        browser.tap("button", &words.get("board_merge"));
        until_people(browser, json!([["Car", "3"], ["TREE", "12"]]));
        browser.open_coach("#/board");
        until_people(browser, json!([["Car", "3"], ["TREE", "12"]]));
    });
    let _ = fs::remove_dir_all(&folder);
}

#[test]
fn the_table_for_excel_holds_every_lesson_and_no_formula() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/board");
        add(browser, FOUR, "=1+1");
        add(browser, THREE, "Tree; \"big\"");
        let table = table(&file_of(browser, "stepwise-board.csv"));
        assert_eq!(table[0], [words().get("board_lesson"), "'=1+1".to_owned(), "Tree; \"big\"".to_owned()]);
        let row = |lesson: &str| table.iter().find(|row| row[0] == title(lesson)).unwrap();
        let (done, real) = (words().get("board_done"), words().get("board_real"));
        assert_eq!(row("a-mistake-is-okay")[1..], [done.clone(), done.clone()]);
        assert_eq!(row("loud-soft-silent")[1..], [real.clone(), String::new()]);
        assert_eq!(row("scan-a-barcode")[1..], [String::new(), real]);
        let last = table.last().unwrap();
        assert_eq!(last[0], words().get("board_day"));
        assert!(last[1].starts_with("20") && last[1].len() == 10, "{last:?}");
        // All lessons, the head and the days.
        assert!(table.len() > 30 && table.iter().all(|row| row.len() == 3));
    });
}

#[test]
fn who_is_deleted_is_in_no_copy_any_more_and_other_pages_of_the_board_know_it() {
    let site = Site::of_build();
    let words = words();
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/board");
        add(browser, FOUR, "Tree");
        add(browser, THREE, "Carousel");
        let first = browser.this_tab();
        browser.new_tab();
        let second = browser.this_tab();
        browser.open_coach("#/board");
        until_people(browser, json!([["Carousel", "3"], ["Tree", "4"]]));
        browser.to_tab(&first);
        browser.script("document.querySelector('.board-person').open = true", vec![]);
        browser.tap("button", &format!("{}: Carousel", words.get("board_remove")));
        browser.tap("button", &words.get("board_remove"));
        until_people(browser, json!([["Tree", "4"]]));
        browser.until("no copy with the name", || (!all_that_is_kept(browser).contains("Carousel")).then_some(()));
        assert!(all_that_is_kept(browser).contains("Tree"));

        browser.to_tab(&second);
        until_people(browser, json!([["Tree", "4"]]));
        add(browser, TWELVE, "Bird");
        browser.open_coach("#/board");
        until_people(browser, json!([["Bird", "12"], ["Tree", "4"]]));
        browser.tap("button", &words.get("board_delete"));
        // The sheet asks; its button has the same words.
        browser.script("document.querySelector('#board-delete-sheet .second-action').click()", vec![]);
        browser.until_says(&words.get("board_empty"));
        browser.until("no copy with a name", || {
            let kept = all_that_is_kept(browser);
            (!kept.contains("Bird") && !kept.contains("Tree")).then_some(())
        });
    });
}

#[test]
fn a_broken_copy_is_set_aside_and_the_other_one_is_read() {
    let site = Site::of_build();
    let words = words();
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/board");
        add(browser, FOUR, "Tree");
        add(browser, THREE, "Car");
        browser.keep("stepwise:coach:board", "SW1;9;broken");
        browser.open_coach("#/board");
        browser.until_says(&words.get("board_set_aside"));
        assert_eq!(browser.kept("stepwise:coach:aside-0").as_deref(), Some("SW1;9;broken"));
        until_people(browser, json!([["Car", "3"], ["Tree", "4"]]));
        add(browser, TWELVE, "Bird");
        browser.open_coach("#/board");
        until_people(browser, json!([["Bird", "12"], ["Car", "3"], ["Tree", "4"]]));
    });
}

/// A camera that sees one code, where the browser of the test has none.
const CAMERA: &str = "
    window.asked = 0;
    const given = () => { const canvas = document.createElement('canvas'); setInterval(() => canvas.getContext('2d').fillRect(0, 0, 9, 9), 50); return canvas.captureStream(); };
    Object.defineProperty(Navigator.prototype, 'mediaDevices', { value: { getUserMedia: async () => { asked++; if (location.search.includes('visit=2')) throw new DOMException('no', 'NotAllowedError'); return window.stream = given(); } } });
    window.BarcodeDetector = class { async detect() { return window.seen ? [{ rawValue: window.seen }] : []; } };";

#[test]
fn a_camera_reads_a_code_is_asked_for_by_a_tap_and_let_go() {
    let site = Site::of_build();
    let words = words();
    Visit::to(&site).with_script(CAMERA).run(|browser| {
        browser.open_coach("#/board");
        assert_eq!(browser.script("return asked", vec![]), json!(0), "nobody was asked");
        browser.tap("button", &words.get("board_scan"));
        browser.until("the way to stop", || browser.sees("button", &words.get("board_stop")).then_some(()));
        let site_address = browser.site.clone();
        browser.script("window.seen = arguments[0]", vec![format!("{site_address}#/show/{FOUR}").into()]);
        browser.until("whose it is", || browser.sees("textbox", &words.get("board_new_name")).then_some(()));
        let ended = "return stream.getTracks().every(track => track.readyState === 'ended')";
        assert_eq!(browser.script(ended, vec![]), json!(true), "the camera is still on");
        // Refused: another way is named.
        browser.open_coach("#/board");
        browser.tap("button", &words.get("board_scan"));
        browser.until_says(&words.get("board_no_camera"));
    });
    Visit::to(&site).with_script("delete window.BarcodeDetector").run(|browser| {
        browser.open_coach("#/board");
        assert!(!browser.sees("button", &words.get("board_scan")));
    });
}

#[test]
fn axe_finds_nothing_on_the_board_in_any_theme_and_size() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/board");
        shots::keep(browser, "board-empty-phone");
        for (code, name) in [(FOUR, "Tree"), (THREE, "Red bicycle"), (TWELVE, "Ant")] {
            add(browser, code, name);
        }
        for (colours, text) in [("light", "100"), ("cream", "100"), ("dark", "100"), ("light", "200")] {
            browser.open_coach("#/");
            for (select, value) in [("page-colours", colours), ("page-text", text)] {
                browser.script(&format!("const one = document.querySelector('#{select}'); one.value = '{value}'; one.dispatchEvent(new Event('change', {{ bubbles: true }}))"), vec![]);
            }
            for (name, screen) in [("phone", Screen::PHONE), ("desk", Screen::DESK)] {
                browser.set_screen(screen);
                browser.open_coach(&format!("#/board/{FOUR}"));
                browser.script("document.querySelectorAll('details').forEach(one => one.open = true)", vec![]);
                let faults = axe::sure_violations(browser);
                assert!(faults.is_empty(), "{name} {colours} {text}: {}", faults.join("\n"));
                let wide = "return document.documentElement.scrollWidth <= innerWidth";
                assert_eq!(browser.script(wide, vec![]), json!(true), "{name} {colours} {text}: it scrolls sideways");
                shots::keep(browser, &format!("board-{name}-{colours}-{text}"));
                for part in ["board-next", "board-table", "board-keep"] {
                    browser.script(&format!("document.querySelector('#{part}').scrollIntoView()"), vec![]);
                    shots::keep(browser, &format!("board-{name}-{colours}-{text}-{part}"));
                }
            }
        }
    });
}
