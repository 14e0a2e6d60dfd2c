//! Polish: the reader is *ty* or *pan, pani*, one of them in a lesson. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Calendar, Easy, Formula, Measure, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "pl",
    sentence_words: 8,
    common_letters: 12,
    hyphenation: Some(hypher::Lang::Polish),
    vowels: "aeiouyąęó",
    formulas: &[Formula { name: "FOG-PL", easy: Easy::AtMost(6.0), of: Measure::FogPl }],
    conjunctions: &["i", "oraz", "lub", "albo", "ale", "a"],
    conditions: &["jeśli", "jeżeli", "gdy", "kiedy"],
    subordinators: &["że", "ponieważ", "któr*", "aby", "żeby", "bo", "chociaż", "choć", "dlatego że", "mimo że", "podczas gdy", "gdzie"],
    not_subordinators: &["któregoś"],
    passive: Passive {
        auxiliaries: &[
            "jest", "są", "był", "była", "było", "były", "został", "została", "zostało", "zostały", "zostanie", "zostaną", "będzie", "będą",
        ],
        reach: 2,
        articles: &[],
        is_participle,
    },
    // "nigdy nie" is one negation.
    negation: Negation::Pairs {
        openers: &["nie", "niema"],
        closers: &["nigdy", "nikt", "nikogo", "nikomu", "nic", "niczego", "nigdzie", "żaden", "żadna", "żadne", "żadnego", "żadnej", "żadnych"],
    },
    not_negations: &["nie tylko", "powiedz nie", "mów nie"],
    number_words: &[
        "dwa", "dwie", "dwóch", "trzy", "trzech", "cztery", "czterech", "pięć", "pięciu", "sześć", "sześciu", "siedem", "siedmiu", "osiem", "ośmiu",
        "dziewięć", "dziesięć", "jedenaście", "dwanaście", "trzynaście", "czternaście", "piętnaście", "szesnaście", "siedemnaście", "osiemnaście",
        "dziewiętnaście", "dwadzieścia",
    ],
    per_cent: &["procent", "procenta", "procentów"],
    abbreviations: &[
        "np.", "itd.", "itp.", "m.in.", "tzn.", "tzw.", "tj.", "nr", "tel.", "ul.", "godz.", "min.", "ok.", "zł", "szt.", "wg", "pt.", "dr", "inż.", "mgr", "ds.", "str.", "al.",
    ],
    idioms: &[
        "mieć głowę", "na bieżąco", "trzymać kciuki", "trzymam kciuki", "pomocną dłoń", "pod ręką", "mieć na oku", "kropka nad i", "stracić wątek",
        "rzucić okiem", "dać znać", "wziąć się w garść",
    ],
    foreign: ENGLISH,
    abstract_endings: &["ość", "ości", "anie", "ania", "enie", "enia", "acja", "acji"],
    not_abstract: &["pytanie", "pytania", "zadanie", "zadania", "ubranie", "ubrania", "śniadanie", "mieszkanie", "spotkanie", "zdanie", "zdania", "gości", "stacja", "ramienia", "śniadania"],
    address: &[("użytkownik", "ty"), ("użytkownicy", "ty"), ("należy", "ty")],
    // "pan" and "pani" alone are also how people speak of others.
    address_forms: [
        &["ty", "ciebie", "tobie", "cię", "twój", "twoja", "twoje", "twojego", "twojej", "twoją", "masz", "możesz", "musisz"],
        &["proszę pana", "proszę pani", "czy pan", "czy pani", "państwo", "państwa", "pański", "pańska", "pańskie"],
    ],
    calendar: Calendar {
        months: &[
            "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia", "styczeń",
            "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień",
        ],
        short_months: &["sty", "lut", "mar", "kwi", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
        glued_hour: &["h", "godz"],
        spaced_hour: &["h", "godz"],
        colon: true,
        time: "6:45 rano",
        date: "poniedziałek, 3 marca",
    },
    yes: &["tak", "prawda", "dobrze", "to prawda"],
    no: &["nie", "fałsz", "nieprawda", "źle", "to nieprawda"],
    about_options: &["wszystkie powyższe", "żadne z powyższych", "żadna z", "wszystkie odpowiedzi", "obie odpowiedzi", "żadna odpowiedź"],
    picture_of: &["obrazek", "obraz", "zdjęcie", "rysunek", "ikona", "piktogram", "ilustracja"],
    appearance: &[
        "czerwon*", "zielon*", "niebiesk*", "żółt*", "pomarańczow*", "fioletow*", "różow*", "brązow*", "czarny", "czarna", "czarne", "czarną", "czarnego",
        "czarnej", "czarnym", "biały", "biała", "białe", "białą", "białego", "białej", "białym", "szary", "szara", "szare", "szarą", "szarego", "szarej",
        "po lewej", "po prawej", "z lewej", "z prawej", "w lewo", "w prawo", "lewy", "lewym", "lewej stronie", "prawej stronie", "na górze ekranu",
        "na dole ekranu", "u góry ekranu", "okrągły znak", "okrągły przycisk", "kwadrat*", "trójkąt*", "kółko",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const NOT: &[&str] = &[
        "strona",
        "słona",
        "zielony",
        "zielona",
        "zielone",
        "czerwony",
        "czerwona",
        "czerwone",
        "szalony",
        "ściana",
        "zmiana",
        "pijany",
        "kolana",
        "kochany",
        "zmiany",
        "ściany",
        "strony",
        "ubrany",
        "rany",
        "spóźniony",
        "spóźniona",
        "zmęczony",
        "zmęczona",
        "chciany",
    ];
    let ending = ["any", "ana", "ane", "ani", "ony", "ona", "one", "eni", "ęty", "ęta", "ęte"]
        .iter()
        .any(|ending| word.ends_with(ending));
    ending && word.chars().count() > 4 && !NOT.contains(&word)
}
