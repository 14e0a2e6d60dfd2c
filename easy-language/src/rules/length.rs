//! L1, L2, L3 and L6: how much text there is.

use super::{Place, Report};
use crate::readability::{measure, share};
use crate::sentences::sentences;
use crate::table::Table;
use crate::words::words;
use crate::{Kind, Lesson, Rule, Screen, Severity};

/// L1: the most words of a title or an option.
const SHORT_TEXT_WORDS: usize = 6;
/// L6: the most sentences of one text that holds several (an `ask`, a `hint`).
const PARAGRAPH_SENTENCES: usize = 3;
/// L6: the most sentences on one screen.
const SCREEN_SENTENCES: usize = 8;

/// L1 for each sentence, and the sentences of one text (L6).
pub(crate) fn check(place: &Place, report: &mut Report) {
    let found = place.sentences();
    let (limit, advice) = match place.text.kind {
        Kind::Title => (SHORT_TEXT_WORDS, "Make the title shorter."),
        Kind::Option => (SHORT_TEXT_WORDS, "Make the option shorter."),
        kind => (place.table.sentence_words * usize::from(kind.allowance()), "Make two sentences."),
    };
    for sentence in &found {
        let count = words(sentence).len();
        if count > limit {
            let remedy = format!("{count} words, at most {limit}. {advice}");
            report.error(place, Rule::L1, sentence, remedy);
        }
    }
    if place.text.kind == Kind::Say && found.len() > 1 {
        let remedy = format!("{} sentences in one line. Give each sentence its own line.", found.len());
        report.error(place, Rule::L6, place.text.text, remedy);
    } else if found.len() > PARAGRAPH_SENTENCES {
        let remedy = format!("{} sentences, at most {PARAGRAPH_SENTENCES}. Leave out what can wait.", found.len());
        report.error(place, Rule::L6, place.text.text, remedy);
    }
}

/// L2 and the sentences of one screen (L6).
pub(crate) fn screen(table: &'static Table, screen: &Screen, report: &mut Report) {
    let texts = || screen.texts.iter();
    let running = texts().filter(|text| text.kind.is_running());
    let measured = measure(table, running.flat_map(|text| sentences(table, text.text)));
    if measured.mean_words > table.mean_words {
        let remedy = format!(
            "{:.1} words per sentence on this card, at most {}. Shorten the longest sentences.",
            measured.mean_words, table.mean_words
        );
        report.add(Rule::L2, Severity::Error, [screen.step, "", ""], remedy);
    }
    let count: usize =
        texts().filter(|text| text.kind.is_seen_at_once()).map(|text| sentences(table, text.text).len()).sum();
    if count > SCREEN_SENTENCES {
        let remedy =
            format!("{count} sentences on this card, at most {SCREEN_SENTENCES}. Leave out some or make two cards.");
        report.add(Rule::L6, Severity::Error, [screen.step, "", ""], remedy);
    }
}

/// L3, the RIX of the lesson, and that of what its coach reads.
pub(crate) fn lesson(table: &'static Table, lesson: &Lesson, report: &mut Report) {
    rix(table, lesson, Kind::is_sentence, 1, report);
    rix(table, lesson, |kind| kind == Kind::Coach, Kind::Coach.allowance(), report);
}

