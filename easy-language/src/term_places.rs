//! Where the words that the glossary explains stand in a text.

use std::ops::Range;

use crate::Language;
use crate::table::{Apostrophe, Table};
use crate::words::{is_apostrophe, is_hyphen, is_unspelled, lower_letter};

/// One place where a text uses a word of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermPlace {
    /// Which of the forms it is, by its place in the list that was asked for.
    pub form: usize,
    /// Where it stands, in bytes of the text.
    pub place: Range<usize>,
}

/// The places in `text` where one of `forms` stands, in order, none inside another: where two fit, the longer one counts.
///
/// A form is found as a whole word and without regard to case, soft hyphens, Arabic vowel signs and the shape of apostrophes and
/// hyphens. A hyphen or a point joins (`code` is not found in `code-barres`), an apostrophe too, except after an elided word (`écran`
/// is found in `l'écran` in French). What Arabic writes onto a word (و ف ب ل ك ال) makes another form, which is found if it is listed.
pub fn terms_in<Form: AsRef<str>>(language: Language, text: &str, forms: &[Form]) -> Vec<TermPlace> {
    term_places(language.table(), text, forms)
}

pub(crate) fn term_places<Form: AsRef<str>>(table: &Table, text: &str, forms: &[Form]) -> Vec<TermPlace> {
    let text: Vec<Character> = characters(table, text).collect();
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let longest = if begins_word(table, &text, start) { longest_form(table, &text, start, forms) } else { None };
        if let Some((form, length)) = longest
            && let Some([first, .., last] | [first @ last]) = text.get(start..start + length)
        {
            found.push(TermPlace { form, place: first.place.start..last.place.end });
            start += length;
        } else {
            start += 1;
        }
    }
    found
}

/// A character as it is compared, and where it stands in the text.
struct Character {
    compared: char,
    place: Range<usize>,
}

fn characters(table: &Table, text: &str) -> impl Iterator<Item = Character> {
    text.char_indices().filter(|&(_, c)| !is_unspelled(c)).flat_map(move |(start, c)| {
        let place = start..start + c.len_utf8();
        let compared = match c {
            c if is_apostrophe(c) => '\'',
            c if is_hyphen(c) => '-',
            c if c.is_whitespace() && c != '\n' => ' ',
            c => c,
        };
        lower_letter(table, compared).map(move |compared| Character { compared, place: place.clone() })
    })
}

/// The longest of the forms that is a whole word here, and its length in characters.
fn longest_form<Form: AsRef<str>>(
    table: &Table,
    text: &[Character],
    start: usize,
    forms: &[Form],
) -> Option<(usize, usize)> {
    let fitting = forms.iter().enumerate().filter_map(|(index, form)| {
        let mut length = 0;
        for character in characters(table, form.as_ref()) {
            if text.get(start + length)?.compared != character.compared {
                return None;
            }
            length += 1;
        }
        (length > 0 && ends_word(text, start + length)).then_some((index, length))
    });
    // Of two forms of one length the first in the list counts.
    fitting.reduce(|longest, other| if other.1 > longest.1 { other } else { longest })
}

fn begins_word(table: &Table, text: &[Character], start: usize) -> bool {
    let Some(before) = start.checked_sub(1).and_then(|at| at_index(text, at)) else { return true };
    let joined = || start.checked_sub(2).and_then(|at| at_index(text, at)).is_some_and(char::is_alphanumeric);
    match before {
        '\'' if table.apostrophe == Apostrophe::Elides => true,
        before if joins(before) => !joined(),
        before => !before.is_alphanumeric(),
    }
}

fn ends_word(text: &[Character], end: usize) -> bool {
    let joined = || at_index(text, end + 1).is_some_and(char::is_alphanumeric);
    match at_index(text, end) {
        Some(after) if joins(after) => !joined(),
        Some(after) => !after.is_alphanumeric(),
        None => true,
    }
}

fn at_index(text: &[Character], index: usize) -> Option<char> {
    text.get(index).map(|character| character.compared)
}

