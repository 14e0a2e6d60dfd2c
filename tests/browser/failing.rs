//! The program fails at any moment: the calm page, one tap back, and nothing is lost.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use serde_json::{Value, json};
use tests::browser::Browser;
use tests::data::{Card, Press, Walkthrough, walkthroughs};
use tests::engine::Engine;
use tests::look::plain;
use tests::night;
use tests::robot;
use tests::server::Site;
use tests::visit::Visit;

/// Points in a night, RELIABILITY.md, F13.
pub const POINTS: usize = 200;

/// Each function of the browser that the program calls may fail, at a call that is chosen, as a trap does: in the middle of the program's work, with
/// everything half done. What the program calls in its own second part is left alone. What is kept at that moment is remembered.
const TRAPS: &str = "
    window.calls = 0;
    window.trapAt = Number(sessionStorage.getItem('trapAt') ?? 0);
    sessionStorage.clear();
    const trap = call => (...given) => {
      window.calls += 1;
      if (window.calls === window.trapAt) {
        window.keptThen = ['progress', 'practice'].flatMap(name => ['', ':b'].map(copy => localStorage.getItem('stepwise:me:' + name + copy)));
        window.trappedAt = performance.now();
        new MutationObserver(() => { window.calmAfter ??= performance.now() - window.trappedAt; }).observe(document.documentElement, { attributeFilter: ['data-failed'] });
        throw new WebAssembly.RuntimeError('a trap');
      }
      return call(...given);
    };
    const wrapped = calls => Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, typeof call === 'function' && !/^\\d+$/.test(call.name) ? trap(call) : call]));
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[name];
      WebAssembly[name] = (source, given) => real.call(WebAssembly, source, given && Object.fromEntries(Object.entries(given).map(([from, calls]) => [from, wrapped(calls)])));
    }";

const KEPT: &str = "return ['progress', 'practice'].flatMap(name => ['', ':b'].map(copy => localStorage.getItem('stepwise:me:' + name + copy)))";

/// A lesson whose first cards are read, answered and talked, in Dutch.
fn lesson() -> Walkthrough {
    walkthroughs().into_iter().find(|walk| walk.lesson == "never-share-this-code" && walk.language == "nl").unwrap()
}

/// Of the two copies of each document the longer: what is done is only ever added, and the other copy may be one turn behind.
fn whole(kept: &Value) -> Vec<&str> {
    let texts: Vec<&str> = kept.as_array().unwrap().iter().map(|text| text.as_str().unwrap_or_default()).collect();
    texts.chunks(2).map(|copies| if copies[0].len() > copies[1].len() { copies[0] } else { copies[1] }).collect()
}

fn has_failed(browser: &Browser) -> bool {
    browser.script("return !!document.documentElement?.hasAttribute('data-failed')", vec![]) == json!(true)
}

/// Whether the thing to press is there, with just this name: a hard word in the heading may begin like it.
fn is_there(browser: &Browser, press: &Press) -> bool {
    let Press::Press { role, name } = press else { panic!("this lesson has nothing to write") };
    browser.names(role).iter().any(|one| plain(one) == plain(name))
}

/// Where a card that is half done goes on: at its last press if it is done, else at the first that is there. In a chat that is a reply: its button is there
/// in each turn.
fn goes_on_at(browser: &Browser, card: &Card) -> usize {
    let says = |press: &Press| card.kind == "chat" && matches!(press, Press::Press { role, .. } if role == "button");
    let last = card.presses.len() - 1;
    if is_there(browser, &card.presses[last]) {
        return last;
    }
    card.presses.iter().position(|press| !says(press) && is_there(browser, press)).unwrap_or(0)
}

