//! `device`: works an imitated device. *Show me* plays the taps, one after another.

use super::views::{self, Light, Mode};
use super::{Play, head, shown};
use crate::ui;
use crate::words::say;
use core::time::Duration;
use engine::ids::{ItemId, ViewId};
use engine::lesson::{Card, Step};
use engine::plan::Part;
use engine::session::{Action, DeviceFace};
use engine::text::Text;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;

/// Time to see where the finger taps, before the next view comes.
const SEE: Duration = Duration::from_millis(1400);

/// Plays *Show me* from where it is to the end. While it plays, another tap changes nothing.
pub fn show_me(play: &Play) {
    if !play.playing.get_value() {
        play.playing.set_value(true);
        play_on(play.clone());
    }
}

fn play_on(play: Play) {
    let going = face(&play).is_some_and(|face| !face.done);
    // The learner may have left the card meanwhile; then nothing is left to ask.
    if play.playing.try_set_value(going).is_none() && going {
        set_timeout(
            move || {
                play.act.try_run(Action::Play);
                play_on(play);
            },
            SEE,
        );
    }
}

fn face(play: &Play) -> Option<DeviceFace> {
    let step = play.step()?;
    let Card::Device(errand) = &step.card else { return None };
    play.session.try_with_untracked(|session| session.device(step, &play.lesson.views, errand))
}

pub fn view(play: &Play, step: &Step) -> AnyView {
    let now = {
        let play = play.clone();
        move || {
            play.session.track();
            face(&play)
        }
    };
    let at: Memo<Option<ViewId>> = Memo::new({
        let now = now.clone();
        move |_| now().map(|face| face.view)
    });
    let light = {
        let now = now.clone();
        Arc::new(move |item: &ItemId| match now().and_then(|face| face.lit) {
            Some(lit) if lit == *item => Light::Lit,
            _ => Light::Off,
        })
    };
    let device: NodeRef<Div> = NodeRef::new();
    let showing = step.part == Part::Show;
    let drawn = StoredValue::new(false);
    let screen = {
        let play = play.clone();
        ui::live(move || {
            let view = at.get();
            // The tapped control is gone with its view: the focus goes to the new one, not to nowhere. *Show me* takes no focus.
            if drawn.get_value() && !showing {
                request_animation_frame(move || {
                    if let Some(Some(device)) = device.try_get_untracked() {
                        let _ = device.focus();
                    }
                });
            }
            drawn.set_value(true);
            view.map_or_else(|| ().into_any(), |view| views::view(&play, &view, Mode::Device, light.clone()))
        })
    };
    // What the finger taps, for those who do not see it.
    let tapped = showing.then(|| {
        let (play, now) = (play.clone(), now.clone());
        ui::told(move || {
            let lit = now().filter(|_| play.playing.get_value()).and_then(|face| face.lit);
            lit.and_then(|item| play.lesson.text(&item).map(Text::plain)).unwrap_or_default()
        })
    });
    let again = showing.then(|| {
        let play = play.clone();
        let press = move || {
            play.act.run(Action::PlayAgain);
            show_me(&play);
        };
        ui::quiet_button(
            "again",
            Some("repeat"),
            say().show_again(),
            move || now().is_none_or(|face| !face.done),
            press,
        )
    });
    let label = {
        let play = play.clone();
        ui::text(move || at.get().map(|view| views::label(&play, &view)).unwrap_or_default())
    };
    let class = if showing { "card device showing" } else { "card device" };
    view! {
        <div class=class>
            {head(play, step)}
            {shown(play, step)}
            <div class="device-place" role="group" aria-label=label node_ref=device tabindex="-1">{screen}</div>
            {tapped}
            {again}
        </div>
    }
    .into_any()
}
