//! L19: the reader is spoken to, always in the same form.

use super::{Place, Report};
use crate::matching::{first, parts, places_outside};
use crate::table::Table;
use crate::words::{bare, is_digit, words};
use crate::{Kind, Lesson, Rule, Severity};

/// L19 for each sentence that speaks to the reader. What the reader says to others (options) may be polite.
pub(crate) fn check(place: &Place, report: &mut Report) {
    if place.text.kind == Kind::Option {
        return;
    }
    for sentence in place.sentences() {
        let parts = parts(place.table, sentence);
        for &(phrase, instead) in place.table.address {
            for (found, _) in places_outside(&parts, &[phrase], place.table.not_address) {
                if follows_number(&parts, found) {
                    continue;
                }
                let word = parts.get(found).map_or(phrase, String::as_str);
                let remedy = format!("\"{word}\" does not fit. Speak to one reader: \"{instead}\".");
                report.error(place, Rule::L19, sentence, remedy);
            }
        }
        // The first word has a capital anyhow.
        if let Some(word) = words(sentence).into_iter().map(bare).skip(1).find(|word| place.table.polite.contains(word))
        {
            let remedy = format!("\"{word}\" speaks to a stranger. Speak to one reader, as a colleague does.");
            report.error(place, Rule::L19, sentence, remedy);
        }
    }
}

/// L19: a lesson speaks to the reader in one form, where the language has two and either may be chosen.
pub(crate) fn lesson(table: &'static Table, lesson: &Lesson, report: &mut Report) {
    let find = |form: &[&'static str]| {
        let texts = lesson.screens.iter().flat_map(|screen| &screen.texts);
        texts
            .filter(|text| text.kind.is_easy_text() && text.kind != Kind::Option)
            .find_map(|text| first(&parts(table, text.text), form).map(|word| (word, text.text)))
    };
    let [one, other] = table.address_forms;
    if let (Some((one, _)), Some((other, text))) = (find(one), find(other)) {
        let remedy = format!("\"{one}\" and \"{other}\" in one lesson. Speak to the reader in one form.");
        report.add(Rule::L19, Severity::Error, ["", "", text], remedy);
    }
}

/// `8 u` is an hour (L20) and speaks to nobody.
fn follows_number(parts: &[String], index: usize) -> bool {
    index.checked_sub(1).and_then(|before| parts.get(before)).is_some_and(|before| before.ends_with(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{De, En, Fr, Nl, Uk};
    use crate::testing::{accepts, refuses, verdict};

    #[test]
    fn the_reader_is_one_person_and_no_stranger() {
        accepts(
            Rule::L19,
            &[
                (Nl, "Je belt je begeleider."),
                (En, "You call your coach."),
                (Fr, "Tu appelles ton coach."),
                (Nl, "Je start om 8 u."),
                (Fr, "Va chez Els. Tu as un rendez-vous."),
                (De, "Frag deinen Coach."),
                (De, "Sie kommt. Dann gehen sie."),
            ],
        );
        refuses(
            Rule::L19,
            &[
                (Nl, "U belt uw begeleider."),
                (Nl, "Jullie kijken samen."),
                (En, "The user calls the coach."),
                (Fr, "Appelez votre coach."),
                (Fr, "Que voulez-vous ?"),
                (De, "Fragen Sie den Coach."),
                (De, "Nimm Ihre Karte."),
                (De, "Man nimmt die Karte."),
            ],
        );
    }

    #[test]
    fn a_lesson_stays_with_the_form_it_began_with() {
        let of = |texts: &[(Kind, &str)]| verdict(Uk, Rule::L19, texts);
        assert_eq!(of(&[(Kind::Say, "Ви маєте бейдж."), (Kind::Say, "Це ваш бейдж.")]), None);
        assert_eq!(of(&[(Kind::Say, "Ти маєш бейдж."), (Kind::Option, "Чи можете ви допомогти?")]), None);
        assert_eq!(of(&[(Kind::Say, "Ти маєш бейдж."), (Kind::Say, "Це ваш бейдж.")]), Some(Severity::Error));
    }

    #[test]
    fn what_the_reader_says_to_others_may_be_polite() {
        assert_eq!(verdict(Fr, Rule::L19, &[(Kind::Option, "Pouvez-vous m'aider ?")]), None);
    }
}
