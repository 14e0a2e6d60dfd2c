//! The map of views knows the way: what *Show me* plays, what lights up, and that nobody gets lost.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test is to stop")]

mod support;

use engine::ids::{ItemId, ViewId};
use engine::lesson::{Card, Errand, Lesson, Step};
use engine::map::Map;
use engine::plan::Part;
use engine::session::{Action, DeviceAttempt, DeviceFace, Feedback, Given, Help, Main, Session};
use engine::view::{View, next_tap, reached, taps_left, walk};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;
use support::learner::finish_card;
use support::plans::any_draft_of_devices;
use support::{Draft, SILENCE, item, on, reloaded, step, view};

/// The cards with a device, and what is to be done on it.
fn errands(lesson: &Lesson) -> Vec<(&Step, &Errand)> {
    let steps = lesson.steps.iter();
    steps
        .filter_map(|step| match &step.card {
            Card::Device(errand) => Some((step, errand)),
            _ => None,
        })
        .collect()
}

fn face(session: &Session, lesson: &Lesson) -> DeviceFace {
    let card = lesson.step(&session.at).unwrap();
    let Card::Device(errand) = &card.card else { panic!("not a device: {}", card.id) };
    session.device(card, &lesson.views, errand)
}

fn misses(session: &Session) -> u8 {
    session.attempt(&session.at).misses
}

fn tap(session: &mut Session, lesson: &Lesson, id: &str) {
    session.act(lesson, &Action::Tap(item(id)));
}

/// A session whose learner has got to that view.
fn at(lesson: &Lesson, card: &Step, place: &ViewId, nudge: bool) -> Session {
    let mut session = on(lesson, &card.id, 7);
    let given = Given::Device(DeviceAttempt { view: Some(place.clone()), nudge, ..DeviceAttempt::default() });
    session.attempts.or_default(card.id.clone()).given = given;
    session
}

