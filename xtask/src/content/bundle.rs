//! Writes what the app loads: the course list of each language, one file for each lesson and language, and the pictures. Beside them
//! what only coaches load: the scripts of the lessons, and the list of the courses for coaches and managers.

use super::read::{Audience, Content, read};
use super::ui_words::UiWords;
use super::{check, clips, credits, guides, lite, marks, paths, pictures, scripts, staff, walkthrough};
use anyhow::{Context, Result, bail};
use easy_language::Language;
use engine::assemble::{Setting, assemble};
use engine::catalogue::{Catalogue, Course, Entry};
use engine::ids::{LessonId, PictureId};
use engine::lesson::Lesson;
use engine::script::Standing;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A bundle that was written.
pub struct Bundle {
    /// Of every file in it: the name of its folder in `dist/content/`.
    pub digest: String,
    clips: BTreeMap<String, PathBuf>,
    lite: BTreeMap<String, String>,
}

impl Bundle {
    /// Writes the pages that are read without the app into `dist/lite/`.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write_lite(&self, dist: &Path) -> Result<()> {
        for (name, text) in &self.lite {
            let path = dist.join("lite").join(name);
            fs::create_dir_all(path.parent().context("a file without folder")?)?;
            fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
        }
        Ok(())
    }

    /// Copies the recorded clips as they are into `dist/audio/<language>/`. They lie beside the content, not in it: a clip keeps its
    /// address when the words of a lesson change, so that nobody fetches it twice.
    ///
    /// # Errors
    /// When a file cannot be copied.
    pub fn copy_clips(&self, dist: &Path) -> Result<()> {
        for (name, from) in &self.clips {
            let to = dist.join(name);
            fs::create_dir_all(to.parent().context("a file without folder")?)?;
            fs::copy(from, &to).with_context(|| format!("{} cannot be copied", from.display()))?;
        }
        Ok(())
    }
}

/// What a bundle is put together from.
#[derive(Default)]
pub struct Pieces {
    /// Contents by the name below `dist/content/<digest>/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Where the clips lie, by the name below `dist/`.
    pub clips: BTreeMap<String, PathBuf>,
    /// Pages by the name below `dist/lite/`.
    pub lite: BTreeMap<String, String>,
}

/// Bundles `content/` of the project at `root` into `out`, and the walkthroughs for the robots into `walkthroughs`.
///
/// # Errors
/// Whatever `cargo xtask check` would complain about: a broken lesson is never bundled.
pub fn bundle(root: &Path, out: &Path, walkthroughs: &Path) -> Result<Bundle> {
    let content = read(root)?;
    let findings = check::findings(&content);
    if findings.errors() > 0 {
        check::print(&findings);
        bail!("content: {} mistakes. Mend them and run again", findings.errors());
    }
    let mut pieces = Pieces::default();
    let ui_words = UiWords::read(root, &content.codes())?;
    fresh_folder(walkthroughs)?;
    for code in content.codes() {
        clips::listen(&content, &code, &mut pieces)?;
        let files = &mut pieces.files;
        let language = language(&code)?;
        // In the order of their names, see `src/words.rs`.
        let lines = ui_words.of(&code)?.values().map(|text| easy_language::lines(language, text));
        files.insert(format!("words.{code}.json"), serde_json::to_vec(&lines.collect::<Vec<_>>())?);
        let lessons = lessons_in(&content, &code)?;
        let mut list = catalogue(&content, &code, &lessons, |audience| !audience.is_staff());
        let paths = paths::in_language(&content, &code, &list);
        list.start = paths.first().map(|path| path.lessons.clone()).unwrap_or_default();
        files.insert(format!("{}paths.{code}.json", scripts::FOLDER), serde_json::to_vec(&paths)?);
        files.insert(format!("catalogue.{code}.json"), serde_json::to_vec(&list)?);
        let spoken = staff::spoken(&code);
        let of_staff = catalogue(&content, spoken, &lessons_in(&content, spoken)?, Audience::is_staff);
        files.insert(staff::catalogue(&code), serde_json::to_vec(&of_staff)?);
        for lesson in lessons.values() {
            files.insert(format!("lessons/{}.{code}.json", lesson.id), serde_json::to_vec(lesson)?);
            let walk = walkthrough::of(lesson, ui_words.of(&code)?);
            fs::write(walkthroughs.join(format!("{}.{code}.json", lesson.id)), serde_json::to_vec_pretty(&walk)?)?;
        }
        files.extend(scripts::files(&content, &code)?);
        let standing = standing(&content, &code, &lessons);
        files.insert(format!("{}states.{code}.json", scripts::FOLDER), serde_json::to_vec(&standing)?);
        for id in lessons.keys() {
            // A lesson without a script: asking for a file that is not there would be an error on the console.
            files.entry(format!("{}{id}.{code}.json", scripts::FOLDER)).or_insert_with(|| b"{}".to_vec());
        }
        write_lite(&content, &code, ui_words.of(&code)?, &list, &lessons, &mut pieces.lite)?;
    }
    let files = &mut pieces.files;
    let coach_words = UiWords::of_coaches(root, &content.codes())?;
    for code in coach_words.codes() {
        let language = language(code)?;
        let lines = coach_words.of(code)?.values().map(|text| easy_language::lines(language, text));
        files.insert(format!("{}says.{code}.json", scripts::FOLDER), serde_json::to_vec(&lines.collect::<Vec<_>>())?);
        files.extend(guides::files(&content, code)?);
    }
    for id in content.credits.keys() {
        let drawing = pictures::compose(&content.root.join("pictures"), id.as_str())?;
        files.insert(format!("pictures/{id}.svg"), drawing.into_bytes());
    }
    files.insert("register.json".to_owned(), serde_json::to_vec(&content.register)?);
    files.insert("credits.txt".to_owned(), credits::credits(root, &content)?.into_bytes());
    for (id, lesson) in &content.lessons {
        let drawings = pictures::drawings(&content.root.join("pictures"), &lesson.plan)?;
        files.insert(format!("pictures/{id}.json"), serde_json::to_vec(&drawings)?);
    }
    fresh_folder(out)?;
    for (name, bytes) in &*files {
        let path = out.join(name);
        fs::create_dir_all(path.parent().context("a file without folder")?)?;
        fs::write(&path, bytes)?;
    }
    Ok(Bundle { digest: digest(files), clips: pieces.clips, lite: pieces.lite })
}

