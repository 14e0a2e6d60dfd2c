//! What an organisation put beside the app, in the folder `custom/` of the site. Asked for by the few pages that show it, never on the way to a lesson.

use crate::browser::fetch;
use engine::custom::{Custom, LONGEST_FILE};
pub use engine::custom::{LINES, Wrong};
use leptos::prelude::*;

/// Seen from where the lessons lie: `content/<digest>/`.
const FOLDER: &str = "../../custom/";

/// The text of the file; nothing as long as it has not come, nor where it cannot come. A text, since it is small, and another kind of signal is 0.5 kB of the app.
pub type Theirs = RwSignal<Option<String>>;

/// Asks for it.
pub fn theirs() -> Theirs {
    let theirs = RwSignal::new(None);
    fetch::text(&format!("{FOLDER}custom.json"), Box::new(move |came| theirs.set(came.ok())));
    theirs
}

/// What is in it, or what is wrong with it; nothing as long as there is none.
pub fn read(theirs: Theirs) -> Option<Result<Custom, Wrong>> {
    let text = theirs.get()?;
    let file = if text.len() > LONGEST_FILE { None } else { fetch::read(&text).ok() };
    Some(file.ok_or(Wrong::Unreadable).and_then(Custom::check))
}

/// What holds of it.
pub fn right(theirs: Theirs) -> Option<Custom> {
    read(theirs)?.ok()
}

/// The address of a picture of theirs, if there is one.
pub fn picture(file: &str) -> Option<String> {
    (!file.is_empty()).then(|| fetch::address(&format!("{FOLDER}{file}")))
}
