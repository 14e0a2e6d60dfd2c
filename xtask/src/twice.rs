//! Two builds of the same sources give the same bytes, so that anybody can see that what is on a web host was made from them: the build in `dist/`, and another one
//! from nothing, in another folder.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{Project, files_below};
use crate::report;

/// What is no source.
const NOT_COPIED: [&str; 3] = ["target", "dist", ".git"];

/// Copies the sources to `target/twice/`, builds them there from nothing, and compares.
///
/// # Errors
/// With the names of the files that differ.
pub fn check(project: &Project) -> Result<()> {
    let other = project.root().join("target/twice");
    if other.exists() {
        fs::remove_dir_all(&other).context("target/twice cannot be removed")?;
    }
    for entry in fs::read_dir(project.root())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !NOT_COPIED.contains(&name.as_str()) {
            copy(&path, &other.join(name))?;
        }
    }
    let mut build = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    build.args(["xtask", "build"]).current_dir(&other).env_remove("CARGO_TARGET_DIR");
    report::run(&mut build, "The first build went well, so the sources do not bring all that they need.")?;
    let (one, two) = (project.dist(), other.join("dist"));
    let (names, others) = (names(&one)?, names(&two)?);
    let differs = |name: &&String| fs::read(one.join(name)).ok() != fs::read(two.join(name)).ok();
    let different: Vec<&String> =
        names.iter().filter(differs).chain(others.iter().filter(|name| !names.contains(name))).collect();
    if !different.is_empty() {
        bail!("two builds of the same sources differ in {different:?}. Compare dist/ with target/twice/dist/");
    }
    println!("{} files of two builds are the same, byte for byte", names.len());
    fs::remove_dir_all(&other).context("target/twice cannot be removed")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::create_dir_all(to.parent().context("a file without folder")?)?;
    fs::copy(from, to).map(drop).with_context(|| format!("{} cannot be copied", from.display()))
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let named = |path: std::path::PathBuf| Ok(path.strip_prefix(folder)?.to_string_lossy().into_owned());
    files_below(folder)?.into_iter().map(named).collect()
}
