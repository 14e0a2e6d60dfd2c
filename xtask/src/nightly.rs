//! `cargo xtask test --nightly`: the large figures of docs/reliability.md, a slice at a time. Each run does one slice of every row that is not full and
//! writes what was reached into the row; so it may be stopped and begun again at any time, on any machine that has the file.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::report;

const PAGE: &str = "docs/reliability.md";

/// What a row counts.
enum Work {
    /// Cases of property tests of the engine: the file in `engine/tests/`, and what their names hold.
    Cases(&'static str, &'static str),
    /// Texts given to a decoder by the fuzzer.
    Fuzz(&'static str),
}

/// A row of the table.
struct Row {
    /// Its first cell.
    name: &'static str,
    /// How many one slice does: a few minutes.
    slice: u64,
    work: Work,
}

const ROWS: [Row; 11] = [
    Row { name: "F2 accidents", slice: 50_000, work: Work::Cases("accidents", "no_accident") },
    Row { name: "F8 joins", slice: 20_000, work: Work::Cases("laws", "joined_by_the_laws") },
    Row { name: "F8 taking in", slice: 20_000, work: Work::Cases("laws", "what_is_taken_in") },
    Row { name: "F12 codes", slice: 2_000, work: Work::Cases("cards", "every_wrong_symbol") },
    Row { name: "S5 near seeds", slice: 50_000, work: Work::Cases("decoders", "every_text_near_a_seed") },
    Row { name: "S5 address", slice: 2_000_000, work: Work::Fuzz("address") },
    Row { name: "S5 card", slice: 5_000_000, work: Work::Fuzz("card") },
    Row { name: "S5 envelope", slice: 2_000_000, work: Work::Fuzz("envelope") },
    Row { name: "S5 document", slice: 1_000_000, work: Work::Fuzz("document") },
    Row { name: "S5 session", slice: 2_000_000, work: Work::Fuzz("session") },
    Row { name: "S5 bundle", slice: 200_000, work: Work::Fuzz("bundle") },
];

/// Does one slice of each row that is not full.
///
/// # Errors
/// When a slice finds something; what was reached before stays written.
pub fn run(project: &Project) -> Result<()> {
    let path = project.root().join(PAGE);
    let has_fuzzer = Command::new("rustup")
        .args(["run", "nightly", "cargo", "fuzz", "--version"])
        .output()
        .is_ok_and(|done| done.status.success());
    for row in &ROWS {
        let page = fs::read_to_string(&path)?;
        let (goal, reached) = figures(&page, row.name)?;
        if reached >= goal {
            println!("{}: full", row.name);
            continue;
        }
        let mut command = match row.work {
            Work::Cases(file, name) => cases(project, file, name, row.slice),
            Work::Fuzz(_) if !has_fuzzer => {
                println!("{}: NOT RUN, there is no fuzzer here; fuzz/README.md says how to install it", row.name);
                continue;
            }
            Work::Fuzz(decoder) => fuzz(project.root(), decoder, row.slice)?,
        };
        report::loud_step(row.name, || report::run(&mut command, "What it found, above, becomes a test or a seed."))?;
        let (day, commit) = report::day_and_commit(project.root())?;
        // Read anew: a slice takes minutes.
        let page = fs::read_to_string(&path)?;
        fs::write(&path, with_reached(&page, row.name, row.slice, &day, &commit)?)?;
    }
    println!("Run it again for the next slices; commit {PAGE}.");
    Ok(())
}

fn cases(project: &Project, file: &str, name: &str, slice: u64) -> Command {
    let mut cargo = project.cargo();
    cargo.args(["test", "--locked", "--package", "engine", "--test", file, name]);
    cargo.env("PROPTEST_CASES", slice.to_string());
    cargo
}

fn fuzz(root: &Path, decoder: &str, slice: u64) -> Result<Command> {
    let corpus = format!("fuzz/corpus/{decoder}");
    fs::create_dir_all(root.join(&corpus))?;
    let own = format!("fuzz/seeds/{decoder}");
    let seeds = if root.join(&own).is_dir() { own } else { "engine/tests/saved".to_owned() };
    let mut command = Command::new("rustup");
    command.current_dir(root).args(["run", "nightly", "cargo", "fuzz", "run", "--sanitizer", "none", decoder]);
    command.args([corpus, seeds, "--".to_owned(), format!("-runs={slice}"), "-timeout=10".to_owned()]);
    Ok(command)
}

/// The cells of a row: name, goal, reached, day, commit.
fn cells<'page>(page: &'page str, name: &str) -> Result<(&'page str, Vec<&'page str>)> {
    let start = format!("| {name} |");
    let Some(line) = page.lines().find(|line| line.starts_with(&start)) else {
        bail!("{PAGE}: there is no row `{name}`. Add `| {name} | <goal> | 0 | | |`");
    };
    Ok((line, line.trim_matches('|').split('|').map(str::trim).collect()))
}

fn figures(page: &str, name: &str) -> Result<(u64, u64)> {
    let (_, cells) = cells(page, name)?;
    let figure = |place: usize| cells.get(place).and_then(|cell| cell.replace(',', "").parse().ok());
    figure(1).zip(figure(2)).with_context(|| format!("{PAGE}: the row `{name}` must have goal and reached as numbers"))
}

fn with_reached(page: &str, name: &str, more: u64, day: &str, commit: &str) -> Result<String> {
    let (goal, reached) = figures(page, name)?;
    let (line, _) = cells(page, name)?;
    let new = format!("| {name} | {} | {} | {day} | `{commit}` |", grouped(goal), grouped(reached + more));
    Ok(page.replacen(line, &new, 1))
}

/// A number as people read it: `1,000,000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_reached_adds_up_in_its_row_and_nothing_else_changes() {
        let page = "# Page\n\n| F2 accidents | 1,000,000 | 950,000 | | |\n| F8 joins | 20 | 0 | | |\nEnd\n";
        let after = with_reached(page, "F2 accidents", 50_000, "2026-11-26", "abc1234").unwrap();
        assert_eq!(
            after,
            "# Page\n\n| F2 accidents | 1,000,000 | 1,000,000 | 2026-11-26 | `abc1234` |\n| F8 joins | 20 | 0 | | |\nEnd\n"
        );
        assert_eq!(figures(&after, "F2 accidents").unwrap(), (1_000_000, 1_000_000));
    }

    #[test]
    fn a_row_that_is_not_there_or_has_no_number_is_told() {
        assert!(figures("", "F2 accidents").unwrap_err().to_string().contains("no row `F2 accidents`"));
        assert!(figures("| F2 accidents | many | 0 | | |", "F2 accidents").is_err());
    }

    #[test]
    fn the_page_has_every_row_and_no_decoder_is_without_a_target() {
        let root = Project::here().unwrap().root().to_path_buf();
        let page = fs::read_to_string(root.join(PAGE)).unwrap();
        for row in &ROWS {
            figures(&page, row.name).unwrap();
            match row.work {
                Work::Cases(file, _) => {
                    assert!(
                        [".rs", "/main.rs"].iter().any(|end| root.join(format!("engine/tests/{file}{end}")).is_file())
                    )
                }
                Work::Fuzz(decoder) => assert!(root.join(format!("fuzz/fuzz_targets/{decoder}.rs")).is_file()),
            }
        }
    }
}
