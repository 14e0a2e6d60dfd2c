//! Anything a learner can do, all that they see of it, and how to miss on purpose.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test is to stop")]

use super::{item, plans::ITEMS};
use engine::ids::ItemId;
use engine::lesson::{Card, Lesson, Step};
use engine::plan::Part;
use engine::progress::Best;
use engine::session::{Action, Feedback, Help, Onward, OptionFace, Session};
use engine::view::View;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

/// What happens to a session.
#[derive(Clone, Debug)]
pub enum Deed {
    /// On the card the learner is on.
    Do(Action),
    /// What is right just now.
    DoRight,
    /// To a card, counted round.
    Go(usize),
    /// The page is loaded anew.
    Reload,
}

/// Ids that no card knows.
pub fn any_unknown_id() -> impl Strategy<Value = ItemId> {
    "z[a-z]{0,5}".prop_map(|id| item(&id))
}

fn any_id() -> impl Strategy<Value = ItemId> {
    let device = select(vec!["next", "back", "lure", "label"]).prop_map(item);
    prop_oneof![6 => select(ITEMS.to_vec()).prop_map(item), 3 => device, 1 => any_unknown_id()]
}

/// A tap, a key or a button; never a whole field at once.
pub fn any_tap() -> impl Strategy<Value = Action> {
    prop_oneof![
        8 => any_id().prop_map(Action::Tap),
        4 => any_id().prop_map(Action::TapMeaning),
        1 => Just(Action::Undo),
        3 => "[0-9a-dÉΣς\u{7}]".prop_map(|key| Action::Type(key.chars().next().unwrap_or('?'))),
        1 => Just(Action::Erase),
        1 => Just(Action::Play),
        1 => Just(Action::PlayAgain),
        1 => Just(Action::DidIt),
        6 => Just(Action::Check),
    ]
}

pub fn any_action() -> impl Strategy<Value = Action> {
    prop_oneof![12 => any_tap(), 1 => ".{0,50}".prop_map(Action::Write)]
}

/// Up to 60 of them.
pub fn any_deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        20 => any_action().prop_map(Deed::Do),
        4 => Just(Deed::DoRight),
        5 => (0..8_usize).prop_map(Deed::Go),
        1 => Just(Deed::Reload),
    ];
    proptest::collection::vec(deed, 0..60)
}

impl Deed {
    pub fn happen(&self, session: &mut Session, lesson: &Lesson) {
        match self {
            Self::Do(action) => session.act(lesson, action),
            Self::DoRight => {
                if let Some(action) = session.right_action(lesson) {
                    session.act(lesson, &action);
                }
            }
            Self::Go(card) => session.at = lesson.steps[card % lesson.steps.len()].id.clone(),
            Self::Reload => *session = super::reloaded(session),
        }
    }
}

/// Does what is right until the card is done, and says after how many actions; `None` if a hundred do not do.
pub fn finish_card(session: &mut Session, lesson: &Lesson) -> Option<usize> {
    for actions in 0..=100 {
        match session.right_action(lesson) {
            None => return session.is_done(&session.at).then_some(actions),
            Some(action) => session.act(lesson, &action),
        }
    }
    None
}

/// Finishes each card and goes onward, and says how many cards that took.
pub fn finish(session: &mut Session, lesson: &Lesson) -> usize {
    // Once to the end, and once more for each card that was left open.
    for cards in 1..=lesson.steps.len() * (lesson.steps.len() + 1) {
        assert!(finish_card(session, lesson).is_some(), "stuck at {session:?}");
        match session.onward(lesson) {
            Onward::To(next) => session.at = next,
            Onward::Finished => return cards,
        }
    }
    panic!("never finished: {session:?}");
}

/// The most help that each card tried alone was seen to give.
#[derive(Default)]
pub struct HelpSeen(BTreeMap<String, Help>);

impl HelpSeen {
    pub fn look(&mut self, session: &Session, lesson: &Lesson) {
        let here = lesson.step(&session.at).unwrap();
        if let Feedback::Again(help) = session.feedback(here)
            && here.part == Part::Alone
        {
            let most = self.0.entry(here.id.to_string()).or_insert(help);
            *most = help.max(*most);
        }
    }

    pub fn best(&self) -> Best {
        match self.0.values().max() {
            None => Best::Alone,
            Some(Help::Answer) => Best::Shown,
            Some(_) => Best::Hint,
        }
    }
}

