//! One visit with a slow phone: a fresh browser, throttled, and what it took until something was seen, tapped and answered.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tests::browser::{Browser, Screen};
use tests::driver::Surroundings;
use tests::engine::Engine;
use tests::server::Site;
use tests::visit::Clock;

use crate::candidates::{Candidate, Question, Seen, address};

/// How many times slower than this machine the phone computes.
pub const SLOWER: u32 = 6;
/// Slow 3G: bytes in a second, and milliseconds until an answer begins.
pub const BYTES_PER_SECOND: u32 = 50_000;
pub const LATENCY: u32 = 400;
/// Longer than anything takes that can be called working. In milliseconds.
const TOO_LONG: u32 = 100_000;
/// How long a person takes from the answer to *Check*, in milliseconds.
const THINKS: u32 = 1_000;
const WATCH: &str = include_str!("watch.js");
/// Without a worker: what is kept for later comes after the first start, and would be measured together with the tap.
const NO_WORKER: &str = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });";

/// What was measured on one visit, by the name of its row. Milliseconds, bytes, or a count.
pub type Figures = BTreeMap<&'static str, f64>;

/// A browser in a phone's screen that has never been anywhere.
struct Phone(Browser);

impl Phone {
    fn fresh(site: &Site, before_load: &[&str]) -> Self {
        let browser = Browser::start(Engine::Chromium, &site.address, Clock::Real, &Surroundings::alone());
        browser.set_screen(Screen::PHONE);
        for script in before_load {
            // Frames are looked into from the page.
            browser.before_load(&format!("if (self !== top) return; {script}"));
        }
        Self(browser)
    }

    fn slow_down(&self) {
        self.0.chromium("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
        let network = json!({ "offline": false, "latency": LATENCY, "downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND });
        self.0.chromium("Network.emulateNetworkConditions", network);
    }

    /// Asks for a page, as a tap on a link does. False if nobody answers.
    fn go(&self, address: &str) -> bool {
        self.0
            .try_chromium("Page.navigate", json!({ "url": address }))
            .is_ok_and(|came| came.get("errorText").is_none())
    }

    /// The value of an expression, awaited, without waiting for anything else as WebDriver does.
    fn value(&self, expression: &str) -> Value {
        let limit = format!("new Promise(then => setTimeout(then, {TOO_LONG}, null))");
        let expression = format!("Promise.race([{expression}, {limit}])");
        let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        self.0.chromium("Runtime.evaluate", asked)["result"]["value"].take()
    }

    fn number(&self, expression: &str) -> Option<f64> {
        self.value(expression).as_f64()
    }

    fn tap(&self, seen: &Seen) {
        let place: (f64, f64) =
            serde_json::from_value(self.value(&format!("bench.place({})", seen.arguments()))).expect("nothing to tap");
        self.0.touch(place.0, place.1);
    }

    /// Bytes and requests until nothing has come for two seconds.
    fn network(&self) -> (f64, f64) {
        let (mut bytes, mut asked, mut quiet) = (0.0, BTreeSet::new(), 0);
        while quiet < 4 {
            quiet += 1;
            for (what, event) in self.0.events() {
                let id = event["requestId"].as_str().unwrap_or_default().to_owned();
                match what.as_str() {
                    "Network.requestWillBeSent" if event["request"]["url"].as_str().unwrap().starts_with("http") => {
                        asked.insert(id);
                        quiet = 0;
                    }
                    "Network.requestServedFromCache" => drop(asked.remove(&id)),
                    "Network.dataReceived" => quiet = 0,
                    "Network.loadingFinished" if asked.contains(&id) => {
                        bytes += event["encodedDataLength"].as_f64().unwrap_or_default();
                    }
                    _ => {}
                }
            }
            self.value("new Promise(then => setTimeout(then, 500))");
        }
        (bytes, asked.len() as f64)
    }

    /// Waits until a worker that keeps files is at rest: their number has not grown for two seconds.
    fn until_all_is_kept(&self) {
        self.network();
        let kept = "(async () => {
            let count = 0;
            for (const name of await caches.keys()) count += (await (await caches.open(name)).keys()).length;
            return count;
        })()";
        let (mut before, mut same) = (None, 0);
        while same < 4 {
            let now = self.number(kept);
            same = if now == before { same + 1 } else { 0 };
            before = now;
            self.value("new Promise(then => setTimeout(then, 500))");
        }
    }

    /// All memory of the page after a tidying up, in bytes.
    fn memory(&self) -> Option<f64> {
        self.value("(bench.memory = performance.measureUserAgentSpecificMemory(), null)");
        self.0.chromium("HeapProfiler.collectGarbage", json!({}));
        self.number("bench.memory.then(({ bytes }) => bytes)")
    }
}

/// A first visit to the first card of a lesson.
pub fn first_card(candidate: &Candidate, place: &str, heading: &Seen) -> Figures {
    let phone = Phone::fresh(&candidate.site, &[NO_WORKER, WATCH]);
    phone.slow_down();
    phone.go(&address(&candidate.site, place));
    let readable = phone.number(&format!("bench.seen({})", heading.arguments()));
    let readable = readable.unwrap_or_else(|| panic!("{}: no card to read\n{}", candidate.name, phone.0.describe()));
    phone.0.quit();
    Figures::from([("first card readable", readable)])
}

/// A first visit to a question, which is answered.
pub fn question(candidate: &Candidate, question: &Question) -> Figures {
    let phone = Phone::fresh(&candidate.site, &[NO_WORKER, WATCH]);
    phone.slow_down();
    phone.go(&address(&candidate.site, &question.place));
    let tappable = phone.number(&format!("bench.seen({})", question.answer.arguments()));
    let tappable = tappable.unwrap_or_else(|| panic!("{}: no answer\n{}", candidate.name, phone.0.describe()));
    phone.tap(&question.answer);
    // Nobody presses *Check* a twentieth of a second after the answer.
    phone.value(&format!("new Promise(then => setTimeout(then, {THINKS}))"));
    let said = question.feedback.arguments();
    phone.value(&format!("(bench.said = bench.answered({said}), null)"));
    phone.tap(&question.check);
    let feedback = phone.number("bench.said");
    let feedback = feedback.unwrap_or_else(|| panic!("{}: no feedback\n{}", candidate.name, phone.0.describe()));
    let paint = phone.number("bench.firstPaint()");
    let (bytes, requests) = phone.network();
    let memory = phone.memory();
    phone.0.quit();
    let mut figures = Figures::from([
        ("first answer tappable", tappable),
        ("tap to feedback", feedback),
        ("bytes", bytes),
        ("requests", requests),
    ]);
    figures.extend(paint.map(|paint| ("first paint", paint)));
    figures.extend(memory.map(|memory| ("memory", memory)));
    figures
}

/// A first visit with all the time in the world, then a second one with nobody at the other end; nothing if that one fails.
pub fn second_start_without_server(candidate: &Candidate, place: &str, seen: &Seen) -> Figures {
    // One of its own: the other is to keep what it has made small.
    let site = Site::of_folder(&candidate.folder);
    let phone = Phone::fresh(&site, &[WATCH]);
    let address = address(&site, place);
    let seen = format!("bench.seen({})", seen.arguments());
    phone.go(&address);
    phone.number(&seen);
    phone.until_all_is_kept();
    phone.go("about:blank");
    site.stop();
    phone.slow_down();
    let readable = phone.go(&address).then(|| phone.number(&seen)).flatten();
    phone.0.quit();
    readable.into_iter().map(|readable| ("second start offline", readable)).collect()
}
