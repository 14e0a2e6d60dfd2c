//! When a lesson comes back to be practised: 1, 3, 7, 21 and 60 days after success, sooner after help (PRODUCT.md, "The lesson").
//!
//! This record has dates, so it stays on the device and is in no card or code. It is never the only witness of anything: a
//! lesson without a record is simply practised a little earlier.

use crate::ids::LessonId;
use crate::known::Known;
use crate::map::Map;
use crate::progress::Best;
use crate::unknown::{Fields, join_fields, join_maps};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// Days until a lesson comes back, by stage.
const DAYS: [i32; 5] = [1, 3, 7, 21, 60];
/// The last stage, and any later one that another version may have: again and again.
const LAST_STAGE: u8 = 4;
const LONGEST_REST: i32 = 60;

/// A day of the calendar where the reader is: days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

/// When each lesson was finished last, and how long it may rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Practice {
    /// By lesson id, unchecked as in [`crate::progress`].
    lessons: Map<String, Review>,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

/// The practice of one lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Review {
    /// The day when the lesson was finished last. The day when it comes back follows from it, so the two cannot disagree.
    last: Day,
    /// The place in [`DAYS`] of the rest after `last`.
    stage: u8,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

impl<'de> Deserialize<'de> for Practice {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let read = |known: &mut Known| Self { lessons: known.tables("lessons", Review::read), other: known.rest() };
        Known::read(Fields::deserialize(from)?, read).map_err(D::Error::custom)
    }
}

impl Practice {
    /// A lesson is finished today. Alone: the next, longer rest; with a hint: the same rest again; with the answer shown: one
    /// day. A lesson that was not due yet keeps its rest, or five rounds on one afternoon would put it away for two months.
    pub fn finished(&mut self, lesson: &LessonId, best: Best, today: Day) {
        let Some(review) = self.lessons.get_mut(lesson.as_str()) else {
            return self.begin(lesson, today);
        };
        review.stage = match best {
            Best::Shown => 0,
            Best::Alone if review.due(today) <= today => review.stage.saturating_add(1).min(LAST_STAGE),
            Best::Hint | Best::Alone => review.stage,
        };
        review.last = today;
    }

    /// Starts practice today, with the shortest rest, for a lesson that has no record: one just finished for the first time, or
    /// finished on another device.
    pub fn begin(&mut self, lesson: &LessonId, today: Day) {
        if self.next(lesson, today).is_none() {
            let review = Review { last: today, stage: 0, other: Fields::new() };
            self.lessons.insert(lesson.as_str().to_owned(), review);
        }
    }

    /// How far the practice of a lesson has come; decides which of its cards come back.
    #[must_use]
    pub fn round(&self, lesson: &LessonId) -> usize {
        self.lessons.get(lesson.as_str()).map_or(0, |review| review.stage.into())
    }

    /// The lessons to practise today, the one that has waited longest first.
    #[must_use]
    pub fn due(&self, today: Day) -> Vec<LessonId> {
        let due: Map<(Day, LessonId), ()> = self
            .lessons
            .iter()
            .filter_map(|(id, review)| Some((review.due(today), LessonId::new(id).ok()?)))
            .filter(|(day, _)| *day <= today)
            .map(|waiting| (waiting, ()))
            .collect();
        due.keys().map(|(_, lesson)| lesson.clone()).collect()
    }

    /// The day when a lesson comes back, today or in the past if it is due. Nothing if it was never finished here.
    #[must_use]
    pub fn next(&self, lesson: &LessonId, today: Day) -> Option<Day> {
        self.lessons.get(lesson.as_str()).map(|review| review.due(today))
    }

    /// The records of both, of two tabs for instance. A record of both: the one of the later day, then of the longer rest.
    ///
    /// A day after today comes from a clock that was wrong. Such a record is first set back to be due today, or it would win
    /// against every true day for years.
    #[must_use]
    pub fn join(self, other: Self, today: Day) -> Self {
        let settled =
            |lessons: Map<_, Review>| lessons.into_iter().map(|(id, review)| (id, review.settled(today))).collect();
        Self {
            lessons: join_maps(settled(self.lessons), settled(other.lessons), Review::join),
            other: join_fields(self.other, other.other),
        }
    }
}

