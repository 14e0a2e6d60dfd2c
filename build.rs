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
    let first = lines.first().ok_or("content/languages.toml: there is no language")?;
    let path = format!("locales/{}.toml", text(first, "code")?);
    println!("cargo::rerun-if-changed={path}");
    let words: toml::Table = toml::from_str(&fs::read_to_string(&path)?)?;
    let names: Vec<&str> = words.keys().map(String::as_str).collect();
    fs::write(Path::new(&out).join("words.rs"), format!("ui_words! {{ {} }}", names.join(" ")))?;
    Ok(())
}
