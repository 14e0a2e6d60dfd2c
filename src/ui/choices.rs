//! A setting with a few choices: large radio buttons.

use super::flag;
use leptos::ev::Event;
use leptos::prelude::*;

/// One choice: its value, what it says, the language of that text if it is not the page's: its code and its direction.
pub struct Choice {
    pub value: &'static str,
    pub text: String,
    pub lang: Option<(&'static str, &'static str)>,
}

/// A group of choices. `name` is unique on the page.
pub fn choices(
    name: &'static str,
    legend: &str,
    list: Vec<Choice>,
    chosen: Callback<(), String>,
    choose: Callback<&'static str>,
) -> AnyView {
    let one = |Choice { value, text, lang }| {
        let id = format!("{name}-{value}");
        let checked = flag(move || chosen.run(()) == value);
        let change: Box<dyn FnMut(Event)> = Box::new(move |_| choose.run(value));
        let (lang, dir) = lang.unzip();
        view! {
            <label class="choice" lang=lang>
                <input type="radio" name=name id=id value=value prop:checked=checked on:change=change/>
                <span dir=dir>{text}</span>
            </label>
        }
        .into_any()
    };
    let options = list.into_iter().map(one).collect_view();
    view! { <fieldset class="choices"><legend>{legend.to_owned()}</legend><div>{options}</div></fieldset> }.into_any()
}
