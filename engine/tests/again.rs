//! A card or two of a finished lesson show whether it is still known.
#![allow(clippy::unwrap_used, reason = "a failing test is to stop")]

mod support;

use engine::lesson::Card;
use engine::place::Place;
use engine::progress::Best;
use engine::session::Session;
use proptest::prelude::*;
use std::collections::BTreeSet;
use support::learner::{finish, wrong_actions};
use support::plans::any_draft;
use support::{Draft, SICK, SILENCE};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_card_or_two_come_back_and_can_be_done(draft in any_draft(), round in 0usize..9, seed: u32) {
        let lesson = draft.lesson();
        let again = lesson.to_practise_again(round);
        prop_assert!((1..=2).contains(&again.steps.len()) || again.steps == lesson.steps);
        prop_assert!(again.steps.iter().all(|step| lesson.steps.contains(step)));
        let mut session = Session::start(&again, seed).unwrap();
        finish(&mut session, &again);
        prop_assert_eq!(session.best(&again), Best::Alone);
    }
}

fn ids(draft: &[&str; 2], round: usize) -> Vec<String> {
    let again = Draft::read(*draft).lesson().to_practise_again(round);
    again.steps.iter().map(|step| step.id.to_string()).collect()
}

#[test]
fn each_round_brings_others_until_all_were_there() {
    for draft in [&SICK, &SILENCE] {
        let lesson = Draft::read(*draft).lesson();
        let all: BTreeSet<String> = (0..lesson.steps.len()).flat_map(|round| ids(draft, round)).collect();
        assert!(all.len() > 2, "{all:?}");
        assert_ne!(ids(draft, 0), ids(draft, 1));
        let told = lesson.steps.iter().filter(|step| matches!(step.card, Card::Tell | Card::Real));
        for step in told {
            assert!(!all.contains(step.id.as_str()), "{} only tells", step.id);
        }
    }
}

#[test]
fn a_card_that_needed_the_answer_brings_the_lesson_back_tomorrow() {
    let lesson = Draft::read(SICK).lesson().to_practise_again(0);
    let mut session = Session::start(&lesson, 1).unwrap();
    let step = lesson.steps.first().unwrap();
    for _ in 0..3 {
        for action in wrong_actions(&session, &lesson, step).unwrap() {
            session.act(&lesson, &action);
        }
    }
    finish(&mut session, &lesson);
    assert_eq!(session.best(&lesson), Best::Shown);
}

#[test]
fn its_cards_have_addresses_of_their_own() {
    let lesson = Draft::read(SICK).lesson();
    let step = lesson.steps.first().unwrap().id.clone();
    assert_eq!(lesson.place_of(step.clone()), Place::Step(lesson.id.clone(), step.clone()));
    assert_eq!(lesson.place(), Place::Lesson(lesson.id.clone()));
    let again = lesson.to_practise_again(0);
    assert_eq!(again.place(), Place::Again(lesson.id.clone(), None));
    assert_eq!(again.place_of(step.clone()), Place::Again(lesson.id, Some(step)));
}
