//! Several people on one device: each sees their own steps and nothing of anybody else's.

use serde_json::{Value, json};
use tests::axe;
use tests::browser::Browser;
use tests::data::{self, Walkthrough, Words, walkthroughs};
use tests::robot;
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

fn lesson(id: &str) -> Walkthrough {
    walkthroughs().into_iter().find(|walk| walk.lesson == id && walk.language == "nl").unwrap()
}

fn play(browser: &Browser, id: &str) {
    let walk = lesson(id);
    browser.open(&walk.link());
    robot::play(browser, &walk, &walk.straight, |_| {});
}

/// "I can …" of a lesson.
fn can(id: &str) -> String {
    data::toml(&format!("content/lessons/{id}/nl.toml"))["can"].as_str().unwrap().to_owned()
}

/// The keys of this person in local storage and in the mirror.
fn keys_of(browser: &Browser, person: &str) -> Vec<String> {
    let mirrored = "
        const done = arguments[arguments.length - 1];
        const request = indexedDB.open('stepwise');
        request.onsuccess = () => {
          const keys = request.result.transaction('documents').objectStore('documents').getAllKeys();
          keys.onsuccess = () => { request.result.close(); done(keys.result); };
        };";
    let mirrored: Vec<String> = serde_json::from_value(browser.script_later(mirrored, vec![])).unwrap();
    let all = browser.keys().into_iter().chain(mirrored);
    all.filter(|key| key.starts_with(&format!("stepwise:{person}:"))).collect()
}

/// A new window knows nobody yet.
fn new_window(browser: &Browser, place: &str) {
    browser.script("sessionStorage.clear()", vec![]);
    browser.open(place);
    browser.until_heading(&Words::of("nl").get("people_who"));
}

/// The first person of the device, who was alone until now, takes a picture and a name.
fn first(browser: &Browser, name: &str) {
    let words = Words::of("nl");
    browser.open("#/me?lang=nl");
    browser.tap("link", &words.get("people_more"));
    browser.tap("radio", &words.get("picture_cat"));
    browser.write(&browser.find("textbox", &words.get("people_name")), name);
    browser.tap("button", &words.get("people_begin"));
    browser.find("button", name);
}

/// Somebody new, with a dog for a picture and no name.
fn second(browser: &Browser) {
    let words = Words::of("nl");
    browser.open("#/people");
    browser.tap("link", &words.get("people_new"));
    browser.tap("radio", &words.get("picture_dog"));
    browser.tap("button", &words.get("people_begin"));
    // In the language of the page before.
    browser.until_heading(&words.get("hello"));
}

/// Says who is here, and is at home.
fn come(browser: &Browser, name: &str) {
    browser.open("#/people");
    browser.tap("button", name);
    browser.until_heading(&Words::of("nl").get("hello"));
}

#[test]
fn each_person_sees_their_own_steps_and_no_trace_of_another() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let (mine, theirs) = ("i-am-sick", "sign-colours");
    Visit::to(&site).quick().run(|browser| {
        play(browser, mine);
        first(browser, "Amir");
        // What was done before there were others stays.
        browser.open("#/steps");
        browser.until_says(&can(mine));
        second(browser);
        for place in ["#/", "#/steps", "#/me", "#/card", "#/show", "#/certificate"] {
            browser.open(place);
            assert!(!browser.says("Amir") && !browser.says(&can(mine)), "{place} tells of another person");
        }
        browser.open("#/steps");
        browser.until_says(&words.get("nothing_yet"));
        play(browser, theirs);
        browser.open("#/");
        browser.tap("link", &words.get("people_change"));
        browser.tap("button", "Amir");
        browser.until_heading(&words.get("hello"));
        browser.open("#/steps");
        browser.until_says(&can(mine));
        assert!(!browser.says(&can(theirs)));
        come(browser, &words.get("picture_dog"));
        browser.open("#/steps");
        browser.until_says(&can(theirs));
        assert!(!browser.says(&can(mine)));
    });
}

#[test]
fn a_new_window_asks_who_it_is_then_opens_what_the_link_says() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lesson("sign-colours");
    Visit::to(&site).run(|browser| {
        first(browser, "Amir");
        second(browser);
        new_window(browser, &walk.link());
        // There is no other way on than to say who it is.
        assert_eq!(browser.names("link"), [words.get("skip"), words.get("people_new")]);
        let faults = axe::sure_violations(browser);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        shots::keep(browser, "people");
        browser.tap("button", "Amir");
        browser.until_heading(&walk.straight[0].heading);
        // The same window does not ask again.
        browser.open("#/?lang=nl");
        browser.until_heading(&words.get("hello"));

        // Local storage comes back empty from a crash: the mirror knows that there are several, and who.
        browser.script("localStorage.clear()", vec![]);
        new_window(browser, "#/?lang=nl");
        browser.find("button", "Amir");
        browser.find("button", &words.get("picture_dog"));
    });
}

