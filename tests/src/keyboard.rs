//! A keyboard alone: Tab, arrows, Space and Enter. Whoever uses it must see at each stop where they are.

use serde::Deserialize;
use thirtyfour::Key;

use crate::browser::Browser;
use crate::data::Press;
use crate::look::{EYES, plain};

/// More stops than any page has.
const MOST: usize = 80;

const STOP: &str = "
    const element = document.activeElement;
    // Past the last stop Firefox goes on through its own bars, where the keys of WebDriver do not follow. It comes back to the top.
    if (!document.hasFocus()) {
      window.focus();
      return { away: true, ring: true, cover: '', stop: '' };
    }
    if (!element || element === document.body) return { ring: true, cover: '', stop: '' };
    const part = body(element);
    const ring = [element, part].some(one => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3;
    });
    const { x, y, width, height } = part.getBoundingClientRect();
    const tops = [0.25, 0.5, 0.75].map(share => document.elementFromPoint(x + width / 2, y + height * share));
    const cover = tops.filter(top => !top || !part.contains(top)).map(top => top ? call(top) : 'the edge of the screen').join(', ');
    return { ring, cover, stop: call(element) };";

#[derive(Deserialize)]
struct Stop {
    /// Outside of the page.
    #[serde(default)]
    away: bool,
    ring: bool,
    cover: String,
    stop: String,
}

impl Browser {
    /// Presses and releases a key.
    #[track_caller]
    pub fn key(&self, key: Key) {
        let web = self.web();
        self.wait(async { web.action_chain().key_down(key.clone()).key_up(key).perform().await });
    }

    /// Types letters.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let web = self.web();
        self.wait(async { web.action_chain().send_keys(text).perform().await });
    }

    /// One press of Tab. Where it stops must be seen: a ring of 3 px at least, and nothing on top. Role and name of the stop; none
    /// outside of the page.
    #[track_caller]
    pub fn tab(&self) -> (String, String) {
        self.key(Key::Tab);
        let stop: Stop = serde_json::from_value(self.script(&format!("{EYES} {STOP}"), vec![])).unwrap();
        assert!(stop.ring, "the focus cannot be seen on {}", stop.stop);
        assert!(stop.cover.is_empty(), "the focused {} lies under {}", stop.stop, stop.cover);
        if stop.away { Default::default() } else { self.focused() }
    }

    /// Does with keys what a press does with a finger.
    #[track_caller]
    pub fn press_with_keys(&self, press: &Press) {
        match press {
            Press::Write { text } => {
                self.tab_to(|role, _| role == "textbox");
                self.type_text(text);
            }
            Press::Press { role, name } if role == "radio" => self.pick(&plain(name)),
            Press::Press { role, name } => {
                let wanted = plain(name);
                // It may not be there yet, while *Show me* plays.
                self.find(role, &wanted);
                self.tab_to(|seen_role, seen| seen_role == role && begins(seen, &wanted));
                self.rest_for_one_tap();
                self.key(if wanted.len().is_multiple_of(2) { Key::Enter } else { Key::Space });
            }
        }
    }

    /// Tab leads into the group, an arrow from one answer to the next, Space picks the one that is there.
    #[track_caller]
    fn pick(&self, wanted: &str) {
        self.find("radio", wanted);
        self.tab_to(|role, _| role == "radio");
        for _ in 0..MOST {
            if begins(&self.focused().1, wanted) {
                self.key(Key::Space);
                return;
            }
            self.key(Key::Down);
        }
        panic!("the arrows do not lead to \"{wanted}\"\n{}", self.describe());
    }

    #[track_caller]
    fn tab_to(&self, is_it: impl Fn(&str, &str) -> bool) {
        let mut stops = vec![];
        for _ in 0..MOST {
            let (role, name) = self.tab();
            if is_it(&role, &name) {
                return;
            }
            stops.push(format!("{role} \"{name}\""));
        }
        panic!("Tab only leads to {stops:#?}\n{}", self.describe());
    }
}

fn begins(name: &str, wanted: &str) -> bool {
    name == wanted || name.strip_prefix(wanted).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
