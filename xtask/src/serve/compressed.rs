//! Files as a good web host sends them: after brotli at its best quality, each made small once.

use std::collections::HashMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tiny_http::Request;

/// What is small already: brotli would only cost time.
const SMALL: [&str; 9] = ["woff2", "woff", "png", "webp", "gif", "jpg", "ico", "mp3", "h5p"];

/// The files that were asked for, made small.
#[derive(Default)]
pub struct Compressed(Mutex<HashMap<PathBuf, Vec<u8>>>);

impl Compressed {
    /// The file made small; nothing if it is small already, or the browser does not read brotli.
    ///
    /// # Errors
    /// When brotli fails.
    pub fn of(&self, request: &Request, path: &Path, body: &[u8]) -> io::Result<Option<Vec<u8>>> {
        let reads = |value: &str| value.split(',').any(|one| one.trim().split(';').next() == Some("br"));
        let headers = request.headers().iter();
        let reads_brotli =
            headers.filter(|header| header.field.equiv("Accept-Encoding")).any(|header| reads(header.value.as_str()));
        let is_small = path.extension().is_some_and(|ending| SMALL.iter().any(|small| ending == *small));
        if is_small || !reads_brotli {
            return Ok(None);
        }
        if let Some(kept) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(path) {
            return Ok(Some(kept.clone()));
        }
        let mut small = vec![];
        // As in budgets.toml: quality 11, window 22.
        let mut writer = brotli::CompressorWriter::new(&mut small, 4096, 11, 22);
        writer.write_all(body)?;
        drop(writer);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), small.clone());
        Ok(Some(small))
    }
}
