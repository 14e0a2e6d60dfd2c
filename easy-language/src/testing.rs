//! Short ways to ask the check, for tests.

use crate::{Kind, Language, Lesson, Reader, Rule, Screen, Severity, Terms, Text, check};

/// A lesson of one screen.
pub(crate) fn lesson<'a>(terms: &'a Terms, texts: &[(Kind, &'a str)]) -> Lesson<'a> {
    let texts = texts.iter().map(|&(kind, text)| Text { key: "key", kind, text }).collect();
    let screen = Screen { step: "step", texts, ..Screen::default() };
    Lesson { screens: vec![screen], terms, reader: Reader::Worker }
}

/// How bad the worst finding of a rule is on one screen; none if the rule holds.
pub(crate) fn verdict(language: Language, rule: Rule, texts: &[(Kind, &str)]) -> Option<Severity> {
    let terms = Terms::default();
    worst(language, rule, &lesson(&terms, texts))
}

/// The same for what a coach reads.
pub(crate) fn staff_verdict(language: Language, rule: Rule, texts: &[(Kind, &str)]) -> Option<Severity> {
    let terms = Terms::default();
    worst(language, rule, &Lesson { reader: Reader::Staff, ..lesson(&terms, texts) })
}

/// How bad the worst finding of a rule is in a lesson.
pub(crate) fn worst(language: Language, rule: Rule, lesson: &Lesson) -> Option<Severity> {
    let severities: Vec<Severity> = check(language, lesson)
        .into_iter()
        .filter(|finding| finding.rule == rule)
        .map(|finding| finding.severity)
        .collect();
    if severities.contains(&Severity::Error) { Some(Severity::Error) } else { severities.first().copied() }
}

/// Each line is refused by the rule.
pub(crate) fn refuses(rule: Rule, lines: &[(Language, &str)]) {
    for &(language, text) in lines {
        let found = verdict(language, rule, &[(Kind::Ask, text)]);
        assert_eq!(found, Some(Severity::Error), "{rule} {language:?}: {text}");
    }
}

/// Each line gets a warning by the rule.
pub(crate) fn warns(rule: Rule, lines: &[(Language, &str)]) {
    for &(language, text) in lines {
        let found = verdict(language, rule, &[(Kind::Ask, text)]);
        assert_eq!(found, Some(Severity::Warning), "{rule} {language:?}: {text}");
    }
}

/// Each line passes the rule.
pub(crate) fn accepts(rule: Rule, lines: &[(Language, &str)]) {
    for &(language, text) in lines {
        let found = verdict(language, rule, &[(Kind::Ask, text)]);
        assert_eq!(found, None, "{rule} {language:?}: {text}");
    }
}
