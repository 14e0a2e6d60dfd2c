//! Keeps documents on this device: each twice in local storage and once more in the mirror (RELIABILITY.md, section 3). Every copy is
//! sealed (`engine::save`), and what is read is joined from all of them. What cannot be read is set aside before anything is written
//! in its place; what a newer app wrote is left alone.

use super::{json, mirror, people, today};
use core::cell::{Cell, RefCell};
use engine::board::Board;
use engine::desk::Draft;
use engine::manager::Notes;
use engine::map::Map;
use engine::person::Person;
use engine::progress::Progress;
use engine::review::Practice;
use engine::save::{self, Unreadable};
use engine::sessions::Sessions;
use engine::settings::Settings;
use gloo_storage::{LocalStorage, Storage as _};
use js_sys::JsString;
use leptos::prelude::window_event_listener;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// How many unreadable texts are kept at most: every copy of each document.
const ASIDE: usize = 12;

thread_local! {
    /// How often each document was written since the page was opened.
    static WRITTEN: [Cell<usize>; 8] = const { [const { Cell::new(0) }; 8] };
    /// What this page wrote last under each key. What it has in its memory is at least that.
    static MINE: RefCell<Map<String, JsString>> = RefCell::default();
}

/// The documents of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    Progress,
    Settings,
    Practice,
    Sessions,
    /// Who it is, on a device of several.
    Person,
    /// The route that a coach makes. No worker has one.
    Draft,
    /// The group board of a coach. No worker has one.
    Board,
    /// What a manager notes. No worker has it.
    Notes,
}

/// Before every key of a person, since other people, and other sites, may live at the same address.
fn prefix(person: &str) -> String {
    format!("stepwise:{person}:")
}

impl Document {
    /// Every document of a worker.
    pub const ALL: [Self; 5] = [Self::Progress, Self::Settings, Self::Practice, Self::Sessions, Self::Person];

    fn key(self, person: &str) -> String {
        let name = match self {
            Self::Progress => "progress",
            Self::Settings => "settings",
            Self::Practice => "practice",
            Self::Sessions => "sessions",
            Self::Person => "person",
            Self::Draft => "route",
            Self::Board => "board",
            Self::Notes => "manager",
        };
        prefix(person) + name
    }

    /// The keys of its two copies in local storage.
    fn slots(self, person: &str) -> [String; 2] {
        let first = self.key(person);
        let second = format!("{first}:b");
        [first, second]
    }

    /// The document of the person who is here that a key of local storage belongs to.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        let here = people::here();
        Self::ALL.into_iter().find(|document| document.slots(&here).iter().any(|slot| slot == key))
    }
}

/// Why something is not kept, or was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The browser lets this page keep nothing.
    #[error("storage is blocked")]
    Blocked,
    /// There is no room left.
    #[error("storage is full")]
    Full,
    /// A document could not be read; it is set aside.
    #[error("a document was unreadable")]
    SetAside,
    /// The words of the language that was chosen did not come.
    #[error("the words of a language did not come")]
    NoLanguage,
    /// A document comes from a newer app; it is left alone.
    #[error("a document is newer than this app")]
    Newer,
}

/// A place that keeps texts. The app knows no other way to keep anything. They are the browser's own: to copy each into the app and back would hold up the answer to a
/// tap on an old phone.
pub trait Store {
    /// What is kept under the key.
    fn get(&self, key: &str) -> Option<JsString>;
    /// Keeps a text; false if it is not kept.
    fn set(&self, key: &str, text: &JsString) -> bool;
    /// Forgets a key.
    fn remove(&self, key: &str);
    /// Whether anything can be kept at all.
    fn works(&self) -> bool;
}

#[wasm_bindgen]
extern "C" {
    /// Local storage, whose texts stay what they are; `web-sys` copies each.
    type OwnTexts;
    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get(this: &OwnTexts, key: &str) -> Result<Option<JsString>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set(this: &OwnTexts, key: &str, text: &JsString) -> Result<(), JsValue>;
}

fn own_texts() -> OwnTexts {
    LocalStorage::raw().unchecked_into()
}

/// Local storage, probed first: `gloo-storage` throws where the browser blocks it.
#[derive(Clone, Copy, Debug)]
pub struct ThisDevice {
    there: bool,
    /// On a kiosk nothing of a person is read or written. It never fails, so that nobody is told that it does.
    forgets: bool,
}

impl ThisDevice {
    /// Probes the browser.
    #[must_use]
    pub fn probe() -> Self {
        if people::is_kiosk() {
            return Self { there: true, forgets: true };
        }
        // The app says then itself that it keeps nothing: whoever was sent such an address is to know.
        if people::here() == people::PREVIEW {
            return Self { there: false, forgets: false };
        }
        let storage = leptos::prelude::window().local_storage().ok().flatten();
        let there = storage.is_some_and(|storage| {
            let key = prefix("probe");
            let kept = storage.set_item(&key, "1").is_ok();
            let _ = storage.remove_item(&key);
            // A full storage refuses the probe, but what is there can be read and freed.
            kept || storage.length().is_ok_and(|length| length > 0)
        });
        Self { there, forgets: false }
    }
}

