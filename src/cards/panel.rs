//! What a card says back: always the same place, a picture and words, never red.

use super::Play;
use super::text::{lines, words};
use crate::ui;
use crate::words::{fill, said_in_both};
use engine::lesson::{Card, Keypad, Step};
use engine::session::{Feedback, Help, Session};
use engine::text::Text;
use leptos::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

/// How a panel feels.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    /// Nothing was answered: what to do.
    Empty,
    /// A hint.
    Hint,
    /// It worked.
    Good,
}

/// A title and sentences.
#[derive(Clone, PartialEq)]
pub struct Panel {
    tone: Tone,
    title: Text,
    says: Vec<Text>,
    /// Tells apart what is said twice in the same words.
    time: u32,
}

/// The places where panels appear. They are there and drawn from the start, so that a screen reader says what comes: at once where
/// nothing was answered, else when it is done with what it says (ACCESSIBILITY.md, A35 and A36). They have no role: Orca says
/// "status bar" for each empty one that a reader walks over. Each panel is drawn anew, not mended from the one before: of a mended one
/// a screen reader says only what changed.
pub fn panel(now: Memo<Option<Panel>>) -> AnyView {
    let place = |live: &'static str, empty: bool| {
        let mine = move |panel: &Panel| (panel.tone == Tone::Empty) == empty;
        let odd = AtomicBool::new(false);
        let shown = ui::live(move || match now.get().filter(mine).map(drawn) {
            None => ().into_any(),
            // A list of one is another type, which nothing drawn before is mended into.
            Some(panel) if odd.fetch_xor(true, Ordering::Relaxed) => vec![panel].into_any(),
            Some(panel) => panel,
        });
        view! { <div class="panel-place" aria-live=live aria-atomic="true">{shown}</div> }.into_any()
    };
    view! { {place("polite", false)}{place("assertive", true)} }.into_any()
}

impl Panel {
    /// The panel after so many misses, or after so many presses without an answer.
    pub fn at(self, time: u32) -> Self {
        Self { time, ..self }
    }

    /// Whether it says that nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.tone == Tone::Empty
    }
}

fn drawn(panel: Panel) -> AnyView {
    let (class, sign) = match panel.tone {
        Tone::Empty | Tone::Hint => ("panel hint", "bulb"),
        Tone::Good => ("panel good", "check"),
    };
    view! { <div class=class>{ui::glyph(sign)}<div><p class="panel-title">{words(&panel.title)}</p>{lines(&panel.says, "panel-says")}</div></div> }
        .into_any()
}

/// What the card says back as it stands, in words.
pub fn said_back(play: &Play, step: &Step, session: &Session) -> Option<Panel> {
    let hint = |title: Text, says: Vec<Text>| Some(Panel { tone: Tone::Hint, title, says, time: 0 });
    let good = |title: Text, says: Vec<Text>| Some(Panel { tone: Tone::Good, title, says, time: 0 });
    let found = Found::of(play, step, session);
    match session.feedback(step) {
        Feedback::Quiet => {
            let found = found?;
            good(found.count, vec![found.last?])
        }
        Feedback::Empty => Some(Panel {
            tone: Tone::Empty,
            title: found.map_or_else(|| empty(step), |found| found.left),
            says: vec![],
            time: 0,
        }),
        Feedback::Right => {
            let last = found.and_then(|found| found.last);
            good(
                said_in_both(&|words| words.well_done().to_owned()),
                last.into_iter().chain(step.reason.clone()).collect(),
            )
        }
        Feedback::Again(help) => {
            let clue = match &step.card {
                Card::Chat(turns) => session.chat(step, turns).hint.cloned(),
                Card::Device(_) => Some(said_in_both(&|words| words.look_there().to_owned())),
                _ => step.hint.clone(),
            };
            let says = clue.into_iter().chain(extra(step, help)).collect();
            hint(said_in_both(&|words| words.look_again().to_owned()), says)
        }
    }
}

/// What changed with the last miss, beside the hint.
fn extra(step: &Step, help: Help) -> Option<Text> {
    match (&step.card, help) {
        (Card::Device(_), _) | (_, Help::Nothing | Help::Hint) => None,
        (Card::Type { .. }, Help::Answer) => Some(said_in_both(&|words| words.shown_typed().to_owned())),
        (_, Help::Answer) => Some(said_in_both(&|words| words.shown().to_owned())),
        (Card::Type { keypad: Keypad::Letters, .. }, Help::Fewer) => None,
        (_, Help::Fewer) => Some(said_in_both(&|words| words.fewer().to_owned())),
    }
}

/// What a `find` card can say of what was found so far.
struct Found {
    /// How many are found.
    count: Text,
    /// How many are found, for a learner who thinks to be done.
    left: Text,
    /// What the last one is.
    last: Option<Text>,
}

impl Found {
    fn of(play: &Play, step: &Step, session: &Session) -> Option<Self> {
        let Card::Find { view, right } = &step.card else { return None };
        let face = session.find(step, play.lesson.views.get(view), right);
        let (found, all) = (face.found.len().to_string(), face.all.to_string());
        let values = [("found", found.as_str()), ("all", all.as_str())];
        let last = face.found.last().and_then(|id| right.iter().find(|spotted| spotted.id == *id));
        Some(Self {
            count: said_in_both(&|words| fill(words.found_of(), &values)),
            left: said_in_both(&|words| fill(words.empty_find(), &values)),
            last: last.map(|spotted| spotted.text.clone()),
        })
    }
}

/// What to do, for a learner who asked to check nothing.
fn empty(step: &Step) -> Text {
    said_in_both(&|words| {
        let text = match &step.card {
            Card::Order(_) => words.empty_order(),
            Card::Match(_) => words.empty_match(),
            Card::Device(_) => words.empty_device(),
            Card::Type { .. } => words.empty_type(),
            _ => words.empty_choose(),
        };
        text.to_owned()
    })
}
