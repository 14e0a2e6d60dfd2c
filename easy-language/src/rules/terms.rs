//! L15: the same word for the same thing.

use super::{Place, Report};
use crate::Rule;
use crate::matching::{parts, places};

/// L15: no word for which the term table has another one.
pub(crate) fn check(place: &Place, report: &mut Report) {
    for sentence in place.sentences() {
        let found = parts(place.table, sentence);
        for synonym in &place.terms.synonyms {
            if !places(&found, &phrase(place, &synonym.forbidden)).is_empty() {
                let remedy =
                    format!("Not \"{}\" here. The word for this thing is \"{}\".", synonym.forbidden, synonym.instead);
                report.error(place, Rule::L15, sentence, remedy);
            }
        }
    }
}

/// A term as a phrase: the same parts as a sentence, with the open ending that the author may have given.
fn phrase(place: &Place, term: &str) -> String {
    let mut phrase = parts(place.table, term).join(" ");
    if term.ends_with('*') && !phrase.is_empty() {
        phrase.push('*');
    }
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{self, En, Fr, Nl};
    use crate::testing::{lesson, worst};
    use crate::{Kind, Severity, Synonym, Terms};

    fn verdict(language: Language, forbidden: &str, text: &str) -> Option<Severity> {
        let synonym = Synonym { forbidden: forbidden.to_owned(), instead: "x".to_owned() };
        let terms = Terms { synonyms: vec![synonym], ..Terms::default() };
        worst(language, Rule::L15, &lesson(&terms, &[(Kind::Say, text)]))
    }

    #[test]
    fn a_word_that_has_a_chosen_term_is_refused() {
        let error = Some(Severity::Error);
        assert_eq!(verdict(Nl, "smartphone*", "Neem je Smartphones."), error);
        assert_eq!(verdict(En, "mobile phone", "Take your mobile phone."), error);
        assert_eq!(verdict(Fr, "e-mail", "Lis l'e-mail."), error);
    }

    #[test]
    fn another_word_passes() {
        assert_eq!(verdict(Nl, "smartphone*", "Neem je gsm."), None);
        assert_eq!(verdict(En, "mobile phone", "Take your phone."), None);
        assert_eq!(verdict(Fr, "e-mail", "Lis le mail."), None);
        assert_eq!(verdict(Nl, "*", "Neem je gsm."), None);
    }
}
