//! The rows of a language: each sentence in the source language and in this one, and how far it has come.

use super::confirmed::Confirmed;
use super::document::{self, Sentence};
use super::history::{History, Past};
use crate::content::read::{Content, CourseFiles};
use anyhow::{Context, Result, bail};
use engine::ids::LessonId;
use engine::plan::Plan;
use std::fmt;
use std::path::Path;
use toml_edit::DocumentMut;

/// A language and the one it is translated from.
pub struct Pair<'a> {
    pub code: &'a str,
    pub from: &'a str,
}

/// What a file of words belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    App,
    Course,
    /// Titles of the ready-made lists of lessons.
    Paths,
    HardWords,
    Pictures,
    Lesson(LessonId),
}

/// A file of words with its sentences.
pub struct WordsFile {
    pub place: Place,
    /// From the root of the project.
    pub name: String,
    pub document: DocumentMut,
    pub rows: Vec<Row>,
    /// Of the plan, if it is the file of a lesson.
    pub plan_revision: Option<u32>,
    /// The file was not there, or lacked places of its source.
    pub is_changed: bool,
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub key: String,
    /// What kind of card or word it is, for a translator.
    pub card: String,
    /// `None` if the source has no such sentence.
    pub source: Option<String>,
    pub text: String,
    pub state: State,
}

/// How far a sentence has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    New,
    Stale(Why),
    Done,
}

/// Why a sentence is to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The source said something else when this was translated.
    Source { then: String },
    /// The meaning of the lesson changed, and it is not known in which sentence.
    Revision { words: i64, plan: u32 },
}

impl State {
    /// One word, in the table.
    pub fn name(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Stale(_) => "stale",
            Self::Done => "done",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source { then } => write!(f, "it said: {then}"),
            Self::Revision { words, plan } => {
                write!(f, "written for revision {words} of the lesson, which is at {plan}")
            }
        }
    }
}

impl Row {
    /// Why it is stale, with what the source says now; empty otherwise.
    pub fn why(&self) -> String {
        match &self.state {
            State::Stale(why @ Why::Source { .. }) => {
                format!("{why} | now: {}", self.source.as_deref().unwrap_or_default())
            }
            State::Stale(why) => why.to_string(),
            State::New | State::Done => String::new(),
        }
    }
}

/// Every file of a language: those that are there, and those that it needs. Of lessons only those that have words in it, and those asked for.
///
/// # Errors
/// A language that is not on the list, a lesson that is not there or has no words in the source, a file that cannot be read.
pub fn files(content: &Content, root: &Path, pair: &Pair<'_>, asked: &[LessonId]) -> Result<Vec<WordsFile>> {
    let Pair { code, from } = pair;
    for code in [code, from] {
        if !content.languages.iter().any(|language| language.code == **code) {
            bail!(
                "`{code}` is not a language of the app. Add it to content/languages.toml, or choose one of {}",
                content.codes().join(", ")
            );
        }
    }
    if code == from {
        bail!("`{code}` cannot be translated from itself. Name another source: --from en");
    }
    if let Some(unknown) = asked.iter().find(|id| !content.lessons.contains_key(*id)) {
        bail!("there is no lesson `{unknown}`. `cargo xtask status` lists all");
    }
    let places = places(content, root, code, asked);
    let confirmed = Confirmed::read(root)?;
    let mut history = History::open(root);
    let mut files = vec![];
    for (place, folder) in places {
        let (name, source_name) = (format!("{folder}/{code}.toml"), format!("{folder}/{from}.toml"));
        let source = document::read(&root.join(&source_name))?;
        let source = source.with_context(|| format!("{source_name}: is not there. Name another source: --from en"))?;
        let (document, is_changed) = match document::read(&root.join(&name))? {
            None => (document::empty_copy(&source), true),
            Some(mut document) => {
                let is_changed = document::complete(&source, &mut document);
                (document, is_changed)
            }
        };
        let past = history.as_mut().map(|history| history.of(&name, &source_name)).transpose()?;
        let plan = match &place {
            Place::Lesson(id) => content.lessons.get(id).map(|files| &files.plan),
            _ => None,
        };
        let mut rows = rows(&place, plan, &source, &document);
        for row in &mut rows {
            let confirmed = confirmed.of(pair, &name, &row.key);
            row.state = if is_spare(row, &document) { State::Done } else { state(row, past.as_ref(), confirmed) };
        }
        let words = document.get("revision").and_then(toml_edit::Item::as_integer);
        if let (Some(plan), Some(words)) = (plan, words) {
            by_revision(&mut rows, words, plan.revision);
        }
        let plan_revision = plan.map(|plan| plan.revision);
        files.push(WordsFile { place, name, document, rows, plan_revision, is_changed });
    }
    Ok(files)
}

/// What a language has files for, each with the folder it stands in: the lessons that have words in it, and those asked for.
pub fn places(content: &Content, root: &Path, code: &str, asked: &[LessonId]) -> Vec<(Place, String)> {
    let mut places = vec![(Place::App, "locales".to_owned())];
    places.push((Place::HardWords, "content/glossary".to_owned()));
    places.push((Place::Pictures, "content/pictures".to_owned()));
    places.push((Place::Paths, "content/paths".to_owned()));
    let is_wanted = |id: &LessonId| {
        let words = root.join(format!("content/lessons/{id}/{code}.toml"));
        content.lessons.contains_key(id) && (asked.contains(id) || words.exists())
    };
    // A course for coaches or managers is nowhere in a language that has none of its lessons: it needs no title there.
    let has_title =
        |course: &&CourseFiles| !course.plan.audience.is_staff() || course.plan.lessons.iter().any(is_wanted);
    let courses = content.courses.iter().filter(has_title);
    places.extend(courses.map(|course| (Place::Course, format!("content/courses/{}", course.id))));
    let lessons = content.courses.iter().flat_map(|course| &course.plan.lessons).filter(|id| is_wanted(id));
    places.extend(lessons.map(|id| (Place::Lesson(id.clone()), format!("content/lessons/{id}"))));
    places
}

