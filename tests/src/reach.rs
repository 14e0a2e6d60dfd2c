//! What WebDriver alone cannot do and each engine does in its own way, or not at all: the screen, scripts before the page's own,
//! the touch of a finger, and what was said and asked for meanwhile.

use serde_json::{Value, json};
use thirtyfour::common::command::Command;

use crate::browser::{Browser, Screen};
use crate::engine::Reach;
use crate::wire::Wire;

/// Firefox at the other end of the line.
pub(crate) struct BiDi {
    wire: Wire,
    /// Firefox's name for the page.
    page: Value,
}

impl BiDi {
    /// Opens a line and asks to be told what the page says and asks for.
    pub fn to(address: &str) -> Self {
        let mut wire = Wire::to(address);
        let events = json!({ "events": ["log.entryAdded", "network.beforeRequestSent"] });
        wire.ask("session.subscribe", &events).unwrap();
        let page = wire.ask("browsingContext.getTree", &json!({})).unwrap()["contexts"][0]["context"].take();
        Self { wire, page }
    }
}

impl Browser {
    /// A command of Chromium's own protocol.
    #[track_caller]
    pub fn chromium(&self, method: &str, parameters: Value) -> Value {
        self.try_chromium(method, parameters).unwrap_or_else(|error| panic!("the browser refuses: {error}"))
    }

    /// As [`Self::chromium`].
    ///
    /// # Errors
    /// What the browser says when it does not do it.
    pub fn try_chromium(&self, method: &str, parameters: Value) -> Result<Value, String> {
        let cdp = self.web().cdp();
        self.runtime.block_on(cdp.send_raw(method, parameters)).map_err(|error| error.to_string())
    }

