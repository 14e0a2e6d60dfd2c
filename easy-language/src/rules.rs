//! The rules, one file for each family, and the order in which they are asked.

mod abstract_nouns;
mod address;
mod alternative;
mod appearance;
mod calendar;
mod characters;
mod choices;
mod clauses;
mod direction;
mod length;
mod level;
mod negation;
mod numbers;
mod short_forms;
mod terms;
mod word_length;
mod wording;

use crate::sentences::sentences;
use crate::table::Table;
use crate::term_places::term_places;
use crate::{Finding, Kind, Language, Lesson, Rule, Screen, Severity, Terms, Text};

/// Everything that a lesson's texts break, in reading order: first each screen with its texts, then the lesson as a whole.
pub fn check(language: Language, lesson: &Lesson) -> Vec<Finding> {
    let table = language.table();
    let mut report = Report::default();
    for screen in &lesson.screens {
        for text in &screen.texts {
            let place = Place { table, terms: lesson.terms, screen, text };
            check_text(&place, &mut report);
        }
        length::screen(table, screen, &mut report);
        choices::screen(table, screen, &mut report);
    }
    length::lesson(table, lesson, &mut report);
    level::lesson(table, lesson, &mut report);
    abstract_nouns::lesson(table, lesson, &mut report);
    address::lesson(table, lesson, &mut report);
    direction::lesson(table, lesson, &mut report);
    report.findings
}

fn check_text(place: &Place, report: &mut Report) {
    characters::check(place, report);
    direction::check(place, report);
    match place.text.kind {
        Kind::Document => {}
        Kind::Alt => {
            short_forms::check(place, report);
            terms::check(place, report);
            alternative::check(place, report);
        }
        _ => {
            length::check(place, report);
            word_length::check(place, report);
            match place.text.kind {
                Kind::Coach => clauses::check_forms(place, report),
                kind if kind.is_sentence() => clauses::check(place, report),
                _ => {}
            }
            negation::check(place, report);
            numbers::check(place, report);
            short_forms::check(place, report);
            terms::check(place, report);
            address::check(place, report);
            calendar::check(place, report);
            appearance::check(place, report);
            wording::check(place, report);
        }
    }
}

/// One text, with all that a rule may need to know about it.
pub(crate) struct Place<'a> {
    pub table: &'static Table,
    pub terms: &'a Terms,
    pub screen: &'a Screen<'a>,
    pub text: &'a Text<'a>,
}

impl<'a> Place<'a> {
    pub fn sentences(&self) -> Vec<&'a str> {
        sentences(self.table, self.text.text)
    }

    /// Whether a form of the glossary stands in a piece of this text, or the piece in it; the app explains it there.
    pub fn is_explained(&self, piece: &str) -> bool {
        let text = self.text.text;
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        let end = start + piece.len();
        term_places(self.table, text, &self.terms.explained)
            .into_iter()
            .any(|term| term.place.start < end && start < term.place.end)
    }
}

/// Collects what the rules find.
#[derive(Default)]
pub(crate) struct Report {
    findings: Vec<Finding>,
}

impl Report {
    pub fn error(&mut self, place: &Place, rule: Rule, text: &str, remedy: String) {
        let (step, key) = (place.screen.step, place.text.key);
        self.add(rule, Severity::Error, [step, key, text], remedy);
    }

    pub fn warning(&mut self, place: &Place, rule: Rule, text: &str, remedy: String) {
        let (step, key) = (place.screen.step, place.text.key);
        self.add(rule, Severity::Warning, [step, key, text], remedy);
    }

