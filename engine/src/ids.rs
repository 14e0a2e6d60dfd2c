//! Names that are kept for ever: lower-case English words joined by `-`. A place in a list is never a name.

use core::fmt;
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;

/// The longest id that is accepted, in bytes.
pub const LONGEST_ID: usize = 64;

/// A text that cannot be an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id: use lower-case English words joined by `-`")]
pub struct NotAnId(pub String);

fn is_id(text: &str) -> bool {
    text.len() <= LONGEST_ID
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && !text.ends_with('-')
        && !text.contains("--")
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// What a table is kept by: an id, or any text.
pub(crate) trait Key: Ord {
    fn is_one(text: &str) -> bool;
    /// Of a text that is one.
    fn trusted(text: String) -> Self;
}

impl Key for String {
    fn is_one(_: &str) -> bool {
        true
    }

    fn trusted(text: String) -> Self {
        text
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes a text as an id.
            ///
            /// # Errors
            /// [`NotAnId`] unless it is 1–64 bytes of `a`–`z`, `0`–`9` and single `-`, starting with a letter.
            pub fn new(text: &str) -> Result<Self, NotAnId> {
                if is_id(text) { Ok(Self(text.to_owned())) } else { Err(NotAnId(text.to_owned())) }
            }

            /// The id as it is written in files and addresses.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Key for $name {
            fn is_one(text: &str) -> bool {
                is_id(text)
            }

            fn trusted(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = Cow::<'de, str>::deserialize(from)?;
                Self::new(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}

id!(
    /// A lesson, named like its folder in `content/lessons/`.
    LessonId
);
id!(
    /// A course, named like its folder in `content/courses/`.
    CourseId
);
id!(
    /// A card of a lesson.
    StepId
);
id!(
    /// Anything on a card that can be tapped or read: an option, a thing in a view, a turn of a conversation.
    ItemId
);
id!(
    /// A view: one screen of an imitated device, or a document.
    ViewId
);
id!(
    /// A picture of the shared library.
    PictureId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_words_joined_by_hyphens() {
        for good in ["a", "i-am-sick", "what-now", "x9"] {
            assert!(LessonId::new(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "9a", "I", "é", "a b", &"a".repeat(65)] {
            assert!(LessonId::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_text_that_is_no_id_does_not_come_in_through_a_file() {
        assert!(serde_json::from_str::<StepId>("\"../x\"").is_err());
    }
}
