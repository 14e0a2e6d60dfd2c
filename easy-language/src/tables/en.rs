//! English: the reader is *you*. The lists are seeds, to be corrected by a native reader.

use crate::table::{Calendar, Easy, Formula, Measure, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "en",
    common_letters: 10,
    hyphenation: Some(hypher::Lang::English),
    vowels: "aeiouyéèêëïö",
    silent_endings: &["e"],
    voiced_endings: &["ble", "cle", "dle", "fle", "gle", "kle", "ple", "tle", "zle"],
    formulas: &[Formula { name: "Flesch", easy: Easy::AtLeast(80.0), of: Measure::Flesch { base: 206.835, per_word: 1.015, per_syllable: 84.6 } }],
    conjunctions: &["and", "or", "but"],
    conditions: &["if", "when"],
    subordinators: &["which", "although", "though", "because", "while", "unless", "whose", "whereas", "so that", "even though"],
    not_subordinators: &["for a while", "a while"],
    passive: Passive {
        auxiliaries: &["is", "are", "was", "were", "be", "been", "being"],
        reach: 2,
        articles: &["a", "an", "the", "your", "my", "his", "her", "its", "our", "their", "this", "that", "no"],
        is_participle,
    },
    negation: Negation::Words(&[
        "not", "no", "never", "nobody", "nothing", "nowhere", "none", "cannot", "*n't",
    ]),
    not_negations: &["say no", "says no"],
    number_words: &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ],
    per_cent: &["percent", "per cent"],
    abbreviations: &[
        "e.g.", "i.e.", "etc.", "approx.", "Mr.", "Mrs.", "Ms.", "Dr.", "tel.", "vs.", "min.", "sec.", "incl.", "excl.", "nr.", "St.",
        "asap", "ASAP",
    ],
    idioms: &[
        "keep an eye", "piece of cake", "on the same page", "touch base", "in the loop", "break the ice", "call it a day", "up to speed", "out of hand",
        "at the end of the day", "on the ball", "learn the ropes", "cut corners", "hands on",
    ],
    foreign: &["via", "per se", "ad hoc", "vice versa", "et cetera", "status quo", "pro rata", "en route", "per diem"],
    abstract_endings: &["tion", "sion", "ness", "ment"],
    not_abstract: &["moment", "station", "business", "payment", "witness"],
    address: &[
        ("the user", "you"), ("the learner", "you"), ("users must", "you must"), ("one must", "you must"), ("one should", "you must"),
        ("oneself", "yourself"), ("y'all", "you"),
    ],
    calendar: Calendar {
        months: &[
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        ],
        short_months: &["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"],
        glued_hour: &["h", "am", "pm"],
        spaced_hour: &["h", "am", "pm"],
        colon: false,
        time: "6.45 in the morning",
        date: "Monday 3 March",
    },
    yes: &["yes", "true", "right", "correct"],
    no: &["no", "false", "wrong", "not true", "incorrect"],
    about_options: &[
        "all of the above", "none of the above", "all of these", "none of these", "both of these", "all answers", "no answer",
    ],
    picture_of: &[
        "picture", "a picture", "the picture", "image", "an image", "photo of", "a photo of", "drawing", "a drawing", "icon", "an icon",
        "pictogram", "a pictogram",
    ],
    // "right" and "left" alone mean "correct" and "went away" just as well.
    appearance: &[
        "red", "green", "blue", "yellow", "orange", "purple", "pink", "brown", "black", "white", "grey", "gray", "on the right",
        "on the left", "to the right", "to the left", "right side", "left side", "right hand", "left hand", "right corner",
        "left corner", "left button", "top right", "top left", "bottom right", "bottom left", "at the top", "at the bottom",
        "top of the screen", "bottom of the screen", "button above", "button below", "round button", "round sign", "square button", "square sign",
        "triangle", "circle",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "broken", "taken", "written", "given", "eaten", "stolen", "hidden", "driven", "chosen", "seen", "shown",
        "made", "sent", "paid", "told", "sold", "kept", "held", "found", "bought", "brought", "taught", "caught",
        "built", "known", "spoken", "thrown", "worn",
    ];
    const NOT: &[&str] = &[
        "tired",
        "scared",
        "worried",
        "interested",
        "married",
        "needed",
        "naked",
        "hundred",
        "indeed",
        "excited",
        "bored",
        "confused",
    ];
    IRREGULAR.contains(&word)
        || (word.ends_with("ed") && word.chars().count() > 4 && !word.ends_with("eed") && !NOT.contains(&word))
}
