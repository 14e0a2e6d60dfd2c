//! A lesson under way: bars above and below, one card between them.

use super::late::{self, Part};
use super::{explanation, help_language, listen};
use crate::browser::speech::Listening;
use crate::browser::{address, focus, looks, speech};
use crate::cards::{self, Play, Reading};
use crate::state::{Help, State};
use crate::ui::{self, MainButton};
use crate::words::{HelpWords, Say, fill, say};
use engine::ids::StepId;
use engine::lesson::{Card, Lesson, Step};
use engine::place::Place;
use engine::session::{Action, Main};
use leptos::html::Dialog;
use leptos::prelude::*;
use std::sync::Arc;

/// Opens a lesson at a card, or where the learner stopped.
pub fn open(state: State, lesson: Arc<Lesson>, help: Help, step: Option<&StepId>) -> AnyView {
    let Some(mut session) = state.open(&lesson) else { return super::missing::unknown(state) };
    match step {
        Some(step) if lesson.step(step).is_some() => session.at = step.clone(),
        // What is practised again changes from time to time, and an old address of it means what there is now.
        Some(_) if !lesson.again => return super::missing::unknown(state),
        step => {
            let from = step.map_or_else(|| lesson.place(), |step| lesson.place_of(step.clone()));
            address::replace(&from.href(), &lesson.place_of(session.at.clone()).href());
        }
    }
    let Some(step) = lesson.step(&session.at) else { return super::missing::unknown(state) };
    let is_first = cards::is_first(step);
    if !is_first && let Some(instead) = late::missing(state, Part::Cards, &say()) {
        return instead;
    }
    // What comes later will be there when it is wanted; the first card comes first, and a question that a link leads to.
    let is_begun = session.done().count() > 0;
    if is_begun || matches!(step.card, Card::Tell) {
        late::fetch(state, Part::Cards);
    }
    if is_begun {
        state.wants_catalogue.set(true);
    }
    state.keep_session(&lesson, session.clone());
    let session = RwSignal::new(session);
    let act = {
        let (lesson, at) = (lesson.clone(), step.id.clone());
        Callback::new(move |action| {
            state.act(&lesson, session, &action);
            // "Later" is an answer too: a task that is put off ends the lesson like one that is done.
            let real = lesson.step(&at).is_some_and(|step| matches!(step.card, Card::Real));
            if real && action == Action::Check {
                session.with_untracked(|session| state.go_on(&lesson, session));
            }
        })
    };
    let (explain, explained) = explanation::explanation(state, lesson.clone());
    provide_context(Reading { help: help.tongue, explain });
    provide_context(HelpWords(help.words.clone()));
    let play = Play {
        lesson: lesson.clone(),
        step: step.id.clone(),
        session,
        act,
        more: state.more.get(),
        help_toggle: help_language::toggle(state, &help),
        playing: StoredValue::new(false),
    };
    let place = lesson.position(&step.id).unwrap_or(0) + 1;
    let words = say();
    let values = [("step", place.to_string()), ("steps", lesson.steps.len().to_string())];
    let place_words = fill(words.step_of(), &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    looks::title(&format!("{place_words} – {} – Stepwise", lesson.title.plain()));
    let class = format!("page lesson tint-{}", lesson.tint);
    let class = ui::text(move || if state.helping() { format!("{class} helping") } else { class.clone() });
    let card = if is_first { cards::first_card(&play) } else { late::card(state, play.clone()) };
    view! {
        <div class=class>
            {top(state, &words, &play, place, &place_words)}
            <main id="main" tabindex="-1">{super::frame::notice(state)} {card}</main>
            {bottom(state, &words, play)}
            {explained()}
        </div>
    }
    .into_any()
}

fn top(state: State, words: &Say, play: &Play, place: usize, place_words: &str) -> AnyView {
    let stone = |(index, step): (usize, &Step)| {
        let done = play.session.with_untracked(|session| session.is_done(&step.id));
        let here = index + 1 == place;
        if here {
            // The tick comes when what was done is on the disk for sure.
            let (session, id) = (play.session, step.id.clone());
            let safe = move || state.safe.get() && session.with(|session| session.is_done(&id));
            let tick = ui::live(move || if safe() { ui::glyph("check").into_any() } else { ().into_any() });
            return view! { <span class="stone here">{tick}</span> }.into_any();
        }
        view! { <span class="stone" class:done=done>{done.then(|| ui::glyph("check"))}</span> }.into_any()
    };
    let stones = play.lesson.steps.iter().enumerate().map(stone).collect_view();
    let sheet: NodeRef<Dialog> = NodeRef::new();
    let inside = view! {
        {late::settings(state)}
        <div class="sheet-actions">
            <button type="button" class="main-action" on:click=ui::tap(move |_| ui::close_sheet(sheet))>{words.sheet_done().to_owned()}</button>
        </div>
    };
    let open = ui::tap(move |_| {
        late::fetch(state, Part::Pages);
        ui::open_sheet(sheet);
    });
    view! {
        <header class="top">
            <a class="round" href=Place::Home.href() aria-label=words.close().to_owned()>{ui::glyph("close")}</a>
            <div class="stones" role="img" aria-label=place_words.to_owned()>{stones}</div>
            <button type="button" class="round" id="looks" aria-label=words.settings_sheet().to_owned() on:click=open>
                {ui::glyph("text-size")}
            </button>
        </header>
        {ui::sheet(sheet, "looks-sheet", words.settings_sheet(), inside.into_any())}
    }
    .into_any()
}

fn bottom(state: State, words: &Say, play: Play) -> AnyView {
    let before = play.session.with_untracked(|session| session.back(&play.lesson));
    let back = match before {
        Some(step) => play.lesson.place_of(step),
        None => Place::Home,
    };
    let main = {
        let (words, play) = (words.clone(), play.clone());
        move || {
            let main = play.step().map(|step| play.session.with(|session| session.main(step)));
            let (label, glyph) = match main.unwrap_or(Main::Next) {
                Main::Check => (words.check(), "check"),
                Main::Say => (words.say(), "next"),
                Main::ShowMe => (words.show_me(), "play"),
                Main::DidIt => (words.did_it(), "check"),
                Main::Next => (words.next(), "next"),
            };
            MainButton { label: label.to_owned(), glyph }
        }
    };
    // What is read aloud, or that nothing can, is over as soon as the learner does something.
    let session = play.session;
    Effect::new(move |before: Option<()>| {
        session.track();
        if before.is_some() && state.listening.get_untracked() != Listening::Quiet {
            speech::stop();
        }
    });
    on_cleanup(speech::stop);
    let presses = StoredValue::new(0);
    let said_back = {
        let play = play.clone();
        Memo::new(move |_| {
            let step = play.step()?;
            play.session.with(|session| {
                let panel = cards::said_back(&play, step, session)?;
                let time = if panel.is_empty() { presses.get_value() } else { session.attempt(&step.id).misses.into() };
                Some(panel.at(time))
            })
        })
    };
    // Where letters are very large, the panel is in the flow of the page and may be below the screen.
    Effect::new(move |_| {
        if let Some(panel) = said_back.get() {
            focus::into_view(".panel");
            if panel.is_empty() {
                focus::first(cards::TO_ANSWER);
            }
        }
    });
    let press = move || {
        presses.update_value(|presses| *presses += 1);
        press(state, &play);
    };
    view! {
        <div class="foot">
            {listen::no_voice(state, words)}
            {cards::panel(said_back)}
            {listen::bar(state)}
            <footer class="bottom">
                <a class="round back" href=back.href() aria-label=words.back().to_owned()>{ui::glyph("back")}</a>
                {listen::button(state, "listen")}
                {ui::main_button(main, press)}
            </footer>
        </div>
    }
    .into_any()
}

fn press(state: State, play: &Play) {
    let Some(step) = play.step() else { return };
    let main = play.session.with_untracked(|session| session.main(step));
    match main {
        Main::Check | Main::Say => play.act.run(Action::Check),
        Main::ShowMe => cards::show_me(play),
        Main::DidIt => play.act.run(Action::DidIt),
        Main::Next if matches!(step.card, Card::Tell) => play.act.run(Action::Check),
        Main::Next => {}
    }
    if matches!(main, Main::Next | Main::DidIt) {
        play.session.with_untracked(|session| state.go_on(&play.lesson, session));
    }
}
