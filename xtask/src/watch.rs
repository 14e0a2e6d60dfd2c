//! Rebuilds when somebody saves a file. An error is shown and the next save tries again.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecursiveMode, Watcher as _};

use crate::build;
use crate::project::Project;

/// Folders whose every file is an input of the app.
const FOLDERS: [&str; 7] = ["src", "start", "coach", "engine", "content", "locales", "public"];

/// Files of the project's root that are inputs of the app.
const FILES: [&str; 3] = ["index.html", "build.rs", "Cargo.toml"];

/// An editor saves in several steps; a build starts when it has been quiet for so long.
const QUIET: Duration = Duration::from_millis(150);

/// Builds again at every change, until the process ends.
///
/// # Errors
/// When the system cannot watch files.
pub fn rebuild_on_change(project: &Project) -> Result<()> {
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Ok(event) = event {
            // The receiver lives as long as the watcher.
            let _ = sender.send(event);
        }
    })
    .context("this system cannot watch files. Run without `--watch`")?;
    for name in FOLDERS {
        let folder = project.root().join(name);
        watcher.watch(&folder, RecursiveMode::Recursive).with_context(|| format!("{name} cannot be watched"))?;
    }
    // The folder, not the files: an editor that saves puts a new file in the place of the old.
    watcher.watch(project.root(), RecursiveMode::NonRecursive).context("the project cannot be watched")?;

    println!("waiting for changes");
    while let Some(path) = next_change(&changes, project.root()) {
        println!("{} changed", path.strip_prefix(project.root()).unwrap_or(&path).display());
        match build::build(project, true) {
            Ok(_) => println!("built, reload the page"),
            Err(error) => println!("not built: {error:#}"),
        }
    }
    Ok(())
}

/// Waits for a change that matters, and until it is quiet after it. Nothing when watching has ended.
fn next_change(changes: &Receiver<Event>, root: &Path) -> Option<PathBuf> {
    loop {
        let event = changes.recv().ok()?;
        if let Some(path) = matters(&event, root) {
            while changes.recv_timeout(QUIET).is_ok() {}
            return Some(path);
        }
    }
}

/// The path of an event that must start a build. Reading is no change, or each build would start the next.
fn matters(event: &Event, root: &Path) -> Option<PathBuf> {
    if matches!(event.kind, EventKind::Access(_)) {
        return None;
    }
    event.paths.iter().find(|path| is_input(path, root)).cloned()
}

fn is_input(path: &Path, root: &Path) -> bool {
    let Ok(inner) = path.strip_prefix(root) else {
        return false;
    };
    let Some(first) = inner.iter().next().and_then(|name| name.to_str()) else {
        return false;
    };
    let alone = inner.iter().count() == 1;
    FOLDERS.contains(&first) || (alone && FILES.contains(&first))
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, CreateKind};

    use super::*;

    #[test]
    fn inputs_start_a_build_and_results_do_not() {
        let root = Path::new("/project");
        for input in ["src/main.rs", "content/lessons/a/nl.toml", "index.html", "locales"] {
            assert!(is_input(&root.join(input), root), "{input}");
        }
        for other in ["target/app", "dist/index.html", "README.md", "tests/index.html", ""] {
            assert!(!is_input(&root.join(other), root), "{other}");
        }
    }

    #[test]
    fn reading_a_file_is_no_change() {
        let root = Path::new("/project");
        let event = |kind| Event::new(kind).add_path(root.join("src/main.rs"));
        assert_eq!(matters(&event(EventKind::Access(AccessKind::Any)), root), None);
        assert!(matters(&event(EventKind::Create(CreateKind::File)), root).is_some());
    }
}
