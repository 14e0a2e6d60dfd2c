//! Dutch, Flemish first: the reader is *je*. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Calendar, Easy, Formula, Measure, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "nl",
    common_letters: 12,
    hyphenation: Some(hypher::Lang::Dutch),
    vowels: "aeiouyáàâäéèêëíìîïóòôöúùûü",
    formulas: &[Formula { name: "Flesch-Douma", easy: Easy::AtLeast(80.0), of: Measure::Flesch { base: 206.835, per_word: 0.93, per_syllable: 77.0 } }],
    conjunctions: &["en", "of", "maar", "want"],
    conditions: &["als", "wanneer", "indien"],
    // "dat" alone is mostly "that one" (dat bedrag); before a subject it opens a clause.
    subordinators: &[
        "dat ik", "dat je", "dat jij", "dat hij", "dat ze", "dat zij", "dat we", "dat wij", "dat er", "dat de", "dat het", "dat een",
        "dat dit", "dat iemand", "dat mijn", "dat jouw", "omdat", "hoewel", "terwijl", "zodat", "doordat", "nadat", "voordat",
        "totdat", "opdat", "waar*",
    ],
    not_subordinators: &["waarde*", "waarschuw*"],
    passive: Passive {
        auxiliaries: &["wordt", "worden", "werd", "werden", "is"],
        reach: 4,
        articles: &["een", "het", "de", "je", "jouw", "mijn", "zijn", "haar", "dit", "dat", "geen"],
        is_participle,
    },
    negation: Negation::Words(&["niet", "niets", "geen", "nooit", "niemand", "nergens"]),
    number_words: &[
        "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien",
        "zestien", "zeventien", "achttien", "negentien", "twintig",
    ],
    per_cent: &["procent", "percent"],
    // "tel." is left out: it is also what a sentence about counting ends with.
    abbreviations: &[
        "bv.", "bijv.", "enz.", "etc.", "nr.", "ca.", "incl.", "excl.", "dhr.", "mevr.", "mw.", "evt.", "blz.", "min.",
        "sec.", "resp.", "vb.", "i.p.v.", "d.w.z.",
    ],
    idioms: &[
        "onder de knie", "op de hoogte", "in de gaten", "uit de hand", "de draad kwijt", "een handje helpen", "de knoop", "op je tenen", "met de deur in huis",
        "aan de bel trekken", "een oogje", "op de rit", "de puntjes op de i",
    ],
    foreign: ENGLISH,
    abstract_endings: &["ing", "heid", "atie"],
    not_abstract: &["ding", "*leerling", "*ring", "*kring", "*koning", "*woning", "*haring"],
    address: &[
        ("u", "je"), ("uw", "je"), ("uzelf", "jezelf"), ("jullie", "je"), ("men", "je"), ("de gebruiker", "je"),
        ("de lerende", "je"), ("de werknemer moet", "je"),
    ],
    calendar: Calendar {
        months: &[
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
        ],
        short_months: &["jan", "feb", "febr", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"],
        glued_hour: &["u", "h", "uur"],
        spaced_hour: &["u", "h"],
        colon: false,
        time: "6.45 uur",
        date: "maandag 3 maart",
    },
    yes: &["ja", "juist", "waar", "klopt", "goed", "het klopt", "dat klopt"],
    no: &["nee", "neen", "fout", "niet juist", "niet waar", "klopt niet", "het klopt niet", "dat klopt niet"],
    about_options: &[
        "alle bovenstaande", "geen van", "al het bovenstaande", "alle antwoorden", "geen enkel antwoord", "allebei", "alle drie",
    ],
    picture_of: &[
        "afbeelding", "een afbeelding", "foto van", "een foto van", "plaatje", "een plaatje", "tekening", "een tekening", "beeld van",
        "een beeld van", "pictogram", "een pictogram", "icoon", "een icoon",
    ],
    appearance: &[
        "rood", "rode", "groen", "groene", "blauw", "blauwe", "geel", "gele", "oranje", "paars", "paarse", "roze", "bruin", "bruine",
        "zwart", "zwarte", "wit", "witte", "grijs", "grijze", "links", "linkse", "linker*", "linksboven", "linksonder", "rechts",
        "rechtse", "rechterkant", "rechterknop", "rechtsboven", "rechtsonder", "bovenaan", "onderaan", "ronde knop", "ronde teken",
        "ronde bord", "vierkant", "vierkante", "driehoek", "driehoekig*", "cirkel",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const NOT: &[&str] = &[
        "geld",
        "geluid",
        "gebied",
        "geduld",
        "geweld",
        "gezond",
        "gerust",
        "gewicht",
        "gezicht",
        "geschikt",
        "gewend",
        "gereed",
        "gerecht",
        "geluiden",
        "gebouwen",
        "gegevens",
        "gevoelens",
        "gesprekken",
        "getallen",
        "gevaren",
    ];
    word.strip_prefix("ge").is_some_and(|stem| stem.chars().count() > 2)
        && (word.ends_with('d') || word.ends_with('t') || word.ends_with("en"))
        && !NOT.contains(&word)
}
