//! What every page has around it: the sign, the heading, the places.

use crate::browser::looks;
use crate::browser::storage::Trouble;
use crate::state::Desk;
use crate::state::custom::{self, Wrong};
use crate::ui;
use crate::words::coach::say;
use engine::desk::{DeskPlace, ManagerPage};
use leptos::prelude::*;

/// A page with heading, notice and the bar of places.
pub fn frame(desk: Desk, title: &str, here: &DeskPlace, inside: AnyView) -> AnyView {
    let words = say();
    looks::title(&format!("{title} – Stepwise"));
    let place = |place: DeskPlace, text: &str| {
        let current = (place == *here).then_some("page");
        view! { <li><a href=place.href() aria-current=current>{text.to_owned()}</a></li> }
    };
    view! {
        <div class="page desk">
            <header class="page-top">
                <a class="sign" href=DeskPlace::Route.href() aria-label=format!("Stepwise, {}", words.nav_lessons())>{ui::steps_sign()}</a>
                <div class="desk-title"><p class="quiet">"Stepwise · "{words.coach().to_owned()}</p>{ui::heading(title)}</div>
                <nav class="desk-places" aria-label=words.coach().to_owned()>
                    <ul>
                        {place(DeskPlace::Route, words.nav_lessons())}
                        {place(DeskPlace::Share, words.nav_share())}
                        {place(DeskPlace::Poster, words.nav_poster())}
                        {place(DeskPlace::Board(None), words.nav_board())}
                        {place(DeskPlace::Start(None), words.nav_start())}
                        {place(DeskPlace::Manager(ManagerPage::Overview), words.nav_manager())}
                    </ul>
                </nav>
            </header>
            <main id="main" tabindex="-1">{notice(desk)} {inside}</main>
        </div>
    }
    .into_any()
}

/// What the coach must know about keeping things.
fn notice(desk: Desk) -> AnyView {
    let words = say();
    let text = ui::live(move || {
        let text = match desk.trouble.get() {
            None => return ().into_any(),
            Some(Trouble::Blocked) => words.blocked(),
            Some(Trouble::Full) => words.full(),
            Some(Trouble::SetAside) => words.set_aside(),
            Some(Trouble::Newer) => words.newer(),
            Some(Trouble::NoLanguage) => words.not_loaded(),
        };
        told(text)
    });
    let words = say();
    let mistake = ui::live(move || {
        let Some(Err(wrong)) = custom::read(desk.custom) else { return ().into_any() };
        let why = match wrong {
            Wrong::Unreadable => words.custom_unreadable(),
            Wrong::Name => words.custom_name(),
            Wrong::Picture => words.custom_picture(),
            Wrong::Words => words.custom_words(),
        };
        told(&format!("{}\n{why}", words.custom_wrong()))
    });
    view! { <div aria-live="polite" class="notice-place">{text} {mistake}</div> }.into_any()
}

/// Something that the coach must know.
pub fn told(text: &str) -> AnyView {
    view! { <p class="notice">{ui::glyph("info")}<span>{ui::said(text)}</span></p> }.into_any()
}

/// A page whose data are on their way.
pub fn waiting(desk: Desk) -> AnyView {
    frame(desk, say().waiting(), &DeskPlace::Unknown, ().into_any())
}

/// A page whose data did not come.
pub fn not_loaded(desk: Desk) -> AnyView {
    frame(desk, say().not_loaded(), &DeskPlace::Unknown, again(desk))
}

/// The same inside a page that has its heading.
pub fn did_not_come(desk: Desk) -> AnyView {
    view! { {told(say().not_loaded())} {again(desk)} }.into_any()
}

fn again(desk: Desk) -> AnyView {
    let again = ui::tap(move |_| desk.try_again());
    view! { <button type="button" class="main-action" id="again" on:click=again>{say().try_again().to_owned()}</button> }.into_any()
}

/// An address that leads nowhere.
pub fn unknown(desk: Desk) -> AnyView {
    let words = say();
    frame(desk, words.unknown_place(), &DeskPlace::Unknown, to_lessons())
}

/// The way to the lessons.
pub fn to_lessons() -> AnyView {
    view! { <a class="main-action" href=DeskPlace::Route.href()>{say().choose_lessons().to_owned()}</a> }.into_any()
}

/// The button that prints.
pub fn print_button() -> AnyView {
    let print = ui::tap(|_| crate::browser::paper::print());
    view! {
        <button type="button" class="main-action" id="print" on:click=print>{ui::glyph("print")}<span>{say().print().to_owned()}</span></button>
    }
    .into_any()
}
