//! A screen that many people use one after another, in a canteen: how a coach sets it up, when it asks whether somebody is still there, and the code that ends it.
//!
//! Nothing about a person is in here. The code keeps curious people inside the app; it is no lock: whoever has the device has all that is kept on it.

use crate::ids::LessonId;
use crate::known::Known;
use crate::settings::Language;
use crate::unknown::{Fields, join_fields};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// After so many seconds without a touch somebody is asked whether they are still there.
pub const QUIET: u32 = 120;
/// So many seconds there are for an answer (WCAG 2.2, 2.2.1 asks for 20 at least).
pub const COUNTDOWN: u32 = 20;
/// A coach makes both so many times as long. The longest is the ten times that WCAG 2.2, 2.2.1 asks for.
pub const PATIENCE: [u32; 4] = [1, 2, 5, 10];
/// How many digits a code has.
pub const CODE: core::ops::RangeInclusive<usize> = 4..=6;
/// After so many wrong codes there is a pause.
pub const TRIES: u32 = 5;
/// The pause, in milliseconds.
pub const PAUSE: i64 = 60_000;
/// How long the screen takes no touch while it is cleaned, in seconds.
pub const CLEANING: u32 = 30;

/// All that a kiosk keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Kiosk {
    /// How often this was changed: of two copies the one that was changed more often wins.
    changes: u32,
    /// Ids of lessons, in their order.
    route: Vec<String>,
    /// Codes of languages, the first one first.
    languages: Vec<String>,
    /// One of [`PATIENCE`]; anything else counts as the nearest below.
    patience: u32,
    /// Whether the question is read aloud.
    speaks: bool,
    salt: String,
    /// The code, salted and hashed by the browser. Empty: none was set.
    code: String,
    /// Wrong codes since the last pause or the last right one.
    wrong: u32,
    /// When the last pause began, in milliseconds since 1970.
    paused: i64,
    /// How many lessons were done here, by anybody.
    done: u32,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

/// What a coach chooses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetUp {
    /// The lessons, in their order; none: each person chooses.
    pub route: Vec<LessonId>,
    /// The languages of the first screen.
    pub languages: Vec<Language>,
    /// One of [`PATIENCE`].
    pub patience: u32,
    /// Whether the question is read aloud.
    pub speaks: bool,
}

impl<'de> Deserialize<'de> for Kiosk {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Known::read(Fields::deserialize(from)?, Self::read).map_err(D::Error::custom)
    }
}

impl Kiosk {
    /// What the coach chose.
    #[must_use]
    pub fn set_up(&self) -> SetUp {
        SetUp {
            route: self.route.iter().filter_map(|id| LessonId::new(id).ok()).collect(),
            languages: self.languages.iter().filter_map(|code| Language::new(code)).collect(),
            patience: self.patience(),
            speaks: self.speaks,
        }
    }

    /// Takes what a coach chose. Code and count stay.
    pub fn choose(&mut self, set_up: &SetUp) {
        self.route = set_up.route.iter().map(|lesson| lesson.as_str().to_owned()).collect();
        self.languages = set_up.languages.iter().map(|language| language.as_str().to_owned()).collect();
        self.patience = set_up.patience;
        self.speaks = set_up.speaks;
        self.changed();
    }

    /// Sets the code that ends the kiosk: its salt, and the hash of both.
    pub fn set_code(&mut self, salt: &str, hash: &str) {
        salt.clone_into(&mut self.salt);
        hash.clone_into(&mut self.code);
        self.changed();
    }

    /// What the code is hashed with.
    #[must_use]
    pub fn salt(&self) -> &str {
        &self.salt
    }

    /// How many lessons were done here.
    #[must_use]
    pub fn done(&self) -> u32 {
        self.done
    }

    /// One more lesson was done. By whom, and which, is kept nowhere.
    pub fn count(&mut self) {
        self.done = self.done.saturating_add(1);
        self.changed();
    }

