//! What the source said when a sentence was translated: the repository remembers. Nothing is known without git, and in a clone without its past.

use super::document::by_key;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use toml_edit::DocumentMut;

/// The past of a repository.
pub struct History {
    root: PathBuf,
    reader: Child,
    ask: ChildStdin,
    answer: BufReader<ChildStdout>,
}

/// A file and its source in the same past states, the oldest first.
#[derive(Default)]
pub struct Past(Vec<[BTreeMap<String, String>; 2]>);

impl Past {
    /// What the source said in the first state in which this sentence stood here as it stands now; `None` if it never stood here yet.
    pub fn source_of(&self, key: &str, text: &str) -> Option<&str> {
        let [_, source] = self.0.iter().find(|[here, _]| here.get(key).is_some_and(|there| there == text))?;
        source.get(key).map(String::as_str)
    }
}

impl History {
    /// The past of the repository that the folder is the root of; `None` if there is none to be read.
    pub fn open(root: &Path) -> Option<Self> {
        let shallow = git(root, &["rev-parse", "--is-shallow-repository"]).ok()?;
        if !root.join(".git").exists() || shallow.trim() != "false" {
            return None;
        }
        let mut reader = Command::new("git");
        reader.current_dir(root).args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut reader = reader.spawn().ok()?;
        let (ask, answer) = (reader.stdin.take()?, BufReader::new(reader.stdout.take()?));
        Some(Self { root: root.to_path_buf(), reader, ask, answer })
    }

    /// The past of a file and of its source, both named from the root.
    ///
    /// # Errors
    /// When git gives up in the middle.
    pub fn of(&mut self, file: &str, source: &str) -> Result<Past> {
        let log = git(&self.root, &["log", "--format=%H", "--topo-order", "--reverse", "--", file, source])?;
        let mut past = vec![];
        for commit in log.lines() {
            let (Some(here), Some(there)) = (self.words(commit, file)?, self.words(commit, source)?) else { continue };
            past.push([here, there]);
        }
        Ok(Past(past))
    }

    /// The sentences of a file in a commit; `None` if it was not there or could not be read.
    fn words(&mut self, commit: &str, file: &str) -> Result<Option<BTreeMap<String, String>>> {
        writeln!(self.ask, "{commit}:{file}")?;
        self.ask.flush()?;
        let mut line = String::new();
        self.answer.read_line(&mut line)?;
        if line.trim_end().ends_with(" missing") {
            return Ok(None);
        }
        let size = line.trim_end().rsplit(' ').next().and_then(|size| size.parse::<usize>().ok());
        // The file, and the end of a line after it.
        let mut bytes = vec![0; size.context("git cat-file: no size")? + 1];
        self.answer.read_exact(&mut bytes)?;
        let document = String::from_utf8(bytes).ok().and_then(|text| text.parse::<DocumentMut>().ok());
        Ok(document.as_ref().map(by_key))
    }
}

impl Drop for History {
    fn drop(&mut self) {
        // It only reads, and there is nothing to do for one that is gone already.
        let _ = self.reader.kill();
        let _ = self.reader.wait();
    }
}

fn git(root: &Path, words: &[&str]) -> Result<String> {
    let output = Command::new("git").current_dir(root).args(words).output().context("git cannot be started")?;
    anyhow::ensure!(output.status.success(), "git {}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}
