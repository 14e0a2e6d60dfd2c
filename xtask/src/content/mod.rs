//! The words and pictures: read, checked, bundled. `content/FORMAT.md` describes the files.

mod bundle;
mod check;
mod clip_list;
mod clips;
#[cfg(test)]
mod clips_tests;
mod coverage;
mod credits;
mod first_paint;
mod glossary;
mod guides;
mod heard;
mod language;
mod lesson_rules;
mod lint;
mod lite;
mod marks;
mod mp3;
mod new;
mod paths;
mod pictures;
mod read;
mod readability;
mod scripts;
mod spelling;
mod staff;
mod status;
mod texts;
mod ui_words;
mod walkthrough;

pub use bundle::bundle;
pub use check::check;
pub use clip_list::clips;
pub use first_paint::{coach_first_paint, first_paint, word_places};
pub use language::language;
pub use new::new;
pub use readability::readability_report;
pub use scripts::FOLDER as SCRIPTS;
pub use spelling::spelling;
pub use status::status;
