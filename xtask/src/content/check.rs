//! `cargo xtask check`, the content half: every mistake of every lesson in every language, with file, place and what to do.

use super::read::{Content, LanguageLine, read, toml_file};
use super::{clips, guides, language, lint, paths, pictures, scripts, staff};
use anyhow::{Result, bail};
use engine::assemble::{Setting, assemble};
use engine::ids::PictureId;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What was found.
#[derive(Default)]
pub struct Findings {
    pub(super) errors: Vec<String>,
    pub(super) warnings: Vec<String>,
}

impl Findings {
    /// How many mistakes must be mended.
    pub fn errors(&self) -> usize {
        self.errors.len()
    }

    /// A mistake of a plan is found once for each language, and told once.
    pub(super) fn error(&mut self, text: String) {
        if self.errors.contains(&text) {
            return;
        }
        self.errors.push(text);
    }

    pub(super) fn warning(&mut self, text: String) {
        self.warnings.push(text);
    }
}

/// Checks all content of the project at `root`.
///
/// # Errors
/// With the number of mistakes, after all were printed.
pub fn check(root: &Path) -> Result<()> {
    let content = read(root)?;
    let findings = findings(&content);
    print(&findings);
    if findings.errors() > 0 {
        bail!("content: {} mistakes, each named above with its file and what to do", findings.errors());
    }
    println!(
        "content: {} lessons in {} languages, {} pictures, no mistakes; {} places worth a second look",
        content.lessons.len(),
        content.languages.len(),
        content.credits.len(),
        findings.warnings.len()
    );
    Ok(())
}

/// Prints mistakes, then places worth a look.
pub(super) fn print(findings: &Findings) {
    for warning in &findings.warnings {
        println!("look at  {warning}");
    }
    for error in &findings.errors {
        println!("MISTAKE  {error}");
    }
}

/// Everything that is wrong.
pub(super) fn findings(content: &Content) -> Findings {
    let mut found = Findings::default();
    content.complaints.iter().for_each(|complaint| found.error(complaint.clone()));
    check_lists(content, &mut found);
    check_lessons(content, &mut found);
    check_ui_words(content, &mut found);
    language::check(content, &mut found);
    check_pictures(content, &mut found);
    check_voices(content, &mut found);
    if found.errors.is_empty() {
        clips::check(content, &mut found);
        lint::lint(content, &mut found);
    }
    scripts::check(content, &mut found);
    paths::check(content, &mut found);
    staff::check(content, &mut found);
    guides::check(content, &mut found);
    found
}

fn check_lists(content: &Content, found: &mut Findings) {
    let mut listed = BTreeSet::new();
    for course in &content.courses {
        for lesson in &course.plan.lessons {
            if !listed.insert(lesson) {
                found.error(format!(
                    "content/courses/{}/course.toml: `{lesson}` stands in two places. Keep one",
                    course.id
                ));
            }
            if !content.lessons.contains_key(lesson) {
                found.error(format!(
                    "content/courses/{}/course.toml: there is no lesson `{lesson}`. Write it, or take it out",
                    course.id
                ));
            }
        }
    }
    for lesson in content.lessons.keys() {
        if !listed.contains(lesson) {
            found.error(format!("content/lessons/{lesson}: no course has it. Add it to a course.toml"));
        }
        if !content.register.contains(lesson) {
            found.error(format!("content/register.toml: `{lesson}` is missing. Add it at the end"));
        }
    }
    let mut seen = BTreeSet::new();
    for lesson in content.register.iter().filter(|lesson| !seen.insert(*lesson)) {
        found.error(format!(
            "content/register.toml: `{lesson}` stands twice. Its place must be one for ever: remove the newer line"
        ));
    }
}

