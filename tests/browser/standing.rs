//! Where steps do not stay for long, the reader is told at the top of the first page, and nowhere else. What the browsers tell is imitated: no iPhone was at hand.

use serde_json::json;
use tests::axe;
use tests::browser::Browser;
use tests::data::{Words, lessons_of_every_kind};
use tests::languages::LANGUAGES;
use tests::robot;
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

/// What a browser calls itself, what it says of itself besides, and the sentence that belongs to it.
fn browsers() -> Vec<(String, &'static str, Option<&'static str>)> {
    let safari = format!("{PHONE} Version/18.5 Mobile/15E148 Safari/604.1");
    let tab = "Object.defineProperty(navigator, 'standalone', { value: false })";
    let home_screen = "Object.defineProperty(navigator, 'standalone', { value: true })";
    let android = "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36";
    let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned();
    let private = "delete Navigator.prototype.serviceWorker";
    vec![
        (format!("{safari} Instagram 300.0"), tab, Some("inside_app")),
        (format!("{PHONE} Mobile/15E148"), "", Some("inside_app")),
        (android.to_owned(), "", Some("inside_app")),
        (safari.clone(), tab, Some("inside_tab")),
        (safari, home_screen, None),
        (firefox.clone(), private, Some("inside_private")),
        (firefox, "", None),
        (android.replace("; wv", ""), "", None),
    ]
}

const KEYS: [&str; 3] = ["inside_app", "inside_tab", "inside_private"];

fn told(browser: &Browser, language: &str) -> Vec<&'static str> {
    let words = Words::of(language);
    KEYS.into_iter().filter(|key| browser.says(&words.get(key))).collect()
}

#[test]
fn whoever_would_lose_their_steps_is_told_before_they_begin_and_nobody_else() {
    let site = Site::of_build();
    for (agent, script, says) in browsers() {
        Visit::to(&site).with_script(script).run(|browser| {
            browser.chromium("Network.setUserAgentOverride", json!({ "userAgent": agent }));
            browser.open(&lessons_of_every_kind("nl").remove(0).link());
            assert_eq!(told(browser, "nl"), says.into_iter().collect::<Vec<_>>(), "{agent}");
        });
    }
}

#[test]
fn what_is_told_is_told_in_every_language_and_in_nobodys_way() {
    let site = Site::of_build();
    let (agent, script, _) = browsers().remove(3);
    let walk = lessons_of_every_kind("nl").remove(0);
    Visit::to(&site).quick().with_script(script).run(|browser| {
        browser.chromium("Network.setUserAgentOverride", json!({ "userAgent": agent }));
        for language in LANGUAGES.iter() {
            browser.open(&format!("#/?lang={language}"));
            assert_eq!(told(browser, language), ["inside_tab"]);
            let faults = axe::sure_violations(browser);
            assert!(faults.is_empty(), "{language}: {}", faults.join("\n"));
            shots::keep(browser, &format!("standing-{language}"));
        }
        browser.open(&walk.link());
        robot::play(browser, &walk, &walk.straight, |_| {});
        // The way out that is there: take the steps along.
        browser.tap("button", &Words::of("nl").get("my_card"));
        browser.until_heading(&Words::of("nl").get("my_card"));
        browser.tap("button", &Words::of("nl").get("close"));
        browser.until("that it is gone", || told(browser, "nl").is_empty().then_some(()));
        browser.open("#/?lang=nl");
        assert_eq!(told(browser, "nl"), [""; 0]);
    });
}
