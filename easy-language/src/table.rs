//! What differs between languages. Adding a language means adding one [`Table`] (and its line in `language.rs`), written as what
//! differs from [`Table::PLAIN`].
//!
//! Phrases are written as `matching` says: lower case, parts apart, `*` for an open start or end.

/// Everything the rules need to know about one language.
pub(crate) struct Table {
    /// Two-letter code (ISO 639-1).
    pub code: &'static str,
    /// L1: the most words of a sentence.
    pub sentence_words: usize,
    /// L2: the most words per sentence on a screen, as a mean.
    pub mean_words: f32,
    /// L3: the highest RIX of a lesson.
    pub rix: f32,
    /// L3: the RIX from which there is a warning.
    pub rix_warning: f32,
    /// L4: the length in letters that 99 % of the common words do not exceed (calibration table, p99).
    pub common_letters: usize,
    /// L5: the patterns that say where a word may break, if there are any.
    pub hyphenation: Option<hypher::Lang>,
    /// What a syllable is counted by, lower case.
    pub vowels: &'static str,
    /// Each vowel is a syllable, also beside another one.
    pub vowels_apart: bool,
    /// Word endings that are not spoken.
    pub silent_endings: &'static [&'static str],
    /// Word endings that are spoken although a silent one fits.
    pub voiced_endings: &'static [&'static str],
    /// The reading formulas of the language; none where nobody has validated one.
    pub formulas: &'static [Formula],
    /// What an apostrophe does.
    pub apostrophe: Apostrophe,
    /// The mark at the end of a question.
    pub question: char,
    /// The language has an ı beside the i, so the small letter of I is ı.
    pub dotless_i: bool,
    /// L25: the language is written from right to left.
    pub right_to_left: bool,
    /// L17: the language is written in Latin letters.
    pub latin: bool,
    /// L7: words that join two ideas.
    pub conjunctions: &'static [&'static str],
    /// L8: words that open a condition (if, when).
    pub conditions: &'static [&'static str],
    /// L8: words that open another subordinate clause.
    pub subordinators: &'static [&'static str],
    /// L8: phrases that only look like a condition or a clause.
    pub not_subordinators: &'static [&'static str],
    /// L9: how a passive looks.
    pub passive: Passive,
    /// L9: words that show a passive by their ending, a genitive or a subjunctive.
    pub hard_forms: &'static [&'static str],
    /// L10: how "not" is said.
    pub negation: Negation,
    /// L10: phrases that only look like one.
    pub not_negations: &'static [&'static str],
    /// L11: the words for 2 to 20 (not 1, which is an article too).
    pub number_words: &'static [&'static str],
    /// L11: the words for per cent.
    pub per_cent: &'static [&'static str],
    /// L12: abbreviations, exactly as written, with their points.
    pub abbreviations: &'static [&'static str],
    /// L16: sayings, and words that mean something else than they say.
    pub idioms: &'static [&'static str],
    /// L17: words of another language that not everybody knows.
    pub foreign: &'static [&'static str],
    /// L18: endings of abstract nouns.
    pub abstract_endings: &'static [&'static str],
    /// L18: words and endings that only look like one.
    pub not_abstract: &'static [&'static str],
    /// L19: ways not to speak to the reader, and the one to use.
    pub address: &'static [(&'static str, &'static str)],
    /// L19: phrases that only look like one.
    pub not_address: &'static [&'static str],
    /// L19: the words of two ways to say "you"; a lesson uses one of them. Empty where `address` settles it.
    pub address_forms: [&'static [&'static str]; 2],
    /// L19: words that, with a capital inside a sentence, speak to the reader as to a stranger (`Nehmen Sie Ihre Karte`).
    pub polite: &'static [&'static str],
    /// L20: how dates and times look.
    pub calendar: Calendar,
    /// L21: answers to a yes/no or true/false question: the ones that agree and the ones that do not.
    pub yes: &'static [&'static str],
    /// See `yes`.
    pub no: &'static [&'static str],
    /// L21: options that speak of the other options.
    pub about_options: &'static [&'static str],
    /// L23: openings of an alternative text that say only that there is a picture.
    pub picture_of: &'static [&'static str],
    /// L28: words for colour, shape and position.
    pub appearance: &'static [&'static str],
}

