//! `dist/coach/`: the coach's pages, beside the worker's app and never a part of it. They take the lessons, pictures and letters from where the app has them.

use std::fs;
use std::path::Path;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::{Start, app, keep, naming, style, text, write};
use crate::content;
use crate::project::Project;

/// Puts the folder together, once the site around it is there. `digest` names the folder of the lessons.
///
/// # Errors
/// When a file cannot be read or written.
pub fn assemble(project: &Project, dist: &Path, coach: &app::Coach, digest: &str, development: bool) -> Result<()> {
    let folder = dist.join("coach");
    fs::create_dir_all(&folder)?;
    let root = project.root();
    // Inside the page an address counts from the page.
    let css = style::style_sheet(&root.join("src/style"), style::COACH)?.replace("fonts/", "../fonts/");
    let js = keep(&folder, "coach", "js", coach.script.as_bytes())?;
    let wasm = keep(&folder, "coach", "wasm", &coach.wasm)?;
    let start = Start { project, development };
    let boot = start.script(
        "coach.js",
        &[
            ("drawn", start.source("drawn.js")?.as_str()),
            ("mirror", &start.source("mirror.js")?),
            ("camera", &start.source("camera.js")?),
            ("js", &js),
            ("wasm", &wasm),
        ],
    )?;
    let boot = keep(&folder, "begin", "js", boot.as_bytes())?;
    let says = content::coach_first_paint(root)?;
    let values = [
        ("css", css.as_str()),
        ("css_digest", &STANDARD.encode(Sha256::digest(&css))),
        ("js", &js),
        ("wasm", &wasm),
        ("boot", &boot),
        ("content", &format!("../content/{digest}/")),
        ("waiting", &says.waiting),
        ("failed", &says.failed),
        ("no_script", &says.no_script),
    ];
    let page = text(root, "coach/index.html")?;
    write(&folder.join("index.html"), naming::fill("coach/index.html", &page, &values)?.as_bytes())
}
