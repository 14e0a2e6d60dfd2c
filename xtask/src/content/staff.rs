//! The courses for coaches and managers. They play in the same player and stay out of everything that a worker's app lists: their list is a
//! file of its own, which only a coach's page asks for.

use super::check::Findings;
use super::read::Content;
use super::scripts;

/// The languages in which these courses are complete. Others may have them.
pub const LANGUAGES: &[&str] = &["nl", "en", "fr", "de"];

/// The language in which a coach of this one gets these courses: the same where they are there, else English, as the coach's pages do where
/// they do not speak a language. The list names its language.
pub fn spoken(code: &str) -> &str {
    if LANGUAGES.contains(&code) { code } else { "en" }
}

/// The published list of these courses in a language, by its name in the content folder; of the same shape as the worker's.
pub fn catalogue(code: &str) -> String {
    format!("{}courses.{code}.json", scripts::FOLDER)
}

/// Each lesson has its words in every language of [`LANGUAGES`], and no script: its coach is the learner.
pub fn check(content: &Content, found: &mut Findings) {
    for (id, files) in content.lessons.iter().filter(|(id, _)| content.audience(id).is_staff()) {
        for code in LANGUAGES.iter().filter(|code| !files.words.contains_key(**code)) {
            found.error(format!("content/lessons/{id}/{code}.toml: is missing. Write it"));
        }
        for code in files.words.iter().filter(|(_, words)| words.coach.is_some()).map(|(code, _)| code) {
            found.error(format!(
                "content/lessons/{id}/{code}.toml: `[coach]` is for lessons of workers. Take it out, since nobody reads it"
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bundle::{catalogue as list, lessons_in};
    use super::super::read::{Audience, read};
    use super::*;
    use engine::catalogue::Catalogue;
    use engine::ids::LessonId;
    use std::path::Path;

    const LESSON: &str = "share-a-lesson";

    fn project() -> Content {
        read(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap()
    }

    fn mistakes(content: &Content) -> Vec<String> {
        let mut found = Findings::default();
        check(content, &mut found);
        found.errors
    }

    #[test]
    fn a_course_for_coaches_is_in_their_list_alone_and_each_lesson_in_one_of_both() {
        let content = project();
        for code in content.codes() {
            let lessons = lessons_in(&content, &code).unwrap();
            let of_workers = list(&content, &code, &lessons, |audience| !audience.is_staff());
            let of_staff = list(&content, &code, &lessons, Audience::is_staff);
            let ids = |list: &Catalogue| list.lessons().map(|(_, entry)| entry.id.to_string()).collect::<Vec<_>>();
            let [of_workers, of_staff] = [ids(&of_workers), ids(&of_staff)];
            assert!(!of_workers.contains(&LESSON.to_owned()), "{code}");
            assert_eq!(of_staff.contains(&LESSON.to_owned()), LANGUAGES.contains(&code.as_str()), "{code}");
            assert!(of_workers.iter().all(|id| !of_staff.contains(id)), "{code}");
            assert_eq!(of_workers.len() + of_staff.len(), lessons.len(), "{code}");
        }
    }

    #[test]
    fn the_list_lies_where_no_worker_looks() {
        assert_eq!(catalogue("nl"), "coach/courses.nl.json");
    }

    #[test]
    fn a_lesson_for_coaches_needs_its_languages_and_no_script() {
        let mut content = project();
        assert_eq!(mistakes(&content), Vec::<String>::new());
        let script = content.lessons[&LessonId::new("fire-alarm").unwrap()].words["nl"].coach.clone();
        assert!(script.is_some());
        let lesson = content.lessons.get_mut(&LessonId::new(LESSON).unwrap()).unwrap();
        lesson.words.remove("de");
        lesson.words.get_mut("nl").unwrap().coach = script;
        let told = mistakes(&content);
        assert_eq!(told.len(), 2);
        assert!(told[0].contains("share-a-lesson/de.toml: is missing"), "{told:?}");
        assert!(told[1].contains("share-a-lesson/nl.toml: `[coach]`"), "{told:?}");
    }
}
