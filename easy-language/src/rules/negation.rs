//! L10: what is so, rather than what is not.

use super::{Place, Report};
use crate::matching::{parts, places_outside};
use crate::sentences::sentences;
use crate::table::{Negation, Table};
use crate::{Kind, Rule, Screen};

/// L10: two negations in a sentence are an error. One is a warning, except on a card with the picture of a prohibition where a
/// sentence without one follows; a coach may read one.
pub(crate) fn check(place: &Place, report: &mut Report) {
    for sentence in place.sentences() {
        let negations = negations(place.table, sentence);
        if negations > 1 {
            let remedy = format!("{negations} negations in one sentence. Say what is so.");
            report.error(place, Rule::L10, sentence, remedy);
        } else if negations == 1
            && place.text.kind != Kind::Coach
            && !is_told_what_to_do(place.table, place.screen, sentence)
        {
            let remedy = "A negation. Say what is so, or what to do.".to_owned();
            report.warning(place, Rule::L10, sentence, remedy);
        }
    }
}

fn negations(table: &Table, sentence: &str) -> usize {
    let parts = parts(table, sentence);
    let count = |words| places_outside(&parts, words, table.not_negations).len();
    match &table.negation {
        Negation::Words(words) => count(words),
        Negation::Pairs { openers, closers } => match count(openers) {
            0 => count(closers),
            pairs => pairs,
        },
    }
}

fn is_told_what_to_do(table: &Table, screen: &Screen, prohibition: &str) -> bool {
    screen.prohibition
        && screen
            .texts
            .iter()
            .filter(|text| text.kind.is_running())
            .flat_map(|text| sentences(table, text.text))
            .skip_while(|sentence| *sentence != prohibition)
            .skip(1)
            .any(|sentence| negations(table, sentence) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Ar, En, Fr, Nl, Uk};
    use crate::testing::{accepts, lesson, refuses, warns, worst};
    use crate::{Severity, Terms};

    #[test]
    fn two_negations_are_refused_and_one_is_a_warning() {
        accepts(
            Rule::L10,
            &[
                (Nl, "Stop nu."),
                (En, "Stop and say no."),
                (Fr, "Va pas à pas."),
                (Ar, "لا بأس، انتظر."),
                (Uk, "Скажіть ні."),
            ],
        );
        warns(
            Rule::L10,
            &[
                (Nl, "Tik niet op het adres."),
                (En, "Don't tap the address."),
                (Fr, "Ne touche pas l'adresse."),
                (Fr, "Pas de message ?"),
                (Ar, "لا تفتح الباب."),
                (Ar, "لا تفتح الباب أبدا."),
                (Uk, "Ніколи не кажіть код."),
            ],
        );
        refuses(
            Rule::L10,
            &[
                (Nl, "Bel nooit als je niet ziek bent."),
                (En, "Do not call if you are not sick."),
                (Fr, "Ne tire pas et ne pousse pas."),
                (Ar, "لا تفتح ولا تغلق."),
                (Uk, "Не тягни і не штовхай."),
            ],
        );
    }

    #[test]
    fn a_prohibition_with_its_sign_passes_when_it_says_what_to_do() {
        let terms = Terms::default();
        let mut told = lesson(&terms, &[(Kind::Say, "Rook hier niet."), (Kind::Say, "Rook buiten.")]);
        for screen in &mut told.screens {
            screen.prohibition = true;
        }
        assert_eq!(worst(Nl, Rule::L10, &told), None);
        for screen in &mut told.screens {
            screen.texts.pop();
        }
        assert_eq!(worst(Nl, Rule::L10, &told), Some(Severity::Warning));
    }
}
