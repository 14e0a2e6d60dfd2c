//! The course list: all that home needs to know of the lessons, without their cards.

use crate::ids::{CourseId, LessonId, PictureId};
use serde::{Deserialize, Serialize};

/// All courses in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The language of every word below.
    pub language: String,
    /// In the order of home.
    pub courses: Vec<Course>,
    /// The lessons that whoever is new begins with, in their order; after them, those of the courses.
    #[serde(default)]
    pub start: Vec<LessonId>,
}

/// A ready-made list of lessons, for coaches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Path {
    pub id: String,
    pub title: String,
    /// Only those written in this language, in their order.
    pub lessons: Vec<LessonId>,
}

/// A course and its lessons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Course {
    pub id: CourseId,
    pub title: String,
    pub picture: PictureId,
    /// The name of its colour, see `src/style/tokens.css`.
    pub tint: String,
    /// In the order of the course; only those written in this language.
    pub lessons: Vec<Entry>,
}

/// A lesson as it stands in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub id: LessonId,
    pub title: String,
    /// "I can …"
    pub can: String,
    pub picture: PictureId,
    /// Honest estimate, 1–5.
    pub minutes: u8,
}

impl Catalogue {
    /// The course of that name.
    #[must_use]
    pub fn course(&self, id: &CourseId) -> Option<&Course> {
        self.courses.iter().find(|course| course.id == *id)
    }

    /// A lesson and the course it is in.
    #[must_use]
    pub fn lesson(&self, id: &LessonId) -> Option<(&Course, &Entry)> {
        self.courses.iter().find_map(|course| Some((course, course.lessons.iter().find(|entry| entry.id == *id)?)))
    }

    /// Every lesson with its course, in the order in which they are proposed: those to start with first, and again where they stand in their course.
    pub fn proposed(&self) -> impl Iterator<Item = (&Course, &Entry)> {
        self.start.iter().filter_map(|id| self.lesson(id)).chain(self.lessons())
    }

    /// Every lesson with its course.
    pub fn lessons(&self) -> impl Iterator<Item = (&Course, &Entry)> {
        self.courses.iter().flat_map(|course| course.lessons.iter().map(move |entry| (course, entry)))
    }
}
