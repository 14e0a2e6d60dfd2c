//! Cards: short, the same everywhere, and safe to be typed by hand.

#![allow(clippy::unwrap_used, reason = "this is test code: whatever fails has to stop the test")]

use engine::card::{Card, Kind, LONGEST, Level};
use engine::code::NoCode;
use engine::ids::{LessonId, StepId};
use engine::place::{Code, Place};
use engine::progress::{Best, Progress};
use proptest::prelude::*;

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn register(lessons: usize) -> Vec<LessonId> {
    // Ids are never numbered in content; here they only have to differ.
    let letter = |place: usize| char::from(b'a' + (place % 26) as u8);
    (0..lessons)
        .map(|place| {
            let more = if place < 26 * 26 { String::new() } else { letter(place / 26 / 26).to_string() };
            LessonId::new(&format!("lesson-{more}{}{}", letter(place / 26), letter(place))).unwrap()
        })
        .collect()
}

fn progress(register: &[LessonId], levels: &[u8]) -> Progress {
    let mut progress = Progress::default();
    for (lesson, level) in register.iter().zip(levels) {
        match level {
            1 => progress.finished(lesson, Best::Alone),
            2 => {
                progress.finished(lesson, Best::Shown);
                progress.did_for_real(lesson);
            }
            _ => progress.step_done(lesson, &StepId::new("first").unwrap(), 1),
        }
    }
    progress
}

fn card(levels: &[u8]) -> Card {
    let register = register(levels.len());
    Card::of(&progress(&register, levels), &register, Kind::Mine, |_| true)
}

/// With hyphens left out.
fn symbols(code: &str) -> Vec<char> {
    code.chars().filter(|letter| *letter != '-').collect()
}

fn levels() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(0_u8..3, 0..120)
}

#[test]
fn a_code_is_for_ever() {
    let register = register(4);
    let card = Card::of(&progress(&register, &[1, 0, 2, 1]), &register, Kind::Mine, |_| true);
    assert_eq!(card.code(), "1135V-3E");
    let read = Card::read("ii35v 3e").unwrap();
    let told: Vec<_> = read.lessons(&register).map(|(lesson, level)| (lesson.as_str(), level)).collect();
    let expected = [("lesson-aa", Level::Finished), ("lesson-ac", Level::DoneForReal), ("lesson-ad", Level::Finished)];
    assert_eq!(told, expected);
}

#[test]
fn forty_finished_lessons_are_typed_in_five_groups() {
    let code = card(&[2; 40]).code();
    assert_eq!(code.split('-').count(), 5, "{code}");
    assert!(code.split('-').all(|group| group.len() <= 5), "{code}");
}

#[test]
fn a_card_does_not_tell_how_much_help_was_needed_nor_what_was_only_begun() {
    let register = register(2);
    let codes = [Best::Shown, Best::Hint, Best::Alone].map(|best| {
        let mut progress = Progress::default();
        progress.finished(&register[0], best);
        progress.step_done(&register[1], &StepId::new("first").unwrap(), 1);
        Card::of(&progress, &register, Kind::Mine, |_| true).code()
    });
    assert!(codes.iter().all(|code| *code == codes[0]), "{codes:?}");
}

/// RELIABILITY.md, S9: whoever adds something to a card has to say so here.
#[test]
fn a_card_is_its_kind_and_a_level_for_each_lesson_and_nothing_else() {
    let all = format!("{:?}", card(&[1, 0, 2]));
    assert_eq!(all, "Card { kind: Mine, levels: [Finished, Open, DoneForReal] }");
    for lessons in [1_usize, 2, 3, 40, 41, 42, 60] {
        let told = 1 + (2 * lessons).div_ceil(5) + 2;
        assert_eq!(symbols(&card(&vec![1; lessons]).code()).len(), told + told.div_ceil(4), "{lessons}");
    }
}

#[test]
fn a_card_for_a_coach_has_only_what_was_ticked() {
    let register = register(3);
    let done = progress(&register, &[1, 1, 2]);
    let card = Card::of(&done, &register, Kind::ForCoach, |lesson| *lesson == register[1]);
    let read = Card::read(&card.code()).unwrap();
    assert_eq!((read.kind, read.lessons(&register).count()), (Kind::ForCoach, 1));
}

#[test]
fn what_is_no_card_says_why() {
    assert_eq!(Card::read(" - "), Err(NoCode::Empty));
    assert_eq!(Card::read("https://elsewhere.example"), Err(NoCode::Group(1)));
    let code = card(&[1; 30]).code();
    let groups: Vec<_> = code.split('-').collect();
    assert_eq!(Card::read(&groups[..groups.len() - 1].join("-")), Err(NoCode::NotWhole));
    let swapped = [groups[1], groups[0], groups[2]].join("-");
    assert_eq!(Card::read(&swapped), Err(NoCode::Group(1)));
    assert!(Card::read(&"0".repeat(100_000)).is_err());
}

