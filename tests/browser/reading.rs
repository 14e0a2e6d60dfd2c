//! The lessons without the app: plain pages, reached where no script runs, read by everybody, printed.

use serde_json::{Value, json};
use tests::browser::Browser;
use tests::data::{Walkthrough, Words, walkthroughs};
use tests::languages::LANGUAGES;
use tests::server::Site;
use tests::visit::Visit;
use tests::{axe, checks::html};

fn pages(language: &str) -> Vec<Walkthrough> {
    walkthroughs().into_iter().filter(|walk| walk.language == language).collect()
}

fn load(browser: &Browser, address: &str) {
    browser.go(&format!("{}lite/{address}", browser.site));
}

/// What a screen reader is told of the page, where no script runs.
fn told(browser: &Browser) -> String {
    let tree = browser.chromium("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().unwrap().iter();
    let names = nodes.filter(|node| node["ignored"] == false).filter_map(|node| node["name"]["value"].as_str());
    names.map(|name| name.replace('\u{ad}', "")).collect::<Vec<_>>().join("\n")
}

#[test]
fn without_javascript_every_lesson_is_read_by_its_link() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        browser.chromium("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        browser.load("#/");
        let links = told(browser);
        for language in LANGUAGES.iter() {
            let link = Words::of(language).get("lite");
            assert!(links.contains(&link), "\"{link}\" is not told");
            for walk in pages(language) {
                load(browser, &format!("{language}/{}.html", walk.lesson));
                let page = told(browser);
                for heading in walk.straight.iter().map(|card| card.heading.replace('\u{ad}', "")) {
                    assert!(page.contains(&heading), "{} {language}: {heading:?} is not there", walk.lesson);
                }
                assert!(page.contains(&Words::of(language).get("answers")), "{} {language}: no answers", walk.lesson);
            }
        }
    });
}

#[test]
fn nothing_is_amiss_on_the_pages_without_the_app() {
    let site = Site::of_build();
    let folder = html::folder("lite");
    let mut wrong: Vec<String> = vec![];
    Visit::to(&site).run(|browser| {
        for language in LANGUAGES.iter() {
            for name in ["", "fire-alarm.html", "read-my-payslip.html", "never-share-this-code.html"] {
                load(browser, &format!("{language}/{name}"));
                wrong.extend(axe::violations(browser).into_iter().map(|fault| format!("{language}/{name}: {fault}")));
                let wide = browser.script("return document.documentElement.scrollWidth > innerWidth", vec![]);
                if wide == json!(true) {
                    wrong.push(format!("{language}/{name}: wider than a phone"));
                }
                html::keep(&folder, &format!("{language}-{}", name.trim_end_matches(".html")), &html::drawn(browser));
            }
        }
    });
    wrong.extend(html::faults(&folder));
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_lesson_without_the_app_is_printed_with_letters_of_14_points() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        load(browser, "nl/fire-alarm.html");
        browser.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let smallest = browser.script(
            "return Math.min(...[...document.querySelectorAll('main *')].filter(one => one.innerText).map(one => parseFloat(getComputedStyle(one).fontSize)))",
            vec![],
        );
        // 14 pt are 18.66 px.
        assert!(smallest.as_f64().unwrap() >= 18.6, "{smallest} px");
        let pdf: Value = browser.chromium("Page.printToPDF", json!({ "paperWidth": 8.27, "paperHeight": 11.69 }));
        assert!(pdf["data"].as_str().is_some_and(|data| data.len() > 10_000), "nothing is printed");
    });
}
