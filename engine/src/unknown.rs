//! What a later version of the app wrote and this one does not know: kept, joined and written back as it is.

use crate::map::Map;
use core::fmt;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;

/// Any JSON value.
///
/// The order of the kinds, and of values within a kind, is part of the save format: it decides which of two values stays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Unknown {
    /// `null`
    Null,
    /// `false` before `true`.
    Bool(bool),
    /// By size.
    Number(Number),
    /// By letter.
    Text(String),
    /// By its first item, then by the next.
    List(Vec<Unknown>),
    /// Joined field by field.
    Table(Fields),
}

/// Values by name: the fields of a document that are not known here.
pub type Fields = Map<String, Unknown>;

/// A number as JSON knows it: like a browser, without a difference between `1` and `1.0`, and with whole numbers exact up to 2⁵³.
#[derive(Clone, Copy, Debug)]
pub struct Number(f64);

impl Unknown {
    /// The larger of two values; two tables are joined field by field.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Table(mine), Self::Table(theirs)) => Self::Table(join_fields(mine, theirs)),
            (mine, theirs) => mine.max(theirs),
        }
    }
}

/// The fields of both sides. A field of both is joined by [`Unknown::join`].
#[must_use]
pub fn join_fields(mine: Fields, theirs: Fields) -> Fields {
    join_maps(mine, theirs, Unknown::join)
}

/// The entries of both sides, with `join` for what both have.
pub(crate) fn join_maps<K: Ord, V>(mut mine: Map<K, V>, theirs: Map<K, V>, join: impl Fn(V, V) -> V) -> Map<K, V> {
    for (key, value) in theirs {
        let value = match mine.remove(&key) {
            Some(already) => join(already, value),
            None => value,
        };
        mine.insert(key, value);
    }
    mine
}

impl Number {
    /// The number, if it is whole and exact.
    pub(crate) fn whole(self) -> Option<i64> {
        const EXACT: f64 = 9_007_199_254_740_991.0;
        #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and within 53 bits")]
        (self.0.fract() == 0.0 && self.0.abs() <= EXACT).then_some(self.0 as i64)
    }
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        // Adding zero turns -0 into 0, which a browser writes alike.
        Self(value + 0.0)
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Number {}

impl Serialize for Number {
    /// Whole numbers without a decimal point, so that a later version can read them as whole again.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => to.serialize_i64(whole),
            None => to.serialize_f64(self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Unknown {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Unknown;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Unknown, E> {
        Ok(Unknown::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Unknown, E> {
        Ok(Unknown::Bool(value))
    }

    /// A browser reads `1e400` as infinite and has no way to write that: a document with it could never be saved again.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Unknown, E> {
        if value.is_finite() { Ok(Unknown::Number(value.into())) } else { Err(E::custom("a number is too large")) }
    }

    #[expect(clippy::cast_precision_loss, reason = "a browser counts no further than 53 bits either")]
    fn visit_i64<E: Error>(self, value: i64) -> Result<Unknown, E> {
        self.visit_f64(value as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "a browser counts no further than 53 bits either")]
    fn visit_u64<E: Error>(self, value: u64) -> Result<Unknown, E> {
        self.visit_f64(value as f64)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Unknown, E> {
        Ok(Unknown::Text(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Unknown, E> {
        Ok(Unknown::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Unknown, A::Error> {
        let mut list = vec![];
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Unknown::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Unknown, A::Error> {
        let mut table = Fields::new();
        while let Some((name, value)) = entries.next_entry()? {
            table.insert(name, value);
        }
        Ok(Unknown::Table(table))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests {
    use super::*;

    fn read(json: &str) -> Unknown {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn every_json_value_comes_back_as_it_was() {
        for json in
            ["null", "true", "0", "-7", "1.5", "4294967296", "\"a\"", "[1,[null],\"x\"]", "{\"a\":{\"b\":[]},\"c\":2}"]
        {
            assert_eq!(serde_json::to_string(&read(json)).unwrap(), json);
        }
    }

    #[test]
    fn a_number_that_cannot_be_written_is_not_read() {
        use serde::de::IntoDeserializer;
        use serde::de::value::{Error, F64Deserializer};
        for number in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
            let number: F64Deserializer<Error> = number.into_deserializer();
            assert!(Unknown::deserialize(number).is_err());
        }
    }

    #[test]
    fn one_is_one_however_it_is_written() {
        assert_eq!(read("1"), read("1.0"));
        assert_eq!(read("0"), read("-0.0"));
        assert_ne!(read("1"), read("2"));
    }

    #[test]
    fn the_larger_value_stays_and_tables_keep_the_fields_of_both() {
        assert_eq!(read("[3,\"a\"]").join(read("[2,\"z\"]")), read("[3,\"a\"]"));
        assert_eq!(read("9").join(read("10")), read("10"));
        assert_eq!(
            read(r#"{"a":1,"b":{"c":5}}"#).join(read(r#"{"b":{"c":4,"d":1}}"#)),
            read(r#"{"a":1,"b":{"c":5,"d":1}}"#)
        );
    }
}
