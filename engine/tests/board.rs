//! The group board: a card can only add, nothing that was taken away comes back, and what is no card changes nothing.

#![allow(clippy::unwrap_used, reason = "this is test code: whatever fails has to stop the test")]

use engine::board::{Board, LONGEST_PSEUDONYM, MOST_PEOPLE, MemberId, NotAdded, NotShown, read_shown};
use engine::card::{Card, Kind, LONGEST, Level};
use engine::code::NoCode;
use engine::ids::LessonId;
use engine::progress::{Best, Progress};
use engine::review::Day;
use engine::save;
use proptest::prelude::*;

fn register(lessons: usize) -> Vec<LessonId> {
    // Ids are never numbered in content; here they only have to differ.
    (0..lessons).map(|place| LessonId::new(&format!("lesson{place}")).unwrap()).collect()
}

/// The card of these lessons: done, or done at work as well.
fn card(kind: Kind, levels: &[Level]) -> Card {
    let register = register(levels.len());
    let mut progress = Progress::default();
    for (lesson, level) in register.iter().zip(levels) {
        if *level > Level::Open {
            progress.finished(lesson, Best::Alone);
        }
        if *level > Level::Finished {
            progress.did_for_real(lesson);
        }
    }
    Card::of(&progress, &register, kind, |_| true)
}

fn shown(levels: &[Level]) -> Card {
    card(Kind::ForCoach, levels)
}

use Level::{DoneForReal as Real, Finished as Done, Open};

#[test]
fn a_later_card_only_adds() {
    let register = register(3);
    let mut board = Board::default();
    let tree = board.add(" Tree\t", 7, shown(&[Done, Real]), Day(20)).unwrap();
    board.put(&tree, shown(&[Real, Open, Done]), Day(10));
    let member = board.member(&tree).unwrap();
    let levels: Vec<_> = register.iter().map(|lesson| member.level(lesson, &register)).collect();
    assert_eq!((member.pseudonym(), levels, member.day()), ("Tree", vec![Real, Real, Done], Day(20)));
    assert!(!member.learns_from(&shown(&[Done])) && member.learns_from(&shown(&[Open, Open, Real])));
}

#[test]
fn a_pseudonym_is_there_is_short_and_is_given_once() {
    let mut board = Board::default();
    let mut add = |name: &str| board.add(name, 7, shown(&[Done]), Day(1)).err();
    assert_eq!(add(" \u{200b}\u{7} "), Some(NotAdded::NoName));
    assert_eq!(add(&"x".repeat(LONGEST_PSEUDONYM + 1)), Some(NotAdded::TooLong));
    assert_eq!(add(&"é".repeat(LONGEST_PSEUDONYM)), None);
    assert_eq!(add("Tree"), None);
    assert_eq!(add("tree "), Some(NotAdded::Taken));
    // Turning signs would make two alike that are not.
    assert_eq!(add("T\u{202e}ree"), Some(NotAdded::Taken));
    for number in 0..MOST_PEOPLE - 2 {
        assert_eq!(add(&format!("Person {number}")), None);
    }
    assert_eq!(add("One more"), Some(NotAdded::Full));
    assert_eq!(board.members().len(), MOST_PEOPLE);
}

#[test]
fn the_fullest_board_still_fits_into_one_document() {
    let mut board = Board::default();
    for number in 0..MOST_PEOPLE {
        let name: String = format!("{number}").chars().chain(std::iter::repeat('𝕏')).take(LONGEST_PSEUDONYM).collect();
        board.add(&name, u32::MAX, shown(&[Real; LONGEST]), Day(i32::MAX)).unwrap();
    }
    let sealed = save::seal(&serde_json::to_string(&board).unwrap()).unwrap();
    let again: Board = serde_json::from_str(save::open(&sealed).unwrap()).unwrap();
    assert_eq!(again, board);
}

#[test]
fn who_was_taken_away_does_not_come_back_with_an_older_copy() {
    let mut board = Board::default();
    let tree = board.add("Tree", 7, shown(&[Done]), Day(1)).unwrap();
    let before = board.clone();
    board.remove(&tree);
    assert!(before.clone().join(board.clone()).members().is_empty());
    assert!(!serde_json::to_string(&board).unwrap().contains("Tree"));
    board.add("Car", 8, shown(&[Done]), Day(1)).unwrap();
    let undone = before.clone().instead_of(&board);
    assert_eq!(undone.clone().join(board.clone()).members()[0].1.pseudonym(), "Tree");
    board.clear();
    assert!(board.clone().join(before).members().is_empty() && board.members().is_empty());
}

