//! A card: which lessons a person has finished, as a code that is short enough to be typed. *My card* takes all of it to another device; *Show my coach* tells
//! only what the person ticks. A card holds nothing else: no name, device, date or speed, and not how much help was needed. The same lessons give the
//! same code on any device.
//!
//! A code is written in Crockford's Base 32 (<https://www.crockford.com/base32.html>), 5 bits a symbol: the kind of card, 2 bits for each lesson by its place in
//! `content/register.toml` up to the last one that is finished, and a checksum of 10 bits over both. Four symbols and one that checks them make a
//! group, the last group may be shorter. The check of a group is a sum in the field of 32 elements, in which each symbol has another weight: one wrong symbol, or two
//! neighbours that changed places, are always found, and the group is named.

use crate::ids::LessonId;
use crate::progress::{Best, Progress};
use crc::{CRC_10_ATM, Crc, NoTable};

/// Lessons on one card at most: its code still fits into an address ([`crate::place::LONGEST`]).
pub const LONGEST: usize = 800;
/// Symbols that are looked at in a code. Those of a full card are 404; a newer app may have more lessons.
const LONGEST_CODE: usize = 1024;

/// The signs that a code is written with.
pub const SIGNS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ALPHABET: &[u8] = SIGNS.as_bytes();
/// Symbols in a group, without the one that checks them.
const GROUP: usize = 4;
const BITS: u32 = 5;
const CHECKSUM: Crc<u16, NoTable> = Crc::<u16, NoTable>::new(&CRC_10_ATM);
/// x⁵ + x² + 1, by which a product is reduced to 5 bits.
const POLYNOMIAL: u8 = 0b10_0101;

/// What a card is for. Each is a symbol at the beginning of the code, for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To go on elsewhere.
    Mine,
    /// To be shown to a coach.
    ForCoach,
}

/// How far a lesson has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Not finished.
    #[default]
    Open,
    /// Finished, with or without help.
    Finished,
    /// Finished, and done at work.
    DoneForReal,
    /// Finished, and done at work while a coach saw it. An app that does not know it yet reads it as [`Level::DoneForReal`].
    SeenByCoach,
}

/// What a card says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub kind: Kind,
    /// By place in the register, without open ones at the end.
    levels: Vec<Level>,
}

/// Why a text is no card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCard {
    /// There is nothing to read.
    #[error("there is no code")]
    Empty,
    /// A symbol of this group is wrong. Counted from 1.
    #[error("group {0} of the code is not right")]
    Group(usize),
    /// Every group is right by itself, but not together: some are missing, or from another card.
    #[error("the code is not whole")]
    NotWhole,
    /// Of a later version of the app.
    #[error("the code is of a newer app")]
    Newer,
}

impl Card {
    /// The card of what was done, of those lessons that are wanted. The register gives each lesson its place.
    #[must_use]
    pub fn of(progress: &Progress, register: &[LessonId], kind: Kind, wanted: impl Fn(&LessonId) -> bool) -> Self {
        let level = |lesson: &LessonId| match () {
            () if !wanted(lesson) || !progress.is_finished(lesson) => Level::Open,
            () if progress.is_seen_by_coach(lesson) => Level::SeenByCoach,
            () if progress.is_done_for_real(lesson) => Level::DoneForReal,
            () => Level::Finished,
        };
        Self::new(kind, register.iter().take(LONGEST).map(level).collect())
    }

    fn new(kind: Kind, mut levels: Vec<Level>) -> Self {
        let end = levels.iter().rposition(|level| *level > Level::Open).map_or(0, |last| last + 1);
        levels.truncate(end);
        Self { kind, levels }
    }

    /// A card that says nothing.
    #[must_use]
    pub fn nothing(kind: Kind) -> Self {
        Self { kind, levels: vec![] }
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// How far the lesson at a place of the register has come.
    #[must_use]
    pub fn level(&self, place: usize) -> Level {
        self.levels.get(place).copied().unwrap_or_default()
    }

    /// What is on either of two cards of one person; a card of the kind of this one.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        let places = self.levels.len().max(other.levels.len());
        let levels = (0..places).map(|place| self.level(place).max(other.level(place))).collect();
        Self::new(self.kind, levels)
    }

