//! The project's own commands, `cargo xtask …`. Each is one module; this file only reads the words.

mod bench;
mod breaks;
mod budgets;
mod build;
mod content;
mod nightly;
mod project;
mod report;
mod rules;
mod serve;
mod test;
mod tools;
mod twice;
mod watch;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use project::Project;

/// Where `run` serves, when it is free.
const PORT: u16 = 8080;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match command(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(words: &[&str]) -> Result<()> {
    let project = Project::here()?;
    match words {
        ["run"] => run(&project),
        ["run", "--watch"] => run_and_watch(&project),
        ["bench"] => bench::bench(&project, None),
        ["bench", "--rounds", rounds] => bench::bench(&project, Some(rounds)),
        ["test"] => test::test(&project, None),
        ["test", "--nightly"] => nightly::run(&project),
        ["test", part] => test::test(&project, Some(part)),
        ["breaks", rows @ ..] => breaks::run(&project, rows),
        ["check"] => check(&project),
        ["build"] => build::build(&project, false).map(drop),
        ["build", "--dev"] => build::build(&project, true).map(drop),
        ["serve", folder, options @ ..] => serve(Path::new(folder), options),
        ["new", lesson] => content::new(project.root(), lesson),
        ["sheets", language, lessons @ ..] => test::sheets(&project, language, lessons),
        ["clips", language] => content::clips(project.root(), language, None),
        ["clips", language, file] => content::clips(project.root(), language, Some(Path::new(file))),
        ["language", code, words @ ..] => content::language(project.root(), code, words),
        ["status"] => status(&project),
        ["spelling"] => content::spelling(project.root(), &project.root().join("target/tools")),
        ["readability"] => content::readability_report(project.root()),
        [] | ["help" | "--help" | "-h"] => {
            println!("{}", help());
            Ok(())
        }
        _ => bail!("`{}` is not a command.\n\n{}", words.join(" "), help()),
    }
}

fn help() -> String {
    format!(
        "cargo xtask run [--watch]            build the app and serve it; with --watch, build again at every change
cargo xtask test [part]              every check and test, or one part: {}
cargo xtask test --nightly           a slice of each large figure of docs/reliability.md; each run goes on where the last one stopped
cargo xtask breaks [row …]           break each promise of docs/reliability.md on purpose, those of some rows, or `new`: what was not yet; its test must go red
cargo xtask check                    lessons in every language, rules of the code, bytes of the last build
cargo xtask build [--dev]            make dist/, for any web host; with --dev, target/dist-dev/, quick and heavy
cargo xtask bench [--rounds <n>]     how fast the app is beside others on a slow phone; also written to target/bench.md
cargo xtask serve <folder> [--port <number>] [--under </path/>] [--measured]
cargo xtask new <course>/<lesson>    the files of a new lesson
cargo xtask sheets <language> [lesson]  pictures of every card, with words and without, in target/sheets
cargo xtask clips <language> [file]  the sentences that nobody has recorded yet, as a table for a spreadsheet
cargo xtask language <code> [--from <code>] [lesson …]  create what a language lacks; a table and pages for its translator in target/language
cargo xtask language <code> --import <file.csv>  take the table of a translator into the files, all of it or nothing
cargo xtask status                   which lesson is there in which language, and what it weighs
cargo xtask spelling                 words that no dictionary has, in the languages that have one here
cargo xtask readability              how easy each lesson is to read; also written to docs/readability.md",
        test::names()
    )
}

fn run(project: &Project) -> Result<()> {
    let dist = build::build(project, false)?;
    serve::serve_near(&dist, PORT, "/")?.run()
}

fn run_and_watch(project: &Project) -> Result<()> {
    let dist = build::build(project, true)?;
    let site = serve::serve_near(&dist, PORT, "/")?;
    std::thread::spawn(move || site.run());
    watch::rebuild_on_change(project)
}

fn check(project: &Project) -> Result<()> {
    content::check(project.root())?;
    rules::check(project.root())?;
    weigh(project)
}

fn status(project: &Project) -> Result<()> {
    content::status(project.root())?;
    weigh(project)
}

/// The byte table, of the last release build if there is one.
fn weigh(project: &Project) -> Result<()> {
    if project.dist().join("index.html").is_file() {
        return budgets::check(project);
    }
    println!("dist/ is not built yet, so no bytes were weighed: `cargo xtask build` makes it");
    Ok(())
}

fn serve(folder: &Path, options: &[&str]) -> Result<()> {
    let (mut port, mut under, mut measured) = (PORT, "/", false);
    let mut rest = options;
    loop {
        rest = match rest {
            [] => break,
            ["--measured", rest @ ..] => {
                measured = true;
                rest
            }
            ["--port", value, rest @ ..] => {
                port = value.parse().with_context(|| format!("`{value}` is not a port: use 0 to 65535"))?;
                rest
            }
            ["--under", value, rest @ ..] => {
                under = value;
                rest
            }
            [name @ ("--port" | "--under")] => bail!("`{name}` needs a value after it.\n\n{}", help()),
            [name, ..] => bail!("`{name}` is not an option of serve.\n\n{}", help()),
        };
    }
    let site = serve::serve(folder, port, under)?;
    if measured { site.measured().run() } else { site.run() }
}
