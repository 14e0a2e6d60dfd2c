//! Builds with many lessons that nobody wrote. What grows with their number is made: the catalogue, the register, and the list of files that the worker keeps; the
//! lessons themselves are files of their own, which a start does not ask for.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tests::data;
use tests::releases::digest;
use tests::server::{Site, copy};

use crate::candidates::{Candidate, stepwise};

/// How many lessons.
pub const SIZES: [usize; 3] = [80, 1_000, 10_000];
/// In a course, as in the largest of ours.
const COURSE: usize = 10;

/// A build with so many lessons in English, ours among them.
pub fn build_of(lessons: usize) -> Candidate {
    let folder = data::path("STEPWISE_BENCH").join(format!("lessons-{lessons}"));
    copy(&data::path("STEPWISE_DIST"), &folder);
    let site = Site::of_folder(&folder);
    let mut words = Words::of(&site);
    let mut catalogue = read(&site.file("catalogue.en.json"));
    let mut register = read(&site.file("register.json"));
    let list = site.file("files.en.json");
    let before = fs::read(&list).unwrap();
    let mut files = read(&list);

    let ours = register.as_array().unwrap().len();
    for first in (ours..lessons).step_by(COURSE) {
        let course = format!("made-up-{first}");
        let ids: Vec<String> = (first..lessons.min(first + COURSE))
            .map(|at| format!("{}-{at}", words.some(2).replace(' ', "-")))
            .collect();
        let entries: Vec<Value> = ids
            .iter()
            .map(|id| json!({ "id": id, "title": words.some(4), "can": format!("I can {}.", words.some(6)), "picture": "bell", "minutes": 4 }))
            .collect();
        let title = words.some(2);
        push(
            &mut catalogue["courses"],
            json!({ "id": course, "title": title, "picture": "bell", "tint": "sky", "lessons": entries }),
        );
        for id in &ids {
            push(&mut register, json!(id));
            for name in [format!("lessons/{id}.en.json"), format!("pictures/{id}.json")] {
                files[&course][&name] = digest(name.as_bytes()).into();
            }
        }
    }
    let everywhere = files[""].as_object_mut().unwrap();
    for (name, value) in [("catalogue.en.json", &catalogue), ("register.json", &register)] {
        let bytes = serde_json::to_vec(value).unwrap();
        fs::write(site.file(name), &bytes).unwrap();
        everywhere.insert(name.to_owned(), digest(&bytes).into());
    }
    let after = serde_json::to_vec(&files).unwrap();
    fs::write(&list, &after).unwrap();
    let worker = fs::read_to_string(site.file("sw.js")).unwrap();
    let changed = worker.replace(&digest(&before), &digest(&after));
    assert_ne!(worker, changed, "the worker does not know the list of files");
    site.put("sw.js", &changed);
    stepwise(&format!("{lessons} lessons"), &folder)
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn push(list: &mut Value, value: Value) {
    list.as_array_mut().unwrap().push(value);
}

/// Words of the app, drawn the same each time.
struct Words {
    all: Vec<String>,
    state: u64,
}

impl Words {
    fn of(site: &Site) -> Self {
        let texts = read(&site.file("words.en.json")).to_string().to_lowercase();
        let mut all: Vec<String> = texts
            .split(|letter: char| !letter.is_ascii_alphabetic())
            .filter(|word| word.len() > 2)
            .map(str::to_owned)
            .collect();
        all.sort_unstable();
        all.dedup();
        Self { all, state: 1 }
    }

    fn some(&mut self, count: usize) -> String {
        let one = |state: &mut u64| {
            // Knuth's generator for MMIX: the upper bits are even enough for words.
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            self.all[(*state >> 33) as usize % self.all.len()].as_str()
        };
        (0..count).map(|_| one(&mut self.state)).collect::<Vec<_>>().join(" ")
    }
}