/// Plays cards from a press of the first one on, until the end or until the app fails.
fn play_until_it_fails(browser: &Browser, cards: &[Card], from: usize) {
    for (place, card) in cards.iter().enumerate() {
        for press in card.presses.iter().skip(if place == 0 { from } else { 0 }) {
            let there = browser.until(&format!("{press:?}"), || {
                if has_failed(browser) { Some(false) } else { is_there(browser, press).then_some(true) }
            });
            if !there {
                return;
            }
            // It may fail while a finger is on its way.
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| robot::press(browser, press)))
                && !has_failed(browser)
            {
                resume_unwind(panic);
            }
        }
    }
}

/// How many of its cards are done.
const CARDS: usize = 4;

/// The cards are done: the next one is on the screen, and the progress has each of them. The last one it may get only with the next answer, from the half-given answers: the
/// program may have failed between the two documents.
fn assert_done(browser: &Browser, walk: &Walkthrough) {
    browser.until_heading(&walk.straight[CARDS].heading);
    let kept = browser.script(KEPT, vec![]);
    let progress = whole(&kept)[0];
    for card in &walk.straight[..CARDS - 1] {
        assert!(progress.contains(&format!("\"{}\"", card.step)), "{} is not in {progress}", card.step);
    }
}

/// A stranger opens the lesson, and the program is to fail at this call, the first being 1.
fn begin(browser: &Browser, walk: &Walkthrough, trap_at: usize) {
    browser.forget_everything();
    browser.script("sessionStorage.clear(); sessionStorage.setItem('trapAt', arguments[0])", vec![trap_at.into()]);
    browser.load(&walk.link());
}

#[test]
fn wherever_the_program_fails_one_tap_brings_the_lesson_back_with_everything_kept() {
    wherever_it_fails(Engine::Chromium, night::tries("F13", 10, POINTS));
}

/// At so many points, from the start to the fifth card.
pub fn wherever_it_fails(engine: Engine, points: usize) {
    let site = Site::of_build();
    let walk = lesson();
    Visit::to(&site).with_engine(engine).quick().with_script(TRAPS).run(|browser| {
        // What the browser itself says of a trap.
        browser.expect_message("");
        begin(browser, &walk, 0);
        play_until_it_fails(browser, &walk.straight[..CARDS], 0);
        assert_done(browser, &walk);
        let calls = browser.script("return window.calls", vec![]).as_u64().unwrap() as usize;
        let (mut hit, mut longest) = (0, 0.0_f64);
        for point in 1..=points {
            // Not the very last ones: how many there are differs a little from time to time.
            begin(browser, &walk, calls * 9 / 10 * point / points);
            play_until_it_fails(browser, &walk.straight[..CARDS], 0);
            if !has_failed(browser) {
                continue;
            }
            hit += 1;
            let kept: Value = browser.script("return window.keptThen", vec![]);
            longest = longest.max(browser.script("return window.calmAfter", vec![]).as_f64().unwrap());
            let again = browser.until("the calm page", || browser.names("button").into_iter().next());
            let found = browser.script("return document.getElementById('calm-code').innerText[0]", vec![]);
            assert_eq!(found, "T", "the code of a trap");
            browser.tap("button", &again);
            browser.until_drawn();
            let after = browser.script(KEPT, vec![]);
            assert_eq!(whole(&after), whole(&kept), "something else is kept after a trap at point {point} of {points}");
            // Nothing is dead: the lesson goes on where it stood.
            let heading = browser.until("a heading", || Some(browser.heading()).filter(|heading| !heading.is_empty()));
            let at =
                walk.straight.iter().position(|card| plain(&card.heading) == heading).expect("a card of the lesson");
            if at < CARDS {
                play_until_it_fails(browser, &walk.straight[at..CARDS], goes_on_at(browser, &walk.straight[at]));
            }
            assert!(!has_failed(browser));
            assert_done(browser, &walk);
        }
        crate::tell(&format!(
            "\ntraps in {engine:?}: {hit} of {points} points in {calls} calls; the calm page after {longest:.0} ms at most"
        ));
        assert!(hit * 10 >= points * 9, "only {hit} of {points} points were reached");
    });
}
