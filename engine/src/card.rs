//! A card: which lessons a person has finished, as a code that is short enough to be typed. *My card* takes all of it to another device; *Show my coach* tells
//! only what the person ticks. A card holds nothing else: no name, device, date or speed, and not how much help was needed. The same lessons give the
//! same code on any device.
//!
//! Its code ([`crate::code`]) is the kind of card, then 2 bits for each lesson by its place in `content/register.toml`, up to the last one that is finished.

use crate::code::{self, BITS, NoCode};
use crate::ids::LessonId;
use crate::progress::{Best, Progress};

/// Lessons on one card at most: its code still fits into an address ([`crate::place::LONGEST`]).
pub const LONGEST: usize = 800;

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
}

/// What a card says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub kind: Kind,
    /// By place in the register, without open ones at the end.
    levels: Vec<Level>,
}

impl Card {
    /// The card of what was done, of those lessons that are wanted. The register gives each lesson its place.
    #[must_use]
    pub fn of(progress: &Progress, register: &[LessonId], kind: Kind, wanted: impl Fn(&LessonId) -> bool) -> Self {
        let level = |lesson: &LessonId| match (
            wanted(lesson) && progress.is_finished(lesson),
            progress.is_done_for_real(lesson),
        ) {
            (false, _) => Level::Open,
            (true, false) => Level::Finished,
            (true, true) => Level::DoneForReal,
        };
        Self::new(kind, register.iter().take(LONGEST).map(level).collect())
    }

    fn new(kind: Kind, mut levels: Vec<Level>) -> Self {
        let end = levels.iter().rposition(|level| *level > Level::Open).map_or(0, |last| last + 1);
        levels.truncate(end);
        Self { kind, levels }
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
            if level == Level::DoneForReal {
                progress.did_for_real(lesson);
            }
        }
        progress
    }

    /// The code, in groups with hyphens between.
    #[must_use]
    pub fn code(&self) -> String {
        let mut symbols = vec![self.kind.symbol()];
        symbols.extend(packed(&self.levels));
        code::write(symbols)
    }

    /// Reads a code as somebody typed it ([`code::read`]).
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(code: &str) -> Result<Self, NoCode> {
        let symbols = code::read(code)?;
        let (kind, levels) = symbols.split_first().ok_or(NoCode::NotWhole)?;
        Ok(Self::new(Kind::of_symbol(*kind).ok_or(NoCode::Newer)?, unpacked(levels)))
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
        // A later version may mean more by both bits; it is at least this.
        _ => Level::DoneForReal,
    };
    bits.chunks(2).map(level).collect()
}
