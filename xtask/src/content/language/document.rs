//! A file of words as a list of sentences: read, completed with what its source has, changed one sentence at a time. Whatever is not changed keeps
//! its order, comments and spaces.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// At the top of a file: not for a translator, or not the same thing in another language.
const NOT_TRANSLATED: [&str; 4] = ["revision", "state", "short_forms", "synonyms"];
/// At the top of a lesson: not every language needs it. Whoever writes its head into a file gets its places.
const NOT_NEEDED: &str = "coach";
/// Between the forms of a hard word.
const BETWEEN_FORMS: &str = ", ";

/// A sentence and its place in a file: `situation.say.0`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub key: String,
    pub text: String,
}

/// Reads a file; `None` if it is not there.
///
/// # Errors
/// When it cannot be read or is no TOML.
pub fn read(path: &Path) -> Result<Option<DocumentMut>> {
    if !path.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    Ok(Some(text.parse().with_context(|| format!("{}", path.display()))?))
}

/// Every sentence, in the order of the file.
pub fn sentences(document: &DocumentMut) -> Vec<Sentence> {
    let mut found = vec![];
    for (key, item) in document.iter().filter(|(key, _)| !NOT_TRANSLATED.contains(key)) {
        collect(item, key, &mut found);
    }
    found
}

/// The same by key.
pub fn by_key(document: &DocumentMut) -> BTreeMap<String, String> {
    sentences(document).into_iter().map(|sentence| (sentence.key, sentence.text)).collect()
}

fn collect(item: &Item, key: &str, found: &mut Vec<Sentence>) {
    let mut add = |key: String, text: &str| found.push(Sentence { key, text: text.to_owned() });
    if let Some(text) = item.as_str() {
        add(key.to_owned(), text);
    } else if let Some(array) = item.as_array() {
        let texts: Vec<&str> = array.iter().filter_map(Value::as_str).collect();
        if is_forms(key) {
            add(key.to_owned(), &texts.join(BETWEEN_FORMS));
        } else {
            texts.iter().enumerate().for_each(|(at, text)| add(format!("{key}.{at}"), text));
        }
    } else if let Some(table) = item.as_table_like() {
        table.iter().for_each(|(name, item)| collect(item, &format!("{key}.{name}"), found));
    }
}

/// The forms of a hard word: each language has its own number of them, so they are one cell.
fn is_forms(key: &str) -> bool {
    key.starts_with("terms.") && key.ends_with(".words")
}

/// A hard word has as many forms, its explanation and a script for coaches as many sentences, as the language needs.
fn has_own_length(key: &str) -> bool {
    key.starts_with("terms.") || key.split('.').next() == Some(NOT_NEEDED)
}

/// The first sentence of the list of a later one that not every language needs; nothing for other keys.
pub fn first_of_optional(key: &str) -> Option<String> {
    let (list, at) = key.rsplit_once('.')?;
    let is_later = at.parse::<usize>().is_ok_and(|at| at > 0);
    (has_own_length(key) && is_later).then(|| format!("{list}.0"))
}

/// Whether a language may do without a sentence of the source, since its file has no such part.
pub fn is_left_out(document: &DocumentMut, key: &str) -> bool {
    !document.contains_key(NOT_NEEDED) && key.split('.').next() == Some(NOT_NEEDED)
}

/// Writes a sentence to its place. `false` if the file has no such place; one after the last of a list is one.
pub fn set(document: &mut DocumentMut, key: &str, text: &str) -> bool {
    let Some((list, item)) = place(document, key) else { return false };
    match item {
        Item::Value(Value::Array(array)) if is_forms(key) => {
            array.clear();
            array.extend(text.split(BETWEEN_FORMS.trim()).map(str::trim).filter(|form| !form.is_empty()));
            true
        }
        Item::Value(Value::Array(array)) => set_in_list(array, list, text),
        Item::Value(value @ Value::String(_)) if list.is_none() => {
            replace(value, text);
            true
        }
        _ => false,
    }
}

fn set_in_list(array: &mut Array, at: Option<usize>, text: &str) -> bool {
    let Some(at) = at else { return false };
    if at == array.len() {
        array.push(text);
    } else {
        let Some(value) = array.get_mut(at) else { return false };
        replace(value, text);
    }
    true
}

/// Takes the last sentence of a list away. `false` if the key is no such sentence.
pub fn remove_last(document: &mut DocumentMut, key: &str) -> bool {
    match place(document, key) {
        Some((Some(at), Item::Value(Value::Array(array)))) if at + 1 == array.len() => {
            array.remove(at);
            true
        }
        _ => false,
    }
}

