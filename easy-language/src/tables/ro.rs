//! Romanian: the reader is *tu* or *dumneavoastră*, one of them in a lesson. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Calendar, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "ro",
    common_letters: 10,
    // hypher has no patterns for Romanian.
    hyphenation: None,
    vowels: "aeiouăâîáéíóú",
    // None is validated for Romanian.
    formulas: &[],
    conjunctions: &["și", "sau", "ori", "dar", "iar", "însă"],
    conditions: &["dacă", "când"],
    subordinators: &["că", "deoarece", "care", "deși", "pentru că", "fiindcă", "încât", "căruia", "căreia", "cărora", "ca să", "în timp ce", "unde"],
    not_subordinators: &["mai * decât", "doar că"],
    passive: Passive { auxiliaries: &["fost", "fi"], reach: 1, articles: &["un", "o"], is_participle },
    negation: Negation::Pairs {
        openers: &["nu", "n"],
        closers: &["niciodată", "nimeni", "nimic", "niciun", "nicio", "nicăieri", "nimănui"],
    },
    not_negations: &["nu numai", "nu doar", "spune nu"],
    number_words: &[
        "doi", "două", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă", "zece", "unsprezece", "doisprezece", "douăsprezece", "treisprezece",
        "paisprezece", "cincisprezece", "șaisprezece", "șaptesprezece", "optsprezece", "nouăsprezece", "douăzeci",
    ],
    per_cent: &["la sută", "procent", "procente"],
    abbreviations: &[
        "etc.", "ș.a.", "ex.", "de ex.", "dl.", "dna.", "d-na", "d-l", "dvs.", "nr.", "tel.", "str.", "bd.", "min.", "aprox.", "pag.", "ș.a.m.d.", "dr.", "ing.",
    ],
    idioms: &[
        "dă o mână", "o mână de ajutor", "la curent", "a da de gol", "a trage chiulul", "a bate câmpii", "din când în când", "pe ultima sută", "pierde firul", "arunca un ochi",
        "aruncă un ochi",
    ],
    foreign: ENGLISH,
    abstract_endings: &["ție", "ția", "ții", "țiune", "țiuni", "tate", "mentul", "itatea"],
    not_abstract: &["stație", "stația", "poliția", "poliție", "sănătate", "hârtie", "jumătate"],
    address: &[("utilizatorul", "tu"), ("utilizatorii", "tu"), ("se recomandă", "tu")],
    address_forms: [
        &["tu", "tine", "ție", "tău", "tăi", "poți", "ești"],
        &["dumneavoastră", "dvs", "dumneata", "puteți", "sunteți", "aveți"],
    ],
    calendar: Calendar {
        months: &[
            "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie", "octombrie", "noiembrie", "decembrie",
        ],
        short_months: &["ian", "feb", "mar", "apr", "iun", "iul", "aug", "sept", "oct", "nov", "dec"],
        glued_hour: &["h"],
        spaced_hour: &["h"],
        colon: true,
        time: "ora 6:45",
        date: "luni, 3 martie",
    },
    yes: &["da", "adevărat", "corect", "este adevărat"],
    no: &["nu", "fals", "greșit", "nu este adevărat"],
    about_options: &["toate cele de mai sus", "niciuna dintre", "niciunul dintre", "toate răspunsurile", "niciun răspuns", "ambele răspunsuri"],
    picture_of: &["imagine", "o imagine", "imaginea", "poză cu", "o poză cu", "fotografie", "o fotografie", "desen", "un desen", "pictogramă", "o pictogramă"],
    appearance: &[
        "roșu", "roșie", "roșii", "verde", "verzi", "albastru", "albastră", "albastre", "galben", "galbenă", "galbene", "portocaliu", "portocalie", "violet", "mov",
        "roz", "maro", "negru", "neagră", "negre", "alb", "albă", "albe", "gri", "la stânga", "la dreapta", "din stânga", "din dreapta", "în stânga", "în dreapta",
        "partea de sus", "partea de jos", "sus pe ecran", "jos pe ecran", "butonul rotund", "semnul rotund", "pătrat", "pătrată", "triunghi", "cerc",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const NOT: &[&str] = &[
        "gata",
        "mult",
        "sănătate",
        "plecat",
        "căsătorit",
        "bolnavă",
        "liniștită",
        "liniștit",
        "supărat",
        "ocupat",
        "pregătit",
    ];
    let ending =
        ["at", "ată", "ați", "ate", "ut", "ută", "uți", "ute", "it", "ită", "iți", "ite", "is", "isă", "ise", "iși"]
            .iter()
            .any(|ending| word.ends_with(ending));
    ending && word.chars().count() > 4 && !NOT.contains(&word)
}
