//! Any lesson can be finished, by anyone, from anywhere; nothing fails, nothing is lost.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test is to stop")]

mod support;

use engine::lesson::{Card, Lesson};
use engine::plan::Part;
use engine::progress::Best;
use engine::session::{Action, Attempt, Feedback, Help, Main, PairFace, Session};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use support::learner::{
    HelpSeen, any_action, any_deeds, any_tap, any_unknown_id, columns, finish, finish_card, seen, wrong_actions,
};
use support::plans::{any_ask, any_draft, any_draft_of};
use support::{Draft, SICK, SILENCE, item, on, reloaded, step};

fn start(lesson: &Lesson, seed: u32) -> Session {
    Session::start(lesson, seed).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_lesson_can_be_finished_whatever_was_done_before(draft in any_draft(), seed: u32, deeds in any_deeds()) {
        let lesson = draft.lesson();
        let mut session = start(&lesson, seed);
        let mut help = HelpSeen::default();
        for deed in &deeds {
            deed.happen(&mut session, &lesson);
            help.look(&session, &lesson);
        }
        finish(&mut session, &lesson);
        prop_assert!(lesson.steps.iter().all(|card| session.is_done(&card.id)));
        prop_assert_eq!(session.done().count(), lesson.steps.len());
        prop_assert_eq!(session.best(&lesson), help.best());
    }

    #[test]
    fn who_does_all_right_meets_each_card_once_and_needs_no_help(draft in any_draft(), seed: u32) {
        let lesson = draft.lesson();
        let mut session = start(&lesson, seed);
        prop_assert_eq!(finish(&mut session, &lesson), lesson.steps.len());
        prop_assert!(session.attempts.values().all(|attempt| attempt.misses == 0));
        prop_assert_eq!(session.best(&lesson), Best::Alone);
    }

    #[test]
    fn a_done_card_stays_done_and_says_so(draft in any_draft(), seed: u32, actions in vec(any_action(), 30)) {
        let lesson = draft.lesson();
        let mut session = start(&lesson, seed);
        finish(&mut session, &lesson);
        for card in &lesson.steps {
            session.at = card.id.clone();
            let before = session.attempt(&card.id);
            for action in &actions {
                session.act(&lesson, action);
                prop_assert!(session.is_done(&card.id));
                prop_assert_eq!(session.attempt(&card.id).misses, before.misses);
                prop_assert_eq!(session.main(card), Main::Next);
                let says = if matches!(card.card, Card::Tell | Card::Real) { Feedback::Quiet } else { Feedback::Right };
                prop_assert_eq!(session.feedback(card), says);
            }
            if card.part != Part::Show {
                prop_assert_eq!(session.attempt(&card.id), before);
            }
        }
    }

    #[test]
    fn an_unknown_id_changes_nothing(draft in any_draft(), seed: u32, deeds in any_deeds(), id in any_unknown_id()) {
        let lesson = draft.lesson();
        let mut session = start(&lesson, seed);
        deeds.iter().for_each(|deed| deed.happen(&mut session, &lesson));
        for card in &lesson.steps {
            session.at = card.id.clone();
            // What *Check* said about an empty answer is over with the next tap, whatever it is.
            session.attempts.or_default(card.id.clone()).empty = false;
            let before = (seen(&session, &lesson, card), session.attempt(&card.id).misses);
            for action in [Action::Tap(id.clone()), Action::TapMeaning(id.clone())] {
                session.act(&lesson, &action);
                prop_assert_eq!((seen(&session, &lesson, card), session.attempt(&card.id).misses), before.clone());
            }
        }
    }

    #[test]
    fn help_climbs_by_one_with_each_miss_and_feedback_never_says_anything_worse(draft in any_draft(), seed: u32) {
        let lesson = draft.lesson();
        for card in &lesson.steps {
            let mut session = on(&lesson, &card.id, seed);
            let ladder = [Help::Hint, Help::Fewer, Help::Answer];
            let mut missed = 0;
            while let Some(actions) = wrong_actions(&session, &lesson, card) {
                actions.iter().for_each(|action| session.act(&lesson, action));
                prop_assert!(missed < 3, "a miss is possible though the answer is shown");
                prop_assert_eq!(session.feedback(card), Feedback::Again(ladder[missed]));
                missed += 1;
            }
            prop_assert!(missed > 0 || matches!(card.card, Card::Tell | Card::Real | Card::Device(_)));
        }
    }

    #[test]
    fn with_the_second_miss_fewer_answers_are_left(draft in any_draft(), seed: u32) {
        let lesson = draft.lesson();
        for card in &lesson.steps {
            let mut session = on(&lesson, &card.id, seed);
            let before = columns(&session, card);
            for _ in 0..2 {
                let wrong = wrong_actions(&session, &lesson, card).unwrap_or_default();
                wrong.iter().for_each(|action| session.act(&lesson, action));
            }
            match &card.card {
                Card::Choose(_) | Card::Chat(_) => prop_assert!(columns(&session, card)[0].len() < before[0].len()),
                Card::Order(answers) => prop_assert!(session.placed(card, answers).iter().any(|face| face.kept)),
                Card::Match(pairs) => {
                    let face = session.pairs(card, pairs);
                    let both = |side: &[PairFace<'_>]| side.iter().filter(|face| face.kept).count();
                    prop_assert!(both(&face.pictures) > 0);
                    prop_assert_eq!(both(&face.pictures), both(&face.meanings));
                }
                Card::Find { view, right } => {
                    prop_assert!(!session.find(card, lesson.views.get(view), right).out.is_empty());
                }
                Card::Type { answer, .. } => prop_assert!(!session.typed(card, answer).keys.is_empty()),
                Card::Tell | Card::Real | Card::Device(_) => {}
            }
        }
    }

    #[test]
    fn once_the_answer_is_shown_only_right_answers_are_possible(
        draft in any_draft_of(any_ask()), seed: u32, taps in vec(weighted(0.6, any_tap()), 40)
    ) {
        let lesson = draft.lesson();
        for card in &lesson.steps {
            let mut session = on(&lesson, &card.id, seed);
            let shown = Attempt { misses: 3, ..Attempt::default() };
            if let Card::Choose(_) | Card::Chat(_) = card.card {
                while let Some(actions) = wrong_actions(&session, &lesson, card) {
                    actions.iter().for_each(|action| session.act(&lesson, action));
                }
            } else {
                session.attempts.insert(card.id.clone(), shown);
            }
            for tap in &taps {
                let turn = |session: &Session| match &card.card {
                    Card::Chat(turns) => session.chat(card, turns).turns.len(),
                    _ => 0,
                };
                let (before, at) = (session.attempt(&card.id).misses, turn(&session));
                // Without a tap: what is right just now.
                if let Some(tap) = tap.clone().or_else(|| session.right_action(&lesson)) {
                    session.act(&lesson, &tap);
                }
                match &card.card {
                    // The next turn starts without help again.
                    Card::Chat(_) if turn(&session) != at => break,
                    Card::Type { answer, .. } => {
                        let text = session.typed(card, answer).text.to_lowercase();
                        prop_assert!(answer.to_lowercase().replace('ς', "σ").starts_with(&text.replace('ς', "σ")));
                    }
                    Card::Order(answers) => {
                        let faces = session.placed(card, answers);
                        prop_assert!(faces.iter().all(|face| face.place.is_none() || face.place == face.shown || session.is_done(&card.id)));
                        prop_assert_eq!(session.attempt(&card.id).misses, before);
                    }
                    Card::Device(_) => {}
                    _ => prop_assert_eq!(session.attempt(&card.id).misses, before),
                }
            }
        }
    }

    #[test]
    fn a_session_written_down_comes_back_as_it_was(draft in any_draft(), seed: u32, deeds in any_deeds()) {
        let lesson = draft.lesson();
        let mut session = start(&lesson, seed);
        for deed in &deeds {
            deed.happen(&mut session, &lesson);
            let back: Session = reloaded(&session);
            // Only that *Check* was pressed just now is not kept.
            session.attempts.values_mut().for_each(|attempt| attempt.empty = false);
            prop_assert_eq!(&back, &session);
        }
    }

    #[test]
    fn a_session_of_another_version_of_the_lesson_is_finished_all_the_same(
        before in any_draft(), now in any_draft(), seed: u32, deeds in any_deeds(), gone: bool
    ) {
        let (before, now) = (before.lesson(), now.lesson());
        let mut session = start(&before, seed);
        deeds.iter().for_each(|deed| deed.happen(&mut session, &before));
        if gone {
            session.at = step("gone");
        }
        session.fit(&now);
        prop_assert!(now.step(&session.at).is_some());
        finish(&mut session, &now);
        prop_assert!(now.steps.iter().all(|card| session.is_done(&card.id)));
    }

    #[test]
    fn answers_keep_their_order_in_retries_and_after_a_reload(draft in any_draft(), seed: u32, deeds in any_deeds()) {
        let lesson = draft.lesson();
        let mut session = start(&lesson, seed);
        let fresh = |card| columns(&start(&lesson, seed), card);
        deeds.iter().for_each(|deed| deed.happen(&mut session, &lesson));
        for card in lesson.steps.iter().filter(|card| !matches!(card.card, Card::Chat(_))) {
            let now = columns(&session, card);
            prop_assert_eq!(&now, &columns(&reloaded(&session), card));
            for (now, mut before) in now.into_iter().zip(fresh(card)) {
                before.retain(|id| now.contains(id));
                prop_assert_eq!(now, before);
            }
        }
    }

    #[test]
    fn neither_order_nor_match_gives_its_answer_away(draft in any_draft_of(any_ask()), first in 0..u32::MAX - 50) {
        let lesson = draft.lesson();
        for seed in first..first + 50 {
            for card in &lesson.steps {
                let columns = columns(&start(&lesson, seed), card);
                match &card.card {
                    Card::Order(answers) => prop_assert!(!columns[0].iter().eq(answers.iter().map(|answer| &answer.id))),
                    Card::Match(_) => prop_assert_ne!(&columns[0], &columns[1]),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn what_was_kept_of_a_card_that_has_changed_holds_nobody_up() {
    let (order, pairs) = (step("in-order"), step("signs"));
    let mut silence = Draft::read(SILENCE);
    silence.plan.steps[3].items.reverse();
    let [plan, words] = SICK;
    let plan = plan.replace("\"ill\"", "\"well\"").replace("{ ill =", "{ well =");
    let sick = Draft::read([&plan, &words.replace("\nill =", "\nwell =")]);
    let placed = r#"{ "placed": { "placed": ["stop", "look"], "kept": 2 } }"#;
    let crossed = r#"{ "joined": { "picked": null, "joined": [["ill", "ill"], ["late", "fine"]], "kept": 1 } }"#;
    let picked = r#"{ "joined": { "picked": { "picture": "ill" }, "joined": [], "kept": 0 } }"#;
    for (draft, card, given) in [(&silence, &order, placed), (&sick, &pairs, crossed), (&sick, &pairs, picked)] {
        let lesson = draft.lesson();
        let attempts = format!(r#"{{"{card}":{{"misses":2,"done":false,"given":{given}}}}}"#);
        let session = format!(r#"{{"lesson":"{}","at":"{card}","seed":7,"attempts":{attempts}}}"#, lesson.id);
        let mut session: Session = serde_json::from_str(&session).unwrap();
        assert!(finish_card(&mut session, &lesson).is_some(), "{session:?}");
        assert_eq!(session.attempt(card).misses, 2);
    }
}

#[test]
fn another_learner_sees_answers_in_another_order() {
    for lesson in [SILENCE, SICK].map(|files| Draft::read(files).lesson()) {
        for card in &lesson.steps {
            let first = columns(&start(&lesson, 0), card);
            let others = (1..40).map(|seed| columns(&start(&lesson, seed), card));
            assert_eq!(others.into_iter().any(|other| other != first), !first.is_empty(), "{}", card.id);
        }
    }
}

#[test]
fn a_session_starts_at_the_first_card_and_goes_back_from_the_second() {
    let lesson = Draft::read(SICK).lesson();
    let mut session = start(&lesson, 7);
    assert_eq!((session.at.as_str(), session.back(&lesson)), ("situation", None));
    session.at = step("show");
    assert_eq!(session.back(&lesson), Some(step("situation")));
    let empty = Lesson { steps: vec![], ..lesson };
    assert!(Session::start(&empty, 7).is_none());
}

#[test]
fn a_place_that_is_gone_becomes_the_first_card_not_yet_done() {
    let lesson = Draft::read(SICK).lesson();
    let mut session = start(&lesson, 7);
    session.act(&lesson, &Action::Check);
    session.at = step("gone");
    session.fit(&lesson);
    assert_eq!(session.at.as_str(), "show");
    session.at = step("dial");
    session.fit(&lesson);
    assert_eq!(session.at.as_str(), "dial");
}

#[test]
fn a_card_skipped_is_asked_for_at_the_end() {
    let lesson = Draft::read(SICK).lesson();
    let mut session = start(&lesson, 7);
    session.at = step("talk");
    finish(&mut session, &lesson);
    assert!(session.is_done(&step("signs")));
}

#[test]
fn check_without_an_answer_says_what_to_do_until_the_next_tap() {
    for lesson in [SILENCE, SICK].map(|files| Draft::read(files).lesson()) {
        for card in lesson.steps.iter().filter(|card| !matches!(card.card, Card::Tell | Card::Real)) {
            let mut session = on(&lesson, &card.id, 7);
            session.act(&lesson, &Action::Check);
            assert_eq!(session.feedback(card), Feedback::Empty, "{}", card.id);
            assert_eq!(session.attempt(&card.id).misses, 0);
            session.act(&lesson, &Action::Undo);
            assert_eq!(session.feedback(card), Feedback::Quiet, "{}", card.id);
        }
    }
}

#[test]
fn a_word_is_right_in_capitals_too_and_with_spaces_around_it() {
    let mut draft = Draft::read(SICK);
    for (answer, typed) in [("Griep", " GRIEP "), ("ΟΔΟΣ", "οδοσ"), ("Straße", "STRAßE")] {
        draft.words.steps.get_mut("write").unwrap().answer = Some(answer.into());
        let lesson = draft.lesson();
        let mut session = on(&lesson, &step("write"), 7);
        session.act(&lesson, &Action::Write(typed.into()));
        session.act(&lesson, &Action::Check);
        assert!(session.is_done(&session.at), "{answer}");
    }
}

#[test]
fn a_conversation_shows_what_was_said_and_what_came_of_it() {
    let lesson = Draft::read(SICK).lesson();
    let mut session = on(&lesson, &step("talk"), 7);
    let card = lesson.step(&session.at).unwrap();
    let Card::Chat(turns) = &card.card else { panic!("not a chat") };
    let own = |text: Option<&engine::text::Text>| text.map_or("", |text| text.own()).to_owned();
    let say = |session: &mut Session, reply: &str| {
        session.act(&lesson, &Action::Tap(item(reply)));
        session.act(&lesson, &Action::Check);
    };
    say(&mut session, "hang-up");
    let face = session.chat(card, turns);
    assert_eq!(
        (face.turns.len(), own(face.turns[0].after), own(face.hint)),
        (1, "Ben je er nog?".into(), "Zeg wat er is.".into())
    );
    assert_eq!(session.feedback(card), Feedback::Again(Help::Hint));
    say(&mut session, "tell-it");
    let face = session.chat(card, turns);
    assert_eq!(
        (face.turns.len(), own(face.turns[0].after), own(face.turns[1].after)),
        (2, "Dat is jammer.".into(), String::new())
    );
    assert_eq!(session.feedback(card), Feedback::Quiet, "each turn starts without help");
    say(&mut session, "who-knows");
    let face = session.chat(card, turns);
    assert_eq!((own(face.turns[1].reply), face.replies.len()), ("Ik weet het nog niet.".into(), 0));
    assert!(session.is_done(&session.at));
}

#[test]
fn a_hit_after_a_miss_tells_what_was_found_and_not_the_old_hint() {
    let [plan, words] = SILENCE;
    let plan = plan.replace("right = [\"door\"]", "right = [\"door\", \"day\"]");
    let words = words.replace("found.door = ", "found.day = \"Dit is de dag.\"\nfound.door = ");
    let lesson = Draft::read([&plan, &words]).lesson();
    let card = step("where");
    let mut session = on(&lesson, &card, 7);
    let tap = |session: &mut Session, id| session.act(&lesson, &Action::Tap(item(id)));
    tap(&mut session, "lamp");
    assert_eq!(session.feedback(lesson.step(&card).unwrap()), Feedback::Again(Help::Hint));
    tap(&mut session, "door");
    assert_eq!(session.feedback(lesson.step(&card).unwrap()), Feedback::Quiet);
    tap(&mut session, "lamp");
    assert_eq!(session.feedback(lesson.step(&card).unwrap()), Feedback::Again(Help::Fewer));
}
