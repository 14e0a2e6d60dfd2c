//! What the service worker keeps on the device, and which build it gives.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::Site;

/// How long a newer build may take to be there and to begin. Beside other browsers on two cores Chromium 156 looked for none until 57 and 60 seconds after its own start:
/// it seems to wait until an idle page or a minute ends that.
pub const NEWER: Duration = Duration::from_secs(120);

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
    browser.until_within(NEWER, "a build that waits", || {
        (browser.script_later(waits, vec![]) == json!(true)).then_some(())
    });
}

/// What the browser knows of the workers of this page, and what they have noted.
const WORKERS: &str = "
    const done = arguments[0];
    const state = worker => worker && worker.state;
    (async () => {
      const one = await navigator.serviceWorker.getRegistration();
      const notes = [];
      for (const name of await caches.keys()) if (name.endsWith(':notes')) for (const kept of await (await caches.open(name)).matchAll()) notes.push(await kept.json());
      done({
        page: document.querySelector('meta[name=build]').content, looks: window.lookedForNewer,
        installing: one && state(one.installing), waiting: one && state(one.waiting), active: one && state(one.active),
        notes: notes.map(({ builds, good, tries }) => ({ builds: builds.map(({ id }) => id), good, tries })),
      });
    })();";

/// Goes away, which gives the worker something to do, and comes home, inside the page, which looks for a newer build as one does that is never left. How often it
/// looked, and what came of it, is remembered for a failure.
const COME_HOME: &str = "
    const looks = window.lookedForNewer ??= [];
    const place = looks.push('under way') - 1;
    navigator.serviceWorker.getRegistration().then(one => one.update())
      .then(one => { looks[place] = one.installing ? 'installing' : 'nothing'; })
      .catch(error => { looks[place] = String(error); });
    addEventListener('hashchange', () => setTimeout(() => { location.hash = '#/'; }), { once: true });
    location.hash = '#/me';";

/// Comes home again and again until it is so. A worker that is busy in that moment keeps its place until the next time. No page is loaded meanwhile: one that is asked for
/// in the very moment in which a worker gives its place to the next is now and then never answered (Chromium 156, through its driver).
#[track_caller]
fn come_home_until(browser: &Browser, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    for turn in 1.. {
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(1) {
            if is_so() {
                return;
            }
        }
        let waits = "return navigator.serviceWorker.getRegistration().then(one => !!one.waiting && !one.installing)";
        if turn % 5 == 0 && browser.script_between_pages(waits) == Some(json!(true)) {
            browser.rest_workers();
        }
        browser.script_between_pages(COME_HOME);
        if begun.elapsed() > NEWER {
            break;
        }
    }
    let workers = browser.script_later(WORKERS, vec![]);
    panic!("the build does not begin: {workers}\n{}", browser.describe());
}

/// Comes home until a build has begun.
#[track_caller]
pub fn until_begun(browser: &Browser, id: &str) {
    come_home_until(browser, || build(browser) == id);
}

/// Waits while a build takes the place of another, as one does that is there when somebody is at home.
#[track_caller]
pub fn until_settled(browser: &Browser) {
    let settled = "
        if (!document.querySelector('meta[name=build]') || !/^#.$/.test(location.hash)) return true;
        return navigator.serviceWorker.getRegistration().then(one => !one || (!one.waiting && (!one.active || one.active.state === 'activated')))";
    come_home_until(browser, || browser.script_between_pages(settled) == Some(json!(true)));
}

/// The build of the page that is there now; nothing while it makes room for another.
#[track_caller]
pub fn build(browser: &Browser) -> String {
    let name = browser.script_between_pages("return document.querySelector('meta[name=build]').content");
    name.and_then(|name| Some(name.as_str()?.to_owned())).unwrap_or_default()
}
