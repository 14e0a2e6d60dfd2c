//! Italian: the reader is *tu*. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Apostrophe, Calendar, Easy, Formula, Measure, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "it",
    common_letters: 12,
    hyphenation: Some(hypher::Lang::Italian),
    vowels: "aeiouàèéìíòóùú",
    formulas: &[Formula { name: "Gulpease", easy: Easy::AtLeast(80.0), of: Measure::Gulpease }],
    apostrophe: Apostrophe::Elides,
    conjunctions: &["e", "ed", "o", "ma", "oppure"],
    conditions: &["se", "quando"],
    subordinators: &["che", "sebbene", "affinché", "cui", "perché", "benché", "mentre", "poiché", "dove", "il quale", "la quale", "i quali", "le quali", "finché"],
    not_subordinators: &["più che", "meno che", "più * che", "meno * che", "che cosa", "che ora", "che ore", "anche se"],
    // "è" with a participle is mostly a past ("è andato"); "viene" and "stato" are not.
    passive: Passive {
        auxiliaries: &["viene", "vengono", "verrà", "verranno", "veniva", "venivano", "stato", "stata", "stati", "state"],
        reach: 2,
        articles: &["un", "una", "il", "la", "lo", "i", "gli", "le"],
        is_participle,
    },
    negation: Negation::Pairs {
        openers: &["non"],
        closers: &["mai", "nessuno", "nessuna", "nessun", "niente", "nulla", "neanche", "nemmeno"],
    },
    not_negations: &["non solo", "di no"],
    // "sei" is left out: it also means "you are".
    number_words: &[
        "due", "tre", "quattro", "cinque", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici",
        "diciassette", "diciotto", "diciannove", "venti",
    ],
    per_cent: &["per cento", "percento", "percentuale"],
    abbreviations: &[
        "es.", "p.es.", "ecc.", "etc.", "sig.", "sig.ra", "Sig.", "Sig.ra", "dott.", "dott.ssa", "Dott.", "tel.", "n.", "nr.", "pag.", "ca.", "min.", "max.", "v.",
        "cfr.", "ing.", "avv.",
    ],
    idioms: &[
        "dare una mano", "una mano", "in bocca al lupo", "a portata di mano", "in gamba", "alla lettera", "perdere il filo", "tenere d' occhio",
        "chiudere un occhio", "fare il punto", "prendere in giro",
    ],
    foreign: ENGLISH,
    abstract_endings: &["zione", "zioni", "sione", "sioni", "mento", "menti", "ità", "ezza"],
    not_abstract: &["stazione", "stazioni", "colazione", "momento", "momenti", "appartamento", "città", "attrezzi", "pavimento", "alimenti", "alimento"],
    address: &[("l' utente", "tu"), ("gli utenti", "tu"), ("si deve", "tu"), ("si devono", "tu"), ("bisogna", "tu")],
    address_forms: [
        &["tu", "ti", "tuo", "tua", "tuoi", "tue", "puoi", "devi", "hai"],
        &["voi", "vi", "vostro", "vostra", "vostri", "vostre", "la prego", "lei deve", "lei può"],
    ],
    calendar: Calendar {
        months: &[
            "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
        ],
        short_months: &["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
        glued_hour: &["h"],
        spaced_hour: &["h"],
        colon: true,
        time: "le 6:45 di mattina",
        date: "lunedì 3 marzo",
    },
    yes: &["sì", "vero", "giusto", "corretto", "è vero"],
    no: &["no", "falso", "sbagliato", "non è vero"],
    about_options: &["tutte le risposte", "nessuna delle risposte", "nessuna di queste", "tutte queste", "tutte le precedenti", "nessuna delle precedenti"],
    picture_of: &["immagine", "un' immagine", "l' immagine", "foto di", "una foto di", "disegno", "un disegno", "icona", "un' icona", "pittogramma", "un pittogramma"],
    appearance: &[
        "rosso", "rossa", "rossi", "rosse", "verde", "verdi", "blu", "azzurro", "azzurra", "giallo", "gialla", "gialli", "gialle", "arancione", "viola", "rosa",
        "marrone", "nero", "nera", "neri", "nere", "bianco", "bianca", "bianchi", "bianche", "grigio", "grigia", "grigi", "grigie", "a sinistra", "a destra",
        "di sinistra", "di destra", "sulla sinistra", "sulla destra", "in alto", "in basso", "pulsante rotondo", "cartello rotondo", "tasto rotondo",
        "quadrato", "quadrata", "triangolo", "triangolare", "cerchio",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const NOT: &[&str] = &[
        "malato", "malata", "malati", "malate", "sabato", "gelato", "mercato", "soldato", "passato", "lato", "prato",
        "mercati",
    ];
    let ending = ["ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite"]
        .iter()
        .any(|ending| word.ends_with(ending));
    ending && word.chars().count() > 4 && !NOT.contains(&word)
}
