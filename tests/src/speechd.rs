//! Ears: a speech-dispatcher of our own, between a browser on Linux and no loudspeaker at all. What a page says aloud is written
//! down, with the language of the voice that said it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{By, WebDriver};
use tokio::runtime::Runtime;

use crate::driver::{Driver, Surroundings};
use crate::engine::Engine;

/// Longer than any start takes.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks.
const LOOK: Duration = Duration::from_millis(20);

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// Of the voice that said it, as in `tests/speechd/voices.tsv`: what a person hears, whatever the page asked for.
    pub language: String,
    pub text: String,
}

/// A socket, as browsers want to be told of it.
pub(crate) fn address(socket: &Path) -> String {
    format!("unix_socket:{}", socket.display())
}

/// A running speech-dispatcher with its own socket and no other module than ours.
pub struct Dispatcher {
    process: Child,
    folder: PathBuf,
}

impl Dispatcher {
    pub fn start() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("stepwise-ears-{}-{count}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("heard"), "").unwrap();
        let program = std::env::var("SPEECH_DISPATCHER").unwrap_or_else(|_| "speech-dispatcher".to_owned());
        let process = Command::new(&program)
            .args(["--run-single", "--timeout", "0", "--communication-method", "unix_socket"])
            .arg("--config-dir")
            .arg(ours())
            .arg("--module-dir")
            .arg(ours())
            .arg("--socket-path")
            .arg(folder.join("socket"))
            .arg("--pid-file")
            .arg(folder.join("pid"))
            .arg("--log-dir")
            .arg(&folder)
            .env("STEPWISE_HEARD", folder.join("heard"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start: {error}. `cargo xtask test browser` sets it up"));
        let mut dispatcher = Self { process, folder };
        dispatcher.wait_for_socket();
        dispatcher
    }

    fn wait_for_socket(&mut self) {
        let started = Instant::now();
        while UnixStream::connect(self.folder.join("socket")).is_err() {
            let ended = self.process.try_wait().unwrap();
            assert!(ended.is_none(), "speech-dispatcher ended with {ended:?} before anything was said");
            assert!(started.elapsed() < PATIENCE, "speech-dispatcher does not listen");
            std::thread::yield_now();
        }
    }

    /// For a browser that speaks and is not seen.
    fn surroundings(&self) -> Surroundings {
        Surroundings {
            variables: vec![("SPEECHD_ADDRESS".to_owned(), self.address())],
            speaks: true,
            profile: None,
            shown: false,
        }
    }

    /// Where programs find it, for their variable `SPEECHD_ADDRESS`.
    pub(crate) fn address(&self) -> String {
        address(&self.folder.join("socket"))
    }

    /// The words of what is said, as it is said, from the first on.
    pub(crate) fn listen(&self) -> Receiver<String> {
        let (sender, receiver) = channel();
        let mut tail = Command::new("tail");
        tail.args(["--lines=+1", "--follow"]).arg(self.folder.join("heard")).stdout(Stdio::piped());
        // Ends with the dispatcher, like the thread that reads it.
        let mut tail = tail.arg(format!("--pid={}", self.process.id())).spawn().expect("`tail` does not start");
        let lines = BufReader::new(tail.stdout.take().unwrap()).lines();
        thread::spawn(move || {
            lines.map_while(Result::ok).all(|line| sender.send(utterance(&line).text).is_ok());
            let _ = tail.kill();
            let _ = tail.wait();
        });
        receiver
    }

    /// All that was said so far, in order.
    pub fn heard(&self) -> Vec<Utterance> {
        let heard = fs::read_to_string(self.folder.join("heard")).unwrap();
        // The last line may still be written.
        let whole = heard.rfind('\n').map_or("", |end| &heard[..end]);
        whole.lines().map(utterance).collect()
    }
}

impl Drop for Dispatcher {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A browser that speaks through a [`Dispatcher`]. Apart from [`crate::browser::Browser`] because it is asked for little: it goes to a
/// page, presses a button and looks, in every engine alike.
pub struct SpeakingBrowser {
    runtime: Runtime,
    web: WebDriver,
    _driver: Driver,
}

impl SpeakingBrowser {
    pub fn start(engine: Engine, dispatcher: &Dispatcher) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let (driver, web) = Driver::start_with_browser(engine, &runtime, &dispatcher.surroundings());
        Self { runtime, web, _driver: driver }
    }

    /// Opens a page and waits until the browser knows its voices.
    #[track_caller]
    pub fn open(&self, address: &str) {
        self.runtime.block_on(self.web.goto(address)).unwrap();
        self.until("the voices", || self.script("return speechSynthesis.getVoices().length > 0") == json!(true));
    }

    /// Presses the button with this name, once it is there.
    #[track_caller]
    pub fn press(&self, name: &str) {
        self.until(&format!("the button {name}"), || self.has_button(name));
        let button = self.runtime.block_on(self.web.find(button(name))).unwrap();
        self.runtime.block_on(button.click()).unwrap();
    }

    pub fn has_button(&self, name: &str) -> bool {
        self.runtime.block_on(self.web.find(button(name))).is_ok()
    }

    #[track_caller]
    pub fn script(&self, script: &str) -> Value {
        self.runtime.block_on(self.web.execute(script, vec![])).unwrap().json().clone()
    }

    /// Looks again and again until it is so.
    #[track_caller]
    pub fn until(&self, what: &str, is_so: impl Fn() -> bool) {
        let started = Instant::now();
        while !is_so() {
            assert!(started.elapsed() < PATIENCE, "waited in vain for {what}");
            self.runtime.block_on(async { tokio::time::sleep(LOOK).await });
        }
    }
}

impl Drop for SpeakingBrowser {
    fn drop(&mut self) {
        let _ = self.runtime.block_on(self.web.clone().quit());
    }
}

fn button(name: &str) -> By {
    By::XPath(format!("//button[normalize-space()={name:?}]"))
}

fn ours() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/speechd"))
}

/// Reads a line that `tests/speechd/listener` wrote.
fn utterance(line: &str) -> Utterance {
    let cells: Vec<&str> = line.splitn(4, '\t').collect();
    let [voice, asked, _rate, said] = cells[..] else { panic!("the listener wrote {line:?}") };
    let voices = fs::read_to_string(ours().join("voices.tsv")).unwrap();
    let own = voices.lines().find_map(|line| line.strip_prefix(voice)?.strip_prefix('\t')?.split('\t').next());
    // Without a voice the language decides which one speaks.
    Utterance { language: own.unwrap_or(asked).to_owned(), text: text_of(said) }
}

/// The words of an SSML text.
fn text_of(ssml: &str) -> String {
    let mut text = String::new();
    for part in ssml.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, behind)| behind));
    }
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    for (name, sign) in named {
        text = text.replace(name, sign);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_ssml_are_as_they_were_written() {
        let ssml = "<speak>Bel Els &amp; Jo.<mark name=\"__spd_0\"/> 1 &lt; 2 &amp;lt;</speak>";
        assert_eq!(text_of(ssml), "Bel Els & Jo. 1 < 2 &lt;");
    }

    #[test]
    fn the_language_is_that_of_the_voice_not_the_one_asked_for() {
        let heard = utterance("German\tnl-be\t0\t<speak>Was je handen.</speak>");
        assert_eq!(heard, Utterance { language: "de-DE".into(), text: "Was je handen.".into() });
        assert_eq!(utterance("NULL\tnl-be\t0\tDag").language, "nl-be");
    }
}
