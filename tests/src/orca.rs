//! Orca, the screen reader of Linux, with all that it needs around it: a screen, a bus on which programs tell of themselves, a
//! window manager, and our ears instead of a voice. A test presses keys and knows the page by what it hears alone.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use crate::data;
use crate::driver::{Display, Surroundings};
use crate::speechd::Dispatcher;

/// Longer than any start takes.
const PATIENCE: Duration = Duration::from_secs(40);
/// After this long without a word nothing more comes.
const QUIET: Duration = Duration::from_millis(900);
/// A key that is followed by no word at all: Orca asks the page first.
const NOTHING: Duration = Duration::from_millis(2500);

/// Orca and what is around it. All of it ends with this.
pub struct Orca {
    /// What is said, as it is said.
    heard: Receiver<String>,
    _ears: Dispatcher,
    _display: Display,
    folder: PathBuf,
    variables: Vec<(String, String)>,
    processes: Vec<Child>,
}

impl Orca {
    pub fn start() -> Self {
        let ears = Dispatcher::start();
        let display = Display::start();
        let folder = std::env::temp_dir().join(format!("stepwise-orca-{}", std::process::id()));
        let mut private = fs::DirBuilder::new();
        let home = folder.join("home");
        private.recursive(true).mode(0o700).create(&home).unwrap();
        let variables = [
            ("DISPLAY", display.name()),
            ("XDG_RUNTIME_DIR", folder.to_str().unwrap()),
            ("HOME", home.to_str().unwrap()),
            ("SPEECHD_ADDRESS", &ears.address()),
            ("GNOME_ACCESSIBILITY", "1"),
            ("ACCESSIBILITY_ENABLED", "1"),
            // What Orca adds of its own is said in English.
            ("LANG", "C.UTF-8"),
            ("LANGUAGE", ""),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let mut orca =
            Self { heard: ears.listen(), _ears: ears, _display: display, folder, variables, processes: vec![] };
        orca.start_bus();
        orca.add(data::path("WINDOW_MANAGER"), &[]);
        orca.add(data::path("AT_SPI_BUS"), &["--launch-immediately"]);
        orca.add(data::path("ORCA"), &["--replace"]);
        orca.wait_for("Screen reader on");
        orca
    }

    /// The bus of the session, which the bus for screen readers is asked for on.
    fn start_bus(&mut self) {
        let mut command = self.command(&data::path("DBUS_DAEMON"));
        let mut bus =
            command.args(["--session", "--nofork", "--print-address"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(bus.stdout.take().unwrap()).read_line(&mut address).expect("the bus says no address");
        self.processes.push(bus);
        self.variables.push(("DBUS_SESSION_BUS_ADDRESS".to_owned(), address.trim().to_owned()));
    }

    fn add(&mut self, program: PathBuf, arguments: &[&str]) {
        let mut command = self.command(&program);
        let process = command.args(arguments).stdout(Stdio::null()).spawn();
        self.processes.push(process.unwrap_or_else(|error| panic!("{} does not start: {error}", program.display())));
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.envs(self.variables.iter().cloned()).stderr(Stdio::null()).process_group(0);
        command
    }

    /// For a browser that is to be seen and heard here.
    pub(crate) fn surroundings(&self) -> Surroundings {
        Surroundings { variables: self.variables.clone(), speaks: true, profile: None, shown: true }
    }

    /// Waits until something was said that is looked for.
    #[track_caller]
    fn wait_for(&self, what: &str) {
        let started = Instant::now();
        let mut heard = vec![];
        while !heard.last().is_some_and(|said: &String| said.contains(what)) {
            let left = PATIENCE.saturating_sub(started.elapsed());
            let Ok(said) = self.heard.recv_timeout(left) else {
                panic!("waited in vain for {what:?} among {heard:#?}")
            };
            heard.push(said);
        }
    }

    /// Waits until Orca has told of a page of ours.
    #[track_caller]
    pub fn wait_for_page(&self) {
        self.wait_for("– Stepwise");
        self.listen();
    }

    /// Presses a key, or keys together such as `ctrl+Home`, and gives back what is said then, without the name of the key.
    #[track_caller]
    pub fn press(&self, keys: &str) -> Vec<String> {
        let mut xdotool = self.command(&data::path("XDOTOOL"));
        assert!(xdotool.args(["key", keys]).status().unwrap().success(), "{keys} cannot be pressed");
        let mut said = self.listen();
        let echo = |said: &String| ["tab", "space", "left control", "left shift"].contains(&said.as_str());
        if said.first().is_some_and(echo) {
            said.remove(0);
        }
        said
    }

    /// What is said until it is quiet. A phrase that is said twice in a row counts once: Firefox sometimes tells twice of a region that changed as a whole.
    pub fn listen(&self) -> Vec<String> {
        let mut said: Vec<_> = self.heard.recv_timeout(NOTHING).into_iter().collect();
        while let Some(next) = said.last().and_then(|_| self.heard.recv_timeout(QUIET).ok()) {
            said.push(next);
        }
        said.dedup();
        said
    }
}

impl Drop for Orca {
    fn drop(&mut self) {
        for process in self.processes.iter_mut().rev() {
            // Some have started others, such as the bus of the screen reader.
            let _ = Command::new("pkill").args(["-KILL", "--pgroup", &process.id().to_string()]).status();
            let _ = process.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}
