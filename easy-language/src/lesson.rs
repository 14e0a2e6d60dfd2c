//! What is checked: the texts of one lesson in one language.

/// The class of a text. It decides which rules hold and how long a sentence may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The title of a lesson or course.
    Title,
    /// A line that is always on the screen, one sentence: `say`, `more`, the items of an `order`, the words of a `match`.
    Say,
    /// The question or task of a card, at most three sentences: `ask`.
    Ask,
    /// One of the answers to choose from: `options`, the `replies` of one turn of a chat.
    Option,
    /// What the learner can do afterwards, in the first person: `can`.
    Can,
    /// What is said back to the learner, at most three sentences: `hint`, `reason`, `found`, and in a chat `says` and `after`.
    Hint,
    /// Words shown inside an imitated device, form or message. They must look real, so only L13 and L14 hold,
    /// and of L25 the hidden marks and the style of digits.
    Document,
    /// What a coach reads about a lesson, level B1: the same plain words, but a sentence may be twice as long (L1), several stand in
    /// one line (L6), and clauses and a "not" are fine (L7, L8, one of L10).
    Coach,
    /// The alternative text of a picture; its key is the picture's id. L12 to L15, L23 and L25 hold. It is heard and not
    /// seen, so digits (L11) and the length of a line (L1) do not matter.
    Alt,
}

impl Kind {
    /// Easy text proper, where every rule of words and sentences holds.
    pub(crate) fn is_easy_text(self) -> bool {
        !matches!(self, Kind::Document | Kind::Alt)
    }

    /// Whole sentences for the learner: what the reading levels (L3, [`crate::readability()`]) are counted from.
    pub(crate) fn is_sentence(self) -> bool {
        self.is_easy_text() && !matches!(self, Kind::Title | Kind::Coach)
    }

    /// How many times as much the limits per sentence (L1, L3) allow as for the learner. Clear language of level B has 15 to 20 words
    /// in a sentence where easy language, level A, has 8 to 10 (Wablieft; EASY-LANGUAGE, "Standards behind it").
    pub(crate) fn allowance(self) -> u8 {
        if self == Kind::Coach { 2 } else { 1 }
    }

    /// Running text: what the mean length of a screen (L2) is counted from. Short options would hide long sentences.
    pub(crate) fn is_running(self) -> bool {
        matches!(self, Kind::Say | Kind::Ask | Kind::Hint)
    }

    /// Seen all at once when the card opens (L6).
    pub(crate) fn is_seen_at_once(self) -> bool {
        matches!(self, Kind::Say | Kind::Ask | Kind::Option)
    }
}

/// One text of a lesson.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// Its key in the words of the step (`ask`, `options.delete`): only used to name the place of a finding.
    pub key: &'a str,
    /// Its class.
    pub kind: Kind,
    /// The words as the author wrote them.
    pub text: &'a str,
}

/// The texts of one card. A chat has one screen for each turn, since the replies of one turn are one question.
#[derive(Debug, Clone, Default)]
pub struct Screen<'a> {
    /// The id of the step; empty for the title and the `can` of a lesson.
    pub step: &'a str,
    /// All its texts, in the order in which they are read.
    pub texts: Vec<Text<'a>>,
    /// The card is about signs or colours, so it may name a colour, a shape or a place (L28).
    pub signs: bool,
    /// The card shows the picture of a prohibition, so one "not" is fine if a sentence without one follows (L10).
    pub prohibition: bool,
    /// The card explains a big number with a picture, so more than four digits are fine (L11, `number_ok`).
    pub numbers: bool,
}

/// The texts of one lesson in one language.
#[derive(Debug, Clone)]
pub struct Lesson<'a> {
    /// Its cards, in order.
    pub screens: Vec<Screen<'a>>,
    /// The project's own words in this language.
    pub terms: &'a Terms,
}

/// The project's term table of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Short forms that everybody knows, written exactly so: QR, ID, AI (L12).
    pub short_forms: Vec<String>,
    /// Words that the glossary explains, each form that occurs (L4).
    pub explained: Vec<String>,
    /// Words not to use, because another word was chosen for the same thing (L15).
    pub synonyms: Vec<Synonym>,
}

/// A word that is not used, and the one that is (L15).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synonym {
    /// The word or words not to use. An ending may be left open with `*`: `smartphone*`.
    pub forbidden: String,
    /// The one word for this thing.
    pub instead: String,
}
