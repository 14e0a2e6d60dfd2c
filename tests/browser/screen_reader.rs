//! A lesson as a virtual screen reader says it, from the first card to the end.

use std::fmt::Write;

use tests::browser::Browser;
use tests::data::{Card, Press, Walkthrough, Words, walkthroughs};
use tests::look::Region;
use tests::server::Site;
use tests::visit::Visit;
use tests::{golden, robot, spoken};

/// The lesson that teaches the app itself, with the most kinds of cards in few; and the languages in which it is listened to.
const LESSON: &str = "how-this-app-works";
const LANGUAGES: [&str; 2] = ["nl", "ar"];

/// Answers stand in the same order for each run, and a device that knows no language of ours offers no help in one.
const SAME_ORDER: &str = "Math.random = () => 0.5; Object.defineProperty(navigator, 'languages', { value: ['zxx'] });";

struct Transcript<'a> {
    browser: &'a Browser,
    text: String,
    faults: Vec<String>,
}

impl Transcript<'_> {
    fn read(&mut self) {
        let phrases = spoken::read(self.browser);
        self.faults.extend(spoken::faults(&phrases));
        for phrase in phrases {
            let _ = writeln!(self.text, "{phrase}");
        }
    }

    /// Presses, and writes down what is said by itself. An imitated device may have a button of the same name as the bar below.
    fn press(&mut self, press: &Press, region: Region) {
        match press {
            Press::Press { role, name } => {
                let _ = writeln!(self.text, "> {role} \"{name}\"");
                self.browser.tap_on(&self.browser.find_in(region, role, name));
            }
            Press::Write { text } => {
                let _ = writeln!(self.text, "> writes \"{text}\"");
                robot::press(self.browser, press);
            }
        }
        for phrase in spoken::announced(self.browser) {
            let _ = writeln!(self.text, "! {phrase}");
        }
    }

    fn card(&mut self, walk: &Walkthrough, card: &Card) {
        let _ = writeln!(self.text, "\n== {} ({}) ==", card.step, card.kind);
        self.browser.until_heading(&card.heading);
        self.read();
        let missed = walk.first_miss(&card.step);
        if !missed.is_empty() {
            missed.iter().for_each(|press| self.press(press, Region::Card));
            self.text.push_str("-- after a miss --\n");
            self.read();
        }
        let last = card.presses.len() - 1;
        for press in &card.presses[..last] {
            self.press(press, Region::Card);
        }
        if last > 0 {
            self.browser.find("button", &Words::of(&walk.language).get("next"));
            self.text.push_str("-- solved --\n");
            self.read();
        }
        self.press(&card.presses[last], Region::Bar);
    }
}

#[test]
fn a_lesson_is_said_by_a_screen_reader_as_it_was_accepted() {
    let site = Site::of_build();
    let mut wrong = vec![];
    for language in LANGUAGES {
        let walk = walkthroughs().into_iter().find(|walk| walk.lesson == LESSON && walk.language == language).unwrap();
        Visit::to(&site).quick().with_script(SAME_ORDER).run(|browser| {
            spoken::let_in(browser);
            browser.open(&walk.link());
            let mut transcript = Transcript { browser, text: String::new(), faults: vec![] };
            for card in &walk.straight {
                transcript.card(&walk, card);
            }
            browser.until_heading(&Words::of(language).get("finished"));
            transcript.text.push_str("\n== finished ==\n");
            transcript.read();
            wrong.append(&mut transcript.faults);
            wrong.extend(golden::compare(&format!("spoken/{LESSON}.{language}.txt"), &transcript.text).err());
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