    /// Sets the size of the page. WebKit does what it can: see [`crate::engine::Engine`].
    #[track_caller]
    pub fn set_screen(&self, screen: Screen) {
        let Screen { width, height, touch } = screen;
        match self.engine().reach() {
            Reach::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch });
                self.chromium("Emulation.setDeviceMetricsOverride", metrics);
                let fingers = json!({ "enabled": touch, "maxTouchPoints": 1 });
                self.chromium("Emulation.setTouchEmulationEnabled", fingers);
            }
            Reach::BiDi => self.bidi(|line| {
                let viewport = json!({ "context": line.page, "viewport": { "width": width, "height": height } });
                line.wire.ask("browsingContext.setViewport", &viewport).unwrap();
            }),
            Reach::Nothing => {
                let web = self.web();
                self.wait(async { web.set_window_rect(0, 0, width, height).await });
            }
        }
    }

    /// Lets workers rest that have nothing to do, as Chromium does after half a minute, but never while a driver is attached. It then looks whether another may
    /// take their place. The other engines do it by themselves.
    pub fn rest_workers(&self) {
        if self.engine().reach() == Reach::Chromium {
            self.chromium("ServiceWorker.enable", json!({}));
            self.chromium("ServiceWorker.stopAllWorkers", json!({}));
            self.chromium("ServiceWorker.disable", json!({}));
        }
    }

    /// A script that runs in every page before its own.
    ///
    /// # Panics
    /// In WebKit, which has no such thing.
    #[track_caller]
    pub fn before_load(&self, script: &str) {
        match self.engine().reach() {
            Reach::Chromium => {
                let source = json!({ "source": format!("(() => {{ {script} }})()") });
                self.chromium("Page.addScriptToEvaluateOnNewDocument", source);
            }
            Reach::BiDi => self.bidi(|line| {
                let function = json!({ "functionDeclaration": format!("() => {{ {script} }}") });
                line.wire.ask("script.addPreloadScript", &function).unwrap();
            }),
            Reach::Nothing => panic!("{:?} runs no script before the page's own", self.engine()),
        }
    }

    /// Waits until the page has moved where it is going: to its top, when it is new. That is one drawing later, and all engines but
    /// Chromium may take longer for it than we take to aim.
    #[track_caller]
    pub(crate) fn until_at_rest(&self) {
        if self.engine().reach() != Reach::Chromium {
            self.script_later("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", vec![]);
        }
    }

    /// A touch, nothing else; a click of a mouse where the engine knows no touch.
    #[track_caller]
    pub fn touch(&self, x: f64, y: f64) {
        if self.engine().reach() == Reach::Chromium {
            let fingers = json!([{ "x": x, "y": y }]);
            self.chromium("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": fingers }));
            self.chromium("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
            return;
        }
        let web = self.web();
        let at_once = Some(std::time::Duration::ZERO);
        let click = web.action_chain_with_delay(at_once, at_once).move_to(x.round() as i64, y.round() as i64).click();
        self.wait(async { click.perform().await });
    }

    /// What the page said in the console since the last time, as far as it is a warning or worse. WebKit tells nothing of it; what
    /// fails there is seen in the page, which shows its calm page.
    #[track_caller]
    pub(crate) fn messages(&self) -> Vec<String> {
        match self.engine().reach() {
            Reach::Chromium => {
                let grave = |entry: &Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
                let said = self.log("browser");
                said.iter().filter(|entry| grave(entry)).map(|entry| entry["message"].to_string()).collect()
            }
            Reach::BiDi => {
                self.hear_bidi();
                self.said.take()
            }
            Reach::Nothing => vec![],
        }
    }

    /// Writes down what was asked for over the network since the last time, and strikes out what the browser still had. WebKit only
    /// tells of the page that is there now, and of what was answered.
    #[track_caller]
    pub(crate) fn hear_requests(&self) {
        match self.engine().reach() {
            Reach::Chromium => self.hear_chromium(),
            Reach::BiDi => self.hear_bidi(),
            Reach::Nothing => {
                let names = "return performance.getEntriesByType('resource').map(one => one.name)";
                let names: Vec<String> = serde_json::from_value(self.script(names, vec![])).unwrap();
                *self.asked.borrow_mut() = names.into_iter().map(|name| (String::new(), name)).collect();
            }
        }
    }

    /// What Chromium told of itself since the last time, in its own protocol: the name of each event and what it says.
    #[track_caller]
    pub fn events(&self) -> Vec<(String, Value)> {
        let events = self.log("performance").into_iter().map(|entry| {
            let mut entry: Value = serde_json::from_str(entry["message"].as_str().unwrap_or("null")).unwrap();
            let event = &mut entry["message"];
            (event["method"].as_str().unwrap_or_default().to_owned(), event["params"].take())
        });
        events.collect()
    }

    #[track_caller]
    fn hear_chromium(&self) {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        for (method, parameters) in self.events() {
            let id = text(&parameters["requestId"]);
            match method.as_str() {
                "Network.requestWillBeSent" => self.asked.borrow_mut().push((id, text(&parameters["request"]["url"]))),
                "Network.webSocketCreated" => self.asked.borrow_mut().push((id, text(&parameters["url"]))),
                "Network.requestServedFromCache" => self.asked.borrow_mut().retain(|(other, _)| *other != id),
                _ => {}
            }
        }
    }

    /// Firefox tells everything in order on one line: a question of no meaning brings all news that happened before it.
    #[track_caller]
    fn hear_bidi(&self) {
        let news = self.bidi(|line| {
            line.wire.ask("session.status", &json!({})).unwrap();
            line.wire.news()
        });
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        for one in news {
            let details = &one.details;
            if one.what == "network.beforeRequestSent" {
                let request = &details["request"];
                self.asked.borrow_mut().push((text(&request["request"]), text(&request["url"])));
            } else if matches!(details["level"].as_str(), Some("error" | "warn")) {
                self.said.borrow_mut().push(format!("{}: {}", text(&details["level"]), text(&details["text"])));
            }
        }
    }

    #[track_caller]
    fn bidi<T>(&self, work: impl FnOnce(&mut BiDi) -> T) -> T {
        work(self.bidi.borrow_mut().as_mut().expect("only Firefox is spoken to in this way"))
    }

    #[track_caller]
    fn log(&self, kind: &str) -> Vec<Value> {
        let web = self.web();
        self.wait(async { web.cmd(Command::GetLog(kind.into())).await?.value() })
    }
}
