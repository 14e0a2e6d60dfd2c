//! What changes on the screen by itself. Each kind of change is one boxed type: the compiler writes the code that watches it once,
//! not once for each place, and a phone has less to fetch.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A view that changes.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(view);
    view.into_any()
}

/// A text that changes, for a class, an attribute or the screen.
pub fn text(text: impl Fn() -> String + Send + 'static) -> Box<dyn Fn() -> String + Send> {
    Box::new(text)
}

/// Something that is so or not.
pub fn flag(flag: impl Fn() -> bool + Send + 'static) -> Box<dyn Fn() -> bool + Send> {
    Box::new(flag)
}

/// Something that only a screen reader says, when it changes.
pub fn told(text: impl Fn() -> String + Send + 'static) -> AnyView {
    view! { <p class="spoken" aria-live="polite">{self::text(text)}</p> }.into_any()
}

/// A second tap so soon belongs to the first (ACCESSIBILITY.md, "Touch"), in milliseconds.
pub const ONE_TAP: f64 = 500.0;

/// What a tap does. A double tap does what one tap does.
pub fn tap(act: impl FnMut(MouseEvent) + 'static) -> Box<dyn FnMut(MouseEvent)> {
    once(Box::new(act))
}

/// What each tap does, however soon it comes: on the keys of a keypad, on a plus and a minus.
pub fn each_tap(act: impl FnMut(MouseEvent) + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(act)
}

fn once(mut act: Box<dyn FnMut(MouseEvent)>) -> Box<dyn FnMut(MouseEvent)> {
    let mut last = f64::NEG_INFINITY;
    Box::new(move |event| {
        let now = event.time_stamp();
        if now - last >= ONE_TAP {
            last = now;
            act(event);
        }
    })
}
