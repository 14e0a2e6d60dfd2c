//! L7, L8 and L9: how a sentence is built. All are warnings, since the patterns are weak.

use super::{Place, Report};
use crate::Rule;
use crate::matching::{as_written, count, first, parts, places_outside};
use crate::table::Table;
use crate::words::words;

/// L8: the most words of a condition that comes first.
const CONDITION_WORDS: usize = 5;

/// The comma, Latin and Arabic.
const COMMAS: [char; 2] = [',', '،'];

/// L7, L8 and L9 for each sentence.
pub(crate) fn check(place: &Place, report: &mut Report) {
    for sentence in place.sentences() {
        let parts = parts(place.table, sentence);
        one_idea(place, sentence, &parts, report);
        subordinate(place, sentence, &parts, report);
        hard_form(place, sentence, &parts, report);
    }
}

/// L9 for each sentence: all that holds for what a coach reads.
pub(crate) fn check_forms(place: &Place, report: &mut Report) {
    for sentence in place.sentences() {
        hard_form(place, sentence, &parts(place.table, sentence), report);
    }
}

fn hard_form(place: &Place, sentence: &str, parts: &[String], report: &mut Report) {
    if is_passive(place.table, parts) {
        let remedy = "This looks passive. Say who does what.".to_owned();
        report.warning(place, Rule::L9, sentence, remedy);
    }
    if let Some(form) = first(parts, place.table.hard_forms) {
        let remedy =
            format!("\"{form}\" makes the sentence hard (a passive, genitive or subjunctive). Say who does what.");
        report.warning(place, Rule::L9, sentence, remedy);
    }
}

fn one_idea(place: &Place, sentence: &str, parts: &[String], report: &mut Report) {
    let commas: usize = COMMAS.iter().map(|&comma| marks_between_words(sentence, comma)).sum();
    let joined = count(parts, place.table.conjunctions);
    let mut warn = |what: &str, advice: &str| {
        report.warning(place, Rule::L7, sentence, format!("{what} in one sentence. {advice}"));
    };
    if commas > 1 {
        warn(&format!("{commas} commas"), "Make more sentences or a list.");
    }
    if joined > 1 {
        warn(&format!("{joined} joining words"), "Make two sentences.");
    }
    let splits = |mark: &char| *mark != place.table.question && marks_between_words(sentence, *mark) > 0;
    if [';', ':'].iter().any(splits) || sentence.ends_with('؛') {
        warn("A colon or semicolon", "Make two sentences.");
    }
    if sentence.contains(['(', ')']) {
        warn("Brackets", "Leave out what they hold or give it its own sentence.");
    }
    if sentence.split_whitespace().any(|token| matches!(token, "-" | "–" | "—")) || sentence.contains('—') {
        warn("A dash", "Make two sentences.");
    }
}

/// How often a mark stands between two words; not inside a number (`1,95`, `6:45`) and not at the end.
fn marks_between_words(sentence: &str, mark: char) -> usize {
    let tokens: Vec<&str> = sentence.split_whitespace().collect();
    let before_last = tokens.len().saturating_sub(1);
    tokens.into_iter().take(before_last).filter(|token| token.ends_with(mark)).count()
}

fn subordinate(place: &Place, sentence: &str, parts: &[String], report: &mut Report) {
    let table = place.table;
    let is_question = sentence.contains(['?', table.question]);
    let last = parts.len().saturating_sub(1);
    // At the start of a question ("Waar scan je?", "Que fais-tu ?", "En waar is dat?") and at the end ("Tu appelles quand ?", "Dat is waar.") these
    // words open no clause.
    let after_conjunction = parts.first().is_some_and(|part| table.conjunctions.contains(&part.as_str()));
    let asks = |index: usize| is_question && (index == 0 || (index == 1 && after_conjunction));
    let opens_clause = |index: usize| index != last && !asks(index);
    let found = |phrases| {
        places_outside(parts, phrases, table.not_subordinators).into_iter().find(|&(index, _)| opens_clause(index))
    };
    if let Some((_, word)) = found(table.subordinators) {
        let remedy = format!("\"{}\" opens a clause inside a sentence. Make two sentences.", as_written(word));
        report.warning(place, Rule::L8, sentence, remedy);
    }
    if let Some((index, word)) = found(table.conditions) {
        let is_short =
            sentence.split_once(COMMAS).is_some_and(|(condition, _)| words(condition).len() <= CONDITION_WORDS);
        if index > 0 || !is_short {
            let remedy = format!(
                "Put the part with \"{}\" first, in at most {CONDITION_WORDS} words and with a comma, or make two sentences.",
                as_written(word)
            );
            report.warning(place, Rule::L8, sentence, remedy);
        }
    }
}

