//! What a stranger needs to try Stepwise in a real browser: a server of the files, a browser, eyes that find things by role and
//! name, fingers, and a robot that plays lessons. It knows no code of the app; the ways through the lessons, the words and the
//! budgets are read as data. Read `visit.rs` first.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "this is test code: whatever fails has to stop the test"
)]

pub mod allowed;
pub mod axe;
pub mod between;
pub mod browser;
pub mod checks;
pub mod data;
pub mod driver;
pub mod engine;
pub mod engines;
pub mod faults;
pub mod fingers;
pub mod golden;
mod heard;
pub mod hosting;
#[cfg(unix)]
pub mod hosts;
pub mod http;
pub mod ibm;
pub mod keyboard;
pub mod languages;
pub mod look;
pub mod measure;
pub mod offline;
pub mod old_chromium;
mod reach;
pub mod releases;
pub mod robot;
pub mod server;
pub mod shots;
mod slips;
pub mod snapshot;
pub mod spoken;
// Only on Linux do browsers and the screen reader speak through a program that can be replaced.
pub mod night;
#[cfg(target_os = "linux")]
pub mod orca;
#[cfg(target_os = "linux")]
pub mod speechd;
pub mod states;
pub mod visit;
mod wire;
