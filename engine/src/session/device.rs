//! Working an imitated device. The map of views knows the way; authors write no hints for it.

use super::{Action, Attempt, Given, Session};
use crate::ids::{ItemId, ViewId};
use crate::known::Known;
use crate::lesson::{Errand, Step};
use crate::map::Map;
use crate::plan::Part;
use crate::unknown::Fields;
use crate::view::{View, next_tap, taps_left, walk};
use serde::Serialize;

/// Where on the device the learner is.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DeviceAttempt {
    /// `None` at the start.
    pub view: Option<ViewId>,
    /// The last tap missed: the next one lights up.
    pub nudge: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: Fields,
}

/// The device as it looks now.
#[derive(Clone, Debug, PartialEq)]
pub struct DeviceFace {
    pub view: ViewId,
    /// The control that lights up.
    pub lit: Option<ItemId>,
    pub done: bool,
}

impl DeviceAttempt {
    pub(super) fn read(known: &mut Known) -> Self {
        Self { view: known.key("view"), nudge: known.flag("nudge"), other: known.rest() }
    }

    /// At another place, or the start; nothing lights up.
    fn go(&mut self, view: Option<ViewId>) {
        self.view = view;
        self.nudge = false;
    }
}

fn given(attempt: &Attempt) -> DeviceAttempt {
    match &attempt.given {
        Given::Device(given) => given.clone(),
        _ => DeviceAttempt::default(),
    }
}

/// Where the learner is. A kept view that is gone by now, or that leads nowhere any more, becomes the start.
fn place<'a>(views: &Map<ViewId, View>, errand: &'a Errand, given: &'a DeviceAttempt) -> &'a ViewId {
    let leads = |view: &&ViewId| **view == errand.goal || next(views, errand, view).is_some();
    given.view.as_ref().filter(leads).unwrap_or(&errand.start)
}

/// The next tap: on the way people really take, or else the shortest.
fn next<'a>(views: &'a Map<ViewId, View>, errand: &'a Errand, at: &ViewId) -> Option<&'a ItemId> {
    let passed = walk(views, &errand.start, &errand.way).unwrap_or_default();
    // The last time the way passes here: what comes after it is still to be done.
    let on_the_way = passed.iter().rposition(|view| *view == at).and_then(|place| errand.way.get(place));
    on_the_way.or_else(|| next_tap(views, at, &errand.goal))
}

pub(super) fn act(views: &Map<ViewId, View>, errand: &Errand, part: Part, attempt: &mut Attempt, action: &Action) {
    let mut given = given(attempt);
    let at = place(views, errand, &given).clone();
    let next = next(views, errand, &at);
    match action {
        Action::PlayAgain if part == Part::Show => given.go(None),
        Action::Play if part == Part::Show => {
            if let Some(to) = next.and_then(|item| views.get(&at)?.go.get(item)) {
                given.view = Some(to.clone());
            }
        }
        Action::Tap(id) => {
            let right = next == Some(id);
            let leads = views.get(&at).and_then(|view| view.go.get(id));
            // Two controls may be as near to the goal as each other: neither is a miss.
            let left = |view| taps_left(views, view, &errand.goal);
            let nearer = leads.and_then(left).is_some_and(|taps| Some(taps) < left(&at));
            if right || nearer {
                given.go(leads.cloned());
            } else if views.get(&at).is_some_and(|view| view.controls().any(|item| item == id)) && part != Part::Show {
                attempt.miss();
                given.view = leads.cloned().or(given.view);
                given.nudge = true;
            }
        }
        Action::Check => attempt.empty = true,
        _ => {}
    }
    attempt.done = attempt.done || given.view.as_ref() == Some(&errand.goal);
    attempt.given = Given::Device(given);
}

pub(super) fn right_action(views: &Map<ViewId, View>, errand: &Errand, attempt: &Attempt) -> Action {
    let given = given(attempt);
    next(views, errand, place(views, errand, &given)).map_or(Action::Check, |item| Action::Tap(item.clone()))
}

impl Session {
    /// The device of a `device` card. The next tap lights up in the parts *show* and *help*, and after a miss.
    #[must_use]
    pub fn device(&self, step: &Step, views: &Map<ViewId, View>, errand: &Errand) -> DeviceFace {
        let attempt = self.attempt(&step.id);
        let given = given(&attempt);
        let view = place(views, errand, &given).clone();
        let light = given.nudge || matches!(step.part, Part::Show | Part::Help);
        let done = view == errand.goal;
        let lit = if light && !done { next(views, errand, &view).cloned() } else { None };
        DeviceFace { view, lit, done }
    }
}
