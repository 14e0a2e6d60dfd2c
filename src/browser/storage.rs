//! Keeps documents on this device, in local storage. Every document is sealed (`engine::save`). What cannot be read is set
//! aside before anything is written in its place; what a newer app wrote is left alone.

use super::json;
use engine::save::{self, Unreadable};
use gloo_storage::{LocalStorage, Storage as _};
use serde::{Serialize, de::DeserializeOwned};

/// Before every key, since other sites may live at the same address.
const PREFIX: &str = "stepwise:me:";
/// How many unreadable texts are kept at most: one of each document, twice.
const ASIDE: usize = 8;

/// The documents of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    Progress,
    Settings,
    Practice,
    Sessions,
}

impl Document {
    /// Every document.
    pub const ALL: [Self; 4] = [Self::Progress, Self::Settings, Self::Practice, Self::Sessions];

    fn key(self) -> String {
        let name = match self {
            Self::Progress => "progress",
            Self::Settings => "settings",
            Self::Practice => "practice",
            Self::Sessions => "sessions",
        };
        format!("{PREFIX}{name}")
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
    /// A document comes from a newer app; it is left alone.
    #[error("a document is newer than this app")]
    Newer,
}

/// A place that keeps texts. The app knows no other way to keep anything.
pub trait Store {
    /// What is kept under the key.
    fn get(&self, key: &str) -> Option<String>;
    /// Keeps a text; false if it is not kept.
    fn set(&self, key: &str, text: &str) -> bool;
    /// Forgets a key.
    fn remove(&self, key: &str);
    /// Whether anything can be kept at all.
    fn works(&self) -> bool;
}

/// Local storage, probed first: `gloo-storage` throws where the browser blocks it.
#[derive(Clone, Copy, Debug)]
pub struct ThisDevice {
    there: bool,
}

impl ThisDevice {
    /// Probes the browser.
    #[must_use]
    pub fn probe() -> Self {
        let storage = leptos::prelude::window().local_storage().ok().flatten();
        let there = storage.is_some_and(|storage| {
            let key = format!("{PREFIX}probe");
            let kept = storage.set_item(&key, "1").is_ok();
            let _ = storage.remove_item(&key);
            // A full storage refuses the probe, but what is there can be read and freed.
            kept || storage.length().is_ok_and(|length| length > 0)
        });
        Self { there }
    }
}

impl Store for ThisDevice {
    fn get(&self, key: &str) -> Option<String> {
        // Not `LocalStorage::get`: that reads JSON, while a document here is sealed text.
        self.there.then(|| LocalStorage::raw().get_item(key).ok().flatten()).flatten()
    }

    fn set(&self, key: &str, text: &str) -> bool {
        self.there && LocalStorage::raw().set_item(key, text).is_ok() && self.get(key).as_deref() == Some(text)
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

/// Reads a document; nothing if there is none.
///
/// # Errors
/// [`Trouble::SetAside`] or [`Trouble::Newer`].
pub fn read<T: DeserializeOwned>(store: &impl Store, document: Document) -> Result<Option<T>, Trouble> {
    let Some(text) = store.get(&document.key()) else { return Ok(None) };
    let opened = save::open(&text).map_err(Some).and_then(|json| json::read(json).map_err(|_| None));
    match opened {
        Ok(value) => Ok(Some(value)),
        Err(Some(Unreadable::Newer { .. })) => Err(Trouble::Newer),
        Err(_) => Err(if set_aside(store, &text) { Trouble::SetAside } else { Trouble::Full }),
    }
}

/// Keeps a document.
///
/// # Errors
/// [`Trouble::Blocked`] or [`Trouble::Full`]; what was there before is still there.
pub fn write<T: Serialize>(store: &impl Store, document: Document, value: &T) -> Result<(), Trouble> {
    if !store.works() {
        return Err(Trouble::Blocked);
    }
    let json = json::write(value).map_err(|_| Trouble::Full)?;
    let sealed = save::seal(&json).map_err(|_| Trouble::Full)?;
    if store.set(&document.key(), &sealed) { Ok(()) } else { Err(Trouble::Full) }
}

/// Forgets everything about the person, what was set aside too.
pub fn delete_all(store: &impl Store) {
    Document::ALL.iter().for_each(|document| store.remove(&document.key()));
    (0..ASIDE).for_each(|place| store.remove(&aside_key(place)));
}

fn aside_key(place: usize) -> String {
    format!("{PREFIX}aside-{place}")
}

/// Copies an unreadable text to a free place; true if it is safe there.
fn set_aside(store: &impl Store, text: &str) -> bool {
    for place in 0..ASIDE {
        let key = aside_key(place);
        match store.get(&key) {
            Some(kept) if kept == text => return true,
            Some(_) => {}
            None => return store.set(&key, text),
        }
    }
    false
}
