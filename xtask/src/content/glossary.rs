//! The glossary of one language: the hard words that it explains, the short forms that everybody knows, and the one word for
//! each thing. `content/FORMAT.md` describes the files.

use super::read::toml_file;
use anyhow::{Result, bail};
use easy_language::{Synonym, Terms};
use engine::ids::{ItemId, PictureId};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Everything that `content/glossary/` says in one language.
#[derive(Debug, Default)]
pub struct Glossary {
    /// The hard words, by their id, which is the same in every language.
    pub terms: BTreeMap<ItemId, Term>,
    /// Short forms that everybody knows, written exactly so.
    pub short_forms: Vec<String>,
    /// Words not to use, each with the one to use.
    pub synonyms: Vec<Synonym>,
}

/// A hard word and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Every form that lesson texts use; the first one heads the explanation. At least one.
    pub words: Vec<String>,
    /// What it means, in one or two easy sentences.
    pub says: Vec<String>,
    /// What it looks like.
    pub picture: PictureId,
}

impl Glossary {
    /// What the lint needs to know.
    pub(super) fn for_lint(&self) -> Terms {
        Terms {
            short_forms: self.short_forms.clone(),
            explained: self.terms.values().flat_map(|term| term.words.clone()).collect(),
            synonyms: self.synonyms.clone(),
        }
    }
}

/// `<lang>.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GlossaryFile {
    #[serde(default)]
    short_forms: Vec<String>,
    #[serde(default)]
    synonyms: Vec<SynonymLine>,
    #[serde(default)]
    terms: BTreeMap<ItemId, TermLines>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SynonymLine {
    forbidden: String,
    instead: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermLines {
    words: Vec<String>,
    says: Vec<String>,
}

/// Reads the glossary of a language below `content`, the folder.
///
/// # Errors
/// When a file cannot be read, and with every problem of what is in it, one for each line.
pub fn read(content: &Path, code: &str) -> Result<Glossary> {
    let name = format!("content/glossary/{code}.toml");
    let pictures: BTreeMap<ItemId, PictureId> = toml_file(&content.join("glossary/terms.toml"))?;
    let mut file: GlossaryFile = toml_file(&content.join(format!("glossary/{code}.toml")))?;
    let mut problems = vec![];
    let mut terms = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (id, picture) in pictures {
        if !content.join(format!("pictures/{picture}.svg")).is_file() {
            let problem = format!("`{id}` has no picture `{picture}`. Draw it, or choose another");
            problems.push(format!("content/glossary/terms.toml: {problem}"));
        }
        let Some(TermLines { words, says }) = file.terms.remove(&id) else {
            problems.push(format!("{name}: `{id}` of terms.toml is not explained. Write [terms.{id}]"));
            continue;
        };
        if words.is_empty() || words.iter().any(|word| word.trim().is_empty()) {
            problems.push(format!("{name}: `{id}` lacks a word. Write each form that lesson texts use"));
        }
        for word in words.iter().filter(|word| !seen.insert(word.to_lowercase())) {
            problems.push(format!("{name}: \"{word}\" stands in two places. Keep it in one term"));
        }
        if !(1..=2).contains(&says.len()) {
            problems.push(format!("{name}: `{id}` says {} sentences. Write 1 or 2", says.len()));
        }
        terms.insert(id, Term { words, says, picture });
    }
    for id in file.terms.keys() {
        problems.push(format!("{name}: `{id}` is not in terms.toml. Add its line there, or take it out here"));
    }
    if !problems.is_empty() {
        // In line with the first one, which the check prints after the word MISTAKE.
        bail!("{}", problems.join("\n         "));
    }
    let synonym = |line: SynonymLine| Synonym { forbidden: line.forbidden, instead: line.instead };
    let synonyms = file.synonyms.into_iter().map(synonym).collect();
    Ok(Glossary { terms, short_forms: file.short_forms, synonyms })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// What is wrong with a glossary of these files, as one text.
    fn problems(test: &str, terms: &str, words: &str) -> String {
        let content = std::env::temp_dir().join(format!("stepwise-glossary-{test}-{}", std::process::id()));
        fs::create_dir_all(content.join("glossary")).unwrap();
        fs::create_dir_all(content.join("pictures")).unwrap();
        fs::write(content.join("pictures/badge.svg"), "<svg/>").unwrap();
        fs::write(content.join("glossary/terms.toml"), terms).unwrap();
        fs::write(content.join("glossary/nl.toml"), words).unwrap();
        let read = read(&content, "nl");
        fs::remove_dir_all(&content).unwrap();
        read.map_or_else(|error| format!("{error:#}"), |glossary| format!("{:?}", glossary.terms.keys()))
    }

    const BADGE: &str = "[terms.badge]\nwords = [\"badge\", \"badges\"]\nsays = [\"Een kaart met je naam.\"]\n";

    #[test]
    fn a_term_that_is_listed_and_explained_is_read() {
        assert_eq!(problems("good", "badge = \"badge\"", BADGE), "[ItemId(\"badge\")]");
    }

    #[test]
    fn a_listed_term_must_be_explained_and_an_explained_one_listed() {
        let found = problems("lists", "clock = \"badge\"", BADGE);
        assert!(found.contains("`clock` of terms.toml is not explained"), "{found}");
        assert!(found.contains("`badge` is not in terms.toml"), "{found}");
    }

    #[test]
    fn a_term_needs_its_picture() {
        let found = problems("picture", "badge = \"card\"", BADGE);
        assert!(found.contains("`badge` has no picture `card`"), "{found}");
    }

    #[test]
    fn a_form_stands_in_one_term_and_a_term_says_one_or_two_sentences() {
        let words = format!(
            "{BADGE}[terms.card]\nwords = [\"Badge\"]\nsays = []\n[terms.pass]\nwords = []\nsays = [\"Een.\"]\n"
        );
        let found = problems("forms", "badge = \"badge\"\ncard = \"badge\"\npass = \"badge\"", &words);
        assert!(found.contains("\"Badge\" stands in two places"), "{found}");
        assert!(found.contains("`card` says 0 sentences"), "{found}");
        assert!(found.contains("`pass` lacks a word"), "{found}");
    }

    #[test]
    fn an_unknown_key_is_a_mistake() {
        for (test, key) in [("old", "explained = []\n"), ("other", "colour = \"x\"\n")] {
            let found = problems(test, "badge = \"badge\"", &format!("{key}{BADGE}"));
            assert!(found.contains("unknown field"), "{found}");
        }
        let found = problems("inside", "badge = \"badge\"", &format!("{BADGE}picture = \"badge\"\n"));
        assert!(found.contains("unknown field `picture`"), "{found}");
    }
}
