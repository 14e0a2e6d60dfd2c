//! L4 and L5: long words.

use super::{Place, Report};
use crate::Rule;
use crate::soften::{LONGEST_RUN, longest_run};
use crate::words::{bare, length, words};

/// L4 (unless the glossary explains the word) and L5 for each word.
pub(crate) fn check(place: &Place, report: &mut Report) {
    let limit = place.table.common_letters + 1;
    for word in words(place.text.text) {
        let word = bare(word);
        let letters = length(place.table, word);
        if letters > limit && !place.is_explained(word) {
            let remedy = format!(
                "{letters} letters, at most {limit}. Write an easier word, or explain this one in the glossary."
            );
            report.error(place, Rule::L4, word, remedy);
        }
        let run = longest_run(place.table, word);
        if run > LONGEST_RUN {
            let remedy =
                format!("{run} letters that cannot be broken, at most {LONGEST_RUN}. Use another word or a hyphen.");
            report.error(place, Rule::L5, word, remedy);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Fr, Nl};
    use crate::testing::{accepts, lesson, refuses, worst};
    use crate::{Kind, Severity, Terms};

    #[test]
    fn a_word_one_letter_over_the_common_length_passes() {
        accepts(
            Rule::L4,
            &[(Nl, "Tel je vakantiedagen."), (En, "Your information is here."), (Fr, "Demande une information.")],
        );
        refuses(
            Rule::L4,
            &[
                (Nl, "Bel je ziekteverzekering."),
                (En, "Your responsibility is here."),
                (Fr, "C'est ta responsabilité."),
            ],
        );
    }

    #[test]
    fn a_long_word_that_the_glossary_explains_passes() {
        let terms = ["ziekteverzekering", "responsabilité", "point de rassemblement"].map(str::to_owned).into();
        let terms = Terms { explained: terms, ..Terms::default() };
        let verdict = |language, text| worst(language, Rule::L4, &lesson(&terms, &[(Kind::Say, text)]));
        assert_eq!(verdict(Nl, "Ziekteverzekering is belangrijk."), None);
        assert_eq!(verdict(Fr, "C'est la responsabilité d'Els."), None);
        assert_eq!(verdict(Fr, "Va au point de rassemblement."), None);
        assert_eq!(verdict(Fr, "Va au rassemblement."), Some(Severity::Error));
        assert_eq!(verdict(Nl, "Ziekteverzekeringen zijn er."), Some(Severity::Error));
    }

    #[test]
    fn a_long_word_that_can_be_broken_passes_and_another_does_not() {
        accepts(
            Rule::L5,
            &[(Nl, "Bel je ziekteverzekering."), (En, "Take responsibility."), (Fr, "C'est ta responsabilité.")],
        );
        let unbreakable = "Aaaaaaaaaaaaaaaaaaaaaa!";
        refuses(Rule::L5, &[(Nl, unbreakable), (En, unbreakable), (Fr, unbreakable)]);
    }
}
