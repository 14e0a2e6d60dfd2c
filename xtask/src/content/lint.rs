//! Brings all words before the easy-language lint: of lessons, courses, pictures, the glossary and the app itself.

use super::check::Findings;
use super::glossary::{Glossary, Term};
use super::read::{Content, toml_file};
use super::texts::Texts;
use super::{guides, lesson_rules, scripts};
use easy_language::{Finding, Kind, Language, Lesson, Reader, Screen, Severity, Terms, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Words of the app that must name licences, works and techniques as they are called.
const NAMES_OF_OTHERS: [&str; 6] =
    ["about_words", "about_pictures", "about_fonts", "about_glyphs", "about_code", "no_script"];

/// Lints everything in every language.
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
            let texts = Texts::of(files, words);
            texts.all().iter().for_each(|one| all_texts.extend([one.text.as_str(), "\n"]));
            let reader = content.audience(id).reader();
            let lesson = Lesson { screens: texts.screens(files, words), terms: &terms, reader };
            let file = format!("content/lessons/{id}/{code}.toml");
            tell(&file, easy_language::check(language, &lesson), found);
            // By itself: its sentences would make those of the lesson look longer.
            let lines = scripts::lines(files, &code);
            let script = Lesson { screens: vec![scripts::screen(files, &lines)], terms: &terms, reader: Reader::Staff };
            tell(&file, easy_language::check(language, &script), found);
        }
        for (file, screen) in other_words(content, &code) {
            tell(&file, easy_language::check(language, &for_workers(vec![screen], &terms)), found);
        }
        for (file, lines) in guides::lines(content, &code) {
            let guide = Lesson { screens: guides::screens(&lines), terms: &terms, reader: Reader::Staff };
            tell(&file, easy_language::check(language, &guide), found);
        }
        lint_app_words(content, &code, language, &terms, found);
        let name = format!("content/glossary/{code}.toml");
        let screens = explanations(glossary);
        tell(&name, easy_language::check(language, &for_workers(screens, &terms)), found);
        unused_forms(language, glossary, &all_texts)
            .into_iter()
            .for_each(|form| found.warning(format!("{name}: no lesson has the word \"{form}\". Take it out")));
    }
    lesson_rules::check(content, found);
}

/// What everybody may read, and so in easy language.
fn for_workers<'a>(screens: Vec<Screen<'a>>, terms: &'a Terms) -> Lesson<'a> {
    Lesson { screens, terms, reader: Reader::Worker }
}

/// The words outside lessons, each with its file: titles of courses and what pictures show.
fn other_words<'a>(content: &'a Content, code: &str) -> Vec<(String, Screen<'a>)> {
    let mut found = vec![];
    for course in &content.courses {
        let texts = course.titles.get(code).map(|text| Text { key: "title", kind: Kind::Title, text });
        let screen = Screen { texts: texts.into_iter().collect(), ..Screen::default() };
        found.push((format!("content/courses/{}/{code}.toml", course.id), screen));
    }
    let alts = content.alts.get(code).into_iter().flatten();
    let texts = alts.map(|(id, text)| Text { key: id.as_str(), kind: Kind::Alt, text }).collect();
    found.push((format!("content/pictures/{code}.toml"), Screen { texts, ..Screen::default() }));
    found
}

/// Lints the app's own words. Only mistakes are told, since a warning that stays would be told for ever.
fn lint_app_words(content: &Content, code: &str, language: Language, terms: &Terms, found: &mut Findings) {
    let words = app_words(content, code);
    let kind = |text: &str| if text.ends_with(['.', '?', '!', '؟', '…']) { Kind::Hint } else { Kind::Title };
    let texts = words.iter().map(|(key, text)| Text { key, kind: kind(text), text }).collect();
    let screens = vec![Screen { texts, ..Screen::default() }];
    let mut findings = easy_language::check(language, &for_workers(screens, terms));
    findings.retain(|finding| finding.severity == Severity::Error);
    tell(&format!("locales/{code}.toml"), findings, found);
}

/// The app's own words as readers see them, by key; none if they cannot be read, which another check tells.
pub(super) fn app_words(content: &Content, code: &str) -> BTreeMap<String, String> {
    let path = content.root.join(format!("../locales/{code}.toml"));
    let mut words: BTreeMap<String, String> = toml_file(&path).unwrap_or_default();
    words.retain(|key, _| !NAMES_OF_OTHERS.contains(&key.as_str()));
    words.values_mut().for_each(|text| *text = with_filled_gaps(text));
    words
}

/// `{step}` as a reader sees it: a number.
fn with_filled_gaps(text: &str) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        filled.push('3');
        filled.push_str(part.split_once('}').map_or(part, |(_, after)| after));
    }
    filled
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

#[cfg(test)]
mod tests {
    use super::*;
    use engine::ids::{ItemId, PictureId};

    #[test]
    fn a_gap_reads_as_a_number() {
        assert_eq!(with_filled_gaps("Stap {step} van {steps}"), "Stap 3 van 3");
        assert_eq!(with_filled_gaps("Klaar"), "Klaar");
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
