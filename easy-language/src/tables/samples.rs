//! The same small text in each language, once easy and once hard: the tables must tell them apart.

use crate::Language::{self, Ar, En, Fr, Nl, Uk};
use crate::testing::lesson;
use crate::{Finding, Kind, Rule, Severity, Terms, check};

const EASY: [(Language, [&str; 5]); 5] = [
    (
        Nl,
        [
            "Dit is je badge.",
            "Hou de badge bij de klok.",
            "Wacht op het licht.",
            "Nu begint je werk.",
            "Vraag hulp aan Els.",
        ],
    ),
    (
        En,
        [
            "This is your badge.",
            "Hold it near the clock.",
            "Wait for the light.",
            "Now your work starts.",
            "Ask Els for help.",
        ],
    ),
    (
        Fr,
        [
            "Voici ton badge.",
            "Passe le badge sur l'horloge.",
            "Attends la lampe.",
            "Ton travail commence.",
            "Demande de l'aide à Els.",
        ],
    ),
    (Ar, ["هذه بطاقتك.", "ضع البطاقة قرب الساعة.", "انتظر الضوء.", "الآن يبدأ العمل.", "اطلب العون من أمل."]),
    (
        Uk,
        [
            "Це ваш бейдж.",
            "Прикладіть його до годинника.",
            "Чекайте на світло.",
            "Тепер робота йде.",
            "Олена вам поможе.",
        ],
    ),
];

const HARD: [(Language, &str); 5] = [
    (
        Nl,
        "Werknemers die hun arbeidstijden niet overeenkomstig het arbeidsreglement registreren, worden door de verantwoordelijke van de afdeling schriftelijk in gebreke gesteld.",
    ),
    (
        En,
        "Employees whose working hours are not registered in accordance with the applicable regulations will be notified in writing by the department responsible for administration.",
    ),
    (
        Fr,
        "Les travailleurs dont les heures ne sont pas enregistrées conformément au règlement applicable seront avertis par écrit par le responsable du département administratif.",
    ),
    (
        Ar,
        "العاملون الذين لم تسجل ساعات عملهم وفقا للأنظمة المعمول بها سيتم إخطارهم كتابيا من قبل الإدارة المسؤولة عن المستخدمين.",
    ),
    (
        Uk,
        "Працівники, робочий час яких не зареєстровано відповідно до чинних правил внутрішнього розпорядку, будуть письмово попереджені керівником відповідного підрозділу.",
    ),
];

fn findings(language: Language, lines: &[&str]) -> Vec<Finding> {
    let terms = Terms::default();
    let texts: Vec<_> = lines.iter().map(|line| (Kind::Say, *line)).collect();
    check(language, &lesson(&terms, &texts))
}

#[test]
fn an_easy_text_passes_every_rule_in_each_language() {
    for (language, lines) in EASY {
        assert_eq!(findings(language, &lines), [], "{language:?}");
    }
}

#[test]
fn a_hard_text_is_refused_for_its_length_and_its_long_words_in_each_language() {
    for (language, text) in HARD {
        let found = findings(language, &[text]);
        for rule in [Rule::L1, Rule::L2, Rule::L3] {
            let refused = |finding: &Finding| finding.rule == rule && finding.severity == Severity::Error;
            assert!(found.iter().any(refused), "{language:?} {rule}: {found:?}");
        }
    }
}
