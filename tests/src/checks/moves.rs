//! A move to another place: new title, focus on the new heading, the top of the page.

use std::time::{Duration, Instant};

use serde::Deserialize;

use crate::browser::Browser;

/// A move that takes longer is not felt as one.
const PATIENCE: Duration = Duration::from_millis(1500);

/// A page before a move.
#[derive(Clone, Deserialize, PartialEq)]
pub struct Page {
    pub title: String,
    heading: String,
    address: String,
    focus: String,
    top: f64,
}

/// The page as it is now.
#[track_caller]
pub fn page(browser: &Browser) -> Page {
    let script = "return { title: document.title, heading: document.querySelector('h1')?.innerText || '', address: location.href,
        focus: document.activeElement?.localName || '', top: Math.round(scrollY) }";
    serde_json::from_value(browser.script(script, vec![])).unwrap()
}

/// What the move from that page to this one left undone.
#[track_caller]
pub fn faults(browser: &Browser, before: &Page) -> Vec<String> {
    let started = Instant::now();
    loop {
        let found = undone(before, &page(browser));
        if found.is_empty() || started.elapsed() > PATIENCE {
            return found;
        }
        browser.script_later("requestAnimationFrame(() => arguments[0]())", vec![]);
    }
}

fn undone(before: &Page, now: &Page) -> Vec<String> {
    let mut found = vec![];
    if now.heading == before.heading {
        found.push(format!("the heading is still \"{}\"", now.heading));
    }
    if now.title == before.title {
        found.push(format!("the title is still \"{}\"", now.title));
    }
    if now.focus != "h1" {
        found.push(format!("after the move the focus is on <{}>, not on the heading", now.focus));
    }
    if now.top > 0.0 {
        found.push(format!("after the move the page is {} px below its top", now.top));
    }
    found
}