fn rix(table: &'static Table, lesson: &Lesson, counts: fn(Kind) -> bool, allowance: u8, report: &mut Report) {
    let texts = lesson.screens.iter().flat_map(|screen| &screen.texts);
    let counted = texts.filter(|text| counts(text.kind));
    let measured = measure(table, counted.flat_map(|text| sentences(table, text.text)));
    let limit = table.rix * f32::from(allowance);
    let severity = if measured.rix > limit {
        Severity::Error
    } else if measured.rix >= table.rix_warning * f32::from(allowance) {
        Severity::Warning
    } else {
        return;
    };
    let long = (measured.rix * share(measured.sentences, 1)).round();
    let remedy = format!(
        "{long} words of more than 6 letters in {} sentences: RIX {:.2}, at most {limit}. Use shorter words.",
        measured.sentences, measured.rix
    );
    report.add(Rule::L3, severity, ["", "", ""], remedy);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{self, En, Fr, Nl};
    use crate::testing::{accepts, refuses, verdict};

    const ERROR: Option<Severity> = Some(Severity::Error);

    #[test]
    fn ten_words_pass_and_eleven_do_not() {
        accepts(
            Rule::L1,
            &[
                (Nl, "Je gaat nu met je badge naar de klok toe."),
                (En, "You now go to the clock with your badge on."),
                (Fr, "Tu vas à l'entrée avec ton badge et ton sac."),
            ],
        );
        refuses(
            Rule::L1,
            &[
                (Nl, "Je gaat nu met je badge naar de klok bij deur."),
                (En, "You now go to the clock with your own badge on."),
                (Fr, "Tu vas à l'entrée avec ton badge et ton sac ici."),
            ],
        );
    }

    #[test]
    fn a_title_and_an_option_have_six_words_at_most() {
        for kind in [Kind::Title, Kind::Option] {
            assert_eq!(verdict(Nl, Rule::L1, &[(kind, "Ik bel nu naar mijn werk.")]), None);
            assert_eq!(verdict(Nl, Rule::L1, &[(kind, "Ik bel nu even naar mijn werk.")]), ERROR);
        }
    }

    #[test]
    fn a_coach_reads_twenty_words_in_a_sentence_and_sixteen_where_words_are_long() {
        let of = |language, word: &str, count: usize| {
            verdict(language, Rule::L1, &[(Kind::Coach, &format!("{}.", vec![word; count].join(" ")))])
        };
        assert_eq!([of(Nl, "kijk", 20), of(Nl, "kijk", 21)], [None, ERROR]);
        assert_eq!([of(Language::Uk, "ось", 16), of(Language::Uk, "ось", 17)], [None, ERROR]);
    }

    #[test]
    fn long_words_count_for_a_coach_as_for_the_learner_in_sentences_twice_as_long() {
        let of = |kind, text| verdict(En, Rule::L3, &[(kind, text)]);
        let (three, four) = ("Tomorrow explain the message.", "Tomorrow explain another message.");
        assert_eq!([of(Kind::Say, three), of(Kind::Coach, three)], [ERROR, Some(Severity::Warning)]);
        assert_eq!(of(Kind::Coach, four), ERROR);
    }

    #[test]
    fn a_line_for_a_coach_holds_up_to_three_sentences() {
        assert_eq!(verdict(Nl, Rule::L6, &[(Kind::Coach, "Kijk. Luister. Wat nu?")]), None);
        assert_eq!(verdict(Nl, Rule::L6, &[(Kind::Coach, "Kijk. Luister. Voel. Wat nu?")]), ERROR);
    }

    #[test]
    fn the_mean_of_a_screen_counts_its_running_text_and_not_its_options() {
        let nine = (Kind::Say, "Je gaat nu met je badge naar de klok.");
        let short = "Ik bel.";
        assert_eq!(verdict(Nl, Rule::L2, &[nine, (Kind::Hint, "Bel nu even naar je werk.")]), None);
        assert_eq!(verdict(Nl, Rule::L2, &[nine, (Kind::Option, short), (Kind::Option, short)]), ERROR);
    }

    #[test]
    fn many_long_words_are_a_warning_and_more_are_an_error() {
        let cases: [(Language, &str, &str, &str); 3] = [
            (Nl, "Bel je begeleider.", "Lees het bericht.", "Vandaag luister je samen."),
            (En, "Call your colleague.", "Read the message.", "Tomorrow you explain it."),
            (Fr, "Appelle ton coach.", "Lis le message.", "Demande ton horaire."),
        ];
        for (language, one, other, two) in cases {
            let rix = |texts: &[&str]| {
                let texts: Vec<_> = texts.iter().map(|text| (Kind::Say, *text)).collect();
                verdict(language, Rule::L3, &texts)
            };
            assert_eq!(rix(&[one, other, one, other]), None);
            assert_eq!(rix(&[one, other, two]), Some(Severity::Warning));
            assert_eq!(rix(&[two, two]), ERROR);
        }
    }

    #[test]
    fn one_line_holds_one_sentence_and_a_question_up_to_three() {
        assert_eq!(verdict(Nl, Rule::L6, &[(Kind::Say, "Kijk. Luister.")]), ERROR);
        assert_eq!(verdict(Nl, Rule::L6, &[(Kind::Ask, "Kijk. Luister. Wat nu?")]), None);
        assert_eq!(verdict(Nl, Rule::L6, &[(Kind::Ask, "Kijk. Luister. Voel. Wat nu?")]), ERROR);
    }

    #[test]
    fn a_screen_holds_eight_sentences_without_its_hint() {
        let mut texts = vec![(Kind::Ask, "Kijk. Wat nu?"); 4];
        texts.push((Kind::Hint, "Kijk nog eens."));
        assert_eq!(verdict(Nl, Rule::L6, &texts), None);
        texts.push((Kind::Say, "Kijk goed."));
        assert_eq!(verdict(Nl, Rule::L6, &texts), ERROR);
    }
}