/// The value of a key, and the place in it if it is a list.
fn place<'a>(document: &'a mut DocumentMut, key: &str) -> Option<(Option<usize>, &'a mut Item)> {
    let mut item = document.as_item_mut();
    let mut names = key.split('.');
    while let Some(name) = names.next() {
        item = item.as_table_like_mut()?.get_mut(name)?;
        if item.is_array() {
            let list = names.next().map(str::parse).transpose().ok()?;
            return names.next().is_none().then_some((list, item));
        }
    }
    Some((None, item))
}

fn replace(value: &mut Value, text: &str) {
    let decor = value.decor().clone();
    *value = text.into();
    *value.decor_mut() = decor;
}

/// A new file with every place of its source, and nothing in them.
pub fn empty_copy(source: &DocumentMut) -> DocumentMut {
    let mut copy = source.clone();
    copy.remove("synonyms");
    copy.remove(NOT_NEEDED);
    for (key, item) in copy.iter_mut().filter(|(key, _)| !NOT_TRANSLATED.contains(&key.get())) {
        empty(item, key.get());
    }
    copy
}

fn empty(item: &mut Item, key: &str) {
    if let Some(array) = item.as_array_mut() {
        if has_own_length(key) { array.clear() } else { array.iter_mut().for_each(|value| replace(value, "")) }
    } else if let Some(table) = item.as_table_like_mut() {
        table.iter_mut().for_each(|(name, item)| empty(item, &format!("{key}.{}", name.get())));
    } else if let Some(value) = item.as_value_mut().filter(|value| value.is_str()) {
        replace(value, "");
    }
}

/// Adds the places that only the source has, each after the one that stands before it there. Tells whether there were any.
pub fn complete(source: &DocumentMut, document: &mut DocumentMut) -> bool {
    let added = complete_table(source, document, "");
    if added {
        number(document, &mut 0);
    }
    added
}

fn complete_table(source: &Table, table: &mut Table, path: &str) -> bool {
    let (mut added, mut added_here) = (false, false);
    let key = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    for (name, item) in source.iter().filter(|(name, _)| !path.is_empty() || !NOT_TRANSLATED.contains(name)) {
        match table.get_mut(name) {
            None if path.is_empty() && name == NOT_NEEDED => {}
            None => {
                let mut item = item.clone();
                empty(&mut item, &key(name));
                table.insert(name, item);
                added_here = true;
            }
            Some(Item::Table(inside)) => {
                added |= item.as_table().is_some_and(|source| complete_table(source, inside, &key(name)));
            }
            Some(Item::Value(Value::Array(array))) if !has_own_length(&key(name)) => {
                let length = item.as_array().map_or(0, Array::len);
                added |= array.len() < length;
                array.extend(std::iter::repeat_n("", length.saturating_sub(array.len())));
            }
            Some(_) => {}
        }
    }
    if added_here {
        // What only this file has stays where it was among the others.
        let mut order: Vec<String> = table.iter().map(|(name, _)| name.to_owned()).collect();
        let mut before: Option<&str> = None;
        for (name, _) in source.iter().filter(|(name, _)| table.contains_key(name)) {
            order.retain(|other| other != name);
            let at = before.and_then(|before| order.iter().position(|other| other == before)).map_or(0, |at| at + 1);
            order.insert(at, name.to_owned());
            before = Some(name);
        }
        let rank = |name: &str| order.iter().position(|other| other == name);
        table.sort_values_by(|one, _, other, _| rank(one.get()).cmp(&rank(other.get())));
    }
    added || added_here
}

