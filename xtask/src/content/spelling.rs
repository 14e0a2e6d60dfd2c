//! `cargo xtask spelling` (L27): words that the dictionary of their language does not have. Not a part of `check`, since a dictionary
//! takes a second to read: see `xtask/npm/spelling/package.json`.

use super::lint::app_words;
use super::read::{Content, Dictionary as Source, LanguageLine, read, toml_file};
use super::scripts;
use super::texts::Texts;
use crate::{report, tools};
use anyhow::{Context, Result, bail};
use spellbook::Dictionary;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names and words that no dictionary has: those of `all` languages, and those of one.
const OWN_WORDS: &str = "spelling.toml";
/// What an elision leaves of a word (`l'`, `qu'`) is no word to be looked up.
const ELIDED: usize = 2;

/// Looks up every word that readers see.
///
/// # Errors
/// With the number of words that are not known, after all were printed; when the dictionaries cannot be fetched or read.
pub fn spelling(root: &Path, tools: &Path) -> Result<()> {
    let content = read(root)?;
    let own: BTreeMap<String, Vec<String>> = toml_file(&content.root.join(OWN_WORDS))?;
    let folder = dictionaries(root, tools)?;
    let mut unknown = 0;
    for LanguageLine { code, dictionary: source, .. } in &content.languages {
        let Some(source) = source else {
            println!("spelling: {code} NOT RUN, content/languages.toml names no dictionary for it");
            continue;
        };
        let Some(files) = files(&folder, source)? else {
            println!("spelling: {code} NOT RUN, its dictionary is a package of Debian and Ubuntu");
            continue;
        };
        let dictionary = dictionary(&files)?;
        let own = ["all", code].into_iter().filter_map(|list| own.get(list)).flatten();
        let own: BTreeSet<String> = own.map(|word| word.to_lowercase()).collect();
        let is_known = |word: &str| own.contains(&word.to_lowercase()) || dictionary.check(word);
        let mut told = BTreeSet::new();
        for (place, text) in texts(&content, code) {
            for word in unknown_words(&text, is_known).into_iter().filter(|word| told.insert(word.clone())) {
                println!("MISTAKE  {place}: the dictionary does not have \"{word}\" «{text}»");
                unknown += 1;
            }
        }
        println!("spelling: {code} read");
    }
    if unknown > 0 {
        bail!("spelling: {unknown} words are not known. Mend them, or add them to content/{OWN_WORDS}");
    }
    Ok(())
}

/// The words of a text that are not known, neither whole nor in their parts between hyphens and apostrophes.
fn unknown_words(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let is_apostrophe = |c: char| matches!(c, '\'' | '’');
    let is_inside = |c: char| c.is_alphanumeric() || is_apostrophe(c) || matches!(c, '-' | '.' | '@');
    let is_part_known = |part: &str| part.chars().count() <= ELIDED || is_known(part);
    text.split(|c: char| !is_inside(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        // Addresses are names, and numbers are no words.
        .filter(|word| word.contains(char::is_alphabetic) && !word.contains(['.', '@']))
        .filter(|word| !is_known(word) && !word.split(|c| is_apostrophe(c) || c == '-').all(is_part_known))
        .map(str::to_owned)
        .collect()
}

/// Every text that a reader sees, with its place.
fn texts(content: &Content, code: &str) -> Vec<(String, String)> {
    let mut texts = vec![];
    for (id, files) in &content.lessons {
        let Some(words) = files.words.get(code) else { continue };
        let all = Texts::of(files, words);
        let place = |one: &super::texts::OneText| format!("content/lessons/{id}/{code}.toml, {}", one.place());
        texts.extend(all.all().iter().map(|one| (place(one), one.text.clone())));
        let script = scripts::lines(files, code).into_iter();
        texts.extend(script.map(|(key, text)| (format!("content/lessons/{id}/{code}.toml, coach.{key}"), text)));
    }
    for course in &content.courses {
        let title = course.titles.get(code).cloned();
        texts.extend(title.map(|title| (format!("content/courses/{}/{code}.toml", course.id), title)));
    }
    for (id, alt) in content.alts.get(code).into_iter().flatten() {
        texts.push((format!("content/pictures/{code}.toml, {id}"), alt.clone()));
    }
    for (id, term) in content.glossaries.get(code).into_iter().flat_map(|glossary| &glossary.terms) {
        let lines = term.words.iter().chain(&term.says);
        texts.extend(lines.map(|line| (format!("content/glossary/{code}.toml, {id}"), line.clone())));
    }
    let app = app_words(content, code).into_iter();
    texts.extend(app.map(|(key, text)| (format!("locales/{code}.toml, {key}"), text)));
    texts
}

/// The path of the two files of a dictionary without their ending; nothing where it is not to be had.
fn files(npm: &Path, source: &Source) -> Result<Option<PathBuf>> {
    match source {
        Source::Npm(package) => Ok(Some(npm.join(package).join("index"))),
        Source::Debian { package, files } => {
            if !files.with_extension("dic").is_file() && tools::apt::system().is_some() {
                tools::apt::install(&[package.as_str()])?;
            }
            Ok(files.with_extension("dic").is_file().then(|| files.clone()))
        }
    }
}

fn dictionary(files: &Path) -> Result<Dictionary> {
    let read = |ending: &str| {
        let path = files.with_extension(ending);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    Dictionary::new(&read("aff")?, &read("dic")?)
        .map_err(|error| anyhow::anyhow!("{} is no dictionary: {error}", files.display()))
}

/// Fetches the dictionaries into the folder of tools, unless they are there.
fn dictionaries(root: &Path, tools: &Path) -> Result<PathBuf> {
    let wanted = root.join("xtask/npm/spelling");
    let folder = tools.join("spelling");
    let lock = "package-lock.json";
    let wanted_lock = fs::read(wanted.join(lock)).with_context(|| format!("{} cannot be read", wanted.display()))?;
    // Written last, so a fetch that was cut off is done again.
    let done = folder.join("fetched-lock.json");
    if !fs::read(&done).is_ok_and(|fetched| fetched == wanted_lock) {
        report::loud_step("fetch the dictionaries from npm", || {
            fs::create_dir_all(&folder)?;
            for name in ["package.json", lock] {
                fs::copy(wanted.join(name), folder.join(name))?;
            }
            let mut npm = Command::new("npm");
            npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
            report::run(&mut npm, "Are Node and npm installed, and is there a network? Then run this again.")?;
            fs::write(&done, &wanted_lock).with_context(|| format!("{} cannot be written", done.display()))
        })?;
    }
    Ok(folder.join("node_modules"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_whole_or_in_its_parts() {
        let known = |word: &str| ["ga", "naar", "de", "verzamel", "plaats", "alarme", "o'clock"].contains(&word);
        let unknown = |text: &str| unknown_words(text, known).join(" ");
        assert_eq!(unknown("ga naar de verzamel-plaats, 112!"), "");
        assert_eq!(unknown("l'alarme o'clock mijn-pakje.example"), "");
        assert_eq!(unknown("ga naar de verzamel-plats"), "verzamel-plats");
        assert_eq!(unknown("l'alarne (plats)"), "l'alarne plats");
    }

    #[test]
    fn a_dictionary_knows_its_words_and_their_forms() {
        let dictionary = Dictionary::new("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", "1\nbadge/S\n").unwrap();
        assert!(dictionary.check("badge") && dictionary.check("Badges"));
        assert!(!dictionary.check("bagde"));
    }
}
