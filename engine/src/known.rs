//! Takes what is known out of a document.

use crate::ids::Key;
use crate::map::Map;
use crate::unknown::{Fields, Unknown};

/// A known field of another kind than it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a field has another kind than it must have")]
pub(crate) struct WrongKind;

/// Takes known fields out of a document; what is left in it is not known here. Each gives nothing, or an empty one, for a field that is not there or that has another
/// kind than it must have. The latter is remembered and asked for once, at the end: a way out at each field is more code than the reading.
///
/// `serde` can do the same (`flatten`), with twice the code on a phone.
pub(crate) struct Known {
    left: Fields,
    wrong: bool,
}

impl Known {
    /// What this reader takes out of a document.
    pub(crate) fn read<T>(fields: Fields, read: fn(&mut Self) -> T) -> Result<T, WrongKind> {
        let mut known = Self { left: fields, wrong: false };
        let value = read(&mut known);
        if known.wrong { Err(WrongKind) } else { Ok(value) }
    }

    /// What is not known here; asked for last.
    pub(crate) fn rest(&mut self) -> Fields {
        core::mem::take(&mut self.left)
    }

    /// What is not taken yet.
    pub(crate) fn left(&self) -> &Fields {
        &self.left
    }

    #[inline(never)]
    pub(crate) fn take(&mut self, name: &str) -> Option<Unknown> {
        self.left.remove(name)
    }

    /// Says that a field is wrong.
    pub(crate) fn wrong<T: Default>(&mut self) -> T {
        self.wrong = true;
        T::default()
    }

    /// The table under a name, to be read and left again.
    #[inline(never)]
    pub(crate) fn enter(&mut self, name: &str) -> Self {
        match self.take(name) {
            None => Self { left: Fields::new(), wrong: false },
            Some(value) => Self::inside(value),
        }
    }

    #[inline(never)]
    fn inside(value: Unknown) -> Self {
        match value {
            Unknown::Table(left) => Self { left, wrong: false },
            _ => Self { left: Fields::new(), wrong: true },
        }
    }

    /// What was wrong in a table inside is wrong here.
    pub(crate) fn leave(&mut self, inner: &Self) {
        self.wrong |= inner.wrong;
    }

    #[inline(never)]
    fn as_number(&mut self, value: Option<Unknown>) -> i64 {
        match value {
            None => 0,
            Some(Unknown::Number(number)) => number.whole().unwrap_or_else(|| self.wrong()),
            Some(_) => self.wrong(),
        }
    }

    pub(crate) fn whole<N: TryFrom<i64> + Default>(&mut self, name: &str) -> N {
        let value = self.take(name);
        N::try_from(self.as_number(value)).unwrap_or_else(|_| self.wrong())
    }

    /// As [`Self::whole`], for one that must be there.
    pub(crate) fn must<N: TryFrom<i64> + Default>(&mut self, name: &str) -> N {
        self.wrong |= !self.left.contains_key(name);
        self.whole(name)
    }

    #[inline(never)]
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        match self.take(name) {
            None => false,
            Some(Unknown::Bool(flag)) => flag,
            Some(_) => self.wrong(),
        }
    }

    #[inline(never)]
    pub(crate) fn text(&mut self, name: &str) -> String {
        match self.take(name) {
            None => String::new(),
            Some(value) => self.as_text(value, String::is_one),
        }
    }

    /// A key, or nothing for `null`.
    pub(crate) fn key<K: Key>(&mut self, name: &str) -> Option<K> {
        self.some_text(name, K::is_one).map(K::trusted)
    }

    #[inline(never)]
    fn some_text(&mut self, name: &str, is_one: fn(&str) -> bool) -> Option<String> {
        match self.take(name) {
            None | Some(Unknown::Null) => None,
            Some(value) => Some(self.as_text(value, is_one)),
        }
    }

    /// As [`Self::key`], for one that must be there.
    pub(crate) fn must_key<K: Key>(&mut self, name: &str) -> K {
        let text = self.some_text(name, K::is_one).unwrap_or_else(|| self.wrong());
        K::trusted(text)
    }

    pub(crate) fn keys<K: Key>(&mut self, name: &str) -> Vec<K> {
        self.texts(name, K::is_one).into_iter().map(K::trusted).collect()
    }

    #[inline(never)]
    fn texts(&mut self, name: &str, is_one: fn(&str) -> bool) -> Vec<String> {
        self.list(name).into_iter().map(|value| self.as_text(value, is_one)).collect()
    }

    #[inline(never)]
    pub(crate) fn list(&mut self, name: &str) -> Vec<Unknown> {
        match self.take(name) {
            None => vec![],
            Some(Unknown::List(items)) => items,
            Some(_) => self.wrong(),
        }
    }

    pub(crate) fn tables<K: Key, T>(&mut self, name: &str, read: fn(&mut Self) -> T) -> Map<K, T> {
        let mut inner = self.enter(name);
        let mut tables = Map::new();
        for (name, value) in inner.rest() {
            inner.wrong |= !K::is_one(&name);
            tables.insert(K::trusted(name), inner.as_table(value, read));
        }
        self.leave(&inner);
        tables
    }

    /// Whole numbers by name.
    pub(crate) fn counts(&mut self, name: &str) -> Map<String, u32> {
        let mut inner = self.enter(name);
        let mut counts = Map::new();
        for (name, value) in inner.rest() {
            let count = u32::try_from(inner.as_number(Some(value))).unwrap_or_else(|_| inner.wrong());
            counts.insert(name, count);
        }
        self.leave(&inner);
        counts
    }

    #[inline(never)]
    fn as_text(&mut self, value: Unknown, is_one: fn(&str) -> bool) -> String {
        match value {
            Unknown::Text(text) if is_one(&text) => text,
            _ => self.wrong(),
        }
    }

    pub(crate) fn as_key<K: Key>(&mut self, value: Unknown) -> K {
        K::trusted(self.as_text(value, K::is_one))
    }

    pub(crate) fn as_table<T>(&mut self, value: Unknown, read: fn(&mut Self) -> T) -> T {
        let mut inner = Self::inside(value);
        let value = read(&mut inner);
        self.leave(&inner);
        value
    }
}
