//! `cargo xtask clips <language>`: the sentences that nobody has recorded yet.

use super::clips::{Recorded, file_name, words};
use super::heard::{Heard, heard};
use super::read::read;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// Writes what is still to be recorded as a table for whoever reads it: to a file, or to standard output.
///
/// # Errors
/// When the language is unknown, the content has mistakes, or the file cannot be written.
pub fn clips(root: &Path, code: &str, file: Option<&Path>) -> Result<()> {
    let content = read(root)?;
    if !content.codes().iter().any(|known| known == code) {
        bail!("`{code}` is no language of the app. Choose one of {}", content.codes().join(", "));
    }
    let recorded = Recorded::read(&content, code)?;
    let mut seen = BTreeSet::new();
    let mut all = heard(&content, code)?;
    all.retain(|heard| seen.insert(file_name(&heard.sentence)));
    let sentences = all.len();
    all.retain(|heard| recorded.of(heard).is_none());
    let table = table(&all);
    match file {
        Some(file) => fs::write(file, table).with_context(|| format!("{} cannot be written", file.display()))?,
        None => std::io::stdout().write_all(table.as_bytes())?,
    }
    eprintln!("{code}: {} of {sentences} sentences are recorded, {} are missing", sentences - all.len(), all.len());
    Ok(())
}

/// Semicolons, a mark of UTF-8 in front and Windows' ends of lines: what a spreadsheet opens without questions.
fn table(missing: &[Heard]) -> String {
    let mut table = String::from("\u{feff}file name;text;lesson;step;number of words\r\n");
    for heard in missing {
        let Heard { sentence, lesson, step, .. } = heard;
        let cells =
            [&file_name(sentence), sentence, lesson, step, &words(sentence).to_string()].map(|cell| quoted(cell));
        table.push_str(&cells.join(";"));
        table.push_str("\r\n");
    }
    table
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_opens_the_table_without_questions() {
        let heard = |sentence: &str| Heard {
            sentence: sentence.to_owned(),
            lesson: "fire-alarm".to_owned(),
            step: "situation".to_owned(),
            everywhere: false,
        };
        let table = table(&[heard("Où est l’été ?"), heard("Zeg: \"Stop; ga weg.\"")]);
        let lines: Vec<&str> = table.split("\r\n").collect();
        assert_eq!(lines[0], "\u{feff}file name;text;lesson;step;number of words");
        assert_eq!(lines[1], format!("{};Où est l’été ?;fire-alarm;situation;3", file_name("Où est l’été ?")));
        assert!(lines[2].ends_with(".mp3;\"Zeg: \"\"Stop; ga weg.\"\"\";fire-alarm;situation;4"), "{}", lines[2]);
        assert_eq!(lines[3..], [""]);
    }
}
