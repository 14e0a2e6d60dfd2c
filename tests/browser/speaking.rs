//! *Listen*, through to what comes out of the device: a real browser, a real speech-dispatcher, and ours as its voice.

use serde_json::json;
use tests::data::Words;
use tests::engine::Engine;
use tests::look::plain;
use tests::server::Site;
use tests::speechd::{Dispatcher, SpeakingBrowser, Utterance};

/// Says a sentence with the first voice of its language, and counts in its title what came to an end.
const PAGE: &str = "data:text/html;charset=utf-8,<!doctype html><meta charset=utf-8><script>
    const say = (lang, text) => {
        const words = new SpeechSynthesisUtterance(text);
        words.voice = speechSynthesis.getVoices().find(voice => voice.lang.startsWith(lang));
        words.lang = words.voice.lang;
        words.onend = words.onerror = () => document.title = Number(document.title) + 1;
        speechSynthesis.speak(words);
    }
    </script><button onclick=\"say('nl', 'Was je handen, Els &amp; Jo.')\">Dutch</button>
    <button onclick=\"say('fr', 'L’été arrive.')\">French</button>
    <button onclick=\"say('en', 'One.'); say('en', 'Two.'); speechSynthesis.cancel()\">Nothing more</button>";

fn said(language: &str, text: &str) -> Utterance {
    Utterance { language: language.to_owned(), text: text.to_owned() }
}

/// What a page says after a click is heard in its language and order.
pub fn a_page_is_heard(engine: Engine) {
    let dispatcher = Dispatcher::start();
    let browser = SpeakingBrowser::start(engine, &dispatcher);
    let until_ended = |count: u32| {
        let title = json!(count.to_string());
        browser.until("the end of what is said", || browser.script("return document.title") == title);
    };
    browser.open(PAGE);
    assert_eq!(dispatcher.heard(), []);
    browser.press("Dutch");
    until_ended(1);
    assert_eq!(dispatcher.heard(), [said("nl-NL", "Was je handen, Els & Jo.")]);
    browser.press("French");
    until_ended(2);
    assert_eq!(dispatcher.heard()[1..], [said("fr-FR", "L’été arrive.")]);
    browser.press("Nothing more");
    // Chromium tells the sentence that was cut off; the one that waited ends without a word.
    until_ended(3);
    assert!(!dispatcher.heard().contains(&said("en-GB", "Two.")), "{:?}", dispatcher.heard());
}

/// *Listen* says every sentence of a card in the language of the lesson.
pub fn listen_is_heard(engine: Engine) {
    let site = Site::of_build();
    let dispatcher = Dispatcher::start();
    let browser = SpeakingBrowser::start(engine, &dispatcher);
    for language in ["nl", "fr"] {
        let before = dispatcher.heard().len();
        let words = Words::of(language);
        browser.open(&format!("{}?visit={language}#/lesson/fire-alarm/my-coat?lang={language}", site.address));
        browser.press(&words.get("listen"));
        browser.until("the first sentence", || dispatcher.heard().len() > before);
        browser.until("the end of the card", || browser.has_button(&words.get("listen")));
        let heard = &dispatcher.heard()[before..];
        assert!(heard.iter().all(|said| said.language.starts_with(language)), "{heard:?}");
        let heard = heard.iter().map(|said| said.text.as_str()).collect::<Vec<_>>().join(" ");
        let seen = browser.script(
            "return [...document.querySelectorAll('main h1, main label')].map(part => part.innerText).join(' ')",
        );
        assert_eq!(heard, plain(seen.as_str().unwrap()));
    }
}