#[test]
fn a_card_of_a_newer_app_is_used_as_far_as_it_is_known() {
    let card = card(&[1, 1, 1]);
    assert!(card.is_newer_than(&register(2)) && !card.is_newer_than(&register(3)));
    assert_eq!(card.lessons(&register(2)).count(), 2);
}

#[test]
fn the_code_of_the_longest_card_fits_into_an_address() {
    let register = register(LONGEST + 1);
    let card = Card::of(&progress(&register, &vec![2; register.len()]), &register, Kind::Mine, |_| true);
    assert_eq!(card.lessons(&register).count(), LONGEST);
    let place = Place::Card(Code::new(&card.code()));
    assert!(place.href().len() <= engine::place::LONGEST, "{}", place.href().len());
    assert_eq!(Place::parse(&place.href()), Some(place));
}

proptest! {
    #[test]
    fn a_code_brings_back_what_was_finished_and_joining_it_lowers_nothing(levels in levels(), mine in levels()) {
        let register = register(levels.len().max(mine.len()));
        let card = card(&levels);
        let read = Card::read(&card.code()).unwrap();
        prop_assert_eq!(&read, &card);
        prop_assert_eq!(read.code(), card.code());
        let before = progress(&register, &mine);
        let after = before.clone().join(read.progress(&register));
        for (place, lesson) in register.iter().enumerate() {
            prop_assert!(after.best(lesson) >= before.best(lesson));
            let on_card = levels.get(place).copied().unwrap_or_default();
            prop_assert_eq!(after.is_finished(lesson), before.is_finished(lesson) || on_card > 0);
            prop_assert_eq!(after.is_done_for_real(lesson), before.is_done_for_real(lesson) || on_card == 2);
        }
        // Once more changes nothing.
        prop_assert_eq!(after.clone().join(read.progress(&register)), after);
    }

    #[test]
    fn every_wrong_symbol_and_every_swap_of_neighbours_is_found_in_its_group(levels in levels()) {
        let code = symbols(&card(&levels).code());
        for place in 0..code.len() {
            for wrong in ALPHABET.chars().chain(['U', '?']).filter(|wrong| *wrong != code[place]) {
                let mut typed = code.clone();
                typed[place] = wrong;
                prop_assert_eq!(Card::read(&typed.iter().collect::<String>()), Err(NoCode::Group(place / 5 + 1)));
            }
            if place + 1 < code.len() && code[place] != code[place + 1] {
                let mut typed = code.clone();
                typed.swap(place, place + 1);
                prop_assert_eq!(Card::read(&typed.iter().collect::<String>()), Err(NoCode::Group(place / 5 + 1)));
            }
        }
    }

    #[test]
    fn two_devices_give_the_same_code_for_the_same_lessons_whatever_else_was_done_on_them(
        levels in levels(),
        noise in proptest::collection::vec((0..130_usize, 0..4_u8), 0..40),
        starts in 0..3_u8,
    ) {
        let register = register(130);
        let mut other = Progress::default();
        (0..starts).for_each(|_| other.start_again());
        // Backwards, with other help, and with much that a card does not tell.
        for (lesson, level) in register.iter().zip(&levels).rev() {
            if *level > 0 {
                other.finished(lesson, Best::Hint);
            }
            if *level == 2 {
                other.did_for_real(lesson);
            }
        }
        for (place, what) in noise {
            match what {
                0 => other.step_done(&register[place], &StepId::new("second").unwrap(), 7),
                1 if !other.is_finished(&register[place]) => other.did_for_real(&register[place]),
                2 if other.is_finished(&register[place]) => other.finished(&register[place], Best::Alone),
                _ => other.finished(&LessonId::new("not-in-the-register").unwrap(), Best::Alone),
            }
        }
        let code = |progress: &Progress| Card::of(progress, &register, Kind::Mine, |_| true).code();
        prop_assert_eq!(code(&other), code(&progress(&register, &levels)));
    }

    #[test]
    fn no_text_is_too_odd_to_be_read(text in "\\PC{0,60}") {
        let _ = Card::read(&text);
    }
}

/// RELIABILITY.md, F12: of codes by chance at most one in 4,096 is taken.
#[test]
fn a_code_by_chance_is_hardly_ever_taken() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        // xorshift64, enough to deal cards.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    let tries = 100_000;
    let letters: Vec<char> = ALPHABET.chars().collect();
    let taken = (0..tries).filter(|_| {
        let length = 4 + next() % 16;
        let code: String = (0..length).map(|_| letters[next() % 32]).collect();
        // A kind that is not known yet is refused too; that must not be what saves us.
        !matches!(Card::read(&code), Err(NoCode::Group(_) | NoCode::NotWhole | NoCode::Empty))
    });
    let taken = taken.count();
    assert!(taken * 4096 <= tries, "{taken} of {tries}");
}
