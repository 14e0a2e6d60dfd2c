//! The package manager of Debian and Ubuntu.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

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

/// Puts what is in those of the packages that this system offers into a folder, and installs nothing: no service starts, and nobody has to be root.
///
/// # Errors
/// When there is no network, or no room.
pub fn unpack(packages: &[&str], folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let remedy = "Is there a network? Then run `apt-get update` as root, and this again.";
    let offered = packages.iter().filter(|package| offers(package));
    report::run(Command::new("apt-get").args(["download", "--quiet"]).args(offered).current_dir(folder), remedy)?;
    for entry in fs::read_dir(folder)?.flatten().filter(|entry| entry.path().extension().is_some_and(|is| is == "deb"))
    {
        report::run(Command::new("dpkg-deb").arg("--extract").arg(entry.path()).arg(folder), "Is the disk full?")?;
        fs::remove_file(entry.path())?;
    }
    Ok(())
}

/// As [`offers`]; where no list of packages is, it is fetched first.
///
/// # Errors
/// When it has to be fetched and cannot be.
pub fn offers_after_update(package: &str) -> Result<bool> {
    if !has_lists() {
        report::run(apt_get().args(["update", "--quiet"]), "Run `apt-get update` as root, then run this again.")?;
    }
    Ok(offers(package))
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
