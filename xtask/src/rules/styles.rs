//! What style sheets must not hold (ACCESSIBILITY.md, A6): fixed letters, physical sides, rings taken away, shouting.

use anyhow::{Result, bail};

/// One declaration of a style sheet.
struct Declaration<'a> {
    line: usize,
    selector: &'a str,
    name: &'a str,
    value: &'a str,
}

/// Selectors that take a ring away because it is drawn elsewhere: a heading or the content takes the focus without the keyboard, and
/// the ring of a radio button is drawn around its label.
const RING_ELSEWHERE: [&str; 3] =
    ["h1:focus", "main:focus", ".choice input:focus-visible, .answer input:focus-visible"];

/// What is wrong with a style sheet, each with its line.
///
/// # Errors
/// A comment or block that does not end.
pub fn mistakes(text: &str) -> Result<Vec<(usize, String)>> {
    let text = without_comments(text)?;
    let of = |declaration: Declaration<'_>| {
        let Declaration { line, name, value, .. } = declaration;
        mistake(&declaration).map(|remedy| (line, format!("`{name}: {value}` is not used here. {remedy}")))
    };
    Ok(declarations(&text).into_iter().filter_map(of).collect())
}

/// Comments become spaces, so that lines stay.
fn without_comments(text: &str) -> Result<String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        let Some((comment, after)) = after.split_once("*/") else { bail!("a comment does not end") };
        plain.push_str(before);
        plain.extend(comment.chars().filter(|letter| *letter == '\n'));
        rest = after;
    }
    plain.push_str(rest);
    Ok(plain)
}

fn declarations(text: &str) -> Vec<Declaration<'_>> {
    let mut found = vec![];
    let mut selector = "";
    let (mut start, mut line) = (0, 1);
    for (at, letter) in text.char_indices() {
        if !matches!(letter, '{' | '}' | ';') {
            continue;
        }
        let part = &text[start..at];
        let begins =
            line + part.chars().take_while(|letter| letter.is_whitespace()).filter(|letter| *letter == '\n').count();
        line += part.matches('\n').count();
        start = at + 1;
        match letter {
            '{' => selector = part.trim(),
            _ => {
                if let Some((name, value)) = part.split_once(':') {
                    found.push(Declaration { line: begins, selector, name: name.trim(), value: value.trim() });
                }
            }
        }
    }
    found
}

/// What to do instead.
fn mistake(declaration: &Declaration<'_>) -> Option<&'static str> {
    let Declaration { selector, name, value, .. } = *declaration;
    let parts: Vec<&str> = value.trim_end_matches("!important").split_whitespace().collect();
    let logical = Some("Name the side by start and end, so that Arabic is mirrored");
    match name {
        "left" | "right" => logical,
        _ if name.contains("-left") || name.contains("-right") => logical,
        "float" | "clear" | "text-align" if matches!(value, "left" | "right") => logical,
        // Top, right, bottom, left; of a radius the four corners, from the top left one on.
        "margin" | "padding" | "inset" | "border-width" | "border-style" | "border-color"
            if parts.len() == 4 && parts[1] != parts[3] && !value.contains('(') =>
        {
            logical
        }
        "border-radius"
            if parts.len() == 4 && (parts[0] != parts[1] || parts[2] != parts[3]) && !value.contains('(') =>
        {
            logical
        }
        "font-size" | "font" if is_fixed(value) => Some("Use rem, so that letters grow with the reader's text size"),
        "outline" | "outline-width" | "outline-style"
            if matches!(parts.first(), Some(&"none" | &"0")) && !RING_ELSEWHERE.contains(&selector) =>
        {
            Some("The focus must be seen. If the ring is drawn elsewhere, say so in xtask/src/rules/styles.rs")
        }
        "text-align" if value == "justify" => Some("Justified lines have rivers in them"),
        "text-transform" if value == "uppercase" => Some("Capitals are hard to read"),
        "font-style" if value != "normal" => Some("Slanted letters are hard to read"),
        "user-select" | "-webkit-user-select" if value == "none" => {
            Some("A reader may select any text, to have it read or translated")
        }
        _ => None,
    }
}

/// Whether a size is fixed: a number of pixels or points.
fn is_fixed(value: &str) -> bool {
    ["px", "pt"].iter().any(|unit| {
        value.match_indices(unit).any(|(at, _)| value[..at].ends_with(|letter: char| letter.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        mistakes(text).unwrap().into_iter().map(|(line, what)| format!("{line} {what}")).collect()
    }

    #[test]
    fn each_thing_that_has_no_place_in_a_style_sheet_is_told() {
        let all = [
            "margin-left: 1rem",
            "right: 0",
            "border-top-left-radius: 1rem",
            "float: left",
            "text-align: right",
            "text-align: justify",
            "padding: 1px 2px 3px 4px",
            "inset: 0 1rem 0 auto",
            "border-radius: 1rem 0 1rem 0",
            "font-size: 14px",
            "font: 400 12pt/1 serif",
            "outline: none",
            "outline-width: 0",
            "text-transform: uppercase",
            "font-style: italic",
            "user-select: none",
        ];
        for one in all {
            assert_eq!(names(&format!(".card {{\n  {one};\n}}")).len(), 1, "{one}");
        }
    }

    #[test]
    fn what_is_the_same_on_both_sides_is_fine() {
        let fine = "a { padding: 1px 2px 3px 2px; border-radius: 2rem 2rem 0 0; inset-inline-start: 0; font-size: 1.5rem; outline: 4px solid; text-align: start }";
        assert!(names(fine).is_empty(), "{:?}", names(fine));
    }

    #[test]
    fn the_line_is_told_comments_do_not_count_and_a_ring_may_be_drawn_elsewhere() {
        let text = "/* left: 0;\n */\nh1:focus { outline: none; }\n@media (max-width: 30rem) {\n  p { color: red;\n    left: 0 }\n}";
        assert_eq!(names(text).len(), 1);
        assert!(names(text)[0].starts_with("6 `left: 0`"), "{:?}", names(text));
    }
}
