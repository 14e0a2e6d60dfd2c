//! L11: numbers that are easy to grasp.

use super::{Place, Report};
use crate::Rule;
use crate::matching::{first, parts};
use crate::words::{bare, is_digit, words};

/// The most digits of a number without a picture that explains it.
const DIGITS: usize = 4;

/// L11 for each sentence: digits, no Roman numeral, no per cent, no fraction, no big number.
pub(crate) fn check(place: &Place, report: &mut Report) {
    for sentence in place.sentences() {
        let parts = parts(place.table, sentence);
        if let Some(word) = first(&parts, place.table.number_words) {
            let remedy = format!("\"{word}\" is a number. Write it in digits.");
            report.error(place, Rule::L11, sentence, remedy);
        }
        if sentence.contains(['%', '٪', '‰']) || first(&parts, place.table.per_cent).is_some() {
            let remedy = "Per cents are hard. Say it with a small number or a picture.".to_owned();
            report.error(place, Rule::L11, sentence, remedy);
        }
        for word in words(sentence).into_iter().map(bare) {
            check_number(place, word, report);
        }
    }
}

fn check_number(place: &Place, word: &str, report: &mut Report) {
    let digits = word.chars().filter(|&c| is_digit(c)).count();
    let has_letters = word.contains(char::is_alphabetic);
    if digits > DIGITS && !has_letters && !place.screen.numbers {
        let remedy =
            format!("A number of {digits} digits, at most {DIGITS}. Use a smaller number or show it with a picture.");
        report.error(place, Rule::L11, word, remedy);
    }
    if is_fraction(word) {
        let remedy = "Fractions are hard. Say it with a whole number or a picture.".to_owned();
        report.error(place, Rule::L11, word, remedy);
    }
    if is_roman(word) {
        let remedy = "A Roman numeral. Write the number in digits.".to_owned();
        report.error(place, Rule::L11, word, remedy);
    }
}

fn is_fraction(word: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.chars().all(is_digit);
    let parts: Vec<&str> = word.split('/').collect();
    let written = parts.len() == 2 && parts.into_iter().all(is_number);
    written || word.contains(['½', '⅓', '⅔', '¼', '¾', '⅕', '⅛'])
}

/// Capitals I, V and X, at least two of them: L, C, D and M make names and short forms far more often than numbers.
pub(crate) fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Ar, En, Fr, Nl, Uk};
    use crate::testing::{accepts, lesson, refuses, worst};
    use crate::{Kind, Terms};

    #[test]
    fn numbers_are_digits_and_the_article_is_no_number() {
        accepts(
            Rule::L11,
            &[
                (Nl, "Neem een doos en 3 lampen."),
                (En, "Take one box and 3 lamps."),
                (Fr, "Prends une boîte et 3 lampes."),
                (Nl, "Dit is de tweede doos."),
                (Ar, "خذ 3 علب."),
                (Uk, "Візьміть 3 лампи."),
            ],
        );
        refuses(
            Rule::L11,
            &[
                (Nl, "Neem drie lampen."),
                (En, "Take three lamps."),
                (Fr, "Prends trois lampes."),
                (Ar, "خذ ثلاث علب."),
                (Uk, "Візьміть п’ять ламп."),
            ],
        );
    }

    #[test]
    fn four_digits_pass_and_more_need_a_picture() {
        accepts(Rule::L11, &[(Nl, "Typ 4072."), (En, "Call 112."), (Fr, "Il est 16 h 45.")]);
        refuses(
            Rule::L11,
            &[(Nl, "Typ 40725."), (En, "Pay 1,650.00 now."), (Fr, "Paie 21 650 ici."), (Ar, "اكتب ٤٠٧٢٥.")],
        );
        let terms = Terms::default();
        let mut shown = lesson(&terms, &[(Kind::Say, "Typ 40725.")]);
        for screen in &mut shown.screens {
            screen.numbers = true;
        }
        assert_eq!(worst(Nl, Rule::L11, &shown), None);
    }

    #[test]
    fn per_cents_fractions_and_roman_numerals_are_refused() {
        refuses(
            Rule::L11,
            &[
                (Nl, "Je krijgt 50%."),
                (Nl, "Je krijgt 5 procent."),
                (En, "You get 5 percent."),
                (Fr, "Tu as 5 pour cent."),
                (Nl, "Neem 1/2 doos."),
                (Fr, "Prends ½ boîte."),
                (En, "Go to gate IV."),
                (Ar, "لك ٥٪ الآن."),
                (Uk, "Це 5 відсотків."),
            ],
        );
        accepts(Rule::L11, &[(En, "I go to gate 4."), (Fr, "V comme vis.")]);
    }
}
