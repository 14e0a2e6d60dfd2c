//! What is measured: Stepwise, the floor, and its peers, each as a folder of files with a server of its own, and where in it the first card and the first question are.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tests::data;
use tests::server::{Site, copy};

/// The lesson that is measured: its first cards are read, the third is a question with three answers.
const LESSON: &str = "i-am-sick";
const LANGUAGE: &str = "en";

/// Something on the screen, by its CSS selector and a part of its text.
pub struct Seen {
    css: &'static str,
    text: String,
}

impl Seen {
    fn new(css: &'static str, text: &str) -> Self {
        // One sentence is enough to know it by.
        Self { css, text: plain(text.lines().next().unwrap_or_default()) }
    }

    /// As `watch.js` takes it.
    pub fn arguments(&self) -> String {
        format!("{}, {}", json!(self.css), json!(self.text))
    }
}

/// A question, and the three things that are seen on the way to its answer.
pub struct Question {
    pub place: String,
    pub answer: Seen,
    pub check: Seen,
    pub feedback: Seen,
}

/// One that is measured.
pub struct Candidate {
    pub name: String,
    pub folder: PathBuf,
    pub site: Site,
    /// Where its first card is, and the card's heading; nothing if it has a question only.
    pub card: Option<(String, Seen)>,
    pub question: Question,
}

impl Candidate {
    fn new(name: &str, folder: PathBuf, card: Option<(String, Seen)>, question: Question) -> Self {
        Self { name: name.to_owned(), site: Site::measured(&folder), folder, card, question }
    }
}

/// The address of a place at a server of the candidate.
pub fn address(site: &Site, place: &str) -> String {
    format!("{}{}", site.address, place.replace("{site}", &site.address))
}

/// The lesson as the build has it.
struct Lesson {
    text: String,
    pictures: String,
    data: Value,
}

impl Lesson {
    fn of_build() -> Self {
        let site = Site::of_build();
        let read = |name: String| fs::read_to_string(site.file(&name)).unwrap();
        let text = read(format!("lessons/{LESSON}.{LANGUAGE}.json"));
        let data = serde_json::from_str(&text).unwrap();
        Self { text, pictures: read(format!("pictures/{LESSON}.json")), data }
    }

    fn steps(&self) -> &Vec<Value> {
        self.data["steps"].as_array().unwrap()
    }

    fn heading(&self) -> &str {
        self.steps()[0]["heading"].as_str().unwrap()
    }

    /// The first question, by its step.
    fn question(&self) -> &Value {
        self.steps().iter().find(|step| step["card"]["choose"].is_object()).expect("the lesson has no question")
    }

    fn options(&self) -> impl Iterator<Item = (&str, bool)> {
        let choose = &self.question()["card"]["choose"];
        let right = choose["right"].as_array().unwrap();
        let options = choose["options"].as_array().unwrap().iter();
        options.map(|option| (option["text"].as_str().unwrap(), right.contains(&option["id"])))
    }

    fn right(&self) -> &str {
        self.options().find(|(_, right)| *right).unwrap().0
    }

    fn reason(&self) -> &str {
        self.question()["reason"].as_str().unwrap()
    }
}

/// A text without its marks: a hard word comes as `[word|term]`, and words may be divided at a soft hyphen.
fn plain(text: &str) -> String {
    let mut parts = text.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    let all = parts.fold(first, |all, part| {
        let (word, rest) = part.split_once(']').unwrap_or((part, ""));
        all + word.split('|').next().unwrap_or_default() + rest
    });
    all.replace('\u{ad}', "")
}

