//! The app's own words, `locales/<code>.toml`. They come with the data, one language at a time, so that a language costs the
//! WASM nothing; a word that is missing in a language fails `cargo xtask check`, one that the app lacks does not compile.

use engine::map::Map;
use engine::text::Text;
use leptos::prelude::{expect_context, use_context};
use serde::Deserialize;
use std::sync::Arc;

macro_rules! ui_words {
    ($($key:ident)+) => {
        /// Every word of the app itself, by the name it has in `locales/`.
        const KEYS: &[&str] = &[$(stringify!($key),)+];

        #[allow(non_camel_case_types, reason = "the names of `locales/`")]
        enum Key { $($key,)+ }

        impl UiWords {
            $(
                #[doc = concat!("`", stringify!($key), "` of `locales/`.")]
                pub fn $key(&self) -> &str {
                    self.word(Key::$key)
                }
            )+
        }
    };
}

ui_words! {
    back next check say show_me show_again did_it later listen stop again slower usual_pace no_voice close undo erase step_of settings_sheet sheet_done skip
    look_again fewer shown shown_typed well_done tried
    empty_choose empty_order empty_match empty_find empty_device empty_type look_there found_of place_of pair_of you
    your_answer keypad device_phone device_tablet device_kiosk device_scanner device_clock device_till device_paper device_bare
    switch_on switch_off level_of
    help_language help_language_none help_language_missing explained
    hello what_to_learn go_on start_here practise_again for_real lessons my_steps me help done_of minutes lesson_done home
    finished you_can_now practise_tomorrow practise_in_days next_lesson
    i_can nothing_yet
    language text_size colours colours_auto colours_light colours_cream colours_dark motion motion_auto motion_still
    letters letters_ours letters_device words words_more words_fewer
    spacing spacing_usual spacing_wide voice voice_test voice_says voice_nothing pace
    delete_all delete_question delete_says delete_now delete_keep deleted about
    help_title help_coach help_colleague help_app help_mistake help_saved
    about_what about_bwise about_privacy_title about_privacy about_delete about_mistake_title about_mistake about_copy about_copied
    about_licences about_words about_pictures about_fonts about_glyphs about_code about_parts states version
    my_card card_scan card_type card_save card_have card_code card_read card_open card_no_code card_group card_not_whole card_newer card_no_file
    card_of_coach card_new card_nothing_new card_add card_leave card_added card_undo card_undone show_coach show_choose show_scan shown_title
    shown_says
    offline_title offline_ready offline_asks offline_get offline_fetching
    not_loaded not_loaded_says try_again unknown_place unknown_place_says no_memory memory_full set_aside newer waiting
}

/// Every word of the app itself in one language. A list, since a struct with a field for each word is the heaviest part of the app.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Map<String, String>")]
pub struct UiWords(Vec<String>);

impl UiWords {
    fn word(&self, key: Key) -> &str {
        self.0.get(key as usize).map_or("", String::as_str)
    }
}

impl TryFrom<Map<String, String>> for UiWords {
    type Error = MissingWord;

    fn try_from(mut words: Map<String, String>) -> Result<Self, MissingWord> {
        KEYS.iter().map(|key| words.remove(*key).ok_or(MissingWord(key))).collect::<Result<_, _>>().map(Self)
    }
}

/// A language lacks a word of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the word `{0}` is missing")]
pub struct MissingWord(&'static str);

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
    fn every_language_has_every_word_of_the_app() {
        for file in std::fs::read_dir("locales").unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            toml::from_str::<UiWords>(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }

    #[test]
    fn a_gap_in_a_text_is_filled_by_its_name() {
        assert_eq!(fill("{a} of {b}", &[("b", "6"), ("a", "3")]), "3 of 6");
    }
}
