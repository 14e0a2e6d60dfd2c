//! `cargo xtask status`: which lesson is there in which language, in what state, what it weighs, and what all of them cover.

use super::bundle::lessons_in;
use super::coverage;
use super::language::open_sentences;
use super::paths;
use super::read::read;
use anyhow::Result;
use engine::ids::LessonId;
use std::path::Path;

/// Prints the tables.
///
/// # Errors
/// When the content cannot be read.
pub fn status(root: &Path) -> Result<()> {
    let content = read(root)?;
    let codes = content.codes();
    let names = content.languages.iter().map(|language| format!("{:>20}", language.name));
    println!("{:28} {}", "lesson", names.collect::<String>());
    let mut by_language = vec![];
    for code in &codes {
        by_language.push(lessons_in(&content, code)?);
    }
    for course in &content.courses {
        println!("{}{}", course.id, course.plan.audience.told());
        for id in &course.plan.lessons {
            let cell = |lessons: &std::collections::BTreeMap<_, engine::lesson::Lesson>| {
                let cell = lessons.get(id).map(|lesson| {
                    let bytes = serde_json::to_vec(lesson)
                        .map_or(0, |json| crate::budgets::brotli_size(&json, crate::budgets::BEST).unwrap_or(0));
                    format!("{:?} {:.1} kB", lesson.state, bytes as f64 / 1000.0)
                });
                format!("{:>20}", cell.unwrap_or_else(|| "–".to_owned()))
            };
            println!("  {:26} {}", id.as_str(), by_language.iter().map(cell).collect::<String>());
        }
    }
    println!("\n{}", coverage::tables(&content));
    for code in &codes {
        let of_workers = || content.lessons.keys().filter(|id| !content.audience(id).is_staff());
        let has_none = |id: &&LessonId| {
            content.lessons.get(*id).and_then(|lesson| lesson.words.get(code)?.coach.as_ref()).is_none()
        };
        let none: Vec<&str> = of_workers().filter(has_none).map(LessonId::as_str).collect();
        let all = of_workers().count();
        let there = all - none.len();
        let missing =
            if there == 0 || none.is_empty() { String::new() } else { format!(", none for {}", none.join(", ")) };
        println!("coach scripts {code}: {there} of {all}{missing}");
    }
    let unwritten: Vec<&str> = paths::unwritten(&content).into_iter().map(LessonId::as_str).collect();
    println!("in content/paths/ and not written yet: {}", unwritten.join(", "));
    for code in codes.iter().skip(1) {
        let (new, stale) = open_sentences(&content, root, code)?;
        println!("{code}: {new} sentences new, {stale} stale; `cargo xtask language {code}` shows them");
    }
    println!(
        "\nStates: machine, translated, written (by a named native writer), tested (with readers). kB after brotli."
    );
    Ok(())
}
