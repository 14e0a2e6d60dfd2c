//! Questions, answers and news as JSON over a WebSocket: so are spoken WebDriver BiDi (Firefox) and Chromium's own protocol.
//! Only on this machine, so without encryption.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// An open line to a browser.
pub(crate) struct Wire {
    socket: WebSocket<TcpStream>,
    asked: u64,
    news: Vec<News>,
    /// Chromium's name for the page that is meant; nothing where the whole browser is.
    pub page: Option<String>,
}

/// What a browser told without being asked.
pub(crate) struct News {
    /// Such as `log.entryAdded`.
    pub what: String,
    pub details: Value,
}

impl Wire {
    /// Opens a line to an address such as `ws://127.0.0.1:9222/session`.
    pub fn to(address: &str) -> Self {
        let host = address.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(host).unwrap_or_else(|error| panic!("{address}: {error}"));
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let (socket, _) = tungstenite::client(address, stream).unwrap_or_else(|error| panic!("{address}: {error}"));
        Self { socket, asked: 0, news: vec![], page: None }
    }

    /// Asks and waits for the answer; news that come meanwhile are kept.
    ///
    /// # Errors
    /// What the browser says against it.
    pub fn ask(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.asked += 1;
        let mut question = json!({ "id": self.asked, "method": method, "params": parameters });
        if let Some(page) = &self.page {
            question["sessionId"] = page.as_str().into();
        }
        let lost = |error| format!("{method}: the line to the browser is lost: {error}");
        self.socket.send(Message::text(question.to_string())).map_err(lost)?;
        loop {
            let Message::Text(text) = self.socket.read().map_err(lost)? else { continue };
            let mut told: Value = serde_json::from_str(&text).unwrap();
            if told["id"] == self.asked {
                return if told["error"].is_null() {
                    Ok(told["result"].take())
                } else {
                    Err(format!("{method}: {told}"))
                };
            }
            if let Some(what) = told["method"].as_str() {
                self.news.push(News { what: what.to_owned(), details: told["params"].take() });
            }
        }
    }

    /// The news since the last time. Browsers tell them in order: what happened before the last answer is among them.
    pub fn news(&mut self) -> Vec<News> {
        std::mem::take(&mut self.news)
    }
}
