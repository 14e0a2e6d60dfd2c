//! One release after another, while the network is there, is not, loses every third answer, or the browser is killed in the middle of taking the new one
//! in: every page that comes is whole, and of one build.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tests::between::Between;
use tests::browser::{Browser, Screen};
use tests::data::{Walkthrough, lessons_of_every_kind};
use tests::driver::Surroundings;
use tests::engine::Engine;
use tests::night;
use tests::offline::{NEWER, build, digests, listed, until_begun, until_kept, until_served, until_settled};
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

/// Of a page that is drawn: the name of its build, and what it has fetched, each path, and of scripts and programs the digest of what the page gets for it. Of the
/// calm page: that it is that.
const USED: &str = "
    const html = document.documentElement;
    if (window.before) return null;
    if (html.hasAttribute('data-failed')) return 'failed';
    if (!html.hasAttribute('data-ready') || html.hasAttribute('data-early') || !document.querySelector('main') || !document.querySelector('h1')) return null;
    const name = document.querySelector('meta[name=build]').content;
    const digest = async bytes => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 16)))
      .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=/g, '');
    const paths = [...new Set(performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname))];
    const isCode = path => /\\.(js|wasm)$/.test(path) && path !== '/sw.js';
    return Promise.all(paths.map(async path => [path, isCode(path) ? await digest(await (await fetch(path)).arrayBuffer()) : null])).then(used => ({ name, used }));";

/// What is found in a drawn page.
#[derive(Deserialize)]
struct Used {
    name: String,
    used: Vec<(String, Option<String>)>,
}

/// All that the page uses is of the build that it names, which is one of these.
#[track_caller]
fn assert_whole(Used { name, used }: Used, builds: &[&Build]) {
    let own = builds.iter().find(|one| one.id == name).unwrap_or_else(|| panic!("a page of {name}"));
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

/// Somebody's browser, and what it keeps.
struct Device {
    browser: Browser,
    profile: PathBuf,
    address: String,
}

fn start(profile: &Path, address: &str) -> Browser {
    let browser = Browser::start(Engine::Chromium, address, Clock::Real, &Surroundings::with_profile(profile));
    browser.set_screen(Screen::PHONE);
    browser
}

impl Device {
    fn new(address: &str) -> Self {
        let profile = std::env::temp_dir().join(format!("stepwise-{}-released", std::process::id()));
        Self { browser: start(&profile, address), profile, address: address.to_owned() }
    }

    /// The browser is closed, or was killed, and is there again the next day.
    fn start_again(&mut self) {
        self.browser.quit();
        self.browser = start(&self.profile, &self.address);
    }

    /// Opens a place. A new build whose words do not come shows the calm page, which is no dead end. At home a new build may take the page's place at any moment.
    #[track_caller]
    fn open(&mut self, place: &str, builds: &[&Build]) {
        until_settled(&self.browser);
        self.browser.load(place);
        for left in (0..=AGAIN).rev() {
            let found = self.browser.until("a page that is drawn and stays", || {
                self.browser.script_between_pages(USED).filter(|found| !found.is_null())
            });
            if found != "failed" {
                return assert_whole(serde_json::from_value(found).unwrap(), builds);
            }
            println!("the calm page of {}", build(&self.browser));
            assert!(left > 0, "the calm page again and again: {}", self.browser.describe());
            self.browser.script("window.before = true; document.getElementById('calm-again').click()", vec![]);
        }
    }
}

/// Somebody uses the one build when the other is put in its place.
fn change(one: &Build, other: &Build, network: Network, walk: &Walkthrough, turn: usize) {
    let host = Between::to(&one.site.address);
    let mut device = Device::new(&host.address);
    device.open(&walk.link(), &[one]);
    until_served(&device.browser);
    until_kept(&device.browser, &digests([&listed(&one.site, "nl")[""]]));
    host.leads_to(&other.site.address);
    let both = [one, other];
    match network {
        Network::On => device.open("#/", &both),
        Network::Off => {
            host.answers(false);
            device.open("#/", &[one]);
            device.open(&walk.link(), &[one]);
            host.answers(true);
        }
        Network::Flaky => {
            host.fails_every(3);
            for place in ["#/", &walk.link()].into_iter().cycle().take(OPENED) {
                device.browser.script_later(LOOK, vec![]);
                device.open(place, &both);
            }
            assert!(host.asked().iter().any(|path| path.ends_with(&other.core[0])), "the new build was never tried");
            host.fails_every(0);
        }
        Network::Killed => {
            let file = &other.core[turn % other.core.len()];
            host.holds(Some(file));
            device.browser.load("#/");
            device.browser.until_within(NEWER, "the worker in the middle of the new build", || {
                host.asked().iter().any(|path| path.ends_with(file.as_str())).then_some(())
            });
            device.browser.kill(&device.profile);
            host.holds(None);
            device.start_again();
            device.open("#/", &both);
        }
    }
    until_begun(&device.browser, &other.id);
    device.open("#/", &[other]);
    device.open(&walk.link(), &[other]);
    device.browser.quit();
    std::fs::remove_dir_all(&device.profile).unwrap();
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
