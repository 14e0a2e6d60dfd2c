//! What a person has done. It can only grow, so that no copy of it is ever in the way of another.
//!
//! Two copies (two tabs, two devices, a card from last summer) are joined by union and maximum, in any order, any number of
//! times, with the same result. So nothing in here may depend on when, where or how often something was done: no clock, no
//! device, no number of tries, no misses. Dates for practising again live in [`crate::review`], on the device.

use crate::ids::{LessonId, StepId};
use crate::known::Known;
use crate::map::Map;
use crate::unknown::{Fields, join_fields, join_maps};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::cmp::Ordering;

/// How much help was needed to finish a lesson, in the best round so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Best {
    /// At least one answer was shown. Saved as 1.
    Shown,
    /// At least one hint was given, no answer shown. Saved as 2.
    Hint,
    /// Without help. Saved as 3.
    Alone,
}

/// All that one person has done, in all lessons.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// How often this person started again from nothing.
    epoch: u32,
    /// By lesson id. The keys are plain text and not checked: a lesson that does not exist here, or an id that only a later
    /// version allows, must not cost the rest. Only a [`LessonId`] ever asks for an entry.
    lessons: Map<String, LessonProgress>,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

/// What was done in one lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
struct LessonProgress {
    /// The ids of the cards done, unchecked for the same reason as lesson ids.
    /// Sorted, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<String>,
    /// 0 not finished, else as in [`Best`]. A number, so that a larger one of a later version is kept.
    #[serde(skip_serializing_if = "is_default")]
    best: u8,
    /// The highest revision of the lesson in which a card was done.
    #[serde(skip_serializing_if = "is_default")]
    revision: u32,
    /// The task at work was done.
    #[serde(skip_serializing_if = "is_default")]
    done_for_real: bool,
    /// A coach said, on the person's own device, that they saw it done at work.
    #[serde(skip_serializing_if = "is_default")]
    seen_by_coach: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl<'de> Deserialize<'de> for Progress {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Known::read(Fields::deserialize(from)?, Self::read).map_err(D::Error::custom)
    }
}

impl LessonProgress {
    fn read(known: &mut Known) -> Self {
        let mut steps = vec![];
        known.keys("steps").into_iter().for_each(|step| add(&mut steps, step));
        Self {
            steps,
            best: known.whole("best"),
            revision: known.whole("revision"),
            done_for_real: known.flag("done-for-real"),
            seen_by_coach: known.flag("seen-by-coach"),
            other: known.rest(),
        }
    }
}

fn add(steps: &mut Vec<String>, step: String) {
    if let Err(place) = steps.binary_search(&step) {
        steps.insert(place, step);
    }
}

impl Progress {
    fn read(known: &mut Known) -> Self {
        Self {
            epoch: known.whole("epoch"),
            lessons: known.tables("lessons", LessonProgress::read),
            other: known.rest(),
        }
    }

    /// A card is done, in this revision of its lesson.
    pub fn step_done(&mut self, lesson: &LessonId, step: &StepId, revision: u32) {
        let entry = self.entry(lesson);
        add(&mut entry.steps, step.as_str().to_owned());
        entry.revision = entry.revision.max(revision);
    }

    /// A lesson is finished with this much help. A worse round than an earlier one changes nothing.
    pub fn finished(&mut self, lesson: &LessonId, best: Best) {
        let entry = self.entry(lesson);
        entry.best = entry.best.max(best.saved());
    }

    /// The task of a lesson was done at work.
    pub fn did_for_real(&mut self, lesson: &LessonId) {
        self.entry(lesson).done_for_real = true;
    }

    /// A coach saw the task of a lesson done at work.
    pub fn coach_saw(&mut self, lesson: &LessonId) {
        let entry = self.entry(lesson);
        entry.done_for_real = true;
        entry.seen_by_coach = true;
    }

    /// Forgets everything, here and wherever a copy is joined with this one. The app keeps a copy of what was before.
    pub fn start_again(&mut self) {
        *self = Self { epoch: self.epoch.saturating_add(1), ..Self::default() };
    }

