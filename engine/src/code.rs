//! Codes that are short enough to be typed: of a card ([`crate::card`]), of a route ([`crate::route`]).
//!
//! A code is written in Crockford's Base 32 (<https://www.crockford.com/base32.html>), 5 bits a symbol: what it says, its first symbol telling what kind of code it
//! is, and a checksum of 10 bits over that. Four symbols and one that checks them make a group, the last group may be shorter. The check of a group is a sum in
//! the field of 32 elements, in which each symbol has another weight: one wrong symbol, or two neighbours that changed places, are always found, and the group is named.

use crc::{CRC_10_ATM, Crc, NoTable};

/// The signs that a code is written with.
pub const SIGNS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ALPHABET: &[u8] = SIGNS.as_bytes();
/// Symbols that are looked at in a code. Those of a full card are 404; a newer app may have more lessons.
const LONGEST: usize = 1024;
/// Symbols in a group, without the one that checks them.
const GROUP: usize = 4;
/// Bits in a symbol.
pub(crate) const BITS: u32 = 5;
const CHECKSUM: Crc<u16, NoTable> = Crc::<u16, NoTable>::new(&CRC_10_ATM);
/// x⁵ + x² + 1, by which a product is reduced to 5 bits.
const POLYNOMIAL: u8 = 0b10_0101;

/// Why a text is no code, or not the one that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCode {
    /// There is nothing to read.
    #[error("there is no code")]
    Empty,
    /// A symbol of this group is wrong. Counted from 1.
    #[error("group {0} of the code is not right")]
    Group(usize),
    /// Every group is right by itself, but not together: some are missing, or from another code.
    #[error("the code is not whole")]
    NotWhole,
    /// Of a later version of the app, or of another kind.
    #[error("the code is of a newer app")]
    Newer,
}

/// The code of what it is to say, in symbols of 5 bits: in groups with hyphens between.
pub(crate) fn write(mut symbols: Vec<u8>) -> String {
    let sum = CHECKSUM.checksum(&symbols);
    symbols.extend([low_bits(sum >> BITS), low_bits(sum)]);
    let groups = symbols.chunks(GROUP).enumerate().map(|(place, group)| {
        let all = group.iter().copied().chain([check(place, group)]);
        all.filter_map(|symbol| ALPHABET.get(usize::from(symbol)).copied().map(char::from)).collect::<String>()
    });
    groups.collect::<Vec<_>>().join("-")
}

/// What a code says, as somebody typed it: small or capital letters, with or without hyphens and spaces, I and L for 1, O for 0. At least one symbol.
pub(crate) fn read(code: &str) -> Result<Vec<u8>, NoCode> {
    let written = code.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    let symbols: Vec<Option<u8>> = written.take(LONGEST + 1).map(symbol).collect();
    match symbols.len() {
        0 => return Err(NoCode::Empty),
        1..=LONGEST => {}
        _ => return Err(NoCode::NotWhole),
    }
    let mut payload = vec![];
    for (place, group) in symbols.chunks(GROUP + 1).enumerate() {
        let group: Vec<u8> = group.iter().copied().collect::<Option<_>>().ok_or(NoCode::Group(place + 1))?;
        match group.split_last() {
            Some((last, group)) if !group.is_empty() && *last == check(place, group) => payload.extend(group),
            _ => return Err(NoCode::Group(place + 1)),
        }
    }
    let (told, sum) = payload.split_at_checked(payload.len().saturating_sub(2)).ok_or(NoCode::NotWhole)?;
    let expected = CHECKSUM.checksum(told);
    if told.is_empty() || sum != [low_bits(expected >> BITS), low_bits(expected)] {
        return Err(NoCode::NotWhole);
    }
    Ok(told.to_vec())
}

/// The symbol of a letter; nothing if it is none.
fn symbol(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

/// The last 5 bits.
pub(crate) fn low_bits(value: u16) -> u8 {
    (value & 0b1_1111) as u8
}

/// The symbol that checks a group; the place of the group counts, so that two groups cannot change places.
fn check(place: usize, group: &[u8]) -> u8 {
    let start = low_bits((place % 31 + 1) as u16);
    double(group.iter().fold(start, |sum, symbol| double(sum) ^ symbol))
}

/// The product with x in the field.
fn double(value: u8) -> u8 {
    let twice = value << 1;
    if twice >> BITS == 0 { twice } else { twice ^ POLYNOMIAL }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_last_symbol_that_is_looked_at_is_not_overlooked() {
        // So many that with checksum and checks of groups it is as long as is looked at.
        let code = write(vec![1; LONGEST * GROUP / (GROUP + 1) - 2]);
        assert_eq!(code.replace('-', "").len(), LONGEST);
        assert!(read(&code).is_ok());
        assert_eq!(read(&format!("{code}?")), Err(NoCode::NotWhole));
    }
}
