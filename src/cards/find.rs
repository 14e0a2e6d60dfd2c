//! `find`: taps the right things in a document or scene.

use super::views::{self, Light, Mode};
use super::{Play, head};
use engine::ids::{ItemId, ViewId};
use engine::lesson::{Card, Step};
use leptos::prelude::*;
use std::sync::Arc;

pub fn view(play: &Play, step: &Step, view: &ViewId) -> AnyView {
    let light = {
        let play = play.clone();
        Arc::new(move |item: &ItemId| {
            let Some((step, Card::Find { view, right })) = play.step().map(|step| (step, &step.card)) else {
                return Light::Off;
            };
            let face = play.session.with(|session| session.find(step, play.lesson.views.get(view), right));
            match item {
                item if face.found.contains(item) => Light::Found,
                item if face.out.contains(item) => Light::Out,
                item if face.shown.contains(item) => Light::Lit,
                _ => Light::Off,
            }
        })
    };
    view! { <div class="card find">{head(play, step)} {views::view(play, view, Mode::Find, light)}</div> }.into_any()
}
