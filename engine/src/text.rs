//! A text that a learner reads or hears: in the language of the lesson and, once it is there, in the reader's own as well.
//!
//! The bundler puts two things into a text that an author does not write: a line break between its sentences, since the sentence is
//! what is read aloud and highlighted, and `[word|term]` around the first use of a hard word on a card.

use serde::{Deserialize, Serialize};

/// What may stand right after a word, in any of our languages. A list, since asking whether a letter is one costs the app 1.6 kB of tables.
const SIGNS: [char; 11] = ['.', ',', '?', '!', ':', ';', '\u{a0}', '\u{202f}', '،', '؛', '؟'];

/// A text in one language, or in two.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Text {
    own: String,
    help: Option<String>,
}

/// A part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Plain(&'a str),
    /// A hard word, the id of what explains it, and the signs right after it, which are never alone on the next line.
    Term {
        word: &'a str,
        term: &'a str,
        signs: &'a str,
    },
}

impl Text {
    /// The text in the language of the lesson, as the bundler wrote it.
    #[must_use]
    pub fn own(&self) -> &str {
        &self.own
    }

    /// The same in the reader's own language, if it is there.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// Puts what `other` says beside it.
    pub fn set_help(&mut self, other: &str) {
        self.help = Some(other.to_owned());
    }

    /// The text without line breaks and marks, for names and titles.
    #[must_use]
    pub fn plain(&self) -> String {
        plain(&self.own)
    }
}

impl From<String> for Text {
    fn from(own: String) -> Self {
        Self { own, help: None }
    }
}

impl From<&str> for Text {
    fn from(own: &str) -> Self {
        own.to_owned().into()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.own
    }
}

/// The sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').filter(|sentence| !sentence.is_empty())
}

/// A sentence in its pieces, in order. A mark that is not whole is plain text.
#[must_use]
pub fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    let mut left = sentence;
    while let Some((before, word, term, after)) = mark(left) {
        if !before.is_empty() {
            pieces.push(Piece::Plain(before));
        }
        let (signs, after) = after.split_at(after.len() - after.trim_start_matches(SIGNS).len());
        pieces.push(Piece::Term { word, term, signs });
        left = after;
    }
    if !left.is_empty() {
        pieces.push(Piece::Plain(left));
    }
    pieces
}

/// A text without line breaks and marks.
#[must_use]
pub fn plain(text: &str) -> String {
    let words = |sentence| {
        let words = |piece| match piece {
            Piece::Plain(words) => [words, ""],
            Piece::Term { word, signs, .. } => [word, signs],
        };
        pieces(sentence).into_iter().flat_map(words).collect::<String>()
    };
    sentences(text).map(words).collect::<Vec<_>>().join(" ")
}

/// The first mark of a sentence: what stands before it, its word, its term, what stands behind it.
fn mark(sentence: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, rest) = sentence.split_once('[')?;
    let (inside, after) = rest.split_once(']')?;
    let (word, term) = inside.split_once('|')?;
    Some((before, word, term, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sentence_comes_apart_at_its_hard_words() {
        let pieces = pieces("Neem je [badge|badge] en de [scanner|hand-scanner].");
        let term = |word, term, signs| Piece::Term { word, term, signs };
        let plain = Piece::Plain;
        assert_eq!(
            pieces,
            [plain("Neem je "), term("badge", "badge", ""), plain(" en de "), term("scanner", "hand-scanner", ".")]
        );
    }

    #[test]
    fn a_name_has_no_marks_and_no_line_breaks() {
        assert_eq!(plain("Neem je [badge|badge].\nGa naar de klok."), "Neem je badge. Ga naar de klok.");
    }

    #[test]
    fn a_mark_that_is_not_whole_is_plain_text() {
        assert_eq!(pieces("Neem [je badge."), [Piece::Plain("Neem [je badge.")]);
        assert_eq!(pieces("Neem [je] badge."), [Piece::Plain("Neem [je] badge.")]);
    }

    proptest! {
        #[test]
        fn no_letter_of_a_text_without_marks_is_lost(text in "[^\\[\\]\n]*") {
            prop_assert_eq!(plain(&text), text);
        }

        #[test]
        fn no_text_makes_the_reading_panic(text in "[a\\[\\]|\n ]{0,24}") {
            prop_assert!(plain(&text).len() <= text.len());
        }
    }
}