#[test]
fn boards_of_one_origin_join_and_of_two_of_one_name_the_coach_decides() {
    let register = register(2);
    let mut mine = Board::default();
    let tree = mine.add("Tree", 7, shown(&[Done]), Day(1)).unwrap();
    let mut copy = mine.clone();
    copy.put(&tree, shown(&[Open, Done]), Day(5));
    assert!(mine.alike(&copy).is_empty());
    let joined = mine.with(&copy, &[]).unwrap();
    assert_eq!(joined.member(&tree).unwrap().level(&register[1], &register), Done);

    let mut other = Board::default();
    let theirs = other.add("TREE", 9, shown(&[Open, Real]), Day(3)).unwrap();
    let alike: Vec<_> = mine.alike(&other).into_iter().map(|(id, _)| id.clone()).collect();
    assert!(alike.iter().eq([&theirs]));
    let same = mine.with(&other, &alike).unwrap();
    assert_eq!(same.members().len(), 1);
    assert_eq!(same.member(&tree).unwrap().level(&register[1], &register), Real);
    let two = mine.with(&other, &[]).unwrap();
    assert_eq!(two.members().iter().map(|(_, one)| one.pseudonym()).collect::<Vec<_>>(), ["Tree", "TREE 2"]);
    // Again, it is known.
    assert!(two.alike(&other).is_empty());
    assert_eq!(two.with(&other, &[]).unwrap(), two);

    let mut full = Board::default();
    for number in 0..MOST_PEOPLE {
        full.add(&format!("{number}"), 100, shown(&[Done]), Day(1)).unwrap();
    }
    assert_eq!(full.with(&other, &[]), Err(NotAdded::Full));
}

#[test]
fn what_to_practise_next_is_the_first_lesson_that_most_have_not_finished() {
    let lessons = register(3);
    let mut board = Board::default();
    assert_eq!(board.next(&lessons, &lessons), None);
    let a = board.add("A", 1, shown(&[Done, Real]), Day(1)).unwrap();
    let b = board.add("B", 2, shown(&[Done]), Day(1)).unwrap();
    let c = board.add("C", 3, shown(&[Open, Real]), Day(1)).unwrap();
    assert_eq!(board.totals(&lessons, &lessons).finished, [2, 2, 0]);
    assert_eq!(board.next(&lessons, &lessons), Some(&lessons[2]));
    assert_eq!(board.member(&c).unwrap().next(&lessons, &lessons), Some(&lessons[0]));
    for id in [&a, &b] {
        board.put(id, shown(&[Open, Open, Done]), Day(2));
    }
    // Most have finished all: the first that somebody lacks.
    assert_eq!(board.next(&lessons, &lessons), Some(&lessons[0]));
    // In the order of the coach, not of the register.
    assert_eq!(board.next(&[lessons[1].clone(), lessons[0].clone()], &lessons), Some(&lessons[1]));
    for id in [&a, &b, &c] {
        board.put(id, shown(&[Done; 3]), Day(3));
    }
    assert_eq!(board.next(&lessons, &lessons), None);
    assert_eq!(board.totals(&lessons, &lessons).people, 3);
}

#[test]
fn a_card_is_read_from_its_link_and_from_its_code_and_what_is_none_is_told_apart() {
    let code = shown(&[Done, Real]).code();
    let mine = card(Kind::Mine, &[Done]).code();
    let low = code.to_lowercase().replace('-', " ");
    for good in [
        code.clone(),
        format!("  {low}\n"),
        format!("https://learn.example/app/#/show/{code}"),
        format!("https://learn.example/#/show/{code}?lang=nl&utm_source=mail"),
        format!("#/show/{code}"),
    ] {
        assert_eq!(read_shown(&good), Ok(shown(&[Done, Real])), "{good}");
    }
    let cut = &code[..code.len() - 2];
    let table: [(String, NotShown); 14] = [
        (String::new(), NoCode::Empty.into()),
        (" \n".into(), NoCode::Empty.into()),
        (mine.clone(), NotShown::Mine),
        (format!("https://learn.example/#/card/{mine}"), NotShown::Mine),
        (shown(&[]).code(), NotShown::Nothing),
        ("https://www.example/".into(), NotShown::OtherLink),
        ("https://learn.example/#/route/i-am-sick".into(), NotShown::OtherLink),
        ("https://learn.example/#/show/".into(), NotShown::OtherLink),
        ("javascript:alert(1)".into(), NotShown::OtherLink),
        ("https://learn.example/#/show/<script>".into(), NotShown::OtherLink),
        ("x".repeat(5000), NotShown::OtherLink),
        (format!("{code}{code}"), NoCode::Group(code.split('-').count() + 1).into()),
        (cut.into(), NoCode::Group(cut.split('-').count()).into()),
        (format!("https://learn.example/#/show/{cut}"), NoCode::Group(cut.split('-').count()).into()),
    ];
    for (text, why) in table {
        assert_eq!(read_shown(&text), Err(why), "{text}");
    }
}

