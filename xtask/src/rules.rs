//! The rules of ARCHITECTURE.md that a machine can check: who may use whom, what style sheets and sources must not hold,
//! that every path and test a document names exists, that each promise can be broken, and that saved documents of older versions are never edited.

use crate::breaks;
use crate::project::files_below;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

mod contrast;
mod documents;
mod styles;

pub use documents::is_test;

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
/// In sources of the app (ACCESSIBILITY.md, A7; RELIABILITY.md, section 6).
const NOT_IN_SOURCES: [&str; 21] = [
    "draggable",
    "dragstart",
    "mousedown",
    "mouseup",
    "touchstart",
    "touchend",
    "pointerdown",
    "pointerup",
    "dblclick",
    "contextmenu",
    // Said only to whoever can hover.
    " title=",
    // Only 0 and -1 keep the order of the page.
    "tabindex=\"1",
    "tabindex=1",
    "autofocus",
    "autoplay",
    "accesskey",
    "aria-grabbed",
    "role=\"application\"",
    "inner_html",
    "eval(",
    "thread::sleep",
];

/// What a kiosk stops has to be named there.
const STOPPED: (&str, [&str; 2]) = ("start/kiosk.js", ["dragstart", "contextmenu"]);

/// In the rules, where what is done and kept may depend neither on the time nor on chance (RELIABILITY.md, F9).
const NOT_IN_ENGINE: [&str; 9] =
    ["std::time", "SystemTime", "std::fs", "std::env", "std::net", "std::thread", "std::process", "HashMap", "HashSet"];

/// Checks them all.
///
/// # Errors
/// With the number of broken rules, after all were printed.
pub fn check(root: &Path) -> Result<()> {
    let mut broken = vec![];
    imports(root, &mut broken)?;
    style_sheets(root, &mut broken)?;
    words_in(root, &files(&root.join("src"), "rs")?, &mut broken)?;
    words_in(root, &files(&root.join("start"), "js")?, &mut broken)?;
    for page in ["index.html", "coach/index.html"] {
        words_in(root, &[root.join(page)], &mut broken)?;
        first_page(root, page, &mut broken)?;
    }
    documents::check(root, &mut broken)?;
    breaks::check(root, &mut broken)?;
    words_in_use(root, &mut broken)?;
    saved_documents(root, &mut broken)?;
    engine_is_pure(root, &mut broken)?;
    engine_knows_no_time(root, &mut broken)?;
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

fn style_sheets(root: &Path, broken: &mut Vec<String>) -> Result<()> {
    for path in files(&root.join("src/style"), "css")? {
        let name = short(root, &path);
        let text = fs::read_to_string(&path)?;
        let found = styles::mistakes(&text).with_context(|| name.clone())?;
        broken.extend(found.into_iter().map(|(line, what)| format!("{name}:{line}: {what}")));
        if name.ends_with("tokens.css") {
            let found = contrast::mistakes(&text).with_context(|| name.clone())?;
            broken.extend(found.into_iter().map(|what| format!("{name}: {what}")));
        }
    }
    Ok(())
}

fn words_in(root: &Path, sources: &[PathBuf], broken: &mut Vec<String>) -> Result<()> {
    for path in sources {
        let name = short(root, path);
        let stops = |word: &&&str| name == STOPPED.0 && STOPPED.1.contains(*word);
        for (number, line) in fs::read_to_string(path)?.lines().enumerate() {
            for word in NOT_IN_SOURCES.iter().filter(|word| line.contains(**word) && !stops(word)) {
                broken.push(format!(
                    "{name}:{}: `{}` is not used here. Use what a click, the keyboard and a screen reader all reach",
                    number + 1,
                    word.trim()
                ));
            }
        }
    }
    Ok(())
}

/// The page before the app may be zoomed and says its language and direction (ACCESSIBILITY.md, A8).
fn first_page(root: &Path, page: &str, broken: &mut Vec<String>) -> Result<()> {
    let text = fs::read_to_string(root.join(page))?;
    let tag = |start: &str| text.split_once(start).and_then(|(_, rest)| rest.split('>').next()).unwrap_or_default();
    let (html, viewport) = (tag("<html"), tag("name=\"viewport\""));
    for attribute in [" lang=", " dir="] {
        if !html.contains(attribute) {
            broken.push(format!("{page}: <html> has no{attribute}. Say it, for whoever waits"));
        }
    }
    if !viewport.contains("width=device-width")
        || ["user-scalable", "maximum-scale", "minimum-scale"].iter().any(|word| viewport.contains(word))
    {
        broken.push(format!("{page}: the viewport must be as wide as the device and let every reader zoom"));
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

/// No clock, no file, no order that differs from run to run in the rules.
fn engine_knows_no_time(root: &Path, broken: &mut Vec<String>) -> Result<()> {
    for path in files(&root.join("engine/src"), "rs")? {
        let text = fs::read_to_string(&path)?;
        for word in NOT_IN_ENGINE.iter().filter(|word| text.contains(**word)) {
            broken.push(format!("{}: `{word}` is not for the rules. Let the value be passed in", short(root, &path)));
        }
    }
    Ok(())
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let all = files_below(folder)?.into_iter();
    Ok(all.filter(|path| path.extension().is_some_and(|extension| extension == ending)).collect())
}

/// A word of the app that nobody says would be translated in vain.
fn words_in_use(root: &Path, broken: &mut Vec<String>) -> Result<()> {
    let mut sources = String::new();
    for path in files(&root.join("src"), "rs")?.into_iter().chain(files(&root.join("xtask/src"), "rs")?) {
        sources.push_str(&fs::read_to_string(path)?);
    }
    let read = |file: &str| -> Result<toml::Table> { Ok(toml::from_str(&fs::read_to_string(root.join(file))?)?) };
    let (words, coach) = (read("locales/nl.toml")?, read("locales/coach/en.toml")?);
    for word in words.keys().chain(coach.keys()) {
        if ![format!(".{word}("), format!("::{word}"), format!("\"{word}\"")].iter().any(|use_| sources.contains(use_))
        {
            broken.push(format!("locales: nobody says `{word}`. Remove it from every language"));
        }
    }
    Ok(())
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
    fn a_first_page_without_language_that_cannot_be_zoomed_is_told_and_so_is_dragging() {
        let root = std::env::temp_dir().join(format!("stepwise-first-page-{}", std::process::id()));
        fs::create_dir_all(&root).unwrap();
        let page = "<html lang=\"en\">\n<meta name=\"viewport\" content=\"width=device-width, user-scalable=no\">\n<p draggable>";
        fs::write(root.join("index.html"), page).unwrap();
        let mut broken = vec![];
        first_page(&root, "index.html", &mut broken).unwrap();
        words_in(&root, &[root.join("index.html")], &mut broken).unwrap();
        assert_eq!(broken.len(), 3, "{broken:?}");
        fs::remove_dir_all(&root).unwrap();
    }

    #[test]
    fn a_clock_in_the_rules_is_told() {
        let root = std::env::temp_dir().join(format!("stepwise-clock-{}", std::process::id()));
        fs::create_dir_all(root.join("engine/src")).unwrap();
        fs::write(root.join("engine/src/review.rs"), "use std::time::SystemTime;\n").unwrap();
        let mut broken = vec![];
        engine_knows_no_time(&root, &mut broken).unwrap();
        assert_eq!(broken.len(), 2, "{broken:?}");
        fs::remove_dir_all(&root).unwrap();
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
