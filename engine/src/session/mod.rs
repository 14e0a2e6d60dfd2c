//! A lesson under way: where the learner is, what was answered, what may happen next.
//!
//! Every action is allowed at every moment; one that means nothing changes nothing. No answer fails: misses climb the ladder of
//! [`Help`] until the answer is shown. Attempts are kept under the ids of cards, so they survive a change of language, a reload
//! and a new order of cards.

mod attempt;
mod chat;
mod device;
mod find;
mod order;
mod pairs;
mod pick;
mod typed;

pub use attempt::{Attempt, Given};
pub use chat::{ChatFace, TurnFace, TurnsAttempt};
pub use device::{DeviceAttempt, DeviceFace};
pub use find::{FindFace, FoundAttempt};
pub use order::{OrderFace, PlacedAttempt};
pub use pairs::{JoinedAttempt, MatchFace, PairFace, Side};
pub use pick::{OptionFace, PickAttempt};
pub use typed::{LONGEST, TypeFace, TypedAttempt};

use crate::ids::{ItemId, LessonId, StepId};
use crate::known::Known;
use crate::lesson::{Card, Lesson, Step};
use crate::map::Map;
use crate::plan::Part;
use crate::progress::Best;
use crate::unknown::Fields;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// What a learner can do on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Tap an answer, a thing in a view, the picture of a pair.
    Tap(ItemId),
    /// Tap the word of a pair.
    TapMeaning(ItemId),
    /// Take the last placed answer back.
    Undo,
    /// A key of the keypad.
    Type(char),
    /// The whole field, from a real keyboard.
    Write(String),
    /// Take the last character away.
    Erase,
    /// One tap of *Show me*.
    Play,
    /// *Show me* from the start.
    PlayAgain,
    /// "I did it" on a task for real.
    DidIt,
    /// The main button: check the answer.
    Check,
}

/// How much help a card gives, by its misses (PRODUCT.md, "The lesson").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Help {
    /// Nothing missed yet.
    Nothing,
    /// "Look again" and a hint that points at the clue.
    Hint,
    /// Fewer answers are left.
    Fewer,
    /// The answer is shown; the learner taps it.
    Answer,
}

impl Help {
    /// The help after so many misses.
    #[must_use]
    pub fn after(misses: u8) -> Self {
        match misses {
            0 => Self::Nothing,
            1 => Self::Hint,
            2 => Self::Fewer,
            _ => Self::Answer,
        }
    }
}

/// What the card says back, always in the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feedback {
    /// Nothing yet.
    Quiet,
    /// *Check* was pressed before there was an answer: say kindly what to do.
    Empty,
    /// Missed; the help that is now given.
    Again(Help),
    /// Right.
    Right,
}

/// What the main button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Main {
    Check,
    /// Say the chosen reply.
    Say,
    /// Start *Show me*.
    ShowMe,
    DidIt,
    Next,
}

/// A lesson under way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Session {
    pub lesson: LessonId,
    /// The card the learner is on.
    pub at: StepId,
    /// Decides the order of answers; stays the same in a retry.
    pub seed: u32,
    pub attempts: Map<StepId, Attempt>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

impl<'de> Deserialize<'de> for Session {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Known::read(Fields::deserialize(from)?, Self::read).map_err(D::Error::custom)
    }
}

/// Where the main button leads when a card is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Onward {
    To(StepId),
    Finished,
}

impl Session {
    pub(crate) fn read(known: &mut Known) -> Self {
        Self {
            lesson: known.must_key("lesson"),
            at: known.must_key("at"),
            seed: known.must("seed"),
            attempts: known.tables("attempts", Attempt::read),
            other: known.rest(),
        }
    }

    /// A fresh start at the first card, or `None` for a lesson without cards.
    #[must_use]
    pub fn start(lesson: &Lesson, seed: u32) -> Option<Self> {
        let at = lesson.steps.first()?.id.clone();
        Some(Self { lesson: lesson.id.clone(), at, seed, attempts: Map::new(), other: Fields::new() })
    }

    /// Makes a kept session fit the lesson as it is today: an unknown place becomes the first card not yet done.
    pub fn fit(&mut self, lesson: &Lesson) {
        if lesson.step(&self.at).is_none()
            && let Some(first) = lesson.steps.iter().find(|step| !self.is_done(&step.id)).or(lesson.steps.first())
        {
            self.at = first.id.clone();
        }
    }

    /// What was done on a card so far.
    #[must_use]
    pub fn attempt(&self, step: &StepId) -> Attempt {
        self.attempts.get(step).cloned().unwrap_or_default()
    }

    /// Whether a card is solved or read.
    #[must_use]
    pub fn is_done(&self, step: &StepId) -> bool {
        self.attempts.get(step).is_some_and(|attempt| attempt.done)
    }

    /// The cards that are solved or read.
    pub fn done(&self) -> impl Iterator<Item = &StepId> {
        self.attempts.iter().filter(|(_, attempt)| attempt.done).map(|(id, _)| id)
    }

