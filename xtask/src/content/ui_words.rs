//! The app's own words, `locales/<code>.toml`.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The words of the app by language, then by key.
pub struct UiWords(BTreeMap<String, BTreeMap<String, String>>);

impl UiWords {
    /// Reads `locales/<code>.toml` of every language.
    ///
    /// # Errors
    /// A language without UI words.
    pub fn read(root: &Path, codes: &[String]) -> Result<Self> {
        let mut all = BTreeMap::new();
        for code in codes {
            let path = root.join(format!("locales/{code}.toml"));
            let text =
                fs::read_to_string(&path).with_context(|| format!("{}: cannot be read. Write it", path.display()))?;
            let table: toml::Table = toml::from_str(&text).with_context(|| format!("{}", path.display()))?;
            let words = table.into_iter().filter_map(|(key, value)| Some((key, value.as_str()?.to_owned()))).collect();
            all.insert(code.clone(), words);
        }
        Ok(Self(all))
    }

    /// The words of one language.
    ///
    /// # Errors
    /// A language that was not read.
    pub fn of(&self, code: &str) -> Result<&BTreeMap<String, String>> {
        self.0.get(code).with_context(|| format!("locales/{code}.toml is missing"))
    }
}
