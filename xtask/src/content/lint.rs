//! Brings the words of each lesson before the easy-language lint.

use super::check::Findings;
use super::read::{Content, LessonFiles, toml_file};
use easy_language::{Kind, Language, Lesson, Screen, Severity, Synonym, Terms, Text};
use engine::plan::PlanStep;
use engine::words::{StepWords, Words};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TermFile {
    short_forms: Vec<String>,
    explained: Vec<String>,
    #[serde(default)]
    synonyms: Vec<SynonymLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SynonymLine {
    forbidden: String,
    instead: String,
}

/// Lints every lesson in every language that has rules.
pub fn lint(content: &Content, found: &mut Findings) {
    for code in content.codes() {
        let Some(language) = Language::from_code(&code) else {
            found.error(format!("content/languages.toml: easy-language has no table for `{code}`. Add easy-language/src/tables/{code}.rs"));
            continue;
        };
        let terms = match terms(content, &code) {
            Ok(terms) => terms,
            Err(error) => {
                found.error(format!("{error:#}"));
                continue;
            }
        };
        for (id, files) in &content.lessons {
            let Some(words) = files.words.get(&code) else { continue };
            let keys = Keys::of(files, words);
            let lesson = Lesson { screens: screens(files, words, &keys), terms: &terms };
            for finding in easy_language::check(language, &lesson) {
                let place = [finding.step.as_str(), finding.key.as_str()].into_iter().filter(|part| !part.is_empty());
                let place = place.collect::<Vec<_>>().join(".");
                let text = format!("content/lessons/{id}/{code}.toml, {place}: {finding} «{}»", finding.text);
                match finding.severity {
                    Severity::Error => found.error(text),
                    Severity::Warning => found.warning(text),
                }
            }
        }
    }
}

/// The project's own words in a language.
fn terms(content: &Content, code: &str) -> anyhow::Result<Terms> {
    let file: TermFile = toml_file(&content.root.join(format!("glossary/{code}.toml")))?;
    let synonym = |line: SynonymLine| Synonym { forbidden: line.forbidden, instead: line.instead };
    let synonyms = file.synonyms.into_iter().map(synonym).collect();
    Ok(Terms { short_forms: file.short_forms, explained: file.explained, synonyms })
}

/// Names of the texts, kept while the lint looks at them.
struct Keys(Vec<(String, Kind, String, usize)>);

impl Keys {
    /// Key, kind, text and screen of every text, in reading order. Screen 0 is the title; a chat has one for each turn.
    fn of(files: &LessonFiles, words: &Words) -> Self {
        let mut all = vec![
            ("title".to_owned(), Kind::Title, words.title.clone(), 0),
            ("can".to_owned(), Kind::Can, words.can.clone(), 0),
        ];
        for (id, text) in &words.items {
            all.push((format!("items.{id}"), Kind::Document, text.clone(), 0));
        }
        let mut screen = 0;
        for step in &files.plan.steps {
            screen += 1;
            if let Some(said) = words.steps.get(step.id.as_str()) {
                screen = Self::of_step(&mut all, step, said, screen);
            }
        }
        Self(all)
    }

    fn of_step(all: &mut Vec<(String, Kind, String, usize)>, step: &PlanStep, said: &StepWords, first: usize) -> usize {
        let mut add = |key: String, kind, text: &str, screen| all.push((key, kind, text.to_owned(), screen));
        let list = [("say", &said.say), ("more", &said.more)];
        for (key, texts) in list {
            texts.iter().enumerate().for_each(|(at, text)| add(format!("{key}.{at}"), Kind::Say, text, first));
        }
        let single =
            [("ask", Kind::Ask, &said.ask), ("hint", Kind::Hint, &said.hint), ("reason", Kind::Hint, &said.reason)];
        for (key, kind, text) in single {
            text.iter().for_each(|text| add(key.to_owned(), kind, text, first));
        }
        said.options.iter().for_each(|(id, text)| add(format!("options.{id}"), Kind::Option, text, first));
        said.items.iter().for_each(|(id, text)| add(format!("items.{id}"), Kind::Say, text, first));
        said.pairs.iter().for_each(|(id, text)| add(format!("pairs.{id}"), Kind::Say, text, first));
        said.found.iter().for_each(|(id, text)| add(format!("found.{id}"), Kind::Hint, text, first));
        let mut screen = first;
        for turn in &step.turns {
            let Some(words) = said.turns.get(&turn.id) else { continue };
            screen += 1;
            let key = |name: &str| format!("turns.{}.{name}", turn.id);
            add(key("says"), Kind::Hint, &words.says, screen);
            add(key("hint"), Kind::Hint, &words.hint, screen);
            words.replies.iter().for_each(|(id, text)| add(key(&format!("replies.{id}")), Kind::Option, text, screen));
            words.after.iter().for_each(|(id, text)| add(key(&format!("after.{id}")), Kind::Hint, text, screen));
        }
        screen
    }
}

fn screens<'a>(files: &'a LessonFiles, words: &'a Words, keys: &'a Keys) -> Vec<Screen<'a>> {
    let mut names = vec![("", false)];
    for step in &files.plan.steps {
        let turns = words.steps.get(step.id.as_str()).map_or(0, |said| said.turns.len());
        // A picture of a prohibition stands beside the one "not" of its card.
        let prohibition = step.picture.as_ref().is_some_and(|picture| picture.as_str().contains("sign-"));
        names.extend(std::iter::repeat_n((step.id.as_str(), prohibition), turns + 1));
    }
    let screen = |(at, (step, prohibition)): (usize, (&'a str, bool))| {
        let texts = keys.0.iter().filter(|(.., screen)| *screen == at);
        let texts = texts.map(|(key, kind, text, _)| Text { key, kind: *kind, text }).collect();
        Screen { step, texts, signs: files.plan.signs, prohibition, numbers: false }
    };
    names.into_iter().enumerate().map(screen).collect()
}
