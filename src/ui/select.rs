//! A setting with many choices, for pages of coaches: the browser's own list. Workers get large buttons instead (`ui::choices`).

use super::flag;
use leptos::prelude::*;

/// One choice: its value, what it says, and the code of the language of that text if it is not the page's.
pub type Item = (&'static str, String, Option<&'static str>);

/// A list to choose from. `id` is unique on the page.
pub fn select(
    id: &'static str,
    label: &str,
    list: Vec<Item>,
    chosen: Callback<(), &'static str>,
    choose: Callback<&'static str>,
) -> AnyView {
    let values: Vec<&'static str> = list.iter().map(|(value, ..)| *value).collect();
    let change = move |event| {
        let value = event_target_value(&event);
        if let Some(value) = values.iter().find(|known| **known == value) {
            choose.run(value);
        }
    };
    let one = |(value, text, lang): Item| {
        let is_chosen = flag(move || chosen.run(()) == value);
        view! { <option value=value lang=lang prop:selected=is_chosen>{text}</option> }
    };
    let options = list.into_iter().map(one).collect_view();
    view! {
        <p class="field">
            <label for=id>{label.to_owned()}</label>
            <select id=id on:change=change>{options}</select>
        </p>
    }
    .into_any()
}
