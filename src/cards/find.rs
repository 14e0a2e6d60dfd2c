//! `find`: taps the right things in a document or scene.

use super::views::{self, Mode};
use super::{Play, text};
use engine::ids::ViewId;
use engine::lesson::{Card, Step};
use leptos::prelude::*;

pub fn view(play: &Play, step: &Step, view: &ViewId) -> AnyView {
    let face = Memo::new({
        let play = play.clone();
        move |_| {
            let step = play.step()?;
            let Card::Find { view, right } = &step.card else { return None };
            play.session.with(|session| Some(session.find(step, play.lesson.views.get(view), right)))
        }
    });
    view! { <div class="card find">{text(play, step)} {views::view(play, view, Mode::Find(face))}</div> }.into_any()
}
