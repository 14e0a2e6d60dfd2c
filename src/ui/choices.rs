//! A setting with a few choices: large radio buttons.

use leptos::prelude::*;

/// One choice: its value, what it says, the language of that text if it is not the page's.
pub struct Choice {
    pub value: &'static str,
    pub text: String,
    pub lang: Option<&'static str>,
}

/// A group of choices. `name` is unique on the page.
pub fn choices(
    name: &'static str,
    legend: &str,
    list: Vec<Choice>,
    chosen: impl Fn() -> String + Copy + Send + Sync + 'static,
    choose: impl Fn(&'static str) + Copy + 'static,
) -> AnyView {
    let options = list
        .into_iter()
        .map(|Choice { value, text, lang }| {
            let id = format!("{name}-{value}");
            view! {
                <label class="choice" lang=lang>
                    <input type="radio" name=name id=id value=value prop:checked=move || chosen() == value
                        on:change=move |_| choose(value)/>
                    <span>{text}</span>
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class=format!("choices choices-{name}")><legend>{legend.to_owned()}</legend><div>{options}</div></fieldset> }.into_any()
}
