//! Where the keyboard and the screen reader are.

use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the heading of the page, to the top. After the next frame, when it is there.
pub fn heading() {
    request_animation_frame(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        first("h1");
    });
}

/// Moves the focus to an element by its id, if it is there after the next frame.
pub fn by_id(id: String) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            focus(element.unchecked_ref());
        }
    });
}

/// The id of what has the focus; nothing if it has none.
pub fn current() -> Option<String> {
    document().active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// The address that the focused link leads to: what *Back* brings the focus back to.
pub fn current_href() -> Option<String> {
    document().active_element()?.get_attribute("href")
}

/// Moves the focus to the link with that address; to the heading if there is none.
pub fn link_to(href: String) {
    request_animation_frame(move || {
        let links = document().query_selector_all("a[href]").ok();
        let found = links.and_then(|links| {
            (0..links.length())
                .filter_map(|at| links.get(at)?.dyn_into::<HtmlElement>().ok())
                .find(|link| link.get_attribute("href").as_deref() == Some(href.as_str()))
        });
        match found {
            Some(link) => focus(&link),
            None => first("h1"),
        }
    });
}

fn first(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        focus(element.unchecked_ref());
    }
}

/// Moves the focus to an element.
pub fn focus(element: &HtmlElement) {
    // An element that cannot take the focus leaves it where it is.
    let _ = element.focus();
}
