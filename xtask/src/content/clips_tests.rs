//! Recorded clips in a small project of its own: one lesson in English.

use super::bundle::Pieces;
use super::check::Findings;
use super::clip_list;
use super::clips::{self, file_name, published_name};
use super::heard::heard;
use super::mp3::testing::{announced_silence, silence};
use super::read::{Content, read};
use engine::spoken::{Clips, Listen, sentences};
use std::fs;
use std::path::{Path, PathBuf};

/// A sentence of the lesson; 4 words, so 1 to 4 seconds.
const CARD: &str = "What do you do?";
/// One of the app's own.
const APP: &str = "Look again.";
/// 1.44 s.
const FRAMES: usize = 40;

struct SmallProject {
    root: PathBuf,
}

impl SmallProject {
    fn new(name: &str) -> Self {
        let project = Self { root: std::env::temp_dir().join(format!("stepwise-clips-{}-{name}", std::process::id())) };
        let plan = include_str!("new/lesson.toml");
        let words = include_str!("new/words.toml");
        let voices = "[language.voices]\ncodes = []\nregions = [\"GB GBR\"]\nnames = []\n";
        let languages = format!("[[language]]\ncode = \"en\"\nname = \"English\"\n{voices}");
        project.write("content/languages.toml", languages.as_bytes());
        project.write("content/catalogue.toml", b"courses = [\"phone\"]\n");
        project.write("content/register.toml", b"lessons = [\"call\"]\n");
        project.write("content/voices.toml", include_bytes!("../../../content/voices.toml"));
        project.write("content/pictures/credits.toml", b"");
        project.write("content/pictures/en.toml", b"mobile-phone = \"Phone\"\nteacher = \"Coach\"\n");
        let course = b"picture = \"mobile-phone\"\ntint = \"sky\"\nlessons = [\"call\"]\n";
        project.write("content/courses/phone/course.toml", course);
        project.write("content/courses/phone/en.toml", b"title = \"Phone\"\n");
        project.write("content/lessons/call/lesson.toml", plan.as_bytes());
        project.write("content/lessons/call/en.toml", words.as_bytes());
        project.write("locales/en.toml", b"look_again = \"Look again.\"\nstep_of = \"Step {step} of {steps}\"\n");
        project
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn record(&self, sentence: &str, clip: &[u8]) {
        self.write(&format!("audio/en/{}", file_name(sentence)), clip);
    }

    fn content(&self) -> Content {
        read(&self.root).unwrap()
    }

    fn found(&self) -> Findings {
        let mut found = Findings::default();
        clips::check(&self.content(), &mut found);
        found
    }

    /// The only complaint.
    fn mistake(&self) -> String {
        let found = self.found();
        assert_eq!((found.errors.len(), found.warnings.len()), (1, 0), "{:?} {:?}", found.errors, found.warnings);
        found.errors[0].clone()
    }

    fn pieces(&self) -> Pieces {
        let mut pieces = Pieces::default();
        clips::listen(&self.content(), "en", &mut pieces).unwrap();
        pieces
    }
}

impl Drop for SmallProject {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

#[test]
fn the_key_of_a_sentence_is_for_ever() {
    assert_eq!(file_name("Où est l’été ?"), "e09a06d443c08ccf.mp3");
}

#[test]
fn one_sentence_has_one_key_however_it_is_written_down() {
    let key = file_name("Où est l’été ?");
    for same in [
        "Ou\u{300} est l’e\u{301}te\u{301} ?",
        " Où  est l’été\u{a0}? ",
        "Où est l’é\u{ad}té ?",
        "\u{2068}Où est l’été ?\u{2069}",
    ] {
        assert_eq!(file_name(same), key, "{same}");
    }
    for other in ["où est l’été ?", "Où est l’ete ?", "Où est l’été", "Où est lʼété ?"] {
        assert_ne!(file_name(other), key, "{other}");
    }
}

#[test]
fn a_published_clip_names_the_sum_of_its_bytes() {
    // The SHA-256 of "abc" begins with ba7816bf.
    assert_eq!(published_name("e09a06d443c08ccf.mp3", b"abc"), "e09a06d443c08ccf-ba7816bf.mp3");
}

#[test]
fn without_any_clip_the_app_still_gets_the_ranking_of_the_voices() {
    let pieces = SmallProject::new("none").pieces();
    assert_eq!(pieces.files.keys().collect::<Vec<_>>(), ["listen.en.json"]);
    assert!(pieces.clips.is_empty());
    let listen: Listen = serde_json::from_slice(&pieces.files["listen.en.json"]).unwrap();
    assert_eq!(listen.ranking.regions[0], "GB GBR");
    assert!(listen.ranking.never.contains(&"Bad News".to_owned()));
    assert!(listen.clips.is_empty() && listen.lessons.is_empty());
}

#[test]
fn a_clip_is_found_under_its_sentence_in_the_file_of_its_lesson_or_of_the_language() {
    let project = SmallProject::new("found");
    project.record(CARD, &silence(FRAMES));
    project.record(APP, &silence(FRAMES));
    project.record("An old sentence.", &silence(FRAMES));
    let published = |sentence: &str| published_name(&file_name(sentence), &silence(FRAMES));
    let pieces = project.pieces();
    let listen: Listen = serde_json::from_slice(&pieces.files["listen.en.json"]).unwrap();
    assert_eq!(listen.clips.iter().collect::<Vec<_>>(), [(&APP.to_owned(), &published(APP))]);
    assert_eq!(listen.lessons.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["call"]);
    let clips: Clips = serde_json::from_slice(&pieces.files["clips/call.en.json"]).unwrap();
    assert_eq!(clips.iter().collect::<Vec<_>>(), [(&CARD.to_owned(), &published(CARD))]);
    // A stale clip is not copied.
    let mut copied = [CARD, APP].map(|sentence| format!("audio/en/{}", published(sentence)));
    copied.sort();
    assert_eq!(pieces.clips.keys().collect::<Vec<_>>(), copied.iter().collect::<Vec<_>>());
    assert!(pieces.clips.values().all(|path| path.is_file()));
}

#[test]
fn good_clips_are_passed_without_a_word() {
    let project = SmallProject::new("good");
    project.record(CARD, &announced_silence(FRAMES as u8));
    project.record(APP, &silence(FRAMES));
    let found = project.found();
    assert!(found.errors.is_empty() && found.warnings.is_empty(), "{:?} {:?}", found.errors, found.warnings);
}

#[test]
fn a_clip_whose_sentence_was_changed_is_named_as_stale_and_is_no_mistake() {
    let project = SmallProject::new("stale");
    project.record("An old sentence.", &silence(FRAMES));
    let found = project.found();
    assert!(found.errors.is_empty(), "{:?}", found.errors);
    assert_eq!(found.warnings.len(), 1);
    assert!(found.warnings[0].contains(&file_name("An old sentence.")) && found.warnings[0].contains("stale"));
}

#[test]
fn a_clip_that_was_cut_or_is_no_mp3_is_a_mistake_with_its_sentence_and_what_to_do() {
    let project = SmallProject::new("broken");
    let whole = announced_silence(FRAMES as u8);
    for (clip, fault) in [(&whole[..whole.len() / 2], "not whole"), (&b"RIFF wave"[..], "no MP3"), (&[], "no MP3")] {
        project.record(CARD, clip);
        let mistake = project.mistake();
        assert!(mistake.starts_with(&format!("audio/en/{}: ", file_name(CARD))), "{mistake}");
        assert!(mistake.contains(fault) && mistake.contains("Export it again") && mistake.contains(CARD), "{mistake}");
    }
}

/// A frame lasts 36 ms; the four words may take 1 to 4 seconds.
#[test]
fn a_clip_that_is_too_short_or_too_long_for_its_words_is_a_mistake() {
    let project = SmallProject::new("long");
    for (frames, good) in [(27, false), (28, true), (111, true), (112, false)] {
        project.record(CARD, &silence(frames));
        assert_eq!(project.found().errors.is_empty(), good, "{frames} frames");
    }
    let mistake = project.mistake();
    assert!(mistake.contains("lasts 4.03 s") && mistake.contains("1.00 to 4.00 s"), "{mistake}");
}

#[test]
fn what_lies_in_the_folder_under_another_name_is_a_mistake() {
    let project = SmallProject::new("names");
    project.write("audio/en/hello.mp3", &silence(FRAMES));
    assert!(project.mistake().contains("audio/en/hello.mp3: is not the name of a clip"));
    let project = SmallProject::new("folder");
    project.write("audio/xx/hello.mp3", &silence(FRAMES));
    assert!(project.mistake().contains("audio/xx: is no language"));
}

#[test]
fn the_list_for_a_reader_has_each_missing_sentence_once() {
    let project = SmallProject::new("list");
    project.record(CARD, &silence(FRAMES));
    let file = project.root.join("list.csv");
    clip_list::clips(&project.root, "en", Some(&file)).unwrap();
    let list = fs::read_to_string(&file).unwrap();
    let texts: Vec<_> = list.lines().skip(1).map(|line| line.split(';').nth(1).unwrap().to_owned()).collect();
    let lesson = ["Title", "I can do this.", "One sentence.", "First answer", "Second answer", "Third answer"];
    let rest = ["Look at the clue.", "Say why.", "Do this at work, with your coach."];
    assert_eq!(texts, [&["Phone"][..], &lesson, &rest, &[APP]].concat());
    assert!(list.contains(&format!("{};One sentence.;call;situation;2", file_name("One sentence."))));
    let message = clip_list::clips(&project.root, "xx", None).unwrap_err().to_string();
    assert!(message.contains("`xx` is no language") && message.contains("en"), "{message}");
}

#[test]
fn every_text_that_an_author_wrote_is_heard_somewhere() {
    let content = read(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap();
    for code in content.codes() {
        let heard: Vec<String> = heard(&content, &code).unwrap().into_iter().map(|heard| heard.sentence).collect();
        let mut silent = vec![];
        let rules = super::bundle::language(&code).unwrap();
        for (id, files) in &content.lessons {
            if let Some(mut words) = files.words.get(&code).cloned() {
                let mut listen = |text: &mut String| {
                    let text = easy_language::lines(rules, text);
                    let missing = sentences(&text).into_iter().filter(|sentence| !heard.contains(sentence));
                    silent.extend(missing.map(|sentence| format!("{id}: {sentence}")));
                };
                words.change_each(&mut listen);
                words.steps.values_mut().filter_map(|step| step.answer.as_mut()).for_each(listen);
            }
        }
        assert!(silent.is_empty(), "{code}: {silent:#?}");
    }
}