/// A mark that holds a word together when letters stand on both sides.
fn joins(c: char) -> bool {
    matches!(c, '\'' | '-' | '.' | '@' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Ar, En, Fr, Nl, Tr, Uk};

    /// What stands at the places that are found.
    fn found<'a>(language: Language, text: &'a str, forms: &[&str]) -> Vec<&'a str> {
        terms_in(language, text, forms).into_iter().filter_map(|term| text.get(term.place)).collect()
    }

    #[test]
    fn a_form_is_found_as_a_whole_word_in_any_case() {
        assert_eq!(found(Nl, "Badge? Neem je badge.", &["badge"]), ["Badge", "badge"]);
        assert_eq!(found(Nl, "De badgelezer en de badges.", &["badge"]), [""; 0]);
        assert_eq!(found(Nl, "De badges liggen hier.", &["badge", "badges"]), ["badges"]);
        assert_eq!(found(Nl, "Bel 112 nu.", &["112"]), ["112"]);
    }

    #[test]
    fn each_place_names_the_form_that_stands_there() {
        let forms: Vec<usize> =
            terms_in(En, "Badges: 1 badge.", &["badge", "badges"]).into_iter().map(|term| term.form).collect();
        assert_eq!(forms, [1, 0]);
    }

    #[test]
    fn of_two_forms_the_longer_one_counts() {
        assert_eq!(found(Fr, "Lis la fiche de\u{a0}paie.", &["fiche", "fiche de paie"]), ["fiche de\u{a0}paie"]);
        assert_eq!(found(Fr, "Lis la fiche de\npaie.", &["fiche", "fiche de paie"]), ["fiche"]);
    }

    #[test]
    fn a_hyphen_or_a_point_joins_and_an_apostrophe_joins_where_nothing_is_elided() {
        assert_eq!(found(Fr, "Le code-barres et pakje.example", &["code", "barres", "example", "pakje"]), [""; 0]);
        assert_eq!(found(Fr, "Le code‑barres.", &["code-barres"]), ["code‑barres"]);
        assert_eq!(found(Fr, "Touche l’écran.", &["écran"]), ["écran"]);
        assert_eq!(found(En, "At 8 o'clock, the clock's hand", &["clock"]), [""; 0]);
        assert_eq!(found(En, "Say 'clock' now. Clock!", &["clock"]), ["clock", "Clock"]);
        assert_eq!(found(Uk, "Це комп’ютер.", &["комп'ютер"]), ["комп’ютер"]);
        assert_eq!(found(Uk, "Це комп\u{2BC}ютер.", &["комп'ютер", "ютер"]), ["комп\u{2BC}ютер"]);
    }

    #[test]
    fn soft_hyphens_inside_a_word_are_ignored() {
        assert_eq!(found(Nl, "De pers\u{ad}luchtslang.", &["persluchtslang"]), ["pers\u{ad}luchtslang"]);
        assert_eq!(found(Nl, "De perslucht.", &["pers\u{ad}lucht"]), ["perslucht"]);
        assert_eq!(found(Nl, "De pers\u{ad}lucht.", &["pers"]), [""; 0]);
    }

    #[test]
    fn an_arabic_form_with_what_is_written_onto_it_counts_only_if_it_is_listed() {
        let text = "خذ البطاقة. بطاقة أو بالبطاقة؟ وبِطَاقَة";
        assert_eq!(found(Ar, text, &["بطاقة"]), ["بطاقة"]);
        assert_eq!(found(Ar, text, &["بطاقة", "البطاقة"]), ["البطاقة", "بطاقة"]);
        assert_eq!(found(Ar, text, &["بالبطاقة", "وبطاقة"]), ["بالبطاقة", "وبِطَاقَة"]);
    }

    #[test]
    fn a_turkish_form_is_found_at_the_start_of_a_sentence() {
        assert_eq!(found(Tr, "İşveren burada. Isı yok.", &["işveren", "ısı"]), ["İşveren", "Isı"]);
    }

    #[test]
    fn an_empty_form_is_nowhere() {
        assert_eq!(terms_in(Nl, "Een badge.", &["", "\u{ad}"]), []);
        assert_eq!(terms_in(Nl, "", &["badge"]), []);
    }
}
