//! Real documents of every save format that was ever released. They are added, never changed: each must be read for ever, and
//! written back with nothing missing.
#![allow(clippy::unwrap_used, reason = "a failing test is to stop")]

use engine::ids::{LessonId, StepId};
use engine::person::Person;
use engine::progress::{Best, Progress};
use engine::review::{Day, Practice};
use engine::save::{LONGEST, open, seal};
use engine::sessions::Sessions;
use engine::settings::{Calm, Colours, Language, Letters, Settings, Spacing, TextSize, Words};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/saved")
}

fn text(name: &str) -> String {
    fs::read_to_string(folder().join(name).with_extension("txt")).unwrap()
}

/// Reads a document after checking that it is written back as it was.
fn read<T: Serialize + DeserializeOwned>(name: &str) -> T {
    let text = text(name);
    let json = open(&text).unwrap();
    let document: T = serde_json::from_str(json).unwrap();
    let before: Value = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_value(&document).unwrap(), before, "{name}");
    document
}

fn lesson(id: &str) -> LessonId {
    LessonId::new(id).unwrap()
}

fn step(id: &str) -> StepId {
    StepId::new(id).unwrap()
}

#[test]
fn every_saved_document_is_opened_and_written_back_with_nothing_missing() {
    let mut count = 0;
    for file in fs::read_dir(folder()).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if name == "SHA256SUMS" {
            continue;
        }
        match name.split('-').next() {
            Some("progress") => drop(read::<Progress>(&name)),
            Some("settings") => drop(read::<Settings>(&name)),
            Some("practice") => drop(read::<Practice>(&name)),
            Some("sessions") => drop(read::<Sessions>(&name)),
            Some("person") => drop(read::<Person>(&name)),
            _ => unreachable!("{name} is of no known kind"),
        }
        count += 1;
    }
    assert_eq!(count, 16);
}

#[test]
fn what_is_written_today_is_what_was_released() {
    let mut progress = Progress::default();
    assert_eq!(seal(&serde_json::to_string(&progress).unwrap()).unwrap(), text("progress-1-empty"));
    progress.start_again();
    progress.step_done(&lesson("call-my-coach"), &step("situation"), 1);
    for (id, steps, best, revision) in [
        ("fake-parcel-message", &["what-now", "strange", "situation"][..], Best::Shown, 2),
        ("fire-alarm", &["situation", "out"], Best::Hint, 1),
        ("i-am-sick", &[], Best::Alone, 1),
        ("loud-soft-silent", &["silence", "situation", "for-real"], Best::Alone, 1),
    ] {
        for card in steps {
            progress.step_done(&lesson(id), &step(card), revision);
        }
        progress.finished(&lesson(id), best);
    }
    progress.did_for_real(&lesson("loud-soft-silent"));
    assert_eq!(seal(&serde_json::to_string(&progress).unwrap()).unwrap(), text("progress-1-full"));

    let mut settings = Settings::default();
    assert_eq!(seal(&serde_json::to_string(&settings).unwrap()).unwrap(), text("settings-1-empty"));
    settings.choose_language(&Language::new("nl").unwrap());
    settings.choose_help_language(Language::new("uk").as_ref());
    settings.choose_text_size(TextSize::Percent150);
    settings.choose_colours(Colours::Cream);
    settings.choose_calm(Calm::Still);
    settings.choose_letters(Letters::Device);
    settings.choose_words(Words::More);
    assert_eq!(seal(&serde_json::to_string(&settings).unwrap()).unwrap(), text("settings-1-full"));
    let mut settings = Settings::default();
    settings.choose_language(&Language::new("nl").unwrap());
    settings.choose_letters(Letters::Ours);
    settings.choose_spacing(Spacing::Wide);
    assert_eq!(seal(&serde_json::to_string(&settings).unwrap()).unwrap(), text("settings-1-spacing"));

    let mut person = Person::new("cat", "Amélie");
    person.set_secret(&["dog", "fish", "dog"]);
    assert_eq!(seal(&serde_json::to_string(&person).unwrap()).unwrap(), text("person-1-full"));

    let mut practice = Practice::default();
    assert_eq!(seal(&serde_json::to_string(&practice).unwrap()).unwrap(), text("practice-1-empty"));
    practice.begin(&lesson("fire-alarm"), Day(20_400));
    for day in [20_300, 20_360, 20_390] {
        practice.finished(&lesson("i-am-sick"), Best::Alone, Day(day));
    }
    for day in [20_000, 20_100, 20_200, 20_250, 20_300] {
        practice.finished(&lesson("loud-soft-silent"), Best::Alone, Day(day));
    }
    assert_eq!(seal(&serde_json::to_string(&practice).unwrap()).unwrap(), text("practice-1-full"));
}

