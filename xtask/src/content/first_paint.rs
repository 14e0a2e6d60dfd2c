//! What `index.html` and `start/first.js` say before the app is there, from the words of each language.

use super::read::read;
use super::ui_words::UiWords;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;

/// What `start/first.js` and `start/where.js` know by its place.
const SAYS: [&str; 11] = [
    "waiting",
    "went_wrong",
    "start_again",
    "too_old",
    "lite",
    "slow",
    "inside_app",
    "inside_tab",
    "inside_private",
    "my_card",
    "close",
];

/// The words, ready to be filled in.
pub struct FirstPaint {
    /// For `start/reader.js`: by code, `ltr` or `rtl`. JSON.
    pub directions: String,
    /// For `start/first.js`: by code, what is said while waiting, after a failure, on the button that begins again, in a
    /// browser that is too old, on the link to the lessons without the app, when it takes long, where steps do not stay, and on its link and button. JSON.
    pub says: String,
    /// The code of the first language, for whoever reads none of them.
    pub fallback: String,
    /// For `<noscript>`: a line in each language. HTML.
    pub no_script: String,
    /// What the app is, for chat apps and search. In the first language.
    pub description: String,
}

/// Reads the words of every language of the project at `root`.
///
/// # Errors
/// A language or a word that is missing.
pub fn first_paint(root: &Path) -> Result<FirstPaint> {
    let content = read(root)?;
    let words = UiWords::read(root, &content.codes())?;
    let (mut directions, mut says) = (serde_json::Map::new(), serde_json::Map::new());
    let (mut no_script, mut description) = (String::new(), None);
    for language in &content.languages {
        let (code, direction) = (&language.code, language.direction());
        let of = |key: &str| {
            words.of(code)?.get(key).cloned().with_context(|| format!("locales/{code}.toml: `{key}` is missing"))
        };
        directions.insert(code.clone(), json!(direction));
        says.insert(code.clone(), json!(SAYS.into_iter().map(of).collect::<Result<Vec<_>>>()?));
        no_script.push_str(&format!("<p lang=\"{code}\" dir=\"{direction}\">{}</p>", escaped(&of("no_script")?)));
        // The same lessons, to be read.
        no_script.push_str(&format!(
            "<p lang=\"{code}\" dir=\"{direction}\"><a href=\"lite/{code}/\">{}</a></p>",
            escaped(&of("lite")?)
        ));
        description.get_or_insert(of("description")?);
    }
    let description = escaped(&description.context("content/languages.toml: there is no language")?);
    let fallback = content.codes().into_iter().next().unwrap_or_default();
    let (directions, says) = (serde_json::to_string(&directions)?, serde_json::to_string(&says)?);
    Ok(FirstPaint { directions, says, fallback, no_script, description })
}

/// What `coach/index.html` says before the coach's pages are there: a line in each language that they speak. HTML.
pub struct CoachFirstPaint {
    pub waiting: String,
    pub failed: String,
    pub no_script: String,
}

/// Reads the words of the coach's pages of the project at `root`.
///
/// # Errors
/// A word that is missing.
pub fn coach_first_paint(root: &Path) -> Result<CoachFirstPaint> {
    let content = read(root)?;
    let coach = UiWords::of_coaches(root, &content.codes())?;
    let app = UiWords::read(root, &content.codes())?;
    let lines = |words: &UiWords, key: &str| {
        let line = |code: &String| {
            let text = words.of(code)?.get(key).with_context(|| format!("locales, {code}: `{key}` is missing"))?;
            Ok(format!("<p lang=\"{code}\">{}</p>", escaped(text)))
        };
        coach.codes().map(line).collect::<Result<String>>()
    };
    Ok(CoachFirstPaint {
        waiting: lines(&coach, "waiting")?,
        failed: lines(&coach, "not_loaded")?,
        no_script: lines(&app, "no_script")?,
    })
}

/// Where each of the app's own words is in the list that the app reads, for `start/early.js`: name and place.
///
/// # Errors
/// A language or a word that is missing.
pub fn word_places(root: &Path) -> Result<Vec<(String, String)>> {
    let codes = read(root)?.codes();
    let words = UiWords::read(root, &codes)?;
    let names = words.of(codes.first().context("content/languages.toml: there is no language")?)?.keys();
    Ok(names.enumerate().map(|(place, name)| (name.clone(), place.to_string())).collect())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_what_to_do_before_the_app_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let words = first_paint(&root).unwrap();
        for language in read(&root).unwrap().languages {
            let direction = format!("\"{}\":\"{}\"", language.code, language.direction());
            assert!(words.directions.contains(&direction), "{}", words.directions);
            assert!(words.says.contains(&format!("\"{}\":[\"", language.code)), "{}", words.says);
            assert!(words.no_script.contains(&format!("lang=\"{}\"", language.code)));
        }
    }

    #[test]
    fn a_word_cannot_break_out_of_the_page() {
        assert_eq!(escaped("a \"b\" <c> & d"), "a &quot;b&quot; &lt;c> &amp; d");
    }
}
