//! Lists of values that several of these pages offer.

use crate::state::LANGUAGES;
use crate::ui::SelectItem;

/// The languages of the lessons in their own names, after one item that chooses none.
pub fn languages(none: &str) -> Vec<SelectItem> {
    let own = LANGUAGES.iter().map(|(tongue, own)| (tongue.lang, (*own).to_owned(), Some(tongue.lang)));
    std::iter::once(("", none.to_owned(), None)).chain(own).collect()
}

/// How a language calls itself.
pub fn own_name(code: &str) -> &'static str {
    LANGUAGES.iter().find(|(tongue, _)| tongue.lang == code).map_or("", |(_, name)| name)
}
