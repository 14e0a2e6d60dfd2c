//! The rows of a language as a table for a spreadsheet (CSV, RFC 4180, UTF-8 with its mark in front), and back.

use super::problem::{Fault, Problem};
use super::rows::{Pair, WordsFile};
use anyhow::Result;

/// Shows a spreadsheet that the text is UTF-8.
const MARK: &str = "\u{feff}";
/// The columns, but for those of the two languages, which are named by their codes.
const COLUMNS: [&str; 5] = ["file", "key", "card", "state", "why"];
/// A spreadsheet takes what begins so for a formula, a number or a date; an apostrophe in front keeps it text.
const NOT_TEXT: [char; 4] = ['=', '+', '-', '@'];

/// A row as a translator gave it back.
#[derive(Debug, PartialEq, Eq)]
pub struct Returned {
    /// As the spreadsheet counts: 2 for the first row below the heads.
    pub row: usize,
    pub file: String,
    pub key: String,
    pub source: String,
    pub text: String,
    pub state: String,
}

fn heads<'a>(pair: &Pair<'a>) -> [&'a str; 7] {
    let [file, key, card, state, why] = COLUMNS;
    [file, key, card, pair.from, pair.code, state, why]
}

/// The table of all files.
///
/// # Errors
/// Never: it is written to memory.
pub fn write(pair: &Pair<'_>, files: &[WordsFile]) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
    writer.write_record(heads(pair))?;
    for file in files {
        for row in &file.rows {
            let (source, text) = (kept_as_text(row.source.as_deref().unwrap_or_default()), kept_as_text(&row.text));
            let why = row.why();
            let (name, state) = (file.name.as_str(), row.state.name());
            writer.write_record([name, row.key.as_str(), &row.card, &source, &text, state, &why])?;
        }
    }
    Ok(writer.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

/// Reads a table that a spreadsheet saved, with the sign between cells that it uses in its country.
///
/// # Errors
/// Every row that is no row of such a table.
pub fn read(pair: &Pair<'_>, bytes: &[u8]) -> Result<Vec<Returned>, Vec<Problem>> {
    let of_table = |fault| vec![Problem { row: 1, fault }];
    let text = std::str::from_utf8(bytes).map_err(|_| of_table(Fault::NotUtf8))?;
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let between = [b',', b';', b'\t'].into_iter().max_by_key(|sign| first.bytes().filter(|byte| byte == sign).count());
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(between.unwrap_or(b','));
    let (mut rows, mut problems) = (vec![], vec![]);
    for (index, record) in reader.from_reader(text.as_bytes()).records().enumerate() {
        let row = index + 1;
        let Ok(record) = record else { return Err(of_table(Fault::NotUtf8)) };
        let cells: Vec<String> = record.iter().map(without_mark).collect();
        if row == 1 {
            if cells != heads(pair) {
                return Err(of_table(Fault::Heads { expected: heads(pair).join(", "), found: cells.join(", ") }));
            }
        } else if cells.iter().all(String::is_empty) {
            // An empty row at the end of a sheet.
        } else if let Ok([file, key, _, source, text, state, _]) = <[String; 7]>::try_from(cells) {
            rows.push(Returned { row, file, key, source, text, state: state.to_lowercase() });
        } else {
            problems.push(Problem { row, fault: Fault::Cells { expected: heads(pair).len(), found: record.len() } });
        }
    }
    if rows.is_empty() && problems.is_empty() {
        return Err(of_table(Fault::Empty));
    }
    if problems.is_empty() { Ok(rows) } else { Err(problems) }
}

fn is_taken_for_something_else(text: &str) -> bool {
    text.starts_with(|first: char| first.is_numeric() || NOT_TEXT.contains(&first))
}

fn kept_as_text(text: &str) -> String {
    if is_taken_for_something_else(text) { format!("'{text}") } else { text.to_owned() }
}

/// A cell without spaces around and without the apostrophe that kept it text.
fn without_mark(cell: &str) -> String {
    let cell = cell.trim();
    cell.strip_prefix('\'').filter(|text| is_taken_for_something_else(text)).unwrap_or(cell).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAIR: Pair<'_> = Pair { code: "it", from: "nl" };
    const HEADS: &str = "file,key,card,nl,it,state,why";

    fn texts(table: &str) -> Vec<String> {
        read(&PAIR, table.as_bytes()).unwrap().into_iter().map(|row| row.text).collect()
    }

    fn fault(table: &[u8]) -> String {
        read(&PAIR, table).unwrap_err().iter().map(ToString::to_string).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn what_a_spreadsheet_would_count_comes_back_as_it_was() {
        for text in ["=1+1", "+32 470", "-5", "@x", "9.00", "3 marzo", "ciao", "'ciao'", "l'uva"] {
            assert_eq!(without_mark(&kept_as_text(text)), text);
            // And as it was typed by hand.
            assert_eq!(without_mark(text), text);
        }
        assert_eq!(kept_as_text("=1+1"), "'=1+1");
        assert_eq!(texts(&format!("{HEADS}\nf,k,c,a,=1+1,new,\n")), ["=1+1"]);
    }

    #[test]
    fn the_signs_of_every_country_are_read() {
        let expected = ["\"Ciao\", disse; e andò."];
        assert_eq!(texts(&format!("{HEADS}\r\nf,k,c,a,\"\"\"Ciao\"\", disse; e andò.\",new,\r\n,,,,,,\r\n")), expected);
        let semicolons = HEADS.replace(',', ";");
        assert_eq!(texts(&format!("{MARK}{semicolons}\nf;k;c;a;\"\"\"Ciao\"\", disse; e andò.\";new;\n")), expected);
        assert_eq!(texts(&format!("{}\nf\tk\tc\ta\t Ciao \tnew\t\n", HEADS.replace(',', "\t"))), ["Ciao"]);
    }

    #[test]
    fn what_is_no_such_table_is_told_with_its_row() {
        assert!(fault(b"file,key,card,nl,fr,state,why\n").contains("row 1: the heads are file, key, card, nl, fr"));
        assert!(fault(b"").contains("row 1"));
        assert!(fault(HEADS.as_bytes()).contains("row 1: there is no row below the heads"));
        assert!(fault(format!("{HEADS}\nf,k,c,a,b,new,\nf,k,c\n").as_bytes()).contains("row 3: 3 cells, 7 are needed"));
        assert!(fault(b"file,key\xff").contains("row 1: the file is not UTF-8"));
    }
}
