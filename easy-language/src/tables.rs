//! One table for each language. The marker words are seeds, to be corrected by native reviewers.

pub(crate) mod ar;
pub(crate) mod en;
pub(crate) mod fr;
pub(crate) mod nl;
#[cfg(test)]
mod samples;
pub(crate) mod uk;
