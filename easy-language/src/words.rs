//! What a word is, and how long it is.
//!
//! A word stands between spaces and has a letter or a digit. So an apostrophe or a hyphen joins: `l'eau`, `don't`,
//! `veux-tu` and `code-barres` are one word each, as they are read in one go. A number written with spaces (`2 100`) and a
//! French time (`6 h 45`) are one word too. An Arabic word holds what is written onto it (`والباب`, "and the door").

use crate::table::{Apostrophe, Table};

/// The words of a text, with the marks around them (`eau.`, `(eau`).
pub(crate) fn words(text: &str) -> Vec<&str> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for token in text.split_whitespace() {
        let start = token.as_ptr() as usize - text.as_ptr() as usize;
        let end = start + token.len();
        if !token.contains(char::is_alphanumeric) {
            continue;
        }
        let before = spans.last().and_then(|&(from, to)| text.get(from..to));
        match (spans.last_mut(), before) {
            (Some(last), Some(before)) if belongs_to_number(before, token) => last.1 = end,
            _ => spans.push((start, end)),
        }
    }
    spans.into_iter().filter_map(|(start, end)| text.get(start..end)).collect()
}

/// Whether `token` goes on with the number that `before` ends with: digits after digits, `h` after digits, digits after that.
fn belongs_to_number(before: &str, token: &str) -> bool {
    let ends_with_digit = before.ends_with(is_digit);
    let starts_with_digit = token.starts_with(is_digit);
    let is_hour = before.strip_suffix(" h").is_some_and(|hour| hour.ends_with(is_digit));
    (ends_with_digit && (starts_with_digit || token == "h")) || (is_hour && starts_with_digit)
}

/// A word without the marks around it.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// How many letters a text has; digits and marks are none.
pub(crate) fn letters(text: &str) -> usize {
    text.chars().filter(|&c| c.is_alphabetic() && !is_apostrophe(c) && !is_unspelled(c)).count()
}

/// What some writers put into a word and others leave out: soft hyphens, the vowel signs of Arabic and its stretching stroke.
pub(crate) fn is_unspelled(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
}

/// In small letters.
pub(crate) fn lower(table: &Table, text: &str) -> String {
    text.chars().flat_map(|c| lower_letter(table, c)).collect()
}

/// The small letter of a letter, which may be two characters.
pub(crate) fn lower_letter(table: &Table, c: char) -> impl Iterator<Item = char> {
    let c = match c {
        'I' if table.dotless_i => 'ı',
        'İ' if table.dotless_i => 'i',
        c => c,
    };
    c.to_lowercase()
}

/// A digit, European (0) or Arabic-Indic (٠).
pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_arabic_digit(c)
}

/// A digit in one of the two Arabic-Indic forms (٠ and ۰).
pub(crate) fn is_arabic_digit(c: char) -> bool {
    matches!(c, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

/// The length of a word in letters: that of its longest part between apostrophes and hyphens, because both show the reader
/// where a part ends (`l'eau` is 3, `code-barres` is 6). Where the apostrophe is a letter it ends nothing.
pub(crate) fn length(table: &Table, word: &str) -> usize {
    let ends_part = |c| is_hyphen(c) || (is_apostrophe(c) && table.apostrophe != Apostrophe::Letter);
    word.split(ends_part).map(letters).max().unwrap_or(0)
}

/// A long word in the sense of LIX and RIX: more than 6 letters.
pub(crate) fn is_long(table: &Table, word: &str) -> bool {
    length(table, word) > 6
}

/// A mark that joins two parts of a word.
pub(crate) fn is_joint(c: char) -> bool {
    is_apostrophe(c) || is_hyphen(c)
}

/// The straight and the curved apostrophe, and the one that counts as a letter (U+02BC).
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{2BC}')
}

/// The hyphens that join two parts of a word.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn an_apostrophe_and_a_hyphen_join() {
        assert_eq!(words("L'eau et le code-barres ?"), ["L'eau", "et", "le", "code-barres"]);
    }

    #[test]
    fn a_number_or_a_time_with_spaces_is_one_word() {
        assert_eq!(words("Il est 6 h 45."), ["Il", "est", "6 h 45."]);
        assert_eq!(words("2 100,00 euro"), ["2 100,00", "euro"]);
        assert_eq!(words("Bel om 6.45 uur"), ["Bel", "om", "6.45", "uur"]);
    }

    #[test]
    fn a_mark_alone_is_no_word() {
        assert_eq!(words("Stop - nu !"), ["Stop", "nu"]);
    }

    #[test]
    fn the_length_of_a_word_is_its_longest_part() {
        let table = Language::Fr.table();
        assert_eq!(length(table, "l'adresse,"), 7);
        assert_eq!(length(table, "code-barres"), 6);
        assert_eq!(length(table, "6.45"), 0);
        assert!(is_long(table, "bericht"));
        assert!(!is_long(table, "d'abord"));
    }

    #[test]
    fn the_small_letter_of_a_turkish_i_keeps_its_dot_or_has_none() {
        assert_eq!(lower(Language::Tr.table(), "İŞ KAPISI"), "iş kapısı");
        assert_eq!(lower(Language::Nl.table(), "INGANG"), "ingang");
    }

    #[test]
    fn an_apostrophe_inside_a_ukrainian_word_is_no_end_whichever_is_typed() {
        for word in ["п'ятниця", "п’ятниця", "п\u{2BC}ятниця"] {
            assert_eq!(words(&format!("Це {word}.")).len(), 2);
            assert_eq!(length(Language::Uk.table(), word), 7, "{word}");
        }
    }

    #[test]
    fn an_arabic_word_holds_what_is_written_onto_it_and_vowel_signs_are_no_letters() {
        assert_eq!(words("اذهب إلى الباب والمخرج، الآن"), ["اذهب", "إلى", "الباب", "والمخرج،", "الآن"]);
        assert_eq!(length(Language::Ar.table(), "والمخرج،"), 7);
        assert_eq!(letters("كَتَبَ"), 3);
        assert_eq!(letters("كـــتب"), 3);
        assert_eq!(words("٢ ١٠٠ يورو"), ["٢ ١٠٠", "يورو"]);
    }
}