    /// This progress again, as it was before another was joined with it: right alone, here and wherever the other is kept.
    #[must_use]
    pub fn instead_of(self, other: &Self) -> Self {
        Self { epoch: self.epoch.max(other.epoch).saturating_add(1), ..self }
    }

    /// As [`Self::join`], for what a person takes in by choice: it counts, however often anybody started again. How often that was elsewhere
    /// is not taken in: a file that claims the highest number would leave none for starting again here, nor for undoing.
    #[must_use]
    pub fn take_in(self, other: Self) -> Self {
        let epoch = self.epoch;
        self.join(Self { epoch, ..other })
    }

    /// What is in either of the two. Who started again more often is right alone.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        match self.epoch.cmp(&other.epoch) {
            Ordering::Greater => self,
            Ordering::Less => other,
            Ordering::Equal => Self {
                epoch: self.epoch,
                lessons: join_maps(self.lessons, other.lessons, LessonProgress::join),
                other: join_fields(self.other, other.other),
            },
        }
    }

    /// Whether a card is done.
    #[must_use]
    pub fn is_step_done(&self, lesson: &LessonId, step: &StepId) -> bool {
        self.get(lesson).is_some_and(|entry| entry.steps.iter().any(|done| done == step.as_str()))
    }

    /// Whether a lesson was begun, finished or not.
    #[must_use]
    pub fn is_begun(&self, lesson: &LessonId) -> bool {
        self.get(lesson).is_some_and(|entry| !entry.steps.is_empty() || entry.best > 0)
    }

    /// Whether a lesson was finished, with or without help.
    #[must_use]
    pub fn is_finished(&self, lesson: &LessonId) -> bool {
        self.best(lesson).is_some()
    }

    /// How well a lesson was finished; nothing if it was not.
    #[must_use]
    pub fn best(&self, lesson: &LessonId) -> Option<Best> {
        Best::read(self.get(lesson)?.best)
    }

    /// Whether the task of a lesson was done at work.
    #[must_use]
    pub fn is_done_for_real(&self, lesson: &LessonId) -> bool {
        self.get(lesson).is_some_and(|entry| entry.done_for_real)
    }

    /// Whether a coach saw the task of a lesson done at work.
    #[must_use]
    pub fn is_seen_by_coach(&self, lesson: &LessonId) -> bool {
        self.get(lesson).is_some_and(|entry| entry.seen_by_coach)
    }

    /// The highest revision of a lesson in which a card was done; 0 if none was. A lesson with a higher one has a new meaning.
    #[must_use]
    pub fn revision(&self, lesson: &LessonId) -> u32 {
        self.get(lesson).map_or(0, |entry| entry.revision)
    }

    /// How many of these lessons are finished.
    pub fn count_finished<'lessons>(&self, lessons: impl IntoIterator<Item = &'lessons LessonId>) -> usize {
        lessons.into_iter().filter(|lesson| self.is_finished(lesson)).count()
    }

    /// Whether nothing was done yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lessons.is_empty()
    }

    fn get(&self, lesson: &LessonId) -> Option<&LessonProgress> {
        self.lessons.get(lesson.as_str())
    }

    fn entry(&mut self, lesson: &LessonId) -> &mut LessonProgress {
        self.lessons.or_default(lesson.as_str().to_owned())
    }
}

impl LessonProgress {
    fn join(mut self, other: Self) -> Self {
        other.steps.into_iter().for_each(|step| add(&mut self.steps, step));
        Self {
            steps: self.steps,
            best: self.best.max(other.best),
            revision: self.revision.max(other.revision),
            done_for_real: self.done_for_real || other.done_for_real,
            seen_by_coach: self.seen_by_coach || other.seen_by_coach,
            other: join_fields(self.other, other.other),
        }
    }
}

impl Best {
    fn saved(self) -> u8 {
        match self {
            Self::Shown => 1,
            Self::Hint => 2,
            Self::Alone => 3,
        }
    }

    fn read(saved: u8) -> Option<Self> {
        match saved {
            0 => None,
            1 => Some(Self::Shown),
            2 => Some(Self::Hint),
            3.. => Some(Self::Alone),
        }
    }
}
