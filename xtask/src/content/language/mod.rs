//! `cargo xtask language <code>`: what a translator needs, and what a translator gives back.

mod confirmed;
mod document;
mod history;
mod import;
mod page;
mod problem;
mod rows;
mod table;
#[cfg(test)]
mod tests;

use super::check::Findings;
use super::read::{Content, read};
use anyhow::{Context, Result, bail};
use confirmed::Confirmed;
use engine::ids::LessonId;
use rows::{Pair, State, WordsFile};
use std::fs;
use std::path::{Path, PathBuf};

/// What to do with a language.
#[derive(Debug, PartialEq, Eq)]
struct Wanted<'a> {
    /// The source; the first language of the list if none is named.
    from: Option<&'a str>,
    import: Option<PathBuf>,
    /// Lessons to be translated, besides those that are.
    lessons: Vec<LessonId>,
}

/// Creates what a language lacks and writes the work files to `target/language/<code>/`; or takes a table back into the files of words.
///
/// # Errors
/// A language that is not on the list, words that are no option and no lesson, files that cannot be read or written; of a table every row that
/// cannot be taken, and then nothing is written.
pub fn language(root: &Path, code: &str, words: &[&str]) -> Result<()> {
    let wanted = wanted(words)?;
    let content = read(root)?;
    let pair = Pair { code, from: wanted.from.unwrap_or_else(|| first(&content)) };
    let mut files = rows::files(&content, root, &pair, &wanted.lessons)?;
    match &wanted.import {
        Some(path) => take(root, &pair, &mut files, path),
        None => give(root, &content, &pair, &files),
    }
}

/// The language that the others are translated from, unless another is named.
fn first(content: &Content) -> &str {
    content.languages.first().map_or("", |language| language.code.as_str())
}

/// How many sentences of a language are new and how many stale, seen from the first language of the list.
///
/// # Errors
/// When its files cannot be read.
pub fn open_sentences(content: &Content, root: &Path, code: &str) -> Result<(usize, usize)> {
    let files = rows::files(content, root, &Pair { code, from: first(content) }, &[])?;
    let rows = || files.iter().flat_map(|file| &file.rows);
    let new = rows().filter(|row| row.state == State::New).count();
    Ok((new, rows().filter(|row| matches!(row.state, State::Stale(_))).count()))
}

/// A sentence that is not written yet is a mistake; one for each file, since a new file is full of them.
pub fn check(content: &Content, found: &mut Findings) {
    let root = content.root.join("..");
    for code in content.codes() {
        for (_, folder) in rows::places(content, &root, &code, &[]) {
            let name = format!("{folder}/{code}.toml");
            // One that cannot be read is told elsewhere.
            let Ok(Some(document)) = document::read(&root.join(&name)) else { continue };
            let sentences = document::sentences(&document);
            let empty: Vec<&str> =
                sentences.iter().filter(|one| one.text.trim().is_empty()).map(|one| one.key.as_str()).collect();
            if let Some(first) = empty.first() {
                let count = empty.len();
                found.error(format!(
                    "{name}: empty sentences: {count}, the first is `{first}`. `cargo xtask language {code}` lists them"
                ));
            }
        }
    }
}

fn wanted<'a>(words: &[&'a str]) -> Result<Wanted<'a>> {
    let mut wanted = Wanted { from: None, import: None, lessons: vec![] };
    let mut rest = words;
    loop {
        rest = match rest {
            [] => return Ok(wanted),
            ["--from", from, rest @ ..] => {
                wanted.from = Some(*from);
                rest
            }
            ["--import", file, rest @ ..] => {
                wanted.import = Some(PathBuf::from(file));
                rest
            }
            [name @ ("--from" | "--import")] => bail!("`{name}` needs a value after it: --from en, --import it.csv"),
            [name, ..] if name.starts_with('-') => bail!("`{name}` is not an option of language"),
            [lesson, rest @ ..] => {
                wanted.lessons.push(LessonId::new(lesson)?);
                rest
            }
        };
    }
}

/// Writes what is missing, the table and the pages.
fn give(root: &Path, content: &Content, pair: &Pair<'_>, files: &[WordsFile]) -> Result<()> {
    for file in files.iter().filter(|file| file.is_changed) {
        write(&root.join(&file.name), file.document.to_string().as_bytes())?;
        println!("{}: has places for new sentences", file.name);
    }
    let folder = root.join("target/language").join(pair.code);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    write(&folder.join(format!("{}.csv", pair.code)), &table::write(pair, files)?)?;
    for (name, text) in page::Pages::new(content, pair).all(files) {
        write(&folder.join(name), text.as_bytes())?;
    }
    let rows = || files.iter().flat_map(|file| &file.rows);
    let count = |name: &str| rows().filter(|row| row.state.name() == name).count();
    println!(
        "{}: {} sentences, {} new, {} stale, {} done. The table and the pages are in {}",
        pair.code,
        rows().count(),
        count("new"),
        count("stale"),
        count("done"),
        folder.display()
    );
    Ok(())
}

/// Takes a table into the files.
fn take(root: &Path, pair: &Pair<'_>, files: &mut [WordsFile], path: &Path) -> Result<()> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut confirmed = Confirmed::read(root)?;
    let returned = table::read(pair, &bytes);
    let taken = returned.and_then(|rows| import::take(pair, files, &rows, &mut confirmed));
    let taken = match taken {
        Ok(taken) => taken,
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            bail!("{}\n{}: nothing was written. Mend these rows and import again", lines.join("\n"), path.display());
        }
    };
    for (name, text) in &taken.texts {
        write(&root.join(name), text.as_bytes())?;
    }
    if taken.confirmed > 0 {
        write(&root.join(Confirmed::path()), confirmed.text()?.as_bytes())?;
    }
    println!(
        "{}: {} sentences changed in {} files, {} found still right, {} lessons now of the newest revision. `cargo xtask check` reads them",
        pair.code,
        taken.changed,
        taken.texts.len(),
        taken.confirmed,
        taken.revised
    );
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(path.parent().context("a file without folder")?)?;
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}
