//! A browser with one page, and what it said and asked for meanwhile.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::future::Future;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{WebDriver, WindowHandle};
use tokio::runtime::Runtime;

use crate::driver::{Driver, Surroundings};
use crate::engine::{Engine, Reach};
use crate::reach::BiDi;
use crate::visit::Clock;

/// How long a person would wait before they think that nothing comes.
const PATIENCE: Duration = Duration::from_secs(12);
/// Between two looks.
const LOOK: Duration = Duration::from_millis(20);

/// Empties local storage and the mirror in IndexedDB.
const FORGET: &str = "
    const done = arguments[0];
    localStorage.clear();
    const request = indexedDB.open('stepwise');
    request.onerror = request.onblocked = () => done();
    request.onsuccess = () => {
      const opened = request.result;
      const end = () => { opened.close(); done(); };
      // Whoever opens it first decides what is in it: it is not to be made here.
      if (!opened.objectStoreNames.length) {
        opened.close();
        const gone = indexedDB.deleteDatabase('stepwise');
        // Held by a page that is just going: it is gone before it can be opened again.
        gone.onsuccess = gone.onerror = gone.onblocked = () => done();
        return;
      }
      const work = opened.transaction('documents', 'readwrite');
      work.objectStore('documents').clear();
      work.oncomplete = work.onabort = end;
    };";

/// A screen in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
    /// Touched, as a phone or tablet is.
    pub touch: bool,
}

impl Screen {
    pub const PHONE: Self = Self { width: 360, height: 740, touch: true };
    pub const SMALL: Self = Self { width: 320, height: 640, touch: true };
    pub const TABLET: Self = Self { width: 1024, height: 768, touch: true };
    pub const DESK: Self = Self { width: 1920, height: 1080, touch: false };
}

/// One browser with one page.
pub struct Browser {
    pub(crate) runtime: Runtime,
    /// There until the browser is left.
    web: RefCell<Option<WebDriver>>,
    engine: Engine,
    _driver: Driver,
    /// There if the engine understands it.
    pub(crate) bidi: RefCell<Option<BiDi>>,
    /// Of the site; ends with `/`.
    pub site: String,
    clock: Clock,
    visits: Cell<u32>,
    /// Parts of messages that belong to the test.
    pub(crate) expected: RefCell<Vec<String>>,
    /// Addresses beside the site's own that belong to the test.
    pub(crate) other_sites: RefCell<Vec<String>>,
    /// What Firefox said and nobody asked for yet.
    pub(crate) said: RefCell<Vec<String>>,
    /// Request ids and addresses.
    pub(crate) asked: RefCell<Vec<(String, String)>>,
    /// When each thing was tapped last, by its id.
    pub(crate) taps: RefCell<HashMap<String, Instant>>,
}

