//! The manager's pages: a self-check shows a mix, screens are counted, what was noted is there again and comes onto one sheet, and is deleted with everything.

use serde_json::json;
use tests::browser::{Browser, Screen};
use tests::data::{self, Words};
use tests::server::Site;
use tests::shots;
use tests::visit::Visit;

use crate::board;
use crate::certificate::is_one_sheet;
use crate::starting_points::looked_at;

/// Where the notes are kept.
const KEPT: &str = "stepwise:coach:manager";

fn guide(language: &str) -> toml::Table {
    data::toml(&format!("content/manager/{language}.toml"))
}

/// A text of the guide in English.
fn says(list: &str, id: &str) -> String {
    guide("en")[list][id].as_str().unwrap().to_owned()
}

fn statements() -> Vec<String> {
    let plan = data::toml("content/manager/manager.toml");
    plan["statement"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

/// Answers the sentence of the group with that name.
fn answer(browser: &Browser, sentence: &str, fit: &str) {
    let script = "
        const group = [...document.querySelectorAll('fieldset')].find(one => one.querySelector('legend')?.textContent.trim() === arguments[0]);
        const label = [...(group?.querySelectorAll('label') ?? [])].find(one => one.innerText.trim() === arguments[1]);
        label?.click();
        return !!label;";
    browser
        .until(sentence, || (browser.script(script, vec![sentence.into(), fit.into()]) == json!(true)).then_some(()));
}

/// Answers the self-check: Productive, and a little Training.
fn answer_all(browser: &Browser, words: &Words) {
    browser.open_coach("#/manager/type");
    for id in statements() {
        let fit = match id.as_str() {
            "money-from-sales" | "orders-lead" | "same-quality" => "fits",
            "learn-and-move-on" => "fits_partly",
            _ => "fits_not",
        };
        answer(browser, &says("statements", &id), &words.get(fit));
    }
}

#[test]
fn the_self_check_says_the_mix_in_words_and_is_there_again_after_a_reload() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    let mostly = words.get("mix_one").replace("{types}", "Productive");
    Visit::to(&site).run(|browser| {
        browser.open_coach("#/");
        browser.tap("link", &words.get("nav_manager"));
        browser.until_heading(&words.get("manager_title"));
        browser.open_coach("#/manager/type");
        browser.until_says(&words.get("mix_open").replace("{count}", "9"));
        answer_all(browser, &words);
        browser.until_says(&mostly);
        browser.until_says(&format!("Productive: {}", words.get("share_much")));
        browser.until_says(&format!("Social: {}", words.get("share_nothing")));
        browser.until_says(&format!("Training: {}", words.get("share_little")));
        assert!(!browser.says("%"));
        browser.reload();
        browser.until_says(&mostly);
        browser.open_coach("#/manager");
        browser.until_says(&mostly);
        // Social lets people stay: one answer more makes a mix of two.
        browser.open_coach("#/manager/type");
        for id in ["taking-part-first", "stay-as-long", "sell-for-work"] {
            answer(browser, &says("statements", id), &words.get("fits"));
        }
        browser.until_says(&words.get("mix_more").replace("{types}", "Productive, Social"));
    });
}

#[test]
fn screens_are_counted_for_each_job_and_everything_is_deleted_with_the_page() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    let total = |count: &str, jobs: &str| words.get("screens_total").replace("{count}", count).replace("{jobs}", jobs);
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/manager/screens");
        browser.until_says(&total("0", "0"));
        browser.tap("button", &words.get("job_add"));
        let name = words.get("job_number").replace("{count}", "1");
        browser.until("the focus on the new job", || {
            (browser.focused() == ("textbox".to_owned(), name.clone())).then_some(())
        });
        browser.write(&browser.find("textbox", &name), "Packing");
        browser.write(&browser.find("spinbutton", "Scanner"), "2");
        browser.write(&browser.find("spinbutton", "Time clock"), "1");
        browser.until_says(&total("3", "1"));
        browser.tap("button", &words.get("job_add"));
        browser.until_says(&total("3", "2"));
        browser.reload();
        browser.until_says(&total("3", "2"));
        browser.tap("button", &format!("{}: {}", words.get("remove"), words.get("job_number").replace("{count}", "2")));
        browser.until_says(&total("3", "1"));

        browser.open_coach("#/manager/plan");
        browser.until_says("Packing");
        browser.until_says("2 Scanner, 1 Time clock");
        assert!(browser.kept(KEPT).is_some());
        browser.open_coach("#/");
        browser.tap("button", &words.get("delete_all"));
        browser.tap("button", &words.get("delete_now"));
        browser.until_says(&words.get("deleted"));
        assert!(browser.keys().iter().all(|key| !key.starts_with("stepwise:coach:")), "{:?}", browser.keys());
        browser.open_coach("#/manager/screens");
        browser.until_says(&total("0", "0"));
    });
}

/// Gives a field what a person would write.
const WRITE: &str = "
    for (const one of document.querySelectorAll(arguments[0])) {
      one.value = arguments[1];
      one.dispatchEvent(new Event('input', { bubbles: true }));
      one.dispatchEvent(new Event('change', { bubbles: true }));
    }";

