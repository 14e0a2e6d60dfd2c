//! Everything a run needs that is not a crate: the compiler's WASM part, Node, two npm packages, a browser and its driver.
//!
//! What is there is used. What can be fetched without asking is fetched at pinned versions into `target/tools`. What
//! needs the machine's owner is said in one sentence.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::report;

/// What the app is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A browser and the driver that steers it.
pub struct Browser {
    /// The browser's program.
    pub program: PathBuf,
    /// The WebDriver program for this browser.
    pub driver: PathBuf,
}

/// Makes sure that the app can be built.
///
/// # Errors
/// When something is missing that cannot be fetched; the message says what to install.
pub fn for_building(project: &Project) -> Result<()> {
    wasm_target(project)?;
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

fn npm_packages(project: &Project) -> Result<()> {
    let remedy =
        "Install Node 18 or newer with npm (Debian and Ubuntu: `apt-get install nodejs npm`), then run this again.";
    for program in ["node", "npm"] {
        if find(&[program]).is_none() {
            bail!("`{program}` is not on this machine. {remedy}");
        }
    }
    let wanted = project.root().join("xtask/npm");
    let folder = project.npm_tools();
    let lock = "package-lock.json";
    let wanted_lock = fs::read(wanted.join(lock)).with_context(|| format!("xtask/npm/{lock} cannot be read"))?;
    // Written last, so a fetch that was cut off is done again.
    let done = folder.join("fetched-lock.json");
    if fs::read(&done).is_ok_and(|fetched| fetched == wanted_lock) {
        return Ok(());
    }
    report::loud_step("fetch wasm-opt, terser and axe-core from npm", || {
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        for name in ["package.json", lock] {
            fs::copy(wanted.join(name), folder.join(name))
                .with_context(|| format!("xtask/npm/{name} cannot be copied"))?;
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
        report::run(&mut npm, "Is there a network? Then run this again.")?;
        fs::write(&done, &wanted_lock).with_context(|| format!("{} cannot be written", done.display()))
    })
}

/// The browser for the tests, fetched with the machine's package manager when there is none.
///
/// # Errors
/// When there is none and it cannot be fetched here; the message says what to install.
pub fn browser() -> Result<Browser> {
    if let Some(browser) = find_browser() {
        return Ok(browser);
    }
    let packages = packages_of_this_system()?;
    report::loud_step("fetch a browser for the tests (about 440 MB)", || {
        for words in [["update", "--quiet"].as_slice(), &["install", "--yes", "--no-install-recommends"]] {
            let mut apt = apt_get();
            apt.args(words).env("DEBIAN_FRONTEND", "noninteractive");
            if words.len() > 2 {
                apt.args(packages);
            }
            report::run(
                &mut apt,
                &format!("Run `apt-get install {}` as root, then run this again.", packages.join(" ")),
            )?;
        }
        Ok(())
    })?;
    find_browser().with_context(|| {
        format!(
            "{} are installed, yet no browser and driver are on the PATH. Set CHROME and CHROMEDRIVER",
            packages.join(" and ")
        )
    })
}

fn find_browser() -> Option<Browser> {
    let program = named("CHROME", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])?;
    let driver = named("CHROMEDRIVER", &["chromedriver"])?;
    Some(Browser { program, driver })
}

/// The program a variable names, or the first of these names on the PATH.
fn named(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file()).or_else(|| find(names))
}

fn find(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        // npm is a script with another ending on Windows.
        let script = format!("{name}.cmd");
        folders.iter().flat_map(|folder| [folder.join(&file), folder.join(&script)]).find(|path| path.is_file())
    })
}

fn packages_of_this_system() -> Result<&'static [&'static str]> {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let is = |name: &str| system.lines().any(|line| line == format!("ID={name}") || line == format!("ID=\"{name}\""));
    if find(&["apt-get"]).is_none() || !(is("debian") || is("ubuntu")) {
        bail!(
            "the browser tests need Chromium or Chrome and its `chromedriver`, of the same version, on the PATH (or named in \
             CHROME and CHROMEDRIVER). Install both with this system's package manager, then run this again"
        );
    }
    Ok(if is("ubuntu") { &["chromium-browser", "chromium-chromedriver"] } else { &["chromium", "chromium-driver"] })
}

/// `apt-get`, through `sudo` for everyone but root.
fn apt_get() -> Command {
    let root = report::read(Command::new("id").arg("-u"), "").is_ok_and(|user| user == "0");
    if root {
        return Command::new("apt-get");
    }
    let mut sudo = Command::new("sudo");
    sudo.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
    sudo
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
