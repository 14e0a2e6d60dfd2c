//! What a stranger needs to try Stepwise in a real browser: a server of the files, a browser, eyes that find things by role and
//! name, fingers, and a robot that plays lessons. It knows no code of the app; the ways through the lessons, the words and the
//! budgets are read as data. Read `visit.rs` first.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "this is test code: whatever fails has to stop the test"
)]

pub mod axe;
pub mod browser;
pub mod data;
pub mod driver;
pub mod fingers;
mod heard;
pub mod keyboard;
pub mod look;
pub mod measure;
pub mod robot;
pub mod server;
pub mod shots;
// Only on Linux do browsers speak through a program that can be replaced.
#[cfg(target_os = "linux")]
pub mod speechd;
pub mod states;
pub mod visit;
