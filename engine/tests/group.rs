//! Every card of every lesson can be shown to a group, and what is uncovered is what the lesson holds for right.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test is to stop")]

mod support;

use engine::group::{Slide, Uncovered, slides};
use engine::lesson::{Card, Lesson};
use proptest::prelude::*;
use support::plans::any_draft;
use support::{Draft, SICK, SILENCE};

/// The slides of a card: one, or one for each turn of a chat.
fn slides_of<'a>(lesson: &'a Lesson, all: &'a [Slide<'a>]) -> impl Iterator<Item = (&'a Card, &'a [Slide<'a>])> {
    let mut rest = all;
    lesson.steps.iter().map(move |step| {
        let count = if let Card::Chat(turns) = &step.card { turns.len() } else { 1 };
        let (these, others) = rest.split_at(count);
        rest = others;
        (&step.card, these)
    })
}

fn check(lesson: &Lesson) {
    let all = slides(lesson);
    for (card, these) in slides_of(lesson, &all) {
        let slide = &these[0];
        match (card, &slide.answer) {
            (Card::Tell | Card::Real, Uncovered::Nothing) => assert!(slide.choices.is_empty()),
            (Card::Choose(question), Uncovered::These(right)) => {
                let texts: Vec<_> = right.iter().map(|place| slide.choices[*place].texts.clone()).collect();
                let options = question.options.iter().filter(|option| question.right.contains(&option.id));
                assert_eq!(texts, options.map(|option| vec![&option.text]).collect::<Vec<_>>());
            }
            (Card::Order(answers), Uncovered::InOrder(order)) => {
                let texts: Vec<_> = order.iter().map(|place| slide.choices[*place].texts.clone()).collect();
                assert_eq!(texts, answers.iter().map(|answer| vec![&answer.text]).collect::<Vec<_>>());
                assert!(answers.len() < 2 || !order.is_sorted(), "the answers stand in the right order at once");
            }
            (Card::Match(pairs), Uncovered::Pairs(meanings)) => {
                assert_eq!(meanings.len(), pairs.len());
                for (meaning, place) in meanings {
                    assert_eq!(slide.choices[*place].picture, Some(&pairs[*place].picture));
                    assert_eq!(meaning.texts, [&pairs[*place].text]);
                }
            }
            (Card::Find { right, .. }, Uncovered::These(these)) => {
                assert!(!these.is_empty());
                let told: Vec<_> = these.iter().map(|place| slide.choices[*place].after).collect();
                assert!(right.iter().any(|spotted| told.contains(&Some(&spotted.text))));
                let texts = |item| lesson.text(item).unwrap();
                let is_right = |place: &usize| {
                    right.iter().any(|spotted| slide.choices[*place].texts.contains(&texts(&spotted.id)))
                };
                assert!(these.iter().all(is_right), "{these:?}");
            }
            (Card::Device(errand), Uncovered::InOrder(order)) => {
                let texts: Vec<_> = order.iter().map(|place| slide.choices[*place].texts.clone()).collect();
                let way = errand.way.iter().map(|item| lesson.text(item).into_iter().collect::<Vec<_>>());
                assert_eq!(texts, way.collect::<Vec<_>>());
            }
            (Card::Type { answer, .. }, Uncovered::Written(written)) => assert_eq!(answer, written),
            (Card::Chat(turns), _) => {
                for (turn, slide) in turns.iter().zip(these) {
                    assert_eq!(slide.said, Some(&turn.says));
                    let Uncovered::These(right) = &slide.answer else { panic!("{:?}", slide.answer) };
                    assert_eq!(right.len(), turn.replies.right.len());
                }
            }
            (card, answer) => panic!("{card:?} uncovers {answer:?}"),
        }
    }
}

proptest! {
    #[test]
    fn every_card_is_on_a_slide_with_its_own_answer(draft in any_draft()) {
        check(&draft.lesson());
    }
}

#[test]
fn two_lessons_of_ours_are_shown_whole() {
    for files in [SICK, SILENCE] {
        check(&Draft::read(files).lesson());
    }
}
