//! A whole lesson by keyboard with the screen off: a robot that knows the page by nothing but what Orca says. Run before each
//! release (`cargo xtask test orca`), not with all tests: it takes minutes, since Orca speaks in its own time.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "this is test code: whatever fails has to stop the test"
)]

use std::fmt::Write;

use tests::data::{Card, Press, Walkthrough, Words, walkthroughs};
use tests::engine::Engine;
use tests::golden;
use tests::orca::Orca;
use tests::server::Site;
use tests::visit::Visit;

/// The lesson that teaches the app itself, with the most kinds of cards in few.
const LESSON: &str = "how-this-app-works";
const LANGUAGE: &str = "nl";

/// Answers stand in the same order for each run, and a device that knows no language of ours offers no help in one.
const SAME_ORDER: &str = "Math.random = () => 0.5; Object.defineProperty(navigator, 'languages', { value: ['zxx'] });";

/// More lines and stops than any card has.
const MOST: usize = 60;
/// How often to listen on before it is clear that nothing more comes: about half a minute.
const PATIENT: usize = 12;

struct Learner<'a> {
    orca: &'a Orca,
    transcript: String,
    /// What the last press made Orca say.
    last: Vec<String>,
}

impl Learner<'_> {
    /// Presses keys, and writes down what is said then.
    fn press(&mut self, keys: &str) -> Vec<String> {
        let said = self.orca.press(keys);
        let _ = writeln!(self.transcript, "[{keys}] {}", said.join(" | "));
        self.last.clone_from(&said);
        said
    }

    /// Hears the page from its top to its end, line by line.
    fn read(&mut self) -> Vec<String> {
        let mut read = self.press("ctrl+Home");
        for _ in 0..MOST {
            let said = self.press("Down");
            if said.is_empty() {
                return read;
            }
            read.extend(said);
        }
        panic!("the page has no end:\n{}", self.transcript);
    }

    /// Goes from the top with Tab, and with arrows among answers, until a name is heard.
    fn find(&mut self, name: &str) {
        self.press("ctrl+Home");
        self.go_on_to(name);
    }

    /// Goes to the bar below, which begins with a link back, and on in it. An imitated device may have a button of the same name.
    fn find_in_bar(&mut self, name: &str) {
        let back = Words::of(LANGUAGE).get("back");
        let is_link = |said: &[String]| said.iter().any(|said| said.starts_with(&back) && said.ends_with("link."));
        self.find(&back);
        while !is_link(&self.last) {
            self.go_on_to(&back);
        }
        self.go_on_to(name);
    }

    fn go_on_to(&mut self, name: &str) {
        for _ in 0..MOST {
            let mut said = self.press("Tab");
            while is_answer(&said) && !names(&said, name) {
                said = self.press("Down");
            }
            if names(&said, name) {
                return;
            }
        }
        panic!("nothing is called {name:?}:\n{}", self.transcript);
    }

    /// Listens until a phrase was said, if not at once; *Show me* takes its time.
    fn wait_for(&mut self, phrase: &str) {
        let mut said = std::mem::take(&mut self.last);
        for _ in 0..PATIENT {
            if names(&said, phrase) {
                return;
            }
            said = self.orca.listen();
            let _ = writeln!(self.transcript, "… {}", said.join(" | "));
        }
        panic!("{phrase:?} is not said:\n{}", self.transcript);
    }

    /// Does what a card asks for, and leaves it for the next heading.
    fn solve(&mut self, card: &Card, next: &str) {
        let _ = writeln!(self.transcript, "\n== {} ({}) ==", card.step, card.kind);
        let read = self.read();
        // A long heading is read in lines; its role is said after the first.
        let plain = |text: &str| text.replace(" heading level 1", "").replace('.', "");
        let is_read = plain(&read.join(" ")).contains(&plain(&card.heading));
        assert!(is_read, "{:?} is not read:\n{}", card.heading, self.transcript);
        let last = card.presses.len() - 1;
        for (place, press) in card.presses.iter().enumerate() {
            let Press::Press { name, .. } = press else { panic!("the lesson asks to write") };
            if place == last {
                self.find_in_bar(name)
            } else {
                self.find(name)
            }
            self.press("space");
            if place + 1 == last {
                self.wait_for(&Words::of(LANGUAGE).get("well_done"));
            }
        }
        self.wait_for(next);
    }
}

/// Whether one of the phrases is about a thing of this name.
fn names(said: &[String], name: &str) -> bool {
    said.iter().any(|phrase| {
        let phrase = phrase.trim_end_matches('.');
        phrase == name.trim_end_matches('.')
            || phrase.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '.']))
    })
}

fn is_answer(said: &[String]) -> bool {
    said.iter().any(|phrase| phrase.contains("radio button"))
}

fn lesson() -> Walkthrough {
    walkthroughs().into_iter().find(|walk| walk.lesson == LESSON && walk.language == LANGUAGE).unwrap()
}

#[test]
fn a_lesson_is_done_by_keyboard_with_the_screen_off() {
    let site = Site::of_build();
    let walk = lesson();
    let orca = Orca::start();
    Visit::to(&site).with_engine(Engine::Firefox).heard_by(&orca).with_script(SAME_ORDER).run(|browser| {
        browser.open(&walk.link());
        let mut learner = Learner { orca: &orca, transcript: String::new(), last: vec![] };
        orca.wait_for_page();
        let finished = Words::of(LANGUAGE).get("finished");
        let next = walk.straight[1..].iter().map(|card| card.heading.as_str()).chain([finished.as_str()]);
        for (card, next) in walk.straight.iter().zip(next) {
            learner.solve(card, next);
        }
        learner.transcript.push_str("\n== finished ==\n");
        learner.read();
        golden::compare(&format!("spoken/{LESSON}.{LANGUAGE}.orca.txt"), &learner.transcript).unwrap();
    });
}