impl Table {
    /// A table without any word: the limits of most languages, and lists to be filled.
    pub const PLAIN: Table = Table {
        code: "",
        sentence_words: 10,
        mean_words: 8.0,
        rix: 1.5,
        rix_warning: 1.2,
        common_letters: 12,
        hyphenation: None,
        vowels: "",
        vowels_apart: false,
        silent_endings: &[],
        voiced_endings: &[],
        formulas: &[],
        apostrophe: Apostrophe::Joins,
        question: '?',
        dotless_i: false,
        right_to_left: false,
        latin: true,
        conjunctions: &[],
        conditions: &[],
        subordinators: &[],
        not_subordinators: &[],
        passive: Passive { auxiliaries: &[], reach: 0, articles: &[], is_participle: |_| false },
        hard_forms: &[],
        negation: Negation::Words(&[]),
        not_negations: &[],
        number_words: &[],
        per_cent: &[],
        abbreviations: &[],
        idioms: &[],
        foreign: &[],
        abstract_endings: &[],
        not_abstract: &[],
        address: &[],
        not_address: &[],
        address_forms: [&[], &[]],
        polite: &[],
        calendar: Calendar {
            months: &[],
            short_months: &[],
            glued_hour: &[],
            spaced_hour: &[],
            colon: false,
            time: "",
            date: "",
        },
        yes: &[],
        no: &[],
        about_options: &[],
        picture_of: &[],
        appearance: &[],
    };
}

/// What an apostrophe does inside a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Apostrophe {
    /// It shows where a part of a word ends: `foto's`, `don't`.
    Joins,
    /// It stands for a vowel between two words: `l'eau` is `l'` and `eau`.
    Elides,
    /// It is a letter like others: `п'ять`.
    Letter,
}

/// A reading formula (`readability` works it out). It is reported; no text is refused for it.
pub(crate) struct Formula {
    /// As people call it.
    pub name: &'static str,
    /// Which values are easy.
    pub easy: Easy,
    /// How it is worked out.
    pub of: Measure,
}

/// The values of a formula that are easy.
#[derive(Clone, Copy)]
pub(crate) enum Easy {
    /// This or more.
    AtLeast(f32),
    /// This or less.
    AtMost(f32),
}

/// What a formula is worked out from. Sources and bands are in each table.
pub(crate) enum Measure {
    /// The family of Flesch: `base - per_word * words per sentence - per_syllable * syllables per word`.
    Flesch { base: f32, per_word: f32, per_syllable: f32 },
    /// Gulpease, which needs no syllables: `89 + (300 * sentences - 10 * letters) / words`.
    Gulpease,
    /// FOG-PL: `0.4 * (words per sentence + per cent of words of 4 or more syllables)`.
    FogPl,
    /// SMOG-Cro: `2 + root of the words of 4 or more syllables in 30 sentences`.
    SmogCro,
    /// The first Wiener Sachtextformel, from the per cents of words of 3 or more syllables, of more than 6 letters and of 1
    /// syllable, and the words per sentence.
    Wiener,
}

/// A passive: an auxiliary, and a participle among the next words.
pub(crate) struct Passive {
    pub auxiliaries: &'static [&'static str],
    /// How many words after the auxiliary the participle is looked for.
    pub reach: usize,
    /// Words right before a noun or an adjective: what follows them is no participle (`a missed call`).
    pub articles: &'static [&'static str],
    pub is_participle: fn(&str) -> bool,
}

/// How a negation is counted.
pub(crate) enum Negation {
    /// Each of these words is one.
    Words(&'static [&'static str]),
    /// An opener (`ne`) with its closers (`pas`, `jamais rien`) is one; a closer alone is one too.
    Pairs { openers: &'static [&'static str], closers: &'static [&'static str] },
}

/// L20: dates and times.
pub(crate) struct Calendar {
    pub months: &'static [&'static str],
    pub short_months: &'static [&'static str],
    /// Letters not to write right after the hour (`8u`, `8h`, `8am`).
    pub glued_hour: &'static [&'static str],
    /// Letters not to write as a word after the hour (`8 u`).
    pub spaced_hour: &'static [&'static str],
    /// A colon between hour and minutes is how a time is written (`6:45`).
    pub colon: bool,
    /// How a time is written.
    pub time: &'static str,
    /// How a date is written.
    pub date: &'static str,
}
