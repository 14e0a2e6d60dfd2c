//! Reads and writes JSON with the browser's own parser and writer.
//!
//! Between them and Rust stand a few lines of ours: a ready-made reader and writer also take dates, big numbers and bytes, and word
//! every error, which nobody would see here. That is 30 kB (brotli) of the app.

mod read;
mod write;

pub use read::read;
pub use write::write;

/// A text that is not the JSON that was expected, or a value that JSON has no form for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the JSON that was expected")]
pub struct NotJson;