/// All that a learner sees of a card.
pub fn seen(session: &Session, lesson: &Lesson, step: &Step) -> String {
    let card = match &step.card {
        Card::Tell | Card::Real => String::new(),
        Card::Choose(question) => format!("{:?}", session.options(step, question)),
        Card::Order(answers) => format!("{:?}", session.placed(step, answers)),
        Card::Match(pairs) => format!("{:?}", session.pairs(step, pairs)),
        Card::Find { view, right } => {
            format!("{:?}", session.find(step, lesson.views.get(view), right))
        }
        Card::Device(errand) => format!("{:?}", session.device(step, &lesson.views, errand)),
        Card::Chat(turns) => format!("{:?}", session.chat(step, turns)),
        Card::Type { answer, .. } => format!("{:?}", session.typed(step, answer)),
    };
    format!("{:?} {:?} {card}", session.main(step), session.feedback(step))
}

/// The ids of the answers of a card, in each of its columns, as this learner sees them.
pub fn columns(session: &Session, step: &Step) -> Vec<Vec<ItemId>> {
    let of = |faces: Vec<OptionFace<'_>>| faces.iter().map(|face| face.answer.id.clone()).collect();
    match &step.card {
        Card::Choose(question) => vec![of(session.options(step, question))],
        Card::Chat(turns) => vec![of(session.chat(step, turns).replies)],
        Card::Order(answers) => vec![session.placed(step, answers).iter().map(|face| face.answer.id.clone()).collect()],
        Card::Match(pairs) => {
            let face = session.pairs(step, pairs);
            [face.pictures, face.meanings].map(|side| side.iter().map(|face| face.pair.id.clone()).collect()).into()
        }
        _ => vec![],
    }
}

/// Actions that miss, with what can be seen and tapped now; `None` if nothing wrong is left.
pub fn wrong_actions(session: &Session, lesson: &Lesson, step: &Step) -> Option<Vec<Action>> {
    let wrong = |faces: Vec<OptionFace<'_>>, right: &[ItemId]| {
        let face = faces.iter().find(|face| !right.contains(&face.answer.id))?;
        Some(vec![Action::Tap(face.answer.id.clone()), Action::Check])
    };
    match &step.card {
        Card::Choose(question) => wrong(session.options(step, question), &question.right),
        Card::Chat(turns) => {
            let open = session.chat(step, turns);
            let turn = turns.get(open.turns.len() - 1)?;
            wrong(open.replies, &turn.replies.right)
        }
        Card::Order(answers) => {
            let faces = session.placed(step, answers);
            let place = |id: &ItemId| faces.iter().find(|face| face.answer.id == *id)?.place;
            let open: Vec<_> = answers.iter().filter(|answer| place(&answer.id).is_none()).collect();
            let last_first = open.iter().rev().map(|answer| Action::Tap(answer.id.clone()));
            let shown = faces.iter().any(|face| face.shown.is_some());
            (open.len() > 1 && !shown).then(|| last_first.chain([Action::Check]).collect())
        }
        Card::Match(pairs) => {
            let face = session.pairs(step, pairs);
            let shown = face.pictures.iter().any(|face| face.shown.is_some());
            let open: Vec<_> =
                face.pictures.iter().filter(|face| face.joined.is_none()).map(|face| face.pair.id.clone()).collect();
            let crossed = open.iter().zip(open.iter().cycle().skip(1));
            let taps = crossed.flat_map(|(one, other)| [Action::Tap(one.clone()), Action::TapMeaning(other.clone())]);
            (open.len() > 1 && !shown).then(|| taps.chain([Action::Check]).collect())
        }
        Card::Find { view, right } => {
            let view = lesson.views.get(view)?;
            let out = session.find(step, Some(view), right).out;
            let wrong = |id: &&ItemId| !out.contains(id) && !right.iter().any(|spotted| spotted.id == **id);
            Some(vec![Action::Tap(View::items(view).find(wrong)?.clone())])
        }
        Card::Type { answer, .. } => {
            let shown = session.typed(step, answer).shown.is_some();
            (!shown).then(|| vec![Action::Type('#'), Action::Check])
        }
        Card::Tell | Card::Real | Card::Device(_) => None,
    }
}
