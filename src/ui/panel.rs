//! What the screen says back: always the same place, a picture and words, never red.

use super::{glyph, live};
use leptos::prelude::*;

/// How a panel feels.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A hint.
    Hint,
    /// It worked.
    Good,
}

/// A title and sentences.
#[derive(Clone, PartialEq)]
pub struct Panel {
    pub tone: Tone,
    pub title: String,
    pub says: Vec<String>,
}

/// The place where panels appear. It is there from the start, so that a screen reader says what comes.
pub fn panel(now: Memo<Option<Panel>>) -> AnyView {
    let shown = live(move || now.get().map_or_else(|| ().into_any(), drawn));
    view! { <div class="panel-place" role="status">{shown}</div> }.into_any()
}

fn drawn(panel: Panel) -> AnyView {
    let (class, sign) = match panel.tone {
        Tone::Hint => ("panel hint", "bulb"),
        Tone::Good => ("panel good", "check"),
    };
    let says = panel.says.into_iter().map(|text| view! { <p class="panel-says">{text}</p> }.into_any()).collect_view();
    view! { <div class=class>{glyph(sign)}<div><p class="panel-title">{panel.title}</p>{says}</div></div> }.into_any()
}
