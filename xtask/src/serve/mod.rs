//! A small server for a folder of files, as a plain web host would serve it: for `run` and for the browser tests.

mod address;
mod compressed;

use std::fs;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Method, Request, Server};

use crate::report;
use address::{Answer, answer, media_type};
use compressed::Compressed;

/// A browser opens six connections at once; two tabs are then still served together.
const THREADS: usize = 12;

/// A folder that is being served.
pub struct Site {
    server: Arc<Server>,
    folder: Arc<PathBuf>,
    under: Arc<str>,
    /// There if it is served to be measured.
    compressed: Option<Arc<Compressed>>,
}

/// Serves `folder` on this machine only, at `port` (0: any free one), all addresses below `under` (`/` or `/path/`).
///
/// # Errors
/// When the folder is not there or the port is taken.
pub fn serve(folder: &Path, port: u16, under: &str) -> Result<Site> {
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .with_context(|| format!("port {port} of this machine cannot be used"))?;
    serve_on(listener, folder, under)
}

/// As [`serve`], at the first free port from `port` on; says so when it is another one.
///
/// # Errors
/// When the folder is not there or twenty ports in a row are taken.
pub fn serve_near(folder: &Path, port: u16, under: &str) -> Result<Site> {
    for candidate in port..port.saturating_add(20) {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, candidate))) {
            Ok(listener) => return serve_on(listener, folder, under),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                println!("port {candidate} is taken, trying the next")
            }
            Err(error) => return Err(error).context("this machine gives no port to serve at"),
        }
    }
    Err(anyhow!("twenty ports from {port} on are taken. Stop another server, or choose one with `--port`"))
}

fn serve_on(listener: TcpListener, folder: &Path, under: &str) -> Result<Site> {
    // Resolved once: every file served must lie below it, links included.
    let folder = folder.canonicalize().with_context(|| format!("{} cannot be served", folder.display()))?;
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("the server cannot start: {error}"))?;
    let under = format!("/{}/", under.trim_matches('/')).replace("//", "/");
    Ok(Site { server: Arc::new(server), folder: Arc::new(folder), under: under.into(), compressed: None })
}

impl Site {
    /// The same to be measured: compressed as a good web host does it, and set apart from all other pages, since only such a page may
    /// ask how much memory it takes.
    #[must_use]
    pub fn measured(self) -> Self {
        Self { compressed: Some(Arc::default()), ..self }
    }

    /// The address to open, such as `http://127.0.0.1:8080/`.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.server.server_addr(), self.under)
    }

    /// Says the address, then answers until the process ends.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn run(&self) -> Result<()> {
        println!("Stepwise runs at {}", self.address());
        report::flush();
        let mut threads = Vec::with_capacity(THREADS);
        for number in 0..THREADS {
            let (server, folder, under) = (self.server.clone(), self.folder.clone(), self.under.clone());
            let compressed = self.compressed.clone();
            let work = move || {
                while let Ok(request) = server.recv() {
                    let head_only = *request.method() == Method::Head;
                    let reply = reply(&request, &folder, &under, compressed.as_deref());
                    // A browser that went away needs no answer.
                    let _ = reply.send(request.into_writer(), head_only);
                }
            };
            threads.push(thread::Builder::new().name(format!("serve {number}")).spawn(work)?);
        }
        for thread in threads {
            let _ = thread.join();
        }
        Ok(())
    }
}

/// What is said to one request.
struct Reply {
    status: &'static str,
    media_type: &'static str,
    location: Option<String>,
    /// More headers, each with its line end.
    more: String,
    body: Vec<u8>,
}

impl Reply {
    /// As [`Site::measured`] says.
    fn measured(mut self, compressed: &Compressed, request: &Request, path: &Path) -> Self {
        self.more =
            "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n".to_owned();
        if let Ok(Some(small)) = compressed.of(request, path, &self.body) {
            self.body = small;
            self.more += "Content-Encoding: br\r\n";
        }
        self
    }

