//! Where the keyboard and the screen reader are. A move asks for a focus; it is given when the page with it is drawn, which may be
//! later, when the page's data have come.

use leptos::prelude::{document, request_animation_frame, set_timeout, window};
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{FocusOptions, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Where the focus is to go.
enum Wish {
    Heading,
    /// The link with this address: what *Back* brings the focus back to. The heading if there is none.
    Link(String),
}

thread_local! {
    static WISH: RefCell<Option<Wish>> = const { RefCell::new(None) };
}

/// Asks for the focus on the heading of the next page, and its top.
pub fn heading() {
    WISH.replace(Some(Wish::Heading));
}

/// Asks for the focus on the link with that address.
pub fn link_to(href: String) {
    WISH.replace(Some(Wish::Link(href)));
}

/// The address that the focused link leads to.
pub fn current_href() -> Option<String> {
    document().active_element()?.get_attribute("href")
}

/// How long the page as a whole has the focus before its heading gets it. A screen reader that loses the focus together with its element looks for
/// the next thing on the page by itself, finds the new heading, and is silent when that gets the focus in earnest; from the page to the heading it
/// hears of a move. Orca 43 with Firefox, which tells of two moves as one if there is no time between.
const BEFORE_HEADING: Duration = Duration::from_millis(150);

/// Called while a page is drawn. Gives the focus that was asked for soon after there is a heading; without a wish it gives the
/// focus back to what has it now, in an open sheet too, since drawing anew takes it away.
pub fn settle() {
    let focused = document().active_element().map(|element| element.id()).filter(|id| !id.is_empty());
    let sheet = find("dialog[open]").map(|sheet| sheet.id());
    request_animation_frame(move || {
        if WISH.with_borrow(Option::is_some) {
            if let (Some(main), Some(_)) = (find("main"), find("h1")) {
                focus(&main);
                window().scroll_to_with_x_and_y(0.0, 0.0);
                set_timeout(grant, BEFORE_HEADING);
            }
            return;
        }
        if let Some(sheet) =
            sheet.as_deref().and_then(by_id).and_then(|sheet| sheet.dyn_into::<HtmlDialogElement>().ok())
            && !sheet.open()
        {
            let _ = sheet.show_modal();
        }
        if let Some(element) = focused.as_deref().and_then(by_id) {
            focus(&element);
        }
    });
}

/// Gives the focus that was asked for, unless the reader has put it somewhere meanwhile, or has scrolled: then the page must not jump back
/// under a finger.
fn grant() {
    let Some(heading) = find("h1") else { return };
    let link = match WISH.take() {
        Some(Wish::Link(href)) => links().find(|link| link.get_attribute("href").as_deref() == Some(href.as_str())),
        Some(Wish::Heading) => None,
        None => return,
    };
    let is_at_the_top = window().scroll_y().is_ok_and(|scrolled| scrolled == 0.0);
    if is_at_the_top && document().active_element().is_some_and(|element| element.tag_name() == "MAIN") {
        match link {
            Some(link) => focus(&link),
            None => {
                // The page stays at its top, also where a tall picture stands before the heading.
                let still = FocusOptions::new();
                still.set_prevent_scroll(true);
                let _ = heading.focus_with_options(&still);
            }
        }
    }
}

/// Gives the focus to the first of these that is seen.
pub fn first(selector: &'static str) {
    request_animation_frame(move || {
        let Ok(list) = document().query_selector_all(selector) else { return };
        let all = (0..list.length()).filter_map(|at| list.get(at)?.dyn_into::<HtmlElement>().ok());
        if let Some(element) = { all }.find(|element| element.offset_parent().is_some()) {
            focus(&element);
        }
    });
}

#[wasm_bindgen]
extern "C" {
    /// `start/drawn.js`.
    fn drawn(then: JsValue);
}

/// Scrolls as little as it takes for the element to be seen, once it is drawn: to find out costs an old phone half a frame, and most often there is nothing to scroll.
pub fn into_view(selector: &'static str) {
    drawn(Closure::once_into_js(move || {
        if let Some(element) = find(selector) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }));
}

fn links() -> impl Iterator<Item = HtmlElement> {
    let list = document().query_selector_all("a[href]").ok();
    let all = list.map(|list| (0..list.length()).filter_map(move |at| list.get(at)?.dyn_into().ok()));
    all.into_iter().flatten()
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn focus(element: &HtmlElement) {
    // An element that cannot take the focus leaves it where it is.
    let _ = element.focus();
}
