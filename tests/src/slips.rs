//! A finger that comes down on a thing and slips off before it is lifted.

use serde::Deserialize;
use serde_json::json;

use crate::browser::Browser;
use crate::look::EYES;

#[derive(Deserialize)]
struct Reached {
    x: f64,
    y: f64,
}

impl Browser {
    /// Touches a thing in its middle, moves away from it, lifts the finger.
    #[track_caller]
    pub fn slip_off(&self, role: &str, name: &str) {
        let thing = self.find(role, name);
        let reached =
            self.script(&format!("{EYES} return reach(arguments[0])"), vec![thing.element.to_json().unwrap()]);
        let Reached { x, y } = serde_json::from_value(reached).unwrap();
        let at = |y: f64| json!([{ "x": x, "y": y }]);
        let send = |kind: &str, points| {
            self.chromium("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }))
        };
        send("touchStart", at(y));
        send("touchMove", at(y - 60.0));
        send("touchMove", at(y - 120.0));
        send("touchEnd", json!([]));
        // Whatever the touch did has been done when the page has drawn twice more.
        self.script_later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", vec![]);
    }
}
