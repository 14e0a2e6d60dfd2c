//! A small server for a folder of files, as a plain web host would serve it: for `run` and for the browser tests.

mod address;

use std::fs::File;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, ResponseBox, Server, StatusCode};

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
                    let response = respond(&request, &folder, &under);
                    // A browser that went away needs no answer.
                    let _ = request.respond(response);
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

fn respond(request: &Request, folder: &Path, under: &str) -> ResponseBox {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(405, "This server only gives files.\n");
    }
    let found = match answer(folder, under, request.url()) {
        Answer::File(path) => File::open(&path).map(|file| (path, file)),
        Answer::Folder(address) => return moved(&address),
        Answer::Nothing => return plain(404, "There is no such file here.\n"),
    };
    match found {
        Ok((path, file)) => with_headers(Response::from_file(file).boxed(), media_type(&path)),
        Err(error) => plain(500, &format!("The file cannot be read: {error}\n")),
    }
}

fn plain(status: u16, words: &str) -> ResponseBox {
    with_headers(Response::from_string(words).with_status_code(StatusCode(status)).boxed(), "text/plain; charset=utf-8")
}

fn moved(address: &str) -> ResponseBox {
    let mut response = plain(301, "The folder's address ends with a slash.\n");
    if let Ok(header) = Header::from_bytes("Location", address) {
        response.add_header(header);
    }
    response
}

fn with_headers(mut response: ResponseBox, media_type: &str) -> ResponseBox {
    // `no-cache`: a rebuilt site is seen at the next load. `nosniff`: a wrong type must show here, not at a stricter host.
    let headers = [("Content-Type", media_type), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")];
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
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
