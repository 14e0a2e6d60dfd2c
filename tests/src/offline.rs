//! What the service worker keeps on the device, and which build it gives.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::Site;

/// The lessons of a language by course, as the build lists them: paths with digests.
pub fn listed(site: &Site, language: &str) -> serde_json::Map<String, Value> {
    serde_json::from_slice(&fs::read(site.file(&format!("files.{language}.json"))).unwrap()).unwrap()
}

/// The digests in some of these lists.
pub fn digests<'a>(files: impl IntoIterator<Item = &'a Value>) -> Vec<String> {
    let all = files.into_iter().flat_map(|files| files.as_object().unwrap().values());
    all.map(|digest| digest.as_str().unwrap().to_owned()).collect()
}

/// How many files the browser keeps for good, and of these how many of the named ones.
#[track_caller]
pub fn kept(browser: &Browser, digests: &[String]) -> (usize, usize) {
    let look = "
        const [digests, done] = arguments;
        caches.keys().then(async names => {
          const keys = (await Promise.all(names.filter(name => name.endsWith(':files')).map(async name => (await caches.open(name)).keys()))).flat();
          const there = new Set(keys.map(key => key.url.split('~').pop()));
          done([there.size, digests.filter(digest => there.has(digest)).length]);
        });";
    serde_json::from_value(browser.script_later(look, vec![json!(digests)])).unwrap()
}

/// Waits until all of these are on the device.
#[track_caller]
pub fn until_kept(browser: &Browser, digests: &[String]) {
    browser.until("the files on the device", || (kept(browser, digests).1 == digests.len()).then_some(()));
}

/// A worker is there that answers for this page.
#[track_caller]
pub fn until_served(browser: &Browser) {
    browser.until("the worker", || {
        (browser.script("return !!navigator.serviceWorker.controller", vec![]) == json!(true)).then_some(())
    });
}

/// A new build is there, whole, and waits for its time.
#[track_caller]
pub fn until_waiting(browser: &Browser) {
    let waits = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(one => done(!!(one && one.waiting)))";
    browser.until("a build that waits", || (browser.script_later(waits, vec![]) == json!(true)).then_some(()));
}

/// Comes home until a build has begun. A worker that is busy in that moment keeps its place until the next time: with a tool for developers attached, as here, Chromium
/// does not look again by itself.
#[track_caller]
pub fn until_begun(browser: &Browser, id: &str) {
    for _ in 0..20 {
        let started = Instant::now();
        while started.elapsed() < Duration::from_millis(2500) {
            if build(browser) == id {
                return;
            }
        }
        browser.load("#/");
    }
    panic!("the build does not begin:\n{}", browser.describe());
}

/// The build of the page that is there now; nothing while it makes room for another.
#[track_caller]
pub fn build(browser: &Browser) -> String {
    let name = browser.script_between_pages("return document.querySelector('meta[name=build]').content");
    name.and_then(|name| Some(name.as_str()?.to_owned())).unwrap_or_default()
}
