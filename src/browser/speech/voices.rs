//! What is known of the voices and the recorded sentences of each language, and what the browser says of its voices.

use core::cell::RefCell;
use engine::map::Map;
use engine::spoken::{Clips, Listen};
use engine::voice::{self, Ranking, Voice};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{SpeechSynthesis, SpeechSynthesisVoice};

thread_local! {
    /// By the code of the language.
    static KNOWN: RefCell<Map<String, Listen>> = RefCell::default();
}

/// Takes over what is known of a language. Until it comes, any voice of the device that speaks the language reads it.
pub fn know(language: &str, listen: Listen) {
    KNOWN.with_borrow_mut(|known| known.insert(language.to_owned(), listen));
}

/// Takes over the clips of one more lesson.
pub fn know_clips(language: &str, clips: &Clips) {
    KNOWN.with_borrow_mut(|known| {
        let listen = known.or_default(language.to_owned());
        for (sentence, file) in clips.iter() {
            listen.clips.insert(sentence.clone(), file.clone());
        }
    });
}

/// The file of a recorded sentence.
pub fn clip(language: &str, sentence: &str) -> Option<String> {
    KNOWN.with_borrow(|known| known.get(language)?.clips.get(sentence).cloned())
}

/// The best voice of this device for a language, and the language as it calls it.
pub fn best(speech: &SpeechSynthesis, language: &str) -> Option<(SpeechSynthesisVoice, String)> {
    KNOWN.with_borrow(|known| {
        let unranked = Ranking::default();
        let ranking = known.get(language).map_or(&unranked, |known| &known.ranking);
        let speaks =
            |voice: &JsValue| voice::speaks(&about(voice, "lang").as_string().unwrap_or_default(), language, ranking);
        let list: Vec<JsValue> = speech.get_voices().iter().filter(speaks).collect();
        let facts: Vec<Voice> = list.iter().map(facts).collect();
        let best = voice::choose(&facts, language, ranking)?;
        // Unchecked: the browsers' lists hold objects of their own, and nothing else.
        Some((list.get(best)?.clone().unchecked_into(), facts.get(best)?.lang.replace('_', "-")))
    })
}

fn about(voice: &JsValue, name: &str) -> JsValue {
    Reflect::get(voice, &name.into()).unwrap_or_default()
}

/// What a browser says of a voice; nothing where it says nothing.
fn facts(voice: &JsValue) -> Voice {
    let text = |name| about(voice, name).as_string().unwrap_or_default();
    let flag = |name| about(voice, name).as_bool().unwrap_or_default();
    Voice {
        name: text("name"),
        lang: text("lang"),
        local: flag("localService"),
        default: flag("default"),
        uri: text("voiceURI"),
    }
}
