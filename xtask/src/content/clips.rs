//! Recorded voices: `audio/<language>/<key>.mp3`, one clip for each sentence, by whoever reads well. The key is made from the sentence,
//! so a clip can never say another text than the one on the screen: when a text changes, its old clip fits nothing.
//!
//! The app makes no keys. The bundle hands it the sentences themselves with their files: [`listen`].

use super::bundle::Pieces;
use super::check::Findings;
use super::heard::{Heard, heard};
use super::mp3;
use super::read::Content;
use anyhow::{Context, Result, anyhow, bail};
use engine::ids::LessonId;
use engine::spoken::{Clips, Listen, clean};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// How long a word takes, in seconds (L22 of the rules of easy language).
const PER_WORD: RangeInclusive<f64> = 0.25..=1.0;
/// In bytes; twice as many letters in a file name.
const KEY: usize = 8;
/// In bytes, of the sum in a published name.
const SUM: usize = 4;

/// The name of the clip of a sentence: the first 16 hex digits of the SHA-256 of its normal form, and `.mp3`. The normal form is
/// what is said ([`clean`]: no soft hyphens, no marks of direction, single spaces, none at the ends) in Unicode NFC; upper and lower
/// case stay.
pub fn file_name(sentence: &str) -> String {
    let normal: String = clean(sentence).nfc().collect();
    let key: String = Sha256::digest(normal).iter().take(KEY).map(|byte| format!("{byte:02x}")).collect();
    format!("{key}.mp3")
}

/// The name of a clip in `dist/`: with the first 8 hex digits of the SHA-256 of its bytes before `.mp3`, so that a device that keeps it for later knows a
/// whole one from one that was cut, and a new recording has a new name.
pub fn published_name(file: &str, bytes: &[u8]) -> String {
    let sum: String = Sha256::digest(bytes).iter().take(SUM).map(|byte| format!("{byte:02x}")).collect();
    file.strip_suffix(".mp3").map_or_else(|| file.to_owned(), |key| format!("{key}-{sum}.mp3"))
}

/// What lies in the folder of a language, by the names of the files.
pub struct Recorded {
    folder: PathBuf,
    files: BTreeSet<String>,
}

impl Recorded {
    /// Looks into the folder of a language; there may be none.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn read(content: &Content, code: &str) -> Result<Self> {
        let folder = content.root.join("../audio").join(code);
        let mut files = BTreeSet::new();
        if folder.is_dir() {
            for entry in fs::read_dir(&folder).with_context(|| format!("audio/{code} cannot be listed"))? {
                files.insert(entry?.file_name().to_string_lossy().into_owned());
            }
        }
        Ok(Self { folder, files })
    }

    /// The file of a sentence, if it is recorded.
    pub fn of(&self, heard: &Heard) -> Option<String> {
        Some(file_name(&heard.sentence)).filter(|file| self.files.contains(file))
    }
}

/// Adds what *Listen* needs of a language to a bundle: `listen.<code>.json`, for each lesson with clips `clips/<lesson>.<code>.json`,
/// and the clips themselves.
///
/// # Errors
/// When the lessons or the folder of the clips cannot be read.
pub fn listen(content: &Content, code: &str, pieces: &mut Pieces) -> Result<()> {
    let recorded = Recorded::read(content, code)?;
    let ranking = content.ranking(code);
    let mut listen = Listen { ranking, ..Listen::default() };
    let mut lessons: BTreeMap<String, Clips> = BTreeMap::new();
    for heard in heard(content, code)? {
        let Some(file) = recorded.of(&heard) else { continue };
        let path = recorded.folder.join(&file);
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let file = published_name(&file, &bytes);
        pieces.clips.insert(format!("audio/{code}/{file}"), path);
        let clips = if heard.everywhere { &mut listen.clips } else { lessons.entry(heard.lesson).or_default() };
        clips.insert(heard.sentence, file);
    }
    for (lesson, clips) in lessons {
        pieces.files.insert(format!("clips/{lesson}.{code}.json"), serde_json::to_vec(&clips)?);
        listen.lessons.push(LessonId::new(&lesson)?);
    }
    pieces.files.insert(format!("listen.{code}.json"), serde_json::to_vec(&listen)?);
    Ok(())
}

/// Checks every clip: whole, of a likely length, under a name that fits a sentence.
pub fn check(content: &Content, found: &mut Findings) {
    for name in folders(&content.root.join("../audio")).filter(|name| !content.codes().contains(name)) {
        found.error(format!(
            "audio/{name}: is no language of the app. Remove the folder, or add `{name}` to content/languages.toml"
        ));
    }
    for code in content.codes() {
        if let Err(error) = check_language(content, &code, found) {
            found.error(format!("{error:#}"));
        }
    }
}

fn check_language(content: &Content, code: &str, found: &mut Findings) -> Result<()> {
    let recorded = Recorded::read(content, code)?;
    if recorded.files.is_empty() {
        return Ok(());
    }
    let sentences: BTreeMap<String, String> =
        heard(content, code)?.into_iter().map(|heard| (file_name(&heard.sentence), heard.sentence)).collect();
    for file in &recorded.files {
        let place = format!("audio/{code}/{file}");
        match sentences.get(file) {
            _ if !is_key(file) => found.error(format!(
                "{place}: is not the name of a clip. Name it as `cargo xtask clips {code}` says, or remove it"
            )),
            None => found.warning(format!(
                "{place}: is stale, no sentence has this key. The text was changed: record it anew, and remove this file"
            )),
            Some(sentence) => {
                if let Err(error) = check_clip(&recorded.folder.join(file), sentence) {
                    found.error(format!("{place}: {error:#} «{sentence}»"));
                }
            }
        }
    }
    Ok(())
}

fn check_clip(path: &Path, sentence: &str) -> Result<()> {
    let bytes = fs::read(path).context("cannot be read. Put the file there again")?;
    let seconds = mp3::seconds(&bytes).map_err(|fault| anyhow!("{fault}. Export it again as MP3"))?;
    let (shortest, longest) = (*PER_WORD.start() * words(sentence) as f64, *PER_WORD.end() * parts(sentence) as f64);
    if !(shortest..=longest).contains(&seconds) {
        bail!(
            "lasts {seconds:.2} s, but its words take {shortest:.2} to {longest:.2} s. Cut the silence around it, or record it again (L22)"
        );
    }
    Ok(())
}

fn is_key(file: &str) -> bool {
    let key = file.strip_suffix(".mp3").unwrap_or_default();
    key.len() == 2 * KEY && key.bytes().all(|letter| matches!(letter, b'0'..=b'9' | b'a'..=b'f'))
}

/// Words between spaces.
pub fn words(sentence: &str) -> usize {
    sentence.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// As many words as somebody may hear: the parts of a word with a hyphen, and each digit of a number.
fn parts(sentence: &str) -> usize {
    let words = sentence.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    words.count() + sentence.chars().filter(|letter| letter.is_numeric()).count()
}

fn folders(path: &Path) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned())
}
