//! `cargo xtask new <course>/<lesson>`: the files of a new lesson, ready to be filled in.

use super::read::read;
use super::staff;
use anyhow::{Context, Result, bail};
use engine::ids::{CourseId, LessonId};
use std::fs;
use std::path::Path;

const PLAN: &str = include_str!("new/lesson.toml");
const WORDS: &str = include_str!("new/words.toml");

/// Writes plan and words of a new lesson, lists it in its course and gives it its place in the register.
///
/// # Errors
/// When the name is no `course/lesson`, the course is unknown or the lesson is there already.
pub fn new(root: &Path, name: &str) -> Result<()> {
    let (course, lesson) =
        name.split_once('/').context("name course and lesson: cargo xtask new phone/connect-to-wifi")?;
    let (course, lesson) = (CourseId::new(course)?, LessonId::new(lesson)?);
    let content = read(root)?;
    let Some(known) = content.courses.iter().find(|known| known.id == course) else {
        let known: Vec<&str> = content.courses.iter().map(|known| known.id.as_str()).collect();
        bail!("there is no course `{course}`. Choose one of {}, or add a folder in content/courses/", known.join(", "));
    };
    let folder = root.join("content/lessons").join(lesson.as_str());
    if folder.exists() {
        bail!("content/lessons/{lesson} is there already");
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("lesson.toml"), PLAN)?;
    let for_staff = known.plan.audience.is_staff();
    for code in content.codes().iter().filter(|code| !for_staff || staff::LANGUAGES.contains(&code.as_str())) {
        let words = if for_staff { without_script() } else { WORDS.to_owned() };
        fs::write(folder.join(format!("{code}.toml")), words)?;
    }
    add(&root.join("content/courses").join(course.as_str()).join("course.toml"), lesson.as_str())?;
    if !content.register.contains(&lesson) {
        add(&root.join("content/register.toml"), lesson.as_str())?;
    }
    println!(
        "content/lessons/{lesson}: write the plan, then the words. `cargo xtask check` says what is missing; content/FORMAT.md says how"
    );
    Ok(())
}

/// The words of a lesson for coaches or managers, which has no `[coach]`.
fn without_script() -> String {
    let (head, rest) = WORDS.split_once("# For the coach").unwrap_or((WORDS, ""));
    let lesson = rest.split_once("\n\n").map_or("", |(_, lesson)| lesson);
    format!("{head}{lesson}")
}

/// Adds a lesson at the end of the `lessons` list, leaving all else as it stands.
fn add(path: &Path, lesson: &str) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    let start = text.find("lessons = [").with_context(|| format!("{}: no `lessons = [`", path.display()))?;
    let end = text.get(start..).and_then(|rest| rest.find(']')).map(|end| start + end);
    let end = end.with_context(|| format!("{}: the list `lessons` has no end", path.display()))?;
    let (before, after) = text.split_at(end);
    let many = before.ends_with('\n');
    let added =
        if many { format!("{before}  \"{lesson}\",\n{after}") } else { format!("{before}, \"{lesson}\"{after}") };
    fs::write(path, added)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_is_added_at_the_end_of_its_list() {
        let file = std::env::temp_dir().join(format!("stepwise-new-{}", std::process::id()));
        for (before, after) in [
            ("lessons = [\"a\"]\n", "lessons = [\"a\", \"b\"]\n"),
            ("# x\nlessons = [\n  \"a\",\n]\n", "# x\nlessons = [\n  \"a\",\n  \"b\",\n]\n"),
        ] {
            fs::write(&file, before).unwrap();
            add(&file, "b").unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), after);
        }
        fs::remove_file(&file).unwrap();
    }

    #[test]
    fn the_skeleton_of_a_lesson_is_a_lesson_and_has_a_script_for_the_coach_of_a_worker_alone() {
        assert!(assembled(WORDS).coach.is_some());
        assert!(assembled(&without_script()).coach.is_none());
    }

    fn assembled(text: &str) -> engine::words::Words {
        let plan: engine::plan::Plan = toml::from_str(PLAN).unwrap();
        let words: engine::words::Words = toml::from_str(text).unwrap();
        let (id, course) = (LessonId::new("x").unwrap(), CourseId::new("y").unwrap());
        let alt = |id: &str| (engine::ids::PictureId::new(id).unwrap(), "Alt".to_owned());
        let alts = [alt("mobile-phone"), alt("teacher")].into_iter().collect();
        let setting = engine::assemble::Setting {
            id: &id,
            course: &course,
            tint: "sky",
            next: None,
            language: "en",
            alts: &alts,
        };
        engine::assemble::assemble(setting, &plan, &words).unwrap();
        words
    }
}
