//! `cargo xtask test`: every check and test of the project, in the order in which they are quick to fail.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::{budgets, build, content, report, rules, tools, twice};

/// One part of the whole test.
struct Part {
    /// The word to run it alone: `cargo xtask test format`.
    name: &'static str,
    /// Parts that must have run before it.
    after: &'static [&'static str],
    run: fn(&Project) -> Result<()>,
}

const PARTS: [Part; 9] = [
    Part { name: "tools", after: &[], run: all_tools },
    Part { name: "format", after: &[], run: format },
    Part { name: "lint", after: &["tools"], run: lint },
    Part { name: "check", after: &[], run: sources },
    Part { name: "unit", after: &[], run: unit },
    Part { name: "build", after: &["tools"], run: site },
    Part { name: "bytes", after: &["tools", "build"], run: budgets::check },
    Part { name: "hosts", after: &["tools", "build"], run: hosts },
    Part { name: "browser", after: &["tools", "build"], run: browser },
];

/// Parts that run only by their name: before a release, since they take minutes and need more of the system.
const GATES: [Part; 2] = [
    Part { name: "orca", after: &["tools", "build"], run: orca },
    Part { name: "twice", after: &["tools", "build"], run: twice::check },
];

/// Runs all parts, or one of them with what it needs. Stops at the first that fails; the last line says which.
///
/// # Errors
/// When a part fails, or there is no part of this name.
pub fn test(project: &Project, only: Option<&str>) -> Result<()> {
    let parts = chosen(only)?;
    let mut times = Vec::new();
    let mut failure = None;
    for part in &parts {
        println!("\n── {} ──", part.name);
        report::flush();
        let start = Instant::now();
        let done = (part.run)(project);
        times.push((part.name, start.elapsed()));
        if let Err(error) = done {
            failure = Some((part.name, error));
            break;
        }
    }
    summary(&parts, &times, failure.is_some());
    match failure {
        Some((name, error)) => Err(error.context(format!("`{name}` failed"))),
        None => Ok(()),
    }
}

/// The names of all parts, for the help.
pub fn names() -> String {
    PARTS.iter().chain(&GATES).map(|part| part.name).collect::<Vec<_>>().join(" ")
}

fn chosen(only: Option<&str>) -> Result<Vec<&'static Part>> {
    let Some(only) = only else {
        return Ok(PARTS.iter().collect());
    };
    let all = || PARTS.iter().chain(&GATES);
    let Some(wanted) = all().find(|part| part.name == only) else {
        bail!("there is no part `{only}`. Choose one of: {}", names());
    };
    Ok(all().filter(|part| wanted.after.contains(&part.name) || part.name == only).collect())
}

/// The table at the end: what ran, and what did not because something before it failed.
fn summary(parts: &[&Part], times: &[(&str, Duration)], failed: bool) {
    println!();
    for (place, part) in parts.iter().enumerate() {
        let is_last = place + 1 == times.len();
        match times.get(place) {
            Some((name, time)) => {
                let mark = if failed && is_last { "FAILED" } else { "ok" };
                println!("{name:10} {mark:8} {:>9}", report::seconds(*time));
            }
            None => println!("{:10} not run", part.name),
        }
    }
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    println!("{:10} {:8} {:>9}", "together", "", report::seconds(total));
}

fn all_tools(project: &Project) -> Result<()> {
    tools::for_building(project)?;
    for engine in tools::engines(project)? {
        match engine.programs {
            Ok(programs) => {
                let programs: Vec<_> = programs.iter().map(|(_, path)| path.display().to_string()).collect();
                println!("{}: {}", engine.name, programs.join(", "));
            }
            Err(why) => println!("{}: NOT RUN, {why}", engine.name),
        }
    }
    Ok(())
}

fn format(project: &Project) -> Result<()> {
    report::run(project.cargo().args(["fmt", "--all", "--check"]), "Run `cargo fmt`.")
}

/// All code for this machine, then the app once more for browsers.
fn lint(project: &Project) -> Result<()> {
    let remedy = "Correct what it names.";
    let deny = ["--", "--deny", "warnings"];
    let mut native = project.cargo();
    native.args(["clippy", "--locked", "--workspace", "--all-targets"]).args(deny);
    report::run(&mut native, remedy)?;

    let mut app = project.cargo();
    app.args(["clippy", "--locked", "--package", "stepwise", "--target", tools::WASM_TARGET, "--target-dir"]);
    app.arg(project.app_target()).args(deny).env("CARGO_ENCODED_RUSTFLAGS", build::rust_flags(project, true));
    report::run(&mut app, remedy)
}

fn sources(project: &Project) -> Result<()> {
    content::check(project.root())?;
    rules::check(project.root())
}

fn unit(project: &Project) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args([
        "test",
        "--locked",
        "--package",
        "engine",
        "--package",
        "easy-language",
        "--package",
        "xtask",
        "--package",
        "stepwise",
    ]);
    report::run(&mut cargo, "Read which test failed, above.")
}

fn site(project: &Project) -> Result<()> {
    build::build(project, false).map(drop)
}

/// Pictures of every card of a language's lessons, or of some of them; the programs of the package `tests` make them.
///
/// # Errors
/// When the site cannot be built, or a card cannot be opened.
pub fn sheets(project: &Project, language: &str, lessons: &[&str]) -> Result<()> {
    site(project)?;
    let folder = project.root().join("target/sheets");
    let mut cargo = in_browsers(project, &["run", "--bin", "sheets"])?;
    for engine in tools::engines(project)? {
        cargo.envs(engine.programs.into_iter().flatten());
    }
    cargo.arg(language).args(lessons).env("STEPWISE_SHEETS", folder);
    report::run(&mut cargo, "Read what failed, above.")
}

