//! Reads every file below `content/` into the engine's types. What cannot be read becomes a complaint with file, place and remedy.

use super::glossary::{self, Glossary};
use super::guides::{self, Guides};
use super::paths::{self, Paths};
use super::{staff, ui_words};
use anyhow::{Context, Result};
use easy_language::Reader;
use engine::ids::{CourseId, LessonId, PictureId};
use engine::plan::{Plan, PlanStep};
use engine::voice::{AllVoices, OwnVoices, Ranking};
use engine::words::Words;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Everything an author wrote, as far as it could be read.
pub struct Content {
    pub root: PathBuf,
    /// In the order of the language list; the first is the fallback.
    pub languages: Vec<LanguageLine>,
    pub courses: Vec<CourseFiles>,
    pub lessons: BTreeMap<LessonId, LessonFiles>,
    pub register: Vec<LessonId>,
    /// Ready-made lists of lessons.
    pub paths: Paths,
    /// What coaches and managers read beside lessons.
    pub guides: Guides,
    /// Alternative texts by language, then picture.
    pub alts: BTreeMap<String, BTreeMap<PictureId, String>>,
    /// Sources of the pictures.
    pub credits: BTreeMap<PictureId, Credit>,
    /// Hard words, short forms and chosen words by language.
    pub glossaries: BTreeMap<String, Glossary>,
    /// Which voice of a device is liked, in any language.
    pub voices: AllVoices,
    /// What could not be read.
    pub complaints: Vec<String>,
}

/// A language of the app.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageLine {
    pub code: String,
    pub name: String,
    /// `rtl` for a language that is written from right to left.
    direction: Option<Direction>,
    /// What `cargo xtask spelling` looks words up in.
    pub dictionary: Option<Dictionary>,
    /// Which voice of a device is liked.
    pub voices: Option<OwnVoices>,
}

/// Where a dictionary comes from. None is a part of what we publish.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dictionary {
    /// A package of npm.
    Npm(String),
    /// A package of Debian and Ubuntu, and the path of its files without their ending.
    Debian { package: String, files: PathBuf },
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Ltr,
    Rtl,
}

impl LanguageLine {
    /// `ltr` or `rtl`, for the attribute `dir`.
    pub fn direction(&self) -> &'static str {
        match self.direction {
            Some(Direction::Rtl) => "rtl",
            Some(Direction::Ltr) | None => "ltr",
        }
    }
}

/// A course: its plan and its titles by language.
pub struct CourseFiles {
    pub id: CourseId,
    pub plan: CoursePlan,
    pub titles: BTreeMap<String, String>,
}

/// `course.toml`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoursePlan {
    #[serde(default, rename = "for")]
    pub audience: Audience,
    pub picture: PictureId,
    pub tint: String,
    pub lessons: Vec<LessonId>,
}

/// Whom a course is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    #[default]
    Worker,
    Coach,
    Manager,
}

impl Audience {
    /// Coaches and managers: their courses stand in a list of their own (`staff.rs`).
    pub fn is_staff(self) -> bool {
        self != Self::Worker
    }

    /// Beside the name of a course.
    pub fn told(self) -> &'static str {
        match self {
            Self::Worker => "",
            Self::Coach => " (for coaches)",
            Self::Manager => " (for managers)",
        }
    }

    /// Whose language its words must be.
    pub fn reader(self) -> Reader {
        if self.is_staff() { Reader::Staff } else { Reader::Worker }
    }
}

/// A lesson: its plan and its words by language.
pub struct LessonFiles {
    pub plan: Plan,
    pub words: BTreeMap<String, Words>,
}

/// Where a picture comes from.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    pub source: String,
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    pub author: Option<String>,
}

#[derive(Deserialize)]
struct LanguageList {
    language: Vec<LanguageLine>,
}
#[derive(Deserialize)]
struct CourseList {
    courses: Vec<CourseId>,
}
#[derive(Deserialize)]
struct Register {
    lessons: Vec<LessonId>,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CourseWords {
    title: String,
}

/// Reads `content/` below the project root.
///
/// # Errors
/// Only where a list is unreadable without which nothing makes sense; all else becomes a complaint.
pub fn read(root: &Path) -> Result<Content> {
    let root = root.join("content");
    let languages = toml_file::<LanguageList>(&root.join("languages.toml"))?.language;
    let list = toml_file::<CourseList>(&root.join("catalogue.toml"))?;
    let register = toml_file::<Register>(&root.join("register.toml"))?.lessons;
    let credits = toml_file(&root.join("pictures/credits.toml"))?;
    let mut content = Content {
        languages,
        register,
        credits,
        courses: vec![],
        lessons: BTreeMap::new(),
        paths: Paths::default(),
        guides: Guides::default(),
        voices: AllVoices::default(),
        alts: BTreeMap::new(),
        glossaries: BTreeMap::new(),
        complaints: vec![],
        root,
    };
    for code in content.codes() {
        let path = content.root.join(format!("pictures/{code}.toml"));
        let alts = content.keep(toml_file(&path)).unwrap_or_default();
        content.alts.insert(code.clone(), alts);
        if let Some(glossary) = content.keep(glossary::read(&content.root, &code)) {
            content.glossaries.insert(code, glossary);
        }
    }
    content.voices = content.keep(toml_file(&content.root.join("voices.toml"))).unwrap_or_default();
    for id in list.courses {
        content.read_course(id);
    }
    content.paths = paths::read(&mut content);
    content.guides = guides::read(&mut content);
    for folder in folders(&content.root.join("lessons"))? {
        content.read_lesson(&folder);
    }
    Ok(content)
}

impl Content {
    /// Language codes in order.
    pub fn codes(&self) -> Vec<String> {
        self.languages.iter().map(|language| language.code.clone()).collect()
    }