    /// Writes it by hand, since the library keeps connections open and lets none of its users close one: two connections that come
    /// at the same moment may then wait for one thread (its `TaskPool::spawn`), the second for as long as the first stays open.
    fn send(&self, mut out: impl Write, head_only: bool) -> io::Result<()> {
        // `no-cache`: a rebuilt site is seen at the next load. `nosniff`: a wrong type must show here, not at a stricter host.
        write!(
            out,
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n{}",
            self.status,
            self.media_type,
            self.body.len(),
            self.more
        )?;
        if let Some(location) = &self.location {
            write!(out, "Location: {location}\r\n")?;
        }
        out.write_all(b"\r\n")?;
        if !head_only {
            out.write_all(&self.body)?;
        }
        out.flush()
    }
}

fn reply(request: &Request, folder: &Path, under: &str, compressed: Option<&Compressed>) -> Reply {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain("405 Method Not Allowed", "This server only gives files.\n");
    }
    match answer(folder, under, request.url()) {
        Answer::File(path) => match fs::read(&path) {
            Ok(body) => {
                let plain = Reply {
                    status: "200 OK",
                    media_type: media_type(&path),
                    location: None,
                    more: String::new(),
                    body,
                };
                match compressed {
                    Some(compressed) => plain.measured(compressed, request, &path),
                    None => plain,
                }
            }
            Err(error) => plain("500 Internal Server Error", &format!("The file cannot be read: {error}\n")),
        },
        Answer::Folder(address) => Reply {
            location: Some(address),
            ..plain("301 Moved Permanently", "The folder's address ends with a slash.\n")
        },
        Answer::Nothing => plain("404 Not Found", "There is no such file here.\n"),
    }
}

fn plain(status: &'static str, words: &str) -> Reply {
    Reply {
        status,
        media_type: "text/plain; charset=utf-8",
        location: None,
        more: String::new(),
        body: words.as_bytes().to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;
    use std::net::TcpStream;

    use super::*;

    /// What the server of this crate's `src` says to one request line.
    fn ask(line: &str) -> String {
        String::from_utf8(answer_of(site(), line)).unwrap()
    }

    fn site() -> Site {
        serve(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), 0, "deep/site").unwrap()
    }

    /// What a server says to a request line of a browser that reads brotli.
    fn answer_of(site: Site, line: &str) -> Vec<u8> {
        let place = site.server.server_addr().to_ip().unwrap();
        thread::spawn(move || site.run());
        let mut stream = TcpStream::connect(place).unwrap();
        write!(stream, "{line} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip, br;q=1.0\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut bytes = vec![];
        stream.read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_file_comes_with_its_type_and_is_asked_for_again_each_time() {
        let text = ask("GET /deep/site/main.rs?x=1");
        assert!(text.starts_with("HTTP/1.1 200"), "{text}");
        assert!(text.contains("Content-Type: text/plain"), "{text}");
        assert!(text.contains("Cache-Control: no-cache"), "{text}");
        assert!(text.contains("Connection: close"), "{text}");
        assert!(text.contains("fn main()"), "{text}");
    }

    #[test]
    fn what_is_measured_comes_small_and_set_apart() {
        let whole = ask("GET /deep/site/main.rs");
        assert!(!whole.contains("Content-Encoding"), "{whole}");
        let small = answer_of(site().measured(), "GET /deep/site/main.rs");
        let head = String::from_utf8_lossy(&small);
        assert!(head.contains("Content-Encoding: br\r\n"), "{head}");
        assert!(head.contains("Cross-Origin-Embedder-Policy: require-corp\r\n"), "{head}");
        let (_, body) = whole.split_once("\r\n\r\n").unwrap();
        let at = small.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let mut read = vec![];
        brotli::BrotliDecompress(&mut &small[at + 4..], &mut read).unwrap();
        assert_eq!(read, body.as_bytes());
    }

    #[test]
    fn what_is_not_there_is_a_404() {
        assert!(ask("GET /deep/site/nothing.html").starts_with("HTTP/1.1 404"));
        assert!(ask("GET /main.rs").starts_with("HTTP/1.1 404"));
        assert!(ask("GET /deep/site/../../Cargo.toml").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn a_folder_without_its_slash_is_sent_on() {
        let text = ask("GET /deep/site");
        assert!(text.starts_with("HTTP/1.1 301"), "{text}");
        assert!(text.contains("Location: /deep/site/"), "{text}");
    }

    #[test]
    fn nothing_can_be_written() {
        assert!(ask("DELETE /deep/site/main.rs").starts_with("HTTP/1.1 405"));
    }
}