fn check_lessons(content: &Content, found: &mut Findings) {
    let nothing = BTreeMap::new();
    for (id, files) in &content.lessons {
        let Some((course, next)) = content.place_of(id) else { continue };
        if files.words.is_empty() {
            found.error(format!(
                "content/lessons/{id}: no words in any language. Write one of {}",
                content.codes().join(", ")
            ));
        }
        for (code, words) in &files.words {
            let alts = content.alts.get(code).unwrap_or(&nothing);
            let setting = Setting { id, course: &course.id, tint: &course.plan.tint, next, language: code, alts };
            if let Err(problems) = assemble(setting, &files.plan, words) {
                problems.iter().for_each(|problem| found.error(format!("content/lessons/{id}/{problem}")));
            }
        }
    }
}

/// Every language has every word of the app itself, with the same gaps.
fn check_ui_words(content: &Content, found: &mut Findings) {
    let folder = content.root.join("../locales");
    let mut all: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for code in content.codes() {
        match toml_file(&folder.join(format!("{code}.toml"))) {
            Ok(words) => drop(all.insert(code, words)),
            Err(error) => found.error(format!("{error:#}")),
        }
    }
    let Some(first) = content.codes().first().and_then(|code| all.get(code)).cloned() else { return };
    for (code, words) in &all {
        for (key, text) in &first {
            match words.get(key) {
                None => found.error(format!("locales/{code}.toml: `{key}` is missing. Write it")),
                Some(other) if gaps(other) != gaps(text) => {
                    found.error(format!("locales/{code}.toml: `{key}` needs the gaps {:?}", gaps(text)));
                }
                Some(_) => {}
            }
        }
        for key in words.keys().filter(|key| !first.contains_key(*key)) {
            found.error(format!("locales/{code}.toml: nobody uses `{key}`. Take it out"));
        }
    }
}

/// Each language knows its regions and best voices.
fn check_voices(content: &Content, found: &mut Findings) {
    for LanguageLine { code, .. } in content.languages.iter().filter(|language| language.voices.is_none()) {
        found.error(format!(
            "content/languages.toml: `{code}` has no [language.voices]. Write its codes, its regions with the nearest first, and the names of its best voices"
        ));
    }
}

pub(super) fn gaps(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

/// Each picture is drawn, credited, told in words and used.
fn check_pictures(content: &Content, found: &mut Findings) {
    let folder = content.root.join("pictures");
    let mut drawn = BTreeSet::new();
    for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(id) = name.strip_suffix(".svg") {
            match PictureId::new(id) {
                Ok(id) => drop(drawn.insert(id)),
                Err(error) => found.error(format!("content/pictures/{name}: {error}")),
            }
        }
    }
    for id in &drawn {
        if !content.credits.contains_key(id) {
            found.error(format!("content/pictures/credits.toml: `{id}` is missing. Say where the picture comes from"));
        }
        if let Err(error) = pictures::compose(&folder, id.as_str()) {
            found.error(format!("{error:#}"));
        }
        for (code, alts) in &content.alts {
            match alts.get(id) {
                None => {
                    found.error(format!("content/pictures/{code}.toml: `{id}` is missing. Say what the picture shows"))
                }
                Some(alt) if alt.chars().count() > 100 => {
                    found.error(format!("content/pictures/{code}.toml: `{id}` is longer than 100 characters. Say only what matters (L23)"));
                }
                Some(_) => {}
            }
        }
    }
    for id in content.credits.keys().filter(|id| !drawn.contains(id)) {
        found.error(format!("content/pictures/credits.toml: there is no picture `{id}`. Take the line out"));
    }
    let used = match pictures::used(content) {
        Ok(used) => used,
        Err(error) => return found.error(format!("{error:#}")),
    };
    for id in used.iter().filter(|id| !drawn.contains(id)) {
        found.error(format!("content/pictures/{id}.svg: is used, but not there. Draw it, or choose another"));
    }
    for id in drawn.iter().filter(|id| !used.contains(id)) {
        found.error(format!("content/pictures/{id}.svg: nobody uses it. Take it out"));
    }
}
