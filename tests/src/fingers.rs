//! Fingers: a touch in the middle of a thing, where a person sees it.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::json;

use crate::browser::Browser;
use crate::look::{EYES, Thing};

/// A second tap on the same thing so soon belongs to the first one, says the app; nobody means two.
const ONE_TAP: Duration = Duration::from_millis(550);

#[derive(Deserialize)]
struct Reached {
    x: f64,
    y: f64,
    hit: bool,
    covered: String,
}

impl Browser {
    /// Taps a thing by role and name, once it is there.
    #[track_caller]
    pub fn tap(&self, role: &str, name: &str) {
        let thing = self.find(role, name);
        self.tap_on(&thing);
    }

    /// Taps in the middle of a thing and waits until the page has heard it. It must lie on top there.
    #[track_caller]
    pub fn tap_on(&self, thing: &Thing) {
        let id = thing.element.element_id().to_string();
        if let Some(last) = self.taps.borrow().get(&id) {
            self.rest_until(*last + ONE_TAP / self.clock_factor());
        }
        self.until_at_rest();
        let script = format!(
            "{EYES} window.heard = 0; addEventListener('click', () => window.heard += 1, {{ capture: true, once: true }}); return reach(arguments[0])"
        );
        let reached = self.script(&script, vec![thing.element.to_json().unwrap()]);
        let reached: Reached = serde_json::from_value(reached).unwrap();
        assert!(reached.hit, "\"{}\" cannot be tapped, on top of it is {}", thing.name, reached.covered);
        self.touch(reached.x, reached.y);
        self.until(&format!("a click after the tap on \"{}\"", thing.name), || {
            (self.script("return window.heard !== 0", vec![]) == json!(true)).then_some(())
        });
        self.taps.borrow_mut().insert(id, Instant::now());
    }

    /// Taps twice in the same place, as fast as a trembling finger.
    #[track_caller]
    pub fn double_tap(&self, role: &str, name: &str) {
        let thing = self.find(role, name);
        let reached =
            self.script(&format!("{EYES} return reach(arguments[0])"), vec![thing.element.to_json().unwrap()]);
        let Reached { x, y, .. } = serde_json::from_value(reached).unwrap();
        self.touch(x, y);
        self.touch(x, y);
    }

    /// Waits until another press of the same thing counts, for whoever does not know which thing it will be.
    pub(crate) fn rest_for_one_tap(&self) {
        self.rest_until(Instant::now() + ONE_TAP / self.clock_factor());
    }

    /// Writes into a thing as a keyboard does, in place of what was there.
    #[track_caller]
    pub fn write(&self, thing: &Thing, text: &str) {
        self.tap_on(thing);
        self.wait(async { thing.element.clear().await });
        self.wait(async { thing.element.send_keys(text).await });
    }
}
