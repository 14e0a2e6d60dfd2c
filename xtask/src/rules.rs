//! The rules of ARCHITECTURE.md that a machine can check: who may use whom, what style sheets and sources must not hold,
//! that every path a document names exists, and that saved documents of older versions are never edited.

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What each part of the app may use of the others. An arrow not listed is forbidden.
const MAY_USE: [(&str, &[&str]); 6] = [
    ("browser", &[]),
    ("ui", &[]),
    ("cards", &["ui", "words"]),
    ("state", &["browser", "words"]),
    ("pages", &["browser", "cards", "ui", "state", "words", "pages"]),
    ("app", &["pages", "state", "browser", "ui", "words"]),
];
/// Crates that a part must not use.
const MUST_NOT_USE: [(&str, &[&str]); 3] =
    [("ui", &["engine", "web_sys", "js_sys"]), ("cards", &["web_sys", "js_sys"]), ("pages", &["web_sys", "js_sys"])];
/// In style sheets (ACCESSIBILITY.md, A6): physical sides, fixed letters, shouting.
const NOT_IN_STYLES: [&str; 10] = [
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "text-align: left",
    "text-align: right",
    "text-align: justify",
    "text-transform: uppercase",
    "font-style: italic",
    "user-select: none",
];
/// In sources of the app (ACCESSIBILITY.md, A7; RELIABILITY.md, section 6).
const NOT_IN_SOURCES: [&str; 12] = [
    "draggable",
    "mousedown",
    "touchstart",
    "pointerdown",
    "autofocus",
    "autoplay",
    "accesskey",
    "aria-grabbed",
    "role=\"application\"",
    "inner_html",
    "eval(",
    "thread::sleep",
];

/// Checks them all.
///
/// # Errors
/// With the number of broken rules, after all were printed.
pub fn check(root: &Path) -> Result<()> {
    let mut broken = vec![];
    imports(root, &mut broken)?;
    words_in(root, "src/style", "css", &NOT_IN_STYLES, &mut broken)?;
    words_in(root, "src", "rs", &NOT_IN_SOURCES, &mut broken)?;
    paths_in_documents(root, &mut broken)?;
    saved_documents(root, &mut broken)?;
    engine_is_pure(root, &mut broken)?;
    for line in &broken {
        println!("MISTAKE  {line}");
    }
    if !broken.is_empty() {
        bail!("rules: {} broken, each named above with its file", broken.len());
    }
    println!("rules: every part uses only what it may");
    Ok(())
}

fn imports(root: &Path, broken: &mut Vec<String>) -> Result<()> {
    for path in files(&root.join("src"), "rs")? {
        let name = short(root, &path);
        let part = name.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default().to_owned();
        let text = fs::read_to_string(&path)?;
        let allowed = MAY_USE.iter().find(|(known, _)| *known == part).map(|(_, allowed)| *allowed);
        let forbidden = MUST_NOT_USE.iter().find(|(known, _)| *known == part).map_or(&[][..], |(_, crates)| crates);
        for used in used_parts(&text) {
            if let Some(allowed) = allowed
                && used != part
                && !allowed.contains(&used)
            {
                broken.push(format!("{name}: {part} must not use {used}. Pass in what it needs, or move the code"));
            }
        }
        for krate in forbidden.iter().filter(|krate| text.contains(&format!("{krate}::"))) {
            broken.push(format!("{name}: {part} must not use the crate {krate}. Ask the part that may"));
        }
    }
    Ok(())
}

/// The parts of the app that a file names as `crate::part`.
fn used_parts(text: &str) -> impl Iterator<Item = &str> {
    text.split("crate::")
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !(c.is_ascii_lowercase() || c == '_')).next())
        .filter(|part| !part.is_empty())
}

fn words_in(root: &Path, folder: &str, ending: &str, words: &[&str], broken: &mut Vec<String>) -> Result<()> {
    for path in files(&root.join(folder), ending)? {
        for (number, line) in fs::read_to_string(&path)?.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                broken.push(format!(
                    "{}:{}: `{word}` is not used here. See ACCESSIBILITY A6 and A7 in CONTRIBUTING.md",
                    short(root, &path),
                    number + 1
                ));
            }
        }
    }
    Ok(())
}

