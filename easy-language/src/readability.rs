//! The reading level of a lesson. It is reported; no text is refused for it.

use crate::sentences::sentences;
use crate::syllables::syllables;
use crate::table::{Formula, Table};
use crate::words::{is_long, words};
use crate::{Language, Lesson};

/// The measures of a lesson's sentences (titles, documents and alternative texts are left out).
#[derive(Debug, Clone, PartialEq, Default)]
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
    /// What the formulas of the language say: none where nobody has validated one, and for a lesson without sentences.
    pub formulas: Vec<Level>,
}

/// What a reading formula says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// The formula, as people call it.
    pub formula: &'static str,
    /// Its value, about 0 (hard) to 100 (easy); 80 or more is easy.
    pub value: f32,
}

/// The reading level of a lesson in its language.
pub fn readability(language: Language, lesson: &Lesson) -> Readability {
    let table = language.table();
    let texts = lesson
        .screens
        .iter()
        .flat_map(|screen| &screen.texts)
        .filter(|text| text.kind.is_sentence())
        .flat_map(|text| sentences(table, text.text));
    measure(table, texts)
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
        long_words += words.iter().filter(|word| is_long(table, word)).count();
        all_syllables += words.iter().map(|word| syllables(table, word)).sum::<usize>();
    }
    if measured.words == 0 {
        return measured;
    }
    measured.mean_words = share(measured.words, measured.sentences);
    measured.rix = share(long_words, measured.sentences);
    measured.lix = measured.mean_words + 100.0 * share(long_words, measured.words);
    let level = |formula: &Formula| {
        let syllables = share(all_syllables, measured.words);
        let value = formula.base - formula.per_word * measured.mean_words - formula.per_syllable * syllables;
        Level { formula: formula.name, value }
    };
    measured.formulas = table.formulas.iter().map(level).collect();
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

    fn level(measured: &Readability) -> f32 {
        measured.formulas.first().unwrap().value
    }

    #[test]
    fn dutch_is_measured_as_by_hand() {
        // 5 + 5 words, 2 long (bericht, begeleider), syllables 1+1+1+1+2 and 1+1+1+1+4 = 14.
        let measured = of(Language::Nl, "Je krijgt op werk bericht. Vraag hulp aan je begeleider.");
        assert_eq!((measured.sentences, measured.words, measured.longest), (2, 10, 5));
        close(measured.mean_words, 5.0);
        close(measured.rix, 1.0);
        close(measured.lix, 5.0 + 20.0);
        close(level(&measured), 206.835 - 0.93 * 5.0 - 77.0 * 1.4);
    }

    #[test]
    fn english_is_measured_as_by_hand() {
        // 4 + 3 words, 1 long (message), syllables 1+1+1+2 and 1+1+1 = 8.
        let measured = of(Language::En, "Read the new message. Ask for help.");
        assert_eq!((measured.sentences, measured.words, measured.longest), (2, 7, 4));
        close(measured.mean_words, 3.5);
        close(measured.rix, 0.5);
        close(measured.lix, 3.5 + 100.0 / 7.0);
        close(level(&measured), 206.835 - 1.015 * 3.5 - 84.6 * 8.0 / 7.0);
    }

    #[test]
    fn french_is_measured_as_by_hand() {
        // 3 + 3 words, 2 long (Regarde, l'adresse), syllables 2+2+2 and 1+1+1 = 9.
        let measured = of(Language::Fr, "Regarde bien l'adresse. Tu fais quoi ?");
        assert_eq!((measured.sentences, measured.words, measured.longest), (2, 6, 3));
        close(measured.rix, 1.0);
        close(measured.lix, 3.0 + 100.0 / 3.0);
        // bien is one group: 2+1+2+1+1+1 = 8.
        close(level(&measured), 207.0 - 1.015 * 3.0 - 73.6 * 8.0 / 6.0);
    }

    #[test]
    fn a_language_without_a_formula_has_the_measures_that_count_letters() {
        // 3 + 2 words, 1 long (البطاقة, 7 letters).
        let measured = of(Language::Ar, "خذ هذه البطاقة. افتح الباب.");
        assert_eq!((measured.sentences, measured.words, measured.formulas.len()), (2, 5, 0));
        close(measured.lix, 2.5 + 20.0);
        close(measured.rix, 0.5);
        // 3 + 2 words, 1 long (п'ятниця, 7 letters).
        let measured = of(Language::Uk, "Сьогодні вже п’ятниця. Іди додому.");
        assert_eq!((measured.sentences, measured.words, measured.formulas.len()), (2, 5, 0));
        close(measured.rix, 1.0);
    }

    #[test]
    fn titles_and_documents_are_not_measured() {
        let terms = Terms::default();
        let texts = [(Kind::Title, "Een titel"), (Kind::Document, "Loonbrief maart")];
        assert_eq!(readability(Language::Nl, &lesson(&terms, &texts)), Readability::default());
    }
}