fn is_passive(table: &Table, parts: &[String]) -> bool {
    let passive = &table.passive;
    parts.iter().enumerate().any(|(index, part)| {
        let next = parts.iter().skip(index).take(passive.reach + 1);
        passive.auxiliaries.contains(&part.as_str())
            && next
                .clone()
                .zip(next.skip(1))
                .any(|(before, word)| !passive.articles.contains(&before.as_str()) && (passive.is_participle)(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::Language::{Ar, De, En, Fr, Lv, Nl, Pl, Tr, Uk};
    use crate::testing::{accepts, verdict, warns};

    #[test]
    fn one_comma_and_one_joining_word_pass() {
        accepts(
            Rule::L7,
            &[
                (Nl, "Eerst zachter, dan stil en klaar."),
                (En, "Hello, this is Els and Amir."),
                (Fr, "D'abord moins fort, puis silencieux."),
                (Nl, "Het kost 1,95 of 2,05 euro."),
                (Ar, "أولا اخفض الصوت، ثم أسكته."),
            ],
        );
        warns(
            Rule::L7,
            &[
                (Nl, "Kijk, luister, bel."),
                (En, "You stop and you look and you call."),
                (Fr, "Tu regardes : la porte est là."),
                (Nl, "Bel Els (je begeleider)."),
                (En, "Call Els - your coach - now."),
                (Ar, "انظر، اسمع، اتصل."),
                (Ar, "انظر إلى الباب؛ هو مفتوح."),
                (Ar, "خذ البطاقة؛"),
                (Uk, "Дивись, слухай, дзвони."),
            ],
        );
    }

    #[test]
    fn a_title_is_no_sentence_and_may_be_a_list() {
        let title = [(Kind::Title, "Luid, zacht, stil")];
        assert_eq!(verdict(Nl, Rule::L7, &title), None);
    }

    #[test]
    fn a_question_word_opens_no_clause() {
        accepts(
            Rule::L8,
            &[
                (Nl, "Waar scan je?"),
                (Nl, "En waar is dat?"),
                (Uk, "А що було далі?"),
                (Nl, "Tik op dat bedrag."),
                (En, "Which box do you take?"),
                (Fr, "Que fais-tu ?"),
                (Fr, "Qu'est-ce que c'est ?"),
                (Nl, "Dat is waar."),
                (Fr, "Viens quand même."),
                (Fr, "Va plus vite que moi."),
                (Fr, "Tu appelles quand ?"),
                (Ar, "يمكنك أن تتصل."),
                (Uk, "Що ви робите?"),
                (De, "Damit öffnest du die Tür."),
                (De, "Nimm die Karte und öffne damit die Tür."),
            ],
        );
        warns(
            Rule::L8,
            &[
                (Nl, "Je ziet dat de deur open is."),
                (Nl, "Zie je waar de deur is?"),
                (Nl, "Ik bel omdat ik ziek ben."),
                (En, "I call because I am sick."),
                (Fr, "Tu vois que la porte est ouverte."),
                (Fr, "Il dit qu'il est malade."),
                (Ar, "أتصل لأنني مريض."),
                (Uk, "Я дзвоню, бо я хворий."),
                (De, "Ich rufe an, weil ich krank bin."),
                (De, "Drück fest, damit du es hörst."),
            ],
        );
    }

    #[test]
    fn a_short_condition_may_come_first() {
        accepts(
            Rule::L8,
            &[
                (Nl, "Als je ziek bent, bel je."),
                (En, "If you are sick, call."),
                (Fr, "Si tu es malade, appelle."),
                (Nl, "Wanneer bel je?"),
                (Ar, "إذا كنت مريضا، اتصل."),
                (Uk, "Якщо ви хворі, дзвоніть."),
            ],
        );
        warns(
            Rule::L8,
            &[
                (Nl, "Bel als je ziek bent."),
                (En, "Call when you are sick."),
                (Fr, "Appelle si tu es malade."),
                (Ar, "اتصل إذا كنت مريضا."),
                (Uk, "Дзвоніть, якщо ви хворі."),
            ],
        );
    }

    #[test]
    fn a_genitive_a_subjunctive_and_a_passive_by_its_ending_are_noticed() {
        accepts(
            Rule::L9,
            &[(De, "Die Farbe der Tür."), (De, "Du kannst kommen."), (De, "Sei ehrlich."), (Tr, "Els kapıyı bilir.")],
        );
        warns(
            Rule::L9,
            &[
                (De, "Die Farbe des Schildes."),
                (De, "Du könntest kommen."),
                (De, "Er sagt, er sei krank."),
                (Tr, "Kapı kapalı tutulmalıdır."),
            ],
        );
    }

    #[test]
    fn a_passive_is_noticed_and_an_adjective_is_not() {
        accepts(
            Rule::L9,
            &[
                (Nl, "Het bericht is geen geheim."),
                (Nl, "Dat is gevaarlijk."),
                (En, "You are tired."),
                (En, "This is a missed call."),
                (Fr, "Il est arrivé."),
                (Ar, "الباب مفتوح."),
                (Uk, "Це буде завтра."),
                (De, "Die Schrift wird größer."),
                (De, "Morgen werden wir es verstehen."),
                (De, "Das wird ein Bericht."),
            ],
        );
        warns(
            Rule::L9,
            &[
                (Nl, "De deur wordt door Els gesloten."),
                (En, "The door is closed by Els."),
                (Fr, "Les badges sont donnés par Els."),
                (Ar, "تم إغلاق الباب."),
                (Uk, "Двері були зачинені вчора."),
                (Pl, "Drzwi zostały zamknięte."),
                (Lv, "Durvis tiek vērtas vaļā."),
                (De, "Die Tür wird von Els geschlossen."),
                (De, "Am Abend wird die Halle abgeschlossen."),
                (De, "Du wirst jeden Monat bezahlt."),
                (De, "Das Gerät wird repariert."),
                (De, "Rauchen wird hier verboten."),
            ],
        );
    }
}