#[test]
fn a_picture_is_for_one_person_and_the_first_thing_to_choose() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).run(|browser| {
        first(browser, "Amir");
        browser.open("#/people/new");
        browser.find("radio", &words.get("picture_dog"));
        assert!(!browser.sees("radio", &words.get("picture_cat")), "two people with one picture");
        browser.tap("button", &words.get("people_begin"));
        browser.until_says(&words.get("people_no_picture"));
        assert_eq!(browser.place(), "#/people/new");
    });
}

/// Taps pictures of a secret.
fn tap_secret(browser: &Browser, pictures: [&str; 3]) {
    pictures.iter().for_each(|picture| browser.tap("button", &Words::of("nl").get(picture)));
}

#[test]
fn a_secret_of_three_pictures_is_asked_for_and_whoever_forgets_it_loses_nothing() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let right = ["picture_fish", "picture_boat", "picture_fish"];
    Visit::to(&site).quick().run(|browser| {
        play(browser, "i-am-sick");
        first(browser, "Amir");
        browser.open("#/me");
        browser.tap("link", &words.get("secret"));
        // It says what it is not.
        browser.until_says(&words.get("secret_no_lock"));
        tap_secret(browser, right);
        shots::keep(browser, "secret");
        browser.tap("button", &words.get("secret_keep"));
        browser.until_says(&words.get("secret_kept"));

        new_window(browser, "#/steps?lang=nl");
        browser.tap("button", "Amir");
        browser.until_heading(&words.get("secret_tap"));
        let faults = axe::sure_violations(browser);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        tap_secret(browser, ["picture_boat", "picture_fish", "picture_fish"]);
        browser.until_says(&words.get("look_again"));
        assert!(!browser.says(&can("i-am-sick")));
        tap_secret(browser, right);
        browser.until_says(&can("i-am-sick"));

        new_window(browser, "#/steps?lang=nl");
        browser.tap("button", "Amir");
        browser.until_heading(&words.get("secret_tap"));
        assert!(!browser.sees("button", &words.get("secret_forgot")));
        for _ in 0..3 {
            tap_secret(browser, ["picture_cat", "picture_cat", "picture_cat"]);
            browser.until_says(&words.get("look_again"));
        }
        browser.tap("button", &words.get("secret_forgot"));
        browser.until_says(&words.get("secret_forgot_says"));
        browser.tap("button", &words.get("secret_without"));
        browser.until_says(&can("i-am-sick"));
        // The secret is gone, so its owner sees that somebody came in.
        new_window(browser, "#/steps?lang=nl");
        browser.tap("button", "Amir");
        browser.until_says(&can("i-am-sick"));
    });
}

#[test]
fn two_taps_delete_one_person_and_leave_the_other() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().run(|browser| {
        play(browser, "i-am-sick");
        first(browser, "Amir");
        second(browser);
        play(browser, "sign-colours");
        assert!(!keys_of(browser, "dog").is_empty());
        browser.open("#/me");
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.until_says(&words.get("deleted"));
        assert_eq!(keys_of(browser, "dog"), [""; 0]);
        assert!(!browser.sees("button", &words.get("picture_dog")));
        browser.tap("button", "Amir");
        browser.until_heading(&words.get("hello"));
        browser.open("#/steps");
        browser.until_says(&can("i-am-sick"));

        // The last one: nothing is left at all.
        browser.open("#/me");
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.until("another page", || (browser.script("return people.here", vec![]) == json!("me")).then_some(()));
        browser.open("#/steps?lang=nl");
        browser.until_says(&words.get("nothing_yet"));
        let left: Vec<String> = ["cat", "dog", "nobody"].iter().flat_map(|person| keys_of(browser, person)).collect();
        assert_eq!(left, [""; 0]);
        let progress = browser.script("return localStorage.getItem('stepwise:me:progress')", vec![]);
        assert!(progress.is_null() || !progress.as_str().unwrap().contains("i-am-sick"), "{progress}");
        assert_eq!(browser.script("return mirror.kept['stepwise:me:progress'] ?? null", vec![]), Value::Null);
    });
}

#[test]
fn a_coachs_list_is_for_whoever_opens_it() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let walk = lesson("sign-colours");
    Visit::to(&site).quick().run(|browser| {
        first(browser, "Amir");
        second(browser);
        new_window(browser, &format!("#/route/{}?lang=nl", walk.lesson));
        browser.tap("button", "Amir");
        browser.until_heading(&walk.straight[0].heading);
        browser.open("#/");
        browser.until_says(&words.get("route"));
        come(browser, &words.get("picture_dog"));
        assert!(!browser.says(&words.get("route")), "the list of one is shown to another");
    });
}
