//! One release after another, while the network is there, is not, loses every third answer, or the browser is killed in the middle of taking the new one
//! in: every page that comes is whole, and of one build.

use tests::between::Between;
use tests::browser::Browser;
use tests::data::{Walkthrough, lessons_of_every_kind};
use tests::driver::Surroundings;
use tests::engine::Engine;
use tests::night;
use tests::offline::{build, digests, listed, until_begun, until_kept, until_served};
use tests::releases::{Build, digest};
use tests::visit::{Clock, Turn};

#[derive(Clone, Copy, Debug)]
enum Network {
    On,
    Off,
    /// Every third answer fails.
    Flaky,
    /// The browser is killed while the worker fetches a file of the new build.
    Killed,
}

/// How often a page is opened while every third answer fails.
const OPENED: usize = 4;

/// Looks for a new build, as a page does that is never left, and waits until it is there or has failed.
const LOOK: &str = "
    const done = arguments[0];
    navigator.serviceWorker.getRegistration().then(one => one.update()).then(one => {
      const worker = one.installing;
      if (!worker) return done();
      const settled = () => { if (worker.state !== 'installing') done(); };
      worker.onstatechange = settled;
      settled();
    }).catch(() => done());";

/// What the page has fetched: each path, and of scripts and programs the digest of what the page gets for it.
const USED: &str = "
    const done = arguments[0];
    const digest = async bytes => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 16)))
      .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=/g, '');
    const paths = [...new Set(performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname))];
    const isCode = path => /\\.(js|wasm)$/.test(path) && path !== '/sw.js';
    Promise.all(paths.map(async path => [path, isCode(path) ? await digest(await (await fetch(path)).arrayBuffer()) : null])).then(done);";

/// The page is drawn, and all that it uses is of the build that it names, which is one of these.
#[track_caller]
fn assert_whole(browser: &Browser, builds: &[&Build]) {
    browser.until_drawn();
    let name = build(browser);
    let own = builds.iter().find(|one| one.id == name).unwrap_or_else(|| panic!("a page of {name}"));
    let used: Vec<(String, Option<String>)> = serde_json::from_value(browser.script_later(USED, vec![])).unwrap();
    for (path, kept) in &used {
        assert!(own.has(path), "{path} is not of {name}: {used:?}");
        if let Some(kept) = kept {
            let right = std::fs::read(own.site.file(path.trim_start_matches('/'))).unwrap();
            assert_eq!(*kept, digest(&right), "{path} has other bytes than {name}");
        }
    }
    for one in own.core.iter().filter(|file| !file.starts_with("late-")) {
        assert!(used.iter().any(|(path, _)| path.ends_with(one.as_str())), "{one} is not among {used:?}");
    }
}

/// How many taps on *Start again* it takes at most: the worker gives the last good build after two failures.
const AGAIN: usize = 2;

/// Opens a place. A new build whose words do not come shows the calm page, which is no dead end.
#[track_caller]
fn open(browser: &Browser, place: &str, builds: &[&Build]) {
    browser.load(place);
    for left in (0..=AGAIN).rev() {
        let how = "
            const html = document.documentElement;
            return window.before ? null : html.hasAttribute('data-failed') ? 'failed' : html.hasAttribute('data-ready') ? 'ready' : null";
        let how = browser.until("a page that is not blank", || {
            browser.script_between_pages(how).and_then(|how| how.as_str().map(str::to_owned))
        });
        if how == "ready" {
            break;
        }
        println!("the calm page of {}", build(browser));
        assert!(left > 0, "the calm page again and again: {}", browser.describe());
        browser.script("window.before = true; document.getElementById('calm-again').click()", vec![]);
    }
    assert_whole(browser, builds);
}

/// Somebody uses the one build when the other is put in its place.
fn change(one: &Build, other: &Build, network: Network, walk: &Walkthrough, turn: usize) {
    let host = Between::to(&one.site.address);
    let profile = std::env::temp_dir().join(format!("stepwise-{}-released", std::process::id()));
    let start = || {
        let browser =
            Browser::start(Engine::Chromium, &host.address, Clock::Real, &Surroundings::with_profile(&profile));
        browser.set_screen(tests::browser::Screen::PHONE);
        browser
    };
    let mut browser = start();
    open(&browser, &walk.link(), &[one]);
    until_served(&browser);
    until_kept(&browser, &digests([&listed(&one.site, "nl")[""]]));
    host.leads_to(&other.site.address);
    let both = [one, other];
    match network {
        Network::On => open(&browser, "#/", &both),
        Network::Off => {
            host.answers(false);
            open(&browser, "#/", &[one]);
            open(&browser, &walk.link(), &[one]);
            host.answers(true);
        }
        Network::Flaky => {
            host.fails_every(3);
            for place in ["#/", &walk.link()].into_iter().cycle().take(OPENED) {
                browser.script_later(LOOK, vec![]);
                open(&browser, place, &both);
            }
            assert!(host.asked().iter().any(|path| path.ends_with(&other.core[0])), "the new build was never tried");
            host.fails_every(0);
        }
        Network::Killed => {
            let file = &other.core[turn % other.core.len()];
            host.holds(Some(file));
            browser.load("#/");
            browser.until("the worker in the middle of the new build", || {
                host.asked().iter().any(|path| path.ends_with(file.as_str())).then_some(())
            });
            browser.kill(&profile);
            drop(browser);
            host.holds(None);
            browser = start();
            open(&browser, "#/", &both);
        }
    }
    until_begun(&browser, &other.id);
    open(&browser, "#/", &[other]);
    open(&browser, &walk.link(), &[other]);
    browser.quit();
    drop(browser);
    std::fs::remove_dir_all(&profile).unwrap();
}

#[test]
fn whatever_release_follows_another_every_page_is_whole_and_of_one_build() {
    let builds = ["one", "other", "third-one"].map(Build::another);
    let walk = lessons_of_every_kind("nl").remove(0);
    let pairs = [(0, 1), (1, 2), (2, 0), (0, 2), (2, 1), (1, 0)];
    let networks = [Network::On, Network::Off, Network::Flaky, Network::Killed];
    let all: Vec<_> = pairs.iter().flat_map(|pair| networks.map(|network| (*pair, network))).collect();
    // Each network with another pair.
    let few = || pairs.into_iter().zip(networks).collect();
    let visits: Vec<_> = if night::is_now() { all } else { few() };
    let _turn = Turn::wait();
    for (turn, ((one, other), network)) in visits.into_iter().enumerate() {
        println!("from {one} to {other}, {network:?}");
        change(&builds[one], &builds[other], network, &walk, turn);
    }
}
