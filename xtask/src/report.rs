//! What a run says about itself: each step in one line with its seconds, and commands that fail in plain words.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Does a step that is silent by itself: one line, `what … 1.2 s`.
///
/// # Errors
/// The error of the work.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("{what} … ");
    flush();
    let start = Instant::now();
    let done = work();
    match &done {
        Ok(_) => println!("{}", seconds(start.elapsed())),
        Err(_) => println!("failed"),
    }
    done
}

/// Does a step whose tools print their own progress: a line before it and a line after it.
///
/// # Errors
/// The error of the work.
pub fn loud_step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what} …");
    flush();
    let start = Instant::now();
    let done = work()?;
    println!("{what}: {}", seconds(start.elapsed()));
    Ok(done)
}

/// Shows lines now, not when a buffer is full: the reader may be a test that waits for the address.
/// A closed output is no reason to stop.
pub fn flush() {
    let _ = std::io::stdout().flush();
}

/// A time as people read it: `0.4 s`, `72.0 s`.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

/// Runs a command that shows its own output.
///
/// # Errors
/// When it cannot start or says it failed; `remedy` is the next thing to do.
pub fn run(command: &mut Command, remedy: &str) -> Result<()> {
    let line = command_line(command);
    let status = command.status().with_context(|| format!("`{line}` did not start. {remedy}"))?;
    if !status.success() {
        bail!("`{line}` failed ({status}); its own words are above. {remedy}");
    }
    Ok(())
}

/// Runs a command and returns what it prints, without the last line end.
///
/// # Errors
/// When it cannot start or says it failed; `remedy` is the next thing to do.
pub fn read(command: &mut Command, remedy: &str) -> Result<String> {
    let line = command_line(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("`{line}` did not start. {remedy}"))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        bail!("`{line}` failed ({}): {} {remedy}", output.status, words.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// The day of today and the commit of the sources, as a document says when a figure was reached.
///
/// # Errors
/// Outside of a repository.
pub fn day_and_commit(root: &Path) -> Result<(String, String)> {
    let day = read(Command::new("date").arg("+%F"), "")?;
    let mut git = Command::new("git");
    let commit = read(git.current_dir(root).args(["rev-parse", "--short", "HEAD"]), "Run it in the repository.")?;
    Ok((day, commit))
}

fn command_line(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_says_what_it_was_and_what_to_do() {
        let message = run(Command::new("cargo").arg("no-such-word").stderr(Stdio::null()), "Read the help.")
            .unwrap_err()
            .to_string();
        assert!(message.contains("`cargo no-such-word` failed"), "{message}");
        assert!(message.ends_with("Read the help."), "{message}");
    }

    #[test]
    fn a_command_that_is_not_there_says_what_to_do() {
        let message = read(&mut Command::new("no-such-program"), "Install it.").unwrap_err().to_string();
        assert_eq!(message, "`no-such-program` did not start. Install it.");
    }
}
