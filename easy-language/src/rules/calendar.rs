//! L20: dates and times as people say them.

use super::{Place, Report};
use crate::Rule;
use crate::words::{bare, is_digit, lower};

/// L20 for each date and time that can be seen by its form.
pub(crate) fn check(place: &Place, report: &mut Report) {
    let calendar = &place.table.calendar;
    for sentence in place.sentences() {
        let tokens: Vec<String> = sentence.split_whitespace().map(|token| lower(place.table, bare(token))).collect();
        for token in &tokens {
            let glued = calendar.glued_hour.iter().any(|letters| is_glued_hour(token, letters));
            if glued || (!calendar.colon && is_clock_face(token)) {
                report.error(
                    place,
                    Rule::L20,
                    sentence,
                    format!("\"{token}\" is a time. Write it so: {}.", calendar.time),
                );
            }
            if is_number_date(token) {
                report.error(
                    place,
                    Rule::L20,
                    sentence,
                    format!("\"{token}\" is a date. Write it so: {}.", calendar.date),
                );
            }
        }
        for pair in tokens.windows(2) {
            let [before, after] = pair else { continue };
            let (before, after) = (before.as_str(), after.as_str());
            if is_number(before) && calendar.spaced_hour.contains(&after) {
                report.error(
                    place,
                    Rule::L20,
                    sentence,
                    format!("\"{before} {after}\" is a time. Write it so: {}.", calendar.time),
                );
            }
            let is_short =
                is_day(before) && calendar.short_months.contains(&after) && !calendar.months.contains(&after);
            let is_turned = calendar.months.contains(&before) && is_day(after);
            if is_short || is_turned {
                report.error(
                    place,
                    Rule::L20,
                    sentence,
                    format!("\"{before} {after}\" is a date. Write it so: {}.", calendar.date),
                );
            }
        }
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_digit)
}

fn is_day(text: &str) -> bool {
    is_number(text) && text.chars().count() <= 2
}

/// `8u`, `8u30`
fn is_glued_hour(token: &str, letters: &str) -> bool {
    token
        .split_once(letters)
        .is_some_and(|(hour, minutes)| is_number(hour) && (minutes.is_empty() || is_number(minutes)))
}

/// `8:30`
fn is_clock_face(token: &str) -> bool {
    token.split_once(':').is_some_and(|(hour, minutes)| is_number(hour) && is_number(minutes) && minutes.len() == 2)
}

/// `3/11/2026`, `03-11-2026`, `3.11.2026`
fn is_number_date(token: &str) -> bool {
    ['/', '-', '.'].into_iter().any(|mark| {
        let parts: Vec<&str> = token.split(mark).collect();
        parts.len() == 3 && parts.into_iter().all(is_number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Ar, En, Fr, Nl, Uk};
    use crate::testing::{accepts, refuses};

    #[test]
    fn times_are_written_as_they_are_said() {
        accepts(
            Rule::L20,
            &[
                (Nl, "Het is 6.45 uur. Je start om 8 uur."),
                (En, "It is 6.45 in the morning. You start at 8."),
                (Fr, "Il est 6 h 45. Tu commences à 8 heures."),
                (Ar, "الساعة 6:45 صباحا."),
                (Uk, "Зараз 6:45. Почніть о 8 годині."),
            ],
        );
        refuses(
            Rule::L20,
            &[
                (Nl, "Je start om 8u30."),
                (Nl, "Je start om 08:30."),
                (Nl, "Je start om 8 u."),
                (En, "You start at 8am."),
                (En, "You start at 8 pm."),
                (Fr, "Tu commences à 8h."),
                (Fr, "Tu commences à 8:30."),
                (Ar, "ابدأ الساعة 8 ص."),
                (Uk, "Почніть о 8 год ранку."),
            ],
        );
    }

    #[test]
    fn dates_are_written_day_first_and_in_full() {
        accepts(
            Rule::L20,
            &[
                (Nl, "Kom op maandag 3 maart."),
                (En, "Come on Monday 3 March."),
                (Fr, "Viens lundi 3 mars."),
                (Nl, "Maart 2026 is voorbij."),
                (Ar, "تعال يوم 3 مارس."),
                (Uk, "Прийдіть 3 березня."),
            ],
        );
        refuses(
            Rule::L20,
            &[
                (Nl, "Kom op 3/11/2026."),
                (Nl, "Kom op 3 mrt."),
                (En, "Come on March 3."),
                (En, "Come on 03-11-2026."),
                (Fr, "Viens le 3 janv."),
                (Fr, "Viens le 3.11.2026."),
                (Ar, "تعال يوم ٣/١١/٢٠٢٦."),
                (Ar, "تعال مارس 3."),
                (Uk, "Прийдіть 3 бер о 8."),
            ],
        );
    }
}
