//! How a person likes the app. Every setting remembers how often settings had been chosen when it was, so that of two copies
//! the later choice wins without a clock.
//!
//! Saved as a table of `name: [choice number, value]`. That is the shape of every setting, also of those that a later version
//! adds, and so one rule joins them all: the larger pair wins. A value that is not known here counts as not chosen and is kept.

use crate::ids::LessonId;
use crate::map::Map;
use crate::unknown::{Unknown, join_maps};
use serde::{Deserialize, Serialize};

/// The code of a language: two or three lower-case letters, as in ISO 639.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

impl Language {
    /// Takes a text as the code of a language. Nothing for any other text, nor for `fr-BE`: the caller cuts the region off.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let is_code = matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase());
        is_code.then(|| Self(code.to_owned()))
    }

    /// The code, for `lang` attributes and addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A choice among a few. Each has one written form for saved settings, addresses and attributes on `<html>`.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $written:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$about])* $variant,)+ }

        impl $name {
            /// Every choice, in the order to offer them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// How the choice is written, for ever.
            #[must_use]
            pub fn written(self) -> &'static str {
                match self { $(Self::$variant => $written,)+ }
            }

            /// The choice that is written so.
            #[must_use]
            pub fn read(written: &str) -> Option<Self> {
                match written { $($written => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

choice!(
    /// The size of letters, in per cent.
    TextSize {
        /// As designed.
        #[default]
        Percent100 = "100",
        /// A quarter larger.
        Percent125 = "125",
        /// Half as large again.
        Percent150 = "150",
        /// Twice as large.
        Percent200 = "200",
    }
);
choice!(
    /// The colours of the screen.
    Colours {
        /// Light or dark, as the device is set.
        #[default]
        Auto = "auto",
        /// Dark on white.
        Light = "light",
        /// Dark on cream, softer for the eyes.
        Cream = "cream",
        /// Light on dark.
        Dark = "dark",
    }
);
choice!(
    /// Whether things move.
    Calm {
        /// As the device is set.
        #[default]
        Auto = "auto",
        /// Nothing moves.
        Still = "still",
    }
);
choice!(
    /// The shape of letters.
    Letters {
        /// The letters that come with the app.
        #[default]
        Ours = "ours",
        /// The letters that the reader set on the device.
        Device = "device",
    }
);
choice!(
    /// How much room letters, words and lines have. Wider letters speed up many readers, with and without dyslexia (ACCESSIBILITY.md,
    /// "Text").
    Spacing {
        /// As the letters were drawn.
        #[default]
        Usual = "usual",
        /// More room; letters that must join stay joined.
        Wide = "wide",
    }
);
choice!(
    /// How many sentences a card has.
    Words {
        /// The short line that is enough.
        #[default]
        Fewer = "fewer",
        /// The extra sentences as well.
        More = "more",
    }
);

choice!(
    /// How fast *Listen* reads.
    Pace {
        /// Calm.
        #[default]
        Usual = "usual",
        /// Three quarters of it.
        Slow = "slow",
    }
);
choice!(
    /// Whether help in the reader's own language is on the screen.
    HelpShown {
        /// One tap away.
        #[default]
        No = "no",
        /// Below each text.
        Yes = "yes",
    }
);

/// All settings of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Settings(Map<String, Choice>);

/// One setting: the number of the choice, counted over all settings from 1, and what was chosen. The order decides who wins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Choice(u32, Unknown);

/// Writes the two methods of a setting: what it is now, and to choose it.
macro_rules! setting {
    ($($(#[$doc:meta])* $name:ident, $choose:ident, $saved:literal: $kind:ident;)+) => {
        impl Settings {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self) -> $kind {
                    self.text($saved).and_then($kind::read).unwrap_or_default()
                }

                /// Chooses it.
                pub fn $choose(&mut self, choice: $kind) {
                    self.choose($saved, Unknown::Text(choice.written().to_owned()));
                }
            )+
        }
    };
}

setting!(
    /// The size of letters.
    text_size, choose_text_size, "text-size": TextSize;
    /// The colours of the screen.
    colours, choose_colours, "colours": Colours;
    /// Whether things move.
    calm, choose_calm, "calm": Calm;
    /// The shape of letters.
    letters, choose_letters, "letters": Letters;
    /// How much room letters, words and lines have.
    spacing, choose_spacing, "spacing": Spacing;
    /// How many sentences a card has.
    words, choose_words, "words": Words;
    /// How fast *Listen* reads.
    pace, choose_pace, "pace": Pace;
    /// Whether help in the reader's own language is on the screen.
    help_shown, choose_help_shown, "help-shown": HelpShown;
);

impl Settings {
    /// The language of app and lessons. Nothing until it is chosen: then the browser's language applies.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.text("language").and_then(Language::new)
    }

    /// Chooses the language of app and lessons.
    pub fn choose_language(&mut self, language: &Language) {
        self.choose("language", Unknown::Text(language.0.clone()));
    }

    /// The reader's own language, for *Help in my language*. Nothing if the reader wants none or never chose.
    #[must_use]
    pub fn help_language(&self) -> Option<Language> {
        self.text("help-language").and_then(Language::new)
    }

    /// Whether the reader chose to have no language of help.
    #[must_use]
    pub fn wants_no_help_language(&self) -> bool {
        matches!(self.value("help-language"), Some(Unknown::Null))
    }

    /// Chooses the language of help, or none.
    pub fn choose_help_language(&mut self, language: Option<&Language>) {
        self.choose("help-language", language.map_or(Unknown::Null, |language| Unknown::Text(language.0.clone())));
    }

    /// The lessons that a coach's link chose, in their order. Empty if there was none.
    #[must_use]
    pub fn route(&self) -> Vec<LessonId> {
        self.text("route").into_iter().flat_map(|ids| ids.split('/')).filter_map(|id| LessonId::new(id).ok()).collect()
    }

    /// Chooses lessons and their order.
    pub fn choose_route(&mut self, lessons: &[LessonId]) {
        let ids: Vec<&str> = lessons.iter().map(LessonId::as_str).collect();
        self.choose("route", Unknown::Text(ids.join("/")));
    }

    /// Of each setting the later choice; of two choices of the same number the larger value, so that both sides agree.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self(join_maps(self.0, other.0, Ord::max))
    }

    /// Takes over what a link asks for, in a setting beside the person's own: of two links the later one wins, of link and person the
    /// person, before or after.
    pub fn suggest(&mut self, asked: Self) {
        for (name, Choice(_, value)) in asked.0 {
            let name = suggested(&name);
            if self.0.get(&name).is_none_or(|Choice(_, before)| *before != value) {
                self.choose(&name, value);
            }
        }
    }

    /// What applies: the person's own choice, else what a link asked for, else what an earlier app kept of a link, as choice number 0.
    fn value(&self, name: &str) -> Option<&Unknown> {
        let own = self.0.get(name);
        let chosen = own.filter(|Choice(number, _)| *number > 0);
        chosen.or_else(|| self.0.get(&suggested(name))).or(own).map(|Choice(_, value)| value)
    }

    fn text(&self, name: &str) -> Option<&str> {
        match self.value(name) {
            Some(Unknown::Text(value)) => Some(value),
            _ => None,
        }
    }

    /// Chooses by the names that a setting and its choice are kept under.
    pub(crate) fn choose_written(&mut self, name: &str, value: &str) {
        self.choose(name, Unknown::Text(value.to_owned()));
    }

    fn choose(&mut self, name: &str, value: Unknown) {
        let last = self.0.values().map(|Choice(number, _)| *number).max().unwrap_or(0);
        self.0.insert(name.to_owned(), Choice(last.saturating_add(1), value));
    }
}

/// The name under which a link's wish for a setting is kept.
fn suggested(name: &str) -> String {
    format!("suggested-{name}")
}

#[cfg(test)]
#[path = "settings_tests.rs"]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests;
