//! The group board of a coach: what people chose to show, under pseudonyms that the coach gave them. It is kept on the coach's device and nowhere else.
//!
//! What a later card says is joined with what is known, so a card can only add. To take something away (a person, the whole board, what was taken in last) begins a
//! new epoch of the board, as starting again does in [`crate::progress`]: no older copy brings it back, and nothing of it has to be kept for that.
//!
//! Who is who is decided by the id that a person got here, never by the pseudonym: two coaches may both know a "Tree". Boards of one origin therefore join by
//! themselves; of others the coach says whether two of one name are one person.

use crate::card::{Card, Kind, Level};
use crate::code::NoCode;
use crate::ids::{Key, LessonId};
use crate::known::Known;
use crate::map::Map;
use crate::place::Place;
use crate::review::Day;
use crate::unknown::{Fields, join_fields, join_maps};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// People on one board at most. With the longest cards and pseudonyms it still fits into one document ([`crate::save::LONGEST`]).
pub const MOST_PEOPLE: usize = 60;

/// The longest pseudonym, in characters.
pub const LONGEST_PSEUDONYM: usize = 30;

/// The longest text that is looked at as a link or a code, in bytes.
const LONGEST_TEXT: usize = 4096;

/// Who somebody is on a board: eight hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct MemberId(String);

/// Somebody on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pseudonym: String,
    card: Card,
    /// When the last card came.
    day: Day,
    other: Fields,
}

/// The board.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Board {
    /// How often something was taken away.
    epoch: u32,
    members: Map<MemberId, Member>,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

/// What a board says without saying who.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// How many people are on it.
    pub people: usize,
    /// How many of them have finished each of the lessons asked for, in that order.
    pub finished: Vec<usize>,
}

/// Why somebody is not put on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAdded {
    #[error("a pseudonym has at least one letter")]
    NoName,
    #[error("a pseudonym has at most {LONGEST_PSEUDONYM} letters")]
    TooLong,
    /// Somebody else here is called so.
    #[error("the pseudonym is taken")]
    Taken,
    #[error("a board has at most {MOST_PEOPLE} people")]
    Full,
}

/// Why a text is no card that was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotShown {
    /// A link that leads somewhere else.
    #[error("this link shows no card")]
    OtherLink,
    /// A card to go on elsewhere. It is not for showing: it tells more than its owner ticked.
    #[error("this is a card to go on elsewhere")]
    Mine,
    /// There is no finished lesson on it.
    #[error("there is nothing on this card")]
    Nothing,
    #[error(transparent)]
    NoCode(#[from] NoCode),
}

/// The card in a link that *Show my coach* made, or in its code. The address before the `#` does not count: it is the worker's, who may have the app from another host.
///
/// # Errors
/// [`NotShown`], which says what it is instead.
pub fn read_shown(text: &str) -> Result<Card, NotShown> {
    let text = text.trim();
    if text.len() > LONGEST_TEXT {
        return Err(NotShown::OtherLink);
    }
    let code = match text.split_once('#') {
        Some((_, hash)) => match Place::parse(hash) {
            Some(Place::Shown(code) | Place::Card(Some(code))) => code.as_str().to_owned(),
            _ => return Err(NotShown::OtherLink),
        },
        None if text.contains(['/', ':', '.']) => return Err(NotShown::OtherLink),
        None => text.to_owned(),
    };
    let card = Card::read(&code)?;
    match card.kind {
        Kind::Mine => Err(NotShown::Mine),
        Kind::ForCoach if card.is_empty() => Err(NotShown::Nothing),
        Kind::ForCoach => Ok(card),
    }
}

