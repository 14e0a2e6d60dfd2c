//! What a word is, and how long it is.
//!
//! A word stands between spaces and has a letter or a digit. So an apostrophe or a hyphen joins: `l'eau`, `don't`,
//! `veux-tu` and `code-barres` are one word each, as they are read in one go. A number written with spaces (`2 100`) and a
//! French time (`6 h 45`) are one word too.

/// The words of a text, with the marks around them (`eau.`, `(eau`).
pub(crate) fn words(text: &str) -> Vec<&str> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for token in text.split_whitespace() {
        let start = token.as_ptr() as usize - text.as_ptr() as usize;
        let end = start + token.len();
        if !token.contains(char::is_alphanumeric) {
            continue;
        }
        let before = spans.last().and_then(|&(from, to)| text.get(from..to));
        match (spans.last_mut(), before) {
            (Some(last), Some(before)) if belongs_to_number(before, token) => last.1 = end,
            _ => spans.push((start, end)),
        }
    }
    spans.into_iter().filter_map(|(start, end)| text.get(start..end)).collect()
}

/// Whether `token` goes on with the number that `before` ends with: digits after digits, `h` after digits, digits after that.
fn belongs_to_number(before: &str, token: &str) -> bool {
    let ends_with_digit = before.ends_with(|c: char| c.is_ascii_digit());
    let starts_with_digit = token.starts_with(|c: char| c.is_ascii_digit());
    let is_hour = before.strip_suffix(" h").is_some_and(|hour| hour.ends_with(|c: char| c.is_ascii_digit()));
    (ends_with_digit && (starts_with_digit || token == "h")) || (is_hour && starts_with_digit)
}

/// A word without the marks around it.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// How many letters a text has; digits and marks are none.
pub(crate) fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// The length of a word in letters: that of its longest part between apostrophes and hyphens, because both show the reader
/// where a part ends (`l'eau` is 3, `code-barres` is 6).
pub(crate) fn length(word: &str) -> usize {
    word.split(is_joint).map(letters).max().unwrap_or(0)
}

/// A long word in the sense of LIX and RIX: more than 6 letters.
pub(crate) fn is_long(word: &str) -> bool {
    length(word) > 6
}

/// A mark that joins two parts of a word.
pub(crate) fn is_joint(c: char) -> bool {
    is_apostrophe(c) || is_hyphen(c)
}

/// The straight and the curved apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// The hyphens that join two parts of a word, the soft one too.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_and_a_hyphen_join() {
        assert_eq!(words("L'eau et le code-barres ?"), ["L'eau", "et", "le", "code-barres"]);
    }

    #[test]
    fn a_number_or_a_time_with_spaces_is_one_word() {
        assert_eq!(words("Il est 6 h 45."), ["Il", "est", "6 h 45."]);
        assert_eq!(words("2 100,00 euro"), ["2 100,00", "euro"]);
        assert_eq!(words("Bel om 6.45 uur"), ["Bel", "om", "6.45", "uur"]);
    }

    #[test]
    fn a_mark_alone_is_no_word() {
        assert_eq!(words("Stop - nu !"), ["Stop", "nu"]);
    }

    #[test]
    fn the_length_of_a_word_is_its_longest_part() {
        assert_eq!(length("l'adresse,"), 7);
        assert_eq!(length("code-barres"), 6);
        assert_eq!(length("6.45"), 0);
        assert!(is_long("bericht"));
        assert!(!is_long("d'abord"));
    }
}
