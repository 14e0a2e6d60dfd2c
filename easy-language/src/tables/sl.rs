//! Slovene: the reader is *ti* or *vi*, one of them in a lesson. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Calendar, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "sl",
    sentence_words: 8,
    common_letters: 10,
    hyphenation: Some(hypher::Lang::Slovenian),
    vowels: "aeiou",
    // None is made for Slovene; the English ones keep only the order of whole groups of texts (Škvorc et al. 2019).
    formulas: &[],
    conjunctions: &["in", "ali", "ampak", "pa", "toda", "ter"],
    conditions: &["če", "ko", "kadar"],
    subordinators: &[
        "da", "ker", "ki", "čeprav", "medtem ko", "kateri", "katera", "katero", "katerega", "kateri", "kjer", "dokler", "zato da", "saj", "čigar",
    ],
    not_subordinators: &["da ne"],
    passive: Passive { auxiliaries: &["je", "so", "bil", "bila", "bilo", "bili", "bodo", "bo"], reach: 2, articles: &[], is_participle },
    negation: Negation::Pairs {
        openers: &["ne", "ni", "nisem", "nisi", "nismo", "niste", "niso", "nimam", "nimaš", "nima", "nimate", "nočem", "nočeš", "noče", "nikar", "nehaj ne"],
        closers: &["nikoli", "nihče", "nikogar", "nikomur", "nič", "ničesar", "nikjer", "noben", "nobena", "nobeno", "nobenega"],
    },
    not_negations: &["ne samo", "ne le", "reci ne", "recite ne"],
    number_words: &[
        "dva", "dve", "dveh", "trije", "tri", "treh", "štirje", "štiri", "pet", "šest", "sedem", "osem", "devet", "deset", "enajst", "dvanajst", "trinajst",
        "štirinajst", "petnajst", "šestnajst", "sedemnajst", "osemnajst", "devetnajst", "dvajset",
    ],
    per_cent: &["odstotek", "odstotka", "odstotki", "odstotkov", "procent*"],
    abbreviations: &["npr.", "itd.", "ipd.", "tj.", "t.i.", "oz.", "št.", "tel.", "ul.", "str.", "min.", "ga.", "g.", "dr.", "ing.", "cca", "kom.", "idr."],
    idioms: &["na očeh", "drži pesti", "držim pesti", "izgubiti nit", "na tekočem", "pod roko", "vreči oko", "vrzi oko", "iz prve roke", "beliti glavo", "v živo"],
    foreign: ENGLISH,
    abstract_endings: &["ost", "osti", "anje", "anja", "enje", "enja", "cija", "cije", "cijo", "stvo", "stva"],
    not_abstract: &["gost", "gosti", "vprašanje", "vprašanja", "stanovanje", "policija", "policije", "policijo", "društvo", "postaja"],
    address: &[("uporabnik", "ti"), ("uporabniki", "ti"), ("udeleženec", "ti")],
    // "ti" is left out: it also means "those".
    address_forms: [
        &["tebe", "tebi", "tvoj", "tvoja", "tvoje", "tvojo", "tvojem", "tvoji", "imaš", "moraš", "veš"],
        &["vi", "vas", "vam", "vami", "vaš", "vaša", "vaše", "vašo", "vašem", "vaši", "imate", "morate", "veste"],
    ],
    calendar: Calendar {
        months: &[
            "januar", "januarja", "februar", "februarja", "marec", "marca", "april", "aprila", "maj", "maja", "junij", "junija", "julij", "julija", "avgust",
            "avgusta", "september", "septembra", "oktober", "oktobra", "november", "novembra", "december", "decembra",
        ],
        short_months: &["jan", "feb", "mar", "apr", "jun", "jul", "avg", "sep", "sept", "okt", "nov", "dec"],
        glued_hour: &["h"],
        spaced_hour: &["h"],
        colon: true,
        time: "ob 6:45",
        date: "ponedeljek, 3. marca",
    },
    yes: &["da", "drži", "prav", "res", "to drži"],
    no: &["ne", "ne drži", "narobe", "napačno", "to ne drži"],
    about_options: &["vse našteto", "nič od naštetega", "nobeden od", "nobena od", "vsi odgovori", "oba odgovora"],
    picture_of: &["slika", "fotografija", "risba", "ikona", "piktogram", "sličica"],
    appearance: &[
        "rdeč*", "zelen", "zelena", "zeleno", "zelene", "zeleni", "zelenega", "moder", "modra", "modro", "modre", "modri", "modrega", "rumen*", "oranžn*", "vijoličn*",
        "rožnat*", "rjav", "rjava", "rjavo", "rjave", "črn", "črna", "črno", "črne", "črni", "črnega", "bel", "bela", "belo", "bele", "beli", "belega", "siv", "siva",
        "sivo", "sive", "sivi", "levo", "desno", "na levi", "na desni", "z leve", "z desne", "levi gumb", "desni gumb", "leva stran", "desna stran",
        "zgoraj na zaslonu", "spodaj na zaslonu", "okrogel", "okrogla", "okrogli", "okroglo", "kvadrat*", "trikotn*", "krog",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const NOT: &[&str] =
        &["njen", "njena", "njeno", "njeni", "hvaležen", "zunanjen", "divan", "utrujen", "utrujena", "otroven"];
    const ENDINGS: &[&str] = &[
        "iran", "irana", "irano", "irani", "ljen", "ljena", "ljeno", "ljeni", "čen", "čena", "čeno", "čeni", "jen",
        "jena", "jeno", "jeni", "van", "vana", "vano", "vani",
    ];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)) && !NOT.contains(&word)
}