/// A pseudonym as it is kept: one space between words, no signs that cannot be seen.
fn tidy(name: &str) -> String {
    let is_seen = |letter: &char| {
        let turns_around =
            matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        letter.is_whitespace() || !letter.is_control() && !turns_around
    };
    let seen: String = name.chars().filter(is_seen).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(name: &str, letters: usize) -> String {
    name.chars().take(letters).collect::<String>().trim_end().to_owned()
}

impl Board {
    /// Everybody, by pseudonym.
    #[must_use]
    pub fn members(&self) -> Vec<(&MemberId, &Member)> {
        // Put in one by one: sorting is more code, for a few dozen.
        let mut all: Vec<(String, (&MemberId, &Member))> = vec![];
        for (id, member) in self.members.iter() {
            let name = member.pseudonym.to_lowercase();
            let place = all.partition_point(|(other, (other_id, _))| (other, *other_id) < (&name, id));
            all.insert(place, (name, (id, member)));
        }
        all.into_iter().map(|(_, one)| one).collect()
    }

    /// Somebody.
    #[must_use]
    pub fn member(&self, id: &MemberId) -> Option<&Member> {
        self.members.get(id)
    }

    /// Puts somebody new on the board. `seed` differs from time to time.
    ///
    /// # Errors
    /// [`NotAdded`]; the board stays as it was.
    pub fn add(&mut self, pseudonym: &str, seed: u32, card: Card, day: Day) -> Result<MemberId, NotAdded> {
        let pseudonym = tidy(pseudonym);
        if pseudonym.is_empty() {
            return Err(NotAdded::NoName);
        }
        if pseudonym.chars().count() > LONGEST_PSEUDONYM {
            return Err(NotAdded::TooLong);
        }
        if self.called(&pseudonym).is_some() {
            return Err(NotAdded::Taken);
        }
        if self.members.len() >= MOST_PEOPLE {
            return Err(NotAdded::Full);
        }
        let mut id = MemberId::of(seed);
        while self.members.contains_key(&id) {
            id = id.after();
        }
        self.members.insert(id.clone(), Member { pseudonym, card, day, other: Fields::new() });
        Ok(id)
    }

    /// Joins a card with what is known of somebody who is here.
    pub fn put(&mut self, id: &MemberId, card: Card, day: Day) {
        if let Some(member) = self.members.get_mut(id) {
            member.take_in(card, day);
        }
    }

    /// Takes somebody away, here and wherever a copy is joined with this board.
    pub fn remove(&mut self, id: &MemberId) {
        if self.members.remove(id).is_some() {
            self.epoch = self.epoch.saturating_add(1);
        }
    }

    /// Takes everybody away.
    pub fn clear(&mut self) {
        *self = Self { epoch: self.epoch.saturating_add(1), ..Self::default() };
    }

    /// This board again, as it was before something was added: right alone, here and wherever the other is kept.
    #[must_use]
    pub fn instead_of(self, other: &Self) -> Self {
        Self { epoch: self.epoch.max(other.epoch).saturating_add(1), ..self }
    }

    /// What is in either of two copies. Of which more was taken away is right alone.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        match self.epoch.cmp(&other.epoch) {
            core::cmp::Ordering::Greater => self,
            core::cmp::Ordering::Less => other,
            core::cmp::Ordering::Equal => Self {
                epoch: self.epoch,
                members: join_maps(self.members, other.members, Member::join),
                other: join_fields(self.other, other.other),
            },
        }
    }

    /// People of another board who are called as somebody else here: only the coach knows whether they are the same.
    #[must_use]
    pub fn alike<'a>(&self, other: &'a Self) -> Vec<(&'a MemberId, &'a Member)> {
        let is_alike = |(id, member): &(&MemberId, &Member)| {
            !self.members.contains_key(*id) && self.called(&member.pseudonym).is_some()
        };
        other.members().into_iter().filter(is_alike).collect()
    }

    /// This board with everybody of another one. Of those who are called alike, `same` are the same people; the others get a number behind their name.
    ///
    /// # Errors
    /// [`NotAdded::Full`] when not everybody has room.
    pub fn with(&self, other: &Self, same: &[MemberId]) -> Result<Self, NotAdded> {
        let mut all = self.clone();
        for (id, theirs) in other.members() {
            let known = all.members.contains_key(id).then(|| id.clone());
            let known = known.or_else(|| same.contains(id).then(|| self.called(&theirs.pseudonym)).flatten());
            if let Some(known) = known {
                all.put(&known, theirs.card.clone(), theirs.day);
                continue;
            }
            if all.members.len() >= MOST_PEOPLE {
                return Err(NotAdded::Full);
            }
            let pseudonym = all.free_name(&theirs.pseudonym);
            all.members.insert(id.clone(), Member { pseudonym, ..theirs.clone() });
        }
        Ok(all)
    }

    /// How many people have finished each of these lessons, and nothing about any of them.
    #[must_use]
    pub fn totals(&self, lessons: &[LessonId], register: &[LessonId]) -> Totals {
        let finished = |lesson: &LessonId| {
            self.members.values().filter(|member| member.level(lesson, register) > Level::Open).count()
        };
        Totals { people: self.members.len(), finished: lessons.iter().map(finished).collect() }
    }

    /// What the group may practise next: the first of these lessons that not even half of the people have finished; without one, the first that somebody has not
    /// finished. Nothing when all have finished all, or when there is nobody.
    #[must_use]
    pub fn next<'a>(&self, lessons: &'a [LessonId], register: &[LessonId]) -> Option<&'a LessonId> {
        let totals = self.totals(lessons, register);
        let first = |is_next: &dyn Fn(usize) -> bool| {
            lessons.iter().zip(&totals.finished).find(|(_, finished)| is_next(**finished)).map(|(lesson, _)| lesson)
        };
        first(&|finished| finished * 2 < totals.people).or_else(|| first(&|finished| finished < totals.people))
    }

    /// Who is called so, in large or small letters.
    fn called(&self, pseudonym: &str) -> Option<MemberId> {
        let small = pseudonym.to_lowercase();
        let mut all = self.members.iter();
        all.find(|(_, member)| member.pseudonym.to_lowercase() == small).map(|(id, _)| id.clone())
    }

    fn free_name(&self, pseudonym: &str) -> String {
        let numbered = (2..).map(|number| {
            let number = format!(" {number}");
            cut(pseudonym, LONGEST_PSEUDONYM - number.len()) + &number
        });
        let mut all = core::iter::once(pseudonym.to_owned()).chain(numbered);
        all.find(|name| self.called(name).is_none()).unwrap_or_default()
    }

    fn read(known: &mut Known) -> Self {
        // Without people it is another document of ours.
        if !known.left().contains_key("members") {
            return known.wrong();
        }
        let members = known.tables("members", Member::read);
        if members.len() > MOST_PEOPLE {
            return known.wrong();
        }
        Self { epoch: known.whole("epoch"), members, other: known.rest() }
    }
}

