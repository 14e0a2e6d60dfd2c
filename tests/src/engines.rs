//! Both engines, axe-core and IBM's, on the page as it is now.

use crate::browser::{Browser, Screen};
use crate::{axe, ibm};

/// The height that shows all there is, with room for what grows with the screen. So no bar lies over a text, whose contrast could
/// not be told then.
const WHOLE: &str = "
    const sheet = document.querySelector('dialog:modal');
    return Math.ceil(1.3 * Math.max(document.documentElement.scrollHeight, sheet ? sheet.scrollHeight : 0)) + 200;";

/// A sheet lies on top of everything, which axe does not know: it takes what is raised below it to lie over it.
const NOTHING_RAISED: &str = "
    const flat = new CSSStyleSheet();
    flat.replaceSync('body *:not(dialog, dialog *) { position: static !important; z-index: auto !important }');
    if (document.querySelector('dialog:modal')) document.adoptedStyleSheets = [flat];";

/// Which engines look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engines {
    Axe,
    /// IBM's too. It sees little in colours that axe does not.
    Both,
}

/// What the engines find.
#[track_caller]
pub fn faults(browser: &Browser, screen: Screen, engines: Engines) -> Vec<String> {
    let height = browser.script(WHOLE, vec![]).as_u64().and_then(|height| u32::try_from(height).ok());
    let height = height.unwrap_or(screen.height);
    browser.set_screen(Screen { height, ..screen });
    let has_grown = "
        const [height, done] = arguments;
        const look = () => innerHeight === height ? requestAnimationFrame(done) : requestAnimationFrame(look);
        look();";
    browser.script_later(has_grown, vec![height.into()]);
    browser.script(NOTHING_RAISED, vec![]);
    let mut found = axe::violations(browser);
    browser.script("document.adoptedStyleSheets = []", vec![]);
    if engines == Engines::Both {
        found.extend(ibm::violations(browser));
    }
    browser.set_screen(screen);
    found
}
