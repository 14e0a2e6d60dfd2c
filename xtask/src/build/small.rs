//! Smaller WASM and JavaScript with the same meaning, by the tools from npm.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::report;

/// What may be in the WASM that comes in, by name: `--all-features` makes modules that current browsers refuse.
const FEATURES_IN: [&str; 6] = [
    "--enable-mutable-globals",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// Newer instructions become old ones, then everything becomes small.
const PASSES: [&str; 5] = [
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
    "-Oz",
    "--strip-target-features",
];

/// What may be in the WASM that goes out: what the oldest browsers know.
const FEATURES_OUT: [&str; 2] = ["--mvp-features", "--enable-mutable-globals"];

/// Makes the WASM at `from` small and writes it to `to`, once it is sure that the oldest browsers can read it.
///
/// # Errors
/// When wasm-opt refuses it, or an instruction is left that old browsers do not know.
pub fn wasm(project: &Project, from: &Path, to: &Path) -> Result<()> {
    let unchecked = to.with_extension("unchecked");
    let mut optimise = tool(project, "binaryen/bin/wasm-opt");
    optimise.args(FEATURES_IN).args(PASSES).arg(from).arg("-o").arg(&unchecked);
    report::read(&mut optimise, "See FEATURES_IN in xtask/src/build/small.rs.")?;

    let mut check = tool(project, "binaryen/bin/wasm-opt");
    check.args(FEATURES_OUT).arg(&unchecked).arg("-o").arg(to.with_extension("checked"));
    report::read(&mut check, "Old browsers would not read this WASM: see PASSES in xtask/src/build/small.rs.")?;
    fs::rename(&unchecked, to).context("the small WASM cannot be renamed")
}

/// Makes a JavaScript module small, in its place.
///
/// # Errors
/// When terser cannot read it.
pub fn module(project: &Project, file: &Path) -> Result<()> {
    terser(project, file, &["--module"])
}

/// Makes a plain script small, in its place: names that other scripts may use stay.
///
/// # Errors
/// When terser cannot read it.
pub fn script(project: &Project, file: &Path) -> Result<()> {
    terser(project, file, &[])
}

fn terser(project: &Project, file: &Path, options: &[&str]) -> Result<()> {
    let mut terser = tool(project, "terser/bin/terser");
    terser.arg(file).args(options).args(["--compress", "passes=2", "--mangle", "--output"]).arg(file);
    report::read(&mut terser, "Correct the script.").map(drop)
}

fn tool(project: &Project, path: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(project.npm_tools().join("node_modules").join(path));
    node
}
