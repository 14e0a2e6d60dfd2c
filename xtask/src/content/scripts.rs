//! The coach scripts of lessons: that they are there and complete, and the files that only a coach's page asks for.

use super::bundle::language;
use super::check::Findings;
use super::read::{Content, LessonFiles};
use anyhow::Result;
use easy_language::{Kind, Screen, Text};
use engine::script::Script;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The folder of the published scripts. No worker fetches or keeps anything of it: `build/offline.rs`.
pub const FOLDER: &str = "coach/";

/// How many lines each list of a script has, so that the sheet is one page.
const LINES: [(&str, RangeInclusive<usize>); 3] = [("say", 2..=3), ("watch", 2..=3), ("checklist", 3..=5)];

/// Every lesson for workers has its script in each language that the coach's pages speak, and each script is complete.
pub fn check(content: &Content, found: &mut Findings) {
    let spoken = content.codes_of_coaches();
    for (id, files) in content.lessons.iter().filter(|(id, _)| !content.audience(id).is_staff()) {
        for (code, words) in &files.words {
            let file = format!("content/lessons/{id}/{code}.toml");
            match &words.coach {
                Some(script) => complete(script).into_iter().for_each(|what| found.error(format!("{file}, {what}"))),
                None if spoken.contains(code) => {
                    found.error(format!("{file}: `[coach]` is missing. Write what the coach says and looks at"));
                }
                None => {}
            }
        }
    }
}

/// What a script lacks.
fn complete(script: &Script) -> Vec<String> {
    let mut lacks = vec![];
    for ((key, wanted), lines) in LINES.iter().zip([&script.say, &script.watch, &script.checklist]) {
        if !wanted.contains(&lines.len()) {
            let (least, most) = (wanted.start(), wanted.end());
            lacks.push(format!("coach.{key}: {} lines. Write {least} to {most}", lines.len()));
        }
    }
    let empty = script.lines().into_iter().filter(|(_, text)| text.trim().is_empty());
    lacks.extend(empty.map(|(key, _)| format!("coach.{key}: is empty. Write it")));
    lacks
}

/// Every line of the script of a lesson in one language, with its key in the words file; none without a script.
pub fn lines(files: &LessonFiles, code: &str) -> Vec<(String, String)> {
    let script = files.words.get(code).and_then(|words| words.coach.as_ref());
    let lines = script.map(Script::lines).unwrap_or_default();
    lines.into_iter().map(|(key, text)| (key, text.to_owned())).collect()
}

/// A script as the lint wants it. Scripts of lessons about signs may name colours, as these lessons do.
pub fn screen<'a>(files: &LessonFiles, lines: &'a [(String, String)]) -> Screen<'a> {
    let texts = lines.iter().map(|(key, text)| Text { key, kind: Kind::Hint, text });
    Screen { step: "coach", texts: texts.collect(), signs: files.plan.signs, ..Screen::default() }
}

/// The published files of a language, by their name in the content folder.
///
/// # Errors
/// A language without rules.
pub fn files(content: &Content, code: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let language = language(code)?;
    let mut files = BTreeMap::new();
    for (id, lesson) in &content.lessons {
        let Some(mut script) = lesson.words.get(code).and_then(|words| words.coach.clone()) else { continue };
        script.change_each(&mut |text| *text = easy_language::soften(language, text));
        files.insert(format!("{FOLDER}{id}.{code}.json"), serde_json::to_vec(&script)?);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::super::bundle::lessons_in;
    use super::super::read::read;
    use super::*;
    use engine::ids::LessonId;
    use std::path::Path;

    fn project() -> Content {
        read(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap()
    }

    #[test]
    fn a_lesson_without_a_script_is_told_in_each_language_that_coaches_read() {
        let mut content = project();
        let take = |content: &mut Content, code: &str| {
            let lesson = content.lessons.get_mut(&LessonId::new("fire-alarm").unwrap()).unwrap();
            lesson.words.get_mut(code).unwrap().coach = None;
            let mut found = Findings::default();
            check(content, &mut found);
            found.errors.len()
        };
        assert_eq!(take(&mut content, "uk"), 1);
        assert_eq!(take(&mut content, "nl"), 2);
    }

    #[test]
    fn a_script_is_published_beside_the_lesson_and_never_in_it() {
        let content = project();
        let files = files(&content, "nl").unwrap();
        let lessons = lessons_in(&content, "nl").unwrap();
        let of_workers = || lessons.iter().filter(|(id, _)| !content.audience(id).is_staff());
        assert_eq!(files.len(), of_workers().count());
        for (id, lesson) in of_workers() {
            let script: Script = serde_json::from_slice(&files[&format!("coach/{id}.nl.json")]).unwrap();
            let lesson = serde_json::to_string(lesson).unwrap();
            assert!(script.lines().iter().all(|(_, line)| !lesson.contains(line)), "{id}");
        }
    }

    #[test]
    fn a_script_with_too_few_lines_or_an_empty_one_is_told() {
        let two = || vec!["Kijk.".to_owned(); 2];
        let whole = Script {
            goal: "Kijk.".to_owned(),
            say: two(),
            watch: two(),
            checklist: vec!["Kijk.".to_owned(); 3],
            transfer: "Kijk.".to_owned(),
        };
        assert_eq!(complete(&whole), Vec::<String>::new());
        let broken = Script { goal: " ".to_owned(), watch: vec![], checklist: two(), ..whole };
        let told = [
            "coach.watch: 0 lines. Write 2 to 3",
            "coach.checklist: 2 lines. Write 3 to 5",
            "coach.goal: is empty. Write it",
        ];
        assert_eq!(complete(&broken), told);
    }
}
