//! The words and pictures: read, checked, bundled. `content/FORMAT.md` describes the files.

mod bundle;
mod check;
mod clip_list;
mod clips;
#[cfg(test)]
mod clips_tests;
mod credits;
mod first_paint;
mod glossary;
mod heard;
mod lint;
mod marks;
mod mp3;
mod new;
mod pictures;
mod read;
mod status;
mod ui_words;
mod walkthrough;

pub use bundle::bundle;
pub use check::check;
pub use clip_list::clips;
pub use first_paint::first_paint;
pub use new::new;
pub use status::status;