impl Browser {
    /// Opens a browser with a fresh profile.
    pub fn start(engine: Engine, site: &str, clock: Clock, around: &Surroundings) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let (driver, web) = Driver::start_with_browser(engine, &runtime, around);
        // The engines that look for faults take their time on a busy machine.
        let patient = web.set_script_timeout(Duration::from_secs(120));
        runtime.block_on(patient).expect("the browser takes no time limit for scripts");
        let bidi = (engine.reach() == Reach::BiDi).then(|| {
            let address = web.handle().capabilities().get("webSocketUrl").and_then(Value::as_str);
            BiDi::to(address.expect("the driver offers no WebDriver BiDi"))
        });
        Self {
            runtime,
            web: RefCell::new(Some(web)),
            engine,
            _driver: driver,
            bidi: RefCell::new(bidi),
            site: site.to_owned(),
            clock,
            visits: Cell::new(0),
            expected: RefCell::default(),
            other_sites: RefCell::default(),
            said: RefCell::default(),
            asked: RefCell::default(),
            taps: RefCell::default(),
        }
    }

    /// How much faster than ours the page's clock runs.
    pub fn clock_factor(&self) -> u32 {
        self.clock.factor()
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    pub(crate) fn web(&self) -> WebDriver {
        self.web.borrow().clone().expect("the browser was left")
    }

    #[track_caller]
    pub(crate) fn wait<T>(&self, work: impl Future<Output = WebDriverResult<T>>) -> T {
        self.runtime.block_on(work).unwrap_or_else(|error| panic!("the browser refuses: {error}"))
    }

    /// What a script in the page gives back.
    #[track_caller]
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let web = self.web();
        self.wait(async { Ok(web.execute(script, arguments).await?.json().clone()) })
    }

    /// As [`Self::script`]; nothing while one page goes and the next comes, where no script can run.
    pub fn script_between_pages(&self, script: &str) -> Option<Value> {
        let web = self.web();
        self.runtime.block_on(async { Some(web.execute(script, vec![]).await.ok()?.json().clone()) })
    }

    /// As [`Self::script`], for one that calls its last argument back.
    #[track_caller]
    pub fn script_later(&self, script: &str, arguments: Vec<Value>) -> Value {
        let web = self.web();
        self.wait(async { Ok(web.execute_async(script, arguments).await?.json().clone()) })
    }

    /// Looks again and again until there is something to give back.
    #[track_caller]
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        self.until_within(PATIENCE, what, look)
    }

    /// As [`Self::until`], for what takes its time.
    #[track_caller]
    pub fn until_within<T>(&self, patience: Duration, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let started = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(started.elapsed() < patience, "waited in vain: {what}\n{}", self.describe());
            self.rest_until(Instant::now() + LOOK);
        }
    }

    /// Waits until a moment.
    pub(crate) fn rest_until(&self, moment: Instant) {
        self.runtime.block_on(async { tokio::time::sleep_until(moment.into()).await });
    }

    /// Opens a place of the site by its address, as a link does, and waits until its heading is there.
    #[track_caller]
    pub fn open(&self, place: &str) {
        self.load(place);
        self.until_drawn();
    }

    /// As [`Self::open`], without waiting. The page is always loaded anew.
    #[track_caller]
    pub fn load(&self, place: &str) {
        self.visits.set(self.visits.get() + 1);
        self.go(&format!("{}?visit={}{place}", self.site, self.visits.get()));
    }

    /// Opens a place of the coach's pages, and waits until its heading is there.
    #[track_caller]
    pub fn open_coach(&self, place: &str) {
        self.visits.set(self.visits.get() + 1);
        self.go(&format!("{}coach/?visit={}{place}", self.site, self.visits.get()));
        self.until_drawn();
    }

    /// Loads any page.
    #[track_caller]
    pub fn go(&self, address: &str) {
        let web = self.web();
        self.wait(async { web.goto(address).await });
    }

    /// Waits until the app has drawn a page with a heading.
    #[track_caller]
    pub fn until_drawn(&self) {
        self.until("a drawn page with a heading", || {
            let drawn = "return document.documentElement.hasAttribute('data-ready') && !document.documentElement.hasAttribute('data-early') && !!document.querySelector('main') && !!document.querySelector('h1')";
            (self.script(drawn, vec![]) == json!(true)).then_some(())
        });
    }

    #[track_caller]
    pub fn reload(&self) {
        let web = self.web();
        self.wait(async { web.refresh().await });
        self.until_drawn();
    }

    /// The browser's own Back.
    #[track_caller]
    pub fn back(&self) {
        let web = self.web();
        self.wait(async { web.back().await });
    }

    /// What comes after the site's address, without the number of the visit.
    #[track_caller]
    pub fn place(&self) -> String {
        self.script("return location.hash", vec![]).as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    pub fn title(&self) -> String {
        self.script("return document.title", vec![]).as_str().unwrap_or_default().to_owned()
    }

    /// Media features of the device, in Chromium, such as `("forced-colors", "active")`.
    #[track_caller]
    pub fn set_media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.chromium("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// What local storage holds under a key.
    #[track_caller]
    pub fn kept(&self, key: &str) -> Option<String> {
        self.script("return localStorage.getItem(arguments[0])", vec![key.into()]).as_str().map(str::to_owned)
    }

    /// The keys of local storage.
    #[track_caller]
    pub fn keys(&self) -> Vec<String> {
        serde_json::from_value(self.script("return Object.keys(localStorage)", vec![])).unwrap()
    }

    #[track_caller]
    pub fn keep(&self, key: &str, text: &str) {
        self.script("localStorage.setItem(arguments[0], arguments[1])", vec![key.into(), text.into()]);
    }

    /// Empties local storage and the mirror, from where the app is not: it would keep again what it knows. The next page is a stranger's first.
    #[track_caller]
    pub fn forget_everything(&self) {
        self.go(&format!("{}lite/nl/", self.site));
        self.script_later(FORGET, vec![]);
    }

    /// Kills the browser of this profile as a power cut does: at once, with no word to it.
    pub fn kill(&self, profile: &Path) {
        let name = profile.display().to_string();
        let _ = std::process::Command::new("pkill").args(["-KILL", "--full", &name]).status();
        // Its session is gone with it.
        self.web.take();
    }

    /// The tab that is looked at.
    #[track_caller]
    pub fn this_tab(&self) -> WindowHandle {
        let web = self.web();
        self.wait(web.window())
    }

    /// Looks into a frame of the page, the first being 0.
    #[track_caller]
    pub fn to_frame(&self, number: u16) {
        let web = self.web();
        self.wait(web.enter_frame(number));
    }

    /// Looks at the whole page again.
    #[track_caller]
    pub fn to_page(&self) {
        let web = self.web();
        self.wait(web.enter_default_frame());
    }

    /// Opens one more tab and looks at it.
    #[track_caller]
    pub fn new_tab(&self) {
        let web = self.web();
        let tab = self.wait(web.new_tab());
        self.to_tab(&tab);
    }

    #[track_caller]
    pub fn to_tab(&self, tab: &WindowHandle) {
        let web = self.web();
        self.wait(web.switch_to_window(tab.clone()));
    }

    /// The page in a few words, for a failure.
    pub fn describe(&self) -> String {
        let script = "return `${location.href}\n${document.title}\n${document.body ? document.body.innerText.slice(0, 1500) : ''}`";
        let web = self.web();
        let text = self.runtime.block_on(async { web.execute(script, vec![]).await });
        text.map_or_else(|error| error.to_string(), |text| text.json().as_str().unwrap_or_default().to_owned())
    }

    /// Keeps a picture of what the screen shows.
    ///
    /// # Errors
    /// What the browser or the disk says.
    pub fn photograph(&self, path: &Path) -> Result<(), String> {
        let web = self.web();
        self.runtime.block_on(web.screenshot(path)).map_err(|error| error.to_string())
    }

    /// A picture (PNG) of one part of the page.
    #[track_caller]
    pub fn picture_of(&self, selector: &'static str) -> Vec<u8> {
        let web = self.web();
        self.until(selector, || self.runtime.block_on(web.find(thirtyfour::By::Css(selector))).ok());
        self.wait(async { web.find(thirtyfour::By::Css(selector)).await?.screenshot_as_png().await })
    }

    /// Chooses a file, as a person does in the dialog of the device.
    #[track_caller]
    pub fn give_file(&self, selector: &'static str, file: &Path) {
        let web = self.web();
        let path = file.display().to_string();
        self.wait(async { web.find(thirtyfour::By::Css(selector)).await?.send_keys(path).await });
    }

    /// Leaves the browser; its profile is gone.
    pub fn quit(&self) {
        if let Some(web) = self.web.take() {
            let _ = self.runtime.block_on(web.quit());
        }
    }
}