/// Numbers all tables as they stand, so that new ones are written where they belong.
fn number(table: &mut Table, next: &mut isize) {
    table.set_position(Some(*next));
    *next += 1;
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inside) => number(inside, next),
            Item::ArrayOfTables(all) => all.iter_mut().for_each(|inside| number(inside, next)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "revision = 2\nstate = \"machine\"\ntitle = \"A\"\n\n# Things\n[items]\none = \"1\"\ntwo = \"2\"\n\n[start]\nsay = [\"x\", \"y\"]\n\n[talk]\nask = \"?\"\n\n[talk.turns.first]\nsays = \"s\"\nreplies.yes = \"r\"\n";

    fn document(text: &str) -> DocumentMut {
        text.parse().unwrap()
    }

    fn lines(document: &DocumentMut) -> Vec<String> {
        sentences(document).into_iter().map(|Sentence { key, text }| format!("{key}={text}")).collect()
    }

    #[test]
    fn each_sentence_has_its_place() {
        let found = lines(&document(SOURCE));
        let expected = ["title=A", "items.one=1", "items.two=2", "start.say.0=x", "start.say.1=y", "talk.ask=?"];
        assert_eq!(found[..6], expected);
        assert_eq!(found[6..], ["talk.turns.first.says=s", "talk.turns.first.replies.yes=r"]);
    }

    #[test]
    fn a_changed_sentence_leaves_all_else_as_it_stands() {
        for (key, before, after) in [
            ("title", "\"A\"", "\"B \\\" =1+1\""),
            ("start.say.1", "\"y\"", "\"B \\\" =1+1\""),
            ("talk.turns.first.replies.yes", "\"r\"", "\"B \\\" =1+1\""),
        ] {
            let mut changed = document(SOURCE);
            assert!(set(&mut changed, key, "B \" =1+1"));
            let unquoted = changed.to_string().replace("'B \" =1+1'", after);
            assert_eq!(unquoted, SOURCE.replace(before, after));
        }
        for key in ["titel", "items", "start.say", "start.say.3", "start.say.x", "title.0", "talk.turns"] {
            assert!(!set(&mut document(SOURCE), key, "B"), "{key}");
        }
    }

    #[test]
    fn a_new_file_has_every_place_and_nothing_in_it() {
        let mut copy = empty_copy(&document("[terms.badge]\nwords = [\"badge\"]\nsays = [\"One.\"]\n"));
        assert_eq!(copy.to_string(), "[terms.badge]\nwords = []\nsays = []\n");
        assert!(!set(&mut copy, "terms.badge.says.1", "Due.") && set(&mut copy, "terms.badge.says.0", "Uno."));
        let copy = empty_copy(&document(SOURCE));
        assert!(sentences(&copy).iter().all(|sentence| sentence.text.is_empty()));
        assert_eq!(sentences(&copy).len(), sentences(&document(SOURCE)).len());
        assert!(copy.to_string().contains("# Things\n[items]"), "{copy}");
    }

    #[test]
    fn what_only_the_source_has_comes_where_it_stands_there() {
        let without = "revision = 1\nstate = \"machine\"\ntitle = \"B\"\n\n# Mine\n[items]\ntwo = \"2\"\nown = \"3\"\n\n[talk]\nask = \"!\"\n";
        let mut completed = document(without);
        assert!(complete(&document(SOURCE), &mut completed));
        let expected = "revision = 1\nstate = \"machine\"\ntitle = \"B\"\n\n# Mine\n[items]\none = \"\"\ntwo = \"2\"\nown = \"3\"\n\n[start]\nsay = [\"\", \"\"]\n\n[talk]\nask = \"!\"\n\n[talk.turns.first]\nsays = \"\"\nreplies.yes = \"\"\n";
        assert_eq!(completed.to_string(), expected);
        assert!(!complete(&document(SOURCE), &mut completed));
    }

    #[test]
    fn what_is_for_coaches_comes_with_its_head() {
        let coach = "[coach]\ngoal = \"g\"\nsay = [\"x\", \"y\"]\n";
        let source = document(&format!("title = \"A\"\n\n{coach}"));
        assert_eq!(empty_copy(&source).to_string(), "title = \"\"\n");
        let mut own = document("title = \"B\"\n");
        assert!(!complete(&source, &mut own) && is_left_out(&own, "coach.goal") && !is_left_out(&own, "title"));
        let mut own = document("title = \"B\"\n\n[coach]\n");
        assert!(complete(&source, &mut own) && !is_left_out(&own, "coach.goal"));
        assert_eq!(own.to_string(), "title = \"B\"\n\n[coach]\ngoal = \"\"\nsay = []\n");
        let mut own = document(&format!("title = \"B\"\n\n{}", coach.replace(", \"y\"", "")));
        assert!(!complete(&source, &mut own));
        let later = |key| first_of_optional(key);
        assert_eq!(
            [later("coach.say.1").as_deref(), later("coach.say.0").as_deref(), later("real.say.1").as_deref()],
            [Some("coach.say.0"), None, None]
        );
    }

    #[test]
    fn the_forms_of_a_hard_word_are_one_cell_and_an_explanation_has_its_own_length() {
        let source = "[terms.badge]\nwords = [\"badge\", \"badges\"]\nsays = [\"One.\", \"Two.\"]\n";
        let mut own = document("[terms.badge]\nwords = [\"tesserino\"]\nsays = [\"Uno.\"]\n");
        assert!(!complete(&document(source), &mut own));
        assert_eq!(lines(&document(source))[0], "terms.badge.words=badge, badges");
        assert!(set(&mut own, "terms.badge.words", "tesserino,  il tesserino"));
        assert!(set(&mut own, "terms.badge.says.1", "Due."));
        assert_eq!(
            own.to_string(),
            "[terms.badge]\nwords = [\"tesserino\", \"il tesserino\"]\nsays = [\"Uno.\", \"Due.\"]\n"
        );
        assert!(remove_last(&mut own, "terms.badge.says.1") && !remove_last(&mut own, "terms.badge.says.1"));
    }
}
