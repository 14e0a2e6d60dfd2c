//! L28: a thing is called by its name, so that also those find it who do not see its colour, shape or place.

use super::{Place, Report};
use crate::Rule;
use crate::matching::{first, parts};

/// L28 for each sentence, except on cards about signs or colours.
pub(crate) fn check(place: &Place, report: &mut Report) {
    if place.screen.signs {
        return;
    }
    for sentence in place.sentences() {
        if let Some(word) = first(&parts(place.table, sentence), place.table.appearance) {
            let remedy = format!("\"{word}\" tells how it looks or where it is. Call the thing by its name.");
            report.error(place, Rule::L28, sentence, remedy);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Ar, En, Fr, Nl, Uk};
    use crate::testing::{accepts, lesson, refuses, worst};
    use crate::{Kind, Terms};

    #[test]
    fn a_name_passes_and_a_look_or_a_place_does_not() {
        accepts(
            Rule::L28,
            &[
                (Nl, "Tik op stuur. Kijk rond."),
                (En, "Take the right box. What is left?"),
                (Fr, "Touche envoyer. Va en arrière."),
                (Ar, "اضغط على زر الإرسال."),
                (Uk, "Натисніть надіслати. Це в жовтні."),
            ],
        );
        refuses(
            Rule::L28,
            &[
                (Nl, "Tik op de groene knop."),
                (Nl, "Kijk rechts."),
                (En, "Tap the green button."),
                (En, "Tap the button on the right."),
                (Fr, "Touche le bouton vert."),
                (Fr, "Regarde à gauche."),
                (Ar, "اضغط على الزر الأخضر."),
                (Ar, "انظر إلى اليمين."),
                (Uk, "Натисніть зелену кнопку."),
                (Uk, "Подивіться ліворуч."),
            ],
        );
    }

    #[test]
    fn a_card_about_signs_may_name_colours() {
        let terms = Terms::default();
        let mut signs = lesson(&terms, &[(Kind::Say, "Het bord is rood.")]);
        for screen in &mut signs.screens {
            screen.signs = true;
        }
        assert_eq!(worst(Nl, Rule::L28, &signs), None);
    }
}
