//! *Listen*: sentence by sentence, honest where no voice is, and never with a voice of another language or from the network.

use std::fs;

use serde::Deserialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use tests::browser::Browser;
use tests::data::Words;
use tests::offline;
use tests::server::Site;
use tests::visit::Visit;

/// A stand-in for the voices of a device. It writes down what it is given to say, and says it until `window.end()` is called: an end,
/// or an error by its name. With `late` the voices come only then, as in Chrome.
pub fn stand_in(voices: &str, late: bool) -> String {
    format!(
        "window.said = [];
        const voices = {voices};
        let there = !{late};
        let now = null;
        const voice = {{
            onvoiceschanged: null,
            getVoices: () => there ? voices : [],
            get speaking() {{ return !!now }},
            pending: false,
            cancel() {{ now = null }},
            speak(words) {{
                now = words;
                const seen = [...document.querySelectorAll('span')].filter(part => part.checkVisibility() && getComputedStyle(part).textDecorationLine.includes('underline'));
                const marked = seen.map(part => part.textContent.replace(/\\u00ad/g, '').trim());
                window.said.push({{ voice: words.voice.name, lang: words.lang, rate: words.rate, text: words.text, marked }});
            }},
        }};
        window.voicesCome = () => {{ there = true; voice.onvoiceschanged?.() }};
        window.end = error => {{
            const words = now;
            now = null;
            error ? words.onerror(Object.assign(new Event('error'), {{ error }})) : words.onend(new Event('end'));
        }};
        Object.defineProperty(window, 'speechSynthesis', {{ value: voice }});
        window.SpeechSynthesisUtterance = class {{ constructor(text) {{ this.text = text }} }};"
    )
}

pub const VOICES: &str = "[
    { name: 'German', lang: 'de-DE', localService: true },
    { name: 'Online', lang: 'nl-BE', localService: false },
    { name: 'Frank', lang: 'nl-NL', localService: true },
    { name: 'Ellen', lang: 'nl_BE', localService: true },
    { name: 'Maged', lang: 'ar-001', localService: true },
]";

/// A message to read, a question of two sentences, three answers.
const CARD: &str = "#/lesson/fake-parcel-message/what-now?lang=nl";

#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Said {
    pub voice: String,
    pub lang: String,
    rate: f64,
    pub text: String,
    /// What was underlined while it was said.
    marked: Vec<String>,
}

pub fn said(browser: &Browser) -> Vec<Said> {
    serde_json::from_value(browser.script("return window.said", vec![])).unwrap()
}

/// Waits for the next sentence, after as many as there were.
#[track_caller]
pub fn next(browser: &Browser, before: usize) -> Said {
    browser.until("the next sentence is said", || said(browser).get(before).cloned())
}

pub fn end(browser: &Browser) {
    browser.script("window.end()", vec![]);
}

/// Lets every sentence be said to its end; what was said in all.
#[track_caller]
fn listen_to_the_end(browser: &Browser, words: &Words) -> Vec<Said> {
    browser.tap("button", &words.get("listen"));
    browser.until("the last sentence is said", || {
        browser.script("if (speechSynthesis.speaking) window.end()", vec![]);
        browser.sees("button", &words.get("listen")).then_some(())
    });
    said(browser)
}

#[test]
fn without_a_voice_listen_stays_and_says_what_to_do_with_a_picture() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).quick().with_script(&stand_in("[]", false)).run(|browser| {
        browser.open("#/lesson/fake-parcel-message/situation?lang=nl");
        browser.tap("button", &words.get("listen"));
        browser.until_says(&words.get("no_voice"));
        let picture = "return [...document.images].some(image => image.checkVisibility() && image.complete && image.naturalWidth > 0 && image.closest('[aria-live=polite]'))";
        browser.until("a picture beside it", || (browser.script(picture, vec![]) == json!(true)).then_some(()));
        assert!(browser.sees("button", &words.get("listen")));
        browser.tap("button", &words.get("next"));
        browser.until("the lesson goes on", || (!browser.says(&words.get("no_voice"))).then_some(()));
    });
}

#[test]
fn voices_of_the_network_or_of_another_language_are_no_voice() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let voices = "[{ name: 'German', lang: 'de-DE', localService: true }, { name: 'Online', lang: 'nl-BE', localService: false }]";
    Visit::to(&site).quick().with_script(&stand_in(voices, false)).run(|browser| {
        browser.open(CARD);
        browser.tap("button", &words.get("listen"));
        browser.until_says(&words.get("no_voice"));
        assert_eq!(said(browser), []);
    });
}

