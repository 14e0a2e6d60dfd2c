//! Every card of every lesson, looked at by axe-core and by our own checks in one of its languages.

use tests::allowed;
use tests::browser::Screen;
use tests::checks::still;
use tests::data::walkthroughs;
use tests::engines::{self, Engines};
use tests::languages::LANGUAGES;
use tests::server::Site;
use tests::visit::Visit;

#[test]
fn every_card_of_every_lesson_is_without_fault_in_one_language_in_turn() {
    let site = Site::of_build();
    let mut faults = vec![];
    let mut looked = 0;
    Visit::to(&site).quick().with_script(still::LISTENING).run(|browser| {
        browser.open("#/");
        let mut lessons: Vec<String> = vec![];
        for walk in walkthroughs() {
            let lesson = lessons.iter().position(|lesson| *lesson == walk.lesson).unwrap_or_else(|| {
                lessons.push(walk.lesson.clone());
                lessons.len() - 1
            });
            let language = LANGUAGES.iter().position(|language| *language == walk.language).unwrap();
            for (place, card) in walk.straight.iter().enumerate() {
                // Neighbours are looked at in different languages, so that each lesson and each language has its turn.
                if !(lesson + place + language).is_multiple_of(LANGUAGES.len()) {
                    continue;
                }
                browser.open(&walk.link_to(&card.step));
                browser.until_heading(&card.heading);
                looked += 1;
                let found =
                    [engines::faults(browser, Screen::PHONE, Engines::Axe), allowed::left(still::faults(browser))]
                        .concat();
                faults.extend(
                    found.into_iter().map(|fault| format!("{} {} {}: {fault}", walk.lesson, walk.language, card.step)),
                );
            }
        }
    });
    assert!(looked > 0, "no card was looked at");
    assert!(faults.is_empty(), "{} faults on {looked} cards:\n{}", faults.len(), faults.join("\n"));
}
