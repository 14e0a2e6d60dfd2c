//! Stepwise in the browser. The rules are in `engine`; here is what is seen, heard and touched. Read the modules in this order.

pub mod browser;

mod words;

mod ui;

mod cards;

mod state;

mod pages;

mod app;

/// Starts the worker's app in the page that is open.
pub fn start() {
    browser::calm_page::show_on_panic();
    leptos::mount::mount_to_body(app::App);
}
