//! How the link of a route asks to show its lessons. What a person chooses wins.

use super::lists;
use crate::state::Desk;
use crate::ui::{self, SelectItem};
use crate::words::coach::say;
use engine::place::LinkOptions;
use engine::settings::{Language, Pace, TextSize, Words};
use leptos::prelude::*;

/// The settings of the link.
pub fn section(desk: Desk) -> AnyView {
    let words = say();
    let none = words.as_person();
    let with_none = |items: Vec<(&'static str, String)>| -> Vec<SelectItem> {
        let none = std::iter::once(("", none.to_owned(), None));
        none.chain(items.into_iter().map(|(value, text)| (value, text, None))).collect()
    };
    let sizes = TextSize::ALL.iter().map(|size| (size.written(), format!("{} %", size.written()))).collect();
    let amount = |amount: &Words| match amount {
        Words::Fewer => (amount.written(), words.words_fewer().to_owned()),
        Words::More => (amount.written(), words.words_more().to_owned()),
    };
    let pace = |pace: &Pace| match pace {
        Pace::Usual => (pace.written(), words.pace_usual().to_owned()),
        Pace::Slow => (pace.written(), words.pace_slow().to_owned()),
    };
    view! {
        <fieldset class="desk-settings">
            <legend>{words.settings().to_owned()}</legend>
            <p class="quiet">{ui::said(words.settings_says())}</p>
            {option(desk, "link-language", words.language(), lists::languages(none), |options| language_code(options.language.as_ref()), |options, value| options.language = Language::new(value))}
            {option(desk, "link-help", words.help(), lists::languages(none), |options| language_code(options.help_language.as_ref()), |options, value| options.help_language = Language::new(value))}
            {option(desk, "link-text", words.text_size(), with_none(sizes), |options| options.text_size.map_or("", TextSize::written), |options, value| options.text_size = TextSize::read(value))}
            {option(desk, "link-words", words.words(), with_none(Words::ALL.iter().map(amount).collect()), |options| options.words.map_or("", Words::written), |options, value| options.words = Words::read(value))}
            {option(desk, "link-pace", words.pace(), with_none(Pace::ALL.iter().map(pace).collect()), |options| options.pace.map_or("", Pace::written), |options, value| options.pace = Pace::read(value))}
        </fieldset>
    }
    .into_any()
}

fn option(
    desk: Desk,
    id: &'static str,
    label: &str,
    list: Vec<SelectItem>,
    now: fn(&LinkOptions) -> &'static str,
    choose: fn(&mut LinkOptions, &str),
) -> AnyView {
    let now = Callback::new(move |()| desk.draft.with(|draft| now(&draft.route().options)));
    let choose = Callback::new(move |value: &'static str| desk.change_route(|route| choose(&mut route.options, value)));
    ui::select(id, label, list, now, choose)
}

fn language_code(language: Option<&Language>) -> &'static str {
    let code = language.map_or("", Language::as_str);
    crate::state::LANGUAGES.iter().map(|(tongue, _)| tongue.lang).find(|known| *known == code).unwrap_or("")
}