/// A run of tests, or of another program, in browsers, which is told where all it needs is. What follows goes to that program.
fn in_browsers(project: &Project, run: &[&str]) -> Result<Command> {
    let (command, targets) = run.split_first().context("nothing to run")?;
    let mut cargo = project.cargo();
    cargo
        .args([command, "--locked", "--package", "tests"])
        .args(targets)
        .env("STEPWISE_DIST", project.dist())
        .env("STEPWISE_XTASK", std::env::current_exe().context("this program's own path is not known")?)
        .env("STEPWISE_SHOTS", project.screens())
        .env("STEPWISE_WALKTHROUGHS", project.walkthroughs())
        .env("STEPWISE_NODE_MODULES", project.npm_tools().join("node_modules"))
        .arg("--");
    Ok(cargo)
}

/// The run of one test alone, named as documents name it: `engine/tests/laws.rs::no_day_is_too_far_away`; or only its compilation.
///
/// # Errors
/// When the name is of no test that this knows how to run.
pub fn one(project: &Project, test: &str, compiles_only: bool) -> Result<Command> {
    let (path, name) = test.split_once("::").with_context(|| format!("`{test}` names no test"))?;
    let (package, rest) = path.split_once('/').with_context(|| format!("`{path}` is in no package"))?;
    let file = rest.trim_start_matches("tests/").trim_end_matches("/main.rs").trim_end_matches(".rs");
    let compiles = compiles_only.then_some("--no-run");
    if package == "tests" {
        let (binary, module) = file.split_once('/').with_context(|| format!("`{path}` is no file of tests"))?;
        let run: Vec<&str> = ["test", "--test", binary].into_iter().chain(compiles).collect();
        let mut cargo = in_browsers(project, &run)?;
        for engine in tools::engines(project)? {
            cargo.envs(engine.programs.into_iter().flatten());
        }
        cargo.args(["--exact", &format!("{module}::{name}")]);
        return Ok(cargo);
    }
    let mut cargo = project.cargo();
    cargo.args(["test", "--locked", "--package", package]);
    match rest.starts_with("tests/") {
        true => cargo.args(["--test", file]),
        false => cargo.arg("--lib"),
    };
    cargo.args(compiles).args(["--", name]);
    Ok(cargo)
}

fn orca(project: &Project) -> Result<()> {
    let mut cargo = in_browsers(project, &["test", "--test", "orca"])?;
    for engine in tools::engines(project)? {
        cargo.envs(engine.programs.into_iter().flatten());
    }
    cargo.envs(tools::orca(project)?);
    report::run(&mut cargo, "Read what was said, above.")
}

/// The samples of `docs/hosting`, in the web servers that they are for.
fn hosts(project: &Project) -> Result<()> {
    let mut cargo = in_browsers(project, &["test", "--test", "hosts"])?;
    cargo.envs(tools::chromium(project)?);
    let not_run = with_those_there(&mut cargo, tools::hosts(project)?, "");
    let done = report::run(&mut cargo, "Read which test failed, above; the samples are in docs/hosting.");
    not_run.iter().for_each(|line| println!("{line}"));
    done
}

/// Tells the tests where each program is, and leaves out those of what is not there; gives back what to say of it.
fn with_those_there(cargo: &mut Command, engines: Vec<tools::Engine>, module: &str) -> Vec<String> {
    let mut not_run = vec![];
    for engine in engines {
        match engine.programs {
            Ok(programs) => {
                cargo.envs(programs);
            }
            Err(why) => {
                cargo.args(["--skip", &format!("{module}{}::", engine.name)]);
                not_run.push(format!("{}: NOT RUN, {why}", engine.name));
            }
        }
    }
    not_run
}

fn browser(project: &Project) -> Result<()> {
    let mut cargo = in_browsers(project, &["test", "--lib", "--test", "browser"])?;
    let not_run = with_those_there(&mut cargo, tools::engines(project)?, "engines::");
    let done = report::run(&mut cargo, "Read which test failed, above; target/screens holds the pictures.");
    // Once more at the end, where it is read.
    not_run.iter().for_each(|line| println!("{line}"));
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of(only: Option<&str>) -> Vec<&'static str> {
        chosen(only).unwrap().iter().map(|part| part.name).collect()
    }

    #[test]
    fn without_a_word_every_part_runs() {
        assert_eq!(names_of(None).len(), PARTS.len());
    }

    #[test]
    fn one_part_brings_what_it_needs() {
        assert_eq!(names_of(Some("format")), ["format"]);
        assert_eq!(names_of(Some("browser")), ["tools", "build", "browser"]);
    }

    #[test]
    fn an_unknown_part_is_told_with_the_known_ones() {
        let message = chosen(Some("brwser")).err().unwrap().to_string();
        assert!(message.contains("browser"), "{message}");
    }

    #[test]
    fn what_a_part_needs_exists_and_comes_before_it() {
        for (place, part) in PARTS.iter().chain(&GATES).enumerate() {
            for needed in part.after {
                let found = PARTS.iter().position(|other| other.name == *needed);
                assert!(found.is_some_and(|found| found < place), "{needed} before {}", part.name);
            }
        }
    }
}
