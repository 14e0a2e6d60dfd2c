//! `cargo xtask build`: everything a web host needs, in one folder that works from any sub-path. Two builds of the same
//! sources give the same bytes: no times, no paths of the machine, every list in order.

mod app;
mod coach;
mod naming;
mod offline;
mod small;
mod style;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

pub use app::rust_flags;

use crate::project::{Project, files_below};
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
    let (app, coach) = app::app(project, development)?;
    let dist = if development { project.development_dist() } else { project.dist() };
    report::step("put the site together", || {
        // Made beside the old one and swapped, so that a running server never sees half a site.
        let fresh = project.root().join("target/dist-next");
        empty(&fresh)?;
        assemble(project, &fresh, &app, &bundle.digest, development)?;
        coach::assemble(project, &fresh, &coach, &bundle.digest, development)?;
        bundle.copy_clips(&fresh)?;
        bundle.write_lite(&fresh)?;
        if !development {
            twins(&fresh)?;
        }
        remove(&dist)?;
        fs::rename(&fresh, &dist).with_context(|| format!("{} cannot be replaced", dist.display()))
    })?;
    println!("built {}", dist.strip_prefix(project.root()).unwrap_or(&dist).display());
    Ok(dist)
}

fn assemble(project: &Project, dist: &Path, app: &app::App, digest: &str, development: bool) -> Result<()> {
    let root = project.root();
    copy_folder(&root.join("public"), dist)?;
    let folder = format!("content/{digest}/");
    copy_folder(&project.content(), &dist.join(&folder))?;
    let lists = offline::lists(root, &dist.join(&folder))?;

    let css = style::style_sheet(&root.join("src/style"), style::APP)?;
    let mut script = app.script.clone();
    for (name, wasm) in &app.late {
        let stem = name.trim_end_matches(".wasm").replace("split_", "").replace("chunk_", "shared-");
        script = script.replace(name, &keep(dist, &format!("late-{stem}"), "wasm", wasm)?);
    }
    let wasm = keep(dist, "stepwise", "wasm", &app.wasm)?;
    let start = Start { project, development };
    let places = content::word_places(root)?;
    let places: Vec<(&str, &str)> = places.iter().map(|(name, place)| (name.as_str(), place.as_str())).collect();
    let early = naming::fill("early.js", &start.source("early.js")?, &places)?;
    let boot = start.script(
        "boot.js",
        &[
            ("drawn", start.source("drawn.js")?.as_str()),
            ("mirror", &start.source("mirror.js")?),
            ("crashes", &start.source("crashes.js")?),
            ("kiosk", &start.source("kiosk.js")?),
            ("offline", &start.source("offline.js")?),
            ("where", &start.source("where.js")?),
            ("early", &early),
            ("wasm", &wasm),
            ("program", &app::inside(&script)?),
        ],
    )?;
    let says = content::first_paint(root)?;
    let reader = start.script(
        "reader.js",
        &[
            ("people", start.source("people.js")?.as_str()),
            ("directions", &says.directions),
            ("fallback", &says.fallback),
            ("ask", &start.source("ask.js")?),
        ],
    )?;
    let first = start.script("first.js", &[("says", says.says.as_str())])?;
    // Chat apps want the whole address of the preview picture; only whoever puts the site on the web knows it.
    let address = std::env::var("STEPWISE_ADDRESS").unwrap_or_default();
    let page = text(root, "index.html")?;
    let id = offline::build_id(dist, &format!("{page}{css}{reader}{first}{boot}{address}"), &lists)?;
    let values = [
        ("reader", reader.as_str()),
        ("reader_digest", &STANDARD.encode(Sha256::digest(&reader))),
        ("first", first.as_str()),
        ("first_digest", &STANDARD.encode(Sha256::digest(&first))),
        ("no_script", &says.no_script),
        ("description", &says.description),
        ("css", &css),
        ("css_digest", &STANDARD.encode(Sha256::digest(&css))),
        ("wasm", &wasm),
        ("boot", &boot),
        ("boot_digest", &STANDARD.encode(Sha256::digest(&boot))),
        ("content", &folder),
        ("build", &id),
        ("address", &address),
    ];
    write(&dist.join("index.html"), naming::fill("index.html", &page, &values)?.as_bytes())?;
    if development {
        return Ok(());
    }
    let worker = offline::worker(&start.source("worker.js")?, dist, &id, &folder, &lists)?;
    write(&dist.join("sw.js"), start.small("sw.js", &worker)?.as_bytes())
}

/// Small twins of the heavy files, last, so that nobody takes them for files of the app. Only of those whose names tell what is in them: beside `index.html` an old one could stay
/// and be given out in place of the new.
fn twins(dist: &Path) -> Result<()> {
    let is_ours = |path: &PathBuf| {
        path.file_name().is_some_and(|name| naming::is_hashed(&name.to_string_lossy()))
            && path.extension().is_some_and(|ending| ending == "wasm" || ending == "js")
    };
    let files: Vec<PathBuf> = files_below(dist)?.into_iter().filter(is_ours).collect();
    small::twins(&files)
}

/// The scripts of `start/`, small unless for development.
struct Start<'a> {
    project: &'a Project,
    development: bool,
}

impl Start<'_> {
    fn source(&self, name: &str) -> Result<String> {
        text(&self.project.root().join("start"), name)
    }

    fn script(&self, name: &str, values: &[(&str, &str)]) -> Result<String> {
        self.small(name, &naming::fill(name, &self.source(name)?, values)?)
    }

    fn small(&self, name: &str, text: &str) -> Result<String> {
        let file = self.project.app_target().join(name);
        write(&file, text.as_bytes())?;
        if !self.development {
            small::script(self.project, &file)?;
        }
        Ok(fs::read_to_string(&file)?.trim_end().to_owned())
    }
}

/// Writes a file under a name made from its bytes and returns that name.
fn keep(dist: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let name = naming::hashed_name(stem, extension, bytes);
    write(&dist.join(&name), bytes)?;
    Ok(name)
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
