//! Starting points: who is in front of a coach leads to what to know, what to do, and a list that lands in the route.

use serde_json::json;
use tests::axe;
use tests::browser::{Browser, Screen};
use tests::data::{self, Words};
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

const POINT: &str = "tired-eyes";

fn of_point(language: &str, id: &str, key: &str) -> toml::Value {
    data::toml(&format!("content/starting/{language}.toml"))["points"][id][key].clone()
}

fn title(id: &str) -> String {
    of_point("en", id, "title").as_str().unwrap().to_owned()
}

#[test]
fn a_starting_point_says_what_to_know_and_its_list_lands_in_the_route() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    let lessons = data::toml("content/paths/paths.toml")["path"][0]["lessons"].clone();
    let first = lessons[0].as_str().unwrap();
    let lesson = data::toml(&format!("content/lessons/{first}/en.toml"))["title"].as_str().unwrap().to_owned();
    Visit::to(&site).run(|browser| {
        browser.open_coach("#/");
        browser.tap("link", &words.get("nav_start"));
        browser.until_heading(&words.get("start_title"));
        // Fourteen people to choose from, and who wrote of them.
        browser.until("all of them", || {
            let links = browser.script("return document.querySelectorAll('.desk-tiles a').length", vec![]);
            (links == json!(14)).then_some(())
        });
        browser.until_says("Only these names are B-WISE's.");
        browser.tap("link", &title(POINT));
        browser.until_heading(&title(POINT));
        for key in ["know", "act"] {
            of_point("en", POINT, key)
                .as_array()
                .unwrap()
                .iter()
                .for_each(|line| browser.until_says(line.as_str().unwrap()));
        }
        browser.until_says(&words.get("start_ours"));
        browser.until_says(&lesson);
        browser.tap("button", &words.get("start_take"));
        browser.until_heading(&words.get("route_title"));
        browser.until("the lessons of the list", || {
            let row = "return document.querySelector('.route-list .row-title')?.innerText";
            (browser.script(row, vec![]) == json!(lesson)).then_some(())
        });
    });
}

#[test]
fn a_coach_begins_with_lessons_for_coaches_and_an_unknown_point_leads_nowhere() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    Visit::to(&site).run(|browser| {
        browser.open_coach("#/start/craft-coach");
        browser.until_heading(&title("craft-coach"));
        let link = "return document.querySelector('.desk-point .picks a')?.getAttribute('href')";
        let href = browser.until("a lesson", || browser.script(link, vec![]).as_str().map(str::to_owned));
        assert!(href.ends_with("#/lesson/a-lesson-in-5-minutes?lang=en"), "{href}");
        browser.open_coach("#/start/nobody-of-us");
        browser.until_heading(&words.get("unknown_place"));
    });
}

/// Looks at each of these places on a phone and a desk, in light, dark and with large letters.
pub(crate) fn looked_at(browser: &Browser, places: &[(&str, &str)]) {
    let choose = |field: &str, value: &str| {
        browser.open_coach("#/");
        browser.until_drawn();
        let script = format!(
            "const one = document.querySelector('#{field}'); one.value = '{value}'; one.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        );
        browser.script(&script, vec![]);
    };
    for (name, screen, colours, text) in [
        ("phone", Screen::PHONE, "light", "100"),
        ("desk", Screen::DESK, "light", "100"),
        ("desk-dark", Screen::DESK, "dark", "100"),
        ("phone-large", Screen::PHONE, "cream", "200"),
    ] {
        browser.set_screen(screen);
        choose("page-colours", colours);
        choose("page-text", text);
        for (place, known) in places {
            browser.open_coach(place);
            browser.until_says(known);
            let faults = axe::sure_violations(browser);
            assert!(faults.is_empty(), "{place} {name}: {}", faults.join("\n"));
            shots::keep(browser, &format!("coach-{}-{name}", place.trim_start_matches("#/").replace('/', "-")));
        }
    }
}

#[test]
fn axe_finds_nothing_at_the_starting_points_in_any_theme_and_size() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    let ours = words.get("start_ours");
    Visit::to(&site).run(|browser| {
        looked_at(browser, &[("#/start", &title(POINT)), ("#/start/tired-eyes", &ours), ("#/start/founder", &ours)]);
    });
}