impl Store for ThisDevice {
    fn get(&self, key: &str) -> Option<JsString> {
        (self.there && !self.forgets).then(|| own_texts().get(key).ok().flatten()).flatten()
    }

    fn set(&self, key: &str, text: &JsString) -> bool {
        self.forgets || self.there && own_texts().set(key, text).is_ok() && self.get(key).as_ref() == Some(text)
    }

    fn remove(&self, key: &str) {
        if self.there {
            let _ = LocalStorage::raw().remove_item(key);
        }
    }

    fn works(&self) -> bool {
        self.there
    }
}

/// A document that is kept, joined from all its copies.
pub trait Kept: Serialize + DeserializeOwned + Default + Clone + PartialEq {
    const DOCUMENT: Document;
    /// Whether every copy comes to the same in the end, whatever is joined with what. Only then may a page answer another one's
    /// copy with its own, or two would answer each other for ever.
    const AGREES: bool = true;
    #[must_use]
    fn join(self, other: Self) -> Self;
}

impl Kept for Progress {
    const DOCUMENT: Document = Document::Progress;

    fn join(self, other: Self) -> Self {
        self.join(other)
    }
}

impl Kept for Settings {
    const DOCUMENT: Document = Document::Settings;

    fn join(self, other: Self) -> Self {
        self.join(other)
    }
}

impl Kept for Practice {
    const DOCUMENT: Document = Document::Practice;

    fn join(self, other: Self) -> Self {
        self.join(other, today::today())
    }
}

impl Kept for Sessions {
    const DOCUMENT: Document = Document::Sessions;
    const AGREES: bool = false;

    fn join(self, other: Self) -> Self {
        self.join(other)
    }
}

impl Kept for Person {
    const DOCUMENT: Document = Document::Person;

    fn join(self, other: Self) -> Self {
        self.join(other)
    }
}

impl Kept for Draft {
    const DOCUMENT: Document = Document::Draft;

    fn join(self, other: Self) -> Self {
        self.join(other)
    }
}

impl Kept for Board {
    const DOCUMENT: Document = Document::Board;

    fn join(self, other: Self) -> Self {
        self.join(other)
    }
}

impl Kept for Notes {
    const DOCUMENT: Document = Document::Notes;

    fn join(self, other: Self) -> Self {
        self.join(other)
    }
}

/// What was found of a document, and what was wrong with some of its copies.
pub struct Found<T> {
    pub value: Option<T>,
    /// The gravest. [`Trouble::Newer`] and [`Trouble::Full`] forbid to write the document.
    pub trouble: Option<Trouble>,
}

/// Reads a document of a person: the copies in local storage and what the mirror had when the page was opened, joined.
pub fn read<T: Kept>(store: &impl Store, person: &str) -> Found<T> {
    let texts = T::DOCUMENT.slots(person).map(|key| store.get(&key));
    let mirrored = mirror::at_start(&T::DOCUMENT.key(person));
    join_texts(store, person, texts.into_iter().flatten().map(String::from).chain(mirrored))
}

/// Reads a document again, as another page may have written it.
pub fn read_again<T: Kept>(store: &impl Store, person: &str) -> Found<T> {
    join_texts(store, person, T::DOCUMENT.slots(person).iter().filter_map(|key| store.get(key)).map(String::from))
}

fn join_texts<T: Kept>(store: &impl Store, person: &str, texts: impl Iterator<Item = String>) -> Found<T> {
    let mut found: Found<T> = Found { value: None, trouble: None };
    for text in texts {
        let trouble = match open(store, person, &text)
            .and_then(|json| json::read::<T>(json).map_err(|_| aside(store, person, &text)))
        {
            Ok(value) => {
                found.value = Some(match found.value.take() {
                    Some(before) => before.join(value),
                    None => value,
                });
                continue;
            }
            Err(trouble) => trouble,
        };
        if found.trouble.is_none_or(|before| before == Trouble::SetAside) {
            found.trouble = Some(trouble);
        }
    }
    found
}

fn open<'text>(store: &impl Store, person: &str, text: &'text str) -> Result<&'text str, Trouble> {
    save::open(text).map_err(|why| match why {
        Unreadable::Newer { .. } => Trouble::Newer,
        _ => aside(store, person, text),
    })
}

