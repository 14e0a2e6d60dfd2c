//! The link of the route: as a QR code, to be shared, to be copied.

use super::frame::{self, frame};
use crate::browser::{address, clipboard, share};
use crate::state::Desk;
use crate::ui;
use crate::words::coach::{Say, say};
use crate::words::fill;
use engine::desk::DeskPlace;
use engine::route::NoAddress;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let words = say();
    let route = desk.draft.with(|draft| draft.route());
    let inside = match route.href() {
        Ok(href) => shared(desk, &words, &address::of_app(&href), address::of_app(&route.for_kiosk())),
        Err(why) => no_address(&words, why),
    };
    frame(desk, words.share_title(), &DeskPlace::Share, inside)
}

/// Why there is nothing to share, and the way to mend it.
pub fn no_address(words: &Say, why: NoAddress) -> AnyView {
    let text = match why {
        NoAddress::Empty => words.nothing_to_share().to_owned(),
        NoAddress::TooLong { fit } => fill(words.too_long(), &[("fit", &fit.to_string())]),
    };
    view! { {frame::told(&text)} {frame::to_lessons()} }.into_any()
}

fn shared(desk: Desk, words: &Say, link: &str, kiosk: String) -> AnyView {
    let told = RwSignal::new(String::new());
    let copy = {
        let (words, link) = (words.clone(), link.to_owned());
        ui::tap(move |_| {
            let (words, link) = (words.clone(), link.clone());
            spawn_local(async move {
                let is_copied = share::can_copy() && clipboard::copy(&link).await;
                told.set(if is_copied { words.copied() } else { words.not_copied() }.to_owned());
            });
        })
    };
    let send = {
        let link = link.to_owned();
        ui::tap(move |_| {
            let link = link.clone();
            spawn_local(async move { share::share("Stepwise", &link).await });
        })
    };
    let short = {
        let heading = words.short_link().to_owned();
        ui::live(move || {
            desk.short_link().map(|link| view! { <h2>{heading.clone()}</h2> <p class="link-text" dir="ltr" id="short-link">{link}</p> }).into_any()
        })
    };
    // One main action: to share where the device can, else to copy.
    let copy_kind = if share::is_there() { "second-action" } else { "main-action" };
    let send = share::is_there().then(|| {
        view! { <button type="button" class="main-action" id="share" on:click=send>{ui::glyph("share")}<span>{words.share_link().to_owned()}</span></button> }
    });
    view! {
        <div class="desk-share">
            <p>{ui::said(words.scan())}</p>
            {ui::qr(link, words.the_link())}
            <h2>{words.the_link().to_owned()}</h2>
            <p class="link-text" dir="ltr" id="link">{link.to_owned()}</p>
            {short}
            {send}
            <button type="button" class=copy_kind id="copy" on:click=copy>{ui::glyph("copy")}<span>{words.copy_link().to_owned()}</span></button>
            <p aria-live="polite" class="copied">{ui::text(move || told.get())}</p>
            <a class="second-action" href=DeskPlace::Poster.href()>{ui::glyph("print")}<span>{words.to_poster().to_owned()}</span></a>
            <p class="quiet">{ui::said(words.private())}</p>
            <h2>{words.for_kiosk().to_owned()}</h2>
            <p>{ui::said(words.for_kiosk_says())}</p>
            <p class="link-text" dir="ltr" id="kiosk-link">{kiosk}</p>
        </div>
    }
    .into_any()
}