#[test]
fn listen_reads_question_and_answers_sentence_by_sentence_with_the_nearest_voice_and_marks_each() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
        browser.open(CARD);
        let said = listen_to_the_end(browser, &words);
        let heading = browser.heading();
        assert_eq!(format!("{} {}", said[0].text, said[1].text), heading, "the question comes first, in two sentences");
        for answer in browser.names("radio") {
            assert!(said.iter().any(|one| one.text == answer), "{answer} in {said:?}");
        }
        for one in &said {
            assert_eq!((one.voice.as_str(), one.lang.as_str()), ("Ellen", "nl-BE"), "{one:?}");
            assert_eq!(one.marked, std::slice::from_ref(&one.text), "what is said is marked, and nothing else");
        }
    });
}

#[test]
fn hints_are_read_too() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
        browser.open(CARD);
        browser.tap("button", &words.get("check"));
        browser.until_says(&words.get("empty_choose"));
        let said = listen_to_the_end(browser, &words);
        assert!(said.iter().any(|one| one.text == words.get("empty_choose")), "{said:?}");
    });
}

#[test]
fn a_sentence_is_read_again_slower_and_stopped() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
        browser.open(CARD);
        browser.tap("button", &words.get("listen"));
        let first = next(browser, 0);
        end(browser);
        let second = next(browser, 1);
        browser.tap("button", &words.get("again"));
        assert_eq!(next(browser, 2), second);
        browser.tap("button", &words.get("slower"));
        let slow = next(browser, 3);
        assert_eq!(slow.text, second.text);
        assert!(slow.rate <= 0.76 * first.rate, "{slow:?} is no slower than {first:?}");
        end(browser);
        assert_eq!(next(browser, 4).rate, slow.rate, "it stays slow");
        browser.tap("button", &words.get("stop"));
        browser.find("button", &words.get("listen"));
        assert_eq!(browser.script("return speechSynthesis.speaking", vec![]), false);
        assert!(!browser.sees("button", &words.get("again")), "nothing to repeat");
    });
}

#[test]
fn voices_that_come_late_read_as_well() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_script(&stand_in(VOICES, true)).run(|browser| {
        browser.open(CARD);
        browser.tap("button", &words.get("listen"));
        browser.find("button", &words.get("stop"));
        browser.script("window.voicesCome()", vec![]);
        assert_eq!(next(browser, 0).voice, "Ellen");
    });
}

#[test]
fn a_voice_that_fails_is_told_and_the_lesson_goes_on() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
        browser.open(CARD);
        browser.tap("button", &words.get("listen"));
        browser.until("every sentence failed", || {
            browser.script("if (speechSynthesis.speaking) window.end('synthesis-failed')", vec![]);
            browser.says(&words.get("no_voice")).then_some(())
        });
        browser.find("button", &words.get("check"));
    });
}

#[test]
fn a_move_ends_what_is_being_read() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
        browser.open("#/lesson/fake-parcel-message/situation?lang=nl");
        browser.tap("button", &words.get("listen"));
        next(browser, 0);
        browser.tap("button", &words.get("next"));
        browser.find("button", &words.get("listen"));
        assert_eq!(browser.script("return speechSynthesis.speaking", vec![]), false);
        assert_eq!(said(browser).len(), 1);
    });
}

#[test]
fn arabic_is_read_by_an_arabic_voice_and_help_in_it_too() {
    let site = Site::of_build();
    Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
        browser.open("#/lesson/fake-parcel-message/situation?lang=ar");
        let said = listen_to_the_end(browser, &Words::of("ar"));
        assert!(!said.is_empty() && said.iter().all(|one| one.voice == "Maged"), "{said:?}");
    });
    Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
        browser.open("#/lesson/fake-parcel-message/situation?lang=nl&help=ar");
        browser.tap("button", &Words::of("ar").get("help_language"));
        let said = listen_to_the_end(browser, &Words::of("nl"));
        let voices: Vec<&str> = said.iter().map(|one| one.voice.as_str()).collect();
        let dutch = voices.iter().filter(|voice| **voice == "Ellen").count();
        assert_eq!(dutch * 2, voices.len(), "each sentence in both languages: {said:?}");
        assert_eq!(voices[..2], ["Ellen", "Maged"], "one after the other: {said:?}");
    });
}

#[test]
fn me_lets_the_voice_be_heard() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
        browser.open("#/me?lang=nl");
        browser.tap("button", &words.get("voice_test"));
        let first = next(browser, 0);
        assert!(words.get("voice_says").starts_with(&first.text), "{first:?}");
        assert_eq!(first.voice, "Ellen");
    });
}

