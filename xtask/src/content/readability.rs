//! `cargo xtask readability`: how easy each lesson is to read in each language, as a table and as `docs/readability.md`.

use super::read::{Content, LanguageLine, LessonFiles, read};
use super::texts::Texts;
use anyhow::{Context, Result};
use easy_language::{Language, Lesson, Readability, Reader, Screen, Terms, readability};
use engine::words::Words;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const FILE: &str = "docs/readability.md";
const HEAD: &str = "# How easy the lessons are to read

Written by `cargo xtask readability`. These numbers tell and refuse nothing; the rules of the lint are stricter, and only readers can say that
a text is easy.

* **words**: words in a sentence, as a mean; **longest**: words in the longest sentence.
* **LIX**: words in a sentence and per cent of words of more than 6 letters, added. Under 30 is very easy.
* **RIX**: words of more than 6 letters in a sentence. At most 1.5 here, in Arabic 0.6.
* The other columns are the formulas of the language. Bulgarian, Romanian, Slovene, Latvian, Ukrainian and Arabic have none that was validated.
";

/// Prints the tables and writes them into the document.
///
/// # Errors
/// When the content cannot be read or the document not written.
pub fn readability_report(root: &Path) -> Result<()> {
    let report = report(&read(root)?)?;
    print!("{}", report.strip_prefix(HEAD).unwrap_or(&report));
    fs::write(root.join(FILE), report).with_context(|| format!("{FILE}: cannot be written"))?;
    println!("\n{FILE} is written");
    Ok(())
}

fn report(content: &Content) -> Result<String> {
    let mut report = HEAD.to_owned();
    for line in &content.languages {
        let rows = rows(content, line);
        if !rows.is_empty() {
            write!(report, "\n## {}\n\n{}", line.name, table(&rows))?;
        }
    }
    Ok(report)
}

/// The lessons for workers of a language in the order of the courses, then all of them together. Those for coaches and managers are of
/// another level.
fn rows(content: &Content, line: &LanguageLine) -> Vec<(String, Readability)> {
    let Some(language) = Language::from_code(&line.code) else { return vec![] };
    let courses = content.courses.iter().filter(|course| !course.plan.audience.is_staff());
    let ids = courses.flat_map(|course| &course.plan.lessons);
    let lessons: Vec<(&str, &LessonFiles, &Words, Texts)> = ids
        .filter_map(|id| {
            let files = content.lessons.get(id)?;
            let words = files.words.get(&line.code)?;
            Some((id.as_str(), files, words, Texts::of(files, words)))
        })
        .collect();
    let nothing = Terms::default();
    let mut all = measured(vec![], &nothing);
    let mut rows = vec![];
    for (id, files, words, texts) in &lessons {
        let lesson = measured(texts.screens(files, words), &nothing);
        rows.push(((*id).to_owned(), readability(language, &lesson)));
        all.screens.extend(lesson.screens);
    }
    if !rows.is_empty() {
        rows.push(("**all lessons**".to_owned(), readability(language, &all)));
    }
    rows
}

/// Measures are the same whoever reads.
fn measured<'a>(screens: Vec<Screen<'a>>, terms: &'a Terms) -> Lesson<'a> {
    Lesson { screens, terms, reader: Reader::default() }
}

/// A table that reads well before and after it is laid out.
fn table(rows: &[(String, Readability)]) -> String {
    let mut head = ["lesson", "sentences", "words", "longest", "LIX", "RIX"].map(str::to_owned).to_vec();
    if let Some((_, first)) = rows.first() {
        head.extend(first.formulas.iter().map(|level| format!("{} (easy: {:.0})", level.formula, level.limit)));
    }
    let mut lines = vec![head];
    for (name, measured) in rows {
        let mut line = vec![
            name.clone(),
            measured.sentences.to_string(),
            format!("{:.1}", measured.mean_words),
            measured.longest.to_string(),
            format!("{:.0}", measured.lix),
            format!("{:.2}", measured.rix),
        ];
        line.extend(measured.formulas.iter().map(|level| format!("{:.0}", level.value)));
        lines.push(line);
    }
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let cells = |line: &[String], at: usize| line.get(at).cloned().unwrap_or_default();
    let widths: Vec<usize> =
        (0..columns).map(|at| lines.iter().map(|line| cells(line, at).chars().count()).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        for (at, width) in widths.iter().enumerate() {
            let cell = cells(line, at);
            text.push_str(&if at == 0 { format!("| {cell:width$} ") } else { format!("| {cell:>width$} ") });
        }
        text.push_str("|\n");
        if number == 0 {
            for (at, width) in widths.iter().enumerate() {
                text.push_str(&if at == 0 {
                    format!("|{:-<1$}", "", width + 2)
                } else {
                    format!("|{:-<1$}:", "", width + 1)
                });
            }
            text.push_str("|\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use easy_language::{Kind, Text};

    #[test]
    fn a_table_has_a_row_for_each_lesson_and_a_column_for_each_measure_and_formula() {
        let nothing = Terms::default();
        let of = |language, text| {
            let texts = vec![Text { key: "say", kind: Kind::Say, text }];
            readability(language, &super::measured(vec![Screen { texts, ..Screen::default() }], &nothing))
        };
        // 4 words, 1 long of them (message, 7 letters), 5 syllables: 206.835 - 1.015 * 4 - 84.6 * 5 / 4 = 97.
        let rows = vec![("read-it".to_owned(), of(Language::En, "Read the new message."))];
        let expected = "\
| lesson  | sentences | words | longest | LIX |  RIX | Flesch (easy: 80) |
|---------|----------:|------:|--------:|----:|-----:|------------------:|
| read-it |         1 |   4.0 |       4 |  29 | 1.00 |                97 |
";
        assert_eq!(table(&rows), expected);
        assert!(!table(&[("x".to_owned(), of(Language::Ar, "افتح الباب."))]).contains("easy"));
    }
}
