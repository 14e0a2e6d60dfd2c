//! Help in the reader's own language: which one, and the control that shows it on a card.

use crate::state::{Help, LANGUAGES, State};
use crate::ui::{self, Choice, choices};
use crate::words::{Say, Tongue};
use engine::settings::{HelpShown, Language};
use leptos::prelude::*;

/// The languages to get help in, in their own names, or none.
pub fn choice(state: State, words: &Say, name: &'static str) -> AnyView {
    const NONE: &str = "none";
    let none = Choice { value: NONE, text: words.help_language_none().to_owned(), lang: None };
    let own = |(tongue, own): &(Tongue, &str)| Choice {
        value: tongue.lang,
        text: (*own).to_owned(),
        lang: Some((tongue.lang, tongue.dir)),
    };
    // Another language draws the page anew, so it need not be watched here.
    let shown = untrack(|| state.language());
    let list = std::iter::once(none).chain(LANGUAGES.iter().filter(|(tongue, _)| *tongue != shown).map(own)).collect();
    let now = Callback::new(move |()| state.help_language.get().map_or(NONE, |tongue| tongue.lang).to_owned());
    let choose = Callback::new(move |code: &'static str| {
        let language = Language::new(code).filter(|_| code != NONE);
        state.choose(|settings| settings.choose_help_language(language.as_ref()));
    });
    choices(name, words.help_language(), list, now, choose)
}

/// Shows the card's texts in the reader's own language, each under its own. What it says is said in that language: whoever needs
/// it can read that one.
pub fn toggle(state: State, help: &Help) -> Callback<(), AnyView> {
    let (tongue, missing, words) = (help.tongue, help.missing, help.words.clone());
    Callback::new(move |()| {
        let Some((Tongue { lang, dir }, words)) = tongue.zip(words.as_ref()) else { return ().into_any() };
        let shown = move || state.helping();
        let press = move |_| {
            let next = if shown() { HelpShown::No } else { HelpShown::Yes };
            state.choose(|settings| settings.choose_help_shown(next));
        };
        let says = words.help_language_missing().to_owned();
        let missing = ui::live(move || match missing && shown() {
            true => view! { <p class="more" lang=lang dir=dir>{ui::said(&says)}</p> }.into_any(),
            false => ().into_any(),
        });
        view! {
            <div class="help-place">
                <button type="button" class="quiet-action help-toggle" id="help-toggle" aria-pressed=ui::text(move || shown().to_string())
                    on:click=ui::tap(press)>{ui::glyph("language")}<span lang=lang dir=dir>{words.help_language().to_owned()}</span></button>
                <div aria-live="polite">{missing}</div>
            </div>
        }
        .into_any()
    })
}
