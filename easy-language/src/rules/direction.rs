//! L25: text that is written from right to left.

use super::{Place, Report};
use crate::table::Table;
use crate::words::{is_arabic_digit, is_digit};
use crate::{Kind, Lesson, Rule, Severity};

/// Latin marks and the Arabic ones, which point the other way.
const MARKS: [(char, char); 3] = [('?', '؟'), (',', '،'), (';', '؛')];

/// L25 for each text: Arabic marks, and no hidden marks of direction but isolates that are closed again.
pub(crate) fn check(place: &Place, report: &mut Report) {
    if !place.table.right_to_left {
        return;
    }
    let text = place.text.text;
    // A document must look real, and real ones mix their marks.
    let marks = if place.text.kind == Kind::Document { &[][..] } else { &MARKS };
    for &(latin, arabic) in marks {
        if stands_outside_numbers(text, latin) {
            let remedy = format!("The mark {latin} is a Latin one. Write {arabic}.");
            report.error(place, Rule::L25, text, remedy);
        }
    }
    if let Some(hidden) = text.chars().find(|&c| is_direction_mark(c)) {
        let remedy = format!(
            "A hidden mark of direction (U+{:04X}). Delete it; around Latin words use U+2068 and U+2069.",
            u32::from(hidden)
        );
        report.error(place, Rule::L25, text, remedy);
    }
    if !isolates_are_closed(text) {
        let remedy =
            "An isolate is not closed, or closed without being open. Use U+2068 and U+2069 in pairs.".to_owned();
        report.error(place, Rule::L25, text, remedy);
    }
}

/// L25: one style of digits in a lesson, those of the clocks and forms or the Arabic ones.
pub(crate) fn lesson(table: &'static Table, lesson: &Lesson, report: &mut Report) {
    if !table.right_to_left {
        return;
    }
    let texts = || lesson.screens.iter().flat_map(|screen| &screen.texts).map(|text| text.text);
    let european = texts().find(|text| text.contains(|c: char| c.is_ascii_digit()));
    let arabic = texts().find(|text| text.contains(is_arabic_digit));
    if let (Some(european), Some(arabic)) = (european, arabic) {
        let remedy = format!("Two styles of digits: \"{european}\" and \"{arabic}\". Use one.");
        report.add(Rule::L25, Severity::Error, ["", "", ""], remedy);
    }
}

/// Whether a mark stands anywhere but between two digits (`1,95`).
fn stands_outside_numbers(text: &str, mark: char) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let is_digit_at = |index: Option<usize>| index.and_then(|at| characters.get(at)).is_some_and(|&c| is_digit(c));
    characters
        .iter()
        .enumerate()
        .any(|(at, &c)| c == mark && !(is_digit_at(at.checked_sub(1)) && is_digit_at(at.checked_add(1))))
}

/// The invisible marks that turn the direction without an end: RLM and its like, embeddings, overrides.
pub(crate) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
}

/// The invisible pair that keeps a word of the other direction apart: LRI, RLI, FSI, and PDI at the end.
pub(crate) fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

fn isolates_are_closed(text: &str) -> bool {
    let mut open = 0_usize;
    for c in text.chars().filter(|&c| is_isolate(c)) {
        let next = if c == '\u{2069}' { open.checked_sub(1) } else { open.checked_add(1) };
        let Some(next) = next else { return false };
        open = next;
    }
    open == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Ar, Nl, Uk};
    use crate::Terms;
    use crate::testing::{accepts, lesson, refuses, verdict, worst};

    #[test]
    fn arabic_text_has_arabic_marks() {
        accepts(
            Rule::L25,
            &[(Ar, "أين البطاقة؟"), (Ar, "السعر 1,95 يورو، ادفع الآن."), (Nl, "Wat nu? Kijk, hier."), (Uk, "Що тепер?")],
        );
        refuses(Rule::L25, &[(Ar, "أين البطاقة?"), (Ar, "خذ البطاقة, ثم ادخل."), (Ar, "اذهب; انتظر.")]);
    }

    #[test]
    fn a_document_may_hold_latin_marks() {
        assert_eq!(verdict(Ar, Rule::L25, &[(Kind::Document, "ok?")]), None);
    }

    #[test]
    fn hidden_marks_of_direction_are_refused_and_isolates_in_pairs_pass() {
        accepts(Rule::L25, &[(Ar, "افتح \u{2068}Wi-Fi\u{2069} الآن.")]);
        accepts(Rule::L13, &[(Ar, "افتح \u{2068}Wi-Fi\u{2069} الآن.")]);
        refuses(Rule::L25, &[(Ar, "افتح \u{200F}الباب."), (Ar, "افتح \u{61C}الباب."), (Ar, "افتح \u{2068}Wi-Fi الآن.")]);
        refuses(Rule::L25, &[(Ar, "افتح \u{2069}الباب\u{2068}.")]);
        refuses(Rule::L13, &[(Nl, "Open \u{2068}Wi-Fi\u{2069} nu."), (Nl, "Open nu\u{61C}.")]);
    }

    #[test]
    fn a_lesson_has_one_style_of_digits() {
        let terms = Terms::default();
        let of = |texts: &[(Kind, &str)]| worst(Ar, Rule::L25, &lesson(&terms, texts));
        assert_eq!(of(&[(Kind::Say, "اتصل بالرقم 112."), (Kind::Document, "09:41")]), None);
        assert_eq!(of(&[(Kind::Say, "اتصل بالرقم ١١٢."), (Kind::Say, "الساعة ٨.")]), None);
        assert_eq!(of(&[(Kind::Say, "اتصل بالرقم 112."), (Kind::Say, "الساعة ٨.")]), Some(Severity::Error));
    }
}
