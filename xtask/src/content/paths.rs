//! Ready-made lists of lessons, `content/paths/`: where home begins for whoever is new, and what a coach can take as it is.

use super::check::Findings;
use super::read::{Content, toml_file};
use engine::catalogue::{Catalogue, Path};
use engine::ids::LessonId;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The lists in their order, and their titles by language, then list.
#[derive(Default)]
pub struct Paths {
    lists: Vec<List>,
    titles: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathsFile {
    path: Vec<List>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    id: String,
    lessons: Vec<LessonId>,
}

/// Reads the lists. What cannot be read becomes a complaint.
pub fn read(content: &mut Content) -> Paths {
    let folder = content.root.join("paths");
    let lists = content.keep(toml_file::<PathsFile>(&folder.join("paths.toml")));
    let mut titles = BTreeMap::new();
    for code in content.codes() {
        let of_language = content.keep(toml_file(&folder.join(format!("{code}.toml"))));
        titles.insert(code, of_language.unwrap_or_default());
    }
    Paths { lists: lists.map(|file| file.path).unwrap_or_default(), titles }
}

impl Paths {
    /// Whether there is a list of that name.
    pub fn has(&self, id: &str) -> bool {
        self.lists.iter().any(|list| list.id == id)
    }
}

/// Every list has a title in every language, and no title is left over.
pub fn check(content: &Content, found: &mut Findings) {
    for (code, titles) in &content.paths.titles {
        let lists = &content.paths.lists;
        for list in lists.iter().filter(|list| !titles.contains_key(&list.id)) {
            found.error(format!("content/paths/{code}.toml: `{}` has no title. Write it", list.id));
        }
        for id in titles.keys().filter(|id| !lists.iter().any(|list| list.id == **id)) {
            found.error(format!("content/paths/{code}.toml: there is no list `{id}` in paths.toml. Remove its title"));
        }
    }
}

/// The lists in a language, with the lessons that are there in it. One without a lesson is left out.
pub fn in_language(content: &Content, code: &str, catalogue: &Catalogue) -> Vec<Path> {
    let there = |list: &List| {
        let lessons: Vec<_> = list.lessons.iter().filter(|id| catalogue.lesson(id).is_some()).cloned().collect();
        let title = content.paths.titles.get(code)?.get(&list.id)?.clone();
        (!lessons.is_empty()).then(|| Path { id: list.id.clone(), title, lessons })
    };
    content.paths.lists.iter().filter_map(there).collect()
}

/// The lessons that stand in a list and are not written yet, each once.
pub fn unwritten(content: &Content) -> Vec<&LessonId> {
    let all = content.paths.lists.iter().flat_map(|list| &list.lessons);
    let mut missing: Vec<_> = all.filter(|id| !content.lessons.contains_key(*id)).collect();
    missing.sort();
    missing.dedup();
    missing
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests {
    use super::super::read::read as read_content;
    use super::*;
    use engine::catalogue::{Course, Entry};
    use engine::ids::{CourseId, PictureId};

    fn project() -> Content {
        read_content(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap()
    }

    fn catalogue(id: &str) -> Catalogue {
        let picture = PictureId::new("bell").unwrap();
        let (title, can) = (String::new(), String::new());
        let entry = Entry { id: LessonId::new(id).unwrap(), title, can, picture: picture.clone(), minutes: 3 };
        let id = CourseId::new("phone").unwrap();
        let course = Course { id, title: String::new(), picture, tint: String::new(), lessons: vec![entry] };
        Catalogue { courses: vec![course], ..Catalogue::default() }
    }

    #[test]
    fn a_list_without_a_title_and_a_title_without_a_list_are_told() {
        let mut content = project();
        let titles = content.paths.titles.get_mut("fr").unwrap();
        let title = titles.remove("calm-start").unwrap();
        titles.insert("calm-stop".to_owned(), title);
        let mut found = Findings::default();
        check(&content, &mut found);
        assert_eq!(found.errors.len(), 2, "{:?}", found.errors);
    }

    #[test]
    fn a_list_has_only_lessons_that_are_there_and_is_left_out_without_any() {
        let lists = in_language(&project(), "nl", &catalogue("i-am-sick"));
        let ids: Vec<_> = lists.iter().map(|list| (list.id.as_str(), list.lessons.len())).collect();
        assert_eq!(ids, [("phone-at-work", 1)]);
    }
}
