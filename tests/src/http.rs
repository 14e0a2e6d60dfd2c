//! One request, as a browser makes it and no library does: what comes is looked at as it is sent, before anything is unpacked.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// What a server answers.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: BTreeMap<String, String>,
    /// As it is sent: it may be compressed.
    pub sent: Vec<u8>,
}

impl Answer {
    /// A header, by its name in small letters; empty if it is not there. Two of a name are joined, as a browser does it.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The body, unpacked.
    pub fn body(&self) -> Vec<u8> {
        let mut body = vec![];
        match self.header("content-encoding") {
            "" => return self.sent.clone(),
            "gzip" => drop(flate2::read::GzDecoder::new(&*self.sent).read_to_end(&mut body).expect("it is gzip")),
            "br" => brotli::BrotliDecompress(&mut &*self.sent, &mut body).expect("it is brotli"),
            other => panic!("nobody asked for {other}"),
        }
        body
    }
}

/// Asks the server at `port` of this machine for `path`, ready for answers that are packed so.
pub fn get(port: u16, path: &str, encodings: &str) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let host = format!("127.0.0.1:{port}");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {encodings}\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut bytes = vec![];
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let mut headers: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        let known = headers.entry(name.to_lowercase()).or_default();
        *known = if known.is_empty() { value.to_owned() } else { format!("{known}, {value}") };
    }
    let rest = &bytes[end + 4..];
    let sent =
        if headers.get("transfer-encoding").is_some_and(|how| how == "chunked") { joined(rest) } else { rest.to_vec() };
    Answer { status, headers, sent }
}

/// A body that came in parts, each with its length in front.
fn joined(mut rest: &[u8]) -> Vec<u8> {
    let mut all = vec![];
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n").expect("a part has a length");
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..end]).unwrap(), 16).unwrap();
        if length == 0 {
            return all;
        }
        all.extend_from_slice(&rest[end + 2..end + 2 + length]);
        rest = &rest[end + 2 + length + 2..];
    }
}
