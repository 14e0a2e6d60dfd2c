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
use std::path::{Path, PathBuf};
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
    let ask = ["--print", "target-libdir", "--target", WASM_TARGET];
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = report::read(
        Command::new(compiler).args(ask).current_dir(project.root()),
        "Install Rust with rustup (https://rustup.rs).",
    )?;
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    report::loud_step("fetch the compiler's WASM part", || {
        report::run(
            Command::new("rustup").args(["target", "add", WASM_TARGET]).current_dir(project.root()),
            "Install Rust with rustup (https://rustup.rs), then run this again.",
        )
    })
}

/// Rust's own library is compiled anew for the release. `rust-toolchain.toml` asks for its sources, but rustup does not
/// read that file where `RUSTUP_TOOLCHAIN` names the compiler.
fn library_sources(project: &Project) -> Result<()> {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = report::read(
        Command::new(compiler).args(["--print", "sysroot"]).current_dir(project.root()),
        "Install Rust with rustup (https://rustup.rs).",
    )?;
    if Path::new(&folder).join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    report::loud_step("fetch the sources of Rust's library", || {
        report::run(
            Command::new("rustup").args(["component", "add", "rust-src"]).current_dir(project.root()),
            "Install Rust with rustup (https://rustup.rs), then run this again.",
        )
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
