//! What can be learned comes late, over the network: waited for, there, or not to be had.

use crate::browser::fetch::{self, NotLoaded};
use leptos::prelude::*;
use std::sync::Arc;

/// Something that is loaded late.
#[derive(Debug, Default)]
pub enum Shelf<T> {
    /// On its way.
    #[default]
    Waiting,
    /// There.
    Ready(Arc<T>),
    /// Not to be had.
    NotLoaded(NotLoaded),
}

// Derived, it would ask that what is on the shelf can be cloned.
impl<T> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Waiting => Self::Waiting,
            Self::Ready(value) => Self::Ready(value.clone()),
            Self::NotLoaded(why) => Self::NotLoaded(*why),
        }
    }
}

/// Loads a file onto a shelf, unless the reader has moved on meanwhile.
pub fn load<T>(shelf: RwSignal<Shelf<T>>, name: String, keep_shown: bool, still_wanted: impl Fn() -> bool + 'static)
where
    T: serde::de::DeserializeOwned + Send + Sync + 'static,
{
    load_with(shelf, name, None, |value, _| value, keep_shown, still_wanted);
}

/// As [`load`], with a second file that may be missing: what is on the shelf is made of both.
pub fn load_with<T>(
    shelf: RwSignal<Shelf<T>>,
    name: String,
    second: Option<String>,
    both: fn(T, Option<T>) -> T,
    keep_shown: bool,
    still_wanted: impl Fn() -> bool + 'static,
) where
    T: serde::de::DeserializeOwned + Send + Sync + 'static,
{
    // Said only when it is new: a page that waits and asks is not to be drawn again for asking.
    let stays = shelf.with_untracked(|shelf| match shelf {
        Shelf::Waiting => true,
        Shelf::Ready(_) => keep_shown,
        Shelf::NotLoaded(_) => false,
    });
    if !stays {
        shelf.set(Shelf::Waiting);
    }
    let put = move |texts: Vec<fetch::Came>| {
        if untrack(still_wanted) {
            let mut values = texts.into_iter().map(|text| text.and_then(|text| fetch::read(&text)));
            let first = values.next().unwrap_or(Err(NotLoaded::Broken));
            let second = values.next().and_then(Result::ok);
            shelf.set(match first {
                Ok(value) => Shelf::Ready(Arc::new(both(value, second))),
                Err(why) => Shelf::NotLoaded(why),
            });
        }
    };
    fetch::texts([Some(name), second].into_iter().flatten().collect(), Box::new(put));
}
