//! Turkish: the reader is *sen* or *siz*, one of them in a lesson. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Calendar, Easy, Formula, Measure, Negation, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "tr",
    sentence_words: 8,
    mean_words: 6.0,
    common_letters: 12,
    hyphenation: Some(hypher::Lang::Turkish),
    vowels: "aeıioöuüâîû",
    vowels_apart: true,
    // 90 is very easy, 70 easy.
    formulas: &[Formula {
        name: "Ateşman",
        easy: Easy::AtLeast(85.0),
        of: Measure::Flesch { base: 198.825, per_word: 2.610, per_syllable: 40.175 },
    }],
    dotless_i: true,
    conjunctions: &["ve", "veya", "ya da", "ama", "fakat", "ile"],
    conditions: &["eğer"],
    subordinators: &["çünkü", "ki", "*dığı", "*diği", "*duğu", "*düğü", "*tığı", "*tiği", "*tuğu", "*tüğü", "*dığında", "*diğinde", "*duğunda", "*düğünde", "rağmen", "iken"],
    not_subordinators: &["tabii ki", "sanki", "belki"],
    // The passive is an ending; what may as well be an active verb ("bilir") is left out.
    hard_forms: &[
        "edilir", "edildi", "edilecek", "edilecektir", "yapılır", "yapıldı", "yapılacak", "yapılacaktır", "verilir", "verildi", "verilecek", "alınır", "alındı", "alınacak",
        "kullanılır", "kullanıldı", "*ılmalıdır", "*ilmelidir", "*ulmalıdır", "*ülmelidir", "*nmalıdır", "*nmelidir", "*maktadır", "*mektedir", "tarafından",
    ],
    // The negation is an ending too; "hiç … yok" is one.
    negation: Negation::Pairs {
        openers: &[
            "değil", "değildir", "değilim", "yok", "yoktur", "*mayın", "*meyin", "*mayınız", "*meyiniz", "*maz", "*mez", "*mıyor", "*miyor", "*muyor", "*müyor", "*mıyorum",
            "*miyorum", "*muyorum", "*müyorum", "*madı", "*medi", "*madım", "*medim",
        ],
        closers: &["asla", "hiç", "hiçbir", "kimse"],
    },
    not_negations: &["temmuz", "hayır de"],
    number_words: &[
        "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on bir", "on iki", "on üç", "on dört", "on beş", "on altı", "on yedi", "on sekiz", "on dokuz",
        "yirmi",
    ],
    per_cent: &["yüzde"],
    abbreviations: &["vb.", "vs.", "örn.", "tel.", "no.", "cad.", "sok.", "dk.", "sn.", "Sn.", "Dr.", "Av.", "bkz.", "vd.", "mah.", "yy.", "s.", "TL", "adr."],
    idioms: &["göz kulak ol", "el uzat", "göz at", "ipin ucunu", "kulak ver", "kulak kabart", "gözden kaçır", "baş başa", "el ele ver", "dört gözle", "kolları sıva", "yola koyul"],
    foreign: ENGLISH,
    abstract_endings: &["lık", "lik", "luk", "lük", "lığı", "liği", "luğu", "lüğü", "mesi", "ması", "meleri", "maları", "iyet"],
    not_abstract: &["gözlük", "gözlüğü", "başlık", "balık", "sağlık", "günlük", "aylık", "önlük", "kimlik", "kimliği", "çöplük", "işlik"],
    address: &[("kullanıcı", "sen"), ("kullanıcılar", "sen"), ("katılımcı", "sen")],
    address_forms: [
        &["sen", "sana", "seni", "senin", "sende", "senden", "kendin"],
        &["siz", "size", "sizi", "sizin", "sizde", "sizden", "kendiniz"],
    ],
    calendar: Calendar {
        months: &["ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık"],
        short_months: &["oca", "şub", "mar", "nis", "may", "haz", "tem", "ağu", "eyl", "eki", "kas", "ara"],
        glued_hour: &["h"],
        spaced_hour: &["h"],
        colon: true,
        time: "saat 6:45",
        date: "3 Mart Pazartesi",
    },
    yes: &["evet", "doğru", "bu doğru"],
    no: &["hayır", "yanlış", "bu yanlış", "doğru değil"],
    about_options: &["hepsi", "hiçbiri", "yukarıdakilerin hepsi", "yukarıdakilerin hiçbiri", "her ikisi", "bütün cevaplar", "tüm cevaplar"],
    picture_of: &["resim", "bir resim", "fotoğraf", "bir fotoğraf", "çizim", "simge", "bir simge", "ikon", "piktogram", "görsel"],
    appearance: &[
        "kırmızı", "yeşil", "mavi", "sarı", "turuncu", "mor", "pembe", "kahverengi", "siyah", "beyaz", "gri", "solda", "sağda", "sola", "sağa", "soldaki", "sağdaki", "sol üst",
        "sağ üst", "sol alt", "sağ alt", "sol taraf*", "sağ taraf*", "ekranın üstünde", "ekranın altında", "yuvarlak", "kare", "üçgen", "daire",
    ],
    ..Table::PLAIN
};
