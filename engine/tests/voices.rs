//! The choice of a voice on the lists of voices that real devices have.

#![allow(clippy::unwrap_used, clippy::panic, reason = "this is test code: whatever fails has to stop the test")]

use engine::voice::{AllVoices, OwnVoices, Ranking, Voice, choose};
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Device {
    voices: Vec<Voice>,
}

fn device(name: &str) -> Vec<Voice> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/voices/{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str::<Device>(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())).voices
}

fn ranking(language: &str) -> Ranking {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content").join(name);
        toml::from_str::<toml::Table>(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let all: AllVoices = read("voices.toml").try_into().unwrap();
    let languages = read("languages.toml");
    let line = languages["language"].as_array().unwrap().iter().find(|line| line["code"].as_str() == Some(language));
    // Languages of which nothing is known by name yet are chosen for without.
    let own: Option<OwnVoices> = line.map(|line| line["voices"].clone().try_into().unwrap());
    own.map(|own| all.ranking(&own)).unwrap_or_default()
}

fn chosen<'a>(voices: &'a [Voice], language: &str) -> &'a str {
    choose(voices, language, &ranking(language)).map_or("none", |place| voices[place].name.as_str())
}

/// Of each line: the language, then the voice that must be chosen.
fn assert_chosen(voices: &[Voice], expected: &[(&str, &str)]) {
    let found: Vec<_> = expected.iter().map(|(language, _)| (*language, chosen(voices, language))).collect();
    assert_eq!(found, expected);
}

#[test]
fn an_iphone_or_mac_reads_with_a_person_never_with_an_effect_or_a_robot() {
    assert_chosen(
        &device("apple"),
        &[
            ("nl", "Ellen"),
            ("en", "Martha"),
            ("fr", "Marie"),
            ("de", "Anna"),
            ("ar", "Majed"),
            ("uk", "Lesya"),
            ("it", "Alice"),
            ("el", "Melina"),
            ("sl", "Tina"),
            ("lv", "none"),
        ],
    );
    let voices = device("apple");
    for language in ["es", "pl", "hr", "bg", "ro", "tr"] {
        // The list of those never to be used holds for each language, also for one without names of its own.
        let ranking = Ranking { never: ranking("nl").never, ..Ranking::default() };
        let name = &voices[choose(&voices, language, &ranking).unwrap()].name;
        assert!(
            !["Eddy", "Flo", "Grandma", "Grandpa", "Jacques", "Reed", "Rocko", "Sandy", "Shelley"]
                .contains(&name.as_str()),
            "{name}"
        );
    }
}

#[test]
fn windows_reads_with_a_voice_of_windows_of_the_nearest_region() {
    let expected = [
        ("nl", "Microsoft Frank - Dutch (Netherlands)"),
        ("en", "Microsoft Hazel - English (Great Britain)"),
        ("fr", "Microsoft Julie - French (France)"),
        ("de", "Microsoft Hedda - German (Germany)"),
        ("ar", "Microsoft Naayf - Arabic (Saudi Arabia)"),
        ("hr", "Microsoft Matej - Croatian (Croatia)"),
        ("it", "Microsoft Elsa - Italian (Italy)"),
        ("uk", "none"),
        ("lv", "none"),
    ];
    assert_chosen(&device("windows"), &expected);
}

#[test]
fn the_online_voices_of_edge_and_chrome_are_never_used() {
    assert_chosen(
        &device("edge"),
        &[
            ("nl", "Microsoft Frank - Dutch (Netherlands)"),
            ("fr", "Microsoft Julie - French (France)"),
            ("pl", "none"),
            ("uk", "none"),
            ("lv", "none"),
        ],
    );
    for language in ["nl", "en", "fr", "de", "es", "it", "pl", "ar", "uk", "lv"] {
        assert_eq!(chosen(&device("chrome-desktop"), language), "none", "{language}");
    }
}