    /// The finished lessons with how far they have come, in the order of the register.
    pub fn lessons<'a>(&'a self, register: &'a [LessonId]) -> impl Iterator<Item = (&'a LessonId, Level)> {
        register.iter().zip(self.levels.iter().copied()).filter(|(_, level)| *level > Level::Open)
    }

    /// Whether it knows lessons that a register does not: they were added in a newer app.
    #[must_use]
    pub fn is_newer_than(&self, register: &[LessonId]) -> bool {
        self.levels.len() > register.len()
    }

    /// What was done, to be joined with what else was done. A card does not say how much help was needed, so it counts as much.
    #[must_use]
    pub fn progress(&self, register: &[LessonId]) -> Progress {
        let mut progress = Progress::default();
        for (lesson, level) in self.lessons(register) {
            progress.finished(lesson, Best::Shown);
            match level {
                Level::SeenByCoach => progress.coach_saw(lesson),
                Level::DoneForReal => progress.did_for_real(lesson),
                Level::Finished | Level::Open => {}
            }
        }
        progress
    }

    /// The code, in groups with hyphens between.
    #[must_use]
    pub fn code(&self) -> String {
        let mut symbols = vec![self.kind.symbol()];
        symbols.extend(packed(&self.levels));
        let sum = CHECKSUM.checksum(&symbols);
        symbols.extend([low_bits(sum >> BITS), low_bits(sum)]);
        let groups = symbols.chunks(GROUP).enumerate().map(|(place, group)| {
            let all = group.iter().copied().chain([check(place, group)]);
            all.filter_map(|symbol| ALPHABET.get(usize::from(symbol)).copied().map(char::from)).collect::<String>()
        });
        groups.collect::<Vec<_>>().join("-")
    }

    /// Reads a code as somebody typed it: small or capital letters, with or without hyphens and spaces, I and L for 1, O for 0.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(code: &str) -> Result<Self, NoCard> {
        let written = code.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
        let symbols: Vec<Option<u8>> = written.take(LONGEST_CODE + 1).map(symbol).collect();
        match symbols.len() {
            0 => return Err(NoCard::Empty),
            1..=LONGEST_CODE => {}
            _ => return Err(NoCard::NotWhole),
        }
        let mut payload = vec![];
        for (place, group) in symbols.chunks(GROUP + 1).enumerate() {
            let group: Vec<u8> = group.iter().copied().collect::<Option<_>>().ok_or(NoCard::Group(place + 1))?;
            match group.split_last() {
                Some((last, group)) if !group.is_empty() && *last == check(place, group) => payload.extend(group),
                _ => return Err(NoCard::Group(place + 1)),
            }
        }
        let (told, sum) = payload.split_at_checked(payload.len().saturating_sub(2)).ok_or(NoCard::NotWhole)?;
        let expected = CHECKSUM.checksum(told);
        if told.is_empty() || sum != [low_bits(expected >> BITS), low_bits(expected)] {
            return Err(NoCard::NotWhole);
        }
        let (kind, levels) = told.split_first().ok_or(NoCard::NotWhole)?;
        Ok(Self::new(Kind::of_symbol(*kind).ok_or(NoCard::Newer)?, unpacked(levels)))
    }
}

impl Kind {
    fn symbol(self) -> u8 {
        match self {
            Self::Mine => 1,
            Self::ForCoach => 2,
        }
    }

    fn of_symbol(symbol: u8) -> Option<Self> {
        [Self::Mine, Self::ForCoach].into_iter().find(|kind| kind.symbol() == symbol)
    }
}

/// The symbol of a letter; nothing if it is none.
fn symbol(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

fn low_bits(value: u16) -> u8 {
    (value & 0b1_1111) as u8
}

/// The symbol that checks a group; the place of the group counts, so that two groups cannot change places.
fn check(place: usize, group: &[u8]) -> u8 {
    let start = low_bits((place % 31 + 1) as u16);
    double(group.iter().fold(start, |sum, symbol| double(sum) ^ symbol))
}

/// The product with x in the field.
fn double(value: u8) -> u8 {
    let twice = value << 1;
    if twice >> BITS == 0 { twice } else { twice ^ POLYNOMIAL }
}

/// Levels as symbols: two bits each, the first in the lowest bits.
fn packed(levels: &[Level]) -> Vec<u8> {
    let bits: Vec<u8> = levels.iter().flat_map(|level| [*level as u8 & 1, *level as u8 >> 1]).collect();
    bits.chunks(BITS as usize).map(|bits| bits.iter().rev().fold(0, |symbol, bit| symbol << 1 | bit)).collect()
}

fn unpacked(symbols: &[u8]) -> Vec<Level> {
    let bits: Vec<u8> = symbols.iter().flat_map(|symbol| (0..BITS).map(move |place| symbol >> place & 1)).collect();
    let level = |bits: &[u8]| match bits {
        [0, 0] | [_] | [] => Level::Open,
        [_, 0] => Level::Finished,
        [0, _] => Level::DoneForReal,
        _ => Level::SeenByCoach,
    };
    bits.chunks(2).map(level).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_last_symbol_that_is_looked_at_is_not_overlooked() {
        let code = Card::new(Kind::Mine, vec![Level::Finished; 2040]).code();
        assert_eq!(code.replace('-', "").len(), LONGEST_CODE);
        assert!(Card::read(&code).is_ok());
        assert_eq!(Card::read(&format!("{code}?")), Err(NoCard::NotWhole));
    }
}
