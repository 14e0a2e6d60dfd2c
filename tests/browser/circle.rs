//! The whole circle: a coach makes a route, a worker's fresh phone learns it without internet and shows a card, the coach's board has it, and so has the table.

use tests::browser::Browser;
use tests::data::{self, Walkthrough, Words, walkthroughs};
use tests::offline::{digests, listed, until_kept};
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

use crate::board::{add, file_of, table};
use crate::cards::scanned;

const LESSONS: [&str; 2] = ["i-am-sick", "sign-colours"];

fn lesson(id: &str) -> Walkthrough {
    walkthroughs().into_iter().find(|walk| walk.lesson == id && walk.language == "nl").unwrap()
}

fn title(lesson: &str) -> String {
    data::toml(&format!("content/lessons/{lesson}/en.toml"))["title"].as_str().unwrap().replace('\u{ad}', "")
}

/// What stands behind the address of the site.
fn hash(browser: &Browser, link: &str) -> String {
    link.strip_prefix(&browser.site).unwrap_or_else(|| panic!("{link} leads elsewhere")).to_owned()
}

#[test]
fn a_route_becomes_lessons_becomes_a_card_becomes_a_row_of_the_table() {
    let site = Site::copy_under("circle", "/deep/site/");
    let (coach, worker) = (Words::of_coach("en"), Words::of("nl"));
    let mut route = String::new();
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/");
        for lesson in LESSONS {
            browser.tap("checkbox", &title(lesson));
        }
        browser.script("const one = document.querySelector('#link-language'); one.value = 'nl'; one.dispatchEvent(new Event('change', { bubbles: true }))", vec![]);
        browser.tap("link", &coach.get("to_share"));
        browser.until_heading(&coach.get("share_title"));
        route = hash(browser, &scanned(browser));
    });

    // Another device, which never heard of any of this.
    let mut shown = String::new();
    Visit::to(&site).with_worker().quick().run(|browser| {
        browser.expect_message("");
        browser.open(&route);
        let [first, second] = LESSONS.map(lesson);
        browser.until_heading(&first.straight[0].heading);
        let list = listed(&site, "nl");
        until_kept(browser, &digests([&list[""]]));
        for walk in [&first, &second] {
            let name = format!("lessons/{}.nl.json", walk.lesson);
            browser.open(&walk.link());
            let (_, files) = list.iter().find(|(_, files)| files.get(&name).is_some()).unwrap();
            until_kept(browser, &digests([files]));
        }
        site.stop();
        browser.open(&route);
        for walk in [&first, &second] {
            browser.open(&walk.link());
            robot::play(browser, walk, &walk.straight, |_| {});
        }
        browser.open("#/show");
        browser.until_heading(&worker.get("show_coach"));
        shown = hash(browser, &scanned(browser));
    });
    site.start_again();

    // The coach's camera opens what the worker shows; one tap leads to the board.
    Visit::to(&site).quick().run(|browser| {
        browser.open(&format!("{shown}?lang=nl"));
        browser.until_heading(&worker.get("shown_title"));
        browser.tap("link", &worker.get("shown_board"));
        browser.until_heading(&coach.get("board_title"));
        browser.write(&browser.find("textbox", &coach.get("board_new_name")), "Tree");
        browser.tap("button", &coach.get("board_add"));
        browser.until_says(&coach.get("board_added").replace("{name}", "Tree"));
        let table = table(&file_of(browser, "stepwise-board.csv"));
        assert_eq!(table[0][1..], ["Tree"]);
        for row in &table[1..table.len() - 1] {
            let is_done = LESSONS.map(title).contains(&row[0]);
            assert_eq!(!row[1].is_empty(), is_done, "{row:?}");
        }
        // The same card by hand, for somebody else.
        let code = shown.rsplit('/').next().unwrap();
        browser.open_coach("#/board");
        add(browser, code, "Car");
    });
}
