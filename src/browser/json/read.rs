//! The browser's values as Rust's own.
//!
//! A value of the wrong shape is left by a JavaScript exception, which [`read`] catches. So no step of the reader can fail, and the
//! compiler writes no way out of each of them: 2.7 kB of the app after brotli. What an exception leaves behind is a little memory,
//! once, for a document that cannot be read.

use super::NotJson;
use core::convert::Infallible;
use core::fmt::{self, Display};
use js_sys::WebAssembly::RuntimeError;
use js_sys::{Array, Object};
use serde::de::DeserializeOwned;
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue, throw_val};

#[wasm_bindgen]
extern "C" {
    /// A list of one value.
    #[wasm_bindgen(js_name = Array)]
    type One;
    #[wasm_bindgen(static_method_of = One, js_class = "Array", js_name = of)]
    fn of(value: &JsValue) -> One;
    /// Calls back with the value, and catches what is thrown meanwhile.
    #[wasm_bindgen(catch, method, js_class = "Array", js_name = forEach)]
    fn attempt(this: &One, call: &mut dyn FnMut(JsValue)) -> Result<(), JsValue>;
}

/// Reads a text.
///
/// # Errors
/// [`NotJson`] for a text that is no JSON or has another shape.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, NotJson> {
    let json = js_sys::JSON::parse(text).map_err(|_| NotJson)?;
    let mut value = None;
    let tried = One::of(&json).attempt(&mut |json| value = T::deserialize(Reader(json)).ok());
    // A trap is no matter of shape: the app has failed. A stack that is full is: what is nested so deeply is none of ours.
    tried.map_err(|thrown| if thrown.is_instance_of::<RuntimeError>() { throw_val(thrown) } else { NotJson })?;
    value.ok_or(NotJson)
}

/// Leaves the reader.
fn leave() -> ! {
    throw_val(JsValue::NULL)
}

fn must<T>(value: Option<T>) -> T {
    value.unwrap_or_else(|| leave())
}

/// The error that never comes back: whoever makes one has left.
#[derive(Debug)]
struct Never(Infallible);

impl Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {}
    }
}

impl core::error::Error for Never {}

impl serde::de::Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        leave()
    }
}

/// Reads one value: `null`, true or false, a number, a text, a list or a table.
struct Reader(JsValue);

impl Reader {
    fn text(&self) -> String {
        must(self.0.as_string())
    }

    fn number<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Never> {
        let number = must(self.0.as_f64());
        #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and within 53 bits")]
        if js_sys::Number::is_safe_integer(&self.0) {
            visitor.visit_i64(number as i64)
        } else {
            visitor.visit_f64(number)
        }
    }

    fn list(&self) -> List {
        List { items: must(self.0.dyn_ref::<Array>()).clone(), next: 0 }
    }

    fn fields(&self, names: &'static [&'static str]) -> Fields {
        Fields { table: must(self.0.dyn_ref::<Object>()).clone(), names: names.iter() }
    }

    fn table(&self) -> Table {
        let table = must(self.0.dyn_ref::<Object>());
        Table { entries: List { items: Object::entries(table), next: 0 }, value: JsValue::NULL }
    }
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Never;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.0.is_null() {
            visitor.visit_unit()
        } else if let Some(value) = self.0.as_bool() {
            visitor.visit_bool(value)
        } else if let Some(text) = self.0.as_string() {
            visitor.visit_string(text)
        } else if Array::is_array(&self.0) {
            visitor.visit_seq(self.list())
        } else if self.0.is_object() {
            visitor.visit_map(self.table())
        } else {
            self.number(visitor)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(must(self.0.as_bool()))
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.number(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.number(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.number(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_string(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_string(self.text())
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(&self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.list())
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.list())
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &str, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.list())
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_map(self.table())
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(self.fields(names))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &str, _: &[&str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
    }
}

/// A variant is a text, or a table of one entry with what belongs to the variant.
impl<'de> EnumAccess<'de> for Reader {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Never> {
        if self.0.is_string() {
            return Ok((seed.deserialize(self)?, Self(JsValue::NULL)));
        }
        let mut table = self.table();
        let variant = must(table.next_key_seed(seed)?);
        Ok((variant, Self(table.value)))
    }
}

impl<'de> VariantAccess<'de> for Reader {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        if self.0.is_null() { Ok(()) } else { leave() }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.list())
    }

    fn struct_variant<V: Visitor<'de>>(self, names: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.fields(names))
    }
}

/// The fields of a table, in the order that Rust asks for: to pick each by its name here is far less code than for every type to
/// sort its own. A field that is not there is none to read, so that its type decides whether it can do without.
struct Fields {
    table: Object,
    names: core::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Never;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        let name = must(self.names.next());
        let value = must(js_sys::Reflect::get(&self.table, &JsValue::from_str(name)).ok());
        (!value.is_undefined()).then(|| seed.deserialize(Reader(value))).transpose()
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
    type Error = Never;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
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
    type Error = Never;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        self.next().map(|key| seed.deserialize(Reader(key))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Never> {
        seed.deserialize(Reader(self.value.clone()))
    }
}
