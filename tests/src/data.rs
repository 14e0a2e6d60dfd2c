//! What the tests read as data: where the build is, the ways through the lessons, the app's words, the budgets.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

use crate::languages::LANGUAGES;

/// A path that `cargo xtask test browser` hands over.
pub fn path(variable: &str) -> PathBuf {
    let value = env::var_os(variable);
    value
        .map(PathBuf::from)
        .unwrap_or_else(|| panic!("{variable} is not set: run the tests with `cargo xtask test browser`"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// A file of the project.
pub fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A TOML file of the project.
pub fn toml(name: &str) -> toml::Table {
    toml::from_str(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The app's words in one language.
#[derive(Clone)]
pub struct Words(toml::Table);

impl Words {
    pub fn of(language: &str) -> Self {
        Self(toml(&format!("locales/{language}.toml")))
    }

    /// The words of the coach's pages in one language.
    pub fn of_coach(language: &str) -> Self {
        Self(toml(&format!("locales/coach/{language}.toml")))
    }

    /// The word under a key, as it is read by a person: without soft hyphens.
    pub fn get(&self, key: &str) -> String {
        let word = self.0.get(key).and_then(toml::Value::as_str).unwrap_or_else(|| panic!("no word for {key}"));
        word.replace('\u{ad}', "")
    }
}

/// The ways through a lesson in one language, written by the bundler.
#[derive(Clone, Deserialize)]
pub struct Walkthrough {
    pub lesson: String,
    pub language: String,
    pub straight: Vec<Card>,
    pub erring: Vec<Card>,
}

/// One card and what to press on it, up to the press that leaves it.
#[derive(Clone, Deserialize)]
pub struct Card {
    pub step: String,
    pub kind: String,
    pub heading: String,
    pub presses: Vec<Press>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Press {
    Press { role: String, name: String },
    Write { text: String },
}

impl Walkthrough {
    pub fn card(&self, step: &str) -> &Card {
        self.straight
            .iter()
            .find(|card| card.step == step)
            .unwrap_or_else(|| panic!("{} has no card {step}", self.lesson))
    }

    /// The presses on a card up to its first miss; none where nothing can be missed.
    pub fn first_miss(&self, step: &str) -> Vec<Press> {
        let words = Words::of(&self.language);
        let erring = self.erring.iter().find(|card| card.step == step).unwrap();
        if erring.presses == self.card(step).presses {
            return vec![];
        }
        // On a device, in a document and in a scene the tap itself is the answer.
        if matches!(erring.kind.as_str(), "device" | "find") {
            return erring.presses.iter().take(1).cloned().collect();
        }
        let checks = [words.get("check"), words.get("say")];
        let end =
            erring.presses.iter().position(|press| matches!(press, Press::Press { name, .. } if checks.contains(name)));
        erring.presses.iter().take(end.unwrap() + 1).cloned().collect()
    }

    /// Where the lesson begins, in its language.
    pub fn link(&self) -> String {
        format!("#/lesson/{}?lang={}", self.lesson, self.language)
    }

    /// A card by its address, in its language.
    pub fn link_to(&self, step: &str) -> String {
        format!("#/lesson/{}/{step}?lang={}", self.lesson, self.language)
    }
}

/// Every lesson in every language.
pub fn walkthroughs() -> Vec<Walkthrough> {
    let folder = path("STEPWISE_WALKTHROUGHS");
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("no walkthroughs").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let all: Vec<Walkthrough> = files.iter().map(read).collect();
    assert!(!all.is_empty(), "no walkthroughs in {}", folder.display());
    all
}

/// The few lessons that have every kind of card between them, in one language, of those that are there in all.
pub fn lessons_of_every_kind(language: &str) -> Vec<Walkthrough> {
    let all = walkthroughs();
    let is_everywhere = |walk: &&Walkthrough| {
        LANGUAGES.iter().all(|language| all.iter().any(|one| one.lesson == walk.lesson && one.language == *language))
    };
    let mut left: Vec<Walkthrough> =
        all.iter().filter(|walk| walk.language == language).filter(is_everywhere).cloned().collect();
    let kinds = |walk: &Walkthrough| walk.straight.iter().map(|card| card.kind.clone()).collect::<BTreeSet<_>>();
    let mut missing: BTreeSet<String> = left.iter().flat_map(kinds).collect();
    let mut chosen = vec![];
    while !missing.is_empty() {
        let best = (0..left.len()).max_by_key(|place| kinds(&left[*place]).intersection(&missing).count()).unwrap();
        let walk = left.remove(best);
        missing.retain(|kind| !kinds(&walk).contains(kind));
        chosen.push(walk);
    }
    chosen
}
