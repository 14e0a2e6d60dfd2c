//! Reads the screen aloud, sentence by sentence: a recorded clip where there is one, else a voice of this device. Never a voice of
//! another language, never over the network. What browsers do wrong is listed in the order in which it is met below.

mod voices;

pub use voices::{know, know_clips};

use super::focus;
use core::cell::RefCell;
use core::time::Duration;
use engine::map::Map;
use engine::spoken::clean;
use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlAudioElement, HtmlElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Marks the sentence that is being read.
const READING: &str = "reading";
/// Chrome drops what is said right after something was cut off.
const AFTER_A_CUT: Duration = Duration::from_millis(60);
/// How long a browser is given to find its voices. Chrome and Android load them after the page.
const VOICES_COME: Duration = Duration::from_millis(1500);
/// How long a sentence may take before its end is taken as lost, as Android loses it at times: so much, and so much for each letter.
const LONGEST: (Duration, Duration) = (Duration::from_secs(4), Duration::from_millis(250));
/// A calm pace: about 150 words a minute where a voice speaks 180 (ACCESSIBILITY.md, A68).
const USUAL: f32 = 0.85;
/// Three quarters of it.
const SLOW: f32 = 0.64;

/// How *Listen* stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listening {
    #[default]
    Quiet,
    Reading,
    /// This device has neither a voice nor a clip for what is on the screen.
    NoVoice,
}

/// One sentence to be read.
struct Sentence {
    element: HtmlElement,
    text: String,
    language: String,
}

#[derive(Default)]
struct Reader {
    /// Rises with each start, stop and jump, so that a voice that ends late changes nothing.
    turn: u32,
    sentences: Vec<Sentence>,
    at: usize,
    slow: bool,
    tell: Option<Callback<Listening>>,
    /// A sentence in the language of the page could not be heard.
    missed: bool,
    /// Chrome forgets to call back for an utterance that nobody holds.
    speaking: Option<SpeechSynthesisUtterance>,
    playing: Option<HtmlAudioElement>,
    /// The voice of each language, once it was looked for.
    voices: Map<String, Option<(SpeechSynthesisVoice, String)>>,
}

thread_local! {
    static READER: RefCell<Reader> = RefCell::default();
}

/// Asks for the voices, so that the browser has them when they are needed.
pub fn prepare() {
    if let Some(speech) = speech() {
        speech.get_voices();
    }
}

/// Reads what is inside `scope` from the top; an open sheet goes before it. Tells how it stands from now on.
pub fn read(scope: &str, slow: bool, tell: Callback<Listening>) {
    stop();
    let sentences = Some(on_screen("dialog[open]")).filter(|list| !list.is_empty()).unwrap_or_else(|| on_screen(scope));
    let turn = READER.with_borrow_mut(|reader| {
        *reader = Reader { turn: reader.turn, sentences, slow, tell: Some(tell), ..Reader::default() };
        reader.turn
    });
    told(Listening::Reading);
    let Some(speech) = speech() else { return go_on(turn) };
    if speech.get_voices().length() > 0 {
        return go_on(turn);
    }
    // Late voices: whichever comes first begins, the other finds the turn gone.
    let begin = move || {
        if let Some(turn) = next_turn(turn) {
            go_on(turn);
        }
    };
    let came = Closure::<dyn FnMut()>::new(begin).into_js_value();
    speech.set_onvoiceschanged(Some(came.unchecked_ref()));
    set_timeout(begin, VOICES_COME);
}

/// Reads the sentence once more that is being read.
pub fn again() {
    if let Some(turn) = cut(|_| ()) {
        set_timeout(move || go_on(turn), AFTER_A_CUT);
    }
}

/// Reads on at another pace, from the start of the sentence.
pub fn set_slow(slow: bool) {
    if let Some(turn) = cut(|reader| reader.slow = slow) {
        set_timeout(move || go_on(turn), AFTER_A_CUT);
    }
}

/// Stops reading.
pub fn stop() {
    cut(|reader| reader.sentences.clear());
    told(Listening::Quiet);
}

/// Silences what is being said and changes the reader; gives the new turn if something is left to read.
fn cut(change: impl FnOnce(&mut Reader)) -> Option<u32> {
    let (turn, playing) = READER.with_borrow_mut(|reader| {
        reader.turn = reader.turn.wrapping_add(1);
        change(reader);
        let left = !reader.sentences.is_empty();
        (left.then_some(reader.turn), reader.playing.take())
    });
    unmark();
    if let Some(clip) = playing {
        let _ = clip.pause();
    }
    if let Some(speech) = speech()
        && (speech.speaking() || speech.pending())
    {
        speech.cancel();
    }
    turn
}

fn told(how: Listening) {
    let tell = READER.with_borrow(|reader| reader.tell);
    // The page may be gone by then.
    tell.map(|tell| tell.try_run(how));
}

