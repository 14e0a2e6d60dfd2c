//! What a voice says: the sentences of a text on the screen, one by one, and where each is recorded.

use crate::ids::LessonId;
use crate::map::Map;
use crate::text;
use crate::voice::Ranking;
use serde::{Deserialize, Serialize};

/// Recorded sentences: the name of the file in `audio/<language>/`, by the sentence as [`sentences`] gives it.
pub type Clips = Map<String, String>;

/// `listen.<language>.json`: all that *Listen* needs to know of a language. The clips of a lesson are in a file of their own,
/// `clips/<lesson>.<language>.json` (a [`Clips`]), so that nobody loads the sentences of sixty lessons to hear one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Listen {
    /// For [`crate::voice::choose`].
    pub ranking: Ranking,
    /// What is heard outside of the cards: the app's own words, titles of courses and lessons.
    pub clips: Clips,
    /// The lessons that have a file of clips.
    pub lessons: Vec<LessonId>,
}

/// A text as a voice says it: without soft hyphens and marks of direction, which are for the eye, and with single spaces.
#[must_use]
pub fn clean(text: &str) -> String {
    let text: String = text.chars().filter(|letter| !is_mark(*letter)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sentences of a text as the bundler wrote it ([`crate::text`]), cleaned, without those that have nothing to say.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    let said = text::sentences(text).map(|sentence| clean(&text::plain(sentence)));
    said.filter(|sentence| sentence.contains(char::is_alphanumeric)).collect()
}

/// Soft hyphen, word joiner, zero-width space and byte order mark; marks, embeddings and isolates of direction.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_for_the_eye_are_not_said_and_white_space_is_folded() {
        assert_eq!(sentences(" \u{2068}ver\u{ad}zamel-plaats\u{2069}\t hier\u{200f} "), ["verzamel-plaats hier"]);
        assert_eq!(clean("Ga  naar\u{a0}HUIS "), "Ga naar HUIS");
    }

    #[test]
    fn each_line_is_a_sentence_and_a_hard_word_is_said_as_it_reads() {
        assert_eq!(sentences("Neem je [badge|badge].\nKlaar?"), ["Neem je badge.", "Klaar?"]);
    }

    #[test]
    fn what_has_no_letter_and_no_number_is_not_said() {
        assert_eq!(sentences("… ! # – ✓"), Vec::<String>::new());
        assert_eq!(sentences("+32 470"), ["+32 470"]);
    }

    proptest! {
        #[test]
        fn what_is_clean_stays_as_it_is(text in ".*") {
            prop_assert_eq!(clean(&clean(&text)), clean(&text));
        }
    }
}
