//! The style sheets: joined in the order of `src/style/order.txt`, checked, written for old browsers, made small.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Features, Targets};

/// The oldest browsers the app starts in; the same floor as the WASM recipe (`build/app.rs`).
/// lightningcss wants `major << 16 | minor << 8`.
const OLDEST: Browsers = Browsers {
    android: Some(80 << 16),
    chrome: Some(80 << 16),
    edge: Some(80 << 16),
    firefox: Some(74 << 16),
    ie: None,
    ios_saf: Some((13 << 16) | (4 << 8)),
    opera: Some(67 << 16),
    safari: Some((13 << 16) | (1 << 8)),
    samsung: Some(13 << 16),
};

/// The list of the worker's app, in order.
pub const APP: &str = "order.txt";
/// The list of the coach's pages.
pub const COACH: &str = "coach.txt";

/// All style sheets of a list in `folder` as one small text.
///
/// # Errors
/// A file that is listed and missing, is there and not listed, or has a mistake; the message names file and line.
pub fn style_sheet(folder: &Path, list: &str) -> Result<String> {
    all_are_listed(folder)?;
    let mut sheet = String::new();
    for name in order(folder, list)? {
        let path = folder.join(&name);
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        sheet.push_str(&small(&format!("src/style/{name}"), &text)?);
    }
    Ok(sheet)
}

/// The names in a list; lines that start with `#` are remarks.
fn order(folder: &Path, list: &str) -> Result<Vec<String>> {
    let list = folder.join(list);
    let text = fs::read_to_string(&list).with_context(|| {
        format!("{} cannot be read. It lists the style sheets in order, one name a line", list.display())
    })?;
    let names = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(names.map(str::to_owned).collect())
}

fn all_are_listed(folder: &Path) -> Result<()> {
    let listed: BTreeSet<String> = order(folder, APP)?.into_iter().chain(order(folder, COACH)?).collect();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") && !listed.contains(&name) {
            bail!("src/style/{name} is in no list of src/style/. Add it where it belongs, or delete it");
        }
    }
    Ok(())
}

fn small(file: &str, text: &str) -> Result<String> {
    // Logical properties (margin-inline-start …) stay as written: lowering them repeats each rule for every language
    // that is written from the right, and the oldest browsers know them.
    let targets = Targets { browsers: Some(OLDEST), include: Features::empty(), exclude: Features::LogicalProperties };
    let options = ParserOptions { filename: file.to_owned(), ..ParserOptions::default() };
    let mut sheet = StyleSheet::parse(text, options).map_err(|error| anyhow!("{error}. Correct the style sheet"))?;
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}. Correct the style sheet"))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| anyhow!("{error}. Correct the style sheet"))?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_gets_small_and_keeps_its_meaning() {
        let css = small(
            "a.css",
            "/* why */\n:root {\n  --ink: #111111;\n}\na { margin-inline-start: 1rem; color: var(--ink); }\n",
        );
        assert_eq!(css.unwrap(), ":root{--ink:#111}a{color:var(--ink);margin-inline-start:1rem}");
    }

    #[test]
    fn old_browsers_get_no_nested_rules() {
        assert_eq!(small("a.css", "a { &:hover { top: 0 } }").unwrap(), "a:hover{top:0}");
    }

    #[test]
    fn a_mistake_names_the_file_and_the_line() {
        let message = small("src/style/base.css", "a { color: red }\n}\n").unwrap_err().to_string();
        assert!(message.contains("src/style/base.css:2"), "{message}");
    }
}
