//! A lesson under way: bars above and below, one card between them.

use super::me;
use crate::browser::{address, focus, looks, speech};
use crate::cards::{self, Play};
use crate::state::State;
use crate::ui::{self, MainButton, Panel, Tone};
use crate::words::{Say, fill, say};
use engine::ids::StepId;
use engine::lesson::{Card, Keypad, Lesson, Step};
use engine::place::Place;
use engine::session::{Action, Feedback, Help, Main, Session};
use leptos::html::Dialog;
use leptos::prelude::*;
use std::sync::Arc;

/// Opens a lesson at a card, or where the learner stopped.
pub fn open(state: State, lesson: Arc<Lesson>, step: Option<&StepId>) -> AnyView {
    let Some(mut session) = state.open(&lesson) else { return super::missing::unknown() };
    match step {
        Some(step) => session.at = step.clone(),
        None => address::replace(&Place::Step(lesson.id.clone(), session.at.clone()).href()),
    }
    state.keep_session(&lesson, &session);
    let session = RwSignal::new(session);
    let at = session.with_untracked(|session| session.at.clone());
    let Some(step) = lesson.step(&at) else { return super::missing::unknown() };
    let act = {
        let (lesson, at) = (lesson.clone(), at.clone());
        Callback::new(move |action| {
            state.act(&lesson, session, &action);
            // "Later" is an answer too: a task that is put off ends the lesson like one that is done.
            let real = lesson.step(&at).is_some_and(|step| matches!(step.card, Card::Real));
            if real && action == Action::Check {
                session.with_untracked(|session| state.go_on(&lesson, session));
            }
        })
    };
    let play = Play {
        lesson: lesson.clone(),
        step: step.id.clone(),
        session,
        act,
        more: state.more.get(),
        playing: StoredValue::new(false),
    };
    let place = lesson.position(&step.id).unwrap_or(0) + 1;
    let words = say();
    let values = [("step", place.to_string()), ("steps", lesson.steps.len().to_string())];
    let place_words = fill(&words.step_of, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    looks::title(&format!("{place_words} – {} – Stepwise", lesson.title));
    view! {
        <div class=format!("page lesson tint-{}", lesson.tint)>
            {top(state, &words, &play, place, &place_words)}
            <main id="main" tabindex="-1">{super::frame::notice(state)} {cards::card(&play)}</main>
            {bottom(state, &words, play)}
        </div>
    }
    .into_any()
}

fn top(state: State, words: &Say, play: &Play, place: usize, place_words: &str) -> AnyView {
    let stone = |(index, step): (usize, &Step)| {
        let done = play.session.with_untracked(|session| session.is_done(&step.id));
        let here = index + 1 == place;
        view! { <span class="stone" class:here=here class:done=done && !here>{(done && !here).then(|| ui::glyph("check"))}</span> }
    };
    let stones = play.lesson.steps.iter().enumerate().map(stone).collect_view();
    let sheet: NodeRef<Dialog> = NodeRef::new();
    let inside = view! {
        {me::text_size(state, words, "sheet-text")}
        {me::amount(state, words, "sheet-words")}
        {me::colours(state, words, "sheet-colours")}
        {me::language(state, words, "sheet-language")}
        <div class="sheet-actions">
            <button type="button" class="main-action" on:click=ui::tap(move |_| ui::close_sheet(sheet))>{words.sheet_done.clone()}</button>
        </div>
    };
    view! {
        <header class="top">
            <a class="round" href=Place::Home.href() aria-label=words.close.clone()>{ui::glyph("close")}</a>
            <div class="stones" role="img" aria-label=place_words.to_owned()>{stones}</div>
            <button type="button" class="round" id="looks" aria-label=words.settings_sheet.clone() on:click=ui::tap(move |_| ui::open_sheet(sheet))>
                {ui::glyph("text-size")}
            </button>
        </header>
        {ui::sheet(sheet, "looks-sheet", &words.settings_sheet, inside.into_any())}
    }
    .into_any()
}

fn bottom(state: State, words: &Say, play: Play) -> AnyView {
    let before = play.session.with_untracked(|session| session.back(&play.lesson));
    let back = match before {
        Some(step) => Place::Step(play.lesson.id.clone(), step),
        None => Place::Home,
    };
    let main = {
        let (words, play) = (words.clone(), play.clone());
        move || {
            let main = play.step().map(|step| play.session.with(|session| session.main(step)));
            let (label, glyph) = match main.unwrap_or(Main::Next) {
                Main::Check => (&words.check, "check"),
                Main::Say => (&words.say, "next"),
                Main::ShowMe => (&words.show_me, "play"),
                Main::DidIt => (&words.did_it, "check"),
                Main::Next => (&words.next, "next"),
            };
            MainButton { label: label.clone(), glyph }
        }
    };
    // That there is no voice is said until the learner does something else.
    let quiet = RwSignal::new(false);
    let session = play.session;
    Effect::new(move |_| {
        session.track();
        quiet.set(false);
    });
    let feedback = {
        let (words, play) = (words.clone(), play.clone());
        Memo::new(move |_| match quiet.get() {
            true => Some(Panel { tone: Tone::Hint, title: words.no_voice.clone(), says: vec![] }),
            false => play.step().and_then(|step| play.session.with(|session| said_back(&words, &play, step, session))),
        })
    };
    // Where letters are very large, the panel is in the flow of the page and may be below the screen.
    Effect::new(move |_| {
        if feedback.get().is_some() {
            focus::into_view(".panel");
        }
    });
    let press = move || press(state, &play);
    view! {
        <div class="foot">
            {ui::panel(feedback)}
            <footer class="bottom">
                <a class="round back" href=back.href() aria-label=words.back.clone()>{ui::glyph("back")}</a>
                {listen(state, words, quiet)}
                {ui::main_button(main, press)}
            </footer>
        </div>
    }
    .into_any()
}

/// *Listen* reads the whole screen; a second tap stops. Without a voice it stays and says so.
fn listen(state: State, words: &Say, quiet: RwSignal<bool>) -> AnyView {
    let reading = RwSignal::new(false);
    let (start, stop) = (words.listen.clone(), words.stop.clone());
    let press = move |_| {
        if reading.get_untracked() {
            speech::stop();
            reading.set(false);
        } else {
            // The page may be gone by then.
            let ended = move || {
                let _ = reading.try_set(false);
            };
            let began = speech::read_screen(state.language(), ended).is_ok();
            reading.set(began);
            quiet.set(!began);
        }
    };
    on_cleanup(speech::stop);
    let label = ui::text(move || if reading.get() { stop.clone() } else { start.clone() });
    let sign = ui::live(move || ui::glyph(if reading.get() { "stop" } else { "listen" }));
    view! { <button type="button" class="listen" id="listen" on:click=ui::tap(press)>{sign}<span>{label}</span></button> }
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

/// What the card says back, in words.
fn said_back(words: &Say, play: &Play, step: &Step, session: &Session) -> Option<Panel> {
    let hint = |title: &str, says: Vec<String>| Some(Panel { tone: Tone::Hint, title: title.to_owned(), says });
    let found = match &step.card {
        Card::Find { view, right } => {
            let face = session.find(step, play.lesson.views.get(view), right);
            let values = [("found", face.found.len().to_string()), ("all", face.all.to_string())];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            let last = face.found.last().and_then(|id| right.iter().find(|spotted| spotted.id == *id));
            Some((
                fill(&words.empty_find, &values),
                fill(&words.found_of, &values),
                last.map(|spotted| spotted.text.clone()),
            ))
        }
        _ => None,
    };
    match session.feedback(step) {
        Feedback::Quiet => {
            let (_, count, last) = found?;
            Some(Panel { tone: Tone::Good, title: count, says: vec![last?] })
        }
        Feedback::Empty => hint(&empty(words, step, found.map(|(empty, ..)| empty)), vec![]),
        Feedback::Right => {
            let last = found.and_then(|(_, _, last)| last);
            Some(Panel {
                tone: Tone::Good,
                title: words.well_done.clone(),
                says: last.into_iter().chain(step.reason.clone()).collect(),
            })
        }
        Feedback::Again(help) => {
            let clue = match &step.card {
                Card::Chat(turns) => Some(session.chat(step, turns).hint.to_owned()),
                Card::Device(_) => Some(words.look_there.clone()),
                _ => step.hint.clone(),
            };
            let extra = match (&step.card, help) {
                (Card::Device(_), _) | (_, Help::Nothing | Help::Hint) => None,
                (Card::Type { .. }, Help::Answer) => Some(words.shown_typed.clone()),
                (_, Help::Answer) => Some(words.shown.clone()),
                (Card::Type { keypad: Keypad::Letters, .. }, Help::Fewer) => None,
                (_, Help::Fewer) => Some(words.fewer.clone()),
            };
            hint(&words.look_again, clue.into_iter().chain(extra).collect())
        }
    }
}

fn empty(words: &Say, step: &Step, find: Option<String>) -> String {
    let text = match &step.card {
        Card::Order(_) => &words.empty_order,
        Card::Match(_) => &words.empty_match,
        Card::Device(_) => &words.empty_device,
        Card::Type { .. } => &words.empty_type,
        _ => &words.empty_choose,
    };
    find.unwrap_or_else(|| text.clone())
}
