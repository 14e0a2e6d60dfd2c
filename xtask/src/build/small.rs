//! Smaller WASM and JavaScript with the same meaning, by the tools from npm.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use crate::project::Project;
use crate::report;

/// Makes small twins of files: `.br` and `.gz` beside each, at their best. Node does it many times faster than we do without optimisation. Of a gzip file Node writes no
/// time and no name, so that two builds are the same.
const TWINS: &str = "const zlib = require('zlib'), { readFileSync, writeFileSync } = require('fs'), is = zlib.constants;
    for (const file of process.argv.slice(1)) {
      const bytes = readFileSync(file);
      const params = { [is.BROTLI_PARAM_QUALITY]: 11, [is.BROTLI_PARAM_LGWIN]: 22, [is.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      writeFileSync(file + '.br', zlib.brotliCompressSync(bytes, { params }));
      writeFileSync(file + '.gz', zlib.gzipSync(bytes, { level: 9 }));
    }";

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
const PASSES: [&str; 12] = [
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
    // As binaryen's own notes advise for code of LLVM: 1 kB of 149 after brotli. Not `--reorder-functions`: the coach's pages grow by it.
    "--flatten",
    "--rereloop",
    "--simplify-locals-notee-nostructure",
    "--local-cse",
    // Smaller after brotli than `-Oz` and very large functions in one, though larger before.
    "-Os",
    "--converge",
    "--one-caller-inline-max-function-size=300",
    "--always-inline-max-function-size=4",
    "--strip-target-features",
];

/// What may be in the WASM that goes out: what the oldest browsers know.
const FEATURES_OUT: [&str; 2] = ["--mvp-features", "--enable-mutable-globals"];

/// Makes the WASM at `from` small and writes it to `to`, once it is sure that the oldest browsers can read it. What the finished
/// `script` beside it does not name is left out.
///
/// # Errors
/// When wasm-opt refuses it, or an instruction is left that old browsers do not know.
pub fn wasm(project: &Project, script: &Path, from: &Path, to: &Path) -> Result<()> {
    let (graph, needed) = (to.with_extension("graph"), to.with_extension("needed"));
    let script = fs::read_to_string(script)?;
    let used = used_exports(&script);
    fs::write(&graph, serde_json::to_vec(&reached_from_outside(&used))?)?;
    let mut cut = tool(project, "binaryen/bin/wasm-metadce");
    cut.args(FEATURES_IN).arg(from).arg("--graph-file").arg(&graph).arg("-o").arg(&needed);
    report::read(&mut cut, "See FEATURES_IN in xtask/src/build/small.rs.")?;

    optimise(project, &needed, to)
}

/// As [`wasm`], for a part of the app that is loaded later: all of it is needed.
///
/// # Errors
/// As [`wasm`].
pub fn part(project: &Project, from: &Path, to: &Path) -> Result<()> {
    optimise(project, from, to)
}

fn optimise(project: &Project, from: &Path, to: &Path) -> Result<()> {
    let unchecked = to.with_extension("unchecked");
    let mut optimise = tool(project, "binaryen/bin/wasm-opt");
    optimise.args(FEATURES_IN).args(PASSES).arg(from).arg("-o").arg(&unchecked);
    report::read(&mut optimise, "See FEATURES_IN in xtask/src/build/small.rs.")?;

    let mut check = tool(project, "binaryen/bin/wasm-opt");
    check.args(FEATURES_OUT).arg(&unchecked).arg("-o").arg(to.with_extension("checked"));
    report::read(&mut check, "Old browsers would not read this WASM: see PASSES in xtask/src/build/small.rs.")?;
    fs::rename(&unchecked, to).context("the small WASM cannot be renamed")
}

/// Every name in a script that may be one of the WASM's exports. Too many do no harm.
fn used_exports(script: &str) -> BTreeSet<&str> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    script.split(|letter: char| !is_name(letter)).filter(|word| word.len() > 1).collect()
}

/// What binaryen calls a graph: from outside, the exports of those names are reached.
fn reached_from_outside(used: &BTreeSet<&str>) -> serde_json::Value {
    let outside = json!({ "name": "outside", "root": true, "reaches": used });
    let exports = used.iter().map(|name| json!({ "name": name, "export": name }));
    std::iter::once(outside).chain(exports).collect()
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
    terser.arg(file).args(options).args(["--compress", "passes=2,pure_new=true", "--mangle", "--output"]).arg(file);
    report::read(&mut terser, "Correct the script.").map(drop)
}

/// Puts small twins beside files, for web hosts that give them out as they are: no host takes the time for brotli's best, 41 kB less than gzip of the WASM.
///
/// # Errors
/// When Node fails.
pub fn twins(files: &[PathBuf]) -> Result<()> {
    let mut node = Command::new("node");
    node.args(["-e", TWINS]).args(files);
    report::read(&mut node, "Is the disk full? Then run this again.").map(drop)
}

fn tool(project: &Project, path: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(project.npm_tools().join("node_modules").join(path));
    node
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_script_names_is_reached_and_nothing_else() {
        let used = used_exports("x=w.memory;y=w.__wbindgen_start(),w['grow$1']");
        assert!(["memory", "__wbindgen_start", "grow$1"].iter().all(|name| used.contains(name)), "{used:?}");
        assert!(!used.contains("start"));
        let graph = reached_from_outside(&BTreeSet::from(["memory"]));
        let expected = json!([{ "name": "outside", "root": true, "reaches": ["memory"] }, { "name": "memory", "export": "memory" }]);
        assert_eq!(graph, expected);
    }
}
