//! German, as Austria, Belgium and Germany understand it: the reader is *du*. The lists are seeds, to be corrected by a native reader.

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
    conjunctions: &["und", "oder", "aber", "denn", "sondern"],
    conditions: &["wenn", "falls"],
    // "damit" alone is mostly "with it" (damit öffnest du die Tür); before a subject it opens a clause.
    subordinators: &[
        "dass", "weil", "obwohl", "während", "deren", "dessen", "sodass", "bevor", "nachdem", "seitdem", "sobald", "solange", "ob", "indem",
        "damit ich", "damit du", "damit er", "damit sie", "damit es", "damit wir", "damit ihr", "damit alle", "damit jemand",
    ],
    passive: Passive {
        auxiliaries: &["werde", "wirst", "wird", "werden", "werdet", "wurde", "wurdest", "wurden", "worden"],
        reach: 6,
        articles: &["ein", "eine", "einen", "einem", "einer", "der", "die", "das", "den", "dem", "dein", "deine", "deinen", "deinem", "kein", "keine"],
        is_participle,
    },
    // Genitive and subjunctive.
    hard_forms: &[
        "des", "eines", "meines", "deines", "seines", "ihres", "wäre", "wären", "hätte", "hätten", "würde", "würden",
        "könnte", "könnten", "müsste", "müssten", "dürfte", "dürften", "wärst", "hättest", "würdest", "könntest", "müsstest", "dürftest", "möge",
        // "sei" alone is mostly a request (sei ehrlich).
        "er sei", "sie sei", "es sei", "man sei",
    ],
    negation: Negation::Words(&[
        "nicht", "kein", "keine", "keinen", "keiner", "keinem", "keines", "keins", "weder", "nie", "niemals", "niemand", "niemanden", "niemandem", "nichts",
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
        "Hr.", "Fr.", "Dr.", "vgl.", "S.", "bspw.", "Abt.", "mind.",
        // The first half of those that are written with a space (z. B., d. h., u. a., i. d. R.).
        "z.", "d.", "u.", "i.",
    ],
    idioms: &[
        "im griff", "auf dem laufenden", "den faden verlieren", "ins auge gehen", "alles in butter", "liegt auf der hand", "auf den punkt bringen", "unter die arme greifen",
        "daumen drücken", "in den griff", "hand in hand", "im auge behalten", "am ball bleiben",
    ],
    foreign: ENGLISH,
    abstract_endings: &["ung", "ungen", "heit", "heiten", "keit", "keiten", "tion", "tionen", "schaft", "schaften"],
    not_abstract: &[
        "*wohnung", "*wohnungen", "*zeitung", "*zeitungen", "*kleidung", "*rechnung", "*rechnungen", "*heizung", "*packung", "*packungen", "*leitung",
        "*sprung", "*übung", "*übungen", "achtung", "einstellungen", "*station", "*stationen", "lektion", "lektionen", "mannschaft", "botschaft",
    ],
    address: &[("man", "du"), ("der nutzer", "du"), ("die nutzer", "du"), ("der benutzer", "du"), ("ihr müsst", "du"), ("ihr könnt", "du")],
    polite: &["Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer"],
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
    // "rosa" alone is mostly a name (Rosa wählt einen Salat); after an article it is the colour.
    appearance: &[
        "rot", "rote", "roten", "roter", "rotes", "grün", "grüne", "grünen", "grüner", "grünes", "blau", "blaue", "blauen", "blauer", "blaues", "gelb",
        "gelbe", "gelben", "gelber", "gelbes", "orange", "orangen", "lila", "in rosa", "der rosa", "die rosa", "das rosa", "den rosa", "dem rosa",
        "braun", "braune", "braunen", "schwarz", "schwarze", "schwarzen",
        "schwarzer", "schwarzes", "weiße", "weißen", "weißer", "weißes", "grau", "graue", "grauen", "links", "linke", "linken", "rechts", "rechte seite",
        "rechten seite", "rechte taste", "rechten rand", "oben links", "oben rechts", "unten links", "unten rechts", "am oberen", "am unteren",
        "runde taste", "runden knopf", "rundes schild", "runde schild", "viereck*", "quadrat*", "dreieck*",
    ],
    ..Table::PLAIN
};

/// Parts that a verb is opened with and that stand before the `ge` of its participle: `abgeschlossen`, `eingeschaltet`.
const PREFIXES: &[&str] = &[
    "ab", "an", "auf", "aus", "durch", "ein", "fest", "fort", "her", "hin", "los", "mit", "nach", "statt", "um",
    "unter", "vor", "weg", "weiter", "zu", "zurück", "zusammen",
];
/// Parts that take no `ge`: `bezahlt`, `verkauft`. Their infinitives end like strong participles, so those are told by their words.
const INSEPARABLE: &[&str] = &["be", "emp", "ent", "er", "miss", "ver", "zer"];
const STRONG: &[&str] =
    &["begonnen", "beschrieben", "entschieden", "unterschrieben", "verboten", "verloren", "verschlossen"];
/// Looks like a participle and is none.
const NOT: &[&str] = &[
    "gegen",
    "gern",
    "gestern",
    "genug",
    "gut",
    "gerecht",
    "bereit",
    "bekannt",
    "bestimmt",
    "beliebt",
    "ernst",
    "echt",
    "verrückt",
    "vielleicht",
    // Infinitives, after which "werden" is a future.
    "gehen",
    "geben",
    "gewinnen",
    "genießen",
    "gehören",
    "gelingen",
    "gefallen",
    "geschehen",
    "gewöhnen",
    // Things.
    "bericht",
    "gebiet",
    "gebäuden",
    "geburt",
    "gefahren",
    "gehalt",
    "gerät",
    "geräten",
    "gericht",
    "geschenken",
    "geschäft",
    "gesicht",
    "getränken",
    "gewicht",
    "verdacht",
    "verlust",
];

fn is_participle(word: &str) -> bool {
    let with_ge = |word: &str| {
        word.strip_prefix("ge").is_some_and(|stem| stem.chars().count() > 2)
            && (word.ends_with('t') || word.ends_with("en"))
    };
    let without_ge =
        |prefix: &&str| word.strip_prefix(*prefix).is_some_and(|stem| stem.chars().count() > 2 && word.ends_with('t'));
    let is_of_verb = with_ge(word)
        || PREFIXES.iter().any(|prefix| word.strip_prefix(*prefix).is_some_and(with_ge))
        || INSEPARABLE.iter().any(without_ge)
        || (word.ends_with("iert") && word.chars().count() > 6)
        || STRONG.contains(&word);
    is_of_verb && !NOT.contains(&word)
}
