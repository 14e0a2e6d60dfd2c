//! The printer of the device.

use leptos::prelude::window;

/// Asks the browser to print the page. One that cannot does nothing.
pub fn print() {
    let _ = window().print();
}
