//! The files of the release build, served as a plain web host would.

use std::cell::RefCell;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::data;

/// A served folder; it ends with this value.
pub struct Site {
    server: RefCell<Option<Server>>,
    /// Ends with `/`.
    pub address: String,
    folder: PathBuf,
    under: String,
    is_copy: bool,
    measured: bool,
}

/// The process that answers.
struct Server {
    process: Child,
    /// Kept open, so that the server never writes to nobody.
    _says: BufReader<ChildStdout>,
}

impl Server {
    /// Starts it, and gives back the address that it says.
    fn start(folder: &Path, port: &str, under: &str, measured: bool) -> (Self, String) {
        let mut process = Command::new(data::path("STEPWISE_XTASK"))
            .arg("serve")
            .arg(folder)
            .args(["--port", port, "--under", under])
            .args(measured.then_some("--measured"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server does not start");
        let mut says = BufReader::new(process.stdout.take().unwrap());
        let address = loop {
            let mut line = String::new();
            let bytes = says.read_line(&mut line).expect("the server says no address");
            assert!(bytes > 0, "the server ended before it said its address");
            if let Some(address) = line.split_whitespace().find(|word| word.starts_with("http://")) {
                break address.to_owned();
            }
        };
        (Self { process, _says: says }, address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Site {
    /// The release build at the root of a host.
    pub fn of_build() -> Self {
        Self::serve(&data::path("STEPWISE_DIST"), "/", false)
    }

    /// The release build below a path of a host.
    pub fn of_build_under(path: &str) -> Self {
        Self::serve(&data::path("STEPWISE_DIST"), path, false)
    }

    /// Any folder at the root of a host.
    pub fn of_folder(folder: &Path) -> Self {
        Self::serve(folder, "/", false)
    }

    /// Any folder at the root of a host, compressed and set apart from other pages: see `Site::measured` of the server.
    pub fn measured(folder: &Path) -> Self {
        Self::start(folder, "/", false, true)
    }

    /// A copy of the release build, to be damaged.
    pub fn copy(name: &str) -> Self {
        Self::copy_under(name, "/")
    }

    /// A copy of the release build below a path of a host, to be damaged.
    pub fn copy_under(name: &str, path: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("stepwise-{}-{name}", std::process::id()));
        copy(&data::path("STEPWISE_DIST"), &folder);
        Self::serve(&folder, path, true)
    }

    fn serve(folder: &Path, under: &str, is_copy: bool) -> Self {
        Self::start(folder, under, is_copy, false)
    }

    fn start(folder: &Path, under: &str, is_copy: bool, measured: bool) -> Self {
        let (server, address) = Server::start(folder, "0", under, measured);
        let server = RefCell::new(Some(server));
        Self { server, address, folder: folder.to_path_buf(), under: under.to_owned(), is_copy, measured }
    }

    /// From now on nobody answers.
    pub fn stop(&self) {
        self.server.take();
    }

    /// Somebody answers again, at the same address.
    pub fn start_again(&self) {
        let port = self.address.rsplit(':').next().unwrap().split('/').next().unwrap();
        self.server.replace(Some(Server::start(&self.folder, port, &self.under, self.measured).0));
    }

    /// Puts a file into the folder.
    pub fn put(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).unwrap();
    }

    /// The file of this name in the folder, else the only one below it whose path ends so.
    pub fn file(&self, ending: &str) -> PathBuf {
        let named = self.folder.join(ending);
        if named.is_file() {
            return named;
        }
        let found: Vec<_> =
            files(&self.folder).into_iter().filter(|path| path.to_string_lossy().ends_with(ending)).collect();
        assert_eq!(found.len(), 1, "one file of the build should end with {ending}: {found:?}");
        found.into_iter().next().unwrap()
    }

    /// The WASM that the app starts with.
    pub fn program(&self) -> PathBuf {
        let page = fs::read_to_string(self.file("index.html")).unwrap();
        self.file(page.split('"').find(|part| part.ends_with(".wasm")).expect("the page names its program"))
    }

    /// The file behind an address of this site.
    pub fn file_at(&self, url: &str) -> Option<PathBuf> {
        let path = url.strip_prefix(&self.address)?.split(['?', '#']).next()?;
        let path = self.folder.join(if path.is_empty() { "index.html" } else { path });
        path.is_file().then_some(path)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
        if self.is_copy {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// Copies a folder; what was at the other place is gone.
pub fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, &target).unwrap();
    }
}
