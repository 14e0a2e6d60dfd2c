//! Pages with one fault each, to prove that the checks still see: `tests/faults`. Which check must find it, and some of the words in
//! which it says so, stand in the page's own head.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::browser::{Browser, Screen};
use crate::checks::{feedback, forced, html, mirror, modal, motion, moves, still, stretch, waiting, walk};
use crate::measure::{self, Letters};
use crate::server::Site;
use crate::{axe, ibm, spoken};

/// A check by its name.
type Check = (&'static str, fn(&Browser) -> Vec<String>);

/// All checks there are. A page without what a check needs passes it.
pub const CHECKS: [Check; 22] = [
    ("axe", axe::violations),
    ("ibm", ibm::violations),
    ("html", drawn),
    ("ruler", |browser| measure::faults(browser, Screen::PHONE, Letters::Usual)),
    ("still", still::faults),
    ("wide", wide),
    ("walk", walk::faults),
    ("choosing", walk::choosing_faults),
    ("move", move_on),
    ("feedback", press),
    ("modal", open),
    ("spacing", |browser| stretch::spacing_faults(browser, Screen::PHONE)),
    ("letters", letters),
    ("mirror", |browser| mirror::faults(browser, "")),
    ("motion", |browser| motion::faults(browser, false)),
    ("calm", calm),
    ("choice", |browser| forced(browser, forced::choice_faults)),
    ("focus", |browser| forced(browser, forced::focus_faults)),
    ("sign", |browser| forced(browser, forced::sign_faults)),
    ("waiting", waiting::faults),
    ("narrow", narrow),
    ("spoken", |browser| spoken::faults(&spoken::read(browser))),
];

/// A page of the folder: its name, the check that must find its fault, and a part of what it says. The page without a fault has neither.
pub struct Page {
    pub name: String,
    pub found_by: Option<(String, String)>,
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/faults"))
}

/// The pages, served.
pub fn site() -> Site {
    Site::of_folder(folder())
}

/// All pages of the folder.
pub fn pages() -> Vec<Page> {
    let files = fs::read_dir(folder()).unwrap().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "html")).collect();
    files.sort();
    let page = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let found_by = text
            .split_once("name=\"found-by\" content=\"")
            .and_then(|(_, rest)| rest.split('"').next()?.split_once(": "));
        let found_by = found_by.map(|(check, words)| (check.to_owned(), words.to_owned()));
        Page { name: path.file_stem().unwrap().to_string_lossy().into_owned(), found_by }
    };
    files.iter().map(page).collect()
}

/// Opens a page of the folder.
#[track_caller]
pub fn open_page(browser: &Browser, name: &str) {
    let (web, address) = (browser.web(), format!("{}{name}.html", browser.site));
    browser.wait(async { web.goto(address).await });
}

/// What a check finds on the page that is open.
///
/// # Panics
/// When there is no check of this name.
#[track_caller]
pub fn found_by(browser: &Browser, check: &str) -> Vec<String> {
    let (_, look) =
        CHECKS.iter().find(|(name, _)| *name == check).unwrap_or_else(|| panic!("there is no check {check}"));
    look(browser)
}

/// Whether there is an element with this id.
fn has(browser: &Browser, id: &str) -> bool {
    browser.script("return !!document.getElementById(arguments[0])", vec![id.into()]) == json!(true)
}

fn click(browser: &Browser, id: &str) {
    browser.script("const one = document.getElementById(arguments[0]); one.focus(); one.click()", vec![id.into()]);
}

fn drawn(browser: &Browser) -> Vec<String> {
    let folder = html::folder(std::thread::current().name().unwrap_or("faults").rsplit(':').next().unwrap_or("faults"));
    // As it was written: what a browser draws has been mended by it.
    let text = browser.script("return fetch(location.href).then(page => page.text())", vec![]);
    html::keep(&folder, "page", text.as_str().unwrap_or_default());
    html::faults(&folder)
}

fn move_on(browser: &Browser) -> Vec<String> {
    if !has(browser, "go") {
        return vec![];
    }
    browser.script("document.getElementById('go').scrollIntoView()", vec![]);
    let before = moves::page(browser);
    click(browser, "go");
    moves::faults(browser, &before)
}

fn press(browser: &Browser) -> Vec<String> {
    if has(browser, "press") { feedback::faults(browser, || click(browser, "press")) } else { vec![] }
}

fn open(browser: &Browser) -> Vec<String> {
    if has(browser, "open") { modal::faults(browser, "#open", || click(browser, "open")) } else { vec![] }
}

fn letters(browser: &Browser) -> Vec<String> {
    let found = stretch::letters_faults(browser, || stretch::set_browser_letters(browser, 32));
    stretch::set_browser_letters(browser, 16);
    found
}

fn calm(browser: &Browser) -> Vec<String> {
    motion::prefer(browser, true);
    let web = browser.web();
    browser.wait(async { web.refresh().await });
    browser.script_later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", vec![]);
    let found = motion::faults(browser, true);
    motion::prefer(browser, false);
    found
}

fn forced(browser: &Browser, look: fn(&Browser) -> Vec<String>) -> Vec<String> {
    browser.set_media(&[("forced-colors", "active")]);
    let found = look(browser);
    browser.set_media(&[]);
    found
}

fn wide(browser: &Browser) -> Vec<String> {
    browser.set_screen(stretch::WIDE);
    let found = still::faults(browser);
    browser.set_screen(Screen::PHONE);
    found
}

fn narrow(browser: &Browser) -> Vec<String> {
    let found = stretch::narrow_faults(browser);
    browser.set_screen(Screen::PHONE);
    found
}
