//! `tell`: sees a picture, reads or hears one to three sentences.

use super::{Play, head};
use engine::lesson::Step;
use leptos::prelude::*;

pub fn view(play: &Play, step: &Step, shown: AnyView) -> AnyView {
    view! { <div class="card tell">{shown} {head(play, step)}</div> }.into_any()
}
