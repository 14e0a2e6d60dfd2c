//! `tell`: sees a picture, reads or hears one to three sentences.

use super::{Play, head, shown};
use engine::lesson::Step;
use leptos::prelude::*;

pub fn view(play: &Play, step: &Step) -> AnyView {
    view! { <div class="card tell">{shown(play, step)} {head(play, step)}</div> }.into_any()
}
