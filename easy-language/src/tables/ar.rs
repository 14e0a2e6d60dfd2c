//! Arabic, the standard language: the reader is *أنت*. The lists are seeds, to be corrected by a native reader.
//!
//! What is written onto a word (و ف ب ل ك ال) is part of it, so the lists give the forms that occur, or leave the start open.

use crate::table::{Calendar, Negation, Passive, Table};

// The lists of words are read as running text.
#[rustfmt::skip]
pub(crate) static TABLE: Table = Table {
    code: "ar",
    sentence_words: 8,
    mean_words: 6.0,
    rix: 0.6,
    // As near to the limit as in other languages (1.2 of 1.5).
    rix_warning: 0.48,
    common_letters: 7,
    // Short vowels are not written, so no syllables can be counted, and no formula is validated for text without them.
    formulas: &[],
    latin: false,
    question: '؟',
    right_to_left: true,
    // "و" (and) is written onto the next word, where it cannot be told from a first letter.
    conjunctions: &["أو", "لكن", "ولكن", "بل", "ثم"],
    conditions: &["إذا", "وإذا", "فإذا", "عندما", "وعندما", "لما", "حين", "حينما", "لو"],
    subordinators: &[
        "أن", "بأن", "لأن", "لأنه", "لأنها", "لأنك", "لأنني", "الذي", "التي", "الذين", "اللذان", "اللواتي", "رغم", "بالرغم", "بينما", "حيث",
        "لكي", "كي", "حتى لا", "مما",
    ],
    not_subordinators: &[
        "يجب أن", "يمكن أن", "يمكنك أن", "يمكنني أن", "أريد أن", "تريد أن", "عليك أن", "قبل أن", "بعد أن", "من حيث",
    ],
    // "تم" and the noun of the deed after it: "تم إغلاق الباب".
    passive: Passive { auxiliaries: &["تم", "تمت", "يتم", "تتم", "سيتم", "ستتم"], reach: 1, articles: &[], is_participle: |_| true },
    // "ما" is left out: it mostly means "what". "لا … أبدا" is one negation.
    negation: Negation::Pairs {
        openers: &[
            "لا", "ولا", "فلا", "ألا", "لم", "ولم", "فلم", "لن", "ولن", "فلن", "ليس", "وليس", "ليست", "وليست", "لست", "لسنا", "ليسوا",
        ],
        closers: &["أبدا", "مطلقا"],
    },
    not_negations: &["لا بأس", "قل لا"],
    number_words: &[
        "اثنان", "اثنين", "اثنتان", "اثنتين", "ثلاثة", "ثلاث", "أربعة", "أربع", "خمسة", "خمس", "ستة", "ست", "سبعة", "سبع", "ثمانية", "ثماني", "ثمان",
        "تسعة", "تسع", "عشرة", "عشر", "عشرون", "عشرين",
    ],
    per_cent: &["بالمئة", "بالمائة", "المئة", "المائة"],
    abbreviations: &["إلخ", "الخ", "إلخ.", "الخ.", "د.", "أ.", "م.", "ص.ب", "ص.ب.", "هـ", "ت."],
    idioms: &["على رأس عمله", "مد يد العون", "يد العون", "على قدم وساق", "بين يديك", "في غمضة عين", "ضع نصب عينيك", "لا تقلق بالا"],
    address: &[
        ("المستخدم", "أنت"), ("المتعلم", "أنت"), ("حضرتك", "أنت"), ("سيادتك", "أنت"), ("أنتم", "أنت"), ("أنتما", "أنت"),
        ("المرء", "أنت"),
    ],
    calendar: Calendar {
        // The months of the Mashriq, of Egypt and of the Maghreb.
        months: &[
            "كانون", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين", "يناير", "فبراير", "مارس", "أبريل", "إبريل", "مايو",
            "ماي", "يونيو", "يوليو", "يوليوز", "أغسطس", "غشت", "سبتمبر", "شتنبر", "أكتوبر", "نوفمبر", "نونبر", "ديسمبر", "دجنبر",
        ],
        short_months: &[],
        glued_hour: &["س", "ص", "م"],
        spaced_hour: &["س", "ص", "م"],
        colon: true,
        time: "الساعة 6:45 صباحا",
        date: "الاثنين 3 مارس",
    },
    yes: &["نعم", "صح", "صحيح", "هذا صحيح"],
    no: &["لا", "خطأ", "غير صحيح", "هذا خطأ", "ليس صحيحا"],
    about_options: &["كل ما سبق", "جميع ما سبق", "لا شيء مما سبق", "كل الإجابات", "جميع الإجابات", "كلاهما"],
    picture_of: &["صورة", "الصورة", "رسم", "رسمة", "أيقونة"],
    appearance: &[
        "*أحمر", "*حمراء", "*أخضر", "*خضراء", "*أزرق", "*زرقاء", "*أصفر", "*صفراء", "*برتقالي", "*برتقالية", "*بنفسجي", "*بنفسجية",
        "الوردي", "الوردية", "البني", "*أسود", "*سوداء", "*أبيض", "*بيضاء", "*رمادي", "*رمادية", "*يمين", "*يسار", "اليمنى", "اليسرى", "الأيمن",
        "الأيسر", "أعلى الشاشة", "أسفل الشاشة", "الأعلى", "الأسفل", "*دائري", "*دائرية", "*مستدير", "*مستديرة", "*مربع", "*مربعة", "*مثلث",
        "*مثلثة",
    ],
    ..Table::PLAIN
};
