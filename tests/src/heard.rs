//! What a page said in the console and asked for over the network, and what must hold of every visit.

use crate::browser::Browser;

/// How Firefox tells that it was told to fetch something no more (NS_BINDING_ABORTED): a page was left while its letters were on their way.
const LEFT: &str = "downloadable font: download failed";
const ABORTED: &str = "status=2152398850";

impl Browser {
    /// A message of the console that belongs to the test, by a part of it.
    pub fn expect_message(&self, part: &str) {
        self.expected.borrow_mut().push(part.to_owned());
    }

    /// Another site that the test has to do with, by its address.
    pub fn expect_site(&self, address: &str) {
        self.other_sites.borrow_mut().push(address.to_owned());
    }

    /// Every address that was asked for over the network so far; not what the browser still had.
    #[track_caller]
    pub fn asked_for(&self) -> Vec<String> {
        self.hear_requests();
        self.asked.borrow().iter().map(|(_, url)| url.clone()).collect()
    }

    /// What must hold of every visit: nothing unexpected in the console, no other host, no cookie.
    #[track_caller]
    pub fn assert_clean(&self) {
        let mut messages = self.messages();
        messages.retain(|message| !(message.contains(LEFT) && message.contains(ABORTED)));
        messages.retain(|message| !self.expected.borrow().iter().any(|part| message.contains(part)));
        assert!(messages.is_empty(), "in the console: {messages:#?}\n{}", self.describe());
        let foreign: Vec<String> = self
            .asked_for()
            .into_iter()
            .filter(|url| !url.starts_with(&self.site) && !url.starts_with("data:"))
            .filter(|url| !self.other_sites.borrow().iter().any(|other| url.starts_with(other)))
            .collect();
        assert!(foreign.is_empty(), "asked for outside of {}: {foreign:#?}", self.site);
        let web = self.web();
        let cookies = self.wait(async { web.get_all_cookies().await });
        assert!(cookies.is_empty(), "cookies: {cookies:?}");
    }
}