#[test]
fn a_file_that_is_no_board_is_not_read_as_one() {
    let good = r#"{"epoch":0,"members":{"00000007":{"name":"Tree","card":"CARD","day":1}}}"#
        .replace("CARD", &shown(&[Done]).code());
    assert_eq!(serde_json::from_str::<Board>(&good).unwrap().members().len(), 1);
    let mine = card(Kind::Mine, &[Done]).code();
    for (what, hostile) in [
        ("progress of a worker", r#"{"epoch":0,"lessons":{}}"#.to_owned()),
        ("a list", "[]".to_owned()),
        ("people as a list", r#"{"members":[]}"#.to_owned()),
        ("an id that is none", good.replace("00000007", "__proto__")),
        ("a name that is none", good.replace(r#""Tree""#, "7")),
        ("an empty name", good.replace("Tree", r"\u0007 ")),
        ("a card that is none", good.replace(&shown(&[Done]).code(), "ZZZZZ")),
        ("a card to go on elsewhere", good.replace(&shown(&[Done]).code(), &mine)),
        ("a day that is none", good.replace(r#""day":1"#, r#""day":1e300"#)),
        ("no such number", good.replace(r#""epoch":0"#, r#""epoch":-1"#)),
    ] {
        assert!(serde_json::from_str::<Board>(&hostile).is_err(), "{what}");
    }
    let mut many = Board::default();
    for number in 0..MOST_PEOPLE {
        many.add(&format!("{number}"), 100, shown(&[Done]), Day(1)).unwrap();
    }
    let one_more = good.replace(r#""members":{"#, r#""members":{"x":0,"#);
    assert!(serde_json::from_str::<Board>(&one_more).is_err());
    let text = serde_json::to_string(&many).unwrap();
    let (head, tail) =
        good.split_once(r#""00000007""#).map(|(_, tail)| (text.trim_end_matches("}}").to_owned(), tail)).unwrap();
    assert!(serde_json::from_str::<Board>(&format!(r#"{head}}},"00000007"{tail}"#)).is_err(), "one more than fit");
    let long = good.replace("Tree", &"T".repeat(999));
    assert_eq!(serde_json::from_str::<Board>(&long).unwrap().members()[0].1.pseudonym().len(), LONGEST_PSEUDONYM);
}

#[test]
fn what_a_later_app_added_is_kept() {
    let code = shown(&[Done]).code();
    let json = format!(
        r#"{{"epoch":2,"members":{{"00000007":{{"name":"Tree","card":"{code}","day":9,"note":"x"}}}},"colour":"blue"}}"#
    );
    let board: Board = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&board).unwrap(), json);
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![Just(Open), Just(Done), Just(Real)]
}

fn any_board() -> impl Strategy<Value = Board> {
    let member = (0..3u32, proptest::collection::vec(level(), 0..4), 0..3);
    (proptest::collection::vec(member, 0..4), 0..3usize).prop_map(|(members, cleared)| {
        let mut board = Board::default();
        (0..cleared).for_each(|_| board.clear());
        for (number, levels, day) in members {
            let id = MemberId::of(number);
            if board.member(&id).is_some() {
                board.put(&id, shown(&levels), Day(day));
            } else {
                board.add(&format!("Person {number}"), number, shown(&levels), Day(day)).unwrap();
            }
        }
        board
    })
}

proptest! {
    #[test]
    fn joining_is_the_same_in_every_order(a in any_board(), b in any_board(), c in any_board()) {
        prop_assert_eq!(a.clone().join(a.clone()), a.clone());
        prop_assert_eq!(a.clone().join(b.clone()), b.clone().join(a.clone()));
        prop_assert_eq!(a.clone().join(b.clone()).join(c.clone()), a.join(b.join(c)));
    }

    #[test]
    fn taking_in_a_board_loses_nobody_and_lowers_nothing(mine in any_board(), theirs in any_board()) {
        let register = register(4);
        let all = mine.with(&theirs, &[]).unwrap();
        for (id, before) in mine.members().into_iter().chain(theirs.members()) {
            let after = all.member(id).unwrap();
            prop_assert!(register.iter().all(|lesson| after.level(lesson, &register) >= before.level(lesson, &register)));
            prop_assert!(after.day() >= before.day());
        }
        // Undone, whatever is joined with what.
        let undone = mine.clone().instead_of(&all).join(all);
        prop_assert_eq!(undone.members(), mine.members());
    }

    #[test]
    fn every_board_comes_back_from_its_document(board in any_board()) {
        let json = serde_json::to_string(&board).unwrap();
        prop_assert_eq!(serde_json::from_str::<Board>(&json).unwrap(), board);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,60}", code in "#/(show|card)/[0-9A-Za-z-]{0,60}") {
        let _ = read_shown(&text);
        let _ = read_shown(&code);
    }
}