    /// The languages that the coach's pages speak.
    pub fn codes_of_coaches(&self) -> Vec<String> {
        ui_words::codes_of_coaches(&self.root.join(".."), &self.codes())
    }

    /// How a voice of a device is chosen for a language.
    pub fn ranking(&self, code: &str) -> Ranking {
        let line = self.languages.iter().find(|language| language.code == code);
        self.voices.ranking(&line.and_then(|line| line.voices.clone()).unwrap_or_default())
    }

    /// The course of a lesson and the lesson after it.
    pub fn place_of(&self, lesson: &LessonId) -> Option<(&CourseFiles, Option<&LessonId>)> {
        self.courses.iter().find_map(|course| {
            let at = course.plan.lessons.iter().position(|id| id == lesson)?;
            Some((course, course.plan.lessons.get(at + 1)))
        })
    }

    /// Whom a lesson is for; one of no course is for workers.
    pub fn audience(&self, lesson: &LessonId) -> Audience {
        self.place_of(lesson).map(|(course, _)| course.plan.audience).unwrap_or_default()
    }

    pub(super) fn keep<T>(&mut self, read: Result<T>) -> Option<T> {
        read.map_err(|error| self.complaints.push(format!("{error:#}"))).ok()
    }

    fn read_course(&mut self, id: CourseId) {
        let folder = self.root.join("courses").join(id.as_str());
        let Some(plan) = self.keep(toml_file::<CoursePlan>(&folder.join("course.toml"))) else { return };
        let mut titles = BTreeMap::new();
        for code in self.codes() {
            let path = folder.join(format!("{code}.toml"));
            if plan.audience.is_staff() && !staff::LANGUAGES.contains(&code.as_str()) && !path.exists() {
                continue;
            }
            if let Some(words) = self.keep(toml_file::<CourseWords>(&path)) {
                titles.insert(code, words.title);
            }
        }
        self.courses.push(CourseFiles { id, plan, titles });
    }

    fn read_lesson(&mut self, folder: &Path) {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(id) = self.keep(LessonId::new(name).with_context(|| format!("{}", folder.display()))) else { return };
        let Some(plan) = self.keep(plan_file(&folder.join("lesson.toml"))) else { return };
        let mut words = BTreeMap::new();
        for code in self.codes() {
            let path = folder.join(format!("{code}.toml"));
            if path.exists()
                && let Some(read) = self.keep(toml_file(&path))
            {
                words.insert(code, read);
            }
        }
        let known = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name == "lesson.toml" || words.keys().any(|code| name == format!("{code}.toml"))
        };
        for path in files(folder).unwrap_or_default().iter().filter(|path| !known(path)) {
            self.complaints.push(format!(
                "{}: nobody reads this file. Remove it, or add its language to content/languages.toml",
                path.display()
            ));
        }
        self.lessons.insert(id, LessonFiles { plan, words });
    }
}

/// Reads a plan card by card, so that a mistake is told with the card it is in.
fn plan_file(path: &Path) -> Result<Plan> {
    let text = fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let mut table: toml::Table = toml::from_str(&text).with_context(|| format!("{}", path.display()))?;
    let steps = match table.remove("steps") {
        Some(toml::Value::Array(steps)) => steps,
        _ => vec![],
    };
    let mut plan: Plan = table.try_into().with_context(|| format!("{}", path.display()))?;
    for (index, step) in steps.into_iter().enumerate() {
        let name = step.get("id").and_then(toml::Value::as_str).map_or(format!("card {}", index + 1), str::to_owned);
        plan.steps.push(step.try_into::<PlanStep>().with_context(|| format!("{}, {name}", path.display()))?);
    }
    Ok(plan)
}

pub(super) fn toml_file<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("{}: cannot be read. Write it", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{}", path.display()))
}

fn folders(path: &Path) -> Result<Vec<PathBuf>> {
    entries(path, Path::is_dir)
}

fn files(path: &Path) -> Result<Vec<PathBuf>> {
    entries(path, Path::is_file)
}

fn entries(path: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    for entry in fs::read_dir(path).with_context(|| format!("{}: cannot be listed", path.display()))? {
        let path = entry?.path();
        if wanted(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
