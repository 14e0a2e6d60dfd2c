//! Byte budgets: how heavy each part of `dist/` may be, from `budgets.toml`. A byte is somebody's data plan.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use serde::Deserialize;

use crate::project::{Project, files_below};

/// The service worker.
const WORKER: &str = "sw.js";
/// Brotli at its best, as a good web host keeps files ready.
pub const BEST: i32 = 11;

/// `budgets.toml`. All numbers are kB of 1000 bytes after brotli (quality 11, window 22).
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Budgets {
    wasm: f64,
    late_wasm: f64,
    page: f64,
    worker: f64,
    coach_wasm: f64,
    coach_js: f64,
    coach_page: f64,
    lesson_words: f64,
    /// Measured in a real browser by the tests; here only so that every number is in one file.
    #[serde(rename = "first-question")]
    _first_question: FirstQuestion,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstQuestion {
    #[serde(rename = "kB")]
    _kilobytes: f64,
    #[serde(rename = "requests")]
    _requests: u32,
}

/// One line of the table.
#[derive(Debug, PartialEq)]
struct Weight {
    part: String,
    bytes: usize,
    /// kB
    limit: f64,
}

impl Weight {
    fn is_over(&self) -> bool {
        self.kilobytes() > self.limit
    }

    fn kilobytes(&self) -> f64 {
        kilobytes(self.bytes)
    }
}

/// Weighs the release build in `dist/`, prints the table, and compares it with `budgets.toml`.
///
/// # Errors
/// When there is no build, or a part is too heavy; the message names the part.
pub fn check(project: &Project) -> Result<()> {
    let file = project.root().join("budgets.toml");
    let text = fs::read_to_string(&file).context("budgets.toml cannot be read")?;
    let budgets: Budgets = toml::from_str(&text).context("budgets.toml has a mistake")?;
    let weights = weigh(&project.dist(), &budgets)?;

    println!("{:44} {:>9} {:>9}   (kB after brotli)", "part of dist/", "weighs", "may");
    for weight in &weights {
        println!("{:44} {:>9.1} {:>9.1}", weight.part, weight.kilobytes(), weight.limit);
    }
    verdict(&weights)
}

fn verdict(weights: &[Weight]) -> Result<()> {
    let heavy: Vec<String> = weights
        .iter()
        .filter(|weight| weight.is_over())
        .map(|weight| {
            format!("{} weighs {:.1} kB and may weigh {:.1} kB", weight.part, weight.kilobytes(), weight.limit)
        })
        .collect();
    if !heavy.is_empty() {
        bail!("over budget: {}. Make it lighter; budgets.toml holds the limits", heavy.join("; "));
    }
    Ok(())
}

fn weigh(dist: &Path, budgets: &Budgets) -> Result<Vec<Weight>> {
    if !dist.join("index.html").is_file() {
        bail!("dist/ holds no build to weigh. Run `cargo xtask build` first");
    }
    let coach = dist.join("coach");
    let is_a_part = |path: &PathBuf| path.parent() == Some(dist) || path.parent() == Some(&coach);
    let (coaches, site): (Vec<PathBuf>, Vec<PathBuf>) =
        files_below(dist)?.into_iter().filter(is_a_part).partition(|path| path.starts_with(&coach));
    let is_late = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("late-"));
    let of = |files: &[PathBuf], part: &str, limit: f64, counts: &dyn Fn(&Path) -> bool| -> Result<Weight> {
        let mut bytes = 0;
        for path in files.iter().filter(|path| counts(path)) {
            bytes += compressed(path)?;
        }
        Ok(Weight { part: part.to_owned(), bytes, limit })
    };
    let together = |part: &str, limit: f64, counts: &dyn Fn(&Path) -> bool| of(&site, part, limit, counts);
    let mut weights = vec![
        together("wasm", budgets.wasm, &|path| ends_with(path, "wasm") && !is_late(path))?,
        together("wasm that comes late", budgets.late_wasm, &|path| ends_with(path, "wasm") && is_late(path))?,
        together("page", budgets.page, &|path| path == dist.join("index.html"))?,
        together(WORKER, budgets.worker, &|path| path.ends_with(WORKER))?,
        of(&coaches, "coach/, wasm", budgets.coach_wasm, &|path| ends_with(path, "wasm"))?,
        of(&coaches, "coach/, js", budgets.coach_js, &|path| ends_with(path, "js"))?,
        of(&coaches, "coach/, page", budgets.coach_page, &|path| ends_with(path, "html"))?,
    ];
    weights.push(heaviest_lesson(&dist.join("content"), budgets.lesson_words)?);
    Ok(weights)
}

