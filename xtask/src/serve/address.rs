//! From the address a browser asks for to a file of the served folder, and never to any other file.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What lies at an address.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// A file of the folder.
    File(PathBuf),
    /// A folder asked for without its last slash: the address it has.
    Folder(String),
    /// Nothing we serve.
    Nothing,
}

/// What lies at `url` when the files of `folder` (resolved, without links) are served below `under` (`/` or `/path/`).
pub fn answer(folder: &Path, under: &str, url: &str) -> Answer {
    let address = url.split(['?', '#']).next().unwrap_or_default();
    if address.len() + 1 == under.len() && under.starts_with(address) {
        return Answer::Folder(under.to_owned());
    }
    let Some(path) = address.strip_prefix(under).and_then(|rest| inside(folder, rest)) else {
        return Answer::Nothing;
    };
    if path.is_file() {
        return Answer::File(path);
    }
    let index = path.join("index.html");
    match (path.is_dir() && index.is_file(), address.ends_with('/')) {
        (true, true) => Answer::File(index),
        (true, false) => Answer::Folder(format!("{address}/")),
        (false, _) => Answer::Nothing,
    }
}

/// The existing path below `folder` that the rest of an address names.
fn inside(folder: &Path, rest: &str) -> Option<PathBuf> {
    let mut path = folder.to_path_buf();
    for part in rest.split('/').filter(|part| !part.is_empty()) {
        // Decoded after splitting: a %2F is then a character of a name, and no name has one.
        let name = percent_decode_str(part).decode_utf8().ok()?;
        if name.starts_with('.') || name.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        path.push(name.as_ref());
    }
    let resolved = path.canonicalize().ok()?;
    resolved.starts_with(folder).then_some(resolved)
}

/// The media type of a file, by its ending. Browsers refuse scripts, styles and WASM with a wrong one.
pub fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "toml" | "rs" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src").canonicalize().unwrap()
    }

    #[test]
    fn a_file_is_found_below_the_sub_path_only() {
        let found = Answer::File(folder().join("serve").join("mod.rs"));
        assert_eq!(answer(&folder(), "/", "/serve/mod.rs"), found);
        assert_eq!(answer(&folder(), "/a/b/", "/a/b/serve/mod%2Ers?v=1"), found);
        assert_eq!(answer(&folder(), "/a/b/", "/serve/mod.rs"), Answer::Nothing);
    }

    #[test]
    fn a_folder_without_a_page_is_nothing() {
        assert_eq!(answer(&folder(), "/", "/serve/"), Answer::Nothing);
        assert_eq!(answer(&folder(), "/", "/serve"), Answer::Nothing);
    }

    #[test]
    fn ways_out_of_the_folder_lead_nowhere() {
        for url in
            ["/../Cargo.toml", "/..%2fCargo.toml", "/%2e%2e/Cargo.toml", "/serve/..\\..\\x", "//etc/passwd", "/%00"]
        {
            assert_eq!(answer(&folder(), "/", url), Answer::Nothing, "{url}");
        }
    }

    #[test]
    fn what_browsers_are_strict_about_has_its_type() {
        let types = ["a.wasm", "a.js", "a.css", "a.webmanifest", "a.svg", "a.woff2", "a.json", "a"];
        let expected = [
            "application/wasm",
            "text/javascript; charset=utf-8",
            "text/css; charset=utf-8",
            "application/manifest+json",
            "image/svg+xml",
            "font/woff2",
            "application/json",
            "application/octet-stream",
        ];
        assert_eq!(types.map(|name| media_type(Path::new(name))), expected);
    }

    proptest! {
        #[test]
        fn an_answer_never_leaves_the_folder(
            parts in prop::collection::vec(
                prop_oneof![
                    Just("..".to_owned()), Just("%2e%2e".to_owned()), Just("..%2f..".to_owned()), Just("serve".to_owned()),
                    Just("mod.rs".to_owned()), Just(String::new()), Just(".".to_owned()), Just("..\\".to_owned()),
                    Just("Cargo.toml".to_owned()), "\\PC{0,8}",
                ],
                0..8,
            ),
        ) {
            let url = format!("/{}", parts.join("/"));
            if let Answer::File(path) = answer(&folder(), "/", &url) {
                let resolved = path.canonicalize().unwrap();
                prop_assert!(resolved.starts_with(folder()), "{url} gave {}", resolved.display());
            }
        }
    }
}
