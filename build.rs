//! Writes the language list of `content/languages.toml` into the app, the one list to touch for a new language, and the names of its words.

use std::{env, fs, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=content/languages.toml");
    let list: toml::Table = toml::from_str(&fs::read_to_string("content/languages.toml")?)?;
    let lines =
        list.get("language").and_then(toml::Value::as_array).ok_or("content/languages.toml: no [[language]]")?;
    let text = |line: &toml::Value, key| line.get(key).and_then(toml::Value::as_str).map(str::to_owned).ok_or(key);
    let mut code = String::from("&[");
    for line in lines {
        // Written from left to right unless the list says otherwise.
        let direction = text(line, "direction").unwrap_or_else(|_| "ltr".to_owned());
        let tongue = format!("Tongue {{ lang: {:?}, dir: {direction:?} }}", text(line, "code")?);
        code.push_str(&format!("({tongue}, {:?}),", text(line, "name")?));
    }
    code.push(']');
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("languages.rs"), code)?;

    // Every language has the same names (`cargo xtask check`); a table of TOML is in their order, as the bundle is.
    let first = text(lines.first().ok_or("content/languages.toml: there is no language")?, "code")?;
    names("UiWords", &format!("locales/{first}.toml"), &Path::new(&out).join("words.rs"))?;
    names("CoachWords", "locales/coach/en.toml", &Path::new(&out).join("coach_words.rs"))?;

    // The languages that the coach's pages speak.
    println!("cargo::rerun-if-changed=locales/coach");
    let spoken = lines.iter().filter_map(|line| text(line, "code").ok());
    let spoken: Vec<_> = spoken.filter(|code| Path::new(&format!("locales/coach/{code}.toml")).is_file()).collect();
    fs::write(Path::new(&out).join("coach_languages.rs"), format!("&{spoken:?}"))?;
    Ok(())
}

/// Writes the names of the words in a file, for the macro of `src/words.rs`.
fn names(kind: &str, file: &str, to: &Path) -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={file}");
    let words: toml::Table = toml::from_str(&fs::read_to_string(file)?)?;
    let names: Vec<&str> = words.keys().map(String::as_str).collect();
    fs::write(to, format!("words! {{ {kind}: {} }}", names.join(" ")))?;
    Ok(())
}
