//! The words and pictures: read, checked, bundled. `content/FORMAT.md` describes the files.

mod bundle;
mod check;
mod credits;
mod glossary;
mod lesson_rules;
mod lint;
mod new;
mod pictures;
mod read;
mod readability;
mod spelling;
mod status;
mod texts;
mod walkthrough;

pub use bundle::bundle;
pub use check::check;
pub use new::new;
pub use readability::readability_report;
pub use spelling::spelling;
pub use status::status;
