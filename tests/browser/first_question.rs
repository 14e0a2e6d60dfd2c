//! What a link to a lesson costs until its first question is seen and answered.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::json;
use tests::browser::Browser;
use tests::data::{self, Walkthrough, Words, walkthroughs};
use tests::look::Region;
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

/// Bytes as a web host sends them: text after brotli, what is compressed already as it is.
fn weight(path: &Path) -> usize {
    let bytes = fs::read(path).unwrap();
    if path.extension().is_some_and(|ending| ending == "woff2" || ending == "png" || ending == "webp") {
        return bytes.len();
    }
    let mut small = vec![];
    let mut writer = brotli::CompressorWriter::new(&mut small, 4096, 11, 22);
    writer.write_all(&bytes).unwrap();
    drop(writer);
    small.len()
}

/// Everything that was asked for until the first question is answered, by a browser that was never here.
fn addresses(browser: &Browser, walk: &Walkthrough) -> Vec<String> {
    browser.forget_everything();
    browser.chromium("Network.clearBrowserCache", json!({}));
    let before = browser.asked_for().len();
    browser.open(&walk.link());
    for card in &walk.straight {
        browser.until_heading(&card.heading);
        let loaded = "
            const done = arguments[0];
            const pictures = [...document.images].map(image => image.complete ? 0 : new Promise(then => image.onload = image.onerror = then));
            Promise.all(pictures).then(() => document.fonts.ready).then(() => done());";
        browser.script_later(loaded, vec![]);
        if card.kind == "tell" {
            robot::solve(browser, card);
            continue;
        }
        let answer = card.presses.len() - 1;
        card.presses[..answer].iter().for_each(|press| robot::press_on_card(browser, press));
        // *Show me* plays to its end. The device that it shows may have a button of the same name.
        browser.find_in(Region::Bar, "button", &Words::of(&walk.language).get("next"));
        browser.script_later(loaded, vec![]);
        break;
    }
    browser.asked_for().split_off(before)
}

#[test]
fn the_first_question_of_the_heaviest_lesson_is_within_its_budget() {
    let budget = data::toml("budgets.toml");
    let budget = |key: &str| budget["first-question"][key].as_integer().unwrap();
    let site = Site::of_build();
    let mut weights: BTreeMap<PathBuf, usize> = BTreeMap::new();
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/");
        let mut rows = vec![];
        let mut weigh = |walk: &Walkthrough| {
            // The browser asks for the sign of the tab when it likes, also for the page before: each address counts once.
            let asked: BTreeSet<String> =
                addresses(browser, walk).into_iter().filter(|url| !url.starts_with("data:")).collect();
            let files: BTreeSet<PathBuf> = asked.iter().filter_map(|url| site.file_at(url)).collect();
            let bytes: usize =
                files.iter().map(|path| *weights.entry(path.clone()).or_insert_with(|| weight(path))).sum();
            (bytes, asked.len(), format!("{} {}", walk.lesson, walk.language), files)
        };
        // The pictures are the same in each language: the heaviest lesson of one is looked at in all.
        let (dutch, others): (Vec<_>, Vec<_>) = walkthroughs().into_iter().partition(|walk| walk.language == "nl");
        rows.extend(dutch.iter().map(&mut weigh));
        let heaviest = rows.iter().max_by_key(|row| row.0).map(|row| row.2.clone()).unwrap();
        rows.extend(others.iter().filter(|walk| heaviest == format!("{} nl", walk.lesson)).map(&mut weigh));
        rows.sort_by_key(|row| std::cmp::Reverse(row.0));
        crate::tell("\nfirst question by link      bytes (brotli)  requests");
        for (bytes, requests, name, _) in &rows {
            crate::tell(&format!("{name:30} {bytes:>9} {requests:>9}"));
        }
        for path in &rows[0].3 {
            crate::tell(&format!("  {:>7} {}", weights[path], path.file_name().unwrap().to_string_lossy()));
        }
        let most = rows.iter().map(|row| row.1).max().unwrap();
        assert!(rows[0].0 as i64 <= budget("kB") * 1000, "{} needs {} bytes", rows[0].2, rows[0].0);
        assert!(most as i64 <= budget("requests"), "{most} requests");
    });
}
