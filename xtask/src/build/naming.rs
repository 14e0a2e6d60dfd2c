//! Names made from what is in a file, and the places in a page where those names go.

use std::fmt::Write as _;

use anyhow::{Result, bail};
use sha2::{Digest, Sha256};

/// The SHA-256 of the parts one after the other, as 64 small hexadecimal digits.
pub fn fingerprint(parts: &[&[u8]]) -> String {
    let mut sum = Sha256::new();
    for part in parts {
        sum.update(part);
    }
    sum.finalize().iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Digits of a fingerprint in a name.
const DIGITS: usize = 12;

/// `stepwise`, `css` → `stepwise-0123456789ab.css`: twelve digits of the fingerprint, so a new build is a new name.
pub fn hashed_name(stem: &str, extension: &str, bytes: &[u8]) -> String {
    let digits: String = fingerprint(&[bytes]).chars().take(DIGITS).collect();
    format!("{stem}-{digits}.{extension}")
}

/// Whether a name was made so.
pub fn is_hashed(name: &str) -> bool {
    let digits = name.rsplit_once('-').and_then(|(_, rest)| rest.split('.').next());
    digits.is_some_and(|digits| digits.len() == DIGITS && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// Puts the values into the places `{{name}}` of a text.
///
/// # Errors
/// A place that no value is known for, or that is not closed: the reader would see braces.
pub fn fill(file: &str, text: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, tail)) = after.split_once("}}") else {
            bail!("{file}: a `{{{{` has no `}}}}` after it. Close it");
        };
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name.trim()) else {
            let known: Vec<&str> = values.iter().map(|(known, _)| *known).collect();
            bail!("{file}: nothing is known for `{{{{{name}}}}}`. Use one of: {}", known.join(", "));
        };
        filled.push_str(before);
        filled.push_str(value);
        rest = tail;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_the_published_sha_256() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(fingerprint(&[b"abc"]), expected);
        assert_eq!(fingerprint(&[b"a", b"bc"]), expected);
    }

    #[test]
    fn a_name_carries_the_first_twelve_digits() {
        let name = hashed_name("stepwise", "css", b"abc");
        assert_eq!(name, "stepwise-ba7816bf8f01.css");
        assert!(is_hashed(&name));
        assert!(!is_hashed("icon-maskable-512.png") && !is_hashed("index.html"));
    }

    #[test]
    fn every_place_is_filled() {
        let filled = fill("index.html", "<a {{css}}>{{ js }}{{css}}", &[("css", "x"), ("js", "y")]);
        assert_eq!(filled.unwrap(), "<a x>yx");
    }

    #[test]
    fn a_left_over_place_is_an_error_that_names_the_file_and_the_place() {
        let message = fill("index.html", "{{wasn}}", &[("wasm", "x")]).unwrap_err().to_string();
        assert_eq!(message, "index.html: nothing is known for `{{wasn}}`. Use one of: wasm");
    }

    #[test]
    fn a_place_that_is_not_closed_is_an_error() {
        assert!(fill("index.html", "a {{wasm", &[("wasm", "x")]).is_err());
    }
}
