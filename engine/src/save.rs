//! The envelope of every saved document: `SW1;<length>;<checksum>;<JSON>`.
//!
//! Browsers hand back altered or shortened text after a crash, and without a word. The length tells a cut, the checksum every
//! other accident (it is no protection against people). The JSON is plain ASCII, because some browsers count a text in bytes and
//! others in characters, and it stays under [`LONGEST`], because a reader of unknown text needs a limit.
//!
//! Within `SW1` a later version of the app only adds fields, and an older one keeps those it does not know
//! ([`crate::unknown`]). Anything else is a new major version, which this one leaves alone. Every later version keeps this head; its checksum is
//! over `SW<version>;` and what follows the head. So a document of ours of which an accident changed the version is known to be damaged: taken for a
//! newer one and left alone, it would keep its other copies from ever being written again.

use core::fmt::Write;
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// The longest envelope, in bytes. A hundred lessons with all their cards need less than half of it (`tests/saved.rs`).
pub const LONGEST: usize = 64 * 1024;

/// The most lists and tables inside each other. Ours have 4; a stranger's thousands would exhaust the reader's stack.
pub const DEEPEST: usize = 32;

const OURS: &str = "SW";
const MAJOR: u32 = 1;

/// Why a saved text is not read. None of these is a reason to overwrite it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Something else stands in our place.
    #[error("this is not a document of ours")]
    NotOurs,
    /// A later app wrote it. To be left as it is; reloading may bring that app.
    #[error("this document has version {version}, newer than this app")]
    Newer {
        /// The major version it names.
        version: u32,
    },
    /// The end is missing.
    #[error("this document is cut short")]
    Cut,
    /// Length or checksum does not fit.
    #[error("this document is damaged")]
    Damaged,
    /// Over [`LONGEST`].
    #[error("this document is longer than {LONGEST} bytes")]
    TooLong,
    /// Over [`DEEPEST`].
    #[error("this document is nested deeper than {DEEPEST}")]
    TooDeep,
}

/// A document that would not be read again, so it is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the document would have {bytes} bytes, more than {LONGEST}")]
pub struct TooLong {
    /// The length of the envelope, in bytes.
    pub bytes: usize,
}

/// Puts JSON text into an envelope, ready to be stored.
///
/// # Errors
/// [`TooLong`] when [`open`] would refuse the envelope for its length.
pub fn seal(json: &str) -> Result<String, TooLong> {
    let json = ascii(json);
    let text = format!("{}{json}", head(MAJOR, &json));
    if text.len() > LONGEST {
        return Err(TooLong { bytes: text.len() });
    }
    Ok(text)
}

/// Takes the JSON text out of an envelope, unchanged since it was sealed.
///
/// # Errors
/// [`Unreadable`], which says what is wrong.
pub fn open(text: &str) -> Result<&str, Unreadable> {
    let mut parts = text.splitn(4, ';');
    let version = parts.next().and_then(version).ok_or(Unreadable::NotOurs)?;
    if version == MAJOR && text.len() > LONGEST {
        return Err(Unreadable::TooLong);
    }
    let (Some(length), Some(checksum)) = (parts.next(), parts.next()) else {
        return Err(Unreadable::Cut);
    };
    let json = parts.next().ok_or(Unreadable::Cut)?;
    // The head is compared as text, so that there is one way only to write each envelope.
    if format!("{OURS}{version};{length};{checksum};") != head(version, json) {
        let promised = length.parse::<usize>().unwrap_or(0);
        return Err(if json.len() < promised { Unreadable::Cut } else { Unreadable::Damaged });
    }
    if version > MAJOR {
        return Err(Unreadable::Newer { version });
    }
    if depth(json) > DEEPEST {
        return Err(Unreadable::TooDeep);
    }
    Ok(json)
}

/// The CRC-32 of ISO 3309, as in zip files.
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(bytes)
}

fn head(version: u32, json: &str) -> String {
    let sum = if version > MAJOR {
        checksum(format!("{OURS}{version};{json}").as_bytes())
    } else {
        checksum(json.as_bytes())
    };
    format!("{OURS}{version};{};{sum:08x};", json.len())
}

/// The major version that the first part of an envelope names.
fn version(first: &str) -> Option<u32> {
    let digits = first.strip_prefix(OURS)?;
    let version = digits.parse().ok()?;
    (!digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(version)
}

/// The same JSON in ASCII. Letters outside ASCII only ever stand inside JSON strings, where `\uXXXX` means the same.
fn ascii(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter.is_ascii() {
            plain.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            // Writing into a `String` cannot fail.
            let _ = write!(plain, "\\u{unit:04x}");
        }
    }
    plain
}

