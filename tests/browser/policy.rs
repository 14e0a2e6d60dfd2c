//! The page's policy: nothing runs that did not come with the app, and nothing goes elsewhere. Each thing is tried as somebody would who got a script into
//! the page.

use serde_json::json;
use tests::data::Words;
use tests::server::Site;
use tests::visit::Visit;

/// What is tried, and what comes of it when it is refused.
const TRIES: &str = "
    const [other, done] = arguments;
    const ran = [];
    window.run = what => ran.push(what);
    const tried = async (name, what) => { try { await what(); } catch { } };
    const put = (tag, values) => { const one = Object.assign(document.createElement(tag), values); document.body.append(one); return one; };
    // From a timer: what a driver of browsers calls may make code from text.
    setTimeout(async () => {
      await tried('eval', () => run((0, eval)('\"eval\"')));
      await tried('function', () => new Function('run(\"function\")')());
      await tried('inline script', () => put('script', { textContent: 'run(\"inline script\")' }));
      await tried('handler', () => { put('img', {}).setAttribute('onerror', 'run(\"handler\")'); document.body.lastChild.dispatchEvent(new Event('error')); });
      const src = 'data:text/javascript,0';
      await tried('script from elsewhere', () => new Promise(then => put('script', { src, onload: () => then(run(src)), onerror: then })));
      await tried('style', () => { const style = put('style', { textContent: 'body { --ours: no }' }); if (getComputedStyle(document.body).getPropertyValue('--ours')) run('style'); style.remove(); });
      await tried('fetch', async () => { await fetch(other, { mode: 'no-cors' }); run('fetch'); });
      const frame = await new Promise(then => { const frame = put('iframe', { src: 'lite/nl/', onload: () => then(frame) }); });
      await tried('frame', () => { if (frame.contentDocument.querySelector('h1')) run('frame'); });
      await tried('base', () => { put('base', { href: 'http://127.0.0.1:9/' }); if (document.baseURI.includes(':9/')) run('base'); });
      done(ran);
    });";

#[test]
fn what_did_not_come_with_the_app_does_not_run() {
    let (site, elsewhere) = (Site::of_build(), Site::of_build());
    Visit::to(&site).run(|browser| {
        // The browser says of each what it refused.
        browser.expect_message("");
        browser.open("#/?lang=nl");
        let ran = browser.script_later(TRIES, vec![elsewhere.address.clone().into()]);
        assert_eq!(ran, json!([]), "what should have been refused");
        browser.open("#/me");
        browser.until_heading(&Words::of("nl").get("me"));
    });
}
