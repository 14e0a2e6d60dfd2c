//! A text with each sentence on a line of its own, as the app shows, reads and highlights it.

use crate::Language;
use crate::sentences::sentences;

/// The text with a line break between its sentences. A text without any sentence stays as it is.
#[must_use]
pub fn lines(language: Language, text: &str) -> String {
    let sentences = sentences(language.table(), text);
    if sentences.is_empty() { text.to_owned() } else { sentences.join("\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sentence_comes_on_its_own_line() {
        let lines = |text| lines(Language::Nl, text);
        assert_eq!(lines("Je krijgt dit bericht. Wat doe je?"), "Je krijgt dit bericht.\nWat doe je?");
        assert_eq!(lines("Terug"), "Terug");
        assert_eq!(lines("…"), "…");
    }
}
