//! A next release of the site, made from the one that is served: another page with another name of the build, and a worker that knows of it.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::server::Site;

/// The digest under which the worker keeps a file.
pub fn digest(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(bytes)[..16])
}

/// The name of the build in a page.
pub fn build_of(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"build\" content=\"").expect("the page names its build");
    rest.split('"').next().unwrap().to_owned()
}

/// Puts a next release in the place of the one that is served, whose page is changed so. Gives back its name.
pub fn publish(site: &Site, change: impl FnOnce(&str) -> String) -> String {
    let page = fs::read_to_string(site.file("index.html")).unwrap();
    let worker = fs::read_to_string(site.file("sw.js")).unwrap();
    let (before, next) = (build_of(&page), digest(page.as_bytes())[..12].replace(['-', '_'], "0"));
    let changed = change(&page).replace(&before, &next);
    assert_ne!(changed, page);
    let worker = worker.replace(&before, &next).replace(&digest(page.as_bytes()), &digest(changed.as_bytes()));
    site.put("index.html", &changed);
    site.put("sw.js", &worker);
    next
}
