//! The browser engines that the tests drive through WebDriver, and what each of them is started with. One more engine is one more
//! case here, and one in `reach.rs` if it can do more than WebDriver.

use std::path::PathBuf;

use serde_json::{Map, Value, json};
use thirtyfour::Capabilities;

use crate::data;
use crate::driver::Surroundings;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// For Safari of today: WebKit in a window of at least 447 pixels.
    WebKitGtk,
    /// For Safari 16.0, of 2022: WebKit on a screen of 800 by 600 pixels.
    Wpe,
}

/// What an engine understands beyond WebDriver.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Chromium's own protocol.
    Chromium,
    /// WebDriver BiDi.
    BiDi,
    Nothing,
}

impl Engine {
    pub(crate) fn reach(self) -> Reach {
        match self {
            Self::Chromium => Reach::Chromium,
            Self::Firefox => Reach::BiDi,
            Self::WebKitGtk | Self::Wpe => Reach::Nothing,
        }
    }

    /// Whether the driver says role and name of an element as a screen reader does.
    pub(crate) fn tells_names(self) -> bool {
        self != Self::Wpe
    }

    /// Whether it needs a screen, be it an imitated one.
    pub(crate) fn needs_display(self) -> bool {
        self == Self::WebKitGtk
    }

    /// The driver's program.
    pub(crate) fn driver(self) -> PathBuf {
        let (variable, usual) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKitGtk => ("WEBKIT_DRIVER", "WebKitWebDriver"),
            Self::Wpe => ("WPE_DRIVER", "WPEWebDriver"),
        };
        std::env::var_os(variable).map_or_else(|| usual.into(), PathBuf::from)
    }

    /// Variables for the driver and, through it, the browser. The two compilers of WPE 2.38 that make WASM faster while it runs seem to
    /// get it wrong now and then on a busy machine: 5 of about 220 runs ended in a trap, a different one each time; none of about 200 without.
    pub(crate) fn variables(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Wpe => &[("JSC_useBBQJIT", "0"), ("JSC_useOMGJIT", "0")],
            _ => &[],
        }
    }

    /// What the driver is started with; it listens on the port.
    pub(crate) fn driver_arguments(self, port: u16) -> Vec<String> {
        let mut arguments = vec![format!("--port={port}")];
        if self == Self::Firefox {
            // Ports of their own for all that runs at the same time; 0 is any free one.
            arguments.extend(["--marionette-port=0", "--websocket-port=0"].map(str::to_owned));
        }
        arguments
    }

    /// The whole of what the browser is asked for: a fresh profile, no window, nothing in the background, everything that it says
    /// kept. In other surroundings it has a window or speaks.
    pub(crate) fn capabilities(self, around: &Surroundings) -> Capabilities {
        let wanted = match self {
            Self::Chromium => chromium(around),
            Self::Firefox => json!({
                "browserName": "firefox",
                "webSocketUrl": true,
                "moz:firefoxOptions": firefox(around),
            }),
            Self::WebKitGtk => json!({
                "webkitgtk:browserOptions": { "binary": data::path("WEBKIT_BROWSER"), "args": ["--automation"] },
            }),
            Self::Wpe => json!({
                "wpe:browserOptions": { "binary": data::path("WPE_BROWSER"), "args": ["--platform=headless", "--automation"] },
            }),
        };
        let wanted: Map<String, Value> = serde_json::from_value(wanted).unwrap();
        wanted.into()
    }
}

fn firefox(around: &Surroundings) -> Value {
    let mut arguments = vec![if around.shown { "--kiosk" } else { "-headless" }.to_owned()];
    if let Some(folder) = &around.profile {
        arguments.extend(["-profile".to_owned(), folder.display().to_string()]);
    }
    let mut options = json!({ "binary": data::path("FIREFOX"), "args": arguments });
    if around.shown {
        options["prefs"] = json!({ "accessibility.force_disabled": -1 });
    }
    options
}

fn chromium(around: &Surroundings) -> Value {
    let mut arguments = vec![
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
    ];
    if around.speaks {
        arguments.push("--enable-speech-dispatcher");
    }
    let profile = around.profile.as_ref().map(|folder| format!("--user-data-dir={}", folder.display()));
    arguments.extend(profile.as_deref());
    let mut options = json!({ "args": arguments });
    if let Ok(program) = std::env::var("CHROME") {
        options["binary"] = program.into();
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}
