//! Finding words and phrases of a table in a sentence.
//!
//! A sentence is seen as parts: lower case, no marks, no Arabic vowel signs, curved apostrophes made straight, split at
//! hyphens, and in languages that elide after the apostrophe too (`qu'il` is `qu'` and `il`). A phrase of a table is written the same way, with spaces;
//! `*` at the start or the end of a part leaves it open (`waar*`, `*n't`); alone it is any one word.

use crate::table::{Apostrophe, Table};
use crate::words::{bare, is_apostrophe, is_hyphen, is_unspelled, lower, words};

/// The parts of a text that phrases are matched against.
pub(crate) fn parts(table: &Table, text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for word in words(text).into_iter().flat_map(str::split_whitespace) {
        for part in word.split(is_hyphen) {
            // A mark inside, as in `3,50` or `en/of`, stays; the marks around go.
            let part = part
                .trim_matches(|c: char| !(c.is_alphanumeric() || is_apostrophe(c)))
                .replace(is_apostrophe, "'")
                .replace(is_unspelled, "");
            let part = lower(table, &part);
            if table.apostrophe == Apostrophe::Elides {
                parts.extend(part.split_inclusive('\'').map(str::to_owned));
            } else {
                parts.push(bare(&part).to_owned());
            }
        }
    }
    parts.retain(|part| part.contains(char::is_alphanumeric));
    parts
}

/// The places (index of the first part) where a phrase of a table stands.
pub(crate) fn places(parts: &[String], phrase: &str) -> Vec<usize> {
    let pattern: Vec<&str> = phrase.split_whitespace().collect();
    if pattern.is_empty() {
        return Vec::new();
    }
    parts
        .windows(pattern.len())
        .enumerate()
        .filter(|(_, window)| window.iter().zip(&pattern).all(|(part, pattern)| fits(part, pattern)))
        .map(|(index, _)| index)
        .collect()
}

/// The places where phrases of a list stand, each with its phrase, except inside one of the phrases that only look like it.
pub(crate) fn places_outside<'a>(parts: &[String], phrases: &[&'a str], except: &[&str]) -> Vec<(usize, &'a str)> {
    let covered: Vec<usize> = except
        .iter()
        .flat_map(|phrase| {
            let length = phrase.split_whitespace().count();
            places(parts, phrase).into_iter().flat_map(move |start| start..start + length)
        })
        .collect();
    phrases
        .iter()
        .flat_map(|&phrase| places(parts, phrase).into_iter().map(move |place| (place, phrase)))
        .filter(|(place, _)| !covered.contains(place))
        .collect()
}

/// A phrase as an author writes it: `s' il` is `s'il`.
pub(crate) fn as_written(phrase: &str) -> String {
    phrase.replace("' ", "'")
}

/// How often phrases of a list stand in a sentence.
pub(crate) fn count(parts: &[String], phrases: &[&str]) -> usize {
    phrases.iter().map(|phrase| places(parts, phrase).len()).sum()
}

/// The first phrase of a list that stands in a sentence.
pub(crate) fn first<'a>(parts: &[String], phrases: &[&'a str]) -> Option<&'a str> {
    phrases.iter().find(|phrase| !places(parts, phrase).is_empty()).copied()
}

/// Whether a sentence begins with the phrase.
pub(crate) fn begins_with(parts: &[String], phrase: &str) -> bool {
    places(parts, phrase).first() == Some(&0)
}

fn fits(part: &str, pattern: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(ending), _) => part.ends_with(ending),
        (None, Some(start)) => part.starts_with(start),
        (None, None) => part == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn french_is_split_after_an_apostrophe_and_dutch_is_not() {
        assert_eq!(parts(Language::Fr.table(), "Qu’est-ce qu'il dit ?"), ["qu'", "est", "ce", "qu'", "il", "dit"]);
        assert_eq!(parts(Language::Nl.table(), "Foto's, 's avonds."), ["foto's", "s", "avonds"]);
    }

    #[test]
    fn an_english_short_form_stays_whole() {
        let parts = parts(Language::En.table(), "You don’t know.");
        assert_eq!(parts, ["you", "don't", "know"]);
        assert_eq!(count(&parts, &["*n't"]), 1);
    }

    #[test]
    fn a_phrase_inside_a_harmless_one_is_not_found() {
        let parts = parts(Language::Fr.table(), "Viens quand même quand il dort.");
        let found = places_outside(&parts, &["quand"], &["quand même"]);
        assert_eq!(found, [(3, "quand")]);
    }

    #[test]
    fn a_phrase_is_found_where_it_begins() {
        let parts = parts(Language::Nl.table(), "Kijk naar het juiste bord.");
        assert_eq!(places(&parts, "het juiste"), [2]);
        assert_eq!(places(&parts, "just*"), [0_usize; 0]);
        assert_eq!(places(&parts, ""), [0_usize; 0]);
        assert!(begins_with(&parts, "kijk naar"));
    }
}
