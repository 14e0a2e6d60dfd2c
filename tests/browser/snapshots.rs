//! Each place as the browser tells it to screen readers, compared with what was accepted; and what must be the same on all places.

use tests::browser::Browser;
use tests::data::{Words, walkthroughs};
use tests::server::Site;
use tests::snapshot::{self, Branch};
use tests::states::{self, Variant};
use tests::visit::Visit;
use tests::{checks::html, golden};

const LANGUAGES: [&str; 1] = ["nl"];
/// The lesson that *Help* opens.
const LESSON: &str = "how-this-app-works";

/// Shows all places and, of a lesson, its first card with and without the sheet of settings.
fn each(browser: &Browser, language: &'static str, mut look: impl FnMut(&str, &Branch)) {
    let variant = Variant { language, options: "colours=light" };
    states::each_place(browser, variant, |name| look(name, &snapshot::of(browser)));
    let walk = walkthroughs().into_iter().find(|walk| walk.lesson == LESSON && walk.language == language).unwrap();
    browser.open(&variant.link(&format!("#/lesson/{}", walk.lesson)));
    browser.until_heading(&walk.straight[0].heading);
    look("lesson", &snapshot::of(browser));
    states::with_sheet(browser, &Words::of(language), || look("sheet", &snapshot::of(browser)));
}

/// A device that knows no language of ours offers no help in one.
const NO_OTHER_LANGUAGE: &str = "Object.defineProperty(navigator, 'languages', { value: ['zxx'] });";

#[test]
fn each_place_is_told_to_screen_readers_as_it_was_accepted() {
    let site = Site::of_build();
    let mut wrong = vec![];
    Visit::to(&site).quick().with_script(NO_OTHER_LANGUAGE).run(|browser| {
        for language in LANGUAGES {
            each(browser, language, |name, tree| {
                wrong.extend(golden::compare(&format!("snapshots/{name}.{language}.txt"), &tree.text()).err());
            });
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands in the part of a page, without its heading and without where the reader is.
fn bar(tree: &Branch, role: &str) -> Option<String> {
    let bar = tree.find(role)?;
    let links = bar.all("link").into_iter().chain(bar.all("button"));
    Some(links.map(|link| format!("{} {}", link.role, link.name)).collect::<Vec<_>>().join("\n"))
}

#[test]
fn the_bars_above_and_below_are_the_same_on_every_place() {
    let site = Site::of_build();
    Visit::to(&site).quick().with_script(NO_OTHER_LANGUAGE).run(|browser| {
        for language in LANGUAGES {
            let mut bars: Vec<(String, Option<String>, Option<String>)> = vec![];
            // A lesson has bars of its own.
            each(browser, language, |name, tree| {
                if !matches!(name, "lesson" | "sheet" | "delete") {
                    bars.push((name.to_owned(), bar(tree, "banner"), bar(tree, "navigation")));
                }
            });
            for (name, banner, places) in &bars {
                assert_eq!((banner, places), (&bars[0].1, &bars[0].2), "{name} and {}", bars[0].0);
                assert!(banner.is_some() && places.is_some(), "{name} has no bars");
            }
        }
    });
}

#[test]
fn each_place_and_card_is_well_formed_html_without_an_id_twice() {
    let site = Site::of_build();
    let folder = html::folder("places");
    Visit::to(&site).quick().with_script(NO_OTHER_LANGUAGE).run(|browser| {
        let variant = Variant { language: "nl", options: "words=more" };
        html::keep(&folder, "index", &std::fs::read_to_string(site.file("index.html")).unwrap());
        states::each_place(browser, variant, |name| html::keep(&folder, name, &html::drawn(browser)));
        states::each_card(browser, variant, |name| html::keep(&folder, name, &html::drawn(browser)));
    });
    let faults = html::faults(&folder);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
