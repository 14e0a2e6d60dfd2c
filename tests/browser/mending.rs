//! Files that come broken or not at all, and an app that fails.

use std::fs;
use std::path::Path;

use tests::browser::Browser;
use tests::data::{Words, lessons_of_every_kind};
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

/// Cuts a file in the middle; gives back what it was.
fn cut(path: &Path) -> Vec<u8> {
    let whole = fs::read(path).unwrap();
    fs::write(path, &whole[..whole.len() / 2]).unwrap();
    whole
}

fn assert_not_loaded_then_mended(browser: &Browser, words: &Words, heading: &str, mend: impl FnOnce()) {
    browser.until_heading(&words.get("not_loaded"));
    browser.until_says(&words.get("not_loaded_says"));
    mend();
    browser.tap("button", &words.get("try_again"));
    browser.until_heading(heading);
}

#[test]
fn a_lesson_that_comes_cut_short_can_be_tried_again() {
    let site = Site::copy("cut-lesson");
    let walk = lessons_of_every_kind("nl").remove(0);
    let file = site.file(&format!("lessons/{}.nl.json", walk.lesson));
    let whole = cut(&file);
    Visit::to(&site).quick().run(|browser| {
        browser.load(&walk.link());
        assert_not_loaded_then_mended(browser, &Words::of("nl"), &walk.straight[0].heading, || {
            fs::write(&file, &whole).unwrap()
        });
        robot::play(browser, &walk, &walk.straight, |_| {});
    });
}

#[test]
fn a_lesson_whose_file_is_missing_can_be_tried_again() {
    let site = Site::copy("missing-lesson");
    let walk = lessons_of_every_kind("nl").remove(0);
    let file = site.file(&format!("lessons/{}.nl.json", walk.lesson));
    let whole = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    Visit::to(&site).run(|browser| {
        browser.expect_message("404");
        browser.load(&walk.link());
        assert_not_loaded_then_mended(browser, &Words::of("nl"), &walk.straight[0].heading, || {
            fs::write(&file, &whole).unwrap()
        });
    });
}

#[test]
fn a_course_list_that_comes_cut_short_can_be_tried_again() {
    let site = Site::copy("cut-catalogue");
    let file = site.file("catalogue.nl.json");
    let whole = cut(&file);
    Visit::to(&site).run(|browser| {
        browser.load("#/?lang=nl");
        let words = Words::of("nl");
        assert_not_loaded_then_mended(browser, &words, &words.get("hello"), || fs::write(&file, &whole).unwrap());
    });
}

/// The page that stands in `index.html` for the worst case: a sentence and a button that begins again.
fn until_calm_page(browser: &Browser) -> String {
    browser.until("the calm page", || {
        browser.names("button").into_iter().next().filter(|_| browser.names("heading").is_empty())
    })
}

#[test]
fn words_that_do_not_come_show_the_calm_page_and_a_tap_begins_again() {
    let site = Site::copy("cut-words");
    let file = site.file("words.nl.json");
    let whole = cut(&file);
    Visit::to(&site).run(|browser| {
        browser.load("#/?lang=nl");
        let again = until_calm_page(browser);
        fs::write(&file, &whole).unwrap();
        browser.tap("button", &again);
        browser.until_heading(&Words::of("nl").get("hello"));
    });
}

#[test]
fn a_program_that_comes_cut_short_shows_the_calm_page_and_a_tap_begins_again() {
    let site = Site::copy("cut-program");
    let file = site.program();
    let whole = cut(&file);
    Visit::to(&site).run(|browser| {
        // What the browser itself says of such a file.
        browser.expect_message("wasm");
        browser.expect_message("WebAssembly");
        browser.load("#/?lang=nl");
        let again = until_calm_page(browser);
        fs::write(&file, &whole).unwrap();
        browser.tap("button", &again);
        browser.until_heading(&Words::of("nl").get("hello"));
    });
}

/// The app fails in its second card by this script: the calm page, which may be looked at; one tap brings the lesson back with what was done.
fn fail_and_begin_again(browser: &Browser, fail: &str, look: impl FnOnce()) {
    let walk = lessons_of_every_kind("nl").remove(0);
    browser.expect_message("");
    browser.open(&walk.link());
    robot::solve(browser, &walk.straight[0]);
    browser.until_heading(&walk.straight[1].heading);
    let kept = browser.kept("stepwise:me:progress");
    assert!(kept.is_some(), "the first card is not kept");
    browser.script(fail, vec![]);
    let again = until_calm_page(browser);
    look();
    browser.tap("button", &again);
    browser.until_drawn();
    assert_eq!(browser.kept("stepwise:me:progress"), kept);
    browser.open(&walk.link());
    browser.until_heading(&walk.straight[1].heading);
}