/// A lesson of the bundle, as far as it must be known to weigh it.
#[derive(Deserialize)]
struct LessonFile {
    id: String,
    language: String,
    #[serde(rename = "steps")]
    _steps: serde::de::IgnoredAny,
}

/// The heaviest lesson in one language. When it is light enough, all are.
fn heaviest_lesson(content: &Path, limit: f64) -> Result<Weight> {
    let mut heaviest = None;
    for path in files_below(content)?.iter().filter(|path| ends_with(path, "json")) {
        let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        // Lists of lessons have no steps; what is a lesson has.
        if let Ok(lesson) = serde_json::from_slice::<LessonFile>(&bytes) {
            heaviest = heaviest.max(Some((compressed(path)?, format!("{} in {}", lesson.id, lesson.language))));
        }
    }
    let (bytes, lesson) = heaviest.context(
        "dist/content holds no lesson, so no words were weighed. Build again; see LessonFile in xtask/src/budgets.rs",
    )?;
    Ok(Weight { part: format!("lesson-words, heaviest: {lesson}"), bytes, limit })
}

fn ends_with(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|known| known == ending)
}

/// The bytes of a file as a good web host sends it.
fn compressed(path: &Path) -> Result<usize> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    brotli_size(&bytes, BEST).with_context(|| format!("{} cannot be compressed", path.display()))
}

/// How many bytes are left after brotli of a quality, 11 being the best.
///
/// # Errors
/// When memory runs out.
pub fn brotli_size(bytes: &[u8], quality: i32) -> Result<usize> {
    let settings = BrotliEncoderParams { quality, lgwin: 22, ..BrotliEncoderParams::default() };
    Ok(brotli::BrotliCompress(&mut &*bytes, &mut std::io::sink(), &settings)?)
}

fn kilobytes(bytes: usize) -> f64 {
    // A file of 2^52 bytes will not come.
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(part: &str, bytes: usize, limit: f64) -> Weight {
        Weight { part: part.to_owned(), bytes, limit }
    }

    #[test]
    fn the_limit_itself_is_still_light_enough() {
        assert!(verdict(&[weight("wasm", 160_000, 160.0), weight("page", 0, 10.0)]).is_ok());
    }

    #[test]
    fn one_byte_too_many_names_the_part_and_both_numbers() {
        let message = verdict(&[weight("wasm", 1, 160.0), weight("page", 12_060, 12.0)]).unwrap_err().to_string();
        assert!(message.contains("page weighs 12.1 kB and may weigh 12.0 kB"), "{message}");
        assert!(!message.contains("wasm"), "{message}");
    }

    #[test]
    fn the_heaviest_lesson_is_weighed() {
        let content = std::env::temp_dir().join(format!("stepwise-budgets-{}", std::process::id()));
        fs::create_dir_all(content.join("a/lessons")).unwrap();
        for (name, steps) in [("one", ""), ("two", r#""scan","stop""#), ("three", r#""scan""#)] {
            let text = format!(r#"{{"id":"{name}","language":"nl","steps":[{steps}]}}"#);
            fs::write(content.join("a/lessons").join(format!("{name}.nl.json")), text).unwrap();
        }
        fs::write(content.join("a/catalogue.nl.json"), r#"{"id":"all","language":"nl","courses":[1,2,3,4,5,6,7,8,9]}"#)
            .unwrap();
        let weight = heaviest_lesson(&content, 4.0).unwrap();
        fs::remove_dir_all(&content).unwrap();
        assert_eq!(weight.part, "lesson-words, heaviest: two in nl");
    }

    #[test]
    fn a_build_without_lessons_is_not_light_but_wrong() {
        assert!(heaviest_lesson(Path::new(env!("CARGO_MANIFEST_DIR")), 4.0).is_err());
    }

    #[test]
    fn the_project_has_a_number_for_every_part() {
        let text = include_str!("../../budgets.toml");
        assert!(toml::from_str::<Budgets>(text).is_ok());
    }

    #[test]
    fn a_misspelt_part_is_an_error() {
        let text = include_str!("../../budgets.toml").replace("wasm", "wsam");
        assert!(toml::from_str::<Budgets>(&text).is_err());
    }
}
