//! L13 and L14: characters that need no explaining, in their plain form. These hold in documents too.

use super::direction::{is_direction_mark, is_isolate};
use super::short_forms::is_word_in_capitals;
use super::{Place, Report};
use crate::Rule;
use crate::words::{bare, is_joint, words};

/// L13: marks that are not easy to read.
const SPECIAL: &str = "&/\\§#<>*_…«»“”„‹›|~^={}[]•·†©®™";

/// L13 for each character, L14 for each word.
pub(crate) fn check(place: &Place, report: &mut Report) {
    let text = place.text.text;
    let is_left_to_l25 = |c| place.table.right_to_left && (is_direction_mark(c) || is_isolate(c));
    let mut special: Vec<char> = text.chars().filter(|&c| SPECIAL.contains(c) || is_emoji(c)).collect();
    special.dedup();
    for character in special {
        let remedy = format!("The character {character} is not easy to read. Use words.");
        report.error(place, Rule::L13, text, remedy);
    }
    if text.contains("..") {
        let remedy = "Points in a row. Finish the sentence.".to_owned();
        report.error(place, Rule::L13, text, remedy);
    }
    if let Some(hidden) = text.chars().find(|&c| is_hidden(c) && !is_left_to_l25(c)) {
        let remedy = format!(
            "A hidden character (U+{:04X}). Delete it; soft hyphens are placed when building.",
            u32::from(hidden)
        );
        report.error(place, Rule::L13, text, remedy);
    }
    if has_nested_quotes(text) {
        let remedy = "Quotes inside quotes. Make two sentences.".to_owned();
        report.error(place, Rule::L13, text, remedy);
    }
    for word in words(text).into_iter().map(bare) {
        check_capitals(place, word, report);
    }
}

fn check_capitals(place: &Place, word: &str, report: &mut Report) {
    let is_known = |part: &str| place.terms.short_forms.iter().any(|form| form == part);
    let shouts = |part: &str| is_word_in_capitals(place.table, part) && !is_known(part);
    if !is_known(word) && word.split(is_joint).any(shouts) {
        let remedy = format!("\"{word}\" is in capitals. Write it in small letters, or add it to the term table.");
        report.error(place, Rule::L14, word, remedy);
    }
    if word.chars().any(is_styled) {
        let remedy = format!("\"{word}\" has letters in italics, bold or underlined. Write it plainly.");
        report.error(place, Rule::L14, word, remedy);
    }
}

fn has_nested_quotes(text: &str) -> bool {
    text.split('"').skip(1).step_by(2).any(|quoted| {
        let opens = |part: &str| part.starts_with(['\'', '‘']);
        let closes = |part: &str| part.trim_end_matches(['.', ',', '،', '?', '؟', '!']).ends_with(['\'', '’']);
        quoted.split_whitespace().any(opens) && quoted.split_whitespace().any(closes)
    })
}

/// Pictures and arrows: a reader meets them as pictures, never inside a sentence.
fn is_emoji(c: char) -> bool {
    matches!(u32::from(c), 0x2190..=0x21FF | 0x2300..=0x23FF | 0x2500..=0x27BF | 0x2B00..=0x2BFF | 0x1F000..=0x1FAFF)
}

/// Control characters, soft hyphens, joiners and marks of direction. A line break is seen by L6.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || is_direction_mark(c)
        || matches!(u32::from(c), 0xAD | 0x200B..=0x200D | 0x2060..=0x2069 | 0xFE00..=0xFE0F | 0xFEFF)
}

/// Letters that imitate italics or bold, and lines under or through a letter.
fn is_styled(c: char) -> bool {
    matches!(u32::from(c), 0x332 | 0x333 | 0x335 | 0x336 | 0x1D400..=0x1D7FF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Fr, Nl};
    use crate::testing::{accepts, refuses, verdict};
    use crate::{Kind, Severity};

    #[test]
    fn plain_marks_pass_and_special_characters_do_not() {
        accepts(
            Rule::L13,
            &[
                (Nl, "Betaal € 1,95. Wat nu?"),
                (En, "Don't stop! It is 5-6."),
                (Fr, "Qu'est-ce que c’est ?"),
                (Nl, "Zeg \"ik ben ziek\"."),
            ],
        );
        refuses(
            Rule::L13,
            &[
                (Nl, "Bel en/of schrijf."),
                (En, "Call Els & Amir."),
                (Fr, "Dis « bonjour »."),
                (Nl, "Wacht…"),
                (Nl, "Wacht..."),
                (En, "Well done 🎉"),
                (Nl, "ziekte\u{ad}verzekering"),
                (En, "Say \"this is 'my' day\"."),
            ],
        );
    }

    #[test]
    fn words_in_capitals_and_styled_letters_are_refused() {
        accepts(Rule::L14, &[(Nl, "Stop nu."), (En, "Scan the QR code."), (Fr, "Appelle Els.")]);
        refuses(Rule::L14, &[(Nl, "STOP nu."), (En, "Do NOTHING."), (Fr, "ATTENDS ici."), (En, "Stop 𝑛𝑜𝑤.")]);
    }

    #[test]
    fn a_document_is_held_to_characters_and_capitals() {
        let error = Some(Severity::Error);
        assert_eq!(verdict(Nl, Rule::L13, &[(Kind::Document, "Jan & Els")]), error);
        assert_eq!(verdict(Nl, Rule::L14, &[(Kind::Document, "BETAAL NU")]), error);
        assert_eq!(verdict(Nl, Rule::L13, &[(Kind::Document, "pakje-betaal.example")]), None);
    }
}
