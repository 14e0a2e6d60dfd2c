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
    // A development build says on the console what a panic was about. A release build traps at once, without a word; in both,
    // `start/boot.js` hears the trap and shows the calm page.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
}

/// Starts the coach's pages in the page that is open.
pub fn start_coach() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(pages::coach::Pages);
}
