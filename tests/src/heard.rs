//! What a page said in the console and asked for over the network, and what must hold of every visit.

use serde_json::Value;
use thirtyfour::common::command::Command;

use crate::browser::Browser;

impl Browser {
    /// A message of the console that belongs to the test, by a part of it.
    pub fn expect_message(&self, part: &str) {
        self.expected.borrow_mut().push(part.to_owned());
    }

    /// Every address that was asked for over the network so far; not what the browser still had.
    #[track_caller]
    pub fn asked_for(&self) -> Vec<String> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        for entry in self.log("performance") {
            let entry: Value = serde_json::from_str(entry["message"].as_str().unwrap_or("null")).unwrap();
            let (method, parameters) = (text(&entry["message"]["method"]), &entry["message"]["params"]);
            let id = text(&parameters["requestId"]);
            match method.as_str() {
                "Network.requestWillBeSent" => self.asked.borrow_mut().push((id, text(&parameters["request"]["url"]))),
                "Network.webSocketCreated" => self.asked.borrow_mut().push((id, text(&parameters["url"]))),
                "Network.requestServedFromCache" => self.asked.borrow_mut().retain(|(other, _)| *other != id),
                _ => {}
            }
        }
        self.asked.borrow().iter().map(|(_, url)| url.clone()).collect()
    }

    /// What must hold of every visit: nothing unexpected in the console, no other host, no cookie.
    #[track_caller]
    pub fn assert_clean(&self) {
        let grave = |entry: &Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        let mut messages: Vec<String> =
            self.log("browser").iter().filter(|entry| grave(entry)).map(|entry| entry["message"].to_string()).collect();
        messages.retain(|message| !self.expected.borrow().iter().any(|part| message.contains(part)));
        assert!(messages.is_empty(), "in the console: {messages:#?}\n{}", self.describe());
        let foreign: Vec<String> = self
            .asked_for()
            .into_iter()
            .filter(|url| !url.starts_with(&self.site) && !url.starts_with("data:"))
            .collect();
        assert!(foreign.is_empty(), "asked for outside of {}: {foreign:#?}", self.site);
        let web = self.web();
        let cookies = self.wait(async { web.get_all_cookies().await });
        assert!(cookies.is_empty(), "cookies: {cookies:?}");
    }

    #[track_caller]
    fn log(&self, kind: &str) -> Vec<Value> {
        let web = self.web();
        self.wait(async { web.cmd(Command::GetLog(kind.into())).await?.value() })
    }
}
