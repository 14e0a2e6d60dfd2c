//! A table as a text that Excel opens by a double click, in Belgium too: with a byte order mark, semicolons between cells and CRLF behind each row.
//!
//! Every cell is quoted, a quote in it doubled (RFC 4180, section 2). A cell that a spreadsheet would take for a formula gets an apostrophe in front
//! (OWASP, "CSV Injection": `=`, `+`, `-`, `@`, tab, carriage return, and line feed and the wide forms of the four signs besides). The `csv` crate does the first and
//! not the second, for more bytes than these few lines.

/// The table as text.
#[must_use]
pub fn written(rows: &[Vec<String>]) -> String {
    let row = |cells: &Vec<String>| cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(";") + "\r\n";
    "\u{feff}".to_owned() + &rows.iter().map(row).collect::<String>()
}

fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let apostrophe = if is_formula { "'" } else { "" };
    format!("\"{apostrophe}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A spreadsheet: rows of cells.
    fn read(text: &str) -> Vec<Vec<String>> {
        let mut letters = text.strip_prefix('\u{feff}').unwrap_or_default().chars().peekable();
        let (mut rows, mut row, mut cell, mut quoted) = (vec![], vec![], String::new(), false);
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' => quoted = !quoted,
                ';' if !quoted => row.push(core::mem::take(&mut cell)),
                '\r' if !quoted => {
                    assert_eq!(letters.next(), Some('\n'));
                    row.push(core::mem::take(&mut cell));
                    rows.push(core::mem::take(&mut row));
                }
                other => cell.push(other),
            }
        }
        assert!(!quoted && row.is_empty() && cell.is_empty());
        rows
    }

    #[test]
    fn a_table_is_as_belgian_excel_wants_it() {
        let rows = [vec!["Les".to_owned(), "Boom; \"groot\"".to_owned()], vec!["a\nb".to_owned(), String::new()]];
        assert_eq!(written(&rows), "\u{feff}\"Les\";\"Boom; \"\"groot\"\"\"\r\n\"a\nb\";\"\"\r\n");
    }

    #[test]
    fn what_a_spreadsheet_would_calculate_is_harmless() {
        for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "=HYPERLINK(\"http://x\")"] {
            let text = written(&[vec![hostile.to_owned()]]);
            assert_eq!(read(&text), [[format!("'{hostile}")]], "{hostile}");
        }
        assert_eq!(read(&written(&[vec!["a=1".to_owned()]])), [["a=1"]]);
    }

    proptest! {
        #[test]
        fn every_cell_comes_back_and_none_is_a_formula(rows in proptest::collection::vec(proptest::collection::vec("[-=+@;\"\r\n\ta-c ]{0,5}", 1..4), 0..4)) {
            let again = read(&written(&rows));
            prop_assert_eq!(again.len(), rows.len());
            for (cell, before) in again.iter().flatten().zip(rows.iter().flatten()) {
                prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), before);
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
            }
        }
    }
}
