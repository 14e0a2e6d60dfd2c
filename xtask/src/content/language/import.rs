//! Takes the sentences of a translator's table into the files: all of them, or none.

use super::confirmed::Confirmed;
use super::document;
use super::problem::{Fault, Problem};
use super::rows::{Pair, Place, Row, State, Why, WordsFile};
use super::table::Returned;
use crate::content::check::gaps;
use anyhow::Result;
use std::collections::BTreeMap;

/// What a table changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Sentences with other words than before.
    pub changed: usize,
    /// Sentences that were stale and are still right.
    pub confirmed: usize,
    /// Lessons whose words are now of the newest revision of their plan.
    pub revised: usize,
    /// Whole texts by the names of the files that changed.
    pub texts: BTreeMap<String, String>,
}

/// Puts the rows into the files, in memory: whoever calls writes what comes back.
///
/// # Errors
/// Every row that cannot be taken.
pub fn take(
    pair: &Pair<'_>,
    files: &mut [WordsFile],
    returned: &[Returned],
    confirmed: &mut Confirmed,
) -> Result<Taken, Vec<Problem>> {
    check(files, returned)?;
    let mut taken = Taken::default();
    let mut rows: BTreeMap<(&str, &str), &Returned> = BTreeMap::new();
    rows.extend(returned.iter().map(|row| ((row.file.as_str(), row.key.as_str()), row)));
    let mut problems = vec![];
    for file in files {
        let before = file.document.to_string();
        let mut looked_at = 0;
        for row in &mut file.rows {
            let Some(given) = rows.get(&(file.name.as_str(), row.key.as_str())) else { continue };
            if given.text != row.text {
                let has_place = if given.text.is_empty() {
                    document::remove_last(&mut file.document, &row.key)
                } else {
                    document::set(&mut file.document, &row.key, &given.text)
                };
                if !has_place {
                    problems.push(Problem { row: given.row, fault: Fault::Before });
                }
                taken.changed += 1;
                looked_at += 1;
                row.state = State::Done;
            } else if given.state == State::Done.name() {
                looked_at += 1;
                if let (State::Stale(why), Some(source)) = (&row.state, &row.source) {
                    taken.confirmed += 1;
                    if matches!(why, Why::Source { .. }) {
                        confirmed.add(pair, &file.name, &row.key, source);
                        row.state = State::Done;
                    }
                }
            }
        }
        taken.revised += usize::from(revise(file, looked_at));
        let text = file.document.to_string();
        if text != before {
            taken.texts.insert(file.name.clone(), text);
        }
    }
    if problems.is_empty() { Ok(taken) } else { Err(problems) }
}

/// Once every sentence of a lesson was looked at, its words are of the revision of its plan.
fn revise(file: &mut WordsFile, looked_at: usize) -> bool {
    let (Place::Lesson(_), Some(plan)) = (&file.place, file.plan_revision) else { return false };
    let of_revision = |row: &Row| matches!(row.state, State::Done | State::Stale(Why::Revision { .. }));
    let was_stale = file.rows.iter().any(|row| matches!(row.state, State::Stale(_)));
    let is_whole = file.rows.iter().all(of_revision) && (!was_stale || looked_at == file.rows.len());
    let Some(words) = file.document.get_mut("revision").and_then(toml_edit::Item::as_value_mut) else { return false };
    if !is_whole || words.as_integer() == Some(i64::from(plan)) {
        return false;
    }
    let decor = words.decor().clone();
    *words = i64::from(plan).into();
    *words.decor_mut() = decor;
    true
}

fn check(files: &[WordsFile], returned: &[Returned]) -> Result<(), Vec<Problem>> {
    let mut problems = vec![];
    let mut seen: BTreeMap<(&str, &str), &Returned> = BTreeMap::new();
    for given in returned {
        let before = seen.insert((&given.file, &given.key), given);
        let file = files.iter().find(|file| file.name == given.file);
        let row = file.and_then(|file| file.rows.iter().find(|row| row.key == given.key));
        let fault = match (file, row, before) {
            (None, ..) => Some(Fault::File(given.file.clone())),
            (_, None, _) => Some(Fault::Key { file: given.file.clone(), key: given.key.clone() }),
            (_, _, Some(before)) if before.text != given.text => Some(Fault::Twice { before: before.row }),
            (_, Some(row), _) => fault(row, given),
        };
        problems.extend(fault.map(|fault| Problem { row: given.row, fault }));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// What is wrong with a row whose place is known.
fn fault(row: &Row, given: &Returned) -> Option<Fault> {
    let source = row.source.as_deref().unwrap_or_default();
    let is_changed = given.text != row.text;
    let is_spoken_for = is_changed || (row.state != State::Done && given.state == State::Done.name());
    if !["new", "stale", "done"].contains(&given.state.as_str()) {
        Some(Fault::State(given.state.clone()))
    } else if given.text.is_empty()
        && is_changed
        && row.source.is_some()
        && document::first_of_optional(&row.key).is_none()
    {
        Some(Fault::Emptied)
    } else if given.text.contains(['\n', '\r']) {
        Some(Fault::Lines)
    } else if is_spoken_for && given.source != source.trim() {
        Some(Fault::OldSource { now: source.to_owned() })
    } else if is_changed && row.source.is_some() && gaps(&given.text) != gaps(source) {
        Some(Fault::Gaps(gaps(source).into_iter().map(|gap| format!("{{{gap}}}")).collect::<Vec<_>>().join(" ")))
    } else {
        None
    }
}
