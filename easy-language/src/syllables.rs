//! How many syllables a word has, for the reading formulas: the groups of vowels are counted. This is right for most words and
//! close enough for a mean; it is never used to accept or refuse a text.

use crate::table::Table;
use crate::words::lower;

/// The syllables of a word, at least 1 (a number counts as 1).
///
/// A vowel with a diaeresis starts a new group (`ideeën`); where the table says so, each vowel does. A lone `e` at the end, where the table calls it silent, is none.
pub(crate) fn syllables(table: &Table, word: &str) -> usize {
    let word = lower(table, word);
    let mut groups = 0;
    let mut in_group = false;
    for character in word.chars() {
        let vowel = table.vowels.contains(character);
        let starts_again =
            table.vowels_apart || matches!(character, 'ä' | 'ë' | 'ï' | 'ö' | 'ü' | 'ϊ' | 'ΐ' | 'ϋ' | 'ΰ');
        if vowel && (!in_group || starts_again) {
            groups += 1;
        }
        in_group = vowel;
    }
    if groups > 1 && ends_silently(table, &word) {
        groups -= 1;
    }
    groups.max(1)
}

fn ends_silently(table: &Table, word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
    let voiced = table.voiced_endings.iter().any(|ending| word.ends_with(ending));
    !voiced
        && table.silent_endings.iter().any(|ending| {
            word.strip_suffix(ending).is_some_and(|stem| !stem.ends_with(|c: char| table.vowels.contains(c)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn counts(language: Language, words: &[(&str, usize)]) {
        for &(word, count) in words {
            assert_eq!(syllables(language.table(), word), count, "{word}");
        }
    }

    #[test]
    fn dutch_counts_groups_of_vowels() {
        counts(Language::Nl, &[("bel", 1), ("begeleider", 4), ("ideeën", 3), ("bericht", 2), ("6.45", 1)]);
    }

    #[test]
    fn english_has_a_silent_e() {
        counts(Language::En, &[("phone", 1), ("message", 2), ("table", 2), ("the", 1), ("money", 2)]);
    }

    #[test]
    fn where_vowels_stand_apart_each_is_a_syllable() {
        counts(Language::Uk, &[("її", 2), ("бейдж", 1), ("п’ятниця", 3)]);
        counts(Language::Tr, &[("saat", 2), ("çalışıyor", 4)]);
    }

    #[test]
    fn french_has_a_silent_e_too() {
        counts(Language::Fr, &[("adresse", 2), ("téléphone", 3), ("idée", 2), ("je", 1), ("messages", 2)]);
    }
}
