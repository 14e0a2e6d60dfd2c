//! A conversation: pick what to say, see what follows, until the last turn is right.

use super::pick::{self, Checked};
use super::{Action, Attempt, Given, OptionFace, PickAttempt, Session};
use crate::ids::ItemId;
use crate::known::Known;
use crate::lesson::{Step, Turn};
use crate::text::Text;
use crate::unknown::Fields;
use serde::Serialize;

/// What was said in each turn so far; the last one is the turn under way.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TurnsAttempt {
    pub turns: Vec<SaidTurn>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

/// One turn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SaidTurn {
    pub turn: ItemId,
    pub pick: PickAttempt,
    /// The right reply, once it was said.
    pub said: Option<ItemId>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

/// The conversation as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ChatFace<'a> {
    /// From the first turn to the one under way.
    pub turns: Vec<TurnFace<'a>>,
    /// The replies to choose from; empty at the end.
    pub replies: Vec<OptionFace<'a>>,
    /// Points at the clue of the turn under way.
    pub hint: Option<&'a Text>,
}

/// One turn as it reads.
#[derive(Clone, Debug, PartialEq)]
pub struct TurnFace<'a> {
    pub says: &'a Text,
    /// The reply that was said last in this turn.
    pub reply: Option<&'a Text>,
    /// What the other person answered to it.
    pub after: Option<&'a Text>,
}

impl SaidTurn {
    fn read(known: &mut Known) -> Self {
        let mut inner = known.enter("pick");
        let pick = PickAttempt::read(&mut inner);
        known.leave(&inner);
        Self { turn: known.must_key("turn"), pick, said: known.key("said"), other: known.rest() }
    }
}

impl TurnsAttempt {
    pub(super) fn read(known: &mut Known) -> Self {
        let turns = known.list("turns").into_iter().map(|turn| known.as_table(turn, SaidTurn::read)).collect();
        Self { turns, other: known.rest() }
    }

    /// Misses in the turn under way.
    #[must_use]
    pub fn misses_now(&self) -> u8 {
        self.turns.last().filter(|turn| turn.said.is_none()).map_or(0, |turn| turn.pick.misses)
    }

    pub(super) fn most_misses(&self) -> u8 {
        self.turns.iter().map(|turn| turn.pick.misses).max().unwrap_or(0)
    }

    fn pick(&self, turn: &Turn) -> PickAttempt {
        self.turns.iter().find(|said| said.turn == turn.id).map(|said| said.pick.clone()).unwrap_or_default()
    }

    fn said(&self, turn: &Turn) -> Option<&ItemId> {
        self.turns.iter().find(|said| said.turn == turn.id)?.said.as_ref()
    }

    fn open<'a>(&self, turns: &'a [Turn]) -> Option<&'a Turn> {
        turns.iter().find(|turn| self.said(turn).is_none())
    }

    fn keep(&mut self, turn: &Turn, pick: PickAttempt, said: Option<ItemId>) {
        let before = self.turns.iter().find(|kept| kept.turn == turn.id);
        let other = before.map(|kept| kept.other.clone()).unwrap_or_default();
        self.turns.retain(|kept| kept.turn != turn.id);
        self.turns.push(SaidTurn { turn: turn.id.clone(), pick, said, other });
    }
}

fn given(attempt: &Attempt) -> TurnsAttempt {
    match &attempt.given {
        Given::Turns(given) => given.clone(),
        _ => TurnsAttempt::default(),
    }
}

pub(super) fn act(turns: &[Turn], attempt: &mut Attempt, action: &Action) {
    let mut talk = given(attempt);
    if let Some(turn) = talk.open(turns) {
        let mut pick = talk.pick(turn);
        let mut said = None;
        match action {
            Action::Tap(id) => pick.tap(&turn.replies, id),
            Action::Check => match pick.check(&turn.replies) {
                Checked::Empty => attempt.empty = true,
                Checked::Missed => attempt.miss(),
                Checked::Right => said.clone_from(&pick.chosen),
            },
            _ => {}
        }
        talk.keep(turn, pick, said);
    }
    attempt.done = talk.open(turns).is_none();
    attempt.given = Given::Turns(talk);
}

pub(super) fn right_action(turns: &[Turn], attempt: &Attempt) -> Action {
    let talk = given(attempt);
    talk.open(turns).map_or(Action::Check, |turn| pick::right_action(&turn.replies, &talk.pick(turn)))
}

impl Session {
    /// The conversation of a `chat` card.
    #[must_use]
    pub fn chat<'a>(&self, step: &Step, turns: &'a [Turn]) -> ChatFace<'a> {
        let talk = given(&self.attempt(&step.id));
        let open = talk.open(turns);
        let shown = turns.iter().take_while(|turn| talk.said(turn).is_some()).chain(open);
        let faces = shown
            .map(|turn| {
                let pick = talk.pick(turn);
                let last = talk.said(turn).or(pick.tried.last());
                let text = |id: &ItemId| turn.replies.options.iter().find(|answer| answer.id == *id);
                TurnFace {
                    says: &turn.says,
                    reply: last.and_then(text).map(|answer| &answer.text),
                    after: last.and_then(|id| turn.after.get(id)),
                }
            })
            .collect();
        let salt = open.and_then(|turn| turns.iter().position(|other| other.id == turn.id)).unwrap_or(0);
        let salt = u32::try_from(salt).unwrap_or(0);
        let replies = open.map_or(vec![], |turn| {
            talk.pick(turn).faces(&turn.replies, self.shuffled(step, salt, &turn.replies.options))
        });
        ChatFace { turns: faces, replies, hint: open.map(|turn| &turn.hint) }
    }
}