/// The sentences of the source, then those that only this language has.
fn rows(place: &Place, plan: Option<&Plan>, source: &DocumentMut, document: &DocumentMut) -> Vec<Row> {
    let mut here = document::by_key(document);
    let row = |key: String, source: Option<String>, text: Option<String>| Row {
        card: card(place, plan, &key),
        key,
        source,
        text: text.unwrap_or_default(),
        state: State::Done,
    };
    let mut rows = vec![];
    let needed = document::sentences(source).into_iter().filter(|one| !document::is_left_out(document, &one.key));
    for Sentence { key, text } in needed {
        let own = here.remove(&key);
        rows.push(row(key, Some(text), own));
    }
    rows.extend(here.into_iter().map(|(key, text)| row(key, None, Some(text))));
    rows
}

/// A later sentence that the source has and this language, which says the same in fewer, does without.
fn is_spare(row: &Row, document: &DocumentMut) -> bool {
    let first = document::first_of_optional(&row.key).filter(|_| row.text.is_empty());
    first.is_some_and(|first| document::sentences(document).iter().any(|one| one.key == first))
}

fn state(row: &Row, past: Option<&Past>, confirmed: Option<&str>) -> State {
    let Some(source) = row.source.as_deref() else { return State::Done };
    if row.text.is_empty() && !source.is_empty() {
        return State::New;
    }
    match past.and_then(|past| past.source_of(&row.key, &row.text)) {
        Some(then) if then != source && confirmed != Some(source) => {
            State::Stale(Why::Source { then: then.to_owned() })
        }
        _ => State::Done,
    }
}

/// Where the meaning of a lesson changed and no sentence tells how, all of them are to be looked at.
fn by_revision(rows: &mut [Row], words: i64, plan: u32) {
    if words != i64::from(plan) && rows.iter().all(|row| row.state == State::Done) {
        rows.iter_mut().for_each(|row| row.state = State::Stale(Why::Revision { words, plan }));
    }
}

/// What a sentence is, in words of a translator.
fn card(place: &Place, plan: Option<&Plan>, key: &str) -> String {
    let names: Vec<&str> = key.split('.').collect();
    let step = |id: &str| plan.and_then(|plan| plan.steps.iter().find(|step| step.id.as_str() == id));
    let name = match (place, names.as_slice()) {
        (Place::App, _) => "app",
        (Place::Course, _) => "title of a course",
        (Place::Paths, _) => "title of a list of lessons",
        (Place::HardWords, [.., "words"]) => "hard word: its forms, with commas between",
        (Place::HardWords, _) => "hard word: explanation",
        (Place::Pictures, _) => "what a picture shows",
        (Place::Lesson(_), ["title"]) => "title of the lesson",
        (Place::Lesson(_), ["can"]) => "I can …",
        (Place::Lesson(_), ["items", ..]) => "word on a screen or paper",
        (Place::Lesson(_), [id, rest @ ..]) => {
            let kind = step(id).map_or_else(|| (*id).to_owned(), |step| format!("{:?}", step.kind).to_lowercase());
            return format!("{kind}: {}", role(rest));
        }
        (Place::Lesson(_), []) => "",
    };
    name.to_owned()
}

fn role<'a>(names: &[&'a str]) -> &'a str {
    match names {
        ["say", ..] => "sentence",
        ["more", ..] => "more words",
        ["ask"] => "question",
        ["reason"] => "after the right answer",
        ["options", _] => "answer",
        ["items", _] => "thing to put in order",
        ["pairs", _] => "word to match",
        ["found", _] => "after it was found",
        ["turns", _, "says"] => "the other says",
        ["turns", _, "replies", _] => "reply",
        ["turns", _, "after", _] => "the other says after this reply",
        [.., name] => name,
        [] => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(source: &str, text: &str, state: State) -> Row {
        let (key, card) = ("title".to_owned(), String::new());
        Row { key, card, source: Some(source.to_owned()), text: text.to_owned(), state }
    }

    #[test]
    fn without_a_past_only_the_revision_tells_that_a_lesson_is_stale() {
        let done = row("Dag", "Ciao", State::Done);
        assert_eq!(state(&done, None, None), State::Done);
        let mut rows = [done.clone(), done];
        by_revision(&mut rows, 2, 2);
        assert_eq!(rows[0].why(), "");
        by_revision(&mut rows, 1, 2);
        assert_eq!(rows[1].why(), "written for revision 1 of the lesson, which is at 2");
    }

    #[test]
    fn a_sentence_that_tells_how_the_meaning_changed_speaks_for_its_lesson() {
        let why = Why::Source { then: "Dag".to_owned() };
        let mut rows = [row("Hallo", "Ciao", State::Stale(why)), row("Ja", "Sì", State::Done)];
        by_revision(&mut rows, 1, 2);
        assert_eq!(rows[0].why(), "it said: Dag | now: Hallo");
        assert_eq!(rows[1].state, State::Done);
    }
}
