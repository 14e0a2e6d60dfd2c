//! Texts that were looked at and accepted, kept in the repository: a test compares what is now with them.

use std::fs;
use std::path::Path;

use crate::data;

/// Compares a text with the accepted one at a path below `tests/`. What is new is kept below `target/new/`.
///
/// # Errors
/// What differs first, and how to accept it.
pub fn compare(path: &str, now: &str) -> Result<(), String> {
    let accepted = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let before = fs::read_to_string(&accepted).unwrap_or_default();
    let new = data::path("STEPWISE_SHOTS").with_file_name("new").join(path);
    if before == now {
        let _ = fs::remove_file(&new);
        return Ok(());
    }
    fs::create_dir_all(new.parent().unwrap()).unwrap();
    fs::write(&new, now).unwrap();
    let (line, old, fresh) = first_difference(&before, now);
    Err(format!(
        "tests/{path} differs in line {line}:\n  was: {old}\n  now: {fresh}\n  If this is as it should be: cp target/new/{path} tests/{path}"
    ))
}

fn first_difference<'a>(before: &'a str, now: &'a str) -> (usize, &'a str, &'a str) {
    let mut lines = (before.lines(), now.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (lines.0.next(), lines.1.next()) {
            (Some(old), Some(new)) if old == new => {}
            (old, new) => return (number, old.unwrap_or("the end"), new.unwrap_or("the end")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_differs_is_told() {
        assert_eq!(first_difference("one\ntwo\n", "one\nthree\n"), (2, "two", "three"));
        assert_eq!(first_difference("one\n", "one\ntwo\n"), (2, "the end", "two"));
    }
}
