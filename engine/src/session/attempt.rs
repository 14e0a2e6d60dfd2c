//! What was done on a card so far.

use super::{DeviceAttempt, FoundAttempt, JoinedAttempt, PickAttempt, PlacedAttempt, TurnsAttempt, TypedAttempt};
use crate::known::{Known, WrongKind};
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
    pub(super) fn read(mut fields: Fields) -> Result<Self, WrongKind> {
        Ok(Self {
            misses: fields.whole("misses")?.unwrap_or_default(),
            done: fields.flag("done")?.unwrap_or_default(),
            empty: false,
            given: fields.remove("given").map_or(Given::Nothing, Given::read),
            other: fields,
        })
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
            Unknown::Table(fields) => Self::read_one(fields.clone()).unwrap_or(Self::Other(value)),
            _ => Self::Other(value),
        }
    }

    fn read_one(fields: Fields) -> Result<Self, WrongKind> {
        let mut fields = fields.into_iter();
        let (Some((name, value)), None) = (fields.next(), fields.next()) else { return Err(WrongKind) };
        let given = value.table()?;
        Ok(match name.as_str() {
            "picked" => Self::Picked(PickAttempt::read(given)?),
            "placed" => Self::Placed(PlacedAttempt::read(given)?),
            "joined" => Self::Joined(JoinedAttempt::read(given)?),
            "found" => Self::Found(FoundAttempt::read(given)?),
            "device" => Self::Device(DeviceAttempt::read(given)?),
            "turns" => Self::Turns(TurnsAttempt::read(given)?),
            "typed" => Self::Typed(TypedAttempt::read(given)?),
            _ => return Err(WrongKind),
        })
    }
}