#[test]
fn lessons_under_way_are_written_as_they_were_released() {
    assert_eq!(seal(&serde_json::to_string(&Sessions::default()).unwrap()).unwrap(), text("sessions-1-empty"));
    let sessions: Sessions = read("sessions-1-full");
    assert_eq!(seal(&serde_json::to_string(&sessions).unwrap()).unwrap(), text("sessions-1-full"));
    assert_eq!(sessions.last(), Some(&lesson("quiet-please")));
    let sick = sessions.get(&lesson("i-am-sick")).unwrap();
    assert_eq!((&sick.at, sick.attempt(&step("dial")).misses, sick.is_done(&step("talk"))), (&step("talk"), 0, false));
}

/// Every value of `part` is in `whole`, or a larger one in its place.
fn holds(whole: &Value, part: &Value) -> bool {
    let texts = |list: &Vec<Value>| list.iter().all(Value::is_string);
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(name, value)| whole.get(name).is_some_and(|larger| holds(larger, value)))
        }
        // The cards that are done.
        (Value::Array(whole), Value::Array(part)) if texts(whole) && texts(part) => {
            part.iter().all(|card| whole.contains(card))
        }
        // A setting, whose later choice stays; any other list that begins with a number.
        (Value::Array(whole), Value::Array(part)) => {
            whole.first().zip(part.first()).is_none_or(|(whole, part)| holds(whole, part))
        }
        (Value::Number(whole), Value::Number(part)) => whole.as_f64() >= part.as_f64(),
        _ => true,
    }
}

/// An app of one version meets what another version wrote, in either order (RELIABILITY.md, F10).
fn every_pair<T: Clone + Serialize + DeserializeOwned>(kind: &str, join: impl Fn(T, T) -> T) {
    let names = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let documents: Vec<(String, T)> =
        names.filter(|name| name.starts_with(kind)).map(|name| (name.clone(), read(&name))).collect();
    assert!(documents.len() > 2, "{kind}");
    for (one_name, one) in &documents {
        for (other_name, other) in &documents {
            let both = serde_json::to_value(join(one.clone(), other.clone())).unwrap();
            for (name, part) in [(one_name, one), (other_name, other)] {
                let mut part = serde_json::to_value(part).unwrap();
                // How often somebody started again elsewhere is not taken in.
                part.as_object_mut().unwrap().remove("epoch");
                assert!(holds(&both, &part), "{one_name} with {other_name}: something of {name} is missing in {both}");
            }
        }
    }
}

#[test]
fn of_every_pair_of_saved_documents_no_field_is_lost() {
    every_pair::<Progress>("progress", Progress::take_in);
    every_pair::<Practice>("practice", |one, other| one.join(other, Day(30_000)));
    every_pair::<Settings>("settings", Settings::join);
}

#[test]
fn a_hundred_lessons_with_all_their_cards_fill_less_than_half_of_a_document() {
    let mut progress = Progress::default();
    for number in 0..100 {
        let lesson = lesson(&format!("a-lesson-with-a-long-name-{number}"));
        for card in "abcdefgh".chars() {
            progress.step_done(&lesson, &step(&format!("a-card-with-a-name-{card}")), 1);
        }
        progress.finished(&lesson, Best::Alone);
        progress.did_for_real(&lesson);
    }
    assert!(seal(&serde_json::to_string(&progress).unwrap()).unwrap().len() < LONGEST / 2);
}

#[test]
fn full_progress_says_what_was_done() {
    let progress: Progress = read("progress-1-full");
    let lessons =
        ["call-my-coach", "fake-parcel-message", "fire-alarm", "i-am-sick", "loud-soft-silent", "scan-a-barcode"]
            .map(lesson);
    assert_eq!(
        lessons.each_ref().map(|id| progress.best(id)),
        [None, Some(Best::Shown), Some(Best::Hint), Some(Best::Alone), Some(Best::Alone), None],
    );
    assert_eq!(lessons.each_ref().map(|id| progress.is_begun(id)), [true, true, true, true, true, false]);
    assert_eq!(lessons.each_ref().map(|id| progress.is_done_for_real(id)), [false, false, false, false, true, false]);
    assert_eq!(lessons.each_ref().map(|id| progress.revision(id)), [1, 2, 1, 0, 1, 0]);
    assert_eq!(progress.count_finished(&lessons), 4);
    assert!(progress.is_step_done(&lesson("fake-parcel-message"), &step("strange")));
    assert!(!progress.is_step_done(&lesson("fire-alarm"), &step("strange")));
}

