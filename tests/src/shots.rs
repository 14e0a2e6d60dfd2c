//! Pictures of screens, kept as files for looking.

use std::fs;

use crate::browser::Browser;
use crate::data;

/// Keeps a picture of what the screen shows. A picture that cannot be kept is told and fails nothing.
pub fn keep(browser: &Browser, name: &str) {
    let folder = data::path("STEPWISE_SHOTS");
    let path = folder.join(format!("{name}.png"));
    let kept = fs::create_dir_all(&folder).map_err(|error| error.to_string()).and_then(|()| browser.photograph(&path));
    if let Err(error) = kept {
        eprintln!("{}: {error}", path.display());
    }
}
