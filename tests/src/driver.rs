//! The WebDriver program beside a browser, one for each test.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use thirtyfour::Capabilities;

/// A browser engine that the tests can drive. One more engine is one more case here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    /// Known, but not driven yet: its journeys are reported as NOT RUN.
    Firefox,
}

impl Engine {
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// Why the tests do not run in this engine; nothing if they do.
    pub fn not_run(self) -> Option<&'static str> {
        match self {
            Self::Chromium => None,
            Self::Firefox => Some("no touch and no screen size through WebDriver alone"),
        }
    }

    /// The whole of what the browser is asked for: no window, nothing in the background, everything that it says kept.
    fn capabilities(self) -> Capabilities {
        let arguments = [
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
        let mut options = json!({ "args": arguments });
        if let Ok(program) = std::env::var("CHROME") {
            options["binary"] = program.into();
        }
        let wanted = json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let wanted: Map<String, Value> = serde_json::from_value(wanted).unwrap();
        wanted.into()
    }
}

/// A running driver. Its browser ends with it.
pub struct Driver {
    process: Child,
    port: u16,
    engine: Engine,
}

impl Driver {
    /// Starts the driver of an engine on a free port.
    pub fn start(engine: Engine) -> Self {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new(&program)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start: {error}. `cargo xtask test browser` sets it up"));
        let driver = Self { process, port, engine };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(20), "{program} does not listen");
            std::thread::yield_now();
        }
        driver
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn capabilities(&self) -> Capabilities {
        self.engine.capabilities()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked first, so that it ends its browser too; the end of the answer is the end of the driver.
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
            let _ = stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            let _ = stream.read_to_end(&mut Vec::new());
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