#[test]
fn a_lesson_is_begun_by_a_card_or_its_end_and_not_by_an_entry_alone() {
    let mut progress: Progress = serde_json::from_str(r#"{"lessons":{"fire-alarm":{"revision":3}}}"#).unwrap();
    assert!(!progress.is_begun(&lesson("fire-alarm")) && !progress.is_empty());
    progress.finished(&lesson("fire-alarm"), Best::Shown);
    assert!(progress.is_begun(&lesson("fire-alarm")));
    assert!(Progress::default().is_empty());
}

#[test]
fn progress_of_a_later_version_is_read_as_far_as_it_is_known() {
    let progress: Progress = read("progress-1-later-minor");
    assert!(progress.is_begun(&lesson("a-later-lesson")));
    assert_eq!(progress.best(&lesson("fire-alarm")), Some(Best::Alone), "better than the best known here");
    assert!(progress.is_step_done(&lesson("fire-alarm"), &step("situation")));
}

#[test]
fn what_a_later_version_wrote_survives_what_this_one_does() {
    let mut progress: Progress = read("progress-1-later-minor");
    progress.finished(&lesson("fire-alarm"), Best::Alone);
    progress.did_for_real(&lesson("a-later-lesson"));
    let joined = read::<Progress>("progress-1-full").join(progress);
    let saved = serde_json::to_value(&joined).unwrap();
    assert_eq!(saved["picture"], "😀");
    assert_eq!(saved["routes"]["my-first-week"][1], 2);
    assert_eq!(saved["lessons"]["Not an id/.."]["best"], 3);
    assert_eq!(saved["lessons"]["a-later-lesson"]["seen-with"][1]["signed"], true);
    assert_eq!(saved["lessons"]["fire-alarm"]["best"], 7);
    assert_eq!(saved["lessons"]["fire-alarm"]["stars"], 4.5);
    assert_eq!(saved["lessons"]["fire-alarm"]["steps"], serde_json::json!(["Odd step é", "out", "situation"]));
}

#[test]
fn settings_that_were_never_chosen_are_the_default() {
    let settings: Settings = read("settings-1-empty");
    assert_eq!(settings.language(), None);
    assert_eq!(settings.help_language(), None);
    assert_eq!(settings.text_size(), TextSize::Percent100);
    assert_eq!(settings.colours(), Colours::Auto);
    assert_eq!(settings.calm(), Calm::Auto);
    assert_eq!(settings.letters(), Letters::Ours);
    assert_eq!(settings.spacing(), Spacing::Usual);
    assert_eq!(settings.words(), Words::Fewer);
}

#[test]
fn full_settings_say_what_was_chosen() {
    let settings: Settings = read("settings-1-full");
    assert_eq!(settings.language(), Language::new("nl"));
    assert_eq!(settings.help_language(), Language::new("uk"));
    assert_eq!(settings.text_size(), TextSize::Percent150);
    assert_eq!(settings.colours(), Colours::Cream);
    assert_eq!(settings.calm(), Calm::Still);
    assert_eq!(settings.letters(), Letters::Device);
    assert_eq!(settings.words(), Words::More);
}

#[test]
fn wide_spacing_is_read_as_it_was_chosen() {
    assert_eq!(read::<Settings>("settings-1-spacing").spacing(), Spacing::Wide);
}

#[test]
fn the_choice_of_no_help_language_wins_against_an_earlier_one() {
    let earlier = r#"{"help-language":[1,"uk"]}"#;
    let settings = read::<Settings>("settings-1-no-help-language").join(serde_json::from_str(earlier).unwrap());
    assert_eq!(settings.help_language(), None);
}

#[test]
fn a_setting_of_a_later_version_counts_as_not_chosen_and_is_kept() {
    let mut settings: Settings = read("settings-1-later-minor");
    assert_eq!(settings.colours(), Colours::Auto);
    assert_eq!(settings.language(), None);
    assert_eq!(settings.text_size(), TextSize::Percent150);
    settings.choose_calm(Calm::Still);
    let saved = serde_json::to_value(settings.join(read("settings-1-full"))).unwrap();
    assert_eq!(saved["name"], serde_json::json!([5, "Ελένη"]));
    assert_eq!(saved["speed"], serde_json::json!([9, 0.75]));
    assert_eq!(saved["voices"], serde_json::json!([6, { "nl": ["a", "b"] }]));
    assert_eq!(saved["calm"], serde_json::json!([10, "still"]));
}

#[test]
fn full_practice_says_what_is_due() {
    let practice: Practice = read("practice-1-full");
    let today = Day(20_400);
    assert_eq!(practice.due(today), [lesson("loud-soft-silent"), lesson("i-am-sick")]);
    assert_eq!(practice.next(&lesson("loud-soft-silent"), today), Some(Day(20_360)));
    assert_eq!(practice.next(&lesson("fire-alarm"), today), Some(Day(20_401)));
    assert_eq!(practice.next(&lesson("scan-a-barcode"), today), None);
}

#[test]
fn practice_of_a_later_version_is_read_as_far_as_it_is_known() {
    let mut practice: Practice = read("practice-1-later-minor");
    assert_eq!(practice.due(Day(20_460)), [lesson("fire-alarm")]);
    practice.finished(&lesson("fire-alarm"), Best::Hint, Day(20_460));
    let saved = serde_json::to_value(practice.join(read("practice-1-full"), Day(20_460))).unwrap();
    assert_eq!(saved["pause"]["to"], 20_521);
    assert_eq!(saved["lessons"]["fire-alarm"]["felt"], "easy");
    assert_eq!(saved["lessons"]["Not an id"]["last"], 20_000);
}
