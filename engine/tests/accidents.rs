//! Accidents: what a browser gave back changed is never taken for another document (RELIABILITY.md, F2). How many are tried is `PROPTEST_CASES`.
#![allow(clippy::unwrap_used, reason = "a failing test is to stop")]

use engine::save::{Unreadable, open, seal};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What happens to a stored text.
#[derive(Clone, Debug)]
enum Accident {
    Flip(Index, u8),
    Cut(Index, usize),
    Insert(Index, String),
    Zero(Index, usize),
    Swap(Index, Index),
    /// Two halves of an older and a newer text.
    Splice(Index, String),
    Junk(&'static str),
}

fn any_accident() -> impl Strategy<Value = Accident> {
    const JUNK: [&str; 8] =
        ["", "null", "undefined", "[object Object]", "{}", "SW1;2;", "SW1;2;00000000;{}", "\u{feff}"];
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), 0..7_u8).prop_map(|(at, bit)| Accident::Flip(at, bit)),
        4 => (at(), 1..40_usize).prop_map(|(at, length)| Accident::Cut(at, length)),
        4 => (at(), "\\PC{1,9}").prop_map(|(at, text)| Accident::Insert(at, text)),
        4 => (at(), 1..40_usize).prop_map(|(at, length)| Accident::Zero(at, length)),
        4 => (at(), at()).prop_map(|(one, other)| Accident::Swap(one, other)),
        4 => (at(), "[ -~]{0,80}").prop_map(|(at, json)| Accident::Splice(at, seal(&json).unwrap_or_default())),
        1 => select(&JUNK[..]).prop_map(Accident::Junk),
    ]
}

impl Accident {
    fn befall(&self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        let place = |at: &Index| at.index(letters.len().max(1)).min(letters.len().saturating_sub(1));
        let end = |from: usize, length: usize| (from + length).min(letters.len());
        match self {
            _ if letters.is_empty() => {}
            Self::Flip(at, bit) => {
                let at = place(at);
                letters[at] = char::from_u32(letters[at] as u32 ^ (1 << bit)).unwrap_or('?');
            }
            Self::Cut(at, length) => drop(letters.drain(place(at)..end(place(at), *length))),
            Self::Insert(at, text) => drop(letters.splice(place(at)..place(at), text.chars())),
            Self::Zero(at, length) => {
                let (from, to) = (place(at), end(place(at), *length));
                letters[from..to].fill('\0');
            }
            Self::Swap(one, other) => {
                let (one, other) = (place(one), place(other));
                letters.swap(one, other);
            }
            Self::Splice(at, other) => {
                let at = place(at);
                letters.truncate(at);
                letters.extend(other.chars().skip(at));
            }
            Self::Junk(junk) => return (*junk).to_owned(),
        }
        letters.into_iter().collect()
    }
}

fn any_accidents() -> impl Strategy<Value = Vec<Accident>> {
    prop_oneof![3 => any_accident().prop_map(|accident| vec![accident]), 1 => vec(any_accident(), 2..5)]
}

proptest! {
    #[test]
    fn no_accident_makes_another_document_of_an_envelope(json in "[ -~]{0,80}", accidents in any_accidents()) {
        let sealed = seal(&json).unwrap();
        let text = accidents.iter().fold(sealed.clone(), |text, accident| accident.befall(&text));
        // The other half of a text may have been all of it.
        let whole = |accident: &Accident| matches!(accident, Accident::Splice(_, other) if *other == text);
        match open(&text) {
            Ok(_) => prop_assert!(text == sealed || accidents.iter().any(whole)),
            // It would be left alone, and its other copy with it.
            Err(Unreadable::Newer { .. }) => prop_assert!(false, "{}", text),
            Err(_) => {}
        }
    }
}
