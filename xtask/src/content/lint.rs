//! Brings the words of each lesson before the easy-language lint.

use super::check::Findings;
use super::glossary::{Glossary, Term};
use super::read::{Content, LessonFiles};
use easy_language::{Finding, Kind, Language, Lesson, Screen, Severity, Text};
use engine::ids::LessonId;
use engine::plan::PlanStep;
use engine::words::{StepWords, Words};
use std::collections::BTreeSet;

/// Lints every lesson and the glossary in every language.
pub fn lint(content: &Content, found: &mut Findings) {
    for code in content.codes() {
        let Some(language) = Language::from_code(&code) else {
            found.error(format!("content/languages.toml: easy-language has no table for `{code}`. Add easy-language/src/tables/{code}.rs"));
            continue;
        };
        let Some(glossary) = content.glossaries.get(&code) else { continue };
        let terms = glossary.for_lint();
        let mut all_texts = String::new();
        for (id, files) in &content.lessons {
            let Some(words) = files.words.get(&code) else { continue };
            let keys = Keys::of(files, words);
            keys.0.iter().for_each(|(_, _, text, _)| all_texts.extend([text, "\n"]));
            let lesson = Lesson { screens: screens(files, words, &keys), terms: &terms };
            tell(&format!("content/lessons/{id}/{code}.toml"), easy_language::check(language, &lesson), found);
        }
        let name = format!("content/glossary/{code}.toml");
        let screens = explanations(glossary);
        tell(&name, easy_language::check(language, &Lesson { screens, terms: &terms }), found);
        unused_forms(language, glossary, &all_texts)
            .into_iter()
            .for_each(|form| found.warning(format!("{name}: no lesson has the word \"{form}\". Take it out")));
    }
    for (id, files) in &content.lessons {
        same_number_of_sentences(&content.codes(), id, files, found);
    }
}

fn tell(file: &str, findings: Vec<Finding>, found: &mut Findings) {
    for finding in findings {
        let place = [finding.step.as_str(), finding.key.as_str()].into_iter().filter(|part| !part.is_empty());
        let place = place.collect::<Vec<_>>().join(".");
        let text = format!("{file}, {place}: {finding} «{}»", finding.text);
        match finding.severity {
            Severity::Error => found.error(text),
            Severity::Warning => found.warning(text),
        }
    }
}

/// Each explanation of the glossary is one screen.
fn explanations(glossary: &Glossary) -> Vec<Screen<'_>> {
    let mut screens = vec![];
    for (id, term) in &glossary.terms {
        let texts = term.says.iter().map(|text| Text { key: "says", kind: Kind::Say, text }).collect();
        screens.push(Screen { step: id.as_str(), texts, ..Screen::default() });
    }
    screens
}

/// The forms of the glossary that stand in no text. The first form of a term heads its explanation, so it may stand nowhere
/// if another form of the term does.
fn unused_forms<'a>(language: Language, glossary: &'a Glossary, texts: &str) -> Vec<&'a str> {
    let forms: Vec<&str> = glossary.terms.values().flat_map(|term| &term.words).map(String::as_str).collect();
    let used: BTreeSet<&str> = easy_language::terms_in(language, texts, &forms)
        .into_iter()
        .filter_map(|term| forms.get(term.form).copied())
        .collect();
    let is_used = |form: &&str| used.contains(form);
    let unused = |term: &'a Term| {
        let (heads, others) = term.words.split_at(term.words.len().min(1));
        let heads = heads.iter().filter(|_| !others.iter().map(String::as_str).any(|form| is_used(&form)));
        heads.chain(others).map(String::as_str).filter(|form| !is_used(form)).collect::<Vec<_>>()
    };
    glossary.terms.values().flat_map(unused).collect()
}

/// Help in the reader's own language shows each sentence under its own, so each list is as long in every language.
fn same_number_of_sentences(codes: &[String], lesson: &LessonId, files: &LessonFiles, found: &mut Findings) {
    let mut languages = codes.iter().filter_map(|code| Some((code, files.words.get(code)?)));
    let Some((first, model)) = languages.next() else { return };
    for (code, words) in languages {
        for step in &files.plan.steps {
            let counts = |words: &Words| {
                let said = words.steps.get(step.id.as_str());
                said.map_or([0, 0], |said| [said.say.len(), said.more.len()])
            };
            for (list, (here, there)) in ["say", "more"].into_iter().zip(counts(words).into_iter().zip(counts(model))) {
                if here != there {
                    found.error(format!(
                        "content/lessons/{lesson}/{code}.toml, {}.{list}: sentences: {here}, in {first}.toml {there}. Write as many in every language",
                        step.id
                    ));
                }
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use engine::ids::{ItemId, PictureId};
    use std::collections::BTreeMap;

    const PLAN: &str = "revision = 1\nminutes = 1\n[[steps]]\nid = \"start\"\npart = \"situation\"\nkind = \"tell\"\n";
    const WORDS: &str = "revision = 1\nstate = \"machine\"\ntitle = \"T\"\ncan = \"C\"\n[start]\n";

    /// A lesson of one card, with its words in Dutch and English.
    fn lesson(nl: &str, en: &str) -> LessonFiles {
        let words = |lines: &str| toml::from_str::<Words>(&format!("{WORDS}{lines}")).unwrap();
        let words = BTreeMap::from([("nl".to_owned(), words(nl)), ("en".to_owned(), words(en))]);
        LessonFiles { plan: toml::from_str(PLAN).unwrap(), words }
    }

    fn mistakes(nl: &str, en: &str) -> usize {
        let mut found = Findings::default();
        let codes = ["nl", "en", "fr"].map(str::to_owned);
        same_number_of_sentences(&codes, &LessonId::new("x").unwrap(), &lesson(nl, en), &mut found);
        found.errors()
    }

    #[test]
    fn every_language_says_as_many_sentences() {
        assert_eq!(mistakes("say = [\"a\", \"b\"]\nmore = [\"c\"]", "say = [\"a\", \"b\"]\nmore = [\"c\"]"), 0);
        assert_eq!(mistakes("say = [\"a\", \"b\"]", "say = [\"a\"]"), 1);
        assert_eq!(mistakes("say = [\"a\"]\nmore = [\"b\"]", "say = [\"a\"]"), 1);
        assert_eq!(mistakes("say = [\"a\"]", "say = [\"a\", \"b\"]\nmore = [\"c\"]"), 2);
    }

    #[test]
    fn a_form_that_no_lesson_uses_is_named_and_a_heading_may_be_one() {
        let unused = |words: [&str; 2], texts: &str| {
            let picture = PictureId::new("badge").unwrap();
            let term = Term { words: words.map(str::to_owned).into(), says: vec![], picture };
            let terms = BTreeMap::from([(ItemId::new("badge").unwrap(), term)]);
            unused_forms(Language::Nl, &Glossary { terms, ..Glossary::default() }, texts).join(" ")
        };
        assert_eq!(unused(["badge", "badges"], "Neem je badge.\nWacht."), "badges");
        assert_eq!(unused(["vegen", "veeg"], "Veeg over het scherm."), "");
        assert_eq!(unused(["vegen", "veeg"], "Tik op het scherm."), "vegen veeg");
    }
}
