//! Plan and words come together, or every mistake is named: its file, its place and what to do.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test is to stop")]

mod support;

use engine::lesson::{Card, Shown};
use engine::problem::{Fault, Problem};
use engine::text::Text;
use engine::view::Block;
use proptest::prelude::*;
use std::collections::BTreeSet;
use support::mistakes::{count, mistakes};
use support::plans::any_draft;
use support::{Draft, SICK, SILENCE, item, picture, view};

fn with(files: [&str; 2], changes: &[(&str, &str)]) -> Result<(), Vec<Problem>> {
    let mut files = files.map(str::to_owned);
    for (from, to) in changes {
        assert!(files.iter().any(|file| file.contains(from)), "{from}");
        files = files.map(|file| file.replacen(from, to, 1));
    }
    Draft::read([&files[0], &files[1]]).assemble().map(drop)
}

#[test]
fn every_mistake_is_named_in_its_file_and_place() {
    for mistake in mistakes() {
        let found = with(mistake.lesson, &[(mistake.from, mistake.to)]).unwrap_err();
        assert!(found.contains(&mistake.problem()), "{:?} is not in {found:#?}", mistake.problem());
    }
}

/// Has no `_`: a new fault does not compile until it is here, and then needs a mistake above.
fn name(fault: &Fault) -> &'static str {
    match fault {
        Fault::Missing(_) => "missing",
        Fault::Foreign(_) => "foreign",
        Fault::Unknown(_) => "unknown",
        Fault::Twice(_) => "twice",
        Fault::Reserved(_) => "reserved",
        Fault::Count { .. } => "count",
        Fault::PartsOutOfOrder => "parts out of order",
        Fault::NoPart(_) => "no part",
        Fault::RealIsNotLast => "real is not last",
        Fault::SamePicture(_) => "same picture",
        Fault::NothingWrong => "nothing wrong",
        Fault::BlockKind(_) => "block kind",
        Fault::NothingToTap(_) => "nothing to tap",
        Fault::WrongWay(_) => "wrong way",
        Fault::NoWayBack(_) => "no way back",
        Fault::TooShort { .. } => "too short",
        Fault::NothingElse(_) => "nothing else",
        Fault::Spot(_) => "spot",
        Fault::Stale { .. } => "stale",
        Fault::Answer(_) => "answer",
        Fault::NoAlt(_) => "no alternative text",
        Fault::Minutes(_) => "minutes",
    }
}
const FAULTS: usize = 22;

#[test]
fn there_is_a_mistake_for_every_fault() {
    let no_alt = Fault::NoAlt(String::new());
    let tried: BTreeSet<_> = mistakes().iter().map(|mistake| name(&mistake.fault)).chain([name(&no_alt)]).collect();
    assert_eq!(tried.len(), FAULTS, "{tried:?}");
}

#[test]
fn every_message_names_file_place_and_what_to_do() {
    const REMEDIES: [&str; 15] = [
        "write", "take", "change", "check", "add", "give", "choose", "use", "move", "name", "follow", "make",
        "at least", "read", "set",
    ];
    for mistake in mistakes() {
        let message = mistake.problem().to_string();
        assert!(message.starts_with(mistake.file), "{message}");
        assert!(message.contains(mistake.place.unwrap_or_default()), "{message}");
        let (_, remedy) = message.rsplit_once(". ").unwrap();
        assert!(REMEDIES.iter().any(|word| remedy.to_lowercase().contains(word)), "{message}");
    }
}

#[test]
fn a_message_reads_as_a_sentence() {
    let message = |fault| Problem { file: "lesson.toml".into(), place: Some("alone".into()), fault }.to_string();
    assert_eq!(
        message(Fault::NoWayBack("hall".into())),
        "lesson.toml, alone: from the view `hall` the goal cannot be reached. Add a way back"
    );
    assert_eq!(
        message(count("options", 4, 2, 3)),
        "lesson.toml, alone: 4 options, but it must be 2 to 3. Add or take out some"
    );
    let whole = Problem { file: "nl.toml".into(), place: None, fault: Fault::Minutes(9) };
    assert_eq!(whole.to_string(), "nl.toml: minutes must be 1 to 5, not 9. Make the lesson shorter, or two of it");
}

#[test]
fn all_mistakes_are_told_at_once() {
    let changes = [("minutes = 4", "minutes = 9"), ("amir = \"Amir\"", ""), ("clue = \"door\"", "clue = \"moon\"")];
    let found = with(SILENCE, &changes).unwrap_err();
    let faults: Vec<_> = found.into_iter().map(|problem| problem.fault).collect();
    assert_eq!(faults, [Fault::Minutes(9), Fault::Missing("amir".into()), Fault::Unknown("moon".into())]);
}

#[test]
fn a_lesson_has_five_to_eight_cards_of_which_two_to_five_are_to_do() {
    let silence = Draft::read(SILENCE);
    let cut = |cards: &[usize]| {
        let mut draft = silence.clone();
        draft.plan.steps = cards.iter().map(|card| silence.plan.steps[*card].clone()).collect();
        draft.assemble().unwrap_err().into_iter().map(|problem| problem.fault).collect::<Vec<_>>()
    };
    assert!(cut(&[0, 1, 2, 6]).contains(&count("cards", 4, 5, 8)));
    assert!(cut(&[0, 1, 1, 2, 3, 4, 5, 5, 6]).contains(&count("cards", 9, 5, 8)));
    assert!(cut(&[0, 0, 0, 1, 6]).contains(&count("cards to do", 1, 2, 5)));
    assert!(cut(&[0, 1, 2, 3, 4, 5, 5, 6]).contains(&count("cards to do", 6, 2, 5)));
    assert!(cut(&[1, 2, 3, 4, 6]).contains(&Fault::NoPart("situation".into())));
}

