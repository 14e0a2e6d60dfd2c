//! French: the reader is *tu*. The lists are seeds, to be corrected by a native reader.

use super::ENGLISH;
use crate::table::{Apostrophe, Calendar, Easy, Formula, Measure, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "fr",
    common_letters: 11,
    hyphenation: Some(hypher::Lang::French),
    vowels: "aeiouyàâäéèêëîïôöùûüœæ",
    silent_endings: &["e", "es"],
    formulas: &[Formula { name: "Kandel-Moles", easy: Easy::AtLeast(80.0), of: Measure::Flesch { base: 207.0, per_word: 1.015, per_syllable: 73.6 } }],
    apostrophe: Apostrophe::Elides,
    conjunctions: &["et", "ou", "mais", "donc", "car", "ni"],
    conditions: &["si", "s' il", "s' ils", "quand", "lorsque", "lorsqu'"],
    subordinators: &[
        "que", "qu'", "dont", "lequel", "laquelle", "lesquels", "lesquelles", "puisque", "puisqu'", "afin que", "quoique", "quoiqu'",
        "tandis que",
    ],
    not_subordinators: &["est ce que", "est ce qu'", "qu' est ce", "plus que", "moins que", "plus * que", "moins * que", "aussi * que", "quand même"],
    passive: Passive {
        auxiliaries: &["est", "sont", "était", "étaient", "sera", "seront", "être"],
        reach: 1,
        articles: &[],
        is_participle,
    },
    // "plus" (more) and "personne" (a person) are left out: they mean the other thing just as often.
    negation: Negation::Pairs {
        openers: &["ne", "n'"],
        closers: &["pas", "jamais", "rien", "aucun", "aucune"],
    },
    not_negations: &["pas à pas", "un pas"],
    // "neuf" is left out: it also means new.
    number_words: &[
        "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
        "vingt",
    ],
    per_cent: &["pour cent", "pourcent", "pourcents"],
    abbreviations: &[
        "etc.", "ex.", "p.ex.", "c.-à-d.", "tél.", "M.", "Mme", "Mlle", "MM.", "n°", "N°", "svp", "SVP", "env.", "min.", "incl.",
        "excl.", "càd", "rdv", "RDV",
    ],
    idioms: &[
        "coup de main", "coup d' œil", "en un clin d' œil", "sur le bout des doigts", "main à la pâte", "casser la glace", "tomber des nues", "perdre le fil",
        "les doigts dans le nez", "au pied de la lettre", "mettre les points sur les", "croise les doigts",
    ],
    foreign: ENGLISH,
    abstract_endings: &["tion", "sion", "ment", "tions", "sions", "ments"],
    not_abstract: &[
        "*emment", "*amment", "moment", "moments", "comment", "seulement", "vraiment", "doucement", "rapidement", "lentement",
        "également", "simplement", "directement", "facilement", "calmement", "correctement", "autrement", "exactement", "vêtements",
        "vêtement", "médicament", "médicaments", "appartement", "bâtiment", "bâtiments", "paiement", "tellement", "complètement",
        "clairement", "gentiment", "poliment", "bêtement", "prudemment", "immédiatement", "pansement", "aliment", "aliments",
    ],
    address: &[
        ("vous", "tu"), ("votre", "ton"), ("vos", "tes"), ("vôtre", "tien"), ("*ez", "tu"), ("l' utilisateur", "tu"),
        ("l' apprenant", "tu"), ("on doit", "tu"), ("il faut", "tu"),
    ],
    not_address: &["rendez vous", "chez", "assez", "nez", "rez"],
    calendar: Calendar {
        months: &[
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        ],
        short_months: &["janv", "févr", "fév", "avr", "juil", "sept", "oct", "nov", "déc"],
        glued_hour: &["h"],
        spaced_hour: &["u"],
        colon: false,
        time: "6 h 45",
        date: "lundi 3 mars",
    },
    yes: &["oui", "vrai", "juste", "correct", "c' est vrai"],
    no: &["non", "faux", "pas vrai", "incorrect", "c' est faux"],
    about_options: &[
        "toutes les réponses", "aucune de ces", "aucun de ces", "aucune réponse", "tout ce qui précède", "les deux réponses",
        "les trois réponses",
    ],
    picture_of: &[
        "image", "une image", "l' image", "photo de", "photo d'", "une photo de", "une photo d'", "dessin", "un dessin", "icône",
        "une icône", "pictogramme", "un pictogramme",
    ],
    appearance: &[
        "rouge", "rouges", "vert", "verte", "verts", "vertes", "bleu", "bleue", "bleus", "bleues", "jaune", "jaunes", "orange",
        "violet", "violette", "rose", "roses", "brun", "brune", "marron", "noir", "noire", "noirs", "noires", "blanc", "blanche",
        "blancs", "blanches", "gris", "grise", "à gauche", "à droite", "de gauche", "de droite", "en haut", "en bas", "du haut",
        "du bas", "bouton rond", "panneau rond", "signe rond", "forme ronde", "carré", "carrée", "triangle", "cercle",
    ],
    ..Table::PLAIN
};

fn is_participle(word: &str) -> bool {
    // Verbs whose past is formed with "être", and words that are adjectives.
    const NOT: &[&str] = &[
        "arrivé",
        "allé",
        "entré",
        "resté",
        "tombé",
        "monté",
        "passé",
        "rentré",
        "retourné",
        "né",
        "âgé",
        "désolé",
        "fatigué",
        "café",
        "côté",
        "fermé",
        "pressé",
        "carré",
        "énervé",
        "fâché",
    ];
    let stem = word.trim_end_matches('s').trim_end_matches('e');
    let stem = if word.ends_with('é') { word } else { stem };
    stem.ends_with('é') && !NOT.contains(&stem)
}
