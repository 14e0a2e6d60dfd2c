//! L16 and L17: words that say what they mean, in the reader's language. All are warnings, since the lists are short.

use super::{Place, Report};
use crate::Rule;
use crate::matching::{as_written, first, parts};
use crate::words::{bare, words};

/// L16 for each sentence, L17 for each sentence and word.
pub(crate) fn check(place: &Place, report: &mut Report) {
    for sentence in place.sentences() {
        let found = parts(place.table, sentence);
        if let Some(idiom) = first(&found, place.table.idioms) {
            let remedy = format!("\"{}\" means something else than it says. Say what is meant.", as_written(idiom));
            report.warning(place, Rule::L16, sentence, remedy);
        }
        if let Some(foreign) = first(&found, place.table.foreign)
            && !place.terms.explained.iter().any(|form| parts(place.table, form).join(" ") == foreign)
        {
            let remedy = format!("Not everybody knows \"{foreign}\". Use a word of this language, or explain it.");
            report.warning(place, Rule::L17, sentence, remedy);
        }
        for word in words(sentence).into_iter().map(bare).filter(|word| is_in_latin_letters(place, word)) {
            let remedy = format!(
                "\"{word}\" is in Latin letters. Write it in those of this language, or add it to the glossary."
            );
            report.warning(place, Rule::L17, word, remedy);
        }
    }
}

/// A word in letters that the language does not use, unless it is an address, or the project's own words have it.
fn is_in_latin_letters(place: &Place, word: &str) -> bool {
    !place.table.latin
        && word.contains(|c: char| c.is_ascii_alphabetic())
        && !word.contains(['.', '@'])
        && !place.terms.short_forms.iter().any(|form| form == word)
        && !place.is_explained(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Ar, El, En, Fr, Nl, Tr, Uk};
    use crate::testing::{accepts, lesson, warns, worst};
    use crate::{Kind, Terms};

    #[test]
    fn a_saying_is_noticed() {
        accepts(Rule::L16, &[(Nl, "Hou je hand op de knop."), (En, "Keep your eye on it."), (Fr, "Donne ta main.")]);
        warns(
            Rule::L16,
            &[
                (Nl, "Ik heb het onder de knie."),
                (En, "Keep an eye on the door."),
                (Fr, "Jette un coup d’œil ici."),
                (Tr, "Çocuğa göz kulak ol."),
            ],
        );
    }

    #[test]
    fn a_foreign_word_is_noticed_unless_the_glossary_explains_it() {
        accepts(Rule::L17, &[(Nl, "Neem je badge."), (En, "Read the update."), (Uk, "Сайт pakje.example тут.")]);
        warns(
            Rule::L17,
            &[(Nl, "Dit is een update."), (Fr, "Voici un feedback."), (En, "Go via the hall."), (El, "Πες login.")],
        );
        let terms = Terms { explained: vec!["update".to_owned()], ..Terms::default() };
        assert_eq!(worst(Nl, Rule::L17, &lesson(&terms, &[(Kind::Say, "Dit is een update.")])), None);
    }

    #[test]
    fn latin_letters_among_others_are_noticed_unless_the_project_knows_them() {
        warns(Rule::L17, &[(Uk, "Відкрий Wi-Fi."), (Ar, "افتح Wi-Fi الآن.")]);
        let terms =
            Terms { short_forms: vec!["QR".to_owned()], explained: vec!["Wi-Fi".to_owned()], ..Terms::default() };
        let of = |text| worst(Uk, Rule::L17, &lesson(&terms, &[(Kind::Say, text)]));
        assert_eq!(of("Відкрий Wi-Fi або QR."), None);
        assert!(of("Відкрий Bluetooth.").is_some());
    }
}
