//! `content/confirmed.toml`: translations that stayed right although their source changed.

use super::rows::Pair;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

const FILE: &str = "content/confirmed.toml";
const HEAD: &str = "# Translations that somebody looked at again after their source had changed, and found still right: what the source said then. By language, then by\n# its source. `cargo xtask language <code> --import` writes this file.\n";

/// What the source said when somebody looked, by language, then by source, then by file and key.
#[derive(Default)]
pub struct Confirmed(BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>);

impl Confirmed {
    /// Reads the file; nothing is confirmed while it is not there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(root: &Path) -> Result<Self> {
        let path = root.join(FILE);
        if !path.exists() {
            return Ok(Self::default());
        }
        crate::content::read::toml_file(&path).map(Self)
    }

    /// What the source of a sentence said when it was confirmed.
    pub fn of(&self, pair: &Pair<'_>, file: &str, key: &str) -> Option<&str> {
        self.0.get(pair.code)?.get(pair.from)?.get(&place(file, key)).map(String::as_str)
    }

    /// Keeps that a translation is still right for what the source says now.
    pub fn add(&mut self, pair: &Pair<'_>, file: &str, key: &str, source: &str) {
        let all = self.0.entry(pair.code.to_owned()).or_default().entry(pair.from.to_owned()).or_default();
        all.insert(place(file, key), source.to_owned());
    }

    /// The file, for [`Confirmed::path`].
    ///
    /// # Errors
    /// Never for what was read or added.
    pub fn text(&self) -> Result<String> {
        Ok(format!("{HEAD}\n{}", toml::to_string(&self.0).context(FILE)?))
    }

    /// Where it stands below the root.
    pub fn path() -> &'static str {
        FILE
    }
}

fn place(file: &str, key: &str) -> String {
    format!("{file} {key}")
}
