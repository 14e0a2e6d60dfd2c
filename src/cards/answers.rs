//! Large answers with a picture, one of them to pick: for `choose` and `chat`.

use super::Play;
use crate::ui;
use crate::words::say;
use engine::ids::ItemId;
use engine::lesson::Answer;
use engine::session::Action;
use leptos::prelude::*;

/// How one answer looks now; `None` once it is taken away.
#[derive(Clone, Copy, PartialEq)]
pub struct Look {
    pub chosen: bool,
    pub tried: bool,
    pub shown: bool,
}

/// A group of radio buttons, in the order given. `look` is asked for each answer by its id.
pub fn pick(
    play: &Play,
    group: String,
    answers: Vec<Answer>,
    look: impl Fn(&ItemId) -> Option<Look> + Clone + Send + Sync + 'static,
) -> AnyView {
    let act = play.act;
    let words = say();
    let done = Memo::new({
        let play = play.clone();
        move |_| play.done()
    });
    let one = |answer: Answer| {
        let now = Memo::new({
            let (look, id) = (look.clone(), answer.id.clone());
            move |_| look(&id)
        });
        let is = move |what: fn(&Look) -> bool| now.get().as_ref().is_some_and(what);
        let (id, tried) = (answer.id.clone(), words.tried.clone());
        view! {
            <label class="answer" class:chosen=move || is(|look| look.chosen) class:tried=move || is(|look| look.tried)
                class:shown=move || is(|look| look.shown) hidden=move || now.get().is_none()>
                <input type="radio" name=group.clone() disabled=move || now.get().is_none() || done.get()
                    prop:checked=move || is(|look| look.chosen)
                    on:change=move |_| act.run(Action::Tap(id.clone()))/>
                <span class="plate">{ui::decoration(answer.picture.as_str())}</span>
                <span class="answer-text">{answer.text.clone()}</span>
                <span class="answer-note">{move || is(|look| look.tried).then(|| tried.clone())}</span>
            </label>
        }
    };
    view! { <div class="answers">{answers.into_iter().map(one).collect_view()}</div> }.into_any()
}