/// Every path in backticks that looks like one of ours must exist.
fn paths_in_documents(root: &Path, broken: &mut Vec<String>) -> Result<()> {
    const OURS: [&str; 9] =
        ["src/", "engine/", "easy-language/", "xtask/", "tests/", "content/", "locales/", "public/", "LICENSES/"];
    for document in ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root.join(document)).with_context(|| format!("{document}: write it"))?;
        for quoted in text.split('`').skip(1).step_by(2) {
            let is_path =
                OURS.iter().any(|folder| quoted.starts_with(folder)) && !quoted.contains(['<', '*', ' ', '{', '…']);
            if is_path && !root.join(quoted).exists() {
                broken.push(format!("{document}: `{quoted}` does not exist. Name the right path"));
            }
        }
    }
    Ok(())
}

/// Documents that older versions saved must stay readable for ever: they may be added, never changed.
fn saved_documents(root: &Path, broken: &mut Vec<String>) -> Result<()> {
    let folder = root.join("engine/tests/saved");
    let sums =
        fs::read_to_string(folder.join("SHA256SUMS")).context("engine/tests/saved/SHA256SUMS: cannot be read")?;
    for path in files(&folder, "txt")? {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let sum: String = Sha256::digest(fs::read(&path)?).iter().map(|byte| format!("{byte:02x}")).collect();
        match sums.lines().filter_map(|line| line.split_once("  ")).find(|(_, known)| *known == name) {
            Some((known, _)) if known == sum => {}
            Some(_) => {
                broken.push(format!("engine/tests/saved/{name}: was edited. Restore it, and add a new file beside it"))
            }
            None => broken.push(format!("engine/tests/saved/SHA256SUMS: add the line `{sum}  {name}`")),
        }
    }
    for (_, name) in
        sums.lines().filter_map(|line| line.split_once("  ")).filter(|(_, name)| !folder.join(name).exists())
    {
        broken.push(format!("engine/tests/saved/{name}: is gone. Restore it"));
    }
    Ok(())
}

/// No browser in the rules.
fn engine_is_pure(root: &Path, broken: &mut Vec<String>) -> Result<()> {
    for package in ["engine", "easy-language"] {
        let tree = Command::new(env!("CARGO"))
            .current_dir(root)
            .args(["tree", "--locked", "--package", package, "--edges", "normal", "--prefix", "none"])
            .args(["--target", "wasm32-unknown-unknown"])
            .output()?;
        if !tree.status.success() {
            bail!("cargo tree: {}", String::from_utf8_lossy(&tree.stderr));
        }
        let text = String::from_utf8_lossy(&tree.stdout);
        for krate in ["web-sys", "js-sys", "wasm-bindgen", "leptos"]
            .iter()
            .filter(|krate| text.lines().any(|line| line.starts_with(&format!("{krate} "))))
        {
            broken.push(format!("{package}/Cargo.toml: {package} must not need {krate}"));
        }
    }
    Ok(())
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, ending)?);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn short(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_wherever_it_is_named() {
        let text = "use crate::state::State;\nfn x() { crate::browser::today::today() }";
        assert_eq!(used_parts(text).collect::<Vec<_>>(), ["state", "browser"]);
    }

    #[test]
    fn a_card_that_calls_the_browser_is_told() {
        let root = std::env::temp_dir().join(format!("stepwise-rules-{}", std::process::id()));
        fs::create_dir_all(root.join("src/cards")).unwrap();
        fs::write(root.join("src/cards/tell.rs"), "use crate::browser::today;\nuse web_sys::Element;\n").unwrap();
        let mut broken = vec![];
        imports(&root, &mut broken).unwrap();
        assert_eq!(broken.len(), 2, "{broken:?}");
        fs::remove_dir_all(&root).unwrap();
    }
}
