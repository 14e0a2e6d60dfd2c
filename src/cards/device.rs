//! `device`: works an imitated device. *Show me* plays the taps, one after another.

use super::views::{self, Mode};
use super::{Play, shown, text};
use crate::ui;
use crate::words::say;
use core::time::Duration;
use engine::lesson::{Card, Step};
use engine::plan::Part;
use engine::session::{Action, DeviceFace};
use leptos::html::Div;
use leptos::prelude::*;

/// Time to see where the finger taps, before the next view comes.
const SEE: Duration = Duration::from_millis(1400);

/// Plays *Show me* from where it is to the end.
pub fn show_me(play: &Play) {
    let Some(face) = face(play) else { return };
    if face.done {
        return;
    }
    let (session, act, step) = (play.session, play.act, play.step.clone());
    let play = play.clone();
    set_timeout(
        move || {
            // The learner may have left the card, or the page, meanwhile.
            if session.try_with_untracked(|session| session.at == step) == Some(true) {
                act.run(Action::Play);
                show_me(&play);
            }
        },
        SEE,
    );
}

fn face(play: &Play) -> Option<DeviceFace> {
    let step = play.step()?;
    let Card::Device(errand) = &step.card else { return None };
    play.session.try_with_untracked(|session| session.device(step, &play.lesson.views, errand))
}

pub fn view(play: &Play, step: &Step) -> AnyView {
    let now = Memo::new({
        let play = play.clone();
        move |_| {
            play.session.track();
            face(&play)
        }
    });
    let at = Memo::new(move |_| now.get().map(|face| face.view));
    let device: NodeRef<Div> = NodeRef::new();
    let screen = {
        let play = play.clone();
        move |before: Option<()>| {
            let view = at.get();
            // The tapped control is gone with its view: the focus goes to the new one, not to nowhere.
            if before.is_some() {
                request_animation_frame(move || {
                    if let Some(Some(device)) = device.try_get_untracked() {
                        let _ = device.focus();
                    }
                });
            }
            view.map(|view| views::view(&play, &view, Mode::Device(now)))
        }
    };
    let first = StoredValue::new(true);
    let screen = move || {
        let before = (!first.get_value()).then_some(());
        first.set_value(false);
        screen(before)
    };
    let again = (step.part == Part::Show).then(|| {
        let (act, play) = (play.act, play.clone());
        let done = move || now.get().is_some_and(|face| face.done);
        let again = move |_| {
            act.run(Action::PlayAgain);
            show_me(&play);
        };
        view! {
            <button type="button" class="quiet-action" id="again" hidden=move || !done() on:click=again>
                {ui::glyph("repeat")}<span>{say().show_again.clone()}</span>
            </button>
        }
    });
    view! {
        <div class="card device" class:showing=step.part == Part::Show>
            {text(play, step)}
            {shown(play, step)}
            <div class="device-place" node_ref=device tabindex="-1">{screen}</div>
            {again}
        </div>
    }
    .into_any()
}
