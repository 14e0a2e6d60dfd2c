//! A small server for a folder of files, as a plain web host would serve it: for `run` and for the browser tests.

mod address;

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

/// A browser opens six connections at once; two tabs are then still served together.
const THREADS: usize = 12;

/// A folder that is being served.
pub struct Site {
    server: Arc<Server>,
    folder: Arc<PathBuf>,
    under: Arc<str>,
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
    Ok(Site { server: Arc::new(server), folder: Arc::new(folder), under: under.into() })
}

impl Site {
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
            let work = move || {
                while let Ok(request) = server.recv() {
                    let head_only = *request.method() == Method::Head;
                    let reply = reply(&request, &folder, &under);
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
    body: Vec<u8>,
}

impl Reply {
    /// Writes it by hand, since the library keeps connections open and lets none of its users close one: two connections that come
    /// at the same moment may then wait for one thread (its `TaskPool::spawn`), the second for as long as the first stays open.
    fn send(&self, mut out: impl Write, head_only: bool) -> io::Result<()> {
        // `no-cache`: a rebuilt site is seen at the next load. `nosniff`: a wrong type must show here, not at a stricter host.
        write!(
            out,
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n",
            self.status,
            self.media_type,
            self.body.len()
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

fn reply(request: &Request, folder: &Path, under: &str) -> Reply {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain("405 Method Not Allowed", "This server only gives files.\n");
    }
    match answer(folder, under, request.url()) {
        Answer::File(path) => match fs::read(&path) {
            Ok(body) => Reply { status: "200 OK", media_type: media_type(&path), location: None, body },
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
    Reply { status, media_type: "text/plain; charset=utf-8", location: None, body: words.as_bytes().to_vec() }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;
    use std::net::TcpStream;

    use super::*;

    /// What the server of this crate's `src` says to one request line.
    fn ask(line: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let site = serve(&folder, 0, "deep/site").unwrap();
        let place = site.server.server_addr().to_ip().unwrap();
        thread::spawn(move || site.run());
        let mut stream = TcpStream::connect(place).unwrap();
        write!(stream, "{line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
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
