//! The app without internet: the list of the files of each language, and the worker that keeps them (`start/worker.js`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::catalogue::Catalogue;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::naming;
use crate::project::files_below;
use crate::{budgets, content};

/// Bytes of a digest: enough against accidents, and half as many to send.
const DIGEST: usize = 16;
/// What the page fetches late or never, and what the worker must not hold fast: it is the worker itself, it belongs to another page, or to programs that show
/// a link; or an organisation puts there what it likes.
const NOT_KEPT: [&str; 6] = ["content/", "audio/", "coach/", "custom/", "lite/", "preview.png"];
/// Fixed names that the app needs to start, beside everything that is named after its bytes.
const CORE: [&str; 4] = ["index.html", "fonts/atkinson-latin.woff2", "manifest.webmanifest", "icon.svg"];
/// kB: the weight of a list is that of a good web host's answers, estimated at this quality, which takes a second instead of a minute.
const QUALITY: i32 = 5;

/// Files by path below some folder, with the digest of their bytes.
type Digests = BTreeMap<String, String>;
/// By language, the digest of the list of its files and the kB that these weigh.
pub type Lists = BTreeMap<String, (String, u64)>;

/// Writes `files.<language>.json` for every language into the folder of the lessons: paths with digests, by course, those of no course under "". Gives back for the worker,
/// by language, the digest of the list and the kB that its files weigh.
///
/// # Errors
/// When the bundle is not what it should be.
pub fn lists(root: &Path, content: &Path) -> Result<Lists> {
    let all = files(content)?;
    let sources = files_below(&root.join("src"))?.iter().map(fs::read_to_string).collect::<Result<String, _>>()?;
    let mut lists = BTreeMap::new();
    for name in all.iter().filter_map(|path| path.strip_prefix("catalogue.")?.strip_suffix(".json")) {
        let catalogue: Catalogue = serde_json::from_slice(&fs::read(content.join(format!("catalogue.{name}.json")))?)?;
        let mut courses: BTreeMap<&str, Digests> = BTreeMap::new();
        let mut weight = 0;
        for path in all.iter().filter(|path| is_of(path, name)) {
            let Some(course) = course_of(path, &catalogue, &sources) else { continue };
            let bytes = fs::read(content.join(path))?;
            weight += budgets::brotli_size(&bytes, QUALITY)?;
            courses.entry(course).or_default().insert(path.clone(), digest(&bytes));
        }
        let text = serde_json::to_vec(&courses)?;
        lists.insert(name.to_owned(), (digest(&text), weight.div_ceil(1000) as u64));
        super::write(&content.join(format!("files.{name}.json")), &text)?;
    }
    Ok(lists)
}

/// A file of no language is of every one.
fn is_of(path: &str, language: &str) -> bool {
    let name = path.strip_suffix(".json").unwrap_or_default();
    name.rsplit_once('.').is_none_or(|(_, of)| of == language)
}

/// The course whose lesson needs a file; "" for what is needed everywhere. Nothing for a picture of a lesson that comes with the lesson,
/// nor for what only a coach's page asks for.
fn course_of<'catalogue>(path: &str, catalogue: &'catalogue Catalogue, sources: &str) -> Option<&'catalogue str> {
    if path.starts_with(content::SCRIPTS) {
        return None;
    }
    let name = path.rsplit('/').next()?.split('.').next()?;
    if path.ends_with(".svg") {
        let mut shown = catalogue.courses.iter().flat_map(|course| {
            course.lessons.iter().map(|entry| &entry.picture).chain([&course.picture]).map(|picture| picture.as_str())
        });
        return (shown.any(|picture| picture == name) || sources.contains(&format!("\"{name}\""))).then_some("");
    }
    let of =
        |id: &str| catalogue.lessons().find(|(_, entry)| entry.id.as_str() == id).map(|(course, _)| course.id.as_str());
    if path.contains('/') { of(name) } else { Some("") }
}

/// Writes `sw.js`: `start/worker.js` with everything that it must know of the build in `dist`.
///
/// # Errors
/// When a file cannot be read or written.
pub fn worker(text: &str, dist: &Path, id: &str, content: &str, lists: &Lists) -> Result<String> {
    let build = json!({ "id": id, "files": kept(dist)?, "core": core(dist)?, "content": content, "lists": lists });
    naming::fill("start/worker.js", text, &[("build", &build.to_string())])
}

