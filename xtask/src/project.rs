//! Where everything of the project lies. One place decides, so that no command guesses a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The project's folders.
pub struct Project {
    root: PathBuf,
    dist: PathBuf,
}

impl Project {
    /// The project this command was compiled from.
    ///
    /// # Errors
    /// When the crate `xtask` has no folder above it.
    pub fn here() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask has no folder above it: it must stay in the project")?;
        Ok(Self { root: root.to_path_buf(), dist: root.join("dist") })
    }

    /// The folder of the root `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The same project, whose release build lies in another of its folders.
    pub fn built_in(&self, folder: &str) -> Self {
        Self { root: self.root.clone(), dist: self.root.join(folder) }
    }

    /// The release build: static files for any host. Nothing but a release build is ever written here.
    pub fn dist(&self) -> PathBuf {
        self.dist.clone()
    }

    /// The build of `run --watch`: quick to make, heavy, never to be published.
    pub fn development_dist(&self) -> PathBuf {
        self.root.join("target/dist-dev")
    }

    /// What the app's build leaves between two runs; apart, so that it never competes with other builds.
    pub fn app_target(&self) -> PathBuf {
        self.root.join("target/app")
    }

    /// What the content bundle writes; copied whole into `dist/content/<digest>/`.
    pub fn content(&self) -> PathBuf {
        self.root.join("target/content")
    }

    /// The ways through every lesson, for the browser tests only; the content bundle writes them.
    pub fn walkthroughs(&self) -> PathBuf {
        self.root.join("target/walkthroughs")
    }

    /// Pictures of the screens, kept by the browser tests for looking.
    pub fn screens(&self) -> PathBuf {
        self.root.join("target/screens")
    }

    /// Programs that are fetched or compiled for this project alone.
    pub fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// The tools from npm, at the versions of `xtask/npm/package-lock.json`.
    pub fn npm_tools(&self) -> PathBuf {
        self.tools().join("npm")
    }

    /// `cargo`, the same one that runs us, in the project's root.
    pub fn cargo(&self) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root);
        cargo
    }
}

/// Every file in a folder and in those below it, in order.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be listed", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