impl<'de> Deserialize<'de> for Board {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Known::read(Fields::deserialize(from)?, Self::read).map_err(D::Error::custom)
    }
}

impl Member {
    /// What the coach calls them.
    #[must_use]
    pub fn pseudonym(&self) -> &str {
        &self.pseudonym
    }

    /// When the last card came.
    #[must_use]
    pub fn day(&self) -> Day {
        self.day
    }

    /// How far a lesson has come, as far as it was shown. The register gives each lesson its place.
    #[must_use]
    pub fn level(&self, lesson: &LessonId, register: &[LessonId]) -> Level {
        let place = register.iter().position(|other| other == lesson);
        place.map_or(Level::Open, |place| self.card.level(place))
    }

    /// What they may practise next: the first of these lessons that they have not shown as finished.
    #[must_use]
    pub fn next<'a>(&self, lessons: &'a [LessonId], register: &[LessonId]) -> Option<&'a LessonId> {
        lessons.iter().find(|lesson| self.level(lesson, register) == Level::Open)
    }

    /// Whether a card says anything that is not known yet.
    #[must_use]
    pub fn learns_from(&self, card: &Card) -> bool {
        self.card.clone().join(card.clone()) != self.card
    }

    fn take_in(&mut self, card: Card, day: Day) {
        self.card = core::mem::replace(&mut self.card, Card::nothing(Kind::ForCoach)).join(card);
        self.day = self.day.max(day);
    }

    fn join(mut self, other: Self) -> Self {
        self.take_in(other.card, other.day);
        Self { pseudonym: self.pseudonym.max(other.pseudonym), other: join_fields(self.other, other.other), ..self }
    }

    fn read(known: &mut Known) -> Self {
        let pseudonym = cut(&tidy(&known.text("name")), LONGEST_PSEUDONYM);
        let card = match Card::read(&known.text("card")) {
            Ok(card) if card.kind == Kind::ForCoach && !pseudonym.is_empty() => card,
            _ => {
                known.wrong::<()>();
                Card::nothing(Kind::ForCoach)
            }
        };
        Self { pseudonym, card, day: Day(known.whole("day")), other: known.rest() }
    }
}

impl Serialize for Member {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            name: &'a str,
            card: String,
            day: i32,
            #[serde(flatten)]
            other: &'a Fields,
        }
        Written { name: &self.pseudonym, card: self.card.code(), day: self.day.0, other: &self.other }.serialize(to)
    }
}

impl MemberId {
    /// The id of a number.
    #[must_use]
    pub fn of(seed: u32) -> Self {
        Self(format!("{seed:08x}"))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn after(&self) -> Self {
        Self::of(u32::from_str_radix(&self.0, 16).unwrap_or_default().wrapping_add(1))
    }
}

impl Key for MemberId {
    fn is_one(text: &str) -> bool {
        text.len() == 8 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    }

    fn trusted(text: String) -> Self {
        Self(text)
    }
}