/// A fresh folder for the files of one candidate.
fn folder(name: &str) -> PathBuf {
    let folder = data::path("STEPWISE_BENCH").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// All that are compared.
pub fn all() -> Vec<Candidate> {
    let lesson = Lesson::of_build();
    vec![stepwise("Stepwise", &data::path("STEPWISE_DIST")), twin(&lesson), h5p(), lia_script(&lesson)]
}

/// A build of Stepwise.
pub fn stepwise(name: &str, dist: &Path) -> Candidate {
    let lesson = Lesson::of_build();
    let at = lesson.question()["id"].as_str().unwrap();
    Candidate::new(
        name,
        dist.to_owned(),
        Some((format!("#/lesson/{LESSON}"), Seen::new("h1", lesson.heading()))),
        Question {
            place: format!("#/lesson/{LESSON}/{at}"),
            answer: Seen::new("label.answer", lesson.right()),
            check: Seen::new("button.main-action", "Check"),
            feedback: Seen::new(".panel.good", lesson.reason()),
        },
    )
}

/// The least that does the same, with Preact.
fn twin(lesson: &Lesson) -> Candidate {
    let folder = folder("twin");
    fs::write(folder.join("index.html"), include_str!("twin/index.html")).unwrap();
    fs::write(folder.join("twin.js"), include_str!("twin/twin.js")).unwrap();
    fs::write(folder.join("lesson.json"), &lesson.text).unwrap();
    fs::write(folder.join("pictures.json"), &lesson.pictures).unwrap();
    fs::copy(data::path("STEPWISE_PEERS").join("preact/dist/preact.mjs"), folder.join("preact.js")).unwrap();
    Candidate::new(
        "Preact twin",
        folder,
        Some((String::new(), Seen::new("h1", lesson.heading()))),
        Question {
            place: format!("#{}", lesson.question()["id"].as_str().unwrap()),
            answer: Seen::new("label", lesson.right()),
            check: Seen::new("button", "Check"),
            feedback: Seen::new(".panel", lesson.reason()),
        },
    )
}

/// The player of today with the question that an older package of it brings along: one statement, true or false.
fn h5p() -> Candidate {
    let folder = folder("h5p");
    let peers = data::path("STEPWISE_PEERS");
    fs::write(folder.join("index.html"), include_str!("h5p.html")).unwrap();
    copy(&peers.join("h5p-standalone/dist"), &folder.join("player"));
    copy(&peers.join("h5p-sample/test/workspace"), &folder.join("sample"));
    Candidate::new(
        "H5P",
        folder,
        None,
        Question {
            place: String::new(),
            answer: Seen::new(".h5p-true-false-answer", "False"),
            check: Seen::new("button.h5p-question-check-answer", ""),
            feedback: Seen::new(".h5p-question-feedback", ""),
        },
    )
}

/// The same first card and the same question as a course of LiaScript.
fn lia_script(lesson: &Lesson) -> Candidate {
    let folder = folder("liascript");
    copy(&data::path("STEPWISE_PEERS").join("@liascript/editor/dist"), &folder);
    let drawings: Value = serde_json::from_str(&lesson.pictures).unwrap();
    let mut course = String::from("<!--\nlanguage: en\n-->\n\n");
    for step in [&lesson.steps()[0], lesson.question()] {
        course += &format!("# {}\n\n", plain(step["heading"].as_str().unwrap()).replace('\n', " "));
        if let Some(picture) = step["shown"]["picture"].as_str() {
            fs::write(folder.join(format!("{picture}.svg")), drawings[picture].as_str().unwrap()).unwrap();
            course += &format!("![]({picture}.svg)\n\n");
        }
        for line in step["say"].as_array().into_iter().flatten() {
            course += &format!("{}\n\n", plain(line.as_str().unwrap()));
        }
    }
    for (text, right) in lesson.options() {
        course += &format!("- [({})] {}\n", if right { "X" } else { " " }, plain(text));
    }
    course += &format!("***\n\n{}\n\n***\n", plain(lesson.reason()));
    fs::write(folder.join("lesson.md"), course).unwrap();
    let place = "index.html?{site}lesson.md";
    Candidate::new(
        "LiaScript",
        folder,
        Some((format!("{place}#1"), Seen::new("h1", lesson.heading()))),
        Question {
            place: format!("{place}#2"),
            answer: Seen::new(".lia-quiz__answers label", lesson.right()),
            check: Seen::new("button.lia-quiz__check", ""),
            feedback: Seen::new(".lia-quiz__feedback", ""),
        },
    )
}
