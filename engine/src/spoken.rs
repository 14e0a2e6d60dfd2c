//! What a voice says: the sentences of a text on the screen, one by one, and where each is recorded. The app and the bundler both cut
//! texts here, so that a recording is found under exactly the words that are shown.

use crate::ids::LessonId;
use crate::map::Map;
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

/// The sentences of a text, each as [`clean`] makes it, without those that have nothing to say. A sentence is its own only sentence.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    let mut found = vec![];
    let mut sentence = String::new();
    let (mut has_ended, mut apart) = (false, false);
    for letter in text.chars().filter(|letter| !is_mark(*letter)) {
        if letter.is_whitespace() {
            apart = true;
            continue;
        }
        // The French mark of a question stands apart, and belongs to what is before it.
        if apart && has_ended && !is_end(letter) && !matches!(letter, '»' | '”' | ')') {
            keep(&mut found, core::mem::take(&mut sentence));
        } else if apart && !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push(letter);
        apart = false;
        // Quotes and brackets may stand behind the end.
        has_ended = is_end(letter) || has_ended && matches!(letter, '"' | '\'' | '’' | '”' | '»' | ')');
    }
    keep(&mut found, sentence);
    found
}

fn keep(found: &mut Vec<String>, sentence: String) {
    if sentence.chars().any(is_said) {
        found.push(sentence);
    }
}

/// `؟` and `۔` in Arabic script, `;` in Greek.
fn is_end(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…' | '؟' | '۔' | ';' | '\u{37e}')
}

/// Letters and digits: ASCII, and beyond it all but the blocks of signs, arrows and pictures. The tables of Unicode would tell it
/// exactly, and weigh more than the rest of this module.
fn is_said(letter: char) -> bool {
    let is_sign = is_end(letter) || matches!(letter, '×' | '÷' | '،' | '؛' | '\u{2000}'..='\u{2bff}' | '\u{1f000}'..);
    letter.is_ascii_alphanumeric() || letter >= 'À' && !is_sign
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
    fn a_full_stop_a_question_and_a_call_end_a_sentence() {
        assert_eq!(sentences("Lees het. Klopt dat? Stop! Goed"), ["Lees het.", "Klopt dat?", "Stop!", "Goed"]);
        assert_eq!(sentences("اسمي ليلى. ما اسمك؟ أهلا"), ["اسمي ليلى.", "ما اسمك؟", "أهلا"]);
        assert_eq!(sentences("Τι κάνεις; Καλά."), ["Τι κάνεις;", "Καλά."]);
    }

    #[test]
    fn a_point_inside_a_time_or_an_address_ends_nothing() {
        assert_eq!(sentences("Bel om 6.45 uur. Kijk op pakje.example nu.").len(), 2);
    }

    #[test]
    fn quotes_and_brackets_stay_with_their_sentence() {
        assert_eq!(
            sentences("Hij zegt: \"Stop.\" Jij stopt. (Echt.) Goed."),
            ["Hij zegt: \"Stop.\"", "Jij stopt.", "(Echt.)", "Goed."]
        );
        assert_eq!(
            sentences("Il dit : « Stop. » Tu fais quoi ?\u{a0}! Regarde\u{202f}!"),
            ["Il dit : « Stop. »", "Tu fais quoi ? !", "Regarde !"]
        );
    }

    #[test]
    fn marks_for_the_eye_are_not_said_and_white_space_is_folded() {
        assert_eq!(sentences(" \u{2068}ver\u{ad}zamel-plaats\u{2069}\n\t hier\u{200f} "), ["verzamel-plaats hier"]);
        assert_eq!(clean("Ga  naar\u{a0}HUIS "), "Ga naar HUIS");
    }

    #[test]
    fn what_has_no_letter_and_no_number_is_not_said() {
        assert_eq!(sentences("… ! # – ✓ ؟ ، ۔"), Vec::<String>::new());
        assert_eq!(sentences("+32 470"), ["+32 470"]);
    }

    proptest! {
        #[test]
        fn a_sentence_is_its_own_only_sentence(text in "([a-zA-Zé؟.!?;»\"') \u{ad}\u{a0}]|Stop\\. ){0,40}") {
            for sentence in sentences(&text) {
                prop_assert_eq!(clean(&sentence), sentence.as_str());
                prop_assert_eq!(sentences(&sentence), [sentence]);
            }
        }

        #[test]
        fn no_word_is_lost(text in "[ -~À-ӿء-ي؟…«»’\u{ad}\u{a0}\u{2068}]{0,60}") {
            let words = |text: &str| text.split(' ').filter(|word| word.contains(char::is_alphanumeric)).map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&sentences(&text).join(" ")), words(&clean(&text)));
        }
    }
}
