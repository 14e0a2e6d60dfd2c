//! The web servers that the samples in `docs/hosting` are tried with: as Debian and Ubuntu package them, but unpacked below `target/tools` and not installed, so that no service of
//! the system starts and nobody's own is touched.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{apt, engines::Engine, find};
use crate::project::{Project, files_below};
use crate::report;

/// A web server: as its module in `tests/hosts/main.rs` is called, the variable that names its program, its program, its packages.
struct Host {
    name: &'static str,
    variable: &'static str,
    program: &'static str,
    /// Those that there are; the libraries that only this server needs among them.
    packages: &'static [&'static str],
    /// A part that it can do without, by its file's name, and the variable that names it.
    part: Option<(&'static str, &'static str)>,
}

const HOSTS: [Host; 3] = [
    Host {
        name: "nginx",
        variable: "NGINX",
        program: "nginx",
        packages: &["nginx", "libnginx-mod-http-brotli-static"],
        part: Some(("ngx_http_brotli_static_module.so", "NGINX_BROTLI")),
    },
    Host { name: "caddy", variable: "CADDY", program: "caddy", packages: &["caddy"], part: None },
    Host {
        name: "apache",
        variable: "APACHE",
        program: "apache2",
        packages: &["apache2-bin", "libapr1", "libaprutil1", "libapr1t64", "libaprutil1t64"],
        part: None,
    },
];

/// Every server, fetched if it is not there and this system offers it.
///
/// # Errors
/// When this system offers a server and it cannot be had all the same.
pub fn hosts(project: &Project) -> Result<Vec<Engine>> {
    HOSTS.iter().map(|host| have(project, host)).collect()
}

fn have(project: &Project, host: &Host) -> Result<Engine> {
    let name = host.name;
    let named = env::var_os(host.variable).map(PathBuf::from);
    if let Some(program) = named.filter(|path| path.is_file()).or_else(|| usual(host.program)) {
        return Ok(Engine { name, programs: Ok(vec![(host.variable, program)]) });
    }
    if apt::system().is_none() || !apt::offers_after_update(host.packages[0])? {
        let why = format!("{} names no program, and this system offers no package `{name}`", host.variable);
        return Ok(Engine { name, programs: Err(why) });
    }
    let folder = project.tools().join("hosts").join(name);
    fetch(host, &folder)?;
    let files = files_below(&folder)?;
    let called = |file: &str| files.iter().find(|path| path.ends_with(file)).cloned();
    let program = called(&format!("bin/{}", host.program)).or_else(|| called(&format!("sbin/{}", host.program)));
    let program = program.with_context(|| format!("the package {} brings no program {}", name, host.program))?;
    let part = host.part.and_then(|(file, variable)| Some((variable, called(file)?)));
    Ok(Engine { name, programs: Ok([(host.variable, program)].into_iter().chain(part).collect()) })
}

/// A program of the system; servers are often where only root looks.
fn usual(program: &str) -> Option<PathBuf> {
    find(&[program]).or_else(|| Some(Path::new("/usr/sbin").join(program)).filter(|path| path.is_file()))
}

fn fetch(host: &Host, folder: &Path) -> Result<()> {
    // Written last, so a fetch that was cut off is done again.
    let done = folder.join("unpacked");
    if done.is_file() {
        return Ok(());
    }
    report::loud_step(&format!("fetch {} for the tests", host.name), || {
        apt::unpack(host.packages, folder)?;
        fs::write(&done, "").with_context(|| format!("{} cannot be written", done.display()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_server_has_tests_of_its_own() {
        let tests = include_str!("../../../tests/hosts/main.rs");
        for host in HOSTS {
            assert!(tests.contains(&format!("\nmod {} {{", host.name)), "{}", host.name);
        }
    }
}