/// Reads the sentence that it is at; the next one when that is over.
fn go_on(turn: u32) {
    unmark();
    let now =
        READER.with_borrow(|reader| {
            let here = (reader.turn == turn).then(|| reader.sentences.get(reader.at))?;
            Some(here.map(|sentence| {
                (sentence.element.clone(), sentence.text.clone(), sentence.language.clone(), reader.slow)
            }))
        });
    match now {
        None => {}
        Some(None) => {
            let missed = READER.with_borrow_mut(|reader| {
                reader.sentences.clear();
                reader.missed
            });
            told(if missed { Listening::NoVoice } else { Listening::Quiet });
        }
        Some(Some((element, text, language, slow))) => {
            let _ = element.class_list().add_1(READING);
            focus::into_view(".reading");
            let clip = voices::clip(&language, &text);
            match clip {
                Some(clip) => play(turn, &clip, language, text, slow),
                None => speak(turn, &text, &language, slow),
            }
        }
    }
}

/// Makes a turn the last one's successor; nothing if it is not the turn any more.
fn next_turn(turn: u32) -> Option<u32> {
    READER.with_borrow_mut(|reader| {
        let mine = reader.turn == turn;
        reader.turn = reader.turn.wrapping_add(u32::from(mine));
        mine.then_some(reader.turn)
    })
}

/// The sentence is over.
fn over(turn: u32, heard: bool) {
    if let Some(turn) = next_turn(turn) {
        READER.with_borrow_mut(|reader| {
            let unheard = reader.sentences.get(reader.at).filter(|_| !heard);
            reader.missed |= unheard.is_some_and(|sentence| sentence.language == page_language());
            reader.at += 1;
        });
        go_on(turn);
    }
}

fn play(turn: u32, clip: &str, language: String, text: String, slow: bool) {
    let Ok(audio) = HtmlAudioElement::new_with_src(&format!("audio/{language}/{clip}")) else {
        return speak(turn, &text, &language, slow);
    };
    audio.set_playback_rate(if slow { 0.75 } else { 1.0 });
    let ended = Closure::once_into_js(move || over(turn, true));
    audio.set_onended(Some(ended.unchecked_ref()));
    // A clip that is missing, cut short or refused: the voice reads the sentence, if there is one.
    let broken = move || {
        if let Some(turn) = next_turn(turn) {
            speak(turn, &text, &language, slow);
        }
    };
    let failed = Closure::once_into_js(broken.clone());
    audio.set_onerror(Some(failed.unchecked_ref()));
    if let Ok(started) = audio.play() {
        spawn_local(async move {
            if JsFuture::from(started).await.is_err() {
                broken();
            }
        });
    }
    READER.with_borrow_mut(|reader| reader.playing = Some(audio));
}

fn speak(turn: u32, text: &str, language: &str, slow: bool) {
    let said = speech().and_then(|speech| {
        let (voice, lang) = voice(&speech, language)?;
        let words = SpeechSynthesisUtterance::new_with_text(text).ok()?;
        words.set_lang(&lang);
        words.set_voice(Some(&voice));
        words.set_rate(if slow { SLOW } else { USUAL });
        let ended = Closure::once_into_js(move || over(turn, true));
        let failed = Closure::once_into_js(move |_: Event| over(turn, false));
        words.set_onend(Some(ended.unchecked_ref()));
        words.set_onerror(Some(failed.unchecked_ref()));
        speech.speak(&words);
        Some(words)
    });
    match said {
        None => over(turn, false),
        Some(words) => {
            READER.with_borrow_mut(|reader| reader.speaking = Some(words));
            let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            set_timeout(move || over(turn, true), LONGEST.0 + LONGEST.1.saturating_mul(letters));
        }
    }
}

fn speech() -> Option<SpeechSynthesis> {
    // Web views have none, and the property is then missing altogether.
    let there = Reflect::has(&window(), &"speechSynthesis".into()).unwrap_or(false);
    if there { window().speech_synthesis().ok() } else { None }
}

/// The best voice of this device for a language, and the language as it calls it. Looked for once while a screen is read, since some
/// devices have thousands.
fn voice(speech: &SpeechSynthesis, language: &str) -> Option<(SpeechSynthesisVoice, String)> {
    let found = READER.with_borrow(|reader| reader.voices.get(language).cloned());
    found.unwrap_or_else(|| {
        let best = voices::best(speech, language);
        READER.with_borrow_mut(|reader| reader.voices.insert(language.to_owned(), best.clone()));
        best
    })
}

fn on_screen(scope: &str) -> Vec<Sentence> {
    let Ok(list) = document().query_selector_all(&format!("{scope} .sentence")) else { return vec![] };
    let seen = |element: HtmlElement| {
        let text = clean(&element.text_content().unwrap_or_default());
        let language = element.closest("[lang]").ok().flatten().and_then(|around| around.get_attribute("lang"));
        let there = element.offset_parent().is_some() && !text.is_empty();
        there.then(|| Sentence { element, text, language: language.unwrap_or_default() })
    };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).filter_map(seen).collect()
}

fn page_language() -> String {
    document().document_element().and_then(|html| html.get_attribute("lang")).unwrap_or_default()
}

fn unmark() {
    if let Ok(Some(element)) = document().query_selector(".reading") {
        let _ = element.class_list().remove_1(READING);
    }
}
