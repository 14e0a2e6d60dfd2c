//! L23: alternative texts of pictures.

use super::{Place, Report};
use crate::Rule;
use crate::matching::{begins_with, parts};

/// The most characters of an alternative text.
const CHARACTERS: usize = 100;

/// L23: there is one, it is short, it is no file name, and it says what is seen rather than that there is a picture.
pub(crate) fn check(place: &Place, report: &mut Report) {
    let text = place.text.text;
    let mut refuse = |remedy: String| report.error(place, Rule::L23, text, remedy);
    if text.trim().is_empty() {
        refuse("No alternative text. Say what matters in the picture.".to_owned());
        return;
    }
    let characters = text.chars().count();
    if characters > CHARACTERS {
        refuse(format!("{characters} characters, at most {CHARACTERS}. Say only what matters."));
    }
    if is_file_name(text, place.text.key) {
        refuse("A file name. Say what matters in the picture.".to_owned());
    }
    let parts = parts(place.table, text);
    if let Some(opening) = place.table.picture_of.iter().find(|opening| begins_with(&parts, opening)) {
        refuse(format!("\"{opening}\" says only that there is a picture. Begin with what is seen."));
    }
}

fn is_file_name(text: &str, id: &str) -> bool {
    let text = text.trim();
    let one_word = !text.contains(char::is_whitespace);
    let has_extension = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"]
        .iter()
        .any(|extension| text.to_lowercase().ends_with(extension));
    let is_id = text == id && text.contains('-');
    has_extension || is_id || (one_word && (text.contains('_') || text.matches('-').count() > 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{self, En, Fr, Nl};
    use crate::testing::{self, lesson, worst};
    use crate::{Kind, Severity, Synonym, Terms};

    fn verdict(language: Language, text: &str) -> Option<Severity> {
        testing::verdict(language, Rule::L23, &[(Kind::Alt, text)])
    }

    const ERROR: Option<Severity> = Some(Severity::Error);

    #[test]
    fn what_is_seen_passes() {
        assert_eq!(verdict(Nl, "Een gsm op stil, de bel is doorstreept"), None);
        assert_eq!(verdict(En, "A phone that rings"), None);
        assert_eq!(verdict(Fr, "Code-barres"), None);
    }

    #[test]
    fn none_a_long_one_and_a_file_name_are_refused() {
        assert_eq!(verdict(Nl, " "), ERROR);
        assert_eq!(verdict(Nl, &"doos ".repeat(21)), ERROR);
        assert_eq!(verdict(Nl, "box.svg"), ERROR);
        assert_eq!(verdict(Nl, "box-with-barcode"), ERROR);
    }

    #[test]
    fn that_there_is_a_picture_is_no_alternative_text() {
        assert_eq!(verdict(Nl, "Afbeelding van een doos"), ERROR);
        assert_eq!(verdict(En, "A picture of a box"), ERROR);
        assert_eq!(verdict(Fr, "Photo d'une boîte"), ERROR);
    }

    #[test]
    fn an_alternative_text_uses_no_abbreviation_and_the_chosen_terms() {
        let synonym = Synonym { forbidden: "smartphone".to_owned(), instead: "gsm".to_owned() };
        let terms = Terms { synonyms: vec![synonym], ..Terms::default() };
        let of = |rule, text| worst(Nl, rule, &lesson(&terms, &[(Kind::Alt, text)]));
        assert_eq!(of(Rule::L12, "Een scherm, bv. van Els"), ERROR);
        assert_eq!(of(Rule::L15, "Een smartphone op stil"), ERROR);
        assert_eq!(of(Rule::L12, "Een gsm op stil"), None);
        assert_eq!(of(Rule::L15, "Een gsm op stil"), None);
    }
}
