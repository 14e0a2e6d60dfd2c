//! The lint of lesson texts: is this text short, plain and spoken to the reader?
//!
//! It checks those rules of the easy-language standard that need no dictionary, no sound and no reader. Passing them makes
//! a text *easy text*; only readers can say that it is *easy to read*. Pure: texts in, findings out.
//!
//! Reading order: [`Lesson`] (what is checked), [`Finding`] (what comes out), `table` and `tables/` (what differs between
//! languages), `words`, `sentences`, `syllables` (how text is counted), `rules/` (one file for each family of rules).
//!
//! | rule | where it is checked |
//! |---|---|
//! | L1, L2, L3, L6 | `rules/length.rs`. The words file does not say which words of the app are buttons (L1, 3 words), so they count as titles |
//! | L4, L5 | `rules/word_length.rs`; soft hyphens are placed by [`soften()`] |
//! | L7, L8, L9 | `rules/clauses.rs`, by patterns: warnings |
//! | L10 | `rules/negation.rs` |
//! | L11 | `rules/numbers.rs` |
//! | L12 | `rules/short_forms.rs` |
//! | L13, L14 | `rules/characters.rs`, in documents too |
//! | L15 | `rules/terms.rs`: the forbidden words. That each hard word is explained, in every language and with a picture, is read in `xtask/src/content/glossary.rs`; which words are hard beyond their length (L4), people decide |
//! | L16, L17 | `rules/wording.rs`, by lists: warnings. A list finds what is on it; whether a phrase is a figure of speech, or a word is foreign to a reader, people judge |
//! | L18 | `rules/abstract_nouns.rs` |
//! | L19 | `rules/address.rs`: wrong and mixed ways to say "you". Whether a sentence speaks to the reader at all is not seen by a machine |
//! | L20 | `rules/calendar.rs`: how dates and times are written. Whether the picture of a clock stands beside them is not seen |
//! | L21 | `rules/choices.rs` |
//! | L22 | not here: each sentence has a clip or is spoken by the device; the command that makes the clips compares both |
//! | L23 | `rules/alternative.rs`. That an alternative text says what matters, people judge |
//! | L24 | `xtask/src/content/check.rs` (every key, the same gaps) and `xtask/src/content/lesson_rules.rs` (as many sentences, not much longer) |
//! | L25 | `rules/direction.rs` |
//! | L26 | `rules/level.rs`: a warning; [`readability()`] reports |
//! | L27 | `xtask/src/content/spelling.rs`, a command of its own, for each language whose dictionary `content/languages.toml` names |
//! | L28 | `rules/appearance.rs` |
//! | L29 | `xtask/src/content/lesson_rules.rs`: no state is claimed that nobody vouches for. The readers themselves no machine replaces |
//! | L30 | the engine's `assemble` (cards) and `xtask/src/content/lesson_rules.rs` (minutes) |
//!
//! What coaches and managers read ([`Reader::Staff`]) is of level B1: L1, L2 and L3 allow twice as much, L7, L8, L18 and L26 do not hold.
//!
//! Of the rules of `W`, an `allow` with a reason is not kept anywhere: each warning is printed at each check.

mod finding;
mod language;
mod lesson;
mod lines;
mod matching;
mod readability;
mod rules;
mod sentences;
mod soften;
mod syllables;
mod table;
mod tables;
mod term_places;
#[cfg(test)]
mod testing;
mod words;

pub use finding::{Finding, Rule, Severity};
pub use language::Language;
pub use lesson::{Kind, Lesson, Reader, Screen, Synonym, Terms, Text};
pub use lines::lines;
pub use readability::{Level, Readability, readability};
pub use rules::check;
pub use soften::soften;
pub use term_places::{TermPlace, terms_in};
