//! The lint of lesson texts: is this text short, plain and spoken to the reader?
//!
//! It checks those rules of the easy-language standard that need no dictionary, no sound and no reader. Passing them makes
//! a text *easy text*; only readers can say that it is *easy to read*. Pure: texts in, findings out.
//!
//! Reading order: [`Lesson`] (what is checked), [`Finding`] (what comes out), `table` and `tables/` (what differs between
//! languages), `words`, `sentences`, `syllables` (how text is counted), `rules/` (one file for each family of rules).

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
pub use lesson::{Kind, Lesson, Screen, Synonym, Terms, Text};
pub use lines::lines;
pub use readability::{Level, Readability, readability};
pub use rules::check;
pub use soften::soften;
pub use term_places::{TermPlace, terms_in};
