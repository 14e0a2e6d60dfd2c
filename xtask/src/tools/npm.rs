//! Packages from npm at the versions of a lock file.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::report;

/// Fetches what the lock file in the folder `wanted` names into the folder `target`, unless it is there already; then finishes it.
///
/// # Errors
/// When Node or npm is missing, or the packages cannot be fetched or finished.
pub fn fetch(
    project: &Project,
    wanted: &str,
    target: &Path,
    what: &str,
    finish: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let remedy =
        "Install Node 18 or newer with npm (Debian and Ubuntu: `apt-get install nodejs npm`), then run this again.";
    for program in ["node", "npm"] {
        if super::find(&[program]).is_none() {
            bail!("`{program}` is not on this machine. {remedy}");
        }
    }
    let lock = "package-lock.json";
    let from = project.root().join(wanted);
    let wanted_lock = fs::read(from.join(lock)).with_context(|| format!("{wanted}/{lock} cannot be read"))?;
    // Written last, so a fetch that was cut off is done again.
    let done = target.join("fetched-lock.json");
    if fs::read(&done).is_ok_and(|fetched| fetched == wanted_lock) {
        return Ok(());
    }
    report::loud_step(what, || {
        fs::create_dir_all(target).with_context(|| format!("{} cannot be made", target.display()))?;
        for name in ["package.json", lock] {
            fs::copy(from.join(name), target.join(name))
                .with_context(|| format!("{wanted}/{name} cannot be copied"))?;
        }
        let mut npm = Command::new("npm");
        // What packages only wish to have beside them is not fetched.
        npm.args(["ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"]).current_dir(target);
        report::run(&mut npm, "Is there a network? Then run this again.")?;
        finish(target)?;
        fs::write(&done, &wanted_lock).with_context(|| format!("{} cannot be written", done.display()))
    })
}
