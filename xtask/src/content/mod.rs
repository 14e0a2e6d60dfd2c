//! The words and pictures: read, checked, bundled. `content/FORMAT.md` describes the files.

mod bundle;
mod check;
mod credits;
mod first_paint;
mod glossary;
mod lint;
mod new;
mod pictures;
mod read;
mod status;
mod ui_words;
mod walkthrough;

pub use bundle::bundle;
pub use check::check;
pub use first_paint::first_paint;
pub use new::new;
pub use status::status;