/// A short sound that browsers play whatever it is called: a tenth of a second of silence as WAV, 8 bit, 8 kHz, one channel.
fn silence() -> Vec<u8> {
    let samples = [128_u8; 800];
    let mut wav = b"RIFF".to_vec();
    wav.extend(836_u32.to_le_bytes());
    wav.extend(b"WAVEfmt ");
    wav.extend(16_u32.to_le_bytes());
    wav.extend([1, 0, 1, 0]);
    wav.extend(8000_u32.to_le_bytes());
    wav.extend(8000_u32.to_le_bytes());
    wav.extend([1, 0, 8, 0]);
    wav.extend(b"data");
    wav.extend(800_u32.to_le_bytes());
    wav.extend(samples);
    wav
}

/// Puts recorded sentences into a copy of the site: each text and the name of its file.
fn record(site: &Site, clips: &[(&str, &str)]) {
    let file = site.file("listen.nl.json");
    let mut listen: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    listen["clips"] = clips.iter().map(|(text, file)| (*text, *file)).collect::<serde_json::Value>();
    fs::write(&file, listen.to_string()).unwrap();
    let folder = site.file("index.html").with_file_name("audio").join("nl");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("whole.mp3"), silence()).unwrap();
    fs::write(folder.join("cut.mp3"), &silence()[..20]).unwrap();
}

#[test]
fn a_recorded_sentence_is_played_before_any_voice_and_a_broken_one_is_read_by_the_voice() {
    let site = Site::copy("clips");
    let words = Words::of("nl");
    let card = ["Amir krijgt een bericht.", "Er wacht een pakje op hem.", "Maar Amir kocht niets."];
    record(&site, &[(card[0], "whole.mp3"), (card[1], "cut.mp3"), (card[2], "missing.mp3")]);
    Visit::to(&site).with_script(&stand_in(VOICES, false)).run(|browser| {
        browser.expect_message("missing.mp3");
        browser.open("#/lesson/fake-parcel-message/situation?lang=nl");
        let said = listen_to_the_end(browser, &words);
        let texts: Vec<&str> = said.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, card[1..], "the first one was played, the others read");
        assert!(browser.asked_for().iter().any(|url| url.ends_with("audio/nl/whole.mp3")));
    });
}

#[test]
fn a_recorded_sentence_that_was_played_is_heard_without_a_server() {
    let site = Site::copy("clips-offline");
    let words = Words::of("nl");
    let sum: String = Sha256::digest(silence()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let clip = format!("whole-{sum}.mp3");
    record(&site, &[("Amir krijgt een bericht.", &clip)]);
    let folder = site.file("audio/nl/whole.mp3").with_file_name(&clip);
    fs::write(folder, silence()).unwrap();
    // The list is another than the build's, so the worker does not keep it; it is not what is looked at here.
    let listen = fs::read_to_string(site.file("listen.nl.json")).unwrap();
    let list = "
        const fetched = window.fetch;
        window.fetch = (what, how) => String(what).endsWith('listen.nl.json') ? Promise.resolve(new Response(LISTEN)) : fetched(what, how);"
        .replace("LISTEN", &serde_json::to_string(&listen).unwrap());
    Visit::to(&site).with_worker().with_script(&stand_in(VOICES, false)).with_script(&list).run(|browser| {
        browser.expect_message("");
        let card = "#/lesson/fake-parcel-message/situation?lang=nl";
        let played = |browser: &Browser| {
            let said = listen_to_the_end(browser, &words);
            assert!(said.iter().all(|one| one.text != "Amir krijgt een bericht."), "it was read, not played");
        };
        browser.open(card);
        let served = "return !!navigator.serviceWorker.controller";
        browser.until("the worker", || (browser.script(served, vec![]) == json!(true)).then_some(()));
        played(browser);
        let kept = "
            const [clip, done] = arguments;
            caches.keys().then(names => Promise.all(names.map(async name => (await caches.open(name)).keys())))
              .then(keys => done(keys.flat().some(key => key.url.endsWith(clip))));";
        browser.until("the clip on the device", || {
            (browser.script_later(kept, vec![clip.as_str().into()]) == json!(true)).then_some(())
        });
        let mut list = offline::listed(&site, "nl");
        // Not what the build knows any more.
        list[""].as_object_mut().unwrap().remove("listen.nl.json");
        offline::until_kept(browser, &offline::digests([&list[""], &list["online"]]));
        site.stop();
        browser.open(card);
        played(browser);
    });
}