/// How many taps it is to the goal, found without the engine's own search.
fn far(views: &Map<ViewId, View>, from: &ViewId, goal: &ViewId) -> Option<usize> {
    let mut here = BTreeSet::from([from]);
    for taps in 0..=views.len() {
        if here.contains(goal) {
            return Some(taps);
        }
        here = here.into_iter().filter_map(|at| views.get(at)).flat_map(|view| view.go.values()).collect();
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn show_me_plays_the_way_that_people_really_take(draft in any_draft_of_devices()) {
        let lesson = draft.lesson();
        let (card, errand) = errands(&lesson)[0];
        prop_assert_eq!(card.part, Part::Show);
        let mut session = on(&lesson, &card.id, 7);
        prop_assert_eq!(session.main(card), Main::ShowMe);
        for _ in 0..2 {
            let (mut played, mut lit) = (vec![face(&session, &lesson).view], vec![]);
            while !face(&session, &lesson).done {
                prop_assert!(played.len() < 40);
                lit.push(face(&session, &lesson).lit.unwrap());
                session.act(&lesson, &Action::Play);
                played.push(face(&session, &lesson).view);
            }
            let passed = walk(&lesson.views, &errand.start, &errand.way).unwrap();
            if passed.iter().collect::<BTreeSet<_>>().len() == passed.len() {
                prop_assert_eq!(&lit, &errand.way);
                prop_assert!(played.iter().eq(passed));
            } else {
                // A detour on the way is left out, nothing else.
                let mut rest = passed.into_iter();
                prop_assert!(played.iter().all(|view| rest.any(|passed| passed == view)));
            }
            prop_assert!(session.is_done(&card.id));
            session.act(&lesson, &Action::PlayAgain);
            prop_assert_eq!(&face(&session, &lesson).view, &errand.start, "shown again, it starts at the start");
            prop_assert!(session.is_done(&card.id));
        }
        prop_assert_eq!(misses(&session), 0);
    }

    #[test]
    fn from_every_view_the_goal_is_reached_and_nobody_walks_in_circles(draft in any_draft_of_devices(), nudge: bool) {
        let lesson = draft.lesson();
        for (card, errand) in errands(&lesson) {
            for place in reached(&lesson.views, &errand.start) {
                let mut session = at(&lesson, card, place, nudge);
                let actions = finish_card(&mut session, &lesson);
                prop_assert!(actions.is_some_and(|actions| actions <= lesson.views.len() + 1), "from {}: {:?}", place, actions);
                prop_assert_eq!(misses(&session), 0);
            }
        }
    }

    #[test]
    fn a_wrong_tap_is_a_miss_and_then_the_next_right_one_lights_up(
        draft in any_draft_of_devices(), place: Index, control: Index
    ) {
        let lesson = draft.lesson();
        for (card, errand) in errands(&lesson).into_iter().filter(|(card, _)| card.part != Part::Show) {
            let places: Vec<_> = reached(&lesson.views, &errand.start).into_iter().filter(|view| **view != errand.goal).collect();
            let place = *place.get(&places);
            let mut session = at(&lesson, card, place, false);
            let Some(Action::Tap(right)) = session.right_action(&lesson) else { panic!("no way on") };
            prop_assert_eq!(face(&session, &lesson).lit, (card.part == Part::Help).then(|| right.clone()));

            let controls: Vec<&ItemId> = lesson.views.get(place).unwrap().controls().collect();
            let tapped = *control.get(&controls);
            session.act(&lesson, &Action::Tap(tapped.clone()));
            let after = face(&session, &lesson);
            let leads = lesson.views.get(place).unwrap().go.get(tapped);
            prop_assert_eq!(&after.view, leads.unwrap_or(place));
            let nearer = leads.and_then(|to| far(&lesson.views, to, &errand.goal)) < far(&lesson.views, place, &errand.goal);
            if *tapped == right {
                prop_assert_eq!(misses(&session), 0);
            } else if misses(&session) == 0 {
                // Not the way people take, but as short as any.
                prop_assert!(leads.is_some() && nearer);
            } else {
                prop_assert!(leads.is_none() || !nearer);
                prop_assert_eq!(session.feedback(card), Feedback::Again(Help::Hint));
                let Some(Action::Tap(next)) = session.right_action(&lesson) else { panic!("no way back") };
                prop_assert_eq!(after.lit, Some(next.clone()));
                session.act(&lesson, &Action::Tap(next));
                prop_assert_eq!(misses(&session), 1);
                prop_assert!(session.feedback(card) == Feedback::Quiet || session.is_done(&card.id));
                prop_assert!(face(&session, &lesson).lit.is_none() || card.part == Part::Help, "the light goes out");
            }
        }
    }

    #[test]
    fn the_next_tap_is_on_a_shortest_way(draft in any_draft_of_devices(), from: Index, goal: Index) {
        let lesson = draft.lesson();
        let places: Vec<&ViewId> = lesson.views.keys().collect();
        let (from, goal) = (*from.get(&places), *goal.get(&places));
        let taps = far(&lesson.views, from, goal);
        prop_assert_eq!(reached(&lesson.views, from).contains(&goal), taps.is_some());
        prop_assert_eq!(taps_left(&lesson.views, from, goal), taps);
        match next_tap(&lesson.views, from, goal) {
            Some(item) => {
                let to = lesson.views.get(from).unwrap().go.get(item).unwrap();
                prop_assert_eq!(far(&lesson.views, to, goal).map(|rest| rest + 1), taps);
            }
            None => prop_assert!(taps.is_none_or(|taps| taps == 0)),
        }
    }
}

#[test]
fn a_detour_costs_a_miss_and_its_way_back_is_lit() {
    let lesson = Draft::read(SILENCE).lesson();
    let mut session = on(&lesson, &step("alone"), 7);
    assert_eq!(face(&session, &lesson).lit, None, "alone, nothing is lit");
    tap(&mut session, &lesson, "back");
    tap(&mut session, &lesson, "calls");
    assert_eq!((face(&session, &lesson).view, misses(&session)), (view("calls"), 1));
    assert_eq!(face(&session, &lesson).lit, Some(item("back")));
    tap(&mut session, &lesson, "back");
    assert_eq!((face(&session, &lesson).lit, misses(&session)), (None, 1));
}

#[test]
fn of_two_controls_as_near_to_the_goal_neither_is_a_miss() {
    let [plan, words] = SILENCE;
    let plan = plan.replace("silent = \"quiet\" }", "silent = \"quiet\", louder = \"quiet\", softer = \"quiet\" }");
    let lesson = Draft::read([&plan, words]).lesson();
    let card = lesson.step(&step("alone")).unwrap();
    for control in ["silent", "louder", "softer"] {
        let mut session = at(&lesson, card, &view("sound"), false);
        tap(&mut session, &lesson, control);
        assert!(session.is_done(&card.id), "{control}");
        assert_eq!(misses(&session), 0, "{control}");
    }
}

#[test]
fn a_tap_that_leads_nowhere_stays_and_lights_the_next_one() {
    let lesson = Draft::read(SILENCE).lesson();
    let mut session = on(&lesson, &step("alone"), 7);
    tap(&mut session, &lesson, "amir");
    let now = face(&session, &lesson);
    assert_eq!((now.view, now.lit, misses(&session)), (view("calls"), Some(item("back")), 1));
}

#[test]
fn what_cannot_be_tapped_is_no_miss() {
    let lesson = Draft::read(SILENCE).lesson();
    let mut session = on(&lesson, &step("alone"), 7);
    for word in ["calls", "torch", "nowhere"] {
        tap(&mut session, &lesson, word);
        assert_eq!((face(&session, &lesson).view, misses(&session)), (view("calls"), 0), "{word}");
    }
}

#[test]
fn a_wrong_tap_while_it_is_shown_changes_nothing_and_a_right_one_goes_on() {
    let lesson = Draft::read(SILENCE).lesson();
    let mut session = on(&lesson, &step("show"), 7);
    tap(&mut session, &lesson, "calls");
    assert_eq!((face(&session, &lesson).view, misses(&session)), (view("home"), 0));
    tap(&mut session, &lesson, "settings");
    session.act(&lesson, &Action::Play);
    assert_eq!(face(&session, &lesson).view, view("sound"));
}

#[test]
fn a_view_that_is_gone_or_leads_nowhere_any_more_becomes_the_start() {
    let lesson = Draft::read(SILENCE).lesson();
    let card = lesson.step(&step("alone")).unwrap();
    for place in ["gone", "hall"] {
        let mut session = reloaded(&at(&lesson, card, &view(place), true));
        let now = face(&session, &lesson);
        assert_eq!((now.view, now.lit), (view("calls"), Some(item("back"))), "{place}");
        assert!(finish_card(&mut session, &lesson).is_some());
    }
}

#[test]
fn a_way_that_leads_nowhere_is_no_walk() {
    let lesson = Draft::read(SILENCE).lesson();
    let home = view("home");
    assert_eq!(walk(&lesson.views, &home, &[]), Some(vec![&home]));
    assert_eq!(walk(&lesson.views, &home, &[item("settings")]), Some(vec![&home, &view("settings")]));
    assert_eq!(walk(&lesson.views, &home, &[item("torch")]), None);
}

#[test]
fn every_item_is_read_and_only_controls_are_tapped() {
    let lesson = Draft::read(SILENCE).lesson();
    let names = |items: Vec<&ItemId>| items.into_iter().map(ToString::to_string).collect::<Vec<_>>();
    let sound = lesson.views.get(&view("sound")).unwrap();
    assert_eq!(names(sound.items().collect()), ["back", "sound", "ring", "softer", "louder", "silent"]);
    assert_eq!(names(sound.controls().collect()), ["back", "softer", "louder", "silent"]);
    let hall = lesson.views.get(&view("hall")).unwrap();
    assert_eq!(names(hall.items().collect()), ["door", "lamp", "day", "hour"]);
    assert_eq!(names(hall.controls().collect()), ["door", "lamp"]);
}