/// Notes as much as can be: every sentence, every tick, twelve jobs with long names, a country.
fn note_all(browser: &Browser, words: &Words) {
    browser.open_coach("#/manager/type");
    statements().iter().for_each(|id| answer(browser, &says("statements", id), &words.get("fits")));
    for page in ["#/manager/weigh", "#/manager/steps"] {
        browser.open_coach(page);
        let tick = "const all = [...document.querySelectorAll('main input[type=checkbox]')]; all.forEach(one => one.click()); return all.length > 0";
        browser.until("something to tick", || (browser.script(tick, vec![]) == json!(true)).then_some(()));
    }
    browser.open_coach("#/manager/screens");
    (0..12).for_each(|_| browser.tap("button", &words.get("job_add")));
    browser.until_says(&words.get("job_full").replace("{count}", "12"));
    browser.script(WRITE, vec![".desk-job input[type=text]".into(), "Sorting and packing very big boxes".into()]);
    browser.script(WRITE, vec![".desk-job input[type=number]".into(), "12".into()]);
    browser.open_coach("#/manager");
    browser.until_says(&words.get("country_none"));
    browser.script(WRITE, vec!["#country".into(), "pl".into()]);
    browser.until_says("przedsiębiorstwo społeczne");
}

#[test]
fn the_fullest_plan_is_one_sheet_in_every_language_with_the_word_of_the_country() {
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        note_all(browser, &Words::of_coach("en"));
        for language in ["nl", "en", "fr", "de"] {
            browser.set_media(&[]);
            browser.open_coach("#/");
            browser.until_drawn();
            let choose = format!("const one = document.querySelector('#page-language'); one.value = '{language}'; one.dispatchEvent(new Event('change', {{ bubbles: true }}))");
            browser.script(&choose, vec![]);
            browser.open_coach("#/manager/plan");
            browser.until_says("przedsiębiorstwo społeczne");
            browser.until_says(&Words::of_coach(language).get("plan_more").replace("{count}", "8"));
            let step = guide(language)["steps"]["look-back"].as_str().unwrap().to_owned();
            browser.until_says(&step);
            is_one_sheet(browser, &format!("coach-manager-plan-{language}"));
            assert!(!browser.says(&Words::of_coach(language).get("nav_share")));
            browser.chromium("Emulation.setEmulatedMedia", json!({ "media": "" }));
        }
    });
}

#[test]
fn broken_notes_are_set_aside_and_new_ones_are_kept() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    Visit::to(&site).run(|browser| {
        browser.open_coach("#/");
        browser.keep(KEPT, "SW1;9;broken");
        browser.open_coach("#/manager/steps");
        browser.until_says(&words.get("set_aside"));
        browser.tap("checkbox", &says("steps", "look-back"));
        browser.reload();
        browser.until("the tick", || {
            let ticked = "return document.querySelector('#tick-look-back')?.checked";
            (browser.script(ticked, vec![]) == json!(true)).then_some(())
        });
        assert_eq!(browser.kept("stepwise:coach:aside-0").as_deref(), Some("SW1;9;broken"));
    });
}

#[test]
fn a_country_brings_its_own_words_each_in_its_language() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    Visit::to(&site).run(|browser| {
        browser.open_coach("#/manager");
        browser.until_says(&words.get("country_none"));
        let choose = "const one = document.querySelector('#country'); one.value = 'be'; one.dispatchEvent(new Event('change', { bubbles: true })); return one.length";
        assert_eq!(browser.script(choose, vec![]), json!(14));
        browser.until_says("maatwerkbedrijf, entreprise d'insertion");
        browser.until_says(&words.get("country_says"));
        let languages = "return [...document.querySelectorAll('.national [lang]')].slice(0, 2).map(one => one.lang)";
        assert_eq!(browser.script(languages, vec![]), json!(["nl", "fr"]));
        browser.reload();
        browser.until_says("maatwerkbedrijf");
    });
}

#[test]
fn axe_finds_nothing_on_the_pages_of_the_manager_in_any_theme_and_size() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    let job = words.get("job_add");
    let (ours, kinds, first) = (words.get("manager_ours"), words.get("type_ours"), words.get("steps_ours"));
    let (plan, data) = (words.get("plan_ours"), words.get("data_says"));
    Visit::to(&site).run(|browser| {
        answer_all(browser, &words);
        browser.open_coach("#/manager/screens");
        browser.tap("button", &job);
        browser.set_screen(Screen::PHONE);
        looked_at(
            browser,
            &[
                ("#/manager", &ours),
                ("#/manager/type", &kinds),
                ("#/manager/weigh", &kinds),
                ("#/manager/screens", &job),
                ("#/manager/steps", &first),
                ("#/manager/plan", &plan),
                ("#/manager/data", &data),
            ],
        );
        shots::keep(browser, "coach-manager-end");
    });
}

#[test]
fn totals_tell_how_many_and_nothing_while_a_number_could_tell_who() {
    let site = Site::of_build();
    let words = Words::of_coach("en");
    Visit::to(&site).quick().run(|browser| {
        browser.open_coach("#/board");
        for name in ["Tree", "Sun", "River", "Stone"] {
            board::add(browser, board::FOUR, name);
        }
        browser.open_coach("#/manager");
        browser.until_says(&words.get("totals_few").replace("{count}", "5"));
        browser.open_coach("#/board");
        board::add(browser, board::FOUR, "Cloud");
        browser.open_coach("#/manager");
        browser.until_says(words.get("totals_people").split("{count}").next().unwrap());
        let rows = "return [...document.querySelectorAll('.board-totals tbody td')].map(one => one.innerText)";
        browser.until("the numbers", || (browser.script(rows, vec![]) == json!(["5", "5", "5", "5"])).then_some(()));
        assert!(!browser.says("Tree"), "a name is on the page");
    });
}