    /// Does what the learner did on the card they are on.
    pub fn act(&mut self, lesson: &Lesson, action: &Action) {
        let Some(step) = lesson.step(&self.at) else { return };
        let attempt = self.attempts.or_default(step.id.clone());
        attempt.empty = false;
        if attempt.done {
            // Done stays done; but what was shown may be looked at again.
            if let (Card::Device(errand), Action::Play | Action::PlayAgain) = (&step.card, action) {
                device::act(&lesson.views, errand, step.part, attempt, action);
            }
            return;
        }
        match &step.card {
            Card::Tell => attempt.done = *action == Action::Check,
            Card::Real => attempt.done = *action == Action::DidIt || *action == Action::Check,
            Card::Choose(question) => pick::act(question, attempt, action),
            Card::Order(answers) => order::act(answers, attempt, action),
            Card::Match(pairs) => pairs::act(pairs, attempt, action),
            Card::Find { view, right } => find::act(lesson.views.get(view), right, attempt, action),
            Card::Device(errand) => device::act(&lesson.views, errand, step.part, attempt, action),
            Card::Chat(turns) => chat::act(turns, attempt, action),
            Card::Type { answer, .. } => typed::act(answer, attempt, action),
        }
    }

    /// What the main button of the card does now.
    #[must_use]
    pub fn main(&self, step: &Step) -> Main {
        if self.is_done(&step.id) {
            return Main::Next;
        }
        match (&step.card, step.part) {
            (Card::Tell, _) => Main::Next,
            (Card::Real, _) => Main::DidIt,
            (Card::Chat(_), _) => Main::Say,
            (Card::Device(_), Part::Show) => Main::ShowMe,
            _ => Main::Check,
        }
    }

    /// What the card says back.
    #[must_use]
    pub fn feedback(&self, step: &Step) -> Feedback {
        let attempt = self.attempt(&step.id);
        if matches!(step.card, Card::Tell | Card::Real) {
            return Feedback::Quiet;
        }
        let misses = match &attempt.given {
            Given::Turns(turns) => turns.misses_now(),
            Given::Device(device) if device.nudge => attempt.misses.max(1),
            Given::Device(_) => 0,
            Given::Found(found) if found.hit => 0,
            _ => attempt.misses,
        };
        match (attempt.done, attempt.empty, Help::after(misses)) {
            (true, ..) => Feedback::Right,
            (_, true, _) => Feedback::Empty,
            (_, _, Help::Nothing) => Feedback::Quiet,
            (_, _, help) => Feedback::Again(help),
        }
    }

    /// Where the main button leads from a done card: the next card, then any card still open, then the end.
    #[must_use]
    pub fn onward(&self, lesson: &Lesson) -> Onward {
        let next = lesson.position(&self.at).and_then(|at| lesson.steps.get(at + 1));
        let open = lesson.steps.iter().find(|step| !self.is_done(&step.id));
        next.or(open).map_or(Onward::Finished, |step| Onward::To(step.id.clone()))
    }

    /// The card before this one.
    #[must_use]
    pub fn back(&self, lesson: &Lesson) -> Option<StepId> {
        let at = lesson.position(&self.at)?;
        Some(lesson.steps.get(at.checked_sub(1)?)?.id.clone())
    }

    /// How well the lesson went as a whole: the most help that any card needed. Cards that show or help do not count,
    /// unless a lesson is practised again.
    #[must_use]
    pub fn best(&self, lesson: &Lesson) -> Best {
        let alone = lesson.steps.iter().filter(|step| step.part == Part::Alone || lesson.again);
        let misses = alone.map(|step| self.attempt(&step.id)).map(|attempt| attempt.most_misses()).max().unwrap_or(0);
        match Help::after(misses) {
            Help::Nothing => Best::Alone,
            Help::Hint | Help::Fewer => Best::Hint,
            Help::Answer => Best::Shown,
        }
    }

    /// One action that brings an open card nearer to its end: how a robot plays, and what *Show me* does.
    /// `None` when the card is done.
    #[must_use]
    pub fn right_action(&self, lesson: &Lesson) -> Option<Action> {
        let step = lesson.step(&self.at)?;
        let attempt = self.attempt(&step.id);
        if attempt.done {
            return None;
        }
        Some(match &step.card {
            Card::Tell => Action::Check,
            Card::Real => Action::DidIt,
            Card::Choose(question) => pick::right_action(question, &pick::given(&attempt)),
            Card::Order(answers) => order::right_action(answers, &attempt),
            Card::Match(pairs) => pairs::right_action(pairs, &attempt),
            Card::Find { right, .. } => find::right_action(right, &attempt),
            Card::Device(_) if step.part == Part::Show => Action::Play,
            Card::Device(errand) => device::right_action(&lesson.views, errand, &attempt),
            Card::Chat(turns) => chat::right_action(turns, &attempt),
            Card::Type { answer, .. } => typed::right_action(answer, &attempt),
        })
    }

    fn order_of(&self, step: &Step, salt: u32) -> fastrand::Rng {
        let card = crate::save::checksum(step.id.as_str().as_bytes());
        fastrand::Rng::with_seed((u64::from(self.seed) << 32) | u64::from(card.wrapping_add(salt)))
    }

    fn shuffled<'a, T>(&self, step: &Step, salt: u32, list: &'a [T]) -> Vec<&'a T> {
        let mut list: Vec<&T> = list.iter().collect();
        self.order_of(step, salt).shuffle(&mut list);
        list
    }
}
