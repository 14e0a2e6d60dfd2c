//! Spanish: the reader is *tú* or *usted*, one of them in a lesson. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Calendar, Easy, Formula, Measure, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "es",
    common_letters: 11,
    hyphenation: Some(hypher::Lang::Spanish),
    vowels: "aeiouyáéíóúü",
    // Szigriszt-Pazos, read on the INFLESZ scale.
    formulas: &[Formula {
        name: "Szigriszt",
        easy: Easy::AtLeast(75.0),
        of: Measure::Flesch { base: 206.835, per_word: 1.0, per_syllable: 62.3 },
    }],
    conjunctions: &["y", "e", "o", "u", "pero", "ni"],
    conditions: &["si", "cuando"],
    subordinators: &["que", "aunque", "mientras", "cuyo", "cuya", "cuyos", "cuyas", "porque", "quien", "quienes", "donde", "para que", "cual", "cuales"],
    not_subordinators: &["tener que", "tienes que", "tiene que", "tengo que", "hay que", "más que", "menos que", "más * que", "qué", "lo que"],
    passive: Passive {
        auxiliaries: &["es", "son", "fue", "fueron", "será", "serán", "ser", "sido"],
        reach: 1,
        articles: &["un", "una", "el", "la", "los", "las", "tu", "mi", "su"],
        is_participle,
    },
    negation: Negation::Pairs {
        openers: &["no"],
        closers: &["nunca", "nadie", "nada", "ningún", "ninguno", "ninguna", "jamás", "tampoco"],
    },
    not_negations: &["di no", "decir no", "no solo", "no sólo"],
    number_words: &[
        "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis",
        "diecisiete", "dieciocho", "diecinueve", "veinte",
    ],
    per_cent: &["por ciento", "porcentaje"],
    abbreviations: &[
        "p.ej.", "ej.", "etc.", "Sr.", "Sra.", "D.", "Dr.", "Dra.", "tel.", "tfno.", "núm.", "nº", "n.º", "pág.", "aprox.", "máx.", "mín.", "min.", "Ud.", "Uds.",
        "EE.UU.", "avda.", "c/",
    ],
    idioms: &[
        "echar una mano", "echa una mano", "al pie de la letra", "en un abrir", "dar en el clavo", "meter la pata", "estar al día", "hacer la vista gorda",
        "de la mano", "perder el hilo", "poner en marcha", "tirar la toalla",
    ],
    foreign: ENGLISH,
    abstract_endings: &["ción", "ciones", "sión", "siones", "dad", "dades", "miento", "mientos"],
    not_abstract: &["estación", "habitación", "ciudad", "ciudades", "canción", "medicamento"],
    address: &[("el usuario", "tú"), ("los usuarios", "tú"), ("el alumno", "tú"), ("se debe", "tú"), ("se deben", "tú"), ("uno debe", "tú")],
    address_forms: [
        &["tú", "te", "ti", "contigo", "tu", "tus", "eres", "tienes", "puedes", "debes"],
        &["usted", "ustedes", "vosotros", "vosotras", "vuestro", "vuestra", "vuestros", "vuestras", "os"],
    ],
    calendar: Calendar {
        months: &[
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        ],
        short_months: &["ene", "feb", "mar", "abr", "jun", "jul", "ago", "sep", "sept", "oct", "nov", "dic"],
        glued_hour: &["h", "hs"],
        spaced_hour: &["h", "hs"],
        colon: true,
        time: "las 6:45 de la mañana",
        date: "lunes 3 de marzo",
    },
    yes: &["sí", "verdadero", "correcto", "cierto", "es verdad"],
    no: &["no", "falso", "incorrecto", "no es verdad"],
    about_options: &["todas las anteriores", "ninguna de las anteriores", "todas las respuestas", "ninguna respuesta", "las dos respuestas", "ninguna de estas"],
    picture_of: &["imagen", "una imagen", "la imagen", "foto de", "una foto de", "dibujo", "un dibujo", "icono", "un icono", "pictograma", "un pictograma"],
    appearance: &[
        "rojo", "roja", "rojos", "rojas", "verde", "verdes", "azul", "azules", "amarillo", "amarilla", "amarillos", "amarillas", "naranja", "morado", "morada",
        "rosa", "marrón", "negro", "negra", "negros", "negras", "blanco", "blanca", "blancos", "blancas", "gris", "grises", "a la izquierda", "a la derecha",
        "de la izquierda", "de la derecha", "arriba a", "abajo a", "parte de arriba", "parte de abajo", "botón redondo", "señal redonda", "cuadrado",
        "cuadrada", "triángulo", "círculo",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    const NOT: &[&str] = &[
        "lado",
        "pesado",
        "pesada",
        "delicado",
        "complicado",
        "complicada",
        "cansado",
        "cansada",
        "casado",
        "casada",
        "cuidado",
        "pasado",
        "mercado",
        "grado",
        "estado",
        "demasiado",
        "nada",
        "ruido",
        "vestido",
        "rápido",
        "rápida",
        "cuñado",
        "abogado",
        "soldado",
        "helado",
        "querido",
        "comida",
        "salida",
        "vida",
    ];
    let stem = word.trim_end_matches('s');
    ["ado", "ada", "ido", "ida"].iter().any(|ending| stem.ends_with(ending))
        && word.chars().count() > 4
        && !NOT.contains(&stem)
}
