//! Robots play every lesson in every language, on a phone, finding what they tap where a person would.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use tests::browser::{Browser, Screen};
use tests::data::{Card, Walkthrough, walkthroughs};
use tests::measure::{self, Letters};
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

/// Every lesson in one of its languages, each language in its turn: a miss means the same in each.
fn in_turn() -> Vec<Walkthrough> {
    let mut lessons: BTreeMap<String, Vec<Walkthrough>> = BTreeMap::new();
    for walk in walkthroughs() {
        lessons.entry(walk.lesson.clone()).or_default().push(walk);
    }
    lessons.into_values().enumerate().map(|(turn, mut walks)| walks.remove(turn % walks.len())).collect()
}

/// Plays all; one lesson that fails does not hide the others.
fn play_all(
    walks: Vec<Walkthrough>,
    cards: impl Fn(&Walkthrough) -> &[Card],
    look: impl Fn(&Browser, &Walkthrough, &Card),
) {
    let site = Site::of_build();
    let mut failed = vec![];
    Visit::to(&site).quick().run(|browser| {
        browser.open("#/");
        for walk in walks {
            browser.forget_everything();
            let played = catch_unwind(AssertUnwindSafe(|| {
                robot::play(browser, &walk, cards(&walk), |card| look(browser, &walk, card));
                robot::assert_kept(browser, &walk);
                browser.assert_clean();
            }));
            if played.is_err() {
                failed.push(format!("{} in {}", walk.lesson, walk.language));
            }
        }
        assert!(failed.is_empty(), "lessons that cannot be played to the end: {failed:#?}");
    });
}

/// Each second lesson of each language: two halves run at the same time.
fn half(which: usize) -> Vec<Walkthrough> {
    walkthroughs().into_iter().skip(which).step_by(2).collect()
}

#[test]
fn a_robot_that_knows_the_way_plays_half_of_all_lessons_in_every_language_and_no_card_is_cut_or_too_small() {
    play_the_way(half(0));
}

#[test]
fn a_robot_that_knows_the_way_plays_the_other_half_as_well() {
    play_the_way(half(1));
}

fn play_the_way(walks: Vec<Walkthrough>) {
    let faults = std::cell::RefCell::new(vec![]);
    play_all(
        walks,
        |walk| &walk.straight,
        |browser, walk, card| {
            let found = measure::faults(browser, Screen::PHONE, Letters::Usual);
            faults.borrow_mut().extend(
                found.into_iter().map(|fault| format!("{} {} {}: {fault}", walk.lesson, walk.language, card.step)),
            );
        },
    );
    let faults = faults.into_inner();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_robot_that_errs_wherever_it_can_ends_every_lesson_in_one_language_in_turn() {
    play_all(in_turn(), |walk| &walk.erring, |_, _, _| {});
}
