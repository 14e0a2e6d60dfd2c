//! The app itself: Rust → WASM → JavaScript beside it → a smaller WASM that old browsers read too.
//!
//! The recipe reaches Chrome 80, Firefox 74 and iOS 13.4 at no cost in bytes. Rust's libraries come compiled with newer
//! instructions, so the linker must not check features, wasm-bindgen must see none of them (it would use reference types),
//! and wasm-opt writes the newer instructions as old ones at the end.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::naming::fingerprint;
use super::{remove, small, write};
use crate::project::Project;
use crate::{report, tools};

/// How the app is compiled: small views (`erase_components` is Leptos' own switch), old instructions.
const RUST_FLAGS: [&str; 7] = [
    "--cfg=erase_components",
    "-Ctarget-cpu=mvp",
    "-Ctarget-feature=+mutable-globals",
    "-Clink-arg=--features=mutable-globals",
    "-Clink-arg=--no-check-features",
    // Which function needs what, and the table through which the parts of the app call each other: for `split`.
    "-Clink-arg=--emit-relocs",
    "-Clink-arg=--export-table",
];

/// The stack of the release build: 128 kB of the phone's memory in place of 1 MB. Unoptimised code needs more.
const SMALL_STACK: &str = "-Clink-arg=-zstack-size=131072";

/// How the release build fails: at once, by a trap, with no words, since a phone has to fetch every word. `start/boot.js` hears the trap and
/// shows the calm page. Rust's own library is compiled anew for it, which the compiler of this version allows only when told that
/// its unfinished switches are wanted (`RUSTC_BOOTSTRAP`); the version is pinned in `rust-toolchain.toml`. 20 kB less of 172 (brotli).
const FAIL_AT_ONCE: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// All that decides what a finished app looks like, beside the compiler's result: this file, the one that makes things
/// small, the version of wasm-bindgen, the versions of the tools from npm.
const RECIPE: [&str; 4] = [
    include_str!("app.rs"),
    include_str!("small.rs"),
    include_str!("../../Cargo.toml"),
    include_str!("../../npm/package-lock.json"),
];

/// What wasm-split calls its loader.
const LINK: &str = "./late.js";
/// The parts that are fetched late, as `#[wasm_split]` names them.
const PARTS: [&str; 3] = ["cards", "kiosk", "pages"];
/// Where the names of the files of all parts are kept, one in a line.
const LATE: &str = "late.txt";

/// The finished files of the worker's app.
pub struct App {
    /// The JavaScript that starts the WASM: a module; its default export takes `{ module_or_path }`. It goes into the page.
    pub script: String,
    /// The WASM that the app starts with.
    pub wasm: Vec<u8>,
    /// The files of the parts of `src/pages/late.rs`, each fetched when something of it is wanted, by the names that the script has for them.
    pub late: Vec<(String, Vec<u8>)>,
}

/// The finished files of the coach's pages: all of them start with it.
pub struct Coach {
    /// As [`App::script`].
    pub script: String,
    pub wasm: Vec<u8>,
}

/// Compiles and finishes the app and the coach's pages, two binaries of one library; what is finished is kept and used again as long as the
/// compiler's result is the same.
///
/// # Errors
/// When the compiler, wasm-bindgen or wasm-opt fails.
pub fn app(project: &Project, development: bool) -> Result<(App, Coach)> {
    let compiled = report::loud_step("compile the app and the coach's pages", || compile(project, development))?;
    let app = finished(project, &compiled, "stepwise", development)?;
    let coach = finished(project, &compiled, "coach", development)?;
    let read = |folder: &Path, name: &str| {
        fs::read(folder.join(name)).with_context(|| format!("target/app: {name} cannot be read"))
    };
    let script = |folder: &Path| Ok::<_, anyhow::Error>(String::from_utf8(read(folder, "stepwise.js")?)?);
    let names = fs::read_to_string(app.join(LATE)).context("target/app: the names of the parts cannot be read")?;
    let late = names.lines().map(|name| Ok((name.to_owned(), read(&app, name)?))).collect::<Result<_>>()?;
    Ok((
        App { script: script(&app)?, wasm: read(&app, "stepwise.wasm")?, late },
        Coach { script: script(&coach)?, wasm: read(&coach, "stepwise.wasm")? },
    ))
}

