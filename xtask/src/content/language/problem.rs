//! What is wrong with a table that a translator gave back.

use thiserror::Error;

/// A row that cannot be taken, and why.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("row {row}: {fault}")]
pub struct Problem {
    /// As the spreadsheet counts; 1 is the heads, and the file as a whole.
    pub row: usize,
    pub fault: Fault,
}

/// What is wrong, and what to do.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum Fault {
    #[error("the file is not UTF-8. Save it as \"CSV UTF-8\"")]
    NotUtf8,
    #[error(
        "the heads are {found}. They must be {expected}: take the table of this language, and leave its first row as it is"
    )]
    Heads { expected: String, found: String },
    #[error("there is no row below the heads. Save the sheet with the sentences")]
    Empty,
    #[error("{found} cells, {expected} are needed. Leave every column in its place")]
    Cells { expected: usize, found: usize },
    #[error("`{0}` is no file of this language. Leave the column `file` as it is, or remove the row")]
    File(String),
    #[error("{file} has no `{key}`. Leave the column `key` as it is, or remove the row")]
    Key { file: String, key: String },
    #[error("the same sentence stands in row {before} too, with other words. Keep one of the two rows")]
    Twice { before: usize },
    #[error("the state is `{0}`. Write new, stale or done")]
    State(String),
    #[error("the cell is empty, and it had words. Write the sentence again")]
    Emptied,
    #[error(
        "the list has no such place: the sentence before it is missing, or one after it is there. Fill a list from its beginning, empty it from its end"
    )]
    Before,
    #[error("the sentence has more than one line. Write it in one")]
    Lines,
    #[error(
        "the source says something else by now: \"{now}\". Translate that, and copy it into the column of the source"
    )]
    OldSource { now: String },
    #[error("the gaps {{…}} are not those of the source: {0}. Copy each of them as it is")]
    Gaps(String),
}
