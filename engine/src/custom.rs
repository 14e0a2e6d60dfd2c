//! What an organisation puts beside the app, without a build: its name, its logo, whom to ask, and their pictures. `custom/custom.json`, described in `docs/custom.md`.
//!
//! A flat table of texts, so that people write it without a mistake, and a phone reads it with what reads other tables: nested, with a version, it was 1 kB more of the app. No version
//! is needed: the file lies beside the app that reads it, and what a newer app may add are names.

use crate::map::Map;
use thiserror::Error;

/// Longest text of the file, in bytes.
pub const LONGEST_FILE: usize = 8192;
/// Longest name of an organisation, in characters: as on a poster.
pub const LONGEST_NAME: usize = crate::desk::LONGEST_NAME;
/// Longest line of words, in characters.
pub const LONGEST_WORDS: usize = 120;
/// Longest name of a file of a picture, in bytes.
const LONGEST_FILE_NAME: usize = 64;
/// Pictures that every browser shows.
const PICTURES: [&str; 5] = [".svg", ".png", ".jpg", ".jpeg", ".webp"];
/// The lines on the page *Help*, in their order. In the file each has its language behind it: `who-helps.nl`.
pub const LINES: [&str; 2] = ["who-helps", "help-phone"];
/// What stands behind one of them where it names its picture, which is the same in every language: `who-helps-picture`.
const PICTURE: &str = "-picture";

/// What an organisation says of itself; all of it holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Custom(Map<String, String>);

/// What is wrong with the file. Then nothing of it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Wrong {
    #[error("it is no table of texts in JSON, or longer than 8 kB")]
    Unreadable,
    #[error("the name is empty, or longer than 60 characters")]
    Name,
    #[error("the logo, or another picture, is not the name of a picture in the folder")]
    Picture,
    #[error(
        "there is something else than name, logo, who-helps, help-phone and their pictures, or a line is empty or longer than 120 characters"
    )]
    Words,
}

impl Custom {
    /// What is written, if all of it holds.
    ///
    /// # Errors
    /// The first thing that does not.
    pub fn check(file: Map<String, String>) -> Result<Self, Wrong> {
        for (key, text) in file.iter() {
            let (holds, wrong) = match key.as_str() {
                "name" => (is_line(text, LONGEST_NAME), Wrong::Name),
                "logo" => (is_picture(text), Wrong::Picture),
                _ if is_picture_key(key) => (is_picture(text), Wrong::Picture),
                _ => (is_key(key) && is_line(text, LONGEST_WORDS), Wrong::Words),
            };
            if !holds {
                return Err(wrong);
            }
        }
        Ok(Self(file))
    }

    /// The organisation's name; empty if there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text("name")
    }

    /// The file of the logo, in the same folder; empty if there is none.
    #[must_use]
    pub fn logo(&self) -> &str {
        self.text("logo")
    }

    /// One of [`LINES`] in a language, else empty: in another language it would be read aloud by a wrong voice.
    #[must_use]
    pub fn line(&self, line: &str, language: &str) -> &str {
        self.text(&[line, ".", language].concat())
    }

    /// The file of the picture beside one of [`LINES`], in the same folder; empty if there is none.
    #[must_use]
    pub fn picture(&self, line: &str) -> &str {
        self.text(&[line, PICTURE].concat())
    }

    fn text(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }
}

/// Whether this is one of [`LINES`] with a language behind it.
fn is_key(key: &str) -> bool {
    LINES.iter().any(|line| key.strip_prefix(line).is_some_and(|rest| rest.starts_with('.')))
}

/// Whether this is one of [`LINES`] with [`PICTURE`] behind it.
fn is_picture_key(key: &str) -> bool {
    key.strip_suffix(PICTURE).is_some_and(|line| LINES.contains(&line))
}

fn is_line(text: &str, longest: usize) -> bool {
    !text.trim().is_empty() && text.chars().nth(longest).is_none()
}

/// Whether this is the name of a picture, and no way out of the folder.
fn is_picture(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    name.len() <= LONGEST_FILE_NAME
        && name.bytes().all(is_plain)
        && !name.starts_with('.')
        && PICTURES.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Custom, Wrong> {
        Custom::check(serde_json::from_str(text).map_err(|_| Wrong::Unreadable)?)
    }

    #[test]
    fn a_whole_file_says_what_it_says() {
        let custom = read(
            r#"{"name":"De Werf","logo":"logo.svg","who-helps.nl":"Vraag het aan Fatima.","who-helps-picture":"fatima.jpg"}"#,
        )
        .unwrap();
        assert_eq!((custom.name(), custom.logo()), ("De Werf", "logo.svg"));
        assert_eq!(custom.line("who-helps", "nl"), "Vraag het aan Fatima.");
        assert_eq!((custom.picture("who-helps"), custom.picture("help-phone")), ("fatima.jpg", ""));
        assert_eq!((custom.line("who-helps", "fr"), custom.line("help-phone", "nl")), ("", ""));
    }

    #[test]
    fn the_file_of_every_build_says_nothing() {
        assert_eq!(read(include_str!("../../public/custom/custom.json")), Ok(Custom::default()));
    }

    #[test]
    fn what_does_not_hold_is_named() {
        let long = |length| "é".repeat(length);
        for (inside, wrong) in [
            (r#""name":" ""#.to_owned(), Wrong::Name),
            (format!(r#""name":"{}""#, long(LONGEST_NAME + 1)), Wrong::Name),
            (r#""logo":"logo.html""#.to_owned(), Wrong::Picture),
            (r#""help-phone-picture":"../fatima.jpg""#.to_owned(), Wrong::Picture),
            (r#""canteen-picture":"fatima.jpg""#.to_owned(), Wrong::Words),
            (r#""canteen.nl":"Daar.""#.to_owned(), Wrong::Words),
            (r#""who-helps":"Fatima""#.to_owned(), Wrong::Words),
            (r#""who-helps.nl":"""#.to_owned(), Wrong::Words),
            (format!(r#""help-phone.nl":"{}""#, long(LONGEST_WORDS + 1)), Wrong::Words),
            (r#""name":7"#.to_owned(), Wrong::Unreadable),
            (r#""name":"De Werf","#.to_owned(), Wrong::Unreadable),
        ] {
            assert_eq!(read(&format!("{{{inside}}}")), Err(wrong), "{inside}");
        }
        assert!(read(&format!(r#"{{"name":"{}"}}"#, long(LONGEST_NAME))).is_ok());
    }

    #[test]
    fn a_logo_is_a_picture_in_the_folder() {
        for good in ["logo.svg", "De_Werf-2026.v2.png", "a.webp"] {
            assert!(is_picture(good), "{good}");
        }
        let far = format!("{}.svg", "a".repeat(LONGEST_FILE_NAME));
        for bad in
            ["", ".svg", "../logo.svg", "a/b.png", "https://other.example/a.png", "lo go.svg", "logo.svg?x", &far]
        {
            assert!(!is_picture(bad), "{bad}");
        }
    }
}
