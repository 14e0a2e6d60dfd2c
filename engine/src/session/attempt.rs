//! What was done on a card so far.

use super::{DeviceAttempt, FoundAttempt, JoinedAttempt, PickAttempt, PlacedAttempt, TurnsAttempt, TypedAttempt};
use crate::known::Known;
use crate::unknown::{Fields, Unknown};
use serde::Serialize;

/// What was done on one card.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Attempt {
    /// How often the answer missed.
    pub misses: u8,
    /// Whether the card is solved or read.
    pub done: bool,
    /// *Check* was pressed without an answer, just now.
    #[serde(skip)]
    pub empty: bool,
    /// The half-given answer.
    pub given: Given,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

/// A half-given answer, by kind of card.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Given {
    #[default]
    Nothing,
    Picked(PickAttempt),
    Placed(PlacedAttempt),
    Joined(JoinedAttempt),
    Found(FoundAttempt),
    Device(DeviceAttempt),
    Turns(TurnsAttempt),
    Typed(TypedAttempt),
    /// Of a kind that only a later version knows: kept until the card is answered here.
    #[serde(untagged)]
    Other(Unknown),
}

impl Attempt {
    pub(super) fn read(known: &mut Known) -> Self {
        Self {
            misses: known.whole("misses"),
            done: known.flag("done"),
            empty: false,
            given: known.take("given").map_or(Given::Nothing, Given::read),
            other: known.rest(),
        }
    }

    pub(super) fn most_misses(&self) -> u8 {
        match &self.given {
            Given::Turns(turns) => turns.most_misses(),
            _ => self.misses,
        }
    }

    pub(super) fn miss(&mut self) {
        self.misses = self.misses.saturating_add(1);
    }
}

impl Given {
    /// What cannot be read here is kept as it is, as if nothing was given.
    fn read(value: Unknown) -> Self {
        match &value {
            Unknown::Text(name) if name == "nothing" => Self::Nothing,
            Unknown::Table(fields) => {
                Known::read(fields.clone(), Self::of_kind).ok().flatten().unwrap_or(Self::Other(value))
            }
            _ => Self::Other(value),
        }
    }

    fn of_kind(known: &mut Known) -> Option<Self> {
        let kind = known.left().keys().next()?.clone();
        let inner = &mut known.enter(&kind);
        let given = match kind.as_str() {
            "picked" => Self::Picked(PickAttempt::read(inner)),
            "placed" => Self::Placed(PlacedAttempt::read(inner)),
            "joined" => Self::Joined(JoinedAttempt::read(inner)),
            "found" => Self::Found(FoundAttempt::read(inner)),
            "device" => Self::Device(DeviceAttempt::read(inner)),
            "turns" => Self::Turns(TurnsAttempt::read(inner)),
            "typed" => Self::Typed(TypedAttempt::read(inner)),
            _ => return None,
        };
        known.leave(inner);
        known.left().is_empty().then_some(given)
    }
}
