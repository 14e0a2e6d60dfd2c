//! The languages that have a table.

use crate::table::Table;
use crate::tables;

/// A language whose texts can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch, Flemish first.
    Nl,
    /// English.
    En,
    /// French.
    Fr,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Polish.
    Pl,
    /// Romanian.
    Ro,
    /// Bulgarian.
    Bg,
    /// Croatian.
    Hr,
    /// Slovene.
    Sl,
    /// Greek.
    El,
    /// Latvian.
    Lv,
    /// Ukrainian.
    Uk,
    /// Arabic, the standard language.
    Ar,
    /// Turkish.
    Tr,
}

impl Language {
    /// Every language that has a table, in the order of the calibration.
    pub const ALL: [Language; 16] = [
        Language::Nl,
        Language::En,
        Language::Fr,
        Language::De,
        Language::Es,
        Language::It,
        Language::Pl,
        Language::Ro,
        Language::Bg,
        Language::Hr,
        Language::Sl,
        Language::El,
        Language::Lv,
        Language::Uk,
        Language::Ar,
        Language::Tr,
    ];

    /// The language of a two-letter code (ISO 639-1, lower case), if it has a table.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The two-letter code (ISO 639-1, lower case).
    pub fn code(self) -> &'static str {
        self.table().code
    }

    pub(crate) fn table(self) -> &'static Table {
        match self {
            Language::Nl => &tables::nl::TABLE,
            Language::En => &tables::en::TABLE,
            Language::Fr => &tables::fr::TABLE,
            Language::De => &tables::de::TABLE,
            Language::Es => &tables::es::TABLE,
            Language::It => &tables::it::TABLE,
            Language::Pl => &tables::pl::TABLE,
            Language::Ro => &tables::ro::TABLE,
            Language::Bg => &tables::bg::TABLE,
            Language::Hr => &tables::hr::TABLE,
            Language::Sl => &tables::sl::TABLE,
            Language::El => &tables::el::TABLE,
            Language::Lv => &tables::lv::TABLE,
            Language::Uk => &tables::uk::TABLE,
            Language::Ar => &tables::ar::TABLE,
            Language::Tr => &tables::tr::TABLE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_by_its_own_code() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
    }

    #[test]
    fn a_code_without_a_table_is_no_language() {
        assert_eq!(Language::from_code("xx"), None);
        assert_eq!(Language::from_code("NL"), None);
    }
}