    /// How many milliseconds are left of a pause; 0 if there is none. A clock that was set back does not make a pause longer: it ends it.
    #[must_use]
    pub fn pause(&self, now: i64) -> i64 {
        let gone = now.saturating_sub(self.paused);
        if self.paused > 0 && (0..PAUSE).contains(&gone) { PAUSE - gone } else { 0 }
    }

    /// Whether a code is the right one, by its hash. In a pause none is, and none counts. A kiosk without a code opens to any.
    pub fn opens(&mut self, hash: &str, now: i64) -> bool {
        if self.pause(now) > 0 {
            return false;
        }
        let is_right = self.code.is_empty() || self.code == hash;
        self.wrong = if is_right { 0 } else { self.wrong.saturating_add(1) };
        if self.wrong >= TRIES {
            (self.wrong, self.paused) = (0, now);
        }
        self.changed();
        is_right
    }

    /// The copy that was changed more often; fields of later versions from both.
    #[must_use]
    pub fn join(mut self, mut other: Self) -> Self {
        let fields = join_fields(core::mem::take(&mut self.other), core::mem::take(&mut other.other));
        let later = if self.order() >= other.order() { self } else { other };
        Self { other: fields, ..later }
    }

    fn order(&self) -> impl Ord + '_ {
        let code = (&self.salt, &self.code, self.wrong, self.paused, self.done);
        (self.changes, code, &self.route, &self.languages, self.patience, self.speaks)
    }

    fn patience(&self) -> u32 {
        PATIENCE.into_iter().rev().find(|times| *times <= self.patience).unwrap_or(1)
    }

    fn changed(&mut self) {
        self.changes = self.changes.saturating_add(1);
    }

    fn read(known: &mut Known) -> Self {
        Self {
            changes: known.whole("changes"),
            route: known.keys("route"),
            languages: known.keys("languages"),
            patience: known.whole("patience"),
            speaks: known.flag("speaks"),
            salt: known.text("salt"),
            code: known.text("code"),
            wrong: known.whole("wrong"),
            paused: known.whole("paused"),
            done: known.whole("done"),
            other: known.rest(),
        }
    }
}

/// Whether a text may be a code: some digits.
#[must_use]
pub fn is_code(text: &str) -> bool {
    CODE.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether somebody is still there, second by second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    patience: u32,
    quiet: u32,
    /// What is left of the countdown, while somebody is asked.
    left: Option<u32>,
}

/// What a second brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// Nothing is asked.
    Quiet,
    /// It is asked, or still asked: so many seconds are left.
    Asked(u32),
    /// Nobody is there: everything of the person is to go.
    Gone,
}

impl Idle {
    /// Somebody has just come.
    #[must_use]
    pub const fn new(patience: u32) -> Self {
        let patience = if patience < 1 {
            1
        } else if patience > 10 {
            10
        } else {
            patience
        };
        Self { patience, quiet: 0, left: None }
    }

    /// Somebody touched the screen. While it is asked, only an answer counts: a finger that was on its way to something else has not read the question.
    pub fn touched(&mut self) {
        self.quiet = 0;
    }

    /// "I am still here."
    pub fn answered(&mut self) {
        *self = Self::new(self.patience);
    }

    /// A second is over. In one that is busy, as when a page is read aloud, nobody needs to touch anything.
    pub fn second(&mut self, is_busy: bool) -> Second {
        if let Some(left) = self.left {
            let left = left.saturating_sub(1);
            self.left = Some(left);
            return if left == 0 { Second::Gone } else { Second::Asked(left) };
        }
        self.quiet = if is_busy { 0 } else { self.quiet + 1 };
        if self.quiet < QUIET * self.patience {
            return Second::Quiet;
        }
        let all = COUNTDOWN * self.patience;
        self.left = Some(all);
        Second::Asked(all)
    }
}

#[cfg(test)]
#[path = "kiosk_tests.rs"]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests;
