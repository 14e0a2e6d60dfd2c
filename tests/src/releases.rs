//! A next release of the site, made from the one that is served: another page with another name of the build, and a worker that knows of it.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
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

/// A whole other build of the app, in a folder of its own: every file that has a hash in its name has another name and other bytes, and so have the words.
pub struct Build {
    pub site: Site,
    /// The name of the build in its page.
    pub id: String,
    /// The files of its own that it needs to start, in the order in which the worker fetches them.
    pub core: Vec<String>,
}

/// A number of hexadecimal digits, as in the names of files.
fn hashed(text: &str) -> String {
    Sha256::digest(text)[..6].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of the script inside a page that starts the app, as its policy has it.
fn policy_of(page: &str) -> String {
    let (_, rest) = page.split_once("<script type=\"module\">").expect("the page starts the app");
    STANDARD.encode(Sha256::digest(rest.split("</script>").next().unwrap()))
}

impl Build {
    /// Made from the release build. Two of the same name are the same.
    pub fn another(name: &str) -> Self {
        let site = Site::copy(&format!("build-{name}"));
        let page = fs::read_to_string(site.file("index.html")).unwrap();
        let (_, content) = page.split_once("name=\"content\" content=\"content/").expect("the page names its content");
        let content = content.split('/').next().unwrap().to_owned();
        let root = site.file("index.html").parent().unwrap().to_owned();
        let mut core: Vec<String> = fs::read_dir(&root)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|file| file.contains('-') && (file.ends_with(".js") || file.ends_with(".wasm")))
            .collect();
        core.sort();
        let mut changes: Vec<(String, String)> = vec![
            (content.clone(), hashed(&(content.clone() + name))),
            (build_of(&page), hashed(&(build_of(&page) + name))),
        ];
        for file in &core {
            let hash = file.rsplit('-').next().unwrap().split('.').next().unwrap();
            changes.push((hash.to_owned(), hashed(&(hash.to_owned() + name))));
        }
        let renamed = |text: &str| changes.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
        // Digests of before and after.
        let mut digests = vec![];
        let mut change = |file: &str, add: &[u8]| {
            let old = fs::read(root.join(file)).unwrap();
            let mut new = match std::str::from_utf8(&old) {
                Ok(text) if file == "index.html" => {
                    let new = renamed(text);
                    new.replace(&policy_of(text), &policy_of(&new)).into_bytes()
                }
                Ok(text) => renamed(text).into_bytes(),
                Err(_) => old.clone(),
            };
            new.extend_from_slice(add);
            fs::remove_file(root.join(file)).unwrap();
            fs::write(root.join(renamed(file)), &new).unwrap();
            digests.push((digest(&old), digest(&new)));
        };
        for file in &core {
            // Of a WASM a part that nobody reads, with a name and nothing else.
            let length = u8::try_from(name.len()).unwrap();
            let part = [&[0, length + 1, length], name.as_bytes()].concat();
            let remark = format!("\n// {name}");
            change(file, if file.ends_with(".wasm") { &part } else { remark.as_bytes() });
        }
        change("index.html", format!("<!-- {name} -->").as_bytes());
        fs::rename(root.join("content").join(&content), root.join("content").join(renamed(&content))).unwrap();
        for language in crate::languages::LANGUAGES.iter() {
            let words = site.file(&format!("words.{language}.json"));
            let list = site.file(&format!("files.{language}.json"));
            let (old, old_list) = (fs::read_to_string(&words).unwrap(), fs::read_to_string(&list).unwrap());
            let new = format!("{old}{}", "\n".repeat(name.len()));
            let new_list = old_list.replace(&digest(old.as_bytes()), &digest(new.as_bytes()));
            assert_ne!(new_list, old_list, "the list names the words");
            digests.push((digest(old_list.as_bytes()), digest(new_list.as_bytes())));
            fs::write(words, new).unwrap();
            fs::write(list, new_list).unwrap();
        }
        let worker = renamed(&fs::read_to_string(site.file("sw.js")).unwrap());
        let worker = digests.iter().fold(worker, |worker, (old, new)| {
            assert!(worker.contains(old), "the worker knows the digest of every file");
            worker.replace(old, new)
        });
        site.put("sw.js", &worker);
        let (id, core) = (renamed(&build_of(&page)), core.iter().map(|file| renamed(file)).collect());
        Self { site, id, core }
    }

    /// Whether the path is of this build and no other: those of pictures and letters are the same in all.
    pub fn has(&self, path: &str) -> bool {
        self.site.file_at(&format!("{}{}", self.site.address, path.trim_start_matches('/'))).is_some()
    }
}
