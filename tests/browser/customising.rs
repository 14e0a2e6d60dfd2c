//! An organisation's own name, logo and words, put beside the app without a build: `docs/custom.md`.

use std::fs;
use std::path::Path;

use serde_json::json;
use tests::axe;
use tests::browser::{Browser, Screen};
use tests::data::Words;
use tests::offline::until_served;
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

use crate::coach::title;
use crate::kiosk::{link, set_up, until_free};

const NAME: &str = "De Werf & Zonen";
const WHO: &str = "Vraag het aan Fatima, in lokaal 12.";
/// A picture with a script that must not run.
const LOGO: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 40' onload='parent.ran = 1'><script>parent.ran = 1; top.ran = 1</script><rect width='120' height='40' rx='8' fill='#7a2e8e'/><circle cx='20' cy='20' r='12' fill='#fff'/><rect x='42' y='14' width='66' height='12' rx='6' fill='#fff'/></svg>";

/// A site with what an organisation wrote; each part may be replaced.
fn site(name: &str, file: &str) -> Site {
    let site = Site::copy(name);
    site.put("custom/custom.json", file);
    site.put("custom/logo.svg", LOGO);
    site
}

fn whole() -> String {
    json!({ "name": NAME, "logo": "logo.svg", "who-helps.nl": WHO, "who-helps-picture": "logo.svg", "help-phone.fr": "Appelez le 09 123 45 67." })
        .to_string()
}

/// What is said of the organisation in a place of the page, and how wide its logo is drawn; nothing as long as a part of it is on its way.
fn shown(browser: &Browser, place: &str) -> Option<(String, f64)> {
    let script = "const one = document.querySelector(arguments[0]); const logo = one && one.querySelector('img');
        return one && (!logo || logo.complete) ? [one.innerText.trim(), logo ? logo.naturalWidth && logo.getBoundingClientRect().width : 0] : null";
    let both = browser.script(script, vec![json!(place)]);
    Some((both.get(0)?.as_str()?.to_owned(), both.get(1)?.as_f64()?))
}

#[track_caller]
fn until_shown(browser: &Browser, place: &str) {
    browser.until("name and logo", || shown(browser, place).filter(|(name, width)| name == NAME && *width > 40.0));
    assert_eq!(browser.script("return window.ran || 0", vec![]), json!(0), "the script of a logo ran");
}

#[test]
fn a_kiosk_says_whose_it_is_and_still_does_without_a_server() {
    let site = site("custom-kiosk", &whole());
    Visit::to(&site).with_worker().on(Screen { width: 1280, height: 900, touch: true }).run(|browser| {
        browser.expect_message("");
        set_up(browser, &link());
        until_shown(browser, "#organisation");
        assert_eq!(axe::sure_violations(browser), Vec::<String>::new());
        shots::keep(browser, "custom-kiosk");
        until_served(browser);
        browser.load("#/");
        until_free(browser);
        until_shown(browser, "#organisation");
        site.stop();
        browser.load("#/");
        until_free(browser);
        until_shown(browser, "#organisation");
    });
}

#[test]
fn help_begins_with_the_words_of_the_organisation_in_the_language_of_the_reader_alone() {
    let site = site("custom-help", &whole());
    Visit::to(&site).run(|browser| {
        browser.open("#/help?lang=nl");
        browser.until_says(WHO);
        let first = "return document.querySelector('.help-list li').innerText.trim()";
        assert_eq!(browser.script(first, vec![]), json!(WHO));
        let photo = "const one = document.querySelector('.help-list li img'); return !!one && one.src.endsWith('/custom/logo.svg') && one.complete && one.naturalWidth > 0 && one.getBoundingClientRect().width > 40";
        browser.until("their own picture", || (browser.script(photo, vec![]) == json!(true)).then_some(()));
        assert_eq!(axe::sure_violations(browser), Vec::<String>::new());
        shots::keep(browser, "custom-help");
        assert!(!browser.says("09 123 45 67"), "a French line on a Dutch page");
        browser.open("#/help?lang=fr");
        browser.until_says("09 123 45 67");
        assert!(!browser.says(WHO), "a Dutch line on a French page");
    });
}

#[test]
fn a_poster_has_the_name_and_the_logo_until_a_coach_types_another() {
    let site = site("custom-poster", &whole());
    Visit::to(&site).on(Screen { width: 1280, height: 900, touch: false }).run(|browser| {
        browser.open_coach("#/");
        browser.tap("checkbox", &title("fire-alarm"));
        browser.open_coach("#/poster");
        until_shown(browser, ".poster-top");
        assert_eq!(axe::sure_violations(browser), Vec::<String>::new());
        shots::keep(browser, "custom-poster");
        let lines = "const name = document.querySelector('.poster-top span'); return Math.round(name.offsetHeight / parseFloat(getComputedStyle(name).lineHeight))";
        assert_eq!(browser.script(lines, vec![]), json!(1), "the name does not stand beside the logo");
        let field = "const one = document.querySelector('#organisation'); one.value = arguments[0]; one.dispatchEvent(new Event('input', { bubbles: true }))";
        browser.script(field, vec![json!("De Ploeg")]);
        browser.until("the typed name", || shown(browser, ".poster-top").filter(|(name, _)| name == "De Ploeg"));
        browser.script(field, vec![json!("")]);
        until_shown(browser, ".poster-top");
    });
}

#[test]
fn of_a_file_with_a_mistake_nothing_is_shown_and_the_coach_reads_what_is_wrong() {
    let words = Words::of_coach("en");
    let long = json!({ "name": "a".repeat(61) }).to_string();
    let outside = json!({ "name": NAME, "logo": "../index.html" }).to_string();
    let broken = whole().replace("\",", "\"");
    let site = site("custom-broken", "");
    Visit::to(&site).run(|browser| {
        for (file, why) in [
            (broken.as_str(), "custom_unreadable"),
            (&" ".repeat(9000), "custom_unreadable"),
            (&long, "custom_name"),
            (&outside, "custom_picture"),
            (r#"{"canteen.nl":"Daar."}"#, "custom_words"),
        ] {
            site.put("custom/custom.json", file);
            browser.open_coach("#/");
            browser.until_says(&words.get(why));
            browser.until_says(&words.get("custom_wrong"));
        }
        shots::keep(browser, "custom-wrong");
        site.put("custom/custom.json", &outside);
        set_up(browser, &link());
        assert_eq!(browser.script("return document.querySelectorAll('#organisation').length", vec![]), json!(0));
    });
}

#[test]
fn a_lesson_asks_for_nothing_of_it_and_a_build_says_nothing_in_anybodys_name() {
    let site = Site::of_build();
    let asked = "return performance.getEntriesByType('resource').filter(one => one.name.includes('/custom/')).length";
    Visit::to(&site).quick().run(|browser| {
        browser.open(&tests::data::lessons_of_every_kind("nl")[0].link());
        browser.until_drawn();
        assert_eq!(browser.script(asked, vec![]), json!(0));
        browser.open("#/help?lang=nl");
        browser.until("the one request", || (browser.script(asked, vec![]) == json!(1)).then_some(()));
        browser.until_says(&Words::of("nl").get("help_coach"));
    });
    Visit::to(&site).run(|browser| {
        set_up(browser, &link());
        browser.until("the one request", || (browser.script(asked, vec![]) == json!(1)).then_some(()));
        assert_eq!(browser.script("return document.querySelectorAll('#organisation').length", vec![]), json!(0));
    });
    assert!(Path::new(&site.file("custom/custom.json")).is_file());
    assert_eq!(fs::read_to_string(site.file("custom/custom.json")).unwrap().trim(), "{}");
}
