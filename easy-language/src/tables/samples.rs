//! The same small text in each language, once easy and once hard: the tables must tell them apart.

use crate::Language::{self, Ar, Bg, De, El, En, Es, Fr, Hr, It, Lv, Nl, Pl, Ro, Sl, Tr, Uk};
use crate::readability::measure;
use crate::testing::lesson;
use crate::{Finding, Kind, Rule, Severity, Terms, check};

#[rustfmt::skip]
const EASY: [(Language, [&str; 5]); Language::ALL.len()] = [
    (Nl, ["Dit is je badge.", "Hou de badge bij de klok.", "Wacht op het licht.", "Nu begint je werk.", "Vraag hulp aan Els."]),
    (En, ["This is your badge.", "Hold it near the clock.", "Wait for the light.", "Now your work starts.", "Ask Els for help."]),
    (Fr, ["Voici ton badge.", "Passe le badge sur l'horloge.", "Attends la lampe.", "Ton travail commence.", "Demande de l'aide à Els."]),
    (De, ["Das ist deine Karte.", "Halte die Karte an die Uhr.", "Warte auf das Licht.", "Jetzt fängt die Arbeit an.", "Frag Els um Hilfe."]),
    (Es, ["Esta es tu tarjeta.", "Pasa la tarjeta por el reloj.", "Espera la luz.", "Ahora empieza tu trabajo.", "Pide ayuda a Els."]),
    (It, ["Questa è la tua carta.", "Passa la carta sull'orologio.", "Aspetta la luce.", "Ora il lavoro comincia.", "Chiedi aiuto a Els."]),
    (Pl, ["To jest twoja karta.", "Przyłóż kartę do zegara.", "Czekaj na światło.", "Teraz zaczynasz pracę.", "Pytaj Annę o pomoc."]),
    (Ro, ["Acesta este cardul tău.", "Pune cardul lângă ceas.", "Așteaptă lumina.", "Acum începe munca ta.", "Cere ajutor de la Ana."]),
    (Bg, ["Това е твоята карта.", "Сложи я до часовника.", "Чакай лампата.", "Сега почва работата.", "Питай Ана за помощ."]),
    (Hr, ["Ovo je tvoja kartica.", "Stavi je na sat.", "Čekaj svjetlo.", "Sad počinje posao.", "Pitaj Anu za pomoć."]),
    (Sl, ["To je tvoja kartica.", "Daj jo na uro.", "Čakaj na luč.", "Zdaj se začne delo.", "Vprašaj Ano za pomoč."]),
    (El, ["Αυτή είναι η κάρτα σου.", "Βάλε την κάρτα στο ρολόι.", "Περίμενε το φως.", "Τώρα αρχίζει η δουλειά.", "Ζήτα βοήθεια από την Άννα."]),
    (Lv, ["Šī ir tava karte.", "Pieliec karti pie pulksteņa.", "Gaidi gaismu.", "Tagad sākas darbs.", "Lūdz Annai palīgu."]),
    (Uk, ["Це ваш бейдж.", "Прикладіть його до годинника.", "Чекайте на світло.", "Тепер робота йде.", "Олена вам поможе."]),
    (Ar, ["هذه بطاقتك.", "ضع البطاقة قرب الساعة.", "انتظر الضوء.", "الآن يبدأ العمل.", "اطلب العون من أمل."]),
    (Tr, ["Bu senin kartın.", "Kartı saate tut.", "Işığı bekle.", "Şimdi iş başlar.", "Ayşe sana yardım eder."]),
];

#[rustfmt::skip]
const HARD: [(Language, &str); Language::ALL.len()] = [
    (Nl, "Werknemers die hun arbeidstijden niet overeenkomstig het arbeidsreglement registreren, worden door de verantwoordelijke van de afdeling schriftelijk in gebreke gesteld."),
    (En, "Employees whose working hours are not registered in accordance with the applicable regulations will be notified in writing by the department responsible for administration."),
    (Fr, "Les travailleurs dont les heures ne sont pas enregistrées conformément au règlement applicable seront avertis par écrit par le responsable du département administratif."),
    (De, "Beschäftigte, deren Arbeitszeiten nicht entsprechend der geltenden Betriebsordnung erfasst werden, werden von der zuständigen Abteilungsleitung schriftlich darauf hingewiesen."),
    (Es, "Los trabajadores cuyas horas no hayan sido registradas conforme al reglamento vigente serán notificados por escrito por el departamento responsable de la administración."),
    (It, "I lavoratori le cui ore non siano state registrate conformemente al regolamento vigente verranno avvertiti per iscritto dal dipartimento responsabile dell'amministrazione."),
    (Pl, "Pracownicy, których godziny pracy nie zostały zarejestrowane zgodnie z obowiązującym regulaminem, zostaną pisemnie powiadomieni przez kierownika odpowiedniego działu."),
    (Ro, "Angajații ale căror ore de lucru nu au fost înregistrate conform regulamentului aplicabil vor fi înștiințați în scris de către departamentul responsabil cu administrarea."),
    (Bg, "Служителите, чието работно време не е регистрирано съгласно действащия правилник, ще бъдат писмено уведомени от ръководителя на съответния административен отдел."),
    (Hr, "Zaposlenici čije radno vrijeme nije evidentirano u skladu s važećim pravilnikom bit će pisanim putem obaviješteni od strane odgovornog voditelja administrativnog odjela."),
    (Sl, "Zaposleni, katerih delovni čas ni evidentiran skladno z veljavnim pravilnikom, bodo pisno obveščeni s strani odgovornega vodje pristojnega administrativnega oddelka."),
    (El, "Οι εργαζόμενοι των οποίων οι ώρες δεν έχουν καταγραφεί σύμφωνα με τον ισχύοντα κανονισμό θα ειδοποιηθούν γραπτώς από τον υπεύθυνο του διοικητικού τμήματος."),
    (Lv, "Darbinieki, kuru darba stundas nav reģistrētas saskaņā ar spēkā esošajiem noteikumiem, tiks rakstiski brīdināti no atbildīgās administratīvās nodaļas vadītāja puses."),
    (Uk, "Працівники, робочий час яких не зареєстровано відповідно до чинних правил внутрішнього розпорядку, будуть письмово попереджені керівником відповідного підрозділу."),
    (Ar, "العاملون الذين لم تسجل ساعات عملهم وفقا للأنظمة المعمول بها سيتم إخطارهم كتابيا من قبل الإدارة المسؤولة عن المستخدمين."),
    (Tr, "Çalışma saatleri yürürlükteki yönetmeliğe uygun olarak kaydedilmeyen çalışanlar, ilgili bölümün sorumlu yöneticisi tarafından yazılı olarak bilgilendirilecektir."),
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

#[test]
fn lix_and_rix_and_each_formula_set_the_hard_text_apart_from_the_easy_one() {
    for ((language, easy), (_, hard)) in EASY.into_iter().zip(HARD) {
        let (easy, hard) = (measure(language.table(), easy.into_iter()), measure(language.table(), [hard].into_iter()));
        assert!(easy.lix + 10.0 < hard.lix, "{language:?}: LIX {} and {}", easy.lix, hard.lix);
        assert!(easy.rix + 1.0 < hard.rix, "{language:?}: RIX {} and {}", easy.rix, hard.rix);
        for (easy, hard) in easy.formulas.iter().zip(&hard.formulas) {
            assert!(easy.is_easy && !hard.is_easy, "{language:?}: {easy:?} and {hard:?}");
        }
    }
}
