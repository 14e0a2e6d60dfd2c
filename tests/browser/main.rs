//! Stepwise in a real browser, as a stranger meets it. `cargo xtask test browser` runs it against the release build.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "this is test code: whatever fails has to stop the test"
)]

mod cards;
mod certificate;
mod checking;
mod coach;
mod early;
mod engines;
mod failing;
mod faults;
mod first_question;
mod framing;
mod group;
mod helping;
mod keeping;
mod kiosk;
mod kiosk_guard;
mod kiosk_screens;
mod letters;
mod listening;
mod mending;
mod mirroring;
mod moving;
mod naming;
mod needing;
mod offline;
mod operating;
mod people;
mod playing;
mod policy;
mod practising;
mod reading;
mod releasing;
mod robots;
mod routes;
mod screen_reader;
mod sharing;
mod snapshots;
mod speaking;
mod standing;
mod starting;
mod storing;
mod sweep;
mod trouble;

/// Says something to whoever runs the tests, also when all goes well.
fn tell(text: &str) {
    use std::io::Write;
    // The test runner only holds back what is printed by macros.
    let _ = writeln!(std::io::stderr(), "{text}");
}
