//! The app's own words, `locales/<code>.toml`. They come with the data, one language at a time, so that a language costs the
//! WASM nothing: not even their names, since the bundle has them in the order of their names, and `build.rs` writes a function for each.
//! A word that is missing in a language fails `cargo xtask check`, one that the app lacks does not compile.

use engine::text::Text;
use leptos::prelude::{expect_context, use_context};
use serde::Deserialize;
use std::sync::Arc;

macro_rules! words {
    ($words:ident: $($key:ident)+) => {
        /// How many words there are.
        const COUNT: usize = [$(stringify!($key)),+].len();

        #[allow(non_camel_case_types, dead_code, reason = "the names of `locales/`, some of which only the pages around the app use")]
        enum Key { $($key,)+ }

        #[allow(dead_code, reason = "some words are only for the pages around the app; `cargo xtask check` finds one that nobody uses")]
        impl $words {
            $(
                #[doc = concat!("`", stringify!($key), "` of `locales/`.")]
                pub fn $key(&self) -> &str {
                    self.word(Key::$key)
                }
            )+

            fn word(&self, key: Key) -> &str {
                self.0.get(key as usize).map_or("", String::as_str)
            }
        }

        impl TryFrom<Vec<String>> for $words {
            type Error = OtherWords;

            fn try_from(words: Vec<String>) -> Result<Self, OtherWords> {
                if words.len() == COUNT { Ok(Self(words)) } else { Err(OtherWords(COUNT)) }
            }
        }
    };
}

pub mod coach;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Every word of the app itself in one language, in the order of their names.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub struct UiWords(Vec<String>);

/// The words are those of another build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these are not the {0} words of the app")]
pub struct OtherWords(usize);

/// The language of a text: for its `lang` and `dir`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tongue {
    /// The code of the language.
    pub lang: &'static str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
}

/// The words of the language that is shown.
pub type Say = Arc<UiWords>;

/// The words around this component. The page is drawn anew in another language, so they need not be watched.
pub fn say() -> Say {
    expect_context()
}

/// The words of the language that the reader gets help in, for the texts on a lesson's page.
#[derive(Clone, Default)]
pub struct HelpWords(pub Option<Say>);

/// One of the app's own words, in the language of the page and in the reader's own.
pub fn said_in_both(of: &dyn Fn(&UiWords) -> String) -> Text {
    let mut text: Text = of(&say()).into();
    if let Some(HelpWords(Some(help))) = use_context() {
        text.set_help(&of(&help));
    }
    text
}

/// Fills `{name}` in a text.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_under_its_name() {
        let text = std::fs::read_to_string("locales/nl.toml").unwrap();
        let table: toml::Table = toml::from_str(&text).unwrap();
        // A table of TOML is in the order of its names.
        let words: Vec<String> = table.values().map(|word| word.as_str().unwrap().to_owned()).collect();
        let words = UiWords::try_from(words).unwrap();
        assert_eq!(words.back(), "Terug");
        assert_eq!(words.you(), table["you"].as_str().unwrap());
    }

    #[test]
    fn words_of_another_build_are_refused() {
        assert!(UiWords::try_from(vec![String::new(); COUNT - 1]).is_err());
    }

    #[test]
    fn a_gap_in_a_text_is_filled_by_its_name() {
        assert_eq!(fill("{a} of {b}", &[("b", "6"), ("a", "3")]), "3 of 6");
    }
}
