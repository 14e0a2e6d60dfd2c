//! What is wrong with a lesson file, said to its author: file, step, fault and what to do.

use core::fmt;

/// One fault in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// `lesson.toml` or `nl.toml`.
    pub file: String,
    /// The card or view it is in.
    pub place: Option<String>,
    pub fault: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(out, "{}, {place}: {}", self.file, self.fault),
            None => write!(out, "{}: {}", self.file, self.fault),
        }
    }
}

/// Everything that can be wrong with a plan or its words, each with its remedy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("`{0}` is missing. Write it")]
    Missing(String),
    #[error("`{0}` means nothing here. Take it out, or change the kind of the card")]
    Foreign(String),
    #[error("`{0}` is named, but stands nowhere. Check its spelling, or add it")]
    Unknown(String),
    #[error("`{0}` stands twice. Give each its own id")]
    Twice(String),
    #[error("`{0}` is kept for the app itself. Choose another id")]
    Reserved(String),
    #[error("{found} {what}, but it must be {least} to {most}. Add or take out some")]
    Count { what: String, found: usize, least: usize, most: usize },
    #[error("the parts of the lesson are out of order. Use situation, show, help, alone, real")]
    PartsOutOfOrder,
    #[error("no card of the part `{0}`. Add one")]
    NoPart(String),
    #[error("the last card must be the only one of kind `real`. Move or add it")]
    RealIsNotLast,
    #[error(
        "`{0}` has the same picture as another answer. With its words hidden it must still be told apart: choose another"
    )]
    SamePicture(String),
    #[error("every answer is right. Add a plausible wrong one")]
    NothingWrong,
    #[error("a block names {0} kinds. Name exactly one, see content/FORMAT.md")]
    BlockKind(usize),
    #[error("a tap on `{0}` leads on, but there is no such thing to tap. Add it to a block")]
    NothingToTap(String),
    #[error("the way does not lead from `{0}` to the goal. Follow `go` from view to view")]
    WrongWay(String),
    #[error("from the view `{0}` the goal cannot be reached. Add a way back")]
    NoWayBack(String),
    #[error("a card tried alone takes {taps} taps over {views} views. Make it at least 3 taps over 2 views")]
    TooShort { taps: usize, views: usize },
    #[error("the view `{0}` has nothing wrong to tap. Add a plausible other control")]
    NothingElse(String),
    #[error(
        "the spot `{0}` is too small, overlaps another or leaves the picture. At least 16 wide and 20 high, apart, inside 100"
    )]
    Spot(String),
    #[error(
        "these words were written for revision {words}, the plan is at {plan}. Read them again, then set the revision"
    )]
    Stale { words: u32, plan: u32 },
    #[error("the answer `{0}` cannot be typed on this keypad. Use digits for `numbers`")]
    Answer(String),
    #[error("the picture `{0}` has no alternative text in this language. Add it to content/pictures/")]
    NoAlt(String),
    #[error("minutes must be 1 to 5, not {0}. Make the lesson shorter, or two of it")]
    Minutes(u8),
}

/// Collects problems of one file.
pub(crate) struct Problems {
    found: Vec<Problem>,
}

impl Problems {
    pub(crate) fn new() -> Self {
        Self { found: vec![] }
    }

    pub(crate) fn add(&mut self, file: &str, place: Option<&str>, fault: Fault) {
        let problem = Problem { file: file.to_owned(), place: place.map(str::to_owned), fault };
        if !self.found.contains(&problem) {
            self.found.push(problem);
        }
    }

    pub(crate) fn done(self) -> Result<(), Vec<Problem>> {
        if self.found.is_empty() { Ok(()) } else { Err(self.found) }
    }
}