/// The folder of a finished binary.
fn finished(project: &Project, compiled: &Path, binary: &str, development: bool) -> Result<PathBuf> {
    let compiled = compiled.join(format!("{binary}.wasm"));
    let wasm = fs::read(&compiled).with_context(|| format!("{} cannot be read", compiled.display()))?;
    let key = fingerprint(&[&wasm, RECIPE.concat().as_bytes(), &[u8::from(development)]]);
    let kept = project.app_target().join(format!("finished-{binary}{}", if development { "-dev" } else { "" }));
    let folder = kept.join(key);
    if !folder.join("done").is_file() {
        remove(&kept)?;
        finish(project, wasm, &folder, development)?;
        // Last, so that work that was cut off is done again.
        write(&folder.join("done"), b"")?;
    }
    Ok(folder)
}

fn finish(project: &Project, wasm: Vec<u8>, folder: &Path, development: bool) -> Result<()> {
    fs::create_dir_all(folder)?;
    let main = folder.join("main.wasm");
    let split = report::step("split the WASM", || split(&wasm, folder, &main))?;
    let files = split.files();
    write(&folder.join(LATE), files.iter().map(|file| format!("{file}\n")).collect::<String>().as_bytes())?;
    report::step("write the JavaScript beside the WASM (wasm-bindgen)", || bind(fs::read(&main)?, folder))?;
    let (script, bound) = (folder.join("stepwise.js"), folder.join("stepwise_bg.wasm"));
    write(&script, with_loader(&fs::read_to_string(&script)?, &split).as_bytes())?;
    let finished = folder.join("stepwise.wasm");
    if development {
        return fs::rename(&bound, &finished).context("the WASM cannot be renamed");
    }
    report::step("make the JavaScript small (terser)", || {
        write(&script, only_the_start(&fs::read_to_string(&script)?).as_bytes())?;
        small::module(project, &script)
    })?;
    report::step("make the WASM small (wasm-opt)", || {
        small::wasm(project, &script, &bound, &finished)?;
        files.iter().try_for_each(|file| {
            let large = folder.join(file).with_extension("large");
            fs::rename(folder.join(file), &large).with_context(|| format!("{file} cannot be renamed"))?;
            small::part(project, &large, &folder.join(file))
        })
    })
}

/// The flags of the app's compiler, for every command that compiles it for browsers (`cargo` reads them from
/// `CARGO_ENCODED_RUSTFLAGS`). Paths of this machine are taken out: they cost bytes, and two machines would build two apps.
pub fn rust_flags(project: &Project, development: bool) -> String {
    let mut flags: Vec<String> = RUST_FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
    if !development {
        flags.push(SMALL_STACK.to_owned());
        flags.extend(FAIL_AT_ONCE.map(str::to_owned));
    }
    flags.push(format!("--remap-path-prefix={}=stepwise", project.root().display()));
    for folder in tools::crate_sources() {
        flags.push(format!("--remap-path-prefix={}=crates", folder.display()));
    }
    flags.join("\x1f")
}

