//! Real web servers with the very samples of `docs/hosting`, started by whoever runs the tests, on a free port and in a folder of their own. Only port and folder are put in.

use std::fs::{self, File};
use std::io::Read as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use std::{env, fmt};

use crate::{data, server};

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A web server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Nginx,
    /// With its part that gives out files that brotli made small before.
    NginxWithBrotli,
    Caddy,
    Apache,
}

/// The release build in a real web server, which ends with this value.
pub struct Host {
    process: Child,
    pub port: u16,
    /// `/`, or the path below which the site lies.
    pub under: String,
    folder: PathBuf,
}

impl fmt::Display for Host {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "http://127.0.0.1:{}{}", self.port, self.under)
    }
}

impl Host {
    /// Starts the server; the site is below the path `under`, which starts and ends with `/`.
    pub fn start(kind: Kind, under: &str) -> Self {
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let folder = env::temp_dir().join(format!("stepwise-{}-{kind:?}-{port}", std::process::id()));
        let site = folder.join("www").join(under.trim_matches('/'));
        fs::create_dir_all(&folder).unwrap();
        if kind == Kind::Apache {
            // It reads a file of ours beside the others.
            server::copy(&data::path("STEPWISE_DIST"), &site);
        } else {
            fs::create_dir_all(site.parent().unwrap()).unwrap();
            std::os::unix::fs::symlink(data::path("STEPWISE_DIST"), site.components().collect::<PathBuf>()).unwrap();
        }
        let said = folder.join("said.txt");
        let mut command = match kind {
            Kind::Nginx | Kind::NginxWithBrotli => nginx(kind, &folder, port, under),
            Kind::Caddy => caddy(&folder, port),
            Kind::Apache => apache(&folder, port, under),
        };
        let out = File::create(&said).unwrap();
        command.stdin(Stdio::null()).stdout(out.try_clone().unwrap()).stderr(out);
        let mut process = command.spawn().unwrap_or_else(|error| panic!("{kind:?} does not start: {error}"));
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let words = || fs::read_to_string(&said).unwrap_or_default();
            assert!(process.try_wait().unwrap().is_none(), "{kind:?} ended: {}", words());
            assert!(begun.elapsed() < PATIENCE, "{kind:?} does not answer: {}", words());
            thread::yield_now();
        }
        Self { process, port, under: under.to_owned(), folder }
    }

    /// The folder of the site.
    pub fn site(&self) -> PathBuf {
        self.folder.join("www").join(self.under.trim_matches('/'))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A sample with something else in place of what it has there.
fn sample(file: &str, changes: &[(&str, &str)]) -> String {
    let text = data::text(&format!("docs/hosting/{file}"));
    changes.iter().fold(text, |text, (what, new)| {
        assert_eq!(text.matches(what).count(), 1, "{file} has {what} once");
        text.replace(what, new)
    })
}

fn nginx(kind: Kind, folder: &Path, port: u16, under: &str) -> Command {
    let (port, www) = (format!("listen 127.0.0.1:{port};"), format!("root {}/www;", folder.display()));
    let place = format!("location {under} {{\n        index");
    let mut changes =
        vec![("listen 80;", port.as_str()), ("root /srv/stepwise;", &www), ("location / {\n        index", &place)];
    let mut module = String::new();
    if kind == Kind::NginxWithBrotli {
        changes.push(("# brotli_static on;", "brotli_static on;"));
        module = format!("load_module {};", data::path("NGINX_BROTLI").display());
    }
    fs::write(folder.join("stepwise.conf"), sample("nginx.conf", &changes)).unwrap();
    // As the package's own file around it, but nothing outside of the folder.
    let own: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("{what}_temp_path {}/{what};", folder.display()))
        .concat();
    let around = format!(
        "{module} daemon off; master_process off; pid {0}/pid; error_log stderr; events {{ }} http {{ access_log off; {own} include {0}/stepwise.conf; }}",
        folder.display()
    );
    fs::write(folder.join("nginx.conf"), around).unwrap();
    let mut command = Command::new(data::path("NGINX"));
    command.arg("-e").arg("stderr").arg("-p").arg(folder).arg("-c").arg(folder.join("nginx.conf"));
    command
}

fn caddy(folder: &Path, port: u16) -> Command {
    let changes = [
        ("\nyour.example {", format!("\n{{\n\tadmin off\n}}\nhttp://127.0.0.1:{port} {{")),
        ("root * /srv/stepwise", format!("root * {}/www", folder.display())),
    ];
    let changes = changes.each_ref().map(|(what, new)| (*what, new.as_str()));
    fs::write(folder.join("Caddyfile"), sample("Caddyfile", &changes)).unwrap();
    let mut command = Command::new(data::path("CADDY"));
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
    // What it keeps stays in the folder too.
    command.env("HOME", folder).env("XDG_CONFIG_HOME", folder).env("XDG_DATA_HOME", folder);
    command
}

fn apache(folder: &Path, port: u16, under: &str) -> Command {
    let program = data::path("APACHE");
    fs::write(folder.join("www").join(under.trim_matches('/')).join(".htaccess"), sample("htaccess", &[])).unwrap();
    // Beside the program, wherever the package was unpacked.
    let usr = program.ancestors().nth(2).unwrap();
    let modules = usr.join("lib/apache2/modules");
    let wanted =
        ["mpm_event", "authz_core", "dir", "mime", "autoindex", "headers", "filter", "deflate", "brotli", "alias"];
    let loads: String =
        wanted.map(|name| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display())).concat();
    let types = folder.join("mime.types");
    // What types a system knows differs; the sample brings all.
    fs::write(&types, "").unwrap();
    let around = format!(
        "{loads}ServerRoot {0}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {0}/pid\nDefaultRuntimeDir {0}\nErrorLog {0}/error.txt\nTypesConfig {1}\nDocumentRoot {0}/www\nDirectoryIndex index.html\n<Directory {0}/www>\nOptions Indexes\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n",
        folder.display(),
        types.display()
    );
    fs::write(folder.join("apache.conf"), around).unwrap();
    let mut command = Command::new(&program);
    command.args(["-X", "-f"]).arg(folder.join("apache.conf"));
    let libraries = usr.join("lib").join(format!("{}-linux-gnu", env::consts::ARCH));
    command.env("LD_LIBRARY_PATH", libraries);
    command
}

/// The files of a folder and of those below it, by their paths in it.
pub fn files(folder: &Path) -> Vec<String> {
    let named = |path: PathBuf| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    server::files(folder).into_iter().map(named).collect()
}

/// What a file made small ahead unpacks to.
pub fn unpacked(path: &Path) -> Vec<u8> {
    let bytes = fs::read(path).unwrap();
    let mut body = vec![];
    if path.extension().is_some_and(|ending| ending == "gz") {
        flate2::read::GzDecoder::new(&*bytes).read_to_end(&mut body).unwrap();
    } else {
        brotli::BrotliDecompress(&mut &*bytes, &mut body).unwrap();
    }
    body
}
