//! The colours of `src/style/tokens.css` by role, in each theme: text 7 to 1, edges and rings 3 to 1 (ACCESSIBILITY.md, A4).

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

/// Text on its ground.
const TEXTS: [(&str, &str); 12] = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink-soft", "paper"),
    ("ink-soft", "card"),
    ("action", "paper"),
    ("action", "card"),
    ("on-action", "action"),
    ("on-action-soft", "action-soft"),
    ("on-hint", "hint"),
    ("on-good", "good"),
    ("on-good", "card"),
    ("plate-ink", "plate"),
];
/// Edges of controls on their ground, and the two tones of the ring on each other.
const PARTS: [(&str, &str); 5] =
    [("edge", "paper"), ("edge", "card"), ("action", "card"), ("action", "paper"), ("focus", "focus-edge")];
/// One tone of the ring is enough on each ground.
const GROUNDS: [&str; 4] = ["paper", "card", "action-soft", "good"];

/// Colours by role.
type Theme<'a> = BTreeMap<&'a str, &'a str>;

/// What stands out too little, with the theme.
///
/// # Errors
/// A colour that is missing or cannot be read.
pub fn mistakes(text: &str) -> Result<Vec<String>> {
    let themes = themes(text);
    let (_, usual) = themes.first().context("no theme")?;
    let mut found = vec![];
    for (name, theme) in &themes {
        let colour = |role: &str| {
            let value = theme.get(role).or_else(|| usual.get(role)).with_context(|| format!("--{role} is missing"))?;
            light(value).with_context(|| format!("--{role}: {value} is no colour like #0e5a63"))
        };
        let pairs = TEXTS.iter().map(|pair| (pair, 7.0)).chain(PARTS.iter().map(|pair| (pair, 3.0)));
        for ((one, other), least) in pairs {
            let ratio = contrast(colour(one)?, colour(other)?);
            if ratio < least {
                found.push(format!("{name}: --{one} on --{other} has a contrast of {ratio:.2}, should be {least}"));
            }
        }
        for ground in GROUNDS {
            let tones =
                [colour("focus")?, colour("focus-edge")?].map(|tone| contrast(tone, colour(ground).unwrap_or(tone)));
            if tones.iter().all(|ratio| *ratio < 3.0) {
                found.push(format!("{name}: neither tone of the ring stands out from --{ground}, should be 3"));
            }
        }
    }
    if themes.len() < 4 {
        bail!("only {} themes were found", themes.len());
    }
    Ok(found)
}

/// Each block with colours: its selector, and the colours.
fn themes(text: &str) -> Vec<(&str, Theme<'_>)> {
    let mut found = vec![];
    for block in text.split('}') {
        let Some((selector, inside)) = block.rsplit_once('{') else { continue };
        let selector = selector.rsplit(['{', '/', '}']).next().unwrap_or_default().trim();
        let pairs = inside.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
        let theme: Theme<'_> = pairs
            .map(|(role, value)| (role.trim(), value.trim()))
            .filter(|(_, value)| value.starts_with('#'))
            .collect();
        if theme.contains_key("paper") {
            found.push((selector, theme));
        }
    }
    found
}

/// Relative luminance, as WCAG 2.2 defines it.
fn light(colour: &str) -> Option<f64> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * part(0)? + 0.7152 * part(2)? + 0.0722 * part(4)?)
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_as_the_standard_computes_it() {
        let of = |one, other| contrast(light(one).unwrap(), light(other).unwrap());
        assert!((of("#000000", "#ffffff") - 21.0).abs() < 0.01);
        assert!((of("#555555", "#ffffff") - 7.46).abs() < 0.01);
        assert!((of("#ffdd00", "#123a5e") - 8.7).abs() < 0.1);
        assert_eq!(light("red"), None);
    }

    #[test]
    fn every_theme_of_the_app_stands_out() {
        let text = include_str!("../../../src/style/tokens.css");
        assert_eq!(mistakes(text).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_paler_ink_is_told_with_its_theme() {
        let text = include_str!("../../../src/style/tokens.css").replace("--ink-soft: #c9c6c0", "--ink-soft: #8b8883");
        let found = mistakes(&text).unwrap();
        assert!(found.iter().any(|line| line.contains("dark") && line.contains("--ink-soft on --paper")), "{found:?}");
    }
}
