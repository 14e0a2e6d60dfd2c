//! Byte budgets: how heavy each part of `dist/` may be, from `budgets.toml`. A byte is somebody's data plan.

use std::collections::BTreeMap;
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
    js: f64,
    css: f64,
    worker: f64,
    course_words: f64,
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
    let is_at_the_root = |path: &PathBuf| path.parent() == Some(dist);
    let site: Vec<PathBuf> = files_below(dist)?.into_iter().filter(is_at_the_root).collect();
    let is_late = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("late-"));
    let together = |part: &str, limit: f64, counts: &dyn Fn(&Path) -> bool| -> Result<Weight> {
        let mut bytes = 0;
        for path in site.iter().filter(|path| counts(path)) {
            bytes += compressed(path)?;
        }
        Ok(Weight { part: part.to_owned(), bytes, limit })
    };
    let mut weights = vec![
        together("wasm", budgets.wasm, &|path| ends_with(path, "wasm") && !is_late(path))?,
        together("wasm that comes late", budgets.late_wasm, &|path| ends_with(path, "wasm") && is_late(path))?,
        together("js", budgets.js, &|path| ends_with(path, "js") && !path.ends_with(WORKER))?,
        together("css", budgets.css, &|path| ends_with(path, "css"))?,
        together(WORKER, budgets.worker, &|path| path.ends_with(WORKER))?,
    ];
    weights.push(heaviest_course(&dist.join("content"), budgets.course_words)?);
    Ok(weights)
}

/// A lesson of the bundle, as far as it must be known to weigh it.
#[derive(Deserialize)]
struct LessonFile {
    course: String,
    language: String,
}

/// The heaviest course in one language: all its lessons together. When it is light enough, all are.
fn heaviest_course(content: &Path, limit: f64) -> Result<Weight> {
    let mut courses: BTreeMap<String, usize> = BTreeMap::new();
    for path in files_below(content)?.iter().filter(|path| ends_with(path, "json")) {
        let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        // Lists of lessons have neither a course nor a language of one; what is a lesson has both.
        if let Ok(lesson) = serde_json::from_slice::<LessonFile>(&bytes) {
            *courses.entry(format!("{} in {}", lesson.course, lesson.language)).or_default() += compressed(path)?;
        }
    }
    let (course, bytes) = courses.into_iter().max_by_key(|(_, bytes)| *bytes).context(
        "dist/content holds no lesson, so no words were weighed. Build again; see LessonFile in xtask/src/budgets.rs",
    )?;
    Ok(Weight { part: format!("course-words, heaviest: {course}"), bytes, limit })
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
        assert!(verdict(&[weight("wasm", 160_000, 160.0), weight("js", 0, 10.0)]).is_ok());
    }

    #[test]
    fn one_byte_too_many_names_the_part_and_both_numbers() {
        let message = verdict(&[weight("wasm", 1, 160.0), weight("css", 12_060, 12.0)]).unwrap_err().to_string();
        assert!(message.contains("css weighs 12.1 kB and may weigh 12.0 kB"), "{message}");
        assert!(!message.contains("wasm"), "{message}");
    }

    #[test]
    fn the_words_of_a_course_are_weighed_together() {
        let content = std::env::temp_dir().join(format!("stepwise-budgets-{}", std::process::id()));
        fs::create_dir_all(content.join("a/lessons")).unwrap();
        for (name, course) in [("one", "safe"), ("two", "safe"), ("three", "scan")] {
            let text = format!(r#"{{"id":"{name}","course":"{course}","language":"nl"}}"#);
            fs::write(content.join("a/lessons").join(format!("{name}.nl.json")), text).unwrap();
        }
        fs::write(content.join("a/catalogue.nl.json"), r#"{"language":"nl","courses":[]}"#).unwrap();
        let weight = heaviest_course(&content, 12.0).unwrap();
        let alone = compressed(&content.join("a/lessons/three.nl.json")).unwrap();
        fs::remove_dir_all(&content).unwrap();
        assert_eq!(weight.part, "course-words, heaviest: safe in nl");
        assert!(weight.bytes > alone, "{} {alone}", weight.bytes);
    }

    #[test]
    fn a_build_without_lessons_is_not_light_but_wrong() {
        assert!(heaviest_course(Path::new(env!("CARGO_MANIFEST_DIR")), 12.0).is_err());
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
