//! Everything a run needs that is not a crate: the compiler's WASM part, Node, a few npm packages, browsers and their drivers.
//!
//! What is there is used. What can be fetched without asking is fetched at pinned versions into `target/tools`. What
//! needs the machine's owner is said in one sentence.

pub mod apt;
mod engines;
mod hosts;
mod npm;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

pub use engines::{Engine, chromium, engines, orca};
pub use hosts::hosts;

use crate::project::Project;
use crate::report;

/// What the app is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the app can be built.
///
/// # Errors
/// When something is missing that cannot be fetched; the message says what to install.
pub fn for_building(project: &Project) -> Result<()> {
    wasm_target(project)?;
    library_sources(project)?;
    npm_packages(project)
}

fn wasm_target(project: &Project) -> Result<()> {
    let folder = compilers_folder(project, &["--print", "target-libdir", "--target", WASM_TARGET])?;
    if folder.is_dir() {
        return Ok(());
    }
    rustup(project, "fetch the compiler's WASM part", &["target", "add", WASM_TARGET])
}

/// Rust's own library is compiled anew for the release. `rust-toolchain.toml` asks for its sources, which rustup does not fetch everywhere: not where it
/// may install nothing by itself (`RUSTUP_AUTO_INSTALL=0`), nor where `RUSTUP_TOOLCHAIN` names the compiler.
fn library_sources(project: &Project) -> Result<()> {
    let folder = compilers_folder(project, &["--print", "sysroot"])?;
    if folder.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    rustup(project, "fetch the sources of Rust's library", &["component", "add", "rust-src"])
}

/// What the compiler answers when it is asked for a folder.
fn compilers_folder(project: &Project, ask: &[&str]) -> Result<PathBuf> {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut compiler = Command::new(compiler);
    compiler.args(ask).current_dir(project.root());
    report::read(&mut compiler, "Install Rust with rustup (https://rustup.rs).").map(PathBuf::from)
}

fn rustup(project: &Project, what: &str, add: &[&str]) -> Result<()> {
    let mut rustup = Command::new("rustup");
    rustup.args(add).current_dir(project.root());
    report::loud_step(what, || {
        report::run(&mut rustup, "Install Rust with rustup (https://rustup.rs), then run this again.")
    })
}

fn npm_packages(project: &Project) -> Result<()> {
    npm::fetch(project, "xtask/npm", &project.npm_tools(), "fetch wasm-opt, terser and axe-core from npm", |_| Ok(()))
}

/// What the app is compared with, at the versions of `xtask/bench/package-lock.json`; gives back the folder of its packages.
///
/// # Errors
/// When it cannot be fetched.
pub fn peers(project: &Project) -> Result<PathBuf> {
    let folder = project.tools().join("bench");
    npm::fetch(project, "xtask/bench", &folder, "fetch H5P, LiaScript and Preact from npm", |_| Ok(()))?;
    Ok(folder.join("node_modules"))
}

/// The first of these programs on the PATH.
fn find(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        // npm is a script with another ending on Windows.
        let script = format!("{name}.cmd");
        folders.iter().flat_map(|folder| [folder.join(&file), folder.join(&script)]).find(|path| path.is_file())
    })
}

/// The folders that hold the sources of crates: paths of this machine that must not get into the app.
pub fn crate_sources() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let Some(home) = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))) else {
        return Vec::new();
    };
    let Ok(entries) = fs::read_dir(home.join("registry/src")) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}
