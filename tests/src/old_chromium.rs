//! Chromium as it was on tablets that are still in use. No driver of today steers it, so it is spoken to in its own protocol, and
//! can do less than [`crate::browser::Browser`]: open a place, see a heading, press.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, Stdio};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Screen;
use crate::data::{self, Press};
use crate::look::{EYES, plain};
use crate::server::Site;
use crate::visit::{QUICK_CLOCK, Turn};
use crate::wire::{News, Wire};

/// Resolves when the condition holds, or after twelve seconds. Looks whenever the page is drawn, and gives it two drawings to come to
/// rest: a new page goes to its top.
const UNTIL: &str = "
    new Promise(done => {
      const start = performance.now();
      const rest = found => requestAnimationFrame(() => requestAnimationFrame(() => done(found)));
      const look = () => {
        const found = condition();
        if (found || performance.now() - start > 12000) rest(found); else requestAnimationFrame(look);
      };
      look();
    })";

/// A visit with an old Chromium. It ends with this value.
pub struct OldChromium {
    process: Child,
    /// Kept open, so that it never writes to nobody.
    _says: BufReader<ChildStderr>,
    wire: Wire,
    profile: PathBuf,
    site: String,
    visits: u32,
}

#[derive(Deserialize)]
struct Reached {
    x: f64,
    y: f64,
    hit: bool,
    covered: String,
}

impl OldChromium {
    /// Visits a site with a fresh profile, a phone's screen and a quick clock. No error may be in the console and no other host asked.
    pub fn visit(version: u32, site: &Site, attempt: impl FnOnce(&mut Self)) {
        let _turn = Turn::wait();
        let mut browser = Self::start(version, &site.address);
        attempt(&mut browser);
        browser.assert_clean();
    }

    fn start(version: u32, site: &str) -> Self {
        let profile = std::env::temp_dir().join(format!("stepwise-{}-chromium-{version}", std::process::id()));
        let _ = fs::remove_dir_all(&profile);
        let mut process = Command::new(data::path(&format!("CHROMIUM_{version}")))
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-zygote", "--disable-dev-shm-usage"])
            .args(["--disable-background-networking", "--hide-scrollbars", "--remote-debugging-port=0"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the old Chromium does not start");
        let mut says = BufReader::new(process.stderr.take().unwrap());
        let mut line = String::new();
        let address = loop {
            line.clear();
            assert!(says.read_line(&mut line).unwrap() > 0, "Chromium {version} ended before it said its address");
            if let Some(address) = line.trim().strip_prefix("DevTools listening on ") {
                break address;
            }
        };
        let wire = Wire::to(address);
        let mut browser = Self { process, _says: says, wire, profile, site: site.to_owned(), visits: 0 };
        let product = browser.ask("Browser.getVersion", json!({}))["product"].take();
        assert!(product.as_str().unwrap().contains(&format!("/{version}.")), "{product} in place of {version}");
        browser.show_page();
        browser
    }

    fn show_page(&mut self) {
        let target = self.ask("Target.createTarget", json!({ "url": "about:blank" }))["targetId"].take();
        let page = self.ask("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        self.wire.page = page["sessionId"].as_str().map(str::to_owned);
        for part in ["Page", "Runtime", "Log", "Network"] {
            self.ask(&format!("{part}.enable"), json!({}));
        }
        let Screen { width, height, .. } = Screen::PHONE;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.ask("Emulation.setDeviceMetricsOverride", metrics);
        self.ask("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 }));
        self.ask("Page.addScriptToEvaluateOnNewDocument", json!({ "source": format!("{{ {QUICK_CLOCK} }}") }));
    }

    /// Opens a place of the site by its address, as a link does. The page is always loaded anew.
    #[track_caller]
    pub fn open(&mut self, place: &str) {
        self.visits += 1;
        let address = format!("{}?visit={}{place}", self.site, self.visits);
        self.ask("Page.navigate", json!({ "url": address }));
    }

    /// Waits for a page with this heading.
    #[track_caller]
    pub fn until_heading(&mut self, heading: &str) {
        let wanted = json!(plain(heading));
        let found = self.until(&format!("plain(document.querySelector('h1')?.innerText) === {wanted}"));
        assert!(found == true, "waited in vain for the heading {wanted}\n{}", self.describe());
    }

    /// Does what a press says, once it can be done.
    #[track_caller]
    pub fn press(&mut self, press: &Press) {
        match press {
            Press::Press { role, name } => self.tap(role, name),
            Press::Write { text } => {
                self.tap("textbox", "");
                self.ask("Input.insertText", json!({ "text": text }));
            }
        }
    }

    /// Touches the middle of the first thing of a role whose name begins so.
    #[track_caller]
    fn tap(&mut self, role: &str, name: &str) {
        let (role, name) = (json!(role), json!(plain(name)));
        let thing = format!("all({role}).find(one => !one.disabled && roughName(one).startsWith({name}))");
        let found = self.until(&thing);
        assert!(!found.is_null(), "waited in vain for a {role} {name}\n{}", self.describe());
        let reached = self.script(&format!("reach({thing})"));
        let Reached { x, y, hit, covered } = serde_json::from_value(reached).unwrap();
        assert!(hit, "{name} cannot be tapped, on top of it is {covered}");
        self.ask("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] }));
        self.ask("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
    }

    #[track_caller]
    fn assert_clean(&mut self) {
        let faults = self.faults();
        assert!(faults.is_empty(), "in the console or on the network: {faults:#?}");
    }

    /// Errors in the console and requests to other hosts, since the last time.
    fn faults(&mut self) -> Vec<String> {
        let is_fault = |news: &News| {
            let details = &news.details;
            let starts = |value: &Value, start: &str| value.as_str().is_some_and(|text| text.starts_with(start));
            match news.what.as_str() {
                "Runtime.exceptionThrown" => true,
                "Runtime.consoleAPICalled" => details["type"] == "error",
                "Log.entryAdded" => details["entry"]["level"] == "error",
                "Network.requestWillBeSent" => {
                    let url = &details["request"]["url"];
                    !starts(url, &self.site) && !starts(url, "data:")
                }
                _ => false,
            }
        };
        // The answer brings all news that happened before it.
        let _ = self.wire.ask("Browser.getVersion", &json!({}));
        self.wire.news().iter().filter(|news| is_fault(news)).map(|news| news.details.to_string()).collect()
    }

    #[track_caller]
    fn until(&mut self, condition: &str) -> Value {
        self.script(&format!("const condition = () => {condition}; {UNTIL}"))
    }

    #[track_caller]
    fn script(&mut self, script: &str) -> Value {
        // In a block of its own, so that the same names can be given again.
        let expression =
            json!({ "expression": format!("{{ {EYES} {script} }}"), "awaitPromise": true, "returnByValue": true });
        let mut answer = self.ask("Runtime.evaluate", expression);
        assert!(answer["exceptionDetails"].is_null(), "{answer}");
        answer["result"]["value"].take()
    }

    /// The page in a few words, for a failure.
    fn describe(&mut self) -> String {
        let page = self.script("`${location.href}\\n${document.body.innerText.slice(0, 1500)}`");
        format!("{}\n{:#?}", page.as_str().unwrap_or_default(), self.faults())
    }

    #[track_caller]
    fn ask(&mut self, method: &str, parameters: Value) -> Value {
        self.wire.ask(method, &parameters).unwrap_or_else(|error| panic!("the browser refuses: {error}"))
    }
}

impl Drop for OldChromium {
    fn drop(&mut self) {
        self.wire.page = None;
        let _ = self.wire.ask("Browser.close", &json!({}));
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}
