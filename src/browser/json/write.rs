//! Rust's values as the browser's own, for its JSON writer.

use super::NotJson;
use core::fmt::Display;
use js_sys::{Array, Object, Reflect};
use serde::ser::{Impossible, SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;

/// Writes a value.
///
/// # Errors
/// [`NotJson`] for a value that JSON has no form for.
pub fn write<T: Serialize>(value: &T) -> Result<String, NotJson> {
    let value = value.serialize(Writer)?;
    js_sys::JSON::stringify(&value).ok().and_then(|text| text.as_string()).ok_or(NotJson)
}

impl serde::ser::Error for NotJson {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// Makes one value. What no document of ours holds has no form here.
struct Writer;

type Made = Result<JsValue, NotJson>;

impl Serializer for Writer {
    type Ok = JsValue;
    type Error = NotJson;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = Impossible<JsValue, NotJson>;
    type SerializeMap = Table;
    type SerializeStruct = Table;
    type SerializeStructVariant = Impossible<JsValue, NotJson>;

    fn serialize_bool(self, value: bool) -> Made {
        Ok(value.into())
    }

    fn serialize_i8(self, value: i8) -> Made {
        Ok(value.into())
    }

    fn serialize_i16(self, value: i16) -> Made {
        Ok(value.into())
    }

    fn serialize_i32(self, value: i32) -> Made {
        Ok(value.into())
    }

    fn serialize_i64(self, value: i64) -> Made {
        // Larger ones would come back as another number.
        #[expect(clippy::cast_precision_loss, reason = "checked to be within 53 bits")]
        if value.unsigned_abs() < (1 << 53) { Ok((value as f64).into()) } else { Err(NotJson) }
    }

    fn serialize_u8(self, value: u8) -> Made {
        Ok(value.into())
    }

    fn serialize_u16(self, value: u16) -> Made {
        Ok(value.into())
    }

    fn serialize_u32(self, value: u32) -> Made {
        Ok(value.into())
    }

    fn serialize_u64(self, value: u64) -> Made {
        i64::try_from(value).map_err(|_| NotJson).and_then(|value| self.serialize_i64(value))
    }

    fn serialize_f32(self, value: f32) -> Made {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Made {
        if value.is_finite() { Ok(value.into()) } else { Err(NotJson) }
    }

    fn serialize_char(self, value: char) -> Made {
        Ok(value.to_string().into())
    }

    fn serialize_str(self, value: &str) -> Made {
        Ok(value.into())
    }

    fn serialize_bytes(self, _: &[u8]) -> Made {
        Err(NotJson)
    }

    fn serialize_none(self) -> Made {
        Ok(JsValue::NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Made {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Made {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Made {
        Ok(variant.into())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Made {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Made {
        let mut table = Table::default();
        table.put(variant.into(), value)?;
        SerializeMap::end(table)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, NotJson> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<List, NotJson> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List, NotJson> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotJson> {
        Err(NotJson)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Table, NotJson> {
        Ok(Table::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Table, NotJson> {
        Ok(Table::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotJson> {
        Err(NotJson)
    }
}

struct List(Array);

impl List {
    fn put<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotJson> {
        self.0.push(&value.serialize(Writer)?);
        Ok(())
    }
}

macro_rules! list {
    ($($kind:ident $element:ident)+) => {$(
        impl serde::ser::$kind for List {
            type Ok = JsValue;
            type Error = NotJson;

            fn $element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotJson> {
                self.put(value)
            }

            fn end(self) -> Made {
                Ok(self.0.into())
            }
        }
    )+};
}

list!(SerializeSeq serialize_element SerializeTuple serialize_element SerializeTupleStruct serialize_field);

#[derive(Default)]
struct Table {
    made: Object,
    /// Written, its value not yet.
    key: JsValue,
}

impl Table {
    fn put<T: Serialize + ?Sized>(&mut self, key: JsValue, value: &T) -> Result<(), NotJson> {
        self.set(&key, &value.serialize(Writer)?)
    }

    /// Once for all types.
    #[inline(never)]
    fn set(&self, key: &JsValue, value: &JsValue) -> Result<(), NotJson> {
        if Reflect::set(&self.made, key, value) == Ok(true) { Ok(()) } else { Err(NotJson) }
    }
}

impl SerializeMap for Table {
    type Ok = JsValue;
    type Error = NotJson;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotJson> {
        self.key = key.serialize(Writer)?;
        Ok(())
    }

    /// Both at once, since nothing has to wait then.
    fn serialize_entry<K: Serialize + ?Sized, T: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &T,
    ) -> Result<(), NotJson> {
        let key = key.serialize(Writer)?;
        self.put(key, value)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotJson> {
        let key = core::mem::take(&mut self.key);
        self.put(key, value)
    }

    fn end(self) -> Made {
        Ok(self.made.into())
    }
}

impl SerializeStruct for Table {
    type Ok = JsValue;
    type Error = NotJson;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), NotJson> {
        self.put(key.into(), value)
    }

    fn end(self) -> Made {
        SerializeMap::end(self)
    }
}
