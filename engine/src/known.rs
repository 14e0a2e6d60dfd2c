//! Takes what is known out of a document.

use crate::ids::NotAnId;
use crate::map::Map;
use crate::unknown::{Fields, Unknown};

/// A known field of another kind than it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a field has another kind than it must have")]
pub(crate) struct WrongKind;

/// Takes known fields out of a document; what is left in it is not known here. Each gives nothing, or an empty one, for a field that is not there.
///
/// `serde` can do the same (`flatten`), with twice the code on a phone.
pub(crate) trait Known {
    fn whole<N: TryFrom<i64>>(&mut self, name: &str) -> Result<Option<N>, WrongKind>;
    fn flag(&mut self, name: &str) -> Result<Option<bool>, WrongKind>;
    fn text(&mut self, name: &str) -> Result<String, WrongKind>;
    fn texts(&mut self, name: &str) -> Result<Vec<String>, WrongKind>;
    fn id<T>(&mut self, name: &str, new: fn(&str) -> Result<T, NotAnId>) -> Result<Option<T>, WrongKind>;
    fn ids<T>(&mut self, name: &str, new: fn(&str) -> Result<T, NotAnId>) -> Result<Vec<T>, WrongKind>;
    fn list(&mut self, name: &str) -> Result<Vec<Unknown>, WrongKind>;
    fn table(&mut self, name: &str) -> Result<Fields, WrongKind>;
    fn tables<T>(&mut self, name: &str, read: fn(Fields) -> Result<T, WrongKind>) -> Result<Map<String, T>, WrongKind>;
}

impl Known for Fields {
    fn whole<N: TryFrom<i64>>(&mut self, name: &str) -> Result<Option<N>, WrongKind> {
        match self.remove(name) {
            None => Ok(None),
            Some(Unknown::Number(number)) => {
                number.whole().and_then(|whole| N::try_from(whole).ok()).map(Some).ok_or(WrongKind)
            }
            Some(_) => Err(WrongKind),
        }
    }

    fn flag(&mut self, name: &str) -> Result<Option<bool>, WrongKind> {
        match self.remove(name) {
            None => Ok(None),
            Some(Unknown::Bool(flag)) => Ok(Some(flag)),
            Some(_) => Err(WrongKind),
        }
    }

    fn text(&mut self, name: &str) -> Result<String, WrongKind> {
        match self.remove(name) {
            None => Ok(String::new()),
            Some(Unknown::Text(text)) => Ok(text),
            Some(_) => Err(WrongKind),
        }
    }

    fn texts(&mut self, name: &str) -> Result<Vec<String>, WrongKind> {
        self.list(name)?.into_iter().map(Unknown::text).collect()
    }

    fn id<T>(&mut self, name: &str, new: fn(&str) -> Result<T, NotAnId>) -> Result<Option<T>, WrongKind> {
        match self.remove(name) {
            None | Some(Unknown::Null) => Ok(None),
            Some(value) => value.id(new).map(Some),
        }
    }

    fn ids<T>(&mut self, name: &str, new: fn(&str) -> Result<T, NotAnId>) -> Result<Vec<T>, WrongKind> {
        self.list(name)?.into_iter().map(|value| value.id(new)).collect()
    }

    fn list(&mut self, name: &str) -> Result<Vec<Unknown>, WrongKind> {
        match self.remove(name) {
            None => Ok(vec![]),
            Some(Unknown::List(items)) => Ok(items),
            Some(_) => Err(WrongKind),
        }
    }

    fn table(&mut self, name: &str) -> Result<Fields, WrongKind> {
        self.remove(name).map_or_else(|| Ok(Fields::new()), Unknown::table)
    }

    fn tables<T>(&mut self, name: &str, read: fn(Fields) -> Result<T, WrongKind>) -> Result<Map<String, T>, WrongKind> {
        self.table(name)?.into_iter().map(|(name, value)| Ok((name, read(value.table()?)?))).collect()
    }
}

impl Unknown {
    fn text(self) -> Result<String, WrongKind> {
        if let Self::Text(text) = self { Ok(text) } else { Err(WrongKind) }
    }

    pub(crate) fn id<T>(self, new: fn(&str) -> Result<T, NotAnId>) -> Result<T, WrongKind> {
        new(&self.text()?).map_err(|_| WrongKind)
    }

    pub(crate) fn table(self) -> Result<Fields, WrongKind> {
        if let Self::Table(fields) = self { Ok(fields) } else { Err(WrongKind) }
    }
}
