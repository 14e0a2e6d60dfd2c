//! Who a person is where several share one device: a picture, perhaps a first name, perhaps a secret of three pictures.
//!
//! It stays on the device and is in no card, code or link. The secret keeps curious eyes away; it is no lock: whoever has the device can read what
//! is kept on it.

use crate::known::Known;
use crate::unknown::{Fields, join_fields};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The pictures to choose from, for a person and for a secret; at most so many people share a device.
pub const PICTURES: [&str; 12] = [
    "cat",
    "dog",
    "horse",
    "bird",
    "fish",
    "butterfly",
    "sunflower",
    "deciduous-tree",
    "red-apple",
    "bicycle",
    "guitar",
    "sailboat",
];
/// How many pictures a secret has. Their order counts.
pub const SECRET: usize = 3;
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 20;

/// A person of a shared device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Person {
    /// How often this was changed: of two copies the one that was changed more often wins.
    changes: u32,
    picture: String,
    name: String,
    /// Ids of pictures; none, or [`SECRET`] of them.
    secret: Vec<String>,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

impl<'de> Deserialize<'de> for Person {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Known::read(Fields::deserialize(from)?, Self::read).map_err(D::Error::custom)
    }
}

impl Person {
    /// Somebody new, changed once. A long name is cut to [`LONGEST_NAME`].
    #[must_use]
    pub fn new(picture: &str, name: &str) -> Self {
        Self {
            changes: 1,
            picture: picture.to_owned(),
            name: name.trim().chars().take(LONGEST_NAME).collect(),
            ..Self::default()
        }
    }

    /// With another picture and name.
    #[must_use]
    pub fn renewed(&self, picture: &str, name: &str) -> Self {
        let new = Self::new(picture, name);
        Self { picture: new.picture, name: new.name, changes: self.changes.saturating_add(1), ..self.clone() }
    }

    /// The id of the person's picture.
    #[must_use]
    pub fn picture(&self) -> &str {
        &self.picture
    }

    /// The first name, if there is one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        Some(self.name.as_str()).filter(|name| !name.is_empty())
    }

    /// Whether pictures are asked for.
    #[must_use]
    pub fn has_secret(&self) -> bool {
        self.secret.len() == SECRET
    }

    /// Whether these pictures, in this order, are the secret.
    #[must_use]
    pub fn opens_with(&self, pictures: &[&str]) -> bool {
        self.has_secret() && self.secret == pictures
    }

    /// Sets the secret; anything but [`SECRET`] pictures takes it away.
    pub fn set_secret(&mut self, pictures: &[&str]) {
        let pictures = if pictures.len() == SECRET { pictures } else { &[] };
        self.secret = pictures.iter().map(|&picture| picture.to_owned()).collect();
        self.changes = self.changes.saturating_add(1);
    }

    /// The copy that was changed more often; fields of later versions from both.
    #[must_use]
    pub fn join(mut self, mut other: Self) -> Self {
        let fields = join_fields(core::mem::take(&mut self.other), core::mem::take(&mut other.other));
        let order =
            |person: &Self| (person.changes, person.picture.clone(), person.name.clone(), person.secret.clone());
        let later = if order(&self) >= order(&other) { self } else { other };
        Self { other: fields, ..later }
    }

    fn read(known: &mut Known) -> Self {
        Self {
            changes: known.whole("changes"),
            picture: known.text("picture"),
            name: known.text("name"),
            secret: known.keys("secret"),
            other: known.rest(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_secret_is_three_pictures_in_their_order() {
        let mut person = Person::new("cat", " Amir ");
        assert_eq!((person.picture(), person.name()), ("cat", Some("Amir")));
        assert!(!person.opens_with(&[]), "without a secret nothing opens it");
        person.set_secret(&["dog", "fish", "dog"]);
        assert!(person.opens_with(&["dog", "fish", "dog"]));
        assert!(!person.opens_with(&["fish", "dog", "dog"]));
        assert!(!person.opens_with(&["dog", "fish"]));
        person.set_secret(&[]);
        assert!(!person.has_secret());
    }

    #[test]
    fn another_name_keeps_the_secret_and_wins() {
        let mut before = Person::new("cat", "Amir");
        before.set_secret(&["dog", "fish", "dog"]);
        let after = before.renewed("horse", "Fatima");
        assert_eq!((after.picture(), after.name()), ("horse", Some("Fatima")));
        assert!(after.opens_with(&["dog", "fish", "dog"]));
        assert_eq!(before.join(after.clone()), after);
    }

    #[test]
    fn a_name_is_cut_by_characters_and_may_be_missing() {
        assert_eq!(Person::new("cat", &"é".repeat(30)).name().unwrap().chars().count(), LONGEST_NAME);
        assert_eq!(Person::new("cat", "  ").name(), None);
    }

    #[test]
    fn what_was_changed_later_wins() {
        let before = Person::new("cat", "Amir");
        let mut after = before.clone();
        after.set_secret(&["dog", "fish", "bird"]);
        assert_eq!(before.clone().join(after.clone()), after);
        assert_eq!(after.clone().join(before), after);
    }

    #[test]
    fn what_a_later_app_added_is_kept() {
        let json = r#"{"changes":2,"picture":"cat","name":"","secret":[],"colour":"blue"}"#;
        let person: Person = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&person).unwrap(), json);
        assert!(serde_json::from_str::<Person>(r#"{"picture":7}"#).is_err());
    }

    fn any_person() -> impl Strategy<Value = Person> {
        let pictures = proptest::sample::select(PICTURES.to_vec());
        let secret = prop_oneof![Just(vec![]), proptest::collection::vec(pictures.clone(), SECRET)];
        (0u32..4, pictures, "[a-c]{0,2}", secret).prop_map(|(changes, picture, name, secret)| {
            let mut person = Person::new(picture, &name);
            person.set_secret(&secret);
            person.changes = changes;
            person
        })
    }

    proptest! {
        #[test]
        fn joining_is_the_same_in_every_order(a in any_person(), b in any_person(), c in any_person()) {
            prop_assert_eq!(a.clone().join(a.clone()), a.clone());
            prop_assert_eq!(a.clone().join(b.clone()), b.clone().join(a.clone()));
            prop_assert_eq!(a.clone().join(b.clone()).join(c.clone()), a.join(b.join(c)));
        }
    }
}
