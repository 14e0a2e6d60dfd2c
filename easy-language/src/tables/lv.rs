//! Latvian: the reader is *tu* or *jūs*, one of them in a lesson. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Calendar, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "lv",
    sentence_words: 8,
    common_letters: 11,
    // hypher has no patterns for Latvian.
    hyphenation: None,
    vowels: "aāeēiīouū",
    // None was found for Latvian.
    formulas: &[],
    conjunctions: &["un", "vai", "bet", "jeb"],
    conditions: &["ja", "kad"],
    subordinators: &[
        "ka", "jo", "kurš", "kura", "kuru", "kuri", "kuras", "kuram", "kurai", "kurā", "kurus", "kuriem", "kurām", "lai gan", "kaut gan", "kamēr", "tā kā", "lai",
    ],
    not_subordinators: &["lai notiek"],
    passive: Passive { auxiliaries: &["tiek", "tika", "tiks", "tikt", "tiktu"], reach: 3, articles: &[], is_participle },
    // The negation stands before the verb as "ne"; "nekad nedari" is one.
    negation: Negation::Words(&["nav", "ne*"]),
    not_negations: &[
        "nekad", "neviens", "nevienam", "nevienu", "neviena", "nekas", "neko", "nekam", "nekur", "nedēļ*", "nelaim*", "negadījum*", "nekustam*", "nepieciešam*", "nerv*",
        "netto", "neatliekam*", "neatkarīg*", "nezāl*", "ne tikai", "saki nē",
    ],
    number_words: &[
        "divi", "divas", "divus", "trīs", "četri", "četras", "četrus", "pieci", "piecas", "piecus", "seši", "sešas", "sešus", "septiņi", "septiņas", "septiņus", "astoņi",
        "astoņas", "astoņus", "deviņi", "deviņas", "deviņus", "desmit", "vienpadsmit", "divpadsmit", "trīspadsmit", "četrpadsmit", "piecpadsmit", "sešpadsmit",
        "septiņpadsmit", "astoņpadsmit", "deviņpadsmit", "divdesmit",
    ],
    per_cent: &["procents", "procenti", "procentu", "procentus", "procentiem"],
    abbreviations: &["piem.", "u.c.", "utt.", "u.tml.", "t.i.", "tālr.", "nr.", "Nr.", "plkst.", "min.", "st.", "lpp.", "apm.", "sk.", "g.", "k-gs", "k-dze", "dr.", "inž."],
    idioms: &["pa rokai", "turēt īkšķus", "turi īkšķus", "uz rokas", "zaudēt pavedienu", "lauzīt galvu", "sniegt roku", "sniedz roku", "paturi acīs", "no pirmās rokas"],
    foreign: ENGLISH,
    abstract_endings: &["šana", "šanas", "šanu", "šanai", "ība", "ības", "ību", "ācija", "ācijas", "āciju", "ums", "umu"],
    not_abstract: &["jautājums", "jautājumu", "sarkanums", "policija", "draudzība", "dzīvība"],
    address: &[("lietotājs", "tu"), ("lietotāji", "tu"), ("lietotājam", "tu")],
    address_forms: [
        &["tu", "tev", "tevi", "tevis", "tevī", "tavs", "tava", "tavu", "tavi", "tavas", "tavā"],
        &["jūs", "jums", "jūsu", "jūsos"],
    ],
    calendar: Calendar {
        months: &[
            "janvāris", "janvārī", "februāris", "februārī", "marts", "martā", "aprīlis", "aprīlī", "maijs", "maijā", "jūnijs", "jūnijā", "jūlijs", "jūlijā", "augusts",
            "augustā", "septembris", "septembrī", "oktobris", "oktobrī", "novembris", "novembrī", "decembris", "decembrī",
        ],
        short_months: &["janv", "febr", "apr", "jūn", "jūl", "aug", "sept", "okt", "nov", "dec"],
        glued_hour: &["h"],
        spaced_hour: &["h", "st"],
        colon: true,
        time: "pulksten 6:45",
        date: "pirmdiena, 3. marts",
    },
    yes: &["jā", "pareizi", "taisnība", "tā ir taisnība"],
    no: &["nē", "nepareizi", "aplami", "tā nav taisnība"],
    about_options: &["viss iepriekš minētais", "neviens no", "neviena no", "visas atbildes", "abas atbildes", "nekas no"],
    picture_of: &["attēls", "bilde", "fotogrāfija", "zīmējums", "ikona", "piktogramma"],
    appearance: &[
        "sarkan*", "zaļ*", "zils", "zila", "zilu", "zilā", "zilo", "zilais", "zilie", "zilās", "dzelten*", "oranž*", "violet*", "rozā", "brūn*", "meln*", "balts", "balta",
        "baltu", "baltā", "balto", "baltais", "baltie", "pelēk*", "pa kreisi", "pa labi", "kreisajā", "labajā pusē", "labajā stūrī", "kreisā", "kreiso", "ekrāna augšā",
        "ekrāna apakšā", "apaļ*", "kvadrāt*", "trīsstūr*", "aplis", "apli",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const NOT: &[&str] =
        &["darbs", "rīts", "rīta", "vieta", "nauda", "otrs", "otra", "cits", "cita", "pats", "pati", "lietas", "lieta"];
    const ENDINGS: &[&str] = &["ts", "ta", "ti", "tas", "tu"];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)) && !NOT.contains(&word)
}
