//! L26: the reading level that the formulas of the language tell.

use super::Report;
use crate::readability::measure;
use crate::sentences::sentences;
use crate::table::Table;
use crate::{Lesson, Rule, Severity};

/// The fewest sentences of which a formula says anything.
const SENTENCES: usize = 10;

/// L26, a warning: a formula of the language finds the lesson hard.
pub(crate) fn lesson(table: &'static Table, lesson: &Lesson, report: &mut Report) {
    let texts = lesson.screens.iter().flat_map(|screen| &screen.texts).filter(|text| text.kind.is_sentence());
    let measured = measure(table, texts.flat_map(|text| sentences(table, text.text)));
    if measured.sentences < SENTENCES {
        return;
    }
    for level in measured.formulas.iter().filter(|level| !level.is_easy) {
        let remedy = format!(
            "{} is {:.0} where easy text has {:.0}. Use shorter words and shorter sentences.",
            level.formula, level.value, level.limit
        );
        report.add(Rule::L26, Severity::Warning, ["", "", ""], remedy);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::Language::{Ar, De, En, Nl};
    use crate::testing::verdict;

    #[test]
    fn many_hard_sentences_are_noticed_where_there_is_a_formula() {
        let of = |language, text, times| verdict(language, Rule::L26, &vec![(Kind::Say, text); times]);
        let warning = Some(Severity::Warning);
        assert_eq!(of(Nl, "Raadpleeg onmiddellijk je verantwoordelijke.", 10), warning);
        assert_eq!(of(Nl, "Raadpleeg onmiddellijk je verantwoordelijke.", 9), None);
        assert_eq!(of(Nl, "Vraag het aan Els.", 10), None);
        assert_eq!(of(En, "Notify the responsible administrator.", 10), warning);
        assert_eq!(of(De, "Benachrichtige unverzüglich die Verantwortlichen.", 10), warning);
        assert_eq!(of(Ar, "أبلغ المسؤولين المختصين فورا.", 10), None);
    }
}
