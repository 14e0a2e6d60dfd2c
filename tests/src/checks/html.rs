//! What the browser was given to draw, as HTML: well formed, no id twice. Checked by html-validate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::browser::Browser;
use crate::data;

/// The rules that say whether HTML is right; what it looks like is no matter here.
const RULES: &str = r#"{
  "root": true,
  "extends": ["html-validate:standard"],
  "rules": {
    "no-raw-characters": "off",
    "valid-id": ["error", { "relaxed": true }]
  }
}"#;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    file_path: String,
    messages: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    rule_id: String,
    severity: u8,
    message: String,
    selector: Option<String>,
}

/// The page as it is drawn now.
#[track_caller]
pub fn drawn(browser: &Browser) -> String {
    let html = browser.script("return document.documentElement.outerHTML", vec![]);
    format!("<!DOCTYPE html>\n{}", html.as_str().unwrap_or_default())
}

/// Keeps a page as a file in a folder of its own, for [`faults`].
pub fn keep(folder: &Path, name: &str, html: &str) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(format!("{name}.html")), html).unwrap();
}

/// An empty folder below `target/` for the pages of one test.
pub fn folder(name: &str) -> PathBuf {
    let folder = data::path("STEPWISE_SHOTS").with_file_name("html").join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// What is wrong with the pages of a folder.
///
/// # Panics
/// When html-validate cannot be run.
#[track_caller]
pub fn faults(folder: &Path) -> Vec<String> {
    fs::write(folder.join(".htmlvalidate.json"), RULES).unwrap();
    let program = data::path("STEPWISE_NODE_MODULES").join("html-validate/bin/html-validate.mjs");
    let mut node = Command::new("node");
    node.arg(program).args(["--formatter", "json", "--ext", "html", "."]).current_dir(folder);
    let output = node.output().expect("node does not start");
    let pages: Vec<Page> = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("html-validate: {error}\n{}", String::from_utf8_lossy(&output.stderr)));
    let of = |page: Page| {
        let name = Path::new(&page.file_path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let grave = page.messages.into_iter().filter(|message| message.severity > 1);
        grave.map(move |Message { rule_id, message, selector, .. }| {
            format!("{name}: {rule_id}: {message} ({})", selector.unwrap_or_default())
        })
    };
    pages.into_iter().flat_map(of).collect()
}
