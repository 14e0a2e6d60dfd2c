//! Stepwise in a real browser.
