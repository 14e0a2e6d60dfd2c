//! What may stand between a browser and a server of files: a host that adds headers, a network that loses answers or holds one back, a stranger's script in
//! front of the page's own.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where the script lies that is put in front of the page's own.
const SCRIPT: &str = "/before-all.js";

/// Answers at an address of its own, until this value ends.
pub struct Between {
    /// Ends with `/`.
    pub address: String,
    ways: Arc<Mutex<Ways>>,
}

/// How it behaves now.
#[derive(Default)]
struct Ways {
    /// Host and port of the server behind it.
    to: String,
    headers: Vec<(String, String)>,
    script: String,
    /// Every so-manieth answer of each folder fails; none if 0.
    fails_every: usize,
    /// Nobody answers.
    off: bool,
    /// What ends so is asked for and never comes.
    held: Option<String>,
    /// Where in the list of what was asked for the failing began.
    fails_from: usize,
    /// The paths that were asked for.
    asked: Vec<String>,
    ended: bool,
}

impl Between {
    /// In front of the server at this address.
    pub fn to(address: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = format!("http://{}/", listener.local_addr().unwrap());
        let between = Self { address: own, ways: Arc::default() };
        between.leads_to(address);
        let ways = between.ways.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if held(&ways).ended {
                    return;
                }
                let ways = ways.clone();
                // A browser that went away needs no answer.
                std::thread::spawn(move || answer(&ways, stream).unwrap_or_default());
            }
        });
        between
    }

    fn ways(&self) -> MutexGuard<'_, Ways> {
        held(&self.ways)
    }

    /// From now on another server is behind it.
    pub fn leads_to(&self, address: &str) {
        self.ways().to = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
    }

    /// With these headers, each in the place of one of the same name.
    #[must_use]
    pub fn with_headers(self, headers: impl IntoIterator<Item = (String, String)>) -> Self {
        self.ways().headers.extend(headers);
        self
    }

    /// With a script in every page before any of its own.
    #[must_use]
    pub fn with_script(self, script: &str) -> Self {
        script.clone_into(&mut self.ways().script);
        self
    }

    /// Whether anybody answers from now on.
    pub fn answers(&self, answers: bool) {
        self.ways().off = !answers;
    }

    /// From now on every so-manieth answer of each folder fails: it is the page of a hotel, ends in the middle, never begins, or is an error, in turn. 0: none.
    pub fn fails_every(&self, nth: usize) {
        let mut ways = self.ways();
        ways.fails_every = nth;
        ways.fails_from = ways.asked.len();
    }

    /// From now on what ends so is asked for and never comes; nothing for everything comes.
    pub fn holds(&self, ending: Option<&str>) {
        self.ways().held = ending.map(str::to_owned);
    }

    /// The paths that were asked for, in their order.
    pub fn asked(&self) -> Vec<String> {
        self.ways().asked.clone()
    }
}

impl Drop for Between {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("asked for between browser and host: {:?}", self.asked());
        }
        self.ways().ended = true;
        // So that whoever waits for the next one looks up.
        let _ = TcpStream::connect(self.address.trim_start_matches("http://").trim_end_matches('/'));
    }
}

fn held(ways: &Mutex<Ways>) -> MutexGuard<'_, Ways> {
    ways.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives one answer, or none.
fn answer(ways: &Mutex<Ways>, mut stream: TcpStream) -> io::Result<()> {
    let Some(path) = path(&mut stream)? else { return Ok(()) };
    let (to, headers, script, failure) = {
        let mut ways = held(ways);
        ways.asked.push(path.clone());
        if ways.off {
            return Ok(());
        }
        if ways.held.as_ref().is_some_and(|ending| path.ends_with(ending.as_str())) {
            drop(ways);
            // Until the browser goes away.
            return stream.read_to_end(&mut vec![]).map(drop);
        }
        let folder = |path: &str| path[1..].split_once('/').map(|(folder, _)| folder.to_owned());
        let same = ways.asked[ways.fails_from..].iter().filter(|other| folder(other) == folder(&path));
        let count = same.count();
        let fails = ways.fails_every > 0 && count.is_multiple_of(ways.fails_every);
        (ways.to.clone(), ways.headers.clone(), ways.script.clone(), fails.then(|| count / ways.fails_every % 4))
    };
    let plain = |status: &str, kind: &str, text: &str| {
        let length = text.len();
        format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{text}"
        )
    };
    match failure {
        Some(3) => return Ok(()),
        Some(0) => {
            return stream.write_all(plain("503 Service Unavailable", "text/plain", "Come back later.").as_bytes());
        }
        Some(1) => {
            return stream.write_all(plain("200 OK", "text/html", "<!doctype html><title>Log in</title>").as_bytes());
        }
        _ => {}
    }
    if path == SCRIPT {
        return stream.write_all(plain("200 OK", "text/javascript", &script).as_bytes());
    }
    let mut server = TcpStream::connect(to)?;
    write!(server, "GET {path} HTTP/1.1\r\nHost: behind\r\nConnection: close\r\n\r\n")?;
    let mut whole = vec![];
    server.read_to_end(&mut whole)?;
    let whole = changed(&whole, &headers, &script);
    let end = if failure.is_some() { whole.len() / 2 } else { whole.len() };
    stream.write_all(&whole[..end])
}

/// The path that is asked for; nothing if nobody asks.
fn path(stream: &mut TcpStream) -> io::Result<Option<String>> {
    let mut head = vec![];
    let mut part = [0; 4096];
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        let read = stream.read(&mut part)?;
        if read == 0 {
            return Ok(None);
        }
        head.extend_from_slice(&part[..read]);
    }
    let line = String::from_utf8_lossy(&head);
    Ok(line.split_whitespace().nth(1).map(str::to_owned))
}

/// An answer with these headers and this script.
fn changed(whole: &[u8], headers: &[(String, String)], script: &str) -> Vec<u8> {
    let Some(end) = whole.windows(4).position(|four| four == b"\r\n\r\n") else { return vec![] };
    let head = String::from_utf8_lossy(&whole[..end]).into_owned();
    let mut body = whole[end + 4..].to_vec();
    if !script.is_empty() && head.contains("text/html") {
        let page = String::from_utf8_lossy(&body);
        body = page.replacen("<head>", &format!("<head><script src=\"{SCRIPT}\"></script>"), 1).into_bytes();
    }
    let is = |line: &str, name: &str| line.split(':').next().is_some_and(|other| other.eq_ignore_ascii_case(name));
    let mut lines: Vec<String> = head
        .split("\r\n")
        .filter(|line| !is(line, "content-length") && !headers.iter().any(|(name, _)| is(line, name)))
        .map(str::to_owned)
        .collect();
    lines.extend(headers.iter().map(|(name, value)| format!("{name}: {value}")));
    lines.push(format!("Content-Length: {}", body.len()));
    let mut answer = (lines.join("\r\n") + "\r\n\r\n").into_bytes();
    answer.append(&mut body);
    answer
}
