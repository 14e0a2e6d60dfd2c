//! How the coach likes these pages, and to delete all that they kept.

use crate::state::{Desk, choose_language};
use crate::ui::{self, SelectItem};
use crate::words::coach::{LANGUAGES, Say, say};
use engine::settings::{Colours, TextSize};
use leptos::html::Dialog;
use leptos::prelude::*;

/// The section.
pub fn section(desk: Desk) -> AnyView {
    let words = say();
    let colours = |colours: &Colours| -> SelectItem {
        let text = match colours {
            Colours::Auto => words.colours_auto(),
            Colours::Light => words.colours_light(),
            Colours::Cream => words.colours_cream(),
            Colours::Dark => words.colours_dark(),
        };
        (colours.written(), text.to_owned(), None)
    };
    let size = |size: &TextSize| -> SelectItem { (size.written(), format!("{} %", size.written()), None) };
    let language = |code: &&'static str| -> SelectItem { (code, super::lists::own_name(code).to_owned(), Some(code)) };
    view! {
        <section class="desk-settings" aria-labelledby="this-page">
            <h2 id="this-page">{words.this_page().to_owned()}</h2>
            {ui::select("page-language", words.page_language(), LANGUAGES.iter().map(language).collect(),
                Callback::new(move |()| desk.language().lang),
                Callback::new(move |code: &'static str| desk.choose(|settings| choose_language(settings, code))))}
            {ui::select("page-text", words.text_size(), TextSize::ALL.iter().map(size).collect(),
                Callback::new(move |()| desk.settings.with(|settings| settings.text_size().written())),
                Callback::new(move |value: &'static str| desk.choose(|settings| settings.choose_text_size(TextSize::read(value).unwrap_or_default()))))}
            {ui::select("page-colours", words.colours(), Colours::ALL.iter().map(colours).collect(),
                Callback::new(move |()| desk.settings.with(|settings| settings.colours().written())),
                Callback::new(move |value: &'static str| desk.choose(|settings| settings.choose_colours(Colours::read(value).unwrap_or_default()))))}
            {delete(desk, &words)}
        </section>
    }
    .into_any()
}

fn delete(desk: Desk, words: &Say) -> AnyView {
    let node: NodeRef<Dialog> = NodeRef::new();
    let gone = RwSignal::new(false);
    let says = words.deleted().to_owned();
    let now = move |_| {
        desk.delete_everything();
        gone.set(true);
        ui::close_sheet(node);
    };
    let inside = view! {
        <p>{ui::said(words.delete_says())}</p>
        <div class="sheet-actions">
            <button type="button" class="main-action" on:click=ui::tap(move |_| ui::close_sheet(node))>{words.delete_keep().to_owned()}</button>
            <button type="button" class="second-action" on:click=ui::tap(now)>{ui::glyph("trash")}<span>{words.delete_now().to_owned()}</span></button>
        </div>
    };
    view! {
        <button type="button" class="quiet-action" id="delete-all" on:click=ui::tap(move |_| ui::open_sheet(node))>
            {ui::glyph("trash")}<span>{words.delete_all().to_owned()}</span>
        </button>
        <p aria-live="polite">{ui::text(move || if gone.get() { says.clone() } else { String::new() })}</p>
        {ui::sheet(node, "delete-sheet", words.delete_question(), inside.into_any())}
    }
    .into_any()
}