/// What names the build: all its files but the page and the worker, which name it.
///
/// # Errors
/// When a file cannot be read.
pub fn build_id(dist: &Path, page: &str, lists: &Lists) -> Result<String> {
    let told = json!([kept(dist)?, page, lists]).to_string();
    Ok(naming::fingerprint(&[told.as_bytes()]).chars().take(12).collect())
}

fn kept(dist: &Path) -> Result<Digests> {
    let is_kept = |path: &String| !NOT_KEPT.iter().any(|not| path.starts_with(not));
    let digested = |path: String| Ok((path.clone(), digest(&fs::read(dist.join(&path))?)));
    files(dist)?.into_iter().filter(is_kept).map(digested).collect()
}

fn core(dist: &Path) -> Result<Value> {
    let is_core = |path: &String| CORE.contains(&path.as_str()) || naming::is_hashed(path) && !path.contains('/');
    Ok(files(dist)?.into_iter().filter(is_core).collect())
}

fn digest(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes).get(..DIGEST).unwrap_or_default())
}

/// The files below a folder, by their paths in it, in order.
fn files(folder: &Path) -> Result<Vec<String>> {
    let named = |path: PathBuf| Ok(path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/"));
    files_below(folder)?.into_iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_the_first_half_of_the_published_sha_256() {
        // Of "abc": ba7816bf 8f01cfea 414140de 5dae2223 …
        assert_eq!(digest(b"abc"), "ungWv48Bz-pBQUDeXa4iIw");
    }

    #[test]
    fn a_file_belongs_to_its_language_and_one_without_to_all() {
        assert!(is_of("lessons/i-am-sick.nl.json", "nl"));
        assert!(!is_of("lessons/i-am-sick.nl.json", "fr"));
        assert!(is_of("pictures/i-am-sick.json", "fr") && is_of("pictures/bell.svg", "fr"));
    }

    #[test]
    fn the_list_of_a_language_has_its_lessons_and_nothing_of_the_coach() {
        let content = std::env::temp_dir().join(format!("stepwise-offline-{}", std::process::id()));
        fs::create_dir_all(content.join("lessons")).unwrap();
        fs::create_dir_all(content.join("coach")).unwrap();
        let catalogue = r#"{"language":"nl","courses":[{"id":"workday","title":"","picture":"clock","tint":"","lessons":[
            {"id":"i-am-sick","title":"","can":"","picture":"bed","minutes":3}]}]}"#;
        fs::write(content.join("catalogue.nl.json"), catalogue).unwrap();
        fs::write(content.join("lessons/i-am-sick.nl.json"), "{}").unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let list = || {
            let lists = lists(root, &content).unwrap();
            (lists, fs::read_to_string(content.join("files.nl.json")).unwrap())
        };
        let without = list();
        fs::write(content.join("coach/i-am-sick.nl.json"), "{}").unwrap();
        // A lesson for coaches: it is in the coach's list alone.
        let of_coach = catalogue.replace("i-am-sick", "share-a-lesson");
        fs::write(content.join("coach/catalogue.nl.json"), of_coach).unwrap();
        fs::write(content.join("lessons/share-a-lesson.nl.json"), "{}").unwrap();
        fs::remove_file(content.join("files.nl.json")).unwrap();
        let with = list();
        fs::remove_dir_all(&content).unwrap();
        assert!(with.1.contains("lessons/i-am-sick.nl.json"));
        assert_eq!(with, without);
    }

    #[test]
    fn lessons_belong_to_their_course_and_pictures_to_all_or_come_with_their_lesson() {
        let catalogue: Catalogue = serde_json::from_str(
            r#"{"language":"nl","courses":[{"id":"workday","title":"","picture":"clock","tint":"","lessons":[
                {"id":"i-am-sick","title":"","can":"","picture":"bed","minutes":3}]}]}"#,
        )
        .unwrap();
        let of = |path: &str| course_of(path, &catalogue, "calm(\"star\")");
        assert_eq!(of("lessons/i-am-sick.nl.json"), Some("workday"));
        assert_eq!(of("pictures/i-am-sick.json"), Some("workday"));
        assert_eq!(of("words.nl.json"), Some(""));
        assert_eq!(
            [of("pictures/bed.svg"), of("pictures/star.svg"), of("pictures/bus.svg")],
            [Some(""), Some(""), None]
        );
        assert_eq!(of("lessons/retired.nl.json"), None);
        assert_eq!([of("coach/i-am-sick.nl.json"), of("coach/catalogue.nl.json")], [None, None]);
    }
}
