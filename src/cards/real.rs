//! `real`: reads one task to do at work. "Later" is as good an answer as "I did it".

use super::{Play, shown, text};
use crate::words::say;
use engine::lesson::Step;
use engine::session::Action;
use leptos::prelude::*;

pub fn view(play: &Play, step: &Step) -> AnyView {
    let act = play.act;
    view! {
        <div class="card real">
            {shown(play, step)}
            {text(play, step)}
            <button type="button" class="quiet-action" id="later" on:click=move |_| act.run(Action::Check)>{say().later.clone()}</button>
        </div>
    }
    .into_any()
}
