//! One small module for each thing a browser can do. Nothing else in the app calls the browser.

pub mod address;
pub mod clipboard;
pub mod fetch;
pub mod file;
pub mod focus;
pub mod json;
pub mod kiosk;
pub mod looks;
pub mod mirror;
pub mod offline;
pub mod paper;
pub mod people;
pub mod screen;
pub mod share;
pub mod speech;
pub mod storage;
pub mod today;
