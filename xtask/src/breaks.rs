//! `cargo xtask breaks`: each promise of docs/reliability.md is broken on purpose, and the test that guards it must go red. A test that has never been red may be one that cannot
//! fail. What is broken, and how, is a list; what came of it is written into the page, with day and commit.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::project::Project;
use crate::rules::is_test;
use crate::{build, report, test};

const LIST: &str = "tests/breaks.toml";
const PAGE: &str = "docs/reliability.md";
const PROMISES: &str = "## Failure by failure";
const BROKEN: &str = "## Broken on purpose";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    r#break: Vec<Break>,
}

/// One change of one file after which one test must fail.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Break {
    /// The row of the page: `F1` to `S14`.
    row: String,
    /// What is no longer true, in words.
    what: String,
    file: String,
    /// A text that is in the file once,
    instead_of: String,
    /// and what stands there then.
    put: String,
    /// The test as the page names it, `path::name`; or a command that begins with `cargo`.
    test: String,
}

/// The word for all that was not seen red yet.
const NEW: &str = "new";

/// Breaks all of the list, or only what these rows promise, or only what is new.
///
/// # Errors
/// When a test is red without a break, or stays green with one; what went red before is written down.
pub fn run(project: &Project, rows: &[&str]) -> Result<()> {
    let list = read(project.root())?;
    if let Some(row) = rows.iter().find(|row| **row != NEW && list.iter().all(|one| one.row != **row)) {
        bail!("{LIST} breaks nothing of `{row}`");
    }
    let page = fs::read_to_string(project.root().join(PAGE))?;
    let seen = section(&page, BROKEN)?;
    let is_chosen =
        |one: &&Break| rows.is_empty() || rows.contains(&one.row.as_str()) || rows.contains(&NEW) && !one.is_in(seen);
    let mut chosen: Vec<&Break> = list.iter().filter(is_chosen).collect();
    // A change of Rust, and putting it back, costs the next build of the app minutes.
    chosen.sort_by_key(|one| (!one.is_of_browsers(), one.file.ends_with(".rs")));
    let mut git = Command::new("git");
    git.current_dir(project.root()).args(["status", "--porcelain", "--untracked-files=no", "--"]);
    let changed = report::read(git.args(chosen.iter().map(|one| &one.file)), "Run it in the repository.")?;
    if !changed.is_empty() {
        bail!("these files are changed here, or were left broken:\n{changed}\nCommit them, or `git restore` them");
    }
    // Never `dist/`: what lies there is whole.
    let broken = project.built_in("target/dist-broken");
    report::loud_step("every test without a break", || whole(&broken, &chosen))?;
    let mut unnoticed = vec![];
    for one in chosen {
        let name = format!("{}: {}", one.row, one.what);
        if report::loud_step(&name, || goes_red(&broken, one))? {
            record(project, &list, one)?;
        } else {
            println!("NOT NOTICED by {}", one.test);
            unnoticed.push(name);
        }
    }
    if !unnoticed.is_empty() {
        bail!("no test noticed: {unnoticed:#?}");
    }
    println!("each was noticed; commit {PAGE}");
    Ok(())
}

fn read(root: &Path) -> Result<Vec<Break>> {
    let text = fs::read_to_string(root.join(LIST)).with_context(|| format!("{LIST} cannot be read"))?;
    let list: List = toml::from_str(&text).context(LIST)?;
    Ok(list.r#break)
}

/// A red test says something only if it is green without the break.
fn whole(project: &Project, chosen: &[&Break]) -> Result<()> {
    if chosen.iter().any(|one| one.is_of_browsers()) {
        build::build(project, false)?;
    }
    let mut tests: Vec<&Break> = vec![];
    for one in chosen {
        if tests.iter().all(|other| other.test != one.test) {
            tests.push(one);
        }
    }
    for one in tests {
        if one.fails(project)? {
            bail!("{} is red without a break: {}", one.test, one.log(project).display());
        }
    }
    Ok(())
}

fn goes_red(project: &Project, one: &Break) -> Result<bool> {
    let path = project.root().join(&one.file);
    let text = fs::read_to_string(&path).with_context(|| one.file.clone())?;
    if text.matches(&one.instead_of).count() != 1 {
        bail!("{LIST}: {}: the text is not in {} once", one.row, one.file);
    }
    let mended = Mended { path: &path, text: &text };
    fs::write(&path, text.replacen(&one.instead_of, &one.put, 1))?;
    if one.is_of_browsers() {
        build::build(project, false)?;
    }
    let is_red = one.fails(project)?;
    drop(mended);
    Ok(is_red)
}

/// Puts a file back as it was, however the break ends.
struct Mended<'a> {
    path: &'a Path,
    text: &'a str,
}

impl Drop for Mended<'_> {
    fn drop(&mut self) {
        if let Err(error) = fs::write(self.path, self.text) {
            eprintln!("{} is still broken ({error}): `git restore` it", self.path.display());
        }
    }
}

impl Break {
    /// Whether it needs the built app.
    fn is_of_browsers(&self) -> bool {
        self.test.starts_with("tests/")
    }

    /// What its test said last.
    fn log(&self, project: &Project) -> PathBuf {
        let name: String =
            self.what.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
        project.root().join(format!("target/breaks/{}-{name}.log", self.row))
    }

