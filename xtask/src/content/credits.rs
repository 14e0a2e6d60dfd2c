//! The list of everything that others made: pictures with their authors, fonts, signs, and each crate in the app.

use super::read::Content;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The text behind *All parts* on the page *About*.
///
/// # Errors
/// When cargo cannot list the crates.
pub fn credits(root: &Path, content: &Content) -> Result<String> {
    let mut text = String::from(
        "Stepwise: what others made\n\nPictures (CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/)\n",
    );
    for (id, credit) in &content.credits {
        let (code, author) = (credit.code.as_deref().unwrap_or_default(), credit.author.as_deref().unwrap_or_default());
        let line = [credit.source.as_str(), code, author].into_iter().filter(|part| !part.is_empty());
        writeln!(text, "  {id}: {}", line.collect::<Vec<_>>().join(", "))?;
    }
    text.push_str(
        "\nLetters (SIL Open Font License 1.1)\n  Atkinson Hyperlegible Next, Braille Institute of America\n  \
         Noto Sans and Noto Sans Arabic, The Noto Project Authors\n",
    );
    text.push_str("\nSigns on buttons (MIT)\n  Tabler Icons, Paweł Kuna\n\nCrates in the app\n");
    for line in crates(root)? {
        writeln!(text, "  {line}")?;
    }
    text.push_str(&voices(root)?);
    Ok(text)
}

/// The notice that must go with `content/voices.toml` wherever it goes.
fn voices(root: &Path) -> Result<String> {
    let licence = "LICENSES/BSD-3-Clause-Readium.txt";
    let notice = fs::read_to_string(root.join(licence)).with_context(|| format!("{licence}: cannot be read"))?;
    Ok(format!("\nWhich voices are liked (derived from @readium/speech 0.1.1)\n\n{notice}"))
}

/// Name, version and licence of each crate that is in the WASM.
fn crates(root: &Path) -> Result<BTreeSet<String>> {
    let tree = Command::new(env!("CARGO"))
        .current_dir(root)
        .args([
            "tree",
            "--locked",
            "--package",
            "stepwise",
            "--target",
            "wasm32-unknown-unknown",
            "--edges",
            "normal,no-proc-macro",
        ])
        .args(["--prefix", "none", "--no-dedupe", "--format", "{p}, {l}"])
        .output()
        .context("cargo tree")?;
    if !tree.status.success() {
        bail!("cargo tree: {}", String::from_utf8_lossy(&tree.stderr));
    }
    let lines = String::from_utf8(tree.stdout)?;
    // Our own crates are named with their folder; they are not what others made.
    Ok(lines.lines().filter(|line| !line.is_empty() && !line.contains('(')).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notice_of_the_voices_is_given_whole() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let notice = voices(root).unwrap();
        for part in
            ["@readium/speech 0.1.1", "Copyright (c) 2024, Readium Foundation", "3. Neither the name", "\"AS IS\""]
        {
            assert!(notice.contains(part), "{part}");
        }
    }
}