impl Review {
    fn read(known: &mut Known) -> Self {
        Self { last: Day(known.must("last")), stage: known.whole("stage"), other: known.rest() }
    }

    /// The day when the lesson comes back. If it was finished after today, a clock was wrong, and it comes back at once: better
    /// too early than never.
    fn due(&self, today: Day) -> Day {
        if self.last > today { today } else { Day(self.last.0.saturating_add(self.rest())) }
    }

    /// The rest after the last time, in days.
    fn rest(&self) -> i32 {
        DAYS.get(usize::from(self.stage)).copied().unwrap_or(LONGEST_REST)
    }

    fn settled(mut self, today: Day) -> Self {
        if self.last > today {
            self.last = Day(today.0.saturating_sub(self.rest()));
        }
        self
    }

    fn join(self, other: Self) -> Self {
        let (last, stage) = (self.last, self.stage).max((other.last, other.stage));
        Self { last, stage, other: join_fields(self.other, other.other) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_000);

    #[test]
    fn each_success_that_was_due_is_a_round_further_up_to_the_last() {
        let lesson = LessonId::new("fire-alarm").unwrap();
        let mut practice = Practice::default();
        assert_eq!(practice.round(&lesson), 0);
        for round in [0, 1, 2, 3, 4, 4] {
            let today = practice.next(&lesson, TODAY).unwrap_or(TODAY);
            practice.finished(&lesson, Best::Alone, today);
            assert_eq!(practice.round(&lesson), round);
        }
    }

    #[test]
    fn practice_comes_back_after_1_3_7_21_and_60_days() {
        let lesson = LessonId::new("fire-alarm").unwrap();
        let mut practice = Practice::default();
        let mut today = TODAY;
        for rest in [1, 3, 7, 21, 60, 60] {
            practice.finished(&lesson, Best::Alone, today);
            let next = practice.next(&lesson, today).unwrap();
            assert_eq!(next, Day(today.0 + rest));
            assert!(practice.due(Day(next.0 - 1)).is_empty());
            assert_eq!(practice.due(next), std::slice::from_ref(&lesson));
            today = next;
        }
        practice.finished(&lesson, Best::Hint, today);
        assert_eq!(practice.next(&lesson, today), Some(Day(today.0 + 60)), "the same rest after a hint");
        practice.finished(&lesson, Best::Shown, today);
        assert_eq!(practice.next(&lesson, today), Some(Day(today.0 + 1)), "one day after the answer was shown");
    }

    #[test]
    fn many_rounds_on_one_day_count_as_one() {
        let lesson = LessonId::new("fire-alarm").unwrap();
        let mut practice = Practice::default();
        for _ in 0..5 {
            practice.finished(&lesson, Best::Alone, TODAY);
        }
        assert_eq!(practice.next(&lesson, TODAY), Some(Day(TODAY.0 + 1)));
    }

    #[test]
    fn the_lesson_that_waits_longest_comes_first() {
        let mut practice = Practice::default();
        for (id, day) in [("sign-colours", 2), ("fire-alarm", 1), ("i-am-sick", 5)] {
            practice.begin(&LessonId::new(id).unwrap(), Day(day));
        }
        let due: Vec<String> = practice.due(Day(5)).iter().map(ToString::to_string).collect();
        assert_eq!(due, ["fire-alarm", "sign-colours"]);
    }

    #[test]
    fn a_day_from_a_wrong_clock_brings_the_lesson_back_at_once_and_loses_against_a_true_day() {
        let lesson = LessonId::new("fire-alarm").unwrap();
        let mut wrong = Practice::default();
        wrong.finished(&lesson, Best::Alone, Day(TODAY.0 + 3650));
        assert_eq!(wrong.due(TODAY), std::slice::from_ref(&lesson));
        let mut right = wrong.clone();
        right.finished(&lesson, Best::Alone, TODAY);
        assert!(wrong.join(right, TODAY).due(TODAY).is_empty());
    }
}
