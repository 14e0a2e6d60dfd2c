//! One visit of a stranger: a fresh browser, a place to be, what they try, and what must hold of every visit: nothing asked of
//! another host, no cookie, nothing in the console.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, PoisonError};

use crate::between::Between;
use crate::browser::{Browser, Screen};
use crate::driver::Surroundings;
use crate::engine::{Engine, Reach};
#[cfg(target_os = "linux")]
use crate::orca::Orca;
use crate::server::Site;
use crate::shots;

/// How many browsers run at a time, so that two cores are enough.
const BROWSERS: usize = 2;

static FREE: Mutex<usize> = Mutex::new(BROWSERS);
static CHANGED: Condvar = Condvar::new();

/// How fast the page's clock runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    Real,
    /// Twenty-five times as fast, timers and times of events alike, so that *Show me* need not be waited for.
    Quick,
}

impl Clock {
    pub fn factor(self) -> u32 {
        if self == Self::Quick { 25 } else { 1 }
    }
}

pub(crate) const QUICK_CLOCK: &str = "
    const timer = window.setTimeout;
    window.setTimeout = (call, time, ...rest) => timer(call, (time || 0) / 25, ...rest);
    const stamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp').get;
    Object.defineProperty(Event.prototype, 'timeStamp', { get() { return stamp.call(this) * 25 } });";

/// No worker comes from this page: what it says of itself comes when it likes, while pages are compared and looked at.
const NO_WORKER: &str = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });";

/// A visit to be made.
pub struct Visit {
    address: String,
    engine: Engine,
    clock: Clock,
    screen: Screen,
    before_load: Vec<String>,
    around: Surroundings,
}

impl Visit {
    /// In Chromium, with a phone, at the real pace, and without a service worker where the engine can be told so.
    pub fn to(site: &Site) -> Self {
        Self::at(&site.address)
    }

    /// As [`Self::to`], at an address that ends with `/`.
    pub fn at(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            engine: Engine::Chromium,
            clock: Clock::Real,
            screen: Screen::PHONE,
            before_load: vec![NO_WORKER.to_owned()],
            around: Surroundings::alone(),
        }
    }

    /// With another engine.
    #[must_use]
    pub fn with_engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// With the service worker.
    #[must_use]
    pub fn with_worker(mut self) -> Self {
        self.before_load.retain(|script| script != NO_WORKER);
        self
    }

    /// With a quick clock in the page.
    #[must_use]
    pub fn quick(mut self) -> Self {
        self.clock = Clock::Quick;
        self.before_load.push(QUICK_CLOCK.to_owned());
        self
    }

    /// With a script in every page before any of its own. Where the engine knows no such thing, the page comes with it; then no worker installs, since the page
    /// is not the one that it knows.
    #[must_use]
    pub fn with_script(mut self, script: &str) -> Self {
        self.before_load.push(script.to_owned());
        self
    }

    /// With a window in front of a screen reader.
    #[cfg(target_os = "linux")]
    #[must_use]
    pub fn heard_by(mut self, orca: &Orca) -> Self {
        self.around = orca.surroundings();
        self
    }

    /// With another screen than a phone's.
    #[must_use]
    pub fn on(mut self, screen: Screen) -> Self {
        self.screen = screen;
        self
    }

    /// Makes the visit. A failure leaves a picture of the page in the folder of screens.
    pub fn run(self, attempt: impl FnOnce(&Browser)) {
        let turn = Turn::wait();
        let can_be_told = self.engine.reach() != Reach::Nothing;
        let is_plain = self.before_load.iter().all(|script| script == NO_WORKER);
        let scripts = || self.before_load.iter().map(|script| format!("(() => {{ {script} }})();")).collect::<String>();
        let between = (!can_be_told && !is_plain).then(|| Between::to(&self.address).with_script(&scripts()));
        let address = between.as_ref().map_or(&self.address, |between| &between.address);
        let browser = Browser::start(self.engine, address, self.clock, &self.around);
        browser.set_screen(self.screen);
        for script in self.before_load.iter().filter(|_| can_be_told) {
            browser.before_load(script);
        }
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            attempt(&browser);
            browser.assert_clean();
        }));
        if outcome.is_err() {
            let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
            eprintln!("the page was {}", browser.describe());
            shots::keep(&browser, &format!("failed-{name}"));
        }
        browser.quit();
        drop(turn);
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }
}

/// The right to run a browser.
pub struct Turn;

impl Turn {
    pub fn wait() -> Self {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            free = CHANGED.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *FREE.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        CHANGED.notify_one();
    }
}
