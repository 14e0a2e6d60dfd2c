//! The app's own words, `locales/<code>.toml`.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The words of the app by language, then by key.
pub struct UiWords(BTreeMap<String, BTreeMap<String, String>>);

/// The app knows its words by their place among all, so each language must have the same.
fn same_names(all: &BTreeMap<String, BTreeMap<String, String>>) -> Result<()> {
    let names: BTreeSet<&String> = all.values().flat_map(BTreeMap::keys).collect();
    for (code, words) in all {
        let missing: Vec<_> = names.iter().filter(|name| !words.contains_key(**name)).collect();
        if !missing.is_empty() {
            bail!("locales/{code}.toml: {missing:?} are missing. Write them, or remove them from the other languages");
        }
    }
    Ok(())
}

impl UiWords {
    /// Reads `locales/<code>.toml` of every language.
    ///
    /// # Errors
    /// A language without UI words.
    pub fn read(root: &Path, codes: &[String]) -> Result<Self> {
        Self::read_folder(&root.join("locales"), codes)
    }

    fn read_folder(folder: &Path, codes: &[String]) -> Result<Self> {
        let mut all = BTreeMap::new();
        for code in codes {
            let path = folder.join(format!("{code}.toml"));
            let text =
                fs::read_to_string(&path).with_context(|| format!("{}: cannot be read. Write it", path.display()))?;
            let table: toml::Table = toml::from_str(&text).with_context(|| format!("{}", path.display()))?;
            let words = table.into_iter().filter_map(|(key, value)| Some((key, value.as_str()?.to_owned()))).collect();
            all.insert(code.clone(), words);
        }
        same_names(&all)?;
        Ok(Self(all))
    }

    /// Reads `locales/coach/<code>.toml` of the languages that have one.
    ///
    /// # Errors
    /// When none has, or a word is missing in one.
    pub fn of_coaches(root: &Path, codes: &[String]) -> Result<Self> {
        let codes = codes_of_coaches(root, codes);
        if !codes.iter().any(|code| code == "en") {
            bail!("locales/coach/en.toml is missing. Coaches without words in their own language read it");
        }
        Self::read_folder(&root.join("locales/coach"), &codes)
    }

    /// The codes of the languages.
    pub fn codes(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    /// The words of one language.
    ///
    /// # Errors
    /// A language that was not read.
    pub fn of(&self, code: &str) -> Result<&BTreeMap<String, String>> {
        self.0.get(code).with_context(|| format!("locales/{code}.toml is missing"))
    }
}

/// Those of the languages that the coach's pages speak: they have `locales/coach/<code>.toml`.
pub fn codes_of_coaches(root: &Path, codes: &[String]) -> Vec<String> {
    let has = |code: &&String| root.join(format!("locales/coach/{code}.toml")).is_file();
    codes.iter().filter(has).cloned().collect()
}
