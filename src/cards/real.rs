//! `real`: reads one task to do at work. "Later" is as good an answer as "I did it".

use super::{Play, head, shown};
use crate::ui;
use crate::words::say;
use engine::lesson::Step;
use engine::session::Action;
use leptos::prelude::*;

pub fn view(play: &Play, step: &Step) -> AnyView {
    let act = play.act;
    view! {
        <div class="card real">
            {shown(play, step)}
            {head(play, step)}
            {ui::quiet_button("later", None, say().later(), || false, move || act.run(Action::Check))}
        </div>
    }
    .into_any()
}
