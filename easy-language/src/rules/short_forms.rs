//! L12: abbreviations, initials and short forms that are not in the term table.

use super::numbers::is_roman;
use super::{Place, Report};
use crate::Rule;
use crate::table::Table;
use crate::words::{bare, is_joint, letters, words};

/// The longest word in capitals that is taken for a short form; a longer one is a word in capitals (L14).
const SHORT_FORM_LETTERS: usize = 3;

/// L12 for each word.
pub(crate) fn check(place: &Place, report: &mut Report) {
    for token in words(place.text.text).into_iter().flat_map(str::split_whitespace) {
        let opened = token.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word = bare(token);
        if is_known(place, word) {
            continue;
        }
        let parts: Vec<&str> = word.split(is_joint).collect();
        if is_abbreviation(place, opened) || has_initials(opened) {
            let remedy = format!("\"{word}\" is an abbreviation. Write the word in full.");
            report.error(place, Rule::L12, word, remedy);
        } else if parts.iter().any(|part| is_short_form(place.table, part) && !is_known(place, part)) {
            let remedy = format!("\"{word}\" is a short form. Write it in full, or add it to the term table.");
            report.error(place, Rule::L12, word, remedy);
        }
    }
}

fn is_known(place: &Place, word: &str) -> bool {
    place.terms.short_forms.iter().any(|form| form == word)
}

fn is_abbreviation(place: &Place, token: &str) -> bool {
    let token = token.trim_end_matches(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '°')));
    place.table.abbreviations.contains(&token)
}

/// A letter, a point, a letter, a point: `d.w.z.`, `J.P.`
fn has_initials(token: &str) -> bool {
    let characters: Vec<char> = token.chars().collect();
    characters.windows(4).enumerate().any(|(index, window)| {
        let starts = index == 0 || characters.get(index - 1).is_some_and(|c| !c.is_alphanumeric());
        starts && matches!(window, [a, '.', b, '.'] if a.is_alphabetic() && b.is_alphabetic())
    })
}

/// Two capitals or more, unless it is a whole word in capitals.
fn is_short_form(table: &Table, part: &str) -> bool {
    let capitals = part.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && !is_word_in_capitals(table, part) && !is_roman(part)
}

/// All capitals, and too long or too easy to speak for a short form (L14).
pub(crate) fn is_word_in_capitals(table: &Table, part: &str) -> bool {
    let has_vowel = part.to_lowercase().contains(|c| "aeiouy".contains(c) || table.vowels.contains(c));
    letters(part) > SHORT_FORM_LETTERS
        && has_vowel
        && part.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{De, En, Fr, Nl};
    use crate::testing::{accepts, lesson, refuses, worst};
    use crate::{Kind, Severity, Terms};

    #[test]
    fn abbreviations_and_initials_are_refused() {
        refuses(
            Rule::L12,
            &[
                (Nl, "Neem bv. een doos."),
                (Nl, "Bel d.w.z. nu."),
                (En, "Take e.g. a box."),
                (En, "Call Mr. Jonas."),
                (Fr, "Prends une boîte, etc."),
                (Fr, "Appelle M. Dupont."),
                (Nl, "Vraag het aan J.P. nu."),
                (De, "Nimm z. B. einen Karton."),
                (De, "Nimm z.B. einen Karton."),
            ],
        );
        accepts(
            Rule::L12,
            &[
                (Nl, "Het is 6.45 uur. Bel Els."),
                (En, "Wait for a minute. I am Els."),
                (Fr, "Il est 6 h. Appelle Els."),
                (Nl, "Ga naar pakje.example nu."),
            ],
        );
    }

    #[test]
    fn a_short_form_needs_a_place_in_the_term_table() {
        let unknown = [(Kind::Say, "Scan de QR-code.")];
        let mut terms = Terms::default();
        assert_eq!(worst(Nl, Rule::L12, &lesson(&terms, &unknown)), Some(Severity::Error));
        terms.short_forms.extend(["QR", "ID"].map(str::to_owned));
        assert_eq!(worst(Nl, Rule::L12, &lesson(&terms, &unknown)), None);
        assert_eq!(worst(Fr, Rule::L12, &lesson(&terms, &[(Kind::Say, "Regarde l'ID.")])), None);
    }
}