/// The pages of a language that are read without the app.
fn write_lite(
    content: &Content,
    code: &str,
    words: &BTreeMap<String, String>,
    catalogue: &Catalogue,
    lessons: &BTreeMap<LessonId, Lesson>,
    pages: &mut BTreeMap<String, String>,
) -> Result<()> {
    let language = content.languages.iter().find(|language| language.code == code);
    let direction = language.with_context(|| format!("content/languages.toml: no `{code}`"))?.direction();
    let tongue = lite::Tongue { code, direction, words };
    pages.insert("lite.css".to_owned(), lite::STYLE.to_owned());
    pages.insert(format!("{code}/index.html"), lite::index(&tongue, catalogue)?);
    pages.insert(format!("{code}/coach.html"), lite::states(&tongue, lessons, content)?);
    for lesson in lessons.values() {
        let Some(files) = content.lessons.get(&lesson.id) else { continue };
        let drawings = pictures::drawings(&content.root.join("pictures"), &files.plan)?;
        pages.insert(lite::name(code, &lesson.id), lite::lesson(&tongue, lesson, &drawings)?);
    }
    Ok(())
}

/// Every lesson that has words in the language.
///
/// # Errors
/// The problems of a lesson that does not assemble.
pub fn lessons_in(content: &Content, code: &str) -> Result<BTreeMap<LessonId, Lesson>> {
    let mut lessons = BTreeMap::new();
    let no_alts: BTreeMap<PictureId, String> = BTreeMap::new();
    let language = language(code)?;
    for (id, files) in &content.lessons {
        let (Some(mut words), Some((course, next))) = (files.words.get(code).cloned(), content.place_of(id)) else {
            continue;
        };
        words.change_each(&mut |text| {
            *text = easy_language::soften(language, &easy_language::lines(language, text));
        });
        let alts = content.alts.get(code).unwrap_or(&no_alts);
        let setting = Setting { id, course: &course.id, tint: &course.plan.tint, next, language: code, alts };
        match assemble(setting, &files.plan, &words) {
            Ok(mut lesson) => {
                if let Some(glossary) = content.glossaries.get(code) {
                    marks::mark_terms(&mut lesson, language, glossary);
                }
                lessons.insert(id.clone(), lesson);
            }
            Err(problems) => bail!(
                "content/lessons/{id}: {}",
                problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
            ),
        }
    }
    Ok(lessons)
}

/// The rules of a language.
///
/// # Errors
/// A language without rules.
pub fn language(code: &str) -> Result<Language> {
    Language::from_code(code).with_context(|| format!("easy-language has no table for `{code}`"))
}

/// The courses of those readers in one language.
pub(super) fn catalogue(
    content: &Content,
    code: &str,
    lessons: &BTreeMap<LessonId, Lesson>,
    is_for: impl Fn(Audience) -> bool,
) -> Catalogue {
    let entry = |id: &LessonId| {
        let lesson = lessons.get(id)?;
        let (title, can, picture) = (lesson.title.plain(), lesson.can.plain(), lesson.picture.clone());
        Some(Entry { id: id.clone(), title, can, picture, minutes: lesson.minutes })
    };
    let courses = content.courses.iter().filter(|course| is_for(course.plan.audience)).filter_map(|course| {
        let lessons: Vec<Entry> = course.plan.lessons.iter().filter_map(entry).collect();
        let title = course.titles.get(code).cloned()?;
        let (id, picture, tint) = (course.id.clone(), course.plan.picture.clone(), course.plan.tint.clone());
        (!lessons.is_empty()).then_some(Course { id, title, picture, tint, lessons })
    });
    Catalogue { language: code.to_owned(), courses: courses.collect(), start: vec![] }
}

/// How far each lesson of a language has come, for coaches.
fn standing<'a>(content: &Content, code: &str, lessons: &'a BTreeMap<LessonId, Lesson>) -> BTreeMap<&'a str, Standing> {
    let of = |id: &'a LessonId| {
        let files = content.lessons.get(id)?;
        Some((id.as_str(), Standing { state: files.words.get(code)?.state, safety: files.plan.safety }))
    };
    lessons.keys().filter_map(of).collect()
}

fn digest(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(Sha256::digest(bytes));
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn fresh_folder(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path)?;
    }
    fs::create_dir_all(path).with_context(|| format!("{}: cannot be made", path.display()))
}
