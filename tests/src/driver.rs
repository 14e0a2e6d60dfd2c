//! The WebDriver program beside a browser, one for each test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use thirtyfour::WebDriver;
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::data;
use crate::engine::Engine;
use crate::speechd::address;

/// How long a browser may take to be there.
const START: Duration = Duration::from_secs(40);

/// What a browser is started in.
pub struct Surroundings {
    /// For the driver and, through it, the browser.
    pub variables: Vec<(String, String)>,
    /// It speaks through the speech-dispatcher that the variables name.
    pub speaks: bool,
    /// The folder of the browser's profile; a fresh one without. Only Chromium and Firefox are asked for it.
    pub profile: Option<PathBuf>,
    /// It has a window on the screen that the variables name, and tells screen readers what is in it.
    pub shown: bool,
}

impl Surroundings {
    /// Nobody sees or hears it.
    pub fn alone() -> Self {
        let deaf = std::env::temp_dir().join("stepwise-nobody-listens");
        Self {
            variables: vec![("SPEECHD_ADDRESS".to_owned(), address(&deaf))],
            speaks: false,
            profile: None,
            shown: false,
        }
    }

    /// As [`Self::alone`], with a profile that outlives the browser.
    pub fn with_profile(profile: &Path) -> Self {
        Self { profile: Some(profile.to_owned()), ..Self::alone() }
    }
}

/// A running driver. Its browser ends with it.
pub struct Driver {
    process: Child,
    port: u16,
    engine: Engine,
    /// Ends after the driver.
    _display: Option<Display>,
}

impl Driver {
    /// Starts the driver of an engine on a free port.
    fn start(engine: Engine, around: &Surroundings) -> Self {
        let program = engine.driver();
        let display = engine.needs_display().then(Display::start);
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new(&program);
        command.envs(engine.variables().iter().copied());
        command.args(engine.driver_arguments(port)).stdout(Stdio::null()).stderr(Stdio::null());
        command.envs(around.variables.iter().cloned());
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let program = program.display();
        let process = command.spawn();
        let process = process
            .unwrap_or_else(|error| panic!("{program} does not start: {error}. `cargo xtask test browser` sets it up"));
        let driver = Self { process, port, engine, _display: display };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(20), "{program} does not listen");
            std::thread::yield_now();
        }
        driver
    }

    /// Starts driver and browser. Some hang at the start, once in a while and most of all WebKit: they are started once more, and
    /// whoever runs the tests is told.
    pub fn start_with_browser(engine: Engine, runtime: &Runtime, around: &Surroundings) -> (Self, WebDriver) {
        let attempt = || {
            let driver = Self::start(engine, around);
            let address = format!("http://127.0.0.1:{}", driver.port);
            let session =
                runtime.block_on(async { timeout(START, WebDriver::new(address, engine.capabilities(around))).await });
            match session {
                Ok(Ok(web)) => Ok((driver, web)),
                Ok(Err(error)) => Err(error.to_string()),
                Err(_) => Err(format!("nothing for {} seconds", START.as_secs())),
            }
        };
        attempt()
            .or_else(|first| {
                // The test runner only holds back what is printed by macros.
                let _ = writeln!(std::io::stderr(), "{engine:?}: did not start, so it is started once more: {first}");
                attempt()
            })
            .unwrap_or_else(|second| panic!("{engine:?} does not start: {second}"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.engine == Engine::Chromium {
            // Asked first, so that it ends its browser too; the end of the answer is the end of the driver.
            if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
                let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
                let _ = stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
                let _ = stream.read_to_end(&mut Vec::new());
            }
        } else {
            // The others cannot be asked: a browser that hangs would stay behind.
            let _ = Command::new("pkill").args(["-KILL", "-P", &self.process.id().to_string()]).status();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An imitated screen, for a browser that cannot do without.
pub(crate) struct Display {
    process: Child,
    /// Such as `:1`, a number that nobody else has.
    name: String,
}

impl Display {
    pub fn start() -> Self {
        let mut process = Command::new(data::path("XVFB"))
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb does not start");
        let mut number = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut number).expect("Xvfb says no number");
        Self { process, name: format!(":{}", number.trim()) }
    }

    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