/// Keeps a document of a person: joined with what another page wrote meanwhile, in the copy that was written longer ago, then in the mirror.
/// Gives back the joined document where that is more than the value, and why it is not kept. `then` is told whether it is on the disk.
pub fn write<T: Kept>(
    store: &impl Store,
    person: &str,
    value: &T,
    then: impl FnOnce(bool) + 'static,
) -> (Option<T>, Result<(), Trouble>) {
    let is_mine = |key: &String| {
        let kept = store.get(key);
        kept.is_none() || MINE.with_borrow(|mine| mine.get(key) == kept.as_ref())
    };
    // On an old phone reading and joining would hold up the answer to each tap.
    let found = match T::DOCUMENT.slots(person).iter().all(is_mine) {
        true => Found { value: None, trouble: None },
        false => read_again::<T>(store, person),
    };
    let joined = found.value.map(|kept| value.clone().join(kept)).filter(|joined| joined != value);
    if let Some(trouble @ (Trouble::Newer | Trouble::Full)) = found.trouble {
        return (joined, Err(trouble));
    }
    let kept = seal(joined.as_ref().unwrap_or(value))
        .ok_or(Trouble::Full)
        .and_then(|sealed| keep_text(store, person, T::DOCUMENT, &sealed.into(), Box::new(then)));
    (joined, kept)
}

fn keep_text(
    store: &impl Store,
    person: &str,
    document: Document,
    sealed: &JsString,
    then: Box<dyn FnOnce(bool)>,
) -> Result<(), Trouble> {
    mirror::keep(&document.key(person), sealed, then);
    if !store.works() {
        return Err(Trouble::Blocked);
    }
    let mut slots = document.slots(person);
    // The two copies take turns, so that one is always whole. A full storage may still have room for a change of the other.
    WRITTEN.with(|written| {
        if let Some(written) = written.get(document as usize) {
            slots.rotate_left(written.get() % 2);
            written.set(written.get().wrapping_add(1));
        }
    });
    let slot = slots.into_iter().find(|key| store.set(key, sealed)).ok_or(Trouble::Full)?;
    MINE.with_borrow_mut(|mine| mine.insert(slot, sealed.clone()));
    Ok(())
}

/// Keeps a document in the place of all its copies, those of the last days too: somebody was taken out of it, and is to be in none of them.
pub fn write_alone<T: Kept>(store: &impl Store, person: &str, value: &T) -> Result<(), Trouble> {
    let sealed = JsString::from(seal(value).ok_or(Trouble::Full)?);
    let key = T::DOCUMENT.key(person);
    mirror::clear_then(&key.clone(), {
        let sealed = sealed.clone();
        move || mirror::keep(&key, &sealed, |_| ())
    });
    for slot in T::DOCUMENT.slots(person) {
        if !store.set(&slot, &sealed) {
            return Err(if store.works() { Trouble::Full } else { Trouble::Blocked });
        }
        MINE.with_borrow_mut(|mine| mine.insert(slot, sealed.clone()));
    }
    Ok(())
}

/// A document as a sealed text; nothing if it is too long.
pub fn seal<T: Serialize>(value: &T) -> Option<String> {
    json::write(value).ok().and_then(|json| save::seal(&json).ok())
}

/// The document in a sealed text.
///
/// # Errors
/// When it is none; true if a newer app wrote it.
pub fn unseal<T: DeserializeOwned>(text: &str) -> Result<T, bool> {
    let json = save::open(text).map_err(|why| matches!(why, Unreadable::Newer { .. }))?;
    json::read(json).map_err(|_| false)
}

/// Calls back when another page of the app has kept a document, and with none when it has deleted everything.
pub fn on_other_page(then: impl Fn(Option<Document>) + 'static) {
    let handle = window_event_listener(leptos::ev::storage, move |event| {
        let Some(document) = event.key().and_then(|key| Document::of_key(&key)) else { return };
        then(event.new_value().map(|_| document));
    });
    core::mem::forget(handle);
}

/// Calls back when another page has kept a copy of this document of a person.
pub fn on_other_copy<T: Kept>(person: &str, then: impl Fn() + 'static) {
    let slots = T::DOCUMENT.slots(person);
    let handle = window_event_listener(leptos::ev::storage, move |event| {
        if event.new_value().is_some() && event.key().is_some_and(|key| slots.contains(&key)) {
            then();
        }
    });
    core::mem::forget(handle);
}

/// Forgets everything about a person, what was set aside too.
pub fn delete_all(store: &impl Store, person: &str) {
    delete(store, person, &Document::ALL);
}

/// Forgets these documents, and what was set aside.
pub fn delete(store: &impl Store, person: &str, documents: &[Document]) {
    documents.iter().flat_map(|document| document.slots(person)).for_each(|key| store.remove(&key));
    (0..ASIDE).for_each(|place| store.remove(&aside_key(person, place)));
    mirror::clear(&prefix(person));
}

fn aside_key(person: &str, place: usize) -> String {
    format!("{}aside-{place}", prefix(person))
}

/// Copies an unreadable text to a free place; says whether it is safe there.
fn aside(store: &impl Store, person: &str, text: &str) -> Trouble {
    let text = JsString::from(text);
    let place =
        (0..ASIDE).map(|place| aside_key(person, place)).find(|key| store.get(key).is_none_or(|kept| kept == text));
    let is_safe = place.is_some_and(|key| store.get(&key).is_some() || store.set(&key, &text));
    if is_safe { Trouble::SetAside } else { Trouble::Full }
}
