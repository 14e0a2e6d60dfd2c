//! Pairing pictures with their meanings: tap one, then the other.

use super::{Action, Attempt, Given, Help, Session};
use crate::ids::ItemId;
use crate::known::Known;
use crate::lesson::{Pair, Step};
use crate::unknown::{Fields, Unknown};
use serde::Serialize;

/// One side of a pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Picture(ItemId),
    Meaning(ItemId),
}

/// The pairs made so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct JoinedAttempt {
    /// Tapped, waiting for the other side.
    pub picked: Option<Side>,
    /// Picture and meaning.
    pub joined: Vec<(ItemId, ItemId)>,
    /// So many at the start are known to be right and stay.
    pub kept: usize,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

/// The two columns of a `match` card.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchFace<'a> {
    pub pictures: Vec<PairFace<'a>>,
    pub meanings: Vec<PairFace<'a>>,
}

/// One side of a pair as it looks now.
#[derive(Clone, Debug, PartialEq)]
pub struct PairFace<'a> {
    pub pair: &'a Pair,
    pub picked: bool,
    /// The number of the pair it is in, from 1.
    pub joined: Option<usize>,
    /// Known to be right: it stays.
    pub kept: bool,
    /// The number shown as the answer, from 1: the same on both sides.
    pub shown: Option<usize>,
}

impl Side {
    fn read(known: &mut Known) -> Option<Self> {
        let (picture, meaning) = (known.key("picture"), known.key("meaning"));
        match (picture, meaning, known.left().is_empty()) {
            (Some(picture), None, true) => Some(Self::Picture(picture)),
            (None, Some(meaning), true) => Some(Self::Meaning(meaning)),
            _ => None,
        }
    }
}

impl JoinedAttempt {
    pub(super) fn read(known: &mut Known) -> Self {
        let picked = known.take("picked").filter(|side| *side != Unknown::Null);
        let mut joined = vec![];
        for pair in known.list("joined") {
            let mut sides = if let Unknown::List(sides) = pair { sides.into_iter() } else { known.wrong() };
            match (sides.next(), sides.next(), sides.next()) {
                (Some(picture), Some(meaning), None) => joined.push((known.as_key(picture), known.as_key(meaning))),
                _ => known.wrong(),
            }
        }
        Self {
            picked: picked.and_then(|side| known.as_table(side, Side::read).or_else(|| known.wrong())),
            joined,
            kept: known.whole("kept"),
            other: known.rest(),
        }
    }
}

/// The pairs made so far, as far as they still stand on the card.
fn given(pairs: &[Pair], attempt: &Attempt) -> JoinedAttempt {
    let Given::Joined(given) = &attempt.given else { return JoinedAttempt::default() };
    let mut given = given.clone();
    let stands = |(picture, meaning): &(ItemId, ItemId)| known(pairs, picture) && known(pairs, meaning);
    given.kept = given.joined.iter().take(given.kept).filter(|joined| stands(joined)).count();
    given.joined.retain(stands);
    given.picked = given.picked.filter(|(Side::Picture(id) | Side::Meaning(id))| known(pairs, id));
    given
}

fn known(pairs: &[Pair], id: &ItemId) -> bool {
    pairs.iter().any(|pair| pair.id == *id)
}

pub(super) fn act(pairs: &[Pair], attempt: &mut Attempt, action: &Action) {
    let mut given = given(pairs, attempt);
    match action {
        Action::Tap(id) if known(pairs, id) => tap(&mut given, Side::Picture(id.clone()), Help::after(attempt.misses)),
        Action::TapMeaning(id) if known(pairs, id) => {
            tap(&mut given, Side::Meaning(id.clone()), Help::after(attempt.misses))
        }
        Action::Undo if given.picked.is_some() => given.picked = None,
        Action::Undo if given.joined.len() > given.kept => drop(given.joined.pop()),
        Action::Check if given.joined.len() < pairs.len() => attempt.empty = true,
        Action::Check => {
            given.joined.retain(|(picture, meaning)| picture == meaning);
            if given.joined.len() == pairs.len() {
                attempt.done = true;
            } else {
                attempt.miss();
                given.picked = None;
                if Help::after(attempt.misses) >= Help::Fewer
                    && let Some(next) =
                        pairs.iter().find(|pair| !given.joined.iter().any(|(picture, _)| *picture == pair.id))
                {
                    given.joined.push((next.id.clone(), next.id.clone()));
                }
                given.kept = given.joined.len();
            }
        }
        _ => {}
    }
    attempt.given = Given::Joined(given);
}

fn tap(given: &mut JoinedAttempt, side: Side, help: Help) {
    let at = given.joined.iter().position(|(picture, meaning)| match &side {
        Side::Picture(id) => picture == id,
        Side::Meaning(id) => meaning == id,
    });
    match at {
        Some(at) if at >= given.kept => drop(given.joined.remove(at)),
        Some(_) => return,
        None => {}
    }
    match (given.picked.take(), side) {
        (Some(Side::Picture(picture)), Side::Meaning(meaning))
        | (Some(Side::Meaning(meaning)), Side::Picture(picture)) => {
            if help < Help::Answer || picture == meaning {
                given.joined.push((picture, meaning));
            }
        }
        (Some(before), side) if before == side => {}
        (_, side) => given.picked = Some(side),
    }
}

pub(super) fn right_action(pairs: &[Pair], attempt: &Attempt) -> Action {
    let given = given(pairs, attempt);
    if let Some((picture, _)) = given.joined.iter().find(|(picture, meaning)| picture != meaning) {
        return Action::Tap(picture.clone());
    }
    let next = pairs.iter().find(|pair| !given.joined.iter().any(|(picture, _)| *picture == pair.id));
    match (given.picked, next) {
        (Some(Side::Picture(id)), _) => Action::TapMeaning(id),
        (Some(Side::Meaning(id)), _) => Action::Tap(id),
        (None, Some(pair)) => Action::Tap(pair.id.clone()),
        (None, None) => Action::Check,
    }
}

impl Session {
    /// The two columns of a `match` card, each in its own order.
    #[must_use]
    pub fn pairs<'a>(&self, step: &Step, pairs: &'a [Pair]) -> MatchFace<'a> {
        let attempt = self.attempt(&step.id);
        let given = given(pairs, &attempt);
        let show = Help::after(attempt.misses) == Help::Answer && !attempt.done;
        let face = |pair: &'a Pair, side: Side, of: fn(&(ItemId, ItemId)) -> &ItemId| {
            let at = given.joined.iter().position(|joined| *of(joined) == pair.id);
            PairFace {
                pair,
                picked: given.picked.as_ref() == Some(&side),
                joined: at.map(|at| at + 1),
                kept: at.is_some_and(|at| at < given.kept),
                shown: pairs.iter().position(|other| other.id == pair.id).map(|at| at + 1).filter(|_| show),
            }
        };
        let left = self.shuffled(step, 0, pairs);
        let mut right = self.shuffled(step, 1, pairs);
        // Pairs that lie side by side already would teach nothing.
        if left.iter().zip(&right).all(|(left, right)| left.id == right.id) {
            right.rotate_left(1);
        }
        MatchFace {
            pictures: left
                .into_iter()
                .map(|pair| face(pair, Side::Picture(pair.id.clone()), |joined| &joined.0))
                .collect(),
            meanings: right
                .into_iter()
                .map(|pair| face(pair, Side::Meaning(pair.id.clone()), |joined| &joined.1))
                .collect(),
        }
    }
}