#[test]
fn every_list_of_a_card_has_its_least_and_its_most() {
    let silence = Draft::read(SILENCE);
    let sick = Draft::read(SICK);
    let fault = |draft: &Draft, card: usize, change: &dyn Fn(&mut engine::plan::PlanStep), fault: Fault| {
        let mut draft = draft.clone();
        change(&mut draft.plan.steps[card]);
        let found = draft.assemble().unwrap_err();
        assert!(found.iter().any(|problem| problem.fault == fault), "{fault:?} is not in {found:#?}");
    };
    let many = |ids: &str| ids.split(' ').map(item).collect::<Vec<_>>();
    fault(&silence, 2, &|card| card.options = many("ask"), count("options", 1, 2, 3));
    fault(&silence, 2, &|card| card.options = many("ask hide shout run"), count("options", 4, 2, 3));
    fault(&silence, 3, &|card| card.items = many("stop look"), count("items", 2, 3, 6));
    fault(&silence, 3, &|card| card.items = many("a b c d e f g"), count("items", 7, 3, 6));
    fault(&silence, 4, &|card| card.right = vec![], count("right things", 0, 1, 4));
    fault(&silence, 4, &|card| card.right = many("a b c d e"), count("right things", 5, 1, 4));
    fault(&sick, 2, &|card| card.pairs = many("ill late"), count("pairs", 2, 3, 4));
    fault(&sick, 2, &|card| card.pairs = many("a b c d e"), count("pairs", 5, 3, 4));
    fault(&sick, 3, &|card| card.turns = vec![], count("turns", 0, 1, 4));
    fault(&sick, 3, &|card| card.turns = vec![card.turns[0].clone(); 5], count("turns", 5, 1, 4));
}

#[test]
fn a_picture_that_tells_something_needs_an_alternative_text() {
    let mut draft = Draft::read(SICK);
    for id in ["bed", "thermometer"] {
        draft.alts.remove(&picture(id));
    }
    let problem = |id: &str| Problem { file: "nl.toml".into(), place: None, fault: Fault::NoAlt(id.into()) };
    assert_eq!(draft.assemble(), Err(vec![problem("bed"), problem("thermometer")]));
    let lesson = Draft::read(SICK).lesson();
    assert_eq!(lesson.alt(&picture("bed")), "bed to see");
    assert_eq!(lesson.alt(&picture("shrug")), "", "its words stand beside it");
}

#[test]
fn an_unknown_key_is_a_mistake() {
    let [plan, words] = SILENCE;
    let plan = plan.replace("minutes = 4", "minutes = 4\nhurry = true");
    assert!(toml::from_str::<engine::plan::Plan>(&plan).is_err());
    let words = words.replace("hint = ", "hnit = ");
    assert!(toml::from_str::<engine::words::Words>(&words).is_err());
}

#[test]
fn a_lesson_is_all_of_its_plan_and_words() {
    let lesson = Draft::read(SILENCE).lesson();
    assert_eq!((lesson.title.own(), lesson.language.as_str(), lesson.minutes), ("Stil", "nl", 4));
    assert_eq!((lesson.text(&item("sound")), lesson.text(&item("nothing"))), (Some(&"Geluid".into()), None));
    assert_eq!(lesson.items.get(&item("settings")).unwrap().picture, Some(picture("gear")));
    let first = &lesson.steps[0];
    assert_eq!((first.heading.own(), first.say.len(), first.more.len()), ("Je staat aan de machine.", 1, 1));
    assert_eq!(first.shown, Shown::Picture(picture("machine")));
    assert_eq!(lesson.steps[2].shown, Shown::View { view: view("hall"), clue: Some(item("door")) });
    assert_eq!(lesson.steps[2].hint.as_ref().map(Text::own), Some("Kijk naar de deur."));
    let Card::Order(answers) = &lesson.steps[3].card else { panic!("{:?}", lesson.steps[3]) };
    assert_eq!(answers.iter().map(|answer| answer.text.own()).collect::<Vec<_>>(), ["Ik stop.", "Ik kijk.", "Ik ga."]);
    assert_eq!(
        lesson.views.get(&view("hall")).unwrap().blocks[1],
        Block::Line { item: item("day"), value: item("hour") }
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_an_author_can_write_assembles_with_nothing_lost(draft in any_draft()) {
        let lesson = draft.assemble();
        let Ok(lesson) = lesson else { panic!("{lesson:#?}") };
        prop_assert_eq!(lesson.steps.len(), draft.plan.steps.len());
        prop_assert_eq!(lesson.views.len(), draft.plan.views.len());
        prop_assert_eq!(&lesson, &support::reloaded(&lesson), "the bundle carries it as it is");
    }

    #[test]
    fn words_that_are_gone_are_missed(draft in any_draft(), card in any::<proptest::sample::Index>()) {
        let mut draft = draft;
        let id = card.get(&draft.plan.steps).id.to_string();
        draft.words.steps.remove(&id);
        let found = draft.assemble().unwrap_err();
        prop_assert!(found.iter().all(|problem| problem.place.as_ref() == Some(&id)), "{:?}", found);
    }
}
