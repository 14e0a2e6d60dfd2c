//! Where a sentence ends.

use crate::table::Table;

/// The sentences of a text, trimmed, in order. A sentence ends with a line break, or with `.`, `!`, `?`, `…`, the Arabic `؟`
/// and `؛` or the question mark of the language, and the closing marks after it, when a space or the end follows. So
/// `6.45` and `pakje.example` hold no end, and the French space before `?` belongs to its sentence. A piece without a
/// letter or digit is no sentence.
pub(crate) fn sentences<'a>(table: &Table, text: &'a str) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    let mut after_end = false;
    while let Some((index, character)) = characters.next() {
        after_end = match character {
            '.' | '!' | '?' | '…' | '؟' | '؛' => true,
            '"' | '\'' | '’' | '”' | '»' | ')' => after_end,
            _ => character == table.question,
        };
        let next = characters.peek().map(|&(_, next)| next);
        if character == '\n' || (after_end && next.is_none_or(char::is_whitespace)) {
            let end = index + character.len_utf8();
            found.extend(text.get(start..end));
            start = end;
        }
    }
    found.extend(text.get(start..));
    found.into_iter().map(str::trim).filter(|sentence| sentence.contains(char::is_alphanumeric)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Ar, Fr, Nl, Uk};

    fn of(language: crate::Language, text: &str) -> Vec<&str> {
        sentences(language.table(), text)
    }

    #[test]
    fn a_full_stop_a_question_and_a_call_end_a_sentence() {
        assert_eq!(of(Nl, "Lees het. Klopt dat? Stop! Goed"), ["Lees het.", "Klopt dat?", "Stop!", "Goed"]);
    }

    #[test]
    fn arabic_and_cyrillic_sentences_end_with_their_own_marks() {
        assert_eq!(of(Ar, "أين البطاقة؟ خذها… اذهب؛ انتظر."), ["أين البطاقة؟", "خذها…", "اذهب؛", "انتظر."]);
        assert_eq!(of(Uk, "Де бейдж? Візьми його! Іди."), ["Де бейдж?", "Візьми його!", "Іди."]);
    }

    #[test]
    fn a_point_inside_a_time_or_an_address_ends_nothing() {
        assert_eq!(of(Nl, "Bel om 6.45 uur.").len(), 1);
        assert_eq!(of(Nl, "Kijk naar pakje.example nu.").len(), 1);
    }

    #[test]
    fn the_french_space_before_a_question_mark_makes_no_extra_sentence() {
        assert_eq!(of(Fr, "Tu fais quoi ? Regarde !"), ["Tu fais quoi ?", "Regarde !"]);
    }

    #[test]
    fn a_closing_quote_belongs_to_the_sentence_before_it() {
        assert_eq!(of(Nl, "Zeg \"Ik ben ziek.\" Bel dan."), ["Zeg \"Ik ben ziek.\"", "Bel dan."]);
    }

    #[test]
    fn a_line_break_ends_a_sentence_and_marks_alone_are_none() {
        assert_eq!(of(Nl, "Een\nTwee\n\n ! "), ["Een", "Twee"]);
        assert!(of(Nl, "").is_empty());
    }
}
