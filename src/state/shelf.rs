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
    if !(keep_shown && shelf.with_untracked(|shelf| matches!(shelf, Shelf::Ready(_)))) {
        shelf.set(Shelf::Waiting);
    }
    let put = move |text: Result<String, NotLoaded>| {
        if untrack(still_wanted) {
            shelf.set(match text.and_then(|text| fetch::read(&text)) {
                Ok(value) => Shelf::Ready(Arc::new(value)),
                Err(why) => Shelf::NotLoaded(why),
            });
        }
    };
    fetch::text(&name, Box::new(put));
}
