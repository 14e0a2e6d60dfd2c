//! The rules of Stepwise: what a lesson is, what an answer means, what is kept.
//!
//! Pure: no browser, no clock, no random source, no files. Time and seeds come in as values; text comes in as strings.
//! Read the modules in this order.

pub mod ids;
pub mod map;
pub mod plan;
pub mod text;
pub mod words;

pub mod script;

pub mod code;

pub mod card;
pub mod catalogue;
pub mod help;
mod known;
pub mod lesson;
pub mod view;

pub mod assemble;
mod assemble_cards;
pub mod problem;

pub mod again;
pub mod session;
pub mod sessions;

pub mod kiosk;
pub mod person;
pub mod place;
pub mod progress;
pub mod review;
pub mod save;
pub mod settings;
pub mod unknown;

pub mod route;

pub mod desk;
pub mod group;

pub mod spoken;
pub mod voice;