/// Chrome writes `nl_BE`, Samsung's browser `nl_be`, Firefox `nld-BEL-f000`.
#[test]
fn android_reads_with_the_nearest_region_however_its_browser_writes_it() {
    let chrome = device("android");
    let samsung = chrome.iter().cloned().map(|voice| Voice { lang: voice.lang.to_lowercase(), ..voice }).collect();
    let three_letters = [
        ("nl_NL", "nld-NLD-f000"),
        ("nl_BE", "nld-BEL-f000"),
        ("fr_FR", "fra-FRA-f000"),
        ("fr_CA", "fra-CAN-f000"),
        ("de_DE", "deu-DEU-f000"),
        ("en_US", "eng-USA-f000"),
        ("en_GB", "eng-GBR-f000"),
        ("ar", "ara"),
        ("uk_UA", "ukr-UKR-f000"),
        ("pl_PL", "pol-POL-f000"),
    ];
    let firefox = three_letters.iter().map(|(as_chrome, lang)| {
        let voice = chrome.iter().find(|voice| voice.lang == *as_chrome).unwrap();
        Voice { lang: (*lang).to_owned(), uri: format!("moz-tts:android:{lang}"), ..voice.clone() }
    });
    for voices in [chrome.clone(), samsung, firefox.collect()] {
        assert_chosen(
            &voices,
            &[
                ("nl", "Dutch Belgium"),
                ("en", "English United Kingdom"),
                ("fr", "French France"),
                ("de", "German Germany"),
                ("ar", "Arabic"),
                ("uk", "Ukrainian Ukraine"),
                ("lv", "none"),
            ],
        );
    }
}

#[test]
fn a_chromebook_reads_with_the_voice_that_is_on_it_not_with_its_twin_on_the_network() {
    assert_chosen(
        &device("chromeos"),
        &[
            ("nl", "Android Speech Recognition and Synthesis from Google nl-be-x-bec-local"),
            ("en", "Google UK English 2 (Natural)"),
            ("fr", "Google français 4 (Natural)"),
            ("de", "Google Deutsch 2 (Natural)"),
            ("ar", "Android Speech Recognition and Synthesis from Google ar-xa-x-arc-local"),
            ("uk", "Google українська (Natural)"),
            ("it", "Google italiano 2 (Natural)"),
            // The robot is the only one that speaks Latvian here.
            ("lv", "eSpeak Latvian"),
        ],
    );
}

#[test]
fn the_order_in_which_a_device_lists_its_voices_changes_nothing() {
    for name in ["apple", "windows", "edge", "android", "chromeos"] {
        let voices = device(name);
        let turned: Vec<Voice> = voices.iter().rev().cloned().collect();
        for language in ["nl", "fr", "de", "ar", "uk", "it"] {
            assert_eq!(chosen(&voices, language), chosen(&turned, language), "{language} on {name}");
        }
    }
}

/// Debian's Chromium lists each language of espeak-ng in a hundred ways to speak.
#[test]
fn a_linux_kiosk_with_espeak_reads_plainly_in_the_nearest_region() {
    assert_chosen(
        &device("linux"),
        &[
            ("nl", "Dutch espeak-ng"),
            ("fr", "French (Belgium) espeak-ng"),
            ("de", "German espeak-ng"),
            ("ar", "Arabic espeak-ng"),
            ("uk", "Ukrainian espeak-ng"),
            ("lv", "Latvian espeak-ng"),
            ("sw", "none"),
        ],
    );
    assert!(chosen(&device("linux"), "en").starts_with("English (Great Britain)"));
}

#[test]
fn only_effects_and_robots_of_apple_are_never_used() {
    let devices = ["apple", "windows", "edge", "chrome-desktop", "android", "chromeos", "linux"];
    let never = Ranking { never: ranking("nl").never, ..Ranking::default() };
    let mut forbidden: Vec<String> = devices
        .iter()
        .flat_map(|name| device(name))
        .filter(|voice| voice.local && choose(std::slice::from_ref(voice), &voice.lang, &never).is_none())
        .map(|voice| voice.name)
        .collect();
    forbidden.sort();
    forbidden.dedup();
    let effects = "Albert, Bad News, Bahh, Bells, Boing, Bubbles, Cellos, Good News, Jester, Organ, Superstar, Trinoids, Whisper, Wobble, Zarvox";
    let robots = "Eddy, Flo, Fred, Grandma, Grandpa, Jacques, Junior, Kathy, Ralph, Reed, Rocko, Sandy, Shelley";
    let mut expected: Vec<String> = [effects, robots].join(", ").split(", ").map(str::to_owned).collect();
    expected.sort();
    assert_eq!(forbidden, expected);
}
