//! L19: the reader is spoken to, always in the same form.

use super::{Place, Report};
use crate::matching::{parts, places_outside};
use crate::{Kind, Rule};

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
    }
}

/// `8 u` is an hour (L20) and speaks to nobody.
fn follows_number(parts: &[String], index: usize) -> bool {
    index
        .checked_sub(1)
        .and_then(|before| parts.get(before))
        .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Fr, Nl};
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
            ],
        );
    }

    #[test]
    fn what_the_reader_says_to_others_may_be_polite() {
        assert_eq!(verdict(Fr, Rule::L19, &[(Kind::Option, "Pouvez-vous m'aider ?")]), None);
    }
}
