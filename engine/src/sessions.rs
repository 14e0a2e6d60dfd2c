//! The lessons under way, and the one touched last. Half-given answers are no progress: they may change, go back and end. So each
//! change counts up, and of two copies of one lesson's session the one that counted further is right.

use crate::ids::LessonId;
use crate::known::Known;
use crate::map::Map;
use crate::session::Session;
use crate::unknown::{Fields, join_fields};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The lessons under way and the one touched last.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Sessions {
    /// By lesson id as text: one that does not exist here must not cost the rest.
    under_way: Map<String, Session>,
    last: Option<LessonId>,
    /// How often each lesson's session changed, the ended ones too.
    changes: Map<String, u32>,
    /// How often any session changed.
    all_changes: u32,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

impl<'de> Deserialize<'de> for Sessions {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Known::read(Fields::deserialize(from)?, Self::read).map_err(D::Error::custom)
    }
}

impl Sessions {
    fn read(known: &mut Known) -> Self {
        Self {
            under_way: known.tables("under_way", Session::read),
            last: known.key("last"),
            changes: known.counts("changes"),
            all_changes: known.whole("all_changes"),
            other: known.rest(),
        }
    }

    /// The session of a lesson, if it is under way.
    #[must_use]
    pub fn get(&self, lesson: &LessonId) -> Option<&Session> {
        self.under_way.get(lesson.as_str())
    }

    /// The lesson touched last, until it ends.
    #[must_use]
    pub fn last(&self) -> Option<&LessonId> {
        self.last.as_ref()
    }

    /// Keeps a session as it is now.
    pub fn keep(&mut self, session: Session) {
        self.change(&session.lesson);
        self.last = Some(session.lesson.clone());
        self.under_way.insert(session.lesson.to_string(), session);
    }

    /// Ends the session of a lesson.
    pub fn end(&mut self, lesson: &LessonId) {
        self.change(lesson);
        self.last = None;
        self.under_way.remove(lesson.as_str());
    }

    fn change(&mut self, lesson: &LessonId) {
        let count = self.changes.or_default(lesson.to_string());
        *count = count.saturating_add(1);
        self.all_changes = self.all_changes.saturating_add(1);
    }

    /// Takes over from another copy what counted further there, each session whole: a field of a later version belongs to the session that it was written
    /// in, and does not come back in a later one. Where both counted as far, what is here stays.
    #[must_use]
    pub fn join(mut self, mut other: Self) -> Self {
        for (lesson, count) in core::mem::take(&mut other.changes) {
            if self.changes.get(&lesson).is_some_and(|here| *here >= count) {
                continue;
            }
            match other.under_way.remove(&lesson) {
                Some(session) => drop(self.under_way.insert(lesson.clone(), session)),
                None => drop(self.under_way.remove(&lesson)),
            }
            self.changes.insert(lesson, count);
        }
        self.other = join_fields(self.other, other.other);
        if other.all_changes > self.all_changes {
            self.last = other.last;
            self.all_changes = other.all_changes;
        }
        self
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests {
    use super::*;
    use crate::ids::StepId;
    use proptest::prelude::*;

    fn session(lesson: &str, at: &str) -> Session {
        Session {
            lesson: LessonId::new(lesson).unwrap(),
            at: StepId::new(at).unwrap(),
            seed: 0,
            attempts: Map::new(),
            other: Fields::new(),
        }
    }

    fn at<'a>(sessions: &'a Sessions, lesson: &str) -> Option<&'a str> {
        sessions.get(&LessonId::new(lesson).unwrap()).map(|session| session.at.as_str())
    }

    #[test]
    fn the_copy_that_went_further_wins_lesson_by_lesson() {
        let mut here = Sessions::default();
        here.keep(session("fire-alarm", "start"));
        let mut there = here.clone();
        there.keep(session("fire-alarm", "way-out"));
        here.keep(session("i-am-sick", "start"));
        for joined in [here.clone().join(there.clone()), there.join(here)] {
            assert_eq!((at(&joined, "fire-alarm"), at(&joined, "i-am-sick")), (Some("way-out"), Some("start")));
        }
    }

    #[test]
    fn a_lesson_that_ended_does_not_come_back_from_an_older_copy() {
        let mut here = Sessions::default();
        here.keep(session("fire-alarm", "start"));
        let older = here.clone();
        here.end(&LessonId::new("fire-alarm").unwrap());
        for joined in [here.clone().join(older.clone()), older.join(here)] {
            assert_eq!(at(&joined, "fire-alarm"), None);
            assert_eq!(joined.last(), None);
        }
    }

    #[test]
    fn a_lesson_begun_again_after_its_end_is_under_way() {
        let mut here = Sessions::default();
        here.keep(session("fire-alarm", "start"));
        here.end(&LessonId::new("fire-alarm").unwrap());
        let ended = here.clone();
        here.keep(session("fire-alarm", "start"));
        assert_eq!(at(&ended.join(here), "fire-alarm"), Some("start"));
    }

    #[test]
    fn what_an_earlier_app_kept_without_counting_is_read() {
        let old = r#"{"under_way":{"fire-alarm":{"lesson":"fire-alarm","at":"start","seed":1,"attempts":{}}},"last":"fire-alarm"}"#;
        let old: Sessions = serde_json::from_str(old).unwrap();
        assert_eq!(at(&old, "fire-alarm"), Some("start"));
        let newer = Sessions::default().join(old.clone());
        assert_eq!(newer, Sessions::default(), "nothing counted: nothing to take over");
        assert_eq!(old.clone().join(Sessions::default()), old);
    }

    /// A copy that made these changes, each of a lesson: true to keep, false to end.
    fn after(changes: &[(u8, bool)]) -> Sessions {
        let mut sessions = Sessions::default();
        for (lesson, keep) in changes {
            let lesson = format!("lesson-{lesson}");
            if *keep {
                sessions.keep(session(&lesson, "start"))
            } else {
                sessions.end(&LessonId::new(&lesson).unwrap())
            }
        }
        sessions
    }

    proptest! {
        #[test]
        fn an_older_copy_changes_nothing(changes in prop::collection::vec((0..3_u8, any::<bool>()), 0..12), cut: prop::sample::Index) {
            let older = after(&changes[..cut.index(changes.len() + 1)]);
            let now = after(&changes);
            prop_assert_eq!(&now.clone().join(older.clone()), &now);
            prop_assert_eq!(&older.join(now.clone()), &now);
        }

        #[test]
        fn two_copies_agree_where_they_counted_differently(
            mine in prop::collection::vec((0..3_u8, any::<bool>()), 0..12),
            theirs in prop::collection::vec((0..3_u8, any::<bool>()), 0..12),
        ) {
            let (mine, theirs) = (after(&mine), after(&theirs));
            let (one, other) = (mine.clone().join(theirs.clone()), theirs.clone().join(mine.clone()));
            for lesson in ["lesson-0", "lesson-1", "lesson-2"] {
                if mine.changes.get(lesson) != theirs.changes.get(lesson) {
                    prop_assert_eq!(one.under_way.get(lesson), other.under_way.get(lesson));
                }
            }
        }
    }
}