fn compile(project: &Project, development: bool) -> Result<PathBuf> {
    let target = project.app_target();
    let mut cargo = project.cargo();
    cargo.args(["build", "--locked", "--package", "stepwise", "--bins", "--target", tools::WASM_TARGET]);
    cargo.arg("--target-dir").arg(&target).env("CARGO_ENCODED_RUSTFLAGS", rust_flags(project, development));
    if !development {
        cargo
            .args(["--release", "-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
            .env("RUSTC_BOOTSTRAP", "1");
    }
    report::run(&mut cargo, "Correct what the compiler names.")?;
    let profile = if development { "debug" } else { "release" };
    Ok(target.join(tools::WASM_TARGET).join(profile))
}

/// The script with nothing for others but what starts the app. Crates below us offer classes to scripts that no page of ours has; with
/// them goes the WASM behind them.
fn only_the_start(script: &str) -> String {
    let script = script.replace("export class ", "class ").replace("export { initSync, ", "export { ");
    script.lines().filter(|line| !line.starts_with("if (Symbol.dispose)")).collect::<Vec<_>>().join("\n")
}

/// The module as what stands inside a function that gives back its default export.
///
/// # Errors
/// When it has none, or says it otherwise than wasm-bindgen did so far.
pub fn inside(script: &str) -> Result<String> {
    let exports = script.rsplit_once("export").and_then(|(before, exports)| {
        let names = exports.trim().trim_end_matches(';').strip_prefix('{')?.strip_suffix('}')?;
        let name = names.split(',').find_map(|name| name.trim().strip_suffix(" as default"))?;
        Some(format!("{before}\nreturn {name};"))
    });
    exports.context("the JavaScript beside the WASM does not end with its default export any more")
}

/// What was split off.
struct Split {
    /// For each part the files that it needs, what it has in common with other parts first.
    parts: BTreeMap<String, Vec<String>>,
    /// What the files share by name; functions they call through the table.
    shared: Vec<String>,
}

impl Split {
    fn files(&self) -> BTreeSet<&str> {
        self.parts.values().flatten().map(String::as_str).collect()
    }
}

/// Splits off what only `#[wasm_split]` functions need.
fn split(wasm: &[u8], folder: &Path, main: &Path) -> Result<Split> {
    let mut options = wasm_split_cli_support::Options::new(wasm);
    (options.output_dir, options.main_out_path, options.link_name) = (folder, main, LINK);
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:#}"))?;
    let mut parts = BTreeMap::new();
    for (part, files) in split.prefetch_map {
        parts.insert(part, files.into_iter().map(|file| file + ".wasm").collect::<Vec<_>>());
    }
    // A part that nothing asks for would stay with what the binary starts with.
    if parts.keys().ne(PARTS.iter()) {
        bail!("the parts that come late should be {PARTS:?}, and are {:?}", parts.keys());
    }
    // The tool writes a loader for bundlers; of it only these names are of use.
    let loader = fs::read_to_string(folder.join(LINK))?;
    let named = loader.lines().find_map(|line| line.trim().strip_prefix("const { ")?.split_once('}'));
    let (names, _) = named.context("wasm-split no longer says which names the parts share")?;
    let shared = names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    Ok(Split { parts, shared })
}

/// The script with our own loader of the parts instead of an import. It tells the app whether a part came, and keeps only what came: the app asks again for the rest.
fn with_loader(script: &str, split: &Split) -> String {
    // The coach's pages never ask for one.
    let is_import = |line: &&str| line.starts_with("import * as ") && line.contains(LINK);
    let names: Vec<&str> = script.lines().filter(is_import).filter_map(|line| line.split_whitespace().nth(3)).collect();
    if names.is_empty() {
        return script.to_owned();
    }
    let shares = split.shared.iter().map(|name| format!("{name}: wasm.{name}")).collect::<Vec<_>>().join(", ");
    let loads = |(part, files): (&String, &Vec<String>)| {
        let files: String = files.iter().map(|file| format!("new URL(\"{file}\", import.meta.url),")).collect();
        format!("__wasm_split_load_{part}: (call, data) => load([{files}], call, data),")
    };
    let loaders: String = split.parts.iter().map(loads).collect();
    let aliases: String = names.iter().map(|name| format!("const {name} = parts;")).collect();
    let loader = format!(
        "const came = {{}};
        const fetched = (file) => came[file] = came[file] || fetch(file)
            .then((answer) => answer.arrayBuffer())
            .then((bytes) => WebAssembly.instantiate(bytes, {{ __wasm_split: {{ {shares} }} }}))
            .catch((error) => {{
                delete came[file];
                throw error;
            }});
        const load = (files, call, data) => Promise.all(files.map(fetched))
            .then(() => true, () => false)
            .then((came) => wasm.__indirect_function_table.get(call)(data, came));
        const parts = {{ {loaders} }};
        {aliases}"
    );
    let rest = script.lines().filter(|line| !is_import(line)).collect::<Vec<_>>().join("\n");
    format!("{loader}\n{rest}")
}

fn bind(wasm: Vec<u8>, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    // Among what the linker exports is the table through which the two parts call each other.
    bindgen
        .web(true)?
        .typescript(false)
        .remove_producers_section(true)
        .keep_lld_exports(true)
        .input_bytes("stepwise", wasm);
    let mut output = bindgen.generate_output()?;
    let snippets = output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty()).map(|(name, _)| name);
    let own_scripts: Vec<&String> = snippets.chain(output.local_modules().keys()).collect();
    if !own_scripts.is_empty() {
        bail!(
            "these crates bring JavaScript files of their own, each one a request more: {own_scripts:?}. Do without them"
        );
    }
    output.emit(folder)
}
