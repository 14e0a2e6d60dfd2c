//! The samples of `docs/hosting` in the web servers that they are for: `cargo xtask test hosts`. Each file of the release build is asked for.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "this is test code: whatever fails has to stop the test"
)]

use std::fs;
use std::process::Command;

use tests::data::{self, lessons_of_every_kind};
use tests::hosting;
use tests::hosts::{Host, Kind, files, unpacked};
use tests::http::{self, Answer};
use tests::offline::until_served;
use tests::server::Site;
use tests::visit::Visit;

/// What a browser says that it unpacks.
const ALL: &str = "gzip, deflate, br";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Files smaller than this need not be made smaller: the answer's own head is about as long. Apache alone makes all smaller.
const SMALL: usize = 2000;

/// The type of a file, by its ending.
fn type_of(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        ending => panic!("{path}: what type is {ending}?"),
    }
}

/// Whether the name of a file tells what is in it.
fn is_for_ever(path: &str) -> bool {
    let hashed = path.rsplit_once('-').and_then(|(_, rest)| rest.split_once('.'));
    path.starts_with("content/")
        || hashed.is_some_and(|(hash, _)| hash.len() == 12 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// What a person or a program may ask for: not what the build put beside a file for the server alone.
fn asked(host: &Host) -> Vec<String> {
    let is_asked = |path: &String| !path.ends_with(".br") && !path.ends_with(".gz") && path != ".htaccess";
    files(&host.site()).into_iter().filter(is_asked).collect()
}

/// The headers that come with everything, a page that is not there too.
fn assert_guarded(path: &str, answer: &Answer) {
    for (name, value) in hosting::Host::Pages.headers() {
        assert_eq!(answer.header(&name.to_lowercase()), value, "{path}: {name}");
    }
}

/// Every file of the build, as a browser gets it.
fn assert_gives_every_file(kind: Kind, under: &str) {
    let host = Host::start(kind, under);
    for path in asked(&host) {
        let answer = http::get(host.port, &format!("{under}{path}"), ALL);
        let bytes = fs::read(host.site().join(&path)).unwrap();
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type").to_lowercase(), type_of(&path), "{path}");
        assert!(answer.body() == bytes, "{path}: other bytes come");
        let cached = if is_for_ever(&path) { FOR_EVER } else { "no-cache" };
        assert_eq!(answer.header("cache-control"), cached, "{path}");
        assert_guarded(&path, &answer);
        let is_packed = ["png", "woff2"].iter().any(|ending| path.ends_with(ending));
        let encoding = answer.header("content-encoding");
        if is_packed {
            assert_eq!(encoding, "", "{path} is small already");
        } else if bytes.len() > SMALL {
            assert!(!encoding.is_empty(), "{path} should come smaller than {} bytes", bytes.len());
            assert!(answer.header("vary").to_lowercase().contains("accept-encoding"), "{path}");
        }
        // Who reads no packed files gets plain ones.
        if path.ends_with(".wasm") || path == "index.html" {
            let plain = http::get(host.port, &format!("{under}{path}"), "identity");
            assert_eq!((plain.header("content-encoding"), plain.sent == bytes), ("", true), "{path}");
        }
    }
}

/// What is not there is told so, with the same guard, and not for a year; no folder shows what is in it; the page of a folder is there.
fn assert_gives_nothing_else(kind: Kind, under: &str) {
    let host = Host::start(kind, under);
    let content = files(&host.site()).into_iter().find(|path| path.starts_with("content/")).unwrap();
    let content = content.split('/').take(2).collect::<Vec<_>>().join("/");
    for path in
        ["nothing.html", "stepwise-000000000000.wasm", "content/000000000000/words.nl.json", "%2e%2e/stepwise.conf"]
    {
        let answer = http::get(host.port, &format!("{under}{path}"), ALL);
        assert!((400..500).contains(&answer.status), "{path}: {}", answer.status);
        assert_ne!(answer.header("cache-control"), FOR_EVER, "{path}");
    }
    assert_guarded("nothing.html", &http::get(host.port, &format!("{under}nothing.html"), ALL));
    for folder in ["fonts/", "content/", &format!("{content}/"), &format!("{content}/lessons/")] {
        let answer = http::get(host.port, &format!("{under}{folder}"), ALL);
        assert!([403, 404].contains(&answer.status), "{folder} is listed: {}", answer.status);
    }
    let page = fs::read(host.site().join("index.html")).unwrap();
    assert!(http::get(host.port, under, ALL).body() == page);
    assert_eq!(http::get(host.port, under, ALL).header("cache-control"), "no-cache");
    let sent_on = http::get(host.port, &format!("{under}coach"), ALL);
    assert!([301, 308].contains(&sent_on.status), "{}", sent_on.status);
    let to = sent_on.header("location");
    let whole = format!("{host}coach/");
    assert!(to == format!("{under}coach/") || to == whole, "{to}");
    assert!(http::get(host.port, &format!("{under}coach/"), ALL).status == 200);
}

/// The WASM comes as the build made it small ahead, at brotli's best, which a server would not take the time for.
fn assert_gives_what_was_made_small(kind: Kind, ending: &str) {
    let host = Host::start(kind, "/");
    for path in
        files(&host.site()).iter().filter(|path| path.ends_with(".wasm") || path.ends_with(".js") && is_for_ever(path))
    {
        let ahead = fs::read(host.site().join(format!("{path}.{ending}"))).unwrap();
        let answer = http::get(host.port, &format!("/{path}"), ALL);
        assert!(answer.sent == ahead, "{path}: {} bytes come, {} were made ready", answer.sent.len(), ahead.len());
    }
}

/// A person opens a lesson, and the app stays for when there is no internet.
fn assert_opens(kind: Kind, under: &str) {
    let host = Host::start(kind, under);
    let walk = lessons_of_every_kind("nl").remove(0);
    Visit::at(&host.to_string()).with_worker().run(|browser| {
        browser.open(&walk.link());
        browser.until_heading(&walk.straight[0].heading);
        until_served(browser);
    });
}

macro_rules! tests_of {
    ($kind:expr) => {
        #[test]
        fn every_file_comes_as_it_should() {
            assert_gives_every_file($kind, "/");
        }

        #[test]
        fn every_file_comes_as_it_should_below_a_path() {
            assert_gives_every_file($kind, "/stepwise/");
        }

        #[test]
        fn nothing_else_comes() {
            assert_gives_nothing_else($kind, "/");
            assert_gives_nothing_else($kind, "/stepwise/");
        }

        #[test]
        fn the_app_opens_and_stays() {
            assert_opens($kind, "/");
            assert_opens($kind, "/stepwise/");
        }
    };
}

mod nginx {
    use super::*;

    tests_of!(Kind::Nginx);

    #[test]
    fn the_heavy_files_were_made_small_ahead() {
        assert_gives_what_was_made_small(Kind::Nginx, "gz");
    }

    #[test]
    fn the_heavy_files_come_by_brotli_where_its_part_is_there() {
        // Not every system has the package.
        if std::env::var_os("NGINX_BROTLI").is_some() {
            assert_gives_what_was_made_small(Kind::NginxWithBrotli, "br");
        }
    }
}

mod caddy {
    use super::*;

    tests_of!(Kind::Caddy);

    #[test]
    fn the_heavy_files_were_made_small_ahead() {
        assert_gives_what_was_made_small(Kind::Caddy, "br");
    }

    #[test]
    fn the_file_of_the_container_is_taken_at_its_port() {
        let folder = std::env::temp_dir().join(format!("stepwise-{}-container", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("Caddyfile");
        fs::write(&file, data::text("docs/hosting/Caddyfile")).unwrap();
        let runs = container("RUN");
        let change = runs.iter().find(|run| run.starts_with("sed")).expect("the container changes the address");
        let change = change.replace("/etc/caddy/Caddyfile", file.to_str().unwrap());
        assert!(Command::new("sh").args(["-c", &change]).status().unwrap().success());
        let mut caddy = Command::new(data::path("CADDY"));
        let told = caddy.args(["adapt", "--config"]).arg(&file).env("HOME", &folder).output().unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let told = String::from_utf8(told.stdout).unwrap();
        let port = &container("EXPOSE")[0];
        assert!(told.contains(&format!("\"listen\":[\":{port}\"]")) && !told.contains("your.example"), "{told}");
    }
}

/// What stands behind each of a word of the `Containerfile` at the beginning of a line.
fn container(word: &str) -> Vec<String> {
    let text = data::text("Containerfile");
    text.lines().filter_map(|line| line.strip_prefix(word)).map(|rest| rest.trim().to_owned()).collect()
}

#[test]
fn the_container_names_only_what_is_there() {
    let toolchain = data::toml("rust-toolchain.toml");
    let channel = toolchain["toolchain"]["channel"].as_str().unwrap();
    assert!(container("FROM")[0].contains(&format!("/rust:{channel}-")), "the pinned compiler builds it");
    let copied = container("COPY");
    let sources = copied.iter().filter(|copy| !copy.starts_with("--from")).map(|copy| copy.split(' ').next().unwrap());
    for source in sources.filter(|source| *source != ".") {
        assert!(!data::text(source).is_empty(), "{source}");
    }
    assert!(container("RUN").iter().any(|run| run.ends_with("cargo xtask build")));
    let help = Command::new(data::path("STEPWISE_XTASK")).arg("help").output().unwrap();
    assert!(String::from_utf8(help.stdout).unwrap().contains("cargo xtask build"));
}

mod apache {
    use super::*;

    tests_of!(Kind::Apache);
}

/// What a host that reads `_headers` is told for a path, as the manuals of Netlify and Cloudflare Pages have it: each block whose path is this one counts, a `*` at its end is
/// anything.
fn told(path: &str) -> Vec<(String, String)> {
    let text = data::text("docs/hosting/_headers");
    let mut is_meant = false;
    let mut all = vec![];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.trim().split_once(": ") {
            None => {
                let begin = line.strip_suffix('*').unwrap_or_else(|| panic!("{line} ends with no *"));
                is_meant = path.starts_with(begin);
            }
            Some((name, value)) if is_meant => all.push((name.to_owned(), value.to_owned())),
            Some(_) => {}
        }
    }
    all
}

#[test]
fn a_host_that_reads_headers_is_told_once_of_every_file_for_ever_and_of_no_other() {
    for path in
        files(&data::path("STEPWISE_DIST")).iter().filter(|path| !path.ends_with(".br") && !path.ends_with(".gz"))
    {
        let all = told(&format!("/{path}"));
        let kept: Vec<_> =
            all.iter().filter(|(name, _)| name == "Cache-Control").map(|(_, value)| value.as_str()).collect();
        assert_eq!(kept, if is_for_ever(path) { vec![FOR_EVER] } else { vec![] }, "{path}");
        assert_eq!(all.len() - kept.len(), hosting::Host::Pages.headers().len(), "{path}");
    }
}

#[test]
fn only_files_that_never_change_have_a_small_twin_and_it_is_the_same_file() {
    let dist = data::path("STEPWISE_DIST");
    let all = files(&dist);
    let twins: Vec<_> =
        all.iter().filter_map(|path| Some((path, path.strip_suffix(".br").or(path.strip_suffix(".gz"))?))).collect();
    assert!(twins.iter().any(|(path, _)| path.ends_with(".wasm.br")), "{twins:?}");
    for (twin, path) in twins {
        assert!(is_for_ever(path), "an old {twin} could stay beside a new {path}");
        assert!(unpacked(&dist.join(twin)) == fs::read(dist.join(path)).unwrap(), "{twin} is another file");
    }
}

#[test]
fn the_worker_keeps_no_small_twin() {
    let site = Site::of_build();
    let worker = fs::read_to_string(site.file("sw.js")).unwrap();
    assert!(!worker.contains(".br\"") && !worker.contains(".gz\""));
}
