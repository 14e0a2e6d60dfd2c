//! Writes the language list of `content/languages.toml` into the app: the one list to touch for a new language.

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
    fs::write(Path::new(&env::var("OUT_DIR")?).join("languages.rs"), code)?;
    Ok(())
}
