//! `cargo xtask bench`: how heavy and how fast the release build is beside its peers. What is measured, and how, is in `tests/bench/`.

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{build, report, tools};

/// How often everything is measured, unless somebody wants it otherwise.
const ROUNDS: u32 = 5;

/// Builds the release, fetches the peers and measures all of them.
///
/// # Errors
/// When `rounds` is no number, something cannot be built or fetched, or a page does not do what it should.
pub fn bench(project: &Project, rounds: Option<&str>) -> Result<()> {
    let rounds = rounds.map_or(Ok(ROUNDS), str::parse).context("`--rounds` needs a number after it")?;
    let chromium = tools::chromium(project)?;
    let peers = tools::peers(project)?;
    let dist = build::build(project, false)?;
    let mut cargo = project.cargo();
    cargo
        .args(["run", "--quiet", "--locked", "--package", "tests", "--bin", "bench", "--", &rounds.to_string()])
        .env("STEPWISE_DIST", dist)
        .env("STEPWISE_XTASK", std::env::current_exe().context("this program's own path is not known")?)
        .env("STEPWISE_PEERS", peers)
        .env("STEPWISE_BENCH", project.root().join("target/bench"))
        .envs(chromium);
    report::run(&mut cargo, "Read which page did not do what it should, above.")
}
