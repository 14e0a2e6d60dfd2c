//! L18: few abstract nouns, since they hide who does what.

use super::Report;
use crate::matching::{begins_with, parts};
use crate::sentences::sentences;
use crate::table::Table;
use crate::words::{bare, lower, words};
use crate::{Lesson, Rule, Severity};

/// L18: at most one abstract noun in five sentences of a lesson.
pub(crate) fn lesson(table: &'static Table, lesson: &Lesson, report: &mut Report) {
    let texts = || {
        let texts = lesson.screens.iter().flat_map(|screen| &screen.texts);
        texts.filter(|text| text.kind.is_sentence())
    };
    let total: usize = texts().map(|text| sentences(table, text.text).len()).sum();
    let mut nouns: Vec<String> = texts()
        .flat_map(|text| words(text.text))
        .map(|word| lower(table, bare(word)))
        .filter(|word| is_abstract(table, word))
        .collect();
    if nouns.len() > total.div_ceil(5) {
        let count = nouns.len();
        nouns.sort();
        nouns.dedup();
        let remedy = format!(
            "{count} abstract words in {total} sentences, at most 1 in 5: {}. Say who does what.",
            nouns.join(", ")
        );
        report.add(Rule::L18, Severity::Warning, ["", "", ""], remedy);
    }
}

fn is_abstract(table: &Table, word: &str) -> bool {
    let parts = parts(table, word);
    word.chars().count() > 5
        && table.abstract_endings.iter().any(|ending| word.ends_with(ending))
        && !table.not_abstract.iter().any(|harmless| begins_with(&parts, harmless))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Fr, Nl};
    use crate::testing::{accepts, warns};

    #[test]
    fn one_abstract_noun_in_five_sentences_passes_and_two_do_not() {
        accepts(Rule::L18, &[(Nl, "De betaling is klaar."), (En, "The moment is here."), (Fr, "Roule doucement.")]);
        warns(
            Rule::L18,
            &[
                (Nl, "De betaling geeft zekerheid."),
                (En, "The instruction needs attention."),
                (Fr, "L'organisation du classement."),
            ],
        );
    }
}
