//! L21: the options of one question.

use super::Report;
use crate::matching::{first, parts, places};
use crate::readability::share;
use crate::table::Table;
use crate::{Kind, Rule, Screen, Severity, Text};

/// L21: how many options a question has.
const OPTIONS: std::ops::RangeInclusive<usize> = 2..=3;

/// L21 for the options of one screen: two or three, of like length, none about the others, no yes/no or true/false.
pub(crate) fn screen(table: &'static Table, screen: &Screen, report: &mut Report) {
    let options: Vec<&Text> = screen.texts.iter().filter(|text| text.kind == Kind::Option).collect();
    if options.is_empty() {
        return;
    }
    let mut refuse = |option: Option<&Text>, remedy: String| {
        let (key, text) = option.map_or(("", ""), |option| (option.key, option.text));
        report.add(Rule::L21, Severity::Error, [screen.step, key, text], remedy);
    };
    if !OPTIONS.contains(&options.len()) {
        refuse(None, format!("{} options. Give 2 or 3.", options.len()));
    }
    let length = |option: &Text| option.text.trim().chars().count();
    let mean = share(options.iter().map(|option| length(option)).sum(), options.len());
    for option in &options {
        let own = share(length(option), 1);
        if (own - mean).abs() > mean / 2.0 {
            let remedy = format!(
                "{own} characters where the options of this card have {mean:.0}. Make it {:.0} to {:.0}, so that length gives nothing away.",
                (mean / 2.0).ceil(),
                (mean * 1.5).floor()
            );
            refuse(Some(option), remedy);
        }
        if let Some(phrase) = first(&parts(table, option.text), table.about_options) {
            refuse(Some(option), format!("\"{phrase}\" is about the other options. Give an answer that stands alone."));
        }
    }
    let answers = |list: &[&str]| options.iter().copied().find(|option| is_bare_answer(table, option, list));
    let opens = |list: &[&str]| options.iter().any(|option| has_answer_first(table, option, list));
    let bare = answers(table.yes).or_else(|| answers(table.no));
    if bare.is_some() || (opens(table.yes) && opens(table.no)) {
        refuse(bare, "A yes/no or true/false question. Let the learner choose what to do.".to_owned());
    }
}

fn is_bare_answer(table: &Table, option: &Text, list: &[&str]) -> bool {
    let answer = parts(table, option.text).join(" ");
    list.contains(&answer.as_str())
}

/// `Ja, dat mag.`: one of the list, then a comma or the end of a sentence.
fn has_answer_first(table: &Table, option: &Text, list: &[&str]) -> bool {
    let opening = option.text.split([',', '،', '.', '!']).next().unwrap_or_default();
    let opening = parts(table, opening);
    list.iter().any(|answer| {
        let length = answer.split_whitespace().count();
        opening.len() == length && places(&opening, answer) == [0]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{self, En, Fr, Nl};
    use crate::testing;

    fn verdict(language: Language, options: &[&str]) -> Option<Severity> {
        let texts: Vec<_> = options.iter().map(|text| (Kind::Option, *text)).collect();
        testing::verdict(language, Rule::L21, &texts)
    }

    const ERROR: Option<Severity> = Some(Severity::Error);

    #[test]
    fn two_or_three_options_of_like_length_pass() {
        assert_eq!(verdict(Nl, &["Ik wis het bericht.", "Ik betaal het geld.", "Ik vraag om hulp."]), None);
        assert_eq!(verdict(En, &["I delete it.", "I ask for help."]), None);
        assert_eq!(verdict(Fr, &["J'efface le message.", "Je paie vite."]), None);
    }

    #[test]
    fn one_option_or_four_are_refused() {
        assert_eq!(verdict(Nl, &["Ik bel."]), ERROR);
        assert_eq!(verdict(Nl, &["Ik bel.", "Ik eet.", "Ik lees.", "Ik slaap."]), ERROR);
    }

    #[test]
    fn an_option_that_stands_out_by_its_length_is_refused() {
        assert_eq!(verdict(Nl, &["Ik bel.", "Ik vraag het nu aan mijn begeleider."]), ERROR);
    }

    #[test]
    fn yes_no_and_true_false_are_refused() {
        assert_eq!(verdict(Nl, &["Ja", "Nee"]), ERROR);
        assert_eq!(verdict(En, &["True", "False"]), ERROR);
        assert_eq!(verdict(Fr, &["C'est vrai.", "C'est faux."]), ERROR);
        assert_eq!(verdict(Nl, &["Ja, dat mag.", "Nee, dat mag niet."]), ERROR);
        assert_eq!(verdict(Nl, &["Ja, ik kom.", "Ik bel je op."]), None);
    }

    #[test]
    fn an_option_about_the_others_is_refused() {
        assert_eq!(verdict(Nl, &["Ik bel mijn werk.", "Geen van deze."]), ERROR);
        assert_eq!(verdict(En, &["I call my coach.", "All of the above."]), ERROR);
        assert_eq!(verdict(Fr, &["J'appelle mon coach.", "Aucune de ces réponses."]), ERROR);
    }
}
