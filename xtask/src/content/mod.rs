//! The words and pictures: read, checked, bundled. `content/FORMAT.md` describes the files.

mod bundle;
mod check;
mod clip_list;
mod clips;
#[cfg(test)]
mod clips_tests;
mod credits;
mod heard;
mod lint;
mod mp3;
mod new;
mod pictures;
mod read;
mod status;
mod walkthrough;

pub use bundle::bundle;
pub use check::check;
pub use clip_list::clips;
pub use new::new;
pub use status::status;
