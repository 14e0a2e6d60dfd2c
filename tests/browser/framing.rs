//! The page in a frame of another site, where a stranger could lead somebody's taps: the headers that we tell a host to send keep it blank.

use std::fs;

use serde_json::json;
use tests::between::Between;
use tests::engine::Engine;
use tests::hosting::Host;
use tests::server::Site;
use tests::visit::Visit;

/// A page of another site has the app in two frames: from a host without these headers, where it is drawn, so that this would be seen; and from one with them.
pub fn assert_blank_in_a_frame(engine: Engine) {
    let site = Site::of_build();
    let bare = Between::to(&site.address);
    let host = Between::to(&site.address).with_headers(Host::Pages.headers());
    let folder = std::env::temp_dir().join(format!("stepwise-{}-{engine:?}-frames", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let page = format!(
        "<!doctype html><title>Another site</title><link rel=icon href=data:,><iframe src={}></iframe><iframe src={}></iframe>",
        bare.address, host.address
    );
    fs::write(folder.join("index.html"), page).unwrap();
    let other = Site::of_folder(&folder);
    Visit::to(&other).with_engine(engine).run(|browser| {
        browser.expect_site(&bare.address);
        browser.expect_site(&host.address);
        // What the browser says of the refusal.
        browser.expect_message("frame-ancestors");
        browser.expect_message("rame");
        browser.go(&other.address);
        browser.to_frame(0);
        browser.until_drawn();
        browser.to_page();
        browser.until("both frames", || {
            (browser.script("return document.readyState", vec![]) == json!("complete")).then_some(())
        });
        browser.to_frame(1);
        let ours =
            browser.script("return document.querySelectorAll('meta[name=build], main, #first-paint').length", vec![]);
        browser.to_page();
        assert_eq!((ours, host.asked()), (json!(0), vec!["/".to_owned()]), "the app is in the frame");
    });
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn in_a_frame_of_another_site_the_page_stays_blank() {
    assert_blank_in_a_frame(Engine::Chromium);
}

#[test]
fn every_sample_for_a_host_sends_the_same_headers() {
    let wanted = Host::Pages.headers();
    assert_eq!(wanted["Content-Security-Policy"], "frame-ancestors 'none'");
    for host in Host::ALL {
        assert_eq!(host.headers(), wanted, "{host:?}");
    }
}
