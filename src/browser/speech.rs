//! Reads the screen aloud with a voice of this device. Never with a voice of another language, never over the network.

use leptos::prelude::{document, window};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// What is read, in reading order: headings, sentences, answers, what stands in a view, what the screen said back.
const READ: &str = "main h1, main .say, main .more, main .answer-text, main .bubble, main .thing-text, main .field-value, \
                    main .answer-shown, .panel-title, .panel-says";
/// Marks what is being read.
const READING: &str = "reading";

thread_local! {
    /// Rises with each start and stop, so that a voice that ends late does not go on.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// No voice of this device speaks the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no voice for the language")]
pub struct NoVoice;

/// Asks for the voices, so that the browser has them when they are needed.
pub fn prepare() {
    if let Some(speech) = speech() {
        let _ = speech.get_voices();
    }
}

/// Reads the screen from the top; calls back when it is done.
///
/// # Errors
/// [`NoVoice`] if nothing here speaks the language.
pub fn read_screen(language: &str, done: impl FnOnce() + 'static) -> Result<(), NoVoice> {
    stop();
    let speech = speech().ok_or(NoVoice)?;
    let voice = voice(&speech, language).ok_or(NoVoice)?;
    let turn = TURN.get();
    read_on(speech, voice, on_screen().into_iter(), turn, Box::new(done));
    Ok(())
}

/// Stops reading.
pub fn stop() {
    TURN.set(TURN.get().wrapping_add(1));
    unmark();
    if let Some(speech) = speech() {
        speech.cancel();
    }
}

fn speech() -> Option<SpeechSynthesis> {
    // Web views have none, and the property is then missing altogether.
    let there = js_sys::Reflect::has(&window(), &"speechSynthesis".into()).unwrap_or(false);
    if there { window().speech_synthesis().ok() } else { None }
}

/// A voice on the device that speaks the language: `nl-BE`, `nl_BE` and `nl` all do. Online voices are never used.
fn voice(speech: &SpeechSynthesis, language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = speech.get_voices();
    let speaks = |voice: &SpeechSynthesisVoice| {
        let code = voice.lang().to_ascii_lowercase();
        voice.local_service() && code.split(['-', '_']).next() == Some(language)
    };
    voices.iter().map(JsCast::unchecked_into).find(speaks)
}

fn on_screen() -> Vec<HtmlElement> {
    let Ok(list) = document().query_selector_all(READ) else { return vec![] };
    let seen = |element: &HtmlElement| element.offset_parent().is_some() && !text(element).is_empty();
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).filter(seen).collect()
}

/// Soft hyphens are for the eye.
fn text(element: &HtmlElement) -> String {
    element.text_content().unwrap_or_default().replace('\u{ad}', "").trim().to_owned()
}

fn read_on(
    speech: SpeechSynthesis,
    voice: SpeechSynthesisVoice,
    mut left: std::vec::IntoIter<HtmlElement>,
    turn: u32,
    done: Box<dyn FnOnce()>,
) {
    unmark();
    let Some(element) = left.next() else { return done() };
    let Ok(words) = SpeechSynthesisUtterance::new_with_text(&text(&element)) else { return done() };
    let _ = element.class_list().add_1(READING);
    element.scroll_into_view_with_bool(false);
    words.set_lang(&voice.lang());
    words.set_voice(Some(&voice));
    let ended = {
        let speech = speech.clone();
        Closure::once_into_js(move || {
            if TURN.get() == turn {
                read_on(speech, voice, left, turn, done);
            }
        })
    };
    words.set_onend(Some(ended.unchecked_ref()));
    words.set_onerror(Some(ended.unchecked_ref()));
    speech.speak(&words);
}

fn unmark() {
    if let Ok(Some(element)) = document().query_selector(".reading") {
        let _ = element.class_list().remove_1(READING);
    }
}