    /// Runs its test. One that does not compile is no red test, but a mistake in the list.
    fn fails(&self, project: &Project) -> Result<bool> {
        let log = self.log(project);
        fs::create_dir_all(log.parent().context("a log without folder")?)?;
        let out = fs::File::create(&log)?;
        let mut command = if let Some(words) = self.test.strip_prefix("cargo ") {
            let mut cargo = project.cargo();
            cargo.args(words.split(' '));
            cargo
        } else {
            report::run(&mut test::one(project, &self.test, true)?, "A break has to compile.")?;
            test::one(project, &self.test, false)?
        };
        // A counterexample of a broken rule is no seed for the whole one.
        command.env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "1");
        let status = command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(out).status()?;
        println!("{}: {}", self.test, if status.success() { "green" } else { "red" });
        Ok(!status.success())
    }

    fn line(&self, day: &str, commit: &str) -> String {
        format!("| {} | {} | `{}` | {day} | `{commit}` |", self.row, self.what, self.test)
    }

    /// Whether it was seen red.
    fn is_in(&self, section: &str) -> bool {
        section.lines().any(|line| line.starts_with(&self.start()))
    }

    /// How its line begins.
    fn start(&self) -> String {
        format!("| {} | {} |", self.row, self.what)
    }
}

/// Writes down that a test went red. What the list no longer has goes from the page.
fn record(project: &Project, list: &[Break], red: &Break) -> Result<()> {
    let (day, commit) = report::day_and_commit(project.root())?;
    let path = project.root().join(PAGE);
    let page = fs::read_to_string(&path)?;
    Ok(fs::write(&path, with_red(&page, list, red, &day, &commit)?)?)
}

fn with_red(page: &str, list: &[Break], red: &Break, day: &str, commit: &str) -> Result<String> {
    let section = section(page, BROKEN)?;
    let known = |one: &Break| section.lines().find(|line| line.starts_with(&one.start())).map(str::to_owned);
    let lines =
        list.iter().filter_map(|one| if one.start() == red.start() { Some(one.line(day, commit)) } else { known(one) });
    let mut all: Vec<String> = section.lines().filter(|line| !is_row(line)).map(str::to_owned).collect();
    let head = all.iter().position(|line| line.starts_with("|---")).context("the table has no head")?;
    all.splice(head + 1..head + 1, lines);
    Ok(page.replacen(section, &format!("{}\n", all.join("\n")), 1))
}

/// What stands below a heading of the page, up to the next.
fn section<'page>(page: &'page str, heading: &str) -> Result<&'page str> {
    let (_, rest) = page.split_once(&format!("\n{heading}\n")).with_context(|| format!("{PAGE} has no `{heading}`"))?;
    Ok(rest.split("\n## ").next().unwrap_or_default())
}

fn is_row(line: &str) -> bool {
    let name = line.trim_start_matches("| ");
    line.starts_with("| ") && name.starts_with(['F', 'S']) && name[1..].starts_with(|next: char| next.is_ascii_digit())
}

/// Each promise is broken by something, what breaks it can still be done, and it was seen red.
///
/// # Errors
/// When list or page cannot be read.
pub fn check(root: &Path, mistakes: &mut Vec<String>) -> Result<()> {
    let list = read(root)?;
    let page = fs::read_to_string(root.join(PAGE))?;
    let seen = section(&page, BROKEN)?;
    for one in &list {
        let text = fs::read_to_string(root.join(&one.file)).unwrap_or_default();
        let times = text.matches(&one.instead_of).count();
        if times != 1 || one.put == one.instead_of {
            mistakes.push(format!(
                "{LIST}: {}, \"{}\": its text is {times} times in {}. Let it be there once, and another be put",
                one.row, one.what, one.file
            ));
        }
        let is_known = match one.test.split_once("::") {
            Some((path, name)) => fs::read_to_string(root.join(path)).is_ok_and(|source| is_test(&source, name)),
            None => one.test.starts_with("cargo "),
        };
        if !is_known {
            mistakes
                .push(format!("{LIST}: {}: there is no test `{}`. Name one that is there and runs", one.row, one.test));
        }
        if !one.is_in(seen) {
            mistakes.push(format!("{PAGE}: \"{}\" was not seen red. Run `cargo xtask breaks {NEW}`", one.what));
        }
    }
    for row in section(&page, PROMISES)?.lines().filter(|line| is_row(line)) {
        let row = row.split('|').nth(1).unwrap_or_default().trim();
        if list.iter().all(|one| one.row != row) {
            mistakes.push(format!("{LIST}: nothing breaks {row}. Add a change that its test must notice"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(row: &str, what: &str) -> Break {
        let [row, what, file, instead_of, put] = [row, what, "a", "b", "c"].map(str::to_owned);
        Break { row, what, file, instead_of, put, test: "cargo x".to_owned() }
    }

    #[test]
    fn what_went_red_is_written_in_the_order_of_the_list_and_what_the_list_lost_goes() {
        let list = [one("F1", "one"), one("F2", "two"), one("S1", "three")];
        let head = "# Page\n\n| F1 | a promise |\n\n## Broken on purpose\n\nWhy.\n\n| | what |\n|---|---|\n";
        let page = format!(
            "{head}| S1 | three | `cargo x` | then | `a` |\n| S2 | gone | `cargo x` | then | `a` |\n\n## End\n"
        );
        let after = with_red(&page, &list, &list[0], "now", "b").unwrap();
        let lines = "| F1 | one | `cargo x` | now | `b` |\n| S1 | three | `cargo x` | then | `a` |\n";
        assert_eq!(after, format!("{head}{lines}\n## End\n"));
        // Once more changes its line alone.
        let again = with_red(&after, &list, &list[2], "later", "c").unwrap();
        assert_eq!(again, after.replace("then | `a`", "later | `c`"));
    }

    #[test]
    fn a_row_is_a_line_of_a_promise() {
        assert_eq!(
            ["| F1 | x |", "| S14 | x |", "| Fire | x |", "|---|", "F1"].map(is_row),
            [true, true, false, false, false]
        );
    }
}