    /// `place` is step, key and text; empty where the finding is about something larger.
    pub fn add(&mut self, rule: Rule, severity: Severity, place: [&str; 3], remedy: String) {
        let [step, key, text] = place.map(str::to_owned);
        self.findings.push(Finding { rule, severity, step, key, text, remedy });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::lesson;
    use proptest::prelude::*;

    #[test]
    fn a_finding_names_its_place_and_reads_as_a_sentence() {
        let terms = Terms::default();
        let long = "Je gaat eerst naar de klok en dan ga je naar je kast.";
        let findings = check(Language::Nl, &lesson(&terms, &[(Kind::Say, long)]));
        let first = findings
            .first()
            .map(|finding| (finding.to_string(), finding.step.as_str(), finding.key.as_str(), finding.text.as_str()));
        let remedy = "L1: 13 words, at most 10. Make two sentences.".to_owned();
        assert_eq!(first, Some((remedy, "step", "key", long)));
    }

    #[test]
    fn in_a_document_only_characters_and_capitals_matter() {
        let terms = Terms::default();
        let text = "Veertien dagen rood, niet omdat u om 07:45 uur 123456 verantwoordelijkheidsgevoel";
        assert_eq!(check(Language::Nl, &lesson(&terms, &[(Kind::Document, text)])), []);
    }

    #[test]
    fn a_coach_may_read_clauses_and_a_negation_in_the_same_plain_words() {
        let terms = Terms {
            synonyms: vec![crate::Synonym { forbidden: "client*".to_owned(), instead: "worker".to_owned() }],
            ..Terms::default()
        };
        let found = |kind, text| {
            let findings = check(Language::En, &lesson(&terms, &[(kind, text)]));
            findings.iter().map(|finding| finding.rule.to_string()).collect::<Vec<_>>().join(" ")
        };
        let clauses = "Wait, because it is not clear which box is next, and then ask.";
        assert_eq!(found(Kind::Say, clauses), "L1 L7 L8 L10 L2");
        assert_eq!(found(Kind::Coach, clauses), "");
        assert_eq!(
            found(Kind::Coach, "The client was helped with two boxes, never not the green one."),
            "L9 L10 L11 L15 L28"
        );
    }

    #[test]
    fn an_easy_lesson_has_no_finding() {
        let terms = Terms::default();
        let easy = [
            (Language::Nl, "Je krijgt dit bericht. Wat doe je?"),
            (Language::En, "You get this message. What do you do?"),
            (Language::Fr, "Tu as ce message. Que fais-tu ?"),
            (Language::Ar, "وصلت رسالة. ماذا تفعل؟"),
            (Language::Uk, "Ви маєте нове слово. Що ви робите?"),
        ];
        for (language, text) in easy {
            assert_eq!(check(language, &lesson(&terms, &[(Kind::Ask, text)])), []);
        }
    }

    /// Each case takes one language: with all of them in each, the test would take half a minute.
    fn a_language() -> impl Strategy<Value = Language> {
        proptest::sample::select(Language::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn no_text_makes_the_check_panic(language in a_language(), text in any::<String>(), key in ".{0,8}") {
            let terms = Terms {
                short_forms: vec![key.clone()],
                explained: vec![key.clone()],
                synonyms: vec![crate::Synonym { forbidden: text.clone(), instead: key.clone() }],
            };
            let kinds = [
                Kind::Title, Kind::Say, Kind::Ask, Kind::Option, Kind::Can, Kind::Hint, Kind::Document, Kind::Coach, Kind::Alt,
            ];
            let texts: Vec<_> = kinds.map(|kind| (kind, text.as_str())).into();
            let lesson = lesson(&terms, &texts);
            check(language, &lesson);
            crate::readability(language, &lesson);
            prop_assert_eq!(crate::soften(language, &text).replace('\u{ad}', ""), text.replace('\u{ad}', ""));
        }

        #[test]
        fn no_text_that_looks_like_a_lesson_makes_the_check_panic(
            language in a_language(),
            text in "[a-zéа-яίا-ي'’ʼ ?!.,:؟،؛;/0-9٠-٩A-Z«\u{ad}\u{2068}-]{0,80}"
        ) {
            let terms = Terms::default();
            check(language, &lesson(&terms, &[(Kind::Say, &text), (Kind::Option, &text), (Kind::Alt, &text)]));
        }
    }
}
