//! Before the app is there: on a slow network, and without JavaScript.

use serde_json::json;
use tests::data::{Words, lessons_of_every_kind};
use tests::languages::LANGUAGES;
use tests::server::Site;
use tests::visit::Visit;

/// Slow 3G, in bytes a second and milliseconds.
const SLOW: (u32, u32) = (50_000, 400);
#[test]
fn on_a_slow_network_the_reader_is_asked_in_their_language_to_wait_and_then_the_lesson_comes() {
    let site = Site::of_build();
    let walk = lessons_of_every_kind("nl").remove(0);
    // What is seen is written down from the first moment on.
    let watch = "
        window.seenWaiting = [];
        const look = () => {
          const says = document.getElementById('first-says');
          if (says && !document.documentElement.hasAttribute('data-ready') && says.checkVisibility()) window.seenWaiting.push([document.documentElement.lang, says.textContent]);
          if (document.documentElement.hasAttribute('data-ready')) window.readyAt = performance.now(); else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);";
    Visit::to(&site).with_script(watch).run(|browser| {
        let (bytes, wait) = SLOW;
        browser.chromium("Network.enable", json!({}));
        let conditions =
            json!({ "offline": false, "latency": wait, "downloadThroughput": bytes, "uploadThroughput": bytes });
        browser.chromium("Network.emulateNetworkConditions", conditions);
        // What was fetched early waits for the program, and the browser says so.
        browser.expect_message("preload");
        browser.load(&walk.link());
        browser.until_drawn();
        browser.until_heading(&walk.straight[0].heading);
        let seen: Vec<(String, String)> =
            serde_json::from_value(browser.script("return window.seenWaiting", vec![])).unwrap();
        let last = seen.last().expect("nothing was seen before the app");
        assert_eq!(*last, ("nl".to_owned(), Words::of("nl").get("waiting")));
        let paint = "return [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.readyAt]";
        let (paint, ready): (f64, f64) = serde_json::from_value(browser.script(paint, vec![])).unwrap();
        crate::tell(&format!("\non a network of 400 kbit/s: first paint {paint:.0} ms, app {ready:.0} ms"));
        assert!(paint * 2.0 < ready, "the words to wait come at {paint} ms, hardly before the app at {ready} ms");
    });
}

/// The program never comes: not a byte, and no word that it failed.
const SILENCE: &str = "
    if (!sessionStorage.getItem('come')) {
      const fetched = window.fetch;
      window.fetch = (...asked) => String(asked[0].url ?? asked[0]).includes('.wasm') ? new Promise(() => {}) : fetched(...asked);
    }";

#[test]
fn an_app_that_does_not_start_says_so_after_a_while_and_can_be_started_again() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().with_script(SILENCE).run(|browser| {
        // What was fetched early is not used.
        browser.expect_message("preload");
        browser.load("#/help?lang=nl");
        browser.until_says(&words.get("slow"));
        browser.script("sessionStorage.setItem('come', '1')", vec![]);
        browser.tap("button", &words.get("start_again"));
        browser.until_heading(&words.get("help_title"));
        assert!(!browser.says(&words.get("slow")));
    });
}

#[test]
fn without_javascript_the_reader_is_told_so_in_every_language() {
    let site = Site::of_build();
    Visit::to(&site).run(|browser| {
        browser.chromium("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        browser.load("#/");
        let told = browser.chromium("DOM.getDocument", json!({ "depth": -1 }));
        let tree = browser.chromium("Accessibility.getFullAXTree", json!({})).to_string();
        assert!(told.to_string().contains("noscript"));
        for language in LANGUAGES.iter() {
            let sentence = Words::of(language).get("no_script");
            assert!(tree.contains(&sentence), "\"{sentence}\" is not said");
        }
    });
}