/// No back door: the browser's own functions for drawing begin to fail, so that the app fails in the middle of its work.
#[test]
fn an_app_that_fails_shows_the_calm_page_and_keeps_what_was_done() {
    let site = Site::of_build();
    let fail = "
        const fail = () => { throw new Error('the browser fails') };
        for (const name of ['createElement', 'createElementNS', 'createTextNode', 'importNode']) Document.prototype[name] = fail;
        Node.prototype.cloneNode = fail;
        setTimeout(() => location.hash = '#/help');";
    Visit::to(&site).quick().run(|browser| fail_and_begin_again(browser, fail, || ()));
}

/// The code that a coach can pass on: the kind of failure, and the build.
fn code(browser: &Browser) -> String {
    browser.script("return document.getElementById('calm-code').innerText", vec![]).as_str().unwrap().to_owned()
}

/// Keeps a hold of the memory of the program, and of what it calls: when it is told to, a call uses up the stack.
const HELD: &str = "
    const held = call => (...given) => {
      const deeper = () => deeper() + 1;
      return window.deep ? deeper() : call(...given);
    };
    const all = calls => Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, typeof call === 'function' && !/^\\d+$/.test(call.name) ? held(call) : call]));
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[name];
      WebAssembly[name] = async (source, given) => {
        const made = await real.call(WebAssembly, source, given && Object.fromEntries(Object.entries(given).map(([from, calls]) => [from, all(calls)])));
        window.memory ??= (made.instance ?? made).exports.memory;
        return made;
      };
    }";

/// The stack is full while the program answers a tap.
const FILL_THE_STACK: &str = "
    window.deep = true;
    document.querySelector('.bottom .main-action').click();";

/// The memory is as large as it can be, so that the program gets no more; then another page says that it has kept what needs more.
const FILL_THE_MEMORY: &str = "
    for (let pages = 1 << 15; pages >= 1; ) try { memory.grow(pages); } catch { pages >>= 1; }
    dispatchEvent(new StorageEvent('storage', { key: 'stepwise:me:progress', newValue: 'x'.repeat(1 << 20) }));";

#[test]
fn a_full_stack_and_a_full_memory_are_told_apart_and_one_tap_begins_again() {
    let site = Site::of_build();
    for (fill, kind) in [(FILL_THE_STACK, 'M'), (FILL_THE_MEMORY, 'T')] {
        Visit::to(&site).quick().with_script(HELD).run(|browser| {
            fail_and_begin_again(browser, fill, || {
                assert!(code(browser).starts_with(kind), "the code is {:?}", code(browser));
            });
        });
    }
}

/// What an app fails over that is not ours to choose: here the browser cannot draw as long as something of this name is kept.
fn poisoned_by(document: &str) -> String {
    format!(
        "const poisoned = () => Object.keys(localStorage).some(key => key.startsWith('stepwise:me:{document}'));
         const fail = (owner, name) => {{
           const draw = owner[name];
           owner[name] = function (...what) {{
             if (poisoned()) throw new Error('the browser fails');
             return draw.apply(this, what);
           }};
         }};
         addEventListener('DOMContentLoaded', () => {{
           if (poisoned()) for (const name of ['createElementNS', 'createTextNode', 'importNode']) fail(Document.prototype, name);
           if (poisoned()) fail(Node.prototype, 'cloneNode');
         }});"
    )
}

#[test]
fn an_app_that_fails_at_each_start_is_usable_at_the_third_and_what_was_kept_is_set_aside() {
    let site = Site::of_build();
    let walk = lessons_of_every_kind("nl").remove(0);
    for (document, failures) in [("sessions", 2), ("progress", 3)] {
        Visit::to(&site).with_script(&poisoned_by(document)).run(|browser| {
            browser.expect_message("");
            browser.open(&walk.link());
            robot::solve(browser, &walk.straight[0]);
            browser.until_heading(&walk.straight[1].heading);
            let kept = browser.kept(&format!("stepwise:me:{document}")).expect("the first card is kept");
            browser.load(&walk.link());
            for failure in 1..=failures {
                let again = until_calm_page(browser);
                // Not the network's fault.
                assert!(code(browser).starts_with(['E', 'T']), "the code is {:?}", code(browser));
                browser.tap("button", &again);
                if failure < failures {
                    browser.until("the next failure", || (!code(browser).is_empty()).then_some(()));
                }
            }
            browser.until_drawn();
            let aside: Vec<_> = browser.keys().into_iter().filter(|key| key.contains("aside")).collect();
            let aside: Vec<_> = aside.iter().filter_map(|key| browser.kept(key)).collect();
            assert!(aside.contains(&kept), "{document} is lost: {aside:?}");
            assert_eq!(browser.place(), "#/");
        });
    }
}
