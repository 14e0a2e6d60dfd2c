//! `cargo xtask build`: everything a web host needs, in one folder that works from any sub-path. Two builds of the same
//! sources give the same bytes: no times, no paths of the machine, every list in order.

mod app;
mod naming;
mod small;
mod style;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

pub use app::rust_flags;

use crate::project::Project;
use crate::{content, report, tools};

/// Builds the site and returns its folder: `dist/`, or `target/dist-dev/` for development.
///
/// # Errors
/// When a tool is missing or a step fails; the old folder then stays as it was.
pub fn build(project: &Project, development: bool) -> Result<PathBuf> {
    tools::for_building(project)?;
    let bundle = report::step("bundle the lessons", || {
        content::bundle(project.root(), &project.content(), &project.walkthroughs())
    })?;
    let app = app::app(project, development)?;
    let dist = if development { project.development_dist() } else { project.dist() };
    report::step("put the site together", || {
        // Made beside the old one and swapped, so that a running server never sees half a site.
        let fresh = project.root().join("target/dist-next");
        empty(&fresh)?;
        assemble(project, &fresh, &app, &bundle.digest, development)?;
        bundle.copy_clips(&fresh)?;
        bundle.write_lite(&fresh)?;
        remove(&dist)?;
        fs::rename(&fresh, &dist).with_context(|| format!("{} cannot be replaced", dist.display()))
    })?;
    println!("built {}", dist.strip_prefix(project.root()).unwrap_or(&dist).display());
    Ok(dist)
}

fn assemble(project: &Project, dist: &Path, app: &app::App, digest: &str, development: bool) -> Result<()> {
    let root = project.root();
    copy_folder(&root.join("public"), dist)?;
    let folder = format!("content/{digest}");
    copy_folder(&project.content(), &dist.join(&folder))?;

    let css = keep(dist, "stepwise", "css", style::style_sheet(&root.join("src/style"))?.as_bytes())?;
    let js = keep(dist, "stepwise", "js", &app.script)?;
    let wasm = keep(dist, "stepwise", "wasm", &app.wasm)?;
    let version = version(root)?;
    // Chat apps want the whole address of the preview picture; only whoever puts the site on the web knows it.
    let address = std::env::var("STEPWISE_ADDRESS").unwrap_or_default();
    let first = content::first_paint(root)?;
    let mut values = vec![
        ("says", first.says.as_str()),
        ("no_script", &first.no_script),
        ("description", &first.description),
        ("css", &css),
        ("js", &js),
        ("wasm", &wasm),
        ("content", &folder),
        ("version", &version),
        ("address", &address),
    ];
    let old = naming::fill("too-old.js", &text(root, "too-old.js")?, &values)?;
    write(&dist.join("too-old.js"), old.as_bytes())?;
    let mirror = text(root, "mirror.js")?;
    let crashes = text(root, "crashes.js")?;
    values.extend([("mirror", mirror.as_str()), ("crashes", &crashes)]);
    let boot = naming::fill("boot.js", &text(root, "boot.js")?, &values)?;
    let boot = keep(dist, "boot", "js", &boot_script(project, &boot, development)?)?;
    values.push(("boot", &boot));
    let page = naming::fill("index.html", &text(root, "index.html")?, &values)?;
    write(&dist.join("index.html"), page.as_bytes())
}

/// The script that starts everything, small unless for development.
fn boot_script(project: &Project, text: &str, development: bool) -> Result<Vec<u8>> {
    let file = project.app_target().join("boot.js");
    write(&file, text.as_bytes())?;
    if !development {
        small::script(project, &file)?;
    }
    fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))
}

/// Writes a file under a name made from its bytes and returns that name.
fn keep(dist: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let name = naming::hashed_name(stem, extension, bytes);
    write(&dist.join(&name), bytes)?;
    Ok(name)
}

/// The app's version, as in the root `Cargo.toml`.
fn version(root: &Path) -> Result<String> {
    #[derive(Deserialize)]
    struct Manifest {
        package: Package,
    }
    #[derive(Deserialize)]
    struct Package {
        version: String,
    }
    let manifest: Manifest =
        toml::from_str(&text(root, "Cargo.toml")?).context("Cargo.toml: the package needs a `version`")?;
    Ok(manifest.package.version)
}

fn text(root: &Path, name: &str) -> Result<String> {
    fs::read_to_string(root.join(name)).with_context(|| format!("{name} cannot be read"))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be listed", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("{} cannot be copied", entry.path().display()))?;
        }
    }
    Ok(())
}

fn empty(folder: &Path) -> Result<()> {
    remove(folder)?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}
