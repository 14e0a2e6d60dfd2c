//! What documents name exists: paths, and tests as `path::name`.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 6] =
    ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "docs/deploy.md", "docs/reliability.md", "fuzz/README.md"];
/// How a path of ours begins.
const OURS: [&str; 13] = [
    "src/",
    "engine/",
    "easy-language/",
    "xtask/",
    "tests/",
    "content/",
    "locales/",
    "public/",
    "LICENSES/",
    "start/",
    "coach/",
    "docs/",
    "fuzz/fuzz_targets/",
];

/// Every path and every test in backticks that looks like one of ours must exist.
pub fn check(root: &Path, broken: &mut Vec<String>) -> Result<()> {
    for document in DOCUMENTS {
        let text = fs::read_to_string(root.join(document)).with_context(|| format!("{document}: write it"))?;
        let quoted = text.split('`').skip(1).step_by(2);
        for named in quoted.filter(|quoted| is_ours(quoted)) {
            let (path, test) = named.split_once("::").map_or((named, None), |(path, test)| (path, Some(test)));
            if !root.join(path).exists() {
                broken.push(format!("{document}: `{path}` does not exist. Name the right path"));
            } else if let Some(test) = test
                && !is_test(&fs::read_to_string(root.join(path))?, test)
            {
                broken.push(format!("{document}: `{path}` has no test `{test}`. Name one that is there and runs"));
            }
        }
    }
    Ok(())
}

fn is_ours(quoted: &str) -> bool {
    OURS.iter().any(|folder| quoted.starts_with(folder)) && !quoted.contains(['<', '*', ' ', '{', '…'])
}

/// Whether a source has a test of that name, and one that is not skipped.
pub fn is_test(source: &str, name: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let Some(place) = lines.iter().position(|line| line.starts_with(&format!("fn {name}("))) else { return false };
    let above = lines.get(..place).unwrap_or_default().iter().rev();
    let attributes: Vec<_> = above.take_while(|line| line.starts_with("#[") || line.starts_with("//")).collect();
    attributes.iter().any(|line| **line == "#[test]") && !attributes.iter().any(|line| line.starts_with("#[ignore"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_is_a_function_that_is_marked_and_not_skipped() {
        let source = "proptest! {\n    /// Why.\n    #[test]\n    fn a_law(x: u8) {}\n}\n\nfn a_helper() {}\n\n#[test]\n#[ignore]\nfn later() {}";
        assert_eq!(
            ["a_law", "a_helper", "later", "a_la"].map(|name| is_test(source, name)),
            [true, false, false, false]
        );
    }

    #[test]
    fn a_test_or_a_path_that_is_gone_is_told_with_its_document() {
        let root = std::env::temp_dir().join(format!("stepwise-documents-{}", std::process::id()));
        for folder in ["engine/tests", "docs", "fuzz"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        fs::write(root.join("engine/tests/cards.rs"), "#[test]\nfn a_code_is_for_ever() {}").unwrap();
        for document in DOCUMENTS {
            fs::write(root.join(document), "`engine/tests/cards.rs::a_code_is_for_ever` and `cargo test`").unwrap();
        }
        let mut broken = vec![];
        check(&root, &mut broken).unwrap();
        assert!(broken.is_empty(), "{broken:?}");
        fs::write(root.join("docs/reliability.md"), "`engine/tests/cards.rs::gone`, `engine/tests/gone.rs::x`")
            .unwrap();
        check(&root, &mut broken).unwrap();
        assert_eq!(broken.len(), 2, "{broken:?}");
        assert!(broken.iter().all(|line| line.starts_with("docs/reliability.md: ")), "{broken:?}");
        fs::remove_dir_all(&root).unwrap();
    }
}
