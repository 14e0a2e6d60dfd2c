//! German: the reader is *du* or *Sie*, one of them in a lesson. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Calendar, Easy, Formula, Measure, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "de",
    common_letters: 12,
    hyphenation: Some(hypher::Lang::German),
    vowels: "aeiouyäöüé",
    formulas: &[
        // Amstad's Flesch for German.
        Formula { name: "Amstad", easy: Easy::AtLeast(75.0), of: Measure::Flesch { base: 180.0, per_word: 1.0, per_syllable: 58.5 } },
        Formula { name: "Wiener 1", easy: Easy::AtMost(5.0), of: Measure::Wiener },
    ],
    conjunctions: &["und", "oder", "aber", "denn"],
    conditions: &["wenn", "falls"],
    subordinators: &[
        "dass", "weil", "obwohl", "während", "damit", "deren", "dessen", "sodass", "bevor", "nachdem", "sobald", "solange", "ob", "indem",
    ],
    not_subordinators: &["damit du", "was ist damit"],
    passive: Passive {
        auxiliaries: &["wird", "werden", "wurde", "wurden", "worden"],
        reach: 6,
        articles: &["ein", "eine", "einen", "einem", "einer", "der", "die", "das", "den", "dem", "dein", "deine", "deinen", "deinem", "kein", "keine"],
        is_participle,
    },
    // Genitive and subjunctive.
    hard_forms: &[
        "des", "eines", "meines", "deines", "seines", "ihres", "wäre", "wären", "hätte", "hätten", "würde", "würden",
        "könnte", "könnten", "müsste", "müssten", "dürfte", "dürften", "wärst", "hättest", "würdest", "könntest", "müsstest", "dürftest", "möge", "sei",
    ],
    negation: Negation::Words(&[
        "nicht", "kein", "keine", "keinen", "keiner", "keinem", "keines", "nie", "niemals", "niemand", "niemanden", "niemandem", "nichts",
        "nirgends", "nirgendwo",
    ]),
    not_negations: &["nicht nur", "nicht wahr"],
    number_words: &[
        "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn",
        "siebzehn", "achtzehn", "neunzehn", "zwanzig",
    ],
    per_cent: &["prozent"],
    abbreviations: &[
        "z.B.", "bzw.", "usw.", "etc.", "ca.", "Nr.", "Tel.", "Str.", "evtl.", "ggf.", "inkl.", "exkl.", "d.h.", "u.a.", "Std.", "Min.", "max.", "min.",
        "Hr.", "Fr.", "Dr.", "vgl.", "S.",
    ],
    idioms: &[
        "im griff", "auf dem laufenden", "den faden verlieren", "ins auge gehen", "alles in butter", "auf der hand", "auf den punkt", "unter die arme",
        "daumen drücken", "in den griff", "hand in hand", "im auge behalten", "am ball bleiben",
    ],
    foreign: ENGLISH,
    abstract_endings: &["ung", "heit", "keit", "tion", "schaft", "ungen"],
    not_abstract: &["wohnung", "zeitung", "werkzeugausgabe", "kleidung", "wohnungen", "rechnung", "station", "mannschaft", "botschaft"],
    address: &[("man", "du"), ("der nutzer", "du"), ("die nutzer", "du"), ("der benutzer", "du"), ("ihr müsst", "du"), ("ihr könnt", "du")],
    // "sie" alone is "they" and "she" too; the requests tell.
    address_forms: [
        &["du", "dir", "dich", "dein", "deine", "deinen", "deinem", "deiner", "deines"],
        &[
            "bitten sie", "drücken sie", "rufen sie", "gehen sie", "fragen sie", "nehmen sie", "warten sie", "lesen sie", "tippen sie", "schauen sie",
            "legen sie", "ziehen sie", "sagen sie", "halten sie", "öffnen sie", "schließen sie", "zeigen sie", "suchen sie", "können sie", "müssen sie",
            "haben sie", "möchten sie", "sie müssen", "sie können",
        ],
    ],
    calendar: Calendar {
        months: &[
            "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember",
        ],
        short_months: &["jan", "feb", "mär", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez"],
        glued_hour: &["h", "uhr"],
        spaced_hour: &["h"],
        colon: true,
        time: "6:45 Uhr",
        date: "Montag, 3. März",
    },
    yes: &["ja", "richtig", "stimmt", "wahr", "das stimmt"],
    no: &["nein", "falsch", "stimmt nicht", "das stimmt nicht", "nicht richtig"],
    about_options: &["alle antworten", "keine der antworten", "keine davon", "alles davon", "alle drei", "beide antworten", "alle oben"],
    picture_of: &["bild", "ein bild", "das bild", "foto von", "ein foto von", "zeichnung", "eine zeichnung", "symbol", "ein symbol", "piktogramm", "ein piktogramm"],
    appearance: &[
        "rot", "rote", "roten", "roter", "rotes", "grün", "grüne", "grünen", "grüner", "grünes", "blau", "blaue", "blauen", "blauer", "blaues", "gelb",
        "gelbe", "gelben", "gelber", "gelbes", "orange", "orangen", "lila", "rosa", "braun", "braune", "braunen", "schwarz", "schwarze", "schwarzen",
        "schwarzer", "schwarzes", "weiße", "weißen", "weißer", "weißes", "grau", "graue", "grauen", "links", "linke", "linken", "rechts", "rechte seite",
        "rechten seite", "rechte taste", "rechten rand", "oben links", "oben rechts", "unten links", "unten rechts", "am oberen", "am unteren",
        "runde taste", "runden knopf", "rundes schild", "runde schild", "viereck*", "quadrat*", "dreieck*",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const NOT: &[&str] = &[
        "gehen",
        "geben",
        "gewinnen",
        "genießen",
        "gehören",
        "gelingen",
        "gefallen",
        "geschehen",
        "gut",
        "gegen",
        "gern",
        "gestern",
        "gesicht",
        "gebiet",
        "gewicht",
        "geräten",
        "gefahren",
        "gerecht",
        "getränken",
        "gebäuden",
        "genug",
    ];
    word.strip_prefix("ge").is_some_and(|stem| stem.chars().count() > 2)
        && (word.ends_with('t') || word.ends_with("en"))
        && !NOT.contains(&word)
}
