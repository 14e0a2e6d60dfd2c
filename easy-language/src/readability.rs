//! The reading level of a lesson. It is reported; no text is refused for it.

use crate::sentences::sentences;
use crate::syllables::syllables;
use crate::table::Table;
use crate::words::{is_long, words};
use crate::{Language, Lesson};

/// The measures of a lesson's sentences (titles, documents and alternative texts are left out).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Readability {
    /// How many sentences.
    pub sentences: usize,
    /// How many words.
    pub words: usize,
    /// Words per sentence.
    pub mean_words: f32,
    /// Words in the longest sentence.
    pub longest: usize,
    /// Words per sentence plus the per cent of words over 6 letters (Björnsson's LIX); under 30 is very easy.
    pub lix: f32,
    /// Words over 6 letters per sentence (Anderson's RIX); at most 1.5 here (L3).
    pub rix: f32,
    /// The language's own formula, about 0 (hard) to 100 (easy): Flesch-Douma for Dutch, Flesch for English, Kandel-Moles for
    /// French; 80 or more is easy. Zero for a lesson without sentences.
    pub formula: f32,
}

/// The reading level of a lesson in its language.
pub fn readability(language: Language, lesson: &Lesson) -> Readability {
    let texts = lesson
        .screens
        .iter()
        .flat_map(|screen| &screen.texts)
        .filter(|text| text.kind.is_sentence())
        .flat_map(|text| sentences(text.text));
    measure(language.table(), texts)
}

pub(crate) fn measure<'a>(table: &Table, sentences: impl Iterator<Item = &'a str>) -> Readability {
    let mut measured = Readability::default();
    let mut long_words = 0;
    let mut all_syllables = 0;
    for sentence in sentences {
        let words = words(sentence);
        measured.sentences += 1;
        measured.words += words.len();
        measured.longest = measured.longest.max(words.len());
        long_words += words.iter().filter(|word| is_long(word)).count();
        all_syllables += words.iter().map(|word| syllables(table, word)).sum::<usize>();
    }
    if measured.words == 0 {
        return measured;
    }
    measured.mean_words = share(measured.words, measured.sentences);
    measured.rix = share(long_words, measured.sentences);
    measured.lix = measured.mean_words + 100.0 * share(long_words, measured.words);
    measured.formula = table.formula.base
        - table.formula.per_word * measured.mean_words
        - table.formula.per_syllable * share(all_syllables, measured.words);
    measured
}

/// `part` for each of `whole`. Lesson texts are far too small for the conversion to lose anything.
pub(crate) fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::lesson;
    use crate::{Kind, Terms};

    fn close(measured: f32, by_hand: f32) {
        assert!((measured - by_hand).abs() < 0.01, "{measured} is not {by_hand}");
    }

    fn of(language: Language, text: &str) -> Readability {
        let terms = Terms::default();
        readability(language, &lesson(&terms, &[(Kind::Ask, text)]))
    }

    #[test]
    fn dutch_is_measured_as_by_hand() {
        // 5 + 5 words, 2 long (bericht, begeleider), syllables 1+1+1+1+2 and 1+1+1+1+4 = 14.
        let measured = of(Language::Nl, "Je krijgt op werk bericht. Vraag hulp aan je begeleider.");
        assert_eq!((measured.sentences, measured.words, measured.longest), (2, 10, 5));
        close(measured.mean_words, 5.0);
        close(measured.rix, 1.0);
        close(measured.lix, 5.0 + 20.0);
        close(measured.formula, 206.835 - 0.93 * 5.0 - 77.0 * 1.4);
    }

    #[test]
    fn english_is_measured_as_by_hand() {
        // 4 + 3 words, 1 long (message), syllables 1+1+1+2 and 1+1+1 = 8.
        let measured = of(Language::En, "Read the new message. Ask for help.");
        assert_eq!((measured.sentences, measured.words, measured.longest), (2, 7, 4));
        close(measured.mean_words, 3.5);
        close(measured.rix, 0.5);
        close(measured.lix, 3.5 + 100.0 / 7.0);
        close(measured.formula, 206.835 - 1.015 * 3.5 - 84.6 * 8.0 / 7.0);
    }

    #[test]
    fn french_is_measured_as_by_hand() {
        // 3 + 3 words, 2 long (Regarde, l'adresse), syllables 2+2+2 and 1+1+1 = 9.
        let measured = of(Language::Fr, "Regarde bien l'adresse. Tu fais quoi ?");
        assert_eq!((measured.sentences, measured.words, measured.longest), (2, 6, 3));
        close(measured.rix, 1.0);
        close(measured.lix, 3.0 + 100.0 / 3.0);
        // bien is one group: 2+1+2+1+1+1 = 8.
        close(measured.formula, 207.0 - 1.015 * 3.0 - 73.6 * 8.0 / 6.0);
    }

    #[test]
    fn titles_and_documents_are_not_measured() {
        let terms = Terms::default();
        let texts = [(Kind::Title, "Een titel"), (Kind::Document, "Loonbrief maart")];
        assert_eq!(readability(Language::Nl, &lesson(&terms, &texts)), Readability::default());
    }
}
