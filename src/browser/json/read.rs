//! The browser's values as Rust's own.

use super::NotJson;
use core::fmt::Display;
use js_sys::{Array, Object};
use serde::de::DeserializeOwned;
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a text.
///
/// # Errors
/// [`NotJson`] for a text that is no JSON or has another shape.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, NotJson> {
    T::deserialize(Reader(js_sys::JSON::parse(text).map_err(|_| NotJson)?))
}

impl serde::de::Error for NotJson {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// Reads one value: `null`, true or false, a number, a text, a list or a table.
struct Reader(JsValue);

impl Reader {
    fn text(&self) -> Result<String, NotJson> {
        self.0.as_string().ok_or(NotJson)
    }

    fn number<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, NotJson> {
        let number = self.0.as_f64().ok_or(NotJson)?;
        #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and within 53 bits")]
        if js_sys::Number::is_safe_integer(&self.0) {
            visitor.visit_i64(number as i64)
        } else {
            visitor.visit_f64(number)
        }
    }

    fn list(&self) -> Result<List, NotJson> {
        self.0.dyn_ref::<Array>().map(|items| List { items: items.clone(), next: 0 }).ok_or(NotJson)
    }

    fn table(&self) -> Result<Table, NotJson> {
        let table = self.0.dyn_ref::<Object>().ok_or(NotJson)?;
        Ok(Table { entries: List { items: Object::entries(table), next: 0 }, value: JsValue::NULL })
    }
}

impl<'de> Deserializer<'de> for Reader {
    type Error = NotJson;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        if self.0.is_null() {
            visitor.visit_unit()
        } else if let Some(value) = self.0.as_bool() {
            visitor.visit_bool(value)
        } else if let Some(text) = self.0.as_string() {
            visitor.visit_string(text)
        } else if Array::is_array(&self.0) {
            visitor.visit_seq(self.list()?)
        } else if self.0.is_object() {
            visitor.visit_map(self.table()?)
        } else {
            self.number(visitor)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_bool(self.0.as_bool().ok_or(NotJson)?)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        self.number(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        self.number(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        self.number(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_str(&self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &str, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_seq(self.list()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_seq(self.list()?)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &str, _: usize, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_seq(self.list()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_map(self.table()?)
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &str, _: &[&str], visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_map(self.table()?)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &str, _: &[&str], visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_enum(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
    }
}

/// A variant is a text, or a table of one entry with what belongs to the variant.
impl<'de> EnumAccess<'de> for Reader {
    type Error = NotJson;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), NotJson> {
        if self.0.is_string() {
            return Ok((seed.deserialize(self)?, Self(JsValue::NULL)));
        }
        let mut table = self.table()?;
        let variant = table.next_key_seed(seed)?.ok_or(NotJson)?;
        Ok((variant, Self(table.value)))
    }
}

impl<'de> VariantAccess<'de> for Reader {
    type Error = NotJson;

    fn unit_variant(self) -> Result<(), NotJson> {
        if self.0.is_null() { Ok(()) } else { Err(NotJson) }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, NotJson> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_seq(self.list()?)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &[&str], visitor: V) -> Result<V::Value, NotJson> {
        visitor.visit_map(self.table()?)
    }
}

struct List {
    items: Array,
    next: u32,
}

impl List {
    fn next(&mut self) -> Option<JsValue> {
        (self.next < self.items.length()).then(|| {
            self.next += 1;
            self.items.get(self.next - 1)
        })
    }
}

impl<'de> SeqAccess<'de> for List {
    type Error = NotJson;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, NotJson> {
        self.next().map(|item| seed.deserialize(Reader(item))).transpose()
    }
}

struct Table {
    entries: List,
    /// Of the key that was read last.
    value: JsValue,
}

impl Table {
    fn next(&mut self) -> Option<JsValue> {
        let entry: Array = self.entries.next()?.unchecked_into();
        self.value = entry.get(1);
        Some(entry.get(0))
    }
}

impl<'de> MapAccess<'de> for Table {
    type Error = NotJson;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, NotJson> {
        self.next().map(|key| seed.deserialize(Reader(key))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, NotJson> {
        seed.deserialize(Reader(self.value.clone()))
    }
}
