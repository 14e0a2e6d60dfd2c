//! The languages of the app, as `content/languages.toml` lists them: a new one is looked at without a change here.

use std::sync::LazyLock;

use crate::data;

/// The codes, in the app's order.
pub static LANGUAGES: LazyLock<Vec<&'static str>> = LazyLock::new(|| of("code"));

/// How each language calls itself, in the same order.
pub static OWN_NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| of("name"));

/// How a language is written: `rtl` or `ltr`.
pub fn direction(code: &str) -> &'static str {
    let list = data::toml("content/languages.toml");
    let own =
        list["language"].as_array().expect("languages").iter().find(|language| language["code"].as_str() == Some(code));
    match own.and_then(|language| language.get("direction")).and_then(toml::Value::as_str) {
        Some("rtl") => "rtl",
        _ => "ltr",
    }
}

fn of(key: &str) -> Vec<&'static str> {
    let list = data::toml("content/languages.toml");
    let all = list["language"].as_array().expect("languages").iter();
    // As long as the tests run.
    all.map(|language| &*language[key].as_str().expect("a text").to_owned().leak()).collect()
}
