//! Croatian: the reader is *ti* or *vi*, one of them in a lesson. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Calendar, Easy, Formula, Measure, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "hr",
    sentence_words: 8,
    common_letters: 10,
    hyphenation: Some(hypher::Lang::Croatian),
    vowels: "aeiou",
    // Brangan 2015; years of school.
    formulas: &[Formula { name: "SMOG-Cro", easy: Easy::AtMost(5.0), of: Measure::SmogCro }],
    conjunctions: &["i", "ili", "ali", "a", "te", "pa"],
    conditions: &["ako", "kad", "kada"],
    subordinators: &["da", "jer", "koji", "koja", "koje", "kojeg", "kojem", "kojoj", "koju", "kojim", "kojih", "iako", "dok", "čiji", "čija", "premda", "budući da", "gdje"],
    not_subordinators: &["moram da", "da ne"],
    passive: Passive { auxiliaries: &["je", "su", "bio", "bila", "bilo", "bili", "bit", "bude", "budu"], reach: 2, articles: &[], is_participle },
    negation: Negation::Pairs {
        openers: &[
            "ne", "nije", "nisu", "nisam", "nisi", "nismo", "niste", "nema", "nemaš", "nemam", "nemate", "nemoj", "nemojte", "neću", "nećeš", "neće", "nećemo", "nećete",
        ],
        closers: &["nikad", "nikada", "nitko", "nikoga", "nikome", "ništa", "nigdje", "nijedan", "nijedna", "nijedno", "nikakav", "nikakva"],
    },
    not_negations: &["ne samo", "reci ne", "recite ne"],
    number_words: &[
        "dva", "dvije", "tri", "četiri", "pet", "šest", "sedam", "osam", "devet", "deset", "jedanaest", "dvanaest", "trinaest", "četrnaest", "petnaest",
        "šesnaest", "sedamnaest", "osamnaest", "devetnaest", "dvadeset",
    ],
    per_cent: &["posto", "postotak", "postotaka", "postotka"],
    abbreviations: &["npr.", "itd.", "tj.", "tzv.", "sl.", "br.", "tel.", "ul.", "str.", "min.", "god.", "gosp.", "gđa", "dr.", "ing.", "odn.", "cca", "kom.", "kn"],
    idioms: &["na oku", "pod ruku", "drži fige", "držim fige", "izgubiti nit", "pružiti ruku", "pruži ruku", "u toku", "bacati oko", "baci oko", "iz prve ruke", "lomiti glavu"],
    foreign: ENGLISH,
    abstract_endings: &["ost", "osti", "nje", "nja", "cija", "cije", "ciju", "stvo", "stva"],
    not_abstract: &["gost", "gosti", "pitanje", "pitanja", "društvo", "stanje", "policija", "policije", "policiju", "zadnje", "zadnja", "prednje", "donje", "gornje", "srednje"],
    address: &[("korisnik", "ti"), ("korisnici", "ti"), ("polaznik", "ti"), ("treba se", "ti")],
    // "ti" and "vi" are left out where they mean "those".
    address_forms: [
        &["tebe", "tebi", "tvoj", "tvoja", "tvoje", "tvoju", "tvojem", "tvojoj", "možeš", "imaš", "moraš"],
        &["vi", "vas", "vama", "vaš", "vaša", "vaše", "vašu", "vašem", "vašoj", "možete", "imate", "morate"],
    ],
    calendar: Calendar {
        months: &[
            "siječnja", "veljače", "ožujka", "travnja", "svibnja", "lipnja", "srpnja", "kolovoza", "rujna", "listopada", "studenoga", "studenog", "prosinca",
            "siječanj", "veljača", "ožujak", "travanj", "svibanj", "lipanj", "srpanj", "kolovoz", "rujan", "listopad", "studeni", "prosinac",
        ],
        short_months: &["sij", "velj", "ožu", "tra", "svi", "lip", "srp", "kol", "ruj", "lis", "stu", "pro"],
        glued_hour: &["h", "sati"],
        spaced_hour: &["h"],
        colon: true,
        time: "6:45 ujutro",
        date: "ponedjeljak, 3. ožujka",
    },
    yes: &["da", "točno", "istina", "to je točno"],
    no: &["ne", "netočno", "krivo", "pogrešno", "to nije točno"],
    about_options: &["sve navedeno", "ništa od navedenog", "nijedan od", "nijedno od", "svi odgovori", "oba odgovora"],
    picture_of: &["slika", "fotografija", "crtež", "ikona", "piktogram", "sličica"],
    appearance: &[
        "crven*", "zelen", "zelena", "zeleno", "zelene", "zeleni", "zelenu", "zelenog", "zelenoj", "plav", "plava", "plavo", "plave", "plavi", "plavu", "plavog",
        "plavoj", "žut", "žuta", "žuto", "žute", "žuti", "žutu", "žutog", "žutoj", "narančast*", "ljubičast*", "ružičast*", "smeđ*", "crn", "crna", "crno", "crne",
        "crni", "crnu", "crnog", "bijel*", "siv", "siva", "sivo", "sive", "sivi", "sivu", "lijevo", "desno", "slijeva", "zdesna", "lijevi", "lijeva", "lijevu",
        "lijevoj", "desni gumb", "desnu tipku", "desnoj strani", "gore na zaslonu", "dolje na zaslonu", "okrugli", "okrugla", "okruglu", "kvadrat*", "trokut*", "krug",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const NOT: &[&str] =
        &["njen", "njena", "njeno", "njeni", "divan", "divana", "stvarni", "zbunjen", "zbunjena", "izvan"];
    const ENDINGS: &[&str] = &[
        "iran", "irana", "irano", "irani", "irane", "ljen", "ljena", "ljeno", "ljeni", "njen", "njena", "njeno",
        "njeni", "čen", "čena", "čeno", "čeni", "van", "vana", "vano", "vani", "vane", "tvoren", "tvorena", "tvoreno",
        "tvorena",
    ];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)) && !NOT.contains(&word)
}