/// How many lists and tables stand inside each other at most.
fn depth(json: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                now += 1;
                most = most.max(now);
            }
            b']' | b'}' if !in_text => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_envelope_looks_the_same_for_ever() {
        // The check value of CRC-32 (IEEE 802.3) for these nine digits.
        assert_eq!(seal("123456789").unwrap(), "SW1;9;cbf43926;123456789");
        assert_eq!(open("SW1;9;cbf43926;123456789"), Ok("123456789"));
    }

    #[test]
    fn letters_outside_ascii_are_written_in_ascii_and_mean_the_same() {
        let sealed = seal(r#"["Ε ü 😀 \" \\"]"#).unwrap();
        assert!(sealed.is_ascii());
        let words: Vec<String> = serde_json::from_str(open(&sealed).unwrap()).unwrap();
        assert_eq!(words, ["Ε ü 😀 \" \\"]);
    }

    #[test]
    fn each_kind_of_trouble_has_its_name() {
        for (text, why) in [
            ("", Unreadable::NotOurs),
            ("null", Unreadable::NotOurs),
            ("[object Object]", Unreadable::NotOurs),
            ("{\"lessons\":{}}", Unreadable::NotOurs),
            ("SW", Unreadable::NotOurs),
            ("SW0;2;00000000;{}", Unreadable::NotOurs),
            ("SW+1;2;00000000;{}", Unreadable::NotOurs),
            ("SW1", Unreadable::Cut),
            ("SW1;2", Unreadable::Cut),
            ("SW1;2;00000000;{", Unreadable::Cut),
            ("SW1;2;00000000;{}", Unreadable::Damaged),
            ("SW1;2;00000000;{}{}", Unreadable::Damaged),
            ("SW1;-;00000000;{}", Unreadable::Damaged),
            ("SW01;9;cbf43926;123456789", Unreadable::NotOurs),
            ("SW3;9;cbf43926;123456789", Unreadable::Damaged),
            ("SW2;2;00000000;{}", Unreadable::Damaged),
            ("SW31;anything", Unreadable::Cut),
            ("SW2;2;21885fc6;{}", Unreadable::Newer { version: 2 }),
            ("SW31;0;be30c042;", Unreadable::Newer { version: 31 }),
        ] {
            assert_eq!(open(text), Err(why), "{text}");
        }
    }

    #[test]
    fn a_long_document_is_neither_written_nor_read_unless_it_is_newer() {
        let long = " ".repeat(LONGEST);
        assert!(seal(&long).is_err());
        assert_eq!(open(&format!("SW1;9;0;{long}")), Err(Unreadable::TooLong));
        assert_eq!(open(&format!("{}{long}", head(2, &long))), Err(Unreadable::Newer { version: 2 }));
        let most = " ".repeat(LONGEST - "SW1;65516;00000000;".len());
        assert_eq!(open(&seal(&most).unwrap()), Ok(most.as_str()));
    }

    #[test]
    fn a_document_of_a_thousand_brackets_is_not_read() {
        assert_eq!(open(&seal(&"[".repeat(1000)).unwrap()), Err(Unreadable::TooDeep));
        let flat = format!("[\"{}\", []]", "[{\\\"".repeat(1000));
        assert_eq!(open(&seal(&flat).unwrap()), Ok(flat.as_str()));
    }

    #[test]
    fn what_counts_is_how_many_brackets_are_open_at_once_outside_of_texts() {
        for (json, is_read) in [
            (format!("{}{}", "[".repeat(DEEPEST), "]".repeat(DEEPEST)), true),
            (format!("{}{}", "[".repeat(DEEPEST + 1), "]".repeat(DEEPEST + 1)), false),
            (format!("[{}]", vec!["[],{}"; DEEPEST].join(",")), true),
            (format!("{}{}", "[\"]\",{\"a}\":".repeat(DEEPEST), "}]".repeat(DEEPEST)), false),
            // No JSON, but what stands inside the text still does not count.
            (format!("\\\"{}\"", "[".repeat(DEEPEST + 1)), true),
        ] {
            assert_eq!(open(&seal(&json).unwrap()).is_ok(), is_read, "{json}");
        }
    }

    proptest! {
        #[test]
        fn what_is_sealed_can_be_opened(text: String) {
            let json = serde_json::to_string(&text).unwrap();
            let sealed = seal(&json).unwrap();
            prop_assert_eq!(serde_json::from_str::<String>(open(&sealed).unwrap()).unwrap(), text);
        }

        #[test]
        fn every_changed_byte_is_noticed(json in "[ -~]{0,80}", at: prop::sample::Index, change in 1..128_u8) {
            let mut bytes = seal(&json).unwrap().into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = (bytes[at] ^ change) & 127;
            prop_assert!(open(str::from_utf8(&bytes).unwrap()).is_err());
        }

        #[test]
        fn every_cut_is_noticed(json in "[ -~]{0,80}", at: prop::sample::Index, length in 1..40_usize) {
            let mut text = seal(&json).unwrap();
            let from = at.index(text.len());
            let to = text.len().min(from + length);
            text.replace_range(from..to, "");
            prop_assert!(open(&text).is_err());
        }

        #[test]
        fn every_insertion_is_noticed(json in "[ -~]{0,80}", at: prop::sample::Index, extra in "\\PC{1,9}") {
            let mut text = seal(&json).unwrap();
            let at = at.index(text.len() + 1);
            text.insert_str(at, &extra);
            prop_assert!(open(&text).is_err());
        }

        #[test]
        fn no_text_can_make_the_reader_panic(text in "(SW1;)?([0-9]{1,25};)?([0-9a-f]{8};)?\\PC*") {
            let _ = open(&text);
        }
    }
}
