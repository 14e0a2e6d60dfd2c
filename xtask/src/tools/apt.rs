//! The package manager of Debian and Ubuntu.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::report;

/// A system whose packages we know by name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum System {
    Debian,
    Ubuntu,
}

/// The system of this machine; nothing if it is another one.
pub fn system() -> Option<System> {
    super::find(&["apt-get"])?;
    let text = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let is = |name: &str| text.lines().any(|line| line == format!("ID={name}") || line == format!("ID=\"{name}\""));
    if is("debian") {
        return Some(System::Debian);
    }
    is("ubuntu").then_some(System::Ubuntu)
}

/// Installs those of the packages that this system offers, in one call.
///
/// # Errors
/// When there is no right or no network to do so; the message says what to install.
pub fn install(packages: &[&str]) -> Result<()> {
    // Where no list of packages is, none is offered: it has to come first. Where it says that there are none, it is not asked again.
    if has_lists() && !packages.iter().any(|package| offers(package)) {
        return Ok(());
    }
    report::loud_step("fetch programs for the tests (up to 1.4 GB on the disk)", || {
        let remedy = format!("Run `apt-get install {}` as root, then run this again.", packages.join(" "));
        report::run(apt_get().args(["update", "--quiet"]), &remedy)?;
        let offered = packages.iter().filter(|package| offers(package));
        report::run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(offered), &remedy)
    })
}

/// Whether this system has a package of this name.
pub fn offers(package: &str) -> bool {
    let mut show = Command::new("apt-cache");
    show.args(["show", package]).stdout(Stdio::null()).stderr(Stdio::null());
    show.status().is_ok_and(|status| status.success())
}

fn has_lists() -> bool {
    let Ok(files) = fs::read_dir("/var/lib/apt/lists") else { return false };
    files.flatten().any(|file| file.file_name().to_string_lossy().contains("_Packages"))
}

/// `apt-get`, through `sudo` for everyone but root.
fn apt_get() -> Command {
    let root = report::read(Command::new("id").arg("-u"), "").is_ok_and(|user| user == "0");
    let mut command = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        command.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
    }
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
