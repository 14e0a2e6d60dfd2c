//! What the check finds.

use std::fmt;

/// The rules of the easy-language standard, by number. Those that need a dictionary, sound, the plan or readers are named
/// here for completeness; the documentation of the crate says where each is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// L1: words per sentence; title and option at most 6.
    L1,
    /// L2: mean words per sentence on one screen.
    L2,
    /// L3: RIX of the lesson, the long words (over 6 letters) per sentence.
    L3,
    /// L4: a word longer than almost all common words.
    L4,
    /// L5: a run of more than 13 letters that cannot be broken.
    L5,
    /// L6: sentences per screen, per paragraph, per line.
    L6,
    /// L7: one idea per sentence.
    L7,
    /// L8: subordinate clauses.
    L8,
    /// L9: passive sentences.
    L9,
    /// L10: negations.
    L10,
    /// L11: numbers as digits, and none that are hard to grasp.
    L11,
    /// L12: abbreviations and initials.
    L12,
    /// L13: special characters.
    L13,
    /// L14: words in capitals, italics, underline.
    L14,
    /// L15: one term per concept.
    L15,
    /// L16: idioms and figures of speech.
    L16,
    /// L17: foreign words that are not in the term table.
    L17,
    /// L18: abstract nouns.
    L18,
    /// L19: speaks to the reader, always in the same form.
    L19,
    /// L20: dates and times.
    L20,
    /// L21: the options of a question.
    L21,
    /// L22: sound for each sentence.
    L22,
    /// L23: alternative texts.
    L23,
    /// L24: every key in every language.
    L24,
    /// L25: right-to-left text.
    L25,
    /// L26: reading level.
    L26,
    /// L27: spelling.
    L27,
    /// L28: colour, shape and position words.
    L28,
    /// L29: tested with readers.
    L29,
    /// L30: length of a lesson.
    L30,
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, formatter)
    }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The text must be rewritten.
    Error,
    /// The text should be looked at.
    Warning,
}

/// One place where a text breaks a rule. Displayed as `L1: 13 words, at most 10. Make two sentences.`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// The id of the step; empty when it is about the whole lesson.
    pub step: String,
    /// The key of the text; empty when it is about the whole screen.
    pub key: String,
    /// The sentence or word it is about; empty when it is about the whole screen or lesson.
    pub text: String,
    /// What is wrong and what to do, for an author, in English.
    pub remedy: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.rule, self.remedy)
    }
}
