//! Soft hyphens in long words, so that they fit a small screen with large text.

use crate::Language;
use crate::table::{Apostrophe, Table};
use crate::words::{is_apostrophe, letters};

/// The longest run of letters that fits one line of a 320 px screen at 40 px text (L5).
pub(crate) const LONGEST_RUN: usize = 13;

/// Answers stand beside a picture in larger text; words longer than this may have to break there at 200 %.
const SOFTENED_FROM: usize = 9;

/// No fewer letters stand alone before or after a hyphen: two say nothing to somebody who spells a word out.
const FEWEST_BESIDE_HYPHEN: usize = 3;

const SOFT_HYPHEN: char = '\u{ad}';

/// The text with soft hyphens in every run of more than 9 letters, where the language allows a break (L5). Done when the
/// lessons are built; authors write none.
pub fn soften(language: Language, text: &str) -> String {
    soften_with(language.table(), text)
}

pub(crate) fn soften_with(table: &Table, text: &str) -> String {
    runs(text).map(|run| if letters(run) > SOFTENED_FROM { break_up(table, run) } else { run.to_owned() }).collect()
}

/// The text in pieces, each all letters (with apostrophes, where no line breaks either) or all other characters.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let joins = |c: char| c.is_alphabetic() || is_apostrophe(c);
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| joins(c) != joins(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(run)
    })
}

fn break_up(table: &Table, run: &str) -> String {
    let Some(language) = table.hyphenation else {
        return run.to_owned();
    };
    let mut softened = String::with_capacity(run.len() + 8);
    let ends_part = |c| is_apostrophe(c) && table.apostrophe != Apostrophe::Letter;
    let (before, after) = language.bounds();
    let (before, after) = (before.max(FEWEST_BESIDE_HYPHEN), after.max(FEWEST_BESIDE_HYPHEN));
    for word in run.split_inclusive(ends_part) {
        for (index, syllable) in hypher::hyphenate_bounded(word, language, before, after).enumerate() {
            if index > 0 {
                softened.push(SOFT_HYPHEN);
            }
            softened.push_str(syllable);
        }
    }
    softened
}

/// The letters of the longest run that stays together after softening.
pub(crate) fn longest_run(table: &Table, text: &str) -> usize {
    let softened = soften_with(table, text);
    runs(&softened).flat_map(|run| run.split(SOFT_HYPHEN)).map(letters).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_word_gets_soft_hyphens_and_the_rest_stays() {
        assert_eq!(
            soften(Language::Nl, "De ziekteverzekering, nu."),
            "De ziek\u{ad}te\u{ad}ver\u{ad}ze\u{ad}ke\u{ad}ring, nu."
        );
    }

    #[test]
    fn no_two_letters_stand_alone_beside_a_hyphen() {
        for (word, broken) in
            [("Arbeitszeit", "Arbeits-zeit"), ("Schutzbrille", "Schutz-brille"), ("Gehörschutz", "Gehör-schutz")]
        {
            assert_eq!(soften(Language::De, word).replace(SOFT_HYPHEN, "-"), broken);
        }
    }

    #[test]
    fn a_word_of_nine_letters_stays_whole() {
        assert_eq!(soften(Language::Nl, "vakanties"), "vakanties");
    }

    #[test]
    fn a_hyphen_parts_a_word_so_short_parts_stay() {
        assert_eq!(soften(Language::Fr, "porte-documents"), "porte-documents");
    }

    #[test]
    fn softening_changes_nothing_but_soft_hyphens() {
        for language in [Language::Nl, Language::En, Language::Fr] {
            let text = "L'internationalisation: Verantwoordelijkheid! misunderstanding";
            let softened = soften(language, text);
            assert_ne!(softened, text);
            assert_eq!(softened.replace(SOFT_HYPHEN, ""), text);
        }
    }

    #[test]
    fn an_arabic_word_is_never_broken() {
        let text = "استخدمونها والمسؤوليات internationalisation";
        assert_eq!(soften(Language::Ar, text), text);
    }

    #[test]
    fn a_ukrainian_word_breaks_between_syllables_and_never_beside_its_apostrophe() {
        assert_eq!(soften(Language::Uk, "безпечніше").replace(SOFT_HYPHEN, "-"), "без-пе-чніше");
        for apostrophe in ["'", "’", "\u{2BC}"] {
            let softened = soften(Language::Uk, &format!("комп{apostrophe}ютерний"));
            assert_eq!(softened.replace(SOFT_HYPHEN, "-"), format!("ком-п{apostrophe}ю-тер-ний"));
        }
    }
}
