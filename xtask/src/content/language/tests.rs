//! The whole way of a translator in a small project of its own: one lesson in English, in a repository.

use super::{language, open_sentences, wanted};
use crate::content::check::Findings;
use crate::content::read::read;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const WORDS: &str = include_str!("../new/words.toml");
const PLAN: &str = include_str!("../new/lesson.toml");
/// A name that needs a gap, one that is plain.
const APP: &str = "# The bars\nback = \"Back\" # short\nstep_of = \"Step {step} of {steps}\"\n";

struct SmallProject {
    root: PathBuf,
}

impl SmallProject {
    /// English, and Italian that is not begun.
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("stepwise-language-{}-{name}", std::process::id()));
        let project = Self { root };
        let line = |code: &str| format!("[[language]]\ncode = \"{code}\"\nname = \"{code}\"\n");
        project.write("content/languages.toml", &(line("en") + &line("it")));
        project.write("content/catalogue.toml", "courses = [\"phone\"]\n");
        project.write("content/register.toml", "lessons = [\"call\"]\n");
        project.write("content/voices.toml", "better = []\nnever = []\n");
        project.write("content/pictures/credits.toml", "mobile-phone = { source = \"own\" }\n");
        project.write(
            "content/pictures/mobile-phone.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>",
        );
        project.write(
            "content/pictures/teacher.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>",
        );
        project.write("content/pictures/en.toml", "mobile-phone = \"Phone\"\nteacher = \"Coach\"\n");
        project.write("content/paths/paths.toml", "path = []\n");
        project.write("content/paths/en.toml", "");
        project.write("content/glossary/terms.toml", "badge = \"mobile-phone\"\n");
        project.write(
            "content/glossary/en.toml",
            "[terms.badge]\nwords = [\"badge\"]\nsays = [\"A card.\", \"It opens doors.\"]\n",
        );
        let course = "picture = \"mobile-phone\"\ntint = \"sky\"\nlessons = [\"call\"]\n";
        project.write("content/courses/phone/course.toml", course);
        project.write("content/courses/phone/en.toml", "title = \"Phone\"\n");
        project.write("content/lessons/call/lesson.toml", PLAN);
        project.write("content/lessons/call/en.toml", WORDS);
        project.write("locales/en.toml", APP);
        project
    }

    /// With Italian that is done: every sentence is the English one.
    fn translated(name: &str) -> Self {
        let project = Self::new(name);
        project.language(&["call"]).unwrap();
        let table = project.table();
        let mut rows: Vec<Vec<String>> = table.into_iter().map(|row| row.into_iter().collect()).collect();
        rows.iter_mut().skip(1).for_each(|row| row[4] = row[3].clone());
        project.import(&rows).unwrap();
        project.git(&["init", "--quiet"]);
        project.commit();
        project
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.root.join(name)).unwrap()
    }

    fn git(&self, words: &[&str]) {
        let who = ["-c", "user.name=test", "-c", "user.email=test@test.example", "-c", "commit.gpgsign=false"];
        let done = Command::new("git").current_dir(&self.root).args(who).args(words).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    fn commit(&self) {
        self.git(&["add", "content", "locales"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", "x"]);
    }

    fn language(&self, words: &[&str]) -> anyhow::Result<()> {
        language(&self.root, "it", &[&["--from", "en"], words].concat())
    }

    /// The table that was written, with its heads.
    fn table(&self) -> Vec<Vec<String>> {
        self.language(&[]).unwrap();
        let text = self.text("target/language/it/it.csv");
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    /// What was written is taken back with some cells changed: row as the spreadsheet counts, column, new text.
    fn import_with(&self, changes: &[(usize, usize, &str)]) -> Result<(), String> {
        let mut rows = self.table();
        changes.iter().for_each(|(row, column, text)| rows[row - 1][*column] = (*text).to_owned());
        self.import(&rows)
    }

    fn import(&self, rows: &[Vec<String>]) -> Result<(), String> {
        let mut writer = csv::Writer::from_writer(vec![]);
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        fs::write(self.root.join("back.csv"), writer.into_inner().unwrap()).unwrap();
        let file = self.root.join("back.csv");
        self.language(&["--import", file.to_str().unwrap()]).map_err(|error| format!("{error:#}"))
    }

    /// Every Italian file with its text.
    fn files(&self) -> Vec<(PathBuf, String)> {
        fn below(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    below(&path, found);
                } else if path.ends_with("it.toml") {
                    found.push((path.clone(), fs::read_to_string(&path).unwrap()));
                }
            }
        }
        let mut found = vec![];
        below(&self.root.join("content"), &mut found);
        below(&self.root.join("locales"), &mut found);
        found.sort();
        found
    }

    /// The row of a key, as the spreadsheet counts.
    fn row(&self, key: &str) -> usize {
        self.table().iter().position(|row| row[1] == key).unwrap() + 1
    }

    /// The state of a key, and why.
    fn state(&self, key: &str) -> String {
        self.table().into_iter().find(|row| row[1] == key).map(|row| format!("{} {}", row[5], row[6])).unwrap()
    }
}

impl Drop for SmallProject {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

const TEXT: usize = 4;
const STATE: usize = 5;

#[test]
fn a_language_on_the_list_gets_every_file_it_lacks_and_only_the_lessons_asked_for() {
    let project = SmallProject::new("new");
    project.language(&[]).unwrap();
    assert_eq!(project.files().len(), 5);
    project.language(&["call"]).unwrap();
    assert_eq!(project.files().len(), 6);
    assert_eq!(project.text("locales/it.toml"), "# The bars\nback = \"\" # short\nstep_of = \"\"\n");
    assert!(project.state("title").starts_with("new"));
    let page = project.text("target/language/it/call.html");
    assert!(page.contains("data:image/svg+xml;base64,") && page.contains("lang=\"it\""));
    assert!(project.language(&["cal"]).unwrap_err().to_string().contains("there is no lesson `cal`"));
    let error = language(&project.root, "xx", &[]).unwrap_err().to_string();
    assert!(error.contains("`xx` is not a language of the app. Add it to content/languages.toml"), "{error}");
    let error = language(&project.root, "en", &["--from", "en"]).unwrap_err().to_string();
    assert!(error.contains("cannot be translated from itself"), "{error}");
}

#[test]
fn a_sentence_that_is_not_written_yet_is_a_mistake_of_its_file() {
    let mistakes = |project: &SmallProject| {
        let mut found = Findings::default();
        super::check(&read(&project.root).unwrap(), &mut found);
        found.errors
    };
    let project = SmallProject::new("empty");
    project.language(&["call"]).unwrap();
    let found = mistakes(&project);
    assert_eq!(found.len(), 5, "{found:?}");
    assert_eq!(
        found[0],
        "locales/it.toml: empty sentences: 2, the first is `back`. `cargo xtask language it` lists them"
    );
    assert!(mistakes(&SmallProject::translated("full")).is_empty());
}

#[test]
fn a_new_word_of_the_source_comes_where_it_stands_there() {
    let project = SmallProject::translated("word");
    project.write("locales/en.toml", &APP.replace("step_of", "next = \"Next\"\nstep_of"));
    project.language(&[]).unwrap();
    assert_eq!(project.text("locales/it.toml"), APP.replace("step_of", "next = \"\"\nstep_of"));
}

#[test]
fn what_is_written_and_taken_back_changes_nothing() {
    let project = SmallProject::translated("same");
    let before = project.files();
    project.import_with(&[]).unwrap();
    assert_eq!(project.files(), before);
    assert!(!project.root.join("content/confirmed.toml").exists());
}

#[test]
fn a_changed_cell_changes_its_sentence_only() {
    let project = SmallProject::translated("change");
    let before = project.files();
    project.import_with(&[(project.row("back"), TEXT, "=1+1")]).unwrap();
    assert_eq!(project.text("locales/it.toml"), APP.replace("\"Back\"", "\"=1+1\""));
    let changed = project.files().into_iter().zip(before).filter(|(after, before)| after != before).count();
    assert_eq!(changed, 1);
    assert!(project.table().iter().any(|row| row[TEXT] == "'=1+1"));
    // Not every language needs a second sentence to explain a word.
    project.import_with(&[(project.row("terms.badge.says.1"), TEXT, "")]).unwrap();
    assert!(project.text("content/glossary/it.toml").ends_with("says = [\"A card.\"]\n"));
    assert_eq!(project.state("terms.badge.says.1"), "done ");
}

#[test]
fn a_table_with_a_bad_row_changes_nothing() {
    let project = SmallProject::translated("bad");
    let before = project.files();
    let (back, gap) = (project.row("back"), project.row("step_of"));
    let good = (project.row("title"), TEXT, "Telefono");
    for (change, expected) in [
        ((back, 0, "locales/en.toml"), "`locales/en.toml` is no file of this language"),
        ((back, 0, "../outside.toml"), "`../outside.toml` is no file of this language"),
        ((back, 1, "bak"), "locales/it.toml has no `bak`"),
        ((back, TEXT, ""), "the cell is empty"),
        ((back, TEXT, "In\ndietro"), "more than one line"),
        ((back, STATE, "ready"), "the state is `ready`"),
        ((gap, TEXT, "Passo {step}"), "the gaps {…} are not those of the source: {step} {steps}"),
        ((gap, 1, "back"), &format!("the same sentence stands in row {back} too")),
    ] {
        let error = project.import_with(&[good, change]).unwrap_err();
        assert!(error.contains(&format!("row {}: ", change.0)) && error.contains(expected), "{error}");
        assert!(error.contains("nothing was written"), "{error}");
        assert_eq!(project.files(), before);
    }
    // Every bad row is told at once.
    let error = project.import_with(&[(back, TEXT, ""), (gap, TEXT, "")]).unwrap_err();
    assert_eq!(error.matches("the cell is empty").count(), 2, "{error}");
}

#[test]
fn a_sentence_whose_source_changed_is_stale_until_somebody_looked_at_it() {
    let project = SmallProject::translated("stale");
    project.write("locales/en.toml", &APP.replace("Back", "Go back"));
    project.commit();
    assert_eq!(project.state("back"), "stale it said: Back | now: Go back");
    let content = read(&project.root).unwrap();
    assert_eq!(open_sentences(&content, &project.root, "it").unwrap(), (0, 1));
    let row = project.row("back");
    project.import_with(&[]).unwrap();
    assert!(project.state("back").starts_with("stale"));
    // Still right: it is kept that somebody looked, until the source changes again.
    project.import_with(&[(row, STATE, "Done")]).unwrap();
    assert_eq!(project.state("back"), "done ");
    assert!(project.text("locales/it.toml").contains("\"Back\""));
    project.write("locales/en.toml", &APP.replace("Back", "Return"));
    assert_eq!(project.state("back"), "stale it said: Back | now: Return");
    // Translated anew.
    project.import_with(&[(row, TEXT, "Indietro")]).unwrap();
    assert_eq!(project.state("back"), "done ");
    project.commit();
    assert_eq!(project.state("back"), "done ");
}

#[test]
fn a_table_that_is_older_than_its_source_is_refused() {
    let project = SmallProject::translated("old");
    let mut rows = project.table();
    let row = project.row("back");
    rows[row - 1][TEXT] = "Indietro".to_owned();
    project.write("locales/en.toml", &APP.replace("Back", "Go back"));
    let error = project.import(&rows).unwrap_err();
    assert!(error.contains(&format!("row {row}: the source says something else by now: \"Go back\"")), "{error}");
}

#[test]
fn a_lesson_whose_every_sentence_was_looked_at_is_of_the_newest_revision() {
    let project = SmallProject::translated("revision");
    project.write("content/lessons/call/lesson.toml", &PLAN.replace("revision = 1", "revision = 2"));
    assert_eq!(project.state("can"), "stale written for revision 1 of the lesson, which is at 2");
    let rows = project.table();
    let of_lesson: Vec<usize> =
        (1..rows.len()).filter(|at| rows[*at][0].contains("lessons/call")).map(|at| at + 1).collect();
    let done: Vec<_> = of_lesson.iter().map(|row| (*row, STATE, "done")).collect();
    project.import_with(&done[1..]).unwrap();
    assert!(project.text("content/lessons/call/it.toml").contains("\nrevision = 1\n"));
    project.import_with(&done).unwrap();
    assert!(project.text("content/lessons/call/it.toml").contains("\nrevision = 2\n"));
    assert_eq!(project.state("can"), "done ");
}

#[test]
fn options_may_stand_anywhere() {
    let found = wanted(&["call", "--import", "x.csv", "--from", "en"]).unwrap();
    assert_eq!((found.from, found.import, found.lessons.len()), (Some("en"), Some(PathBuf::from("x.csv")), 1));
    for words in [&["--from"][..], &["--import"], &["--to", "x"], &["No lesson"]] {
        assert!(wanted(words).is_err(), "{words:?}");
    }
}
