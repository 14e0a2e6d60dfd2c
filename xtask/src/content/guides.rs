//! What coaches and managers read beside lessons: `content/starting/`, `content/manager/`, `content/countries/`. Each is a plan and the words of it in every language that the coach's pages speak;
//! published as `coach/<guide>.<language>.json`, which no worker's device fetches.

mod countries;
mod manager;
mod starting;

use super::bundle::language;
use super::check::Findings;
use super::read::{Content, toml_file};
use super::scripts;
use anyhow::{Context, Result};
use easy_language::{Kind, Screen, Text};
use engine::ids::PictureId;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::{BTreeMap, BTreeSet};

/// The plans, and their words by language.
#[derive(Default)]
pub struct Guides {
    starting: Guide<starting::Plan, starting::Words>,
    manager: Guide<manager::Plan, manager::Words>,
    countries: Guide<countries::Plan, countries::Words>,
}

/// One of them.
struct Guide<P, W> {
    plan: P,
    words: BTreeMap<String, W>,
}

impl<P: Default, W> Default for Guide<P, W> {
    fn default() -> Self {
        Self { plan: P::default(), words: BTreeMap::new() }
    }
}

/// A text of a guide: its key in the words file, what class it is of, what it says.
type Line<'a> = (String, Kind, &'a str);

/// How far words have come. None is more than `machine` until somebody vouches for it, as for lessons (`content/FORMAT.md`).
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    #[default]
    Machine,
}

/// Reads all three. What cannot be read becomes a complaint.
pub fn read(content: &mut Content) -> Guides {
    Guides {
        starting: read_one(content, "starting"),
        manager: read_one(content, "manager"),
        countries: read_one(content, "countries"),
    }
}

fn read_one<P: DeserializeOwned + Default, W: DeserializeOwned>(content: &mut Content, name: &str) -> Guide<P, W> {
    let folder = content.root.join(name);
    let plan = content.keep(toml_file(&folder.join(format!("{name}.toml")))).unwrap_or_default();
    let mut words = BTreeMap::new();
    for code in content.codes_of_coaches() {
        if let Some(read) = content.keep(toml_file(&folder.join(format!("{code}.toml")))) {
            words.insert(code, read);
        }
    }
    Guide { plan, words }
}

/// Plans are sound, and each language has all their words and no more.
pub fn check(content: &Content, found: &mut Findings) {
    let Guides { starting, manager, countries } = &content.guides;
    starting::check(content, &starting.plan, found);
    manager::check(content, &manager.plan, found);
    countries::check(&countries.plan, found);
    starting.words.iter().for_each(|(code, words)| starting::check_words(&starting.plan, words, code, found));
    manager.words.iter().for_each(|(code, words)| manager::check_words(&manager.plan, words, code, found));
    countries.words.iter().for_each(|(code, words)| countries::check_words(&countries.plan, words, code, found));
}

/// Every text of a language by its file, for the lint.
pub fn lines<'a>(content: &'a Content, code: &str) -> Vec<(String, Vec<Line<'a>>)> {
    let Guides { starting, manager, countries } = &content.guides;
    let of =
        |name: &str, lines: Option<Vec<Line<'a>>>| (format!("content/{name}/{code}.toml"), lines.unwrap_or_default());
    vec![
        of("starting", starting.words.get(code).map(starting::lines)),
        of("manager", manager.words.get(code).map(manager::lines)),
        of("countries", countries.words.get(code).map(countries::lines)),
    ]
}

/// One screen for each text, since each stands by itself.
pub fn screens<'a>(lines: &'a [Line<'a>]) -> Vec<Screen<'a>> {
    let screen = |(key, kind, text): &'a Line<'a>| Screen {
        step: "",
        texts: vec![Text { key, kind: *kind, text }],
        ..Screen::default()
    };
    lines.iter().map(screen).collect()
}

/// The pictures that they show.
pub fn pictures(content: &Content) -> BTreeSet<PictureId> {
    let Guides { starting, manager, .. } = &content.guides;
    starting.plan.pictures().chain(manager.plan.pictures()).cloned().collect()
}

/// The published files of a language, by their name in the content folder.
///
/// # Errors
/// A language without rules, or without words; a word that is missing.
pub fn files(content: &Content, code: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let Guides { starting, manager, countries } = &content.guides;
    let language = language(code)?;
    let soft = |text: &str| easy_language::soften(language, &easy_language::lines(language, text));
    let mut files = BTreeMap::new();
    let mut add = |name: &str, bytes: Vec<u8>| files.insert(format!("{}{name}.{code}.json", scripts::FOLDER), bytes);
    add("starting", json(starting.words.get(code).and_then(|words| starting::publish(&starting.plan, words, &soft)))?);
    add("manager", json(manager.words.get(code).and_then(|words| manager::publish(&manager.plan, words, &soft)))?);
    add("countries", json(countries.words.get(code).and_then(|words| countries::publish(&countries.plan, words)))?);
    Ok(files)
}

fn json<T: Serialize>(guide: Option<T>) -> Result<Vec<u8>> {
    Ok(serde_json::to_vec(&guide.context("a guide for coaches lacks words; `cargo xtask check` says which")?)?)
}

/// Tells ids without words, words without ids, and empty words.
fn same_ids<'a, W: 'a>(
    place: &str,
    wanted: impl Iterator<Item = &'a str>,
    words: &'a BTreeMap<String, W>,
    found: &mut Findings,
) {
    let wanted: BTreeSet<&str> = wanted.collect();
    for id in wanted.iter().filter(|id| !words.contains_key(**id)) {
        found.error(format!("{place}: `{id}` is missing. Write it"));
    }
    for id in words.keys().filter(|id| !wanted.contains(id.as_str())) {
        found.error(format!("{place}: nobody uses `{id}`. Take it out"));
    }
}

/// Tells an id that stands twice: ticks and answers are kept by them.
fn once<'a>(file: &str, ids: impl Iterator<Item = &'a str>, found: &mut Findings) {
    let mut seen = BTreeSet::new();
    for id in ids.filter(|id| !seen.insert(*id)) {
        found.error(format!("{file}: `{id}` stands twice. Rename the newer one"));
    }
}

/// Tells empty texts, and lists that are too short or too long for their place.
fn how_many(place: &str, lines: &[String], wanted: std::ops::RangeInclusive<usize>, found: &mut Findings) {
    if !wanted.contains(&lines.len()) {
        let (least, most) = (wanted.start(), wanted.end());
        found.error(format!("{place}: {} lines. Write {least} to {most}", lines.len()));
    }
}

/// Tells a lesson that is not there, or is not for coaches and managers.
fn staff_lesson(content: &Content, file: &str, lesson: &engine::ids::LessonId, found: &mut Findings) {
    if !content.audience(lesson).is_staff() {
        found.error(format!(
            "{file}: no course for coaches or managers has the lesson `{lesson}`. Choose one of {:?}",
            staff_lessons(content)
        ));
    }
}

fn staff_lessons(content: &Content) -> Vec<&str> {
    let courses = content.courses.iter().filter(|course| course.plan.audience.is_staff());
    courses.flat_map(|course| &course.plan.lessons).map(engine::ids::LessonId::as_str).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests;
