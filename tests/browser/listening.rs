//! *Listen*: honest where no voice is, and never with a voice of another language or from the network.

use tests::data::Words;
use tests::server::Site;
use tests::visit::Visit;

/// A stand-in for the voices of a device: it says at once what it is given and writes it down.
fn stand_in(voices: &str) -> String {
    format!(
        "window.said = [];
        const voices = {voices};
        Object.defineProperty(window, 'speechSynthesis', {{ value: {{
            getVoices: () => voices,
            cancel() {{}},
            speak(words) {{
                window.said.push([words.voice.name, words.text]);
                setTimeout(() => words.onend && words.onend(new Event('end')));
            }}
        }} }});
        window.SpeechSynthesisUtterance = class {{ constructor(text) {{ this.text = text; }} }};"
    )
}

#[test]
fn without_a_voice_listen_stays_and_says_so() {
    let site = Site::of_build();
    let words = Words::of("nl");
    Visit::to(&site).with_script(&stand_in("[]")).run(|browser| {
        browser.open("#/lesson/fake-parcel-message/situation?lang=nl");
        browser.tap("button", &words.get("listen"));
        browser.until_says(&words.get("no_voice"));
        assert!(browser.sees("button", &words.get("listen")));
    });
}

#[test]
fn listen_reads_the_screen_from_the_top_with_a_voice_of_its_language_on_the_device() {
    let site = Site::of_build();
    let words = Words::of("nl");
    let voices = "[
        { name: 'German', lang: 'de-DE', localService: true },
        { name: 'Online', lang: 'nl-NL', localService: false },
        { name: 'Ellen', lang: 'nl_BE', localService: true },
    ]";
    Visit::to(&site).with_script(&stand_in(voices)).run(|browser| {
        browser.open("#/lesson/fake-parcel-message/what-now?lang=nl");
        let heading = browser.heading();
        browser.tap("button", &words.get("listen"));
        // What was said is looked up after the end was seen: the other way round, the last answers might come in between.
        let said = browser.until("the last answer is said", || {
            if !browser.sees("button", &words.get("listen")) {
                return None;
            }
            let said: Vec<(String, String)> =
                serde_json::from_value(browser.script("return window.said", vec![])).ok()?;
            (said.len() > 3).then_some(said)
        });
        assert!(said.iter().all(|(voice, _)| voice == "Ellen"), "{said:?}");
        assert_eq!(said[0].1, heading);
        for answer in browser.names("radio") {
            assert!(said.iter().any(|(_, text)| *text == answer), "{answer} in {said:?}");
        }
    });
}
