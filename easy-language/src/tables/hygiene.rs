//! A phrase that is written in another way than sentences are taken apart would never be found.

use crate::Language;
use crate::matching::parts;
use crate::table::{Negation, Table};

fn phrases(table: &'static Table) -> Vec<&'static str> {
    let negations: Vec<&[&str]> = match &table.negation {
        Negation::Words(words) => vec![words],
        Negation::Pairs { openers, closers } => vec![openers, closers],
    };
    let [one_form, other_form] = table.address_forms;
    let lists = [
        table.conjunctions,
        table.conditions,
        table.subordinators,
        table.not_subordinators,
        table.passive.auxiliaries,
        table.passive.articles,
        table.hard_forms,
        table.not_negations,
        table.number_words,
        table.per_cent,
        table.idioms,
        table.foreign,
        table.not_abstract,
        table.not_address,
        one_form,
        other_form,
        table.yes,
        table.no,
        table.about_options,
        table.picture_of,
        table.appearance,
    ];
    let phrases = lists.into_iter().chain(negations).flatten().copied();
    phrases.chain(table.address.iter().map(|(phrase, _)| *phrase)).collect()
}

#[test]
fn every_phrase_is_written_as_sentences_are_taken_apart() {
    for language in Language::ALL {
        let table = language.table();
        for phrase in phrases(table) {
            let open = phrase.split_whitespace().filter(|part| *part != "*");
            let written: Vec<&str> = open.clone().map(|part| part.trim_matches('*')).collect();
            assert!(
                open.clone().all(|part| part.matches('*').count() < 2),
                "{language:?}: \"{phrase}\" is open at both ends"
            );
            assert_eq!(parts(table, &written.join(" ")), written, "{language:?}: \"{phrase}\"");
        }
    }
}

#[test]
fn every_table_has_what_each_rule_asks_for() {
    for language in Language::ALL {
        let table = language.table();
        let lists: [(&str, usize); 10] = [
            ("conjunctions", table.conjunctions.len()),
            ("conditions", table.conditions.len()),
            ("subordinators", table.subordinators.len()),
            ("number words", table.number_words.len()),
            ("abbreviations", table.abbreviations.len()),
            ("idioms", table.idioms.len()),
            ("months", table.calendar.months.len()),
            ("yes", table.yes.len()),
            ("picture of", table.picture_of.len()),
            ("appearance", table.appearance.len()),
        ];
        let empty: Vec<&str> = lists.into_iter().filter(|(_, length)| *length == 0).map(|(name, _)| name).collect();
        assert_eq!(empty, [""; 0], "{language:?}");
    }
}
