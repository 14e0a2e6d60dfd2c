//! The set-up of a kiosk, which a coach confirms on its screen: a link only fills it in.

use super::{around, code};
use crate::browser::kiosk;
use crate::state::{LANGUAGES, Shelf, State};
use crate::ui::{self, Choice, choices};
use crate::words::{Say, Tongue, fill, say};
use engine::catalogue::Catalogue;
use engine::ids::LessonId;
use engine::kiosk::{Kiosk, PATIENCE, QUIET, SetUp, is_code};
use engine::settings::Language;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How [`PATIENCE`] is written.
const PATIENCE_WRITTEN: [&str; 4] = ["1", "2", "5", "10"];

/// What is chosen in the form.
#[derive(Clone, Copy)]
struct Form {
    route: StoredValue<Vec<LessonId>>,
    languages: RwSignal<Vec<&'static str>>,
    patience: RwSignal<u32>,
    speaks: RwSignal<bool>,
}

impl Form {
    fn chosen(self) -> SetUp {
        let languages =
            self.languages.with_untracked(|codes| codes.iter().filter_map(|code| Language::new(code)).collect());
        SetUp {
            route: self.route.get_value(),
            languages,
            patience: self.patience.get_untracked(),
            speaks: self.speaks.get_untracked(),
        }
    }
}

/// What is kept cannot be read, and is set aside: the kiosk is set up anew.
pub fn unreadable(state: State) -> AnyView {
    ui::live(move || match state.catalogue.get() {
        Shelf::Ready(catalogue) => form(state, &catalogue, vec![], None, Some(say().kiosk_unreadable())),
        _ => super::super::missing::waiting(),
    })
}

/// The set-up, filled in with what a link says, or with what there was.
pub fn page(state: State, catalogue: &Catalogue, lessons: Vec<LessonId>, before: Option<Kiosk>) -> AnyView {
    form(state, catalogue, lessons, before, None)
}

fn form(
    state: State,
    catalogue: &Catalogue,
    lessons: Vec<LessonId>,
    before: Option<Kiosk>,
    trouble: Option<&str>,
) -> AnyView {
    let words = say();
    let was = before.as_ref().map(Kiosk::set_up);
    let first = untrack(|| state.language()).lang;
    let route =
        if lessons.is_empty() { was.as_ref().map(|was| was.route.clone()).unwrap_or_default() } else { lessons };
    let list = list(&words, catalogue, &route);
    let set_up = Form {
        route: StoredValue::new(route),
        languages: RwSignal::new(was.as_ref().map_or_else(|| all_from(first), |was| offered(&was.languages))),
        patience: RwSignal::new(was.as_ref().map_or(1, |was| was.patience)),
        // Whoever does not read is asked too.
        speaks: RwSignal::new(was.is_none_or(|was| was.speaks)),
    };
    let says = RwSignal::new(None::<String>);
    let end = match before {
        Some(before) => save(&words, set_up, says, before),
        None => with_code(&words, set_up, says),
    };
    let inside = view! {
        {trouble.map(ui::line)}
        {ui::line(words.kiosk_set_up_says())}
        {list}
        {languages(&words, set_up)}
        {patience(&words, set_up)}
        {sound(&words, set_up)}
        {end}
    };
    around(state, words.kiosk_set_up(), inside.into_any())
}

/// All languages, this one first.
fn all_from(first: &str) -> Vec<&'static str> {
    let all = || LANGUAGES.iter().map(|(tongue, _)| tongue.lang);
    all().filter(|code| *code == first).chain(all().filter(|code| *code != first)).collect()
}

/// Those of these that the app speaks.
fn offered(languages: &[Language]) -> Vec<&'static str> {
    let ours =
        |language: &Language| LANGUAGES.iter().map(|(tongue, _)| tongue.lang).find(|code| *code == language.as_str());
    languages.iter().filter_map(ours).collect()
}

/// The lessons of the coach's list that there are.
fn list(words: &Say, catalogue: &Catalogue, route: &[LessonId]) -> AnyView {
    let known = route.iter().filter_map(|id| catalogue.lesson(id)).map(|(_, entry)| {
        view! { <li class="help-row"><span class="plate">{ui::decoration(entry.picture.as_str())}</span><span>{ui::said(&entry.title)}</span></li> }
    });
    let list = known.collect::<Vec<_>>();
    let list = match list.is_empty() {
        true => ui::line(words.kiosk_all_lessons()),
        false => view! { <ul class="help-list">{list}</ul> }.into_any(),
    };
    view! { <section><h2>{words.lessons().to_owned()}</h2>{list}</section> }.into_any()
}

fn languages(words: &Say, set_up: Form) -> AnyView {
    let one = |(tongue, own): &'static (Tongue, &'static str)| {
        let offers = move || set_up.languages.with(|languages| languages.contains(&tongue.lang));
        let change = move |_| {
            set_up.languages.update(|languages| match languages.iter().position(|code| *code == tongue.lang) {
                Some(place) => drop(languages.remove(place)),
                None => languages.push(tongue.lang),
            });
        };
        view! {
            <label class="choice" lang=tongue.lang>
                <input type="checkbox" id=format!("offer-{}", tongue.lang) prop:checked=ui::flag(offers) on:change=change/>
                <span dir=tongue.dir>{*own}</span>
            </label>
        }
    };
    let all = LANGUAGES.iter().map(one).collect_view();
    view! { <fieldset class="choices kiosk-offers"><legend>{words.kiosk_languages().to_owned()}</legend><div>{all}</div></fieldset> }
        .into_any()
}

fn patience(words: &Say, set_up: Form) -> AnyView {
    let list = PATIENCE.into_iter().zip(PATIENCE_WRITTEN).map(|(times, value)| {
        let minutes = (QUIET / 60 * times).to_string();
        Choice { value, text: fill(words.minutes(), &[("minutes", &minutes)]), lang: None }
    });
    let now = Callback::new(move |()| set_up.patience.get().to_string());
    let choose = Callback::new(move |value: &'static str| set_up.patience.set(value.parse().unwrap_or(1)));
    choices("wait", words.kiosk_wait(), list.collect(), now, choose)
}

fn sound(words: &Say, set_up: Form) -> AnyView {
    let one = |value, text: &str| Choice { value, text: text.to_owned(), lang: None };
    let list = vec![one("off", words.switch_off()), one("on", words.switch_on())];
    let now = Callback::new(move |()| if set_up.speaks.get() { "on" } else { "off" }.to_owned());
    let choose = Callback::new(move |value| set_up.speaks.set(value == "on"));
    choices("sound", words.kiosk_sound(), list, now, choose)
}

/// What is said below the form: what is missing, or why nothing is kept.
fn said(says: RwSignal<Option<String>>) -> AnyView {
    let says = ui::live(move || says.get().map_or_else(|| ().into_any(), |text| ui::line(&text)));
    view! { <div aria-live="polite">{says}</div> }.into_any()
}

/// Keeps it and opens the page anew.
fn keep(words: &Say, kiosk: &Kiosk, says: RwSignal<Option<String>>) {
    let no_memory = words.no_memory().to_owned();
    let then = move |is_kept| match is_kept {
        true => kiosk::leave(),
        false => says.set(Some(no_memory)),
    };
    kiosk::keep(kiosk, Box::new(then));
}

/// Whether there is a language; says so if there is none.
fn has_language(words: &Say, set_up: &SetUp, says: RwSignal<Option<String>>) -> bool {
    if set_up.languages.is_empty() {
        says.set(Some(words.kiosk_no_language().to_owned()));
    }
    !set_up.languages.is_empty()
}

/// Other settings; the code stays.
fn save(words: &Say, set_up: Form, says: RwSignal<Option<String>>, before: Kiosk) -> AnyView {
    let label = words.kiosk_save().to_owned();
    let words = words.clone();
    let back = super::back(&words);
    let press = ui::tap(move |_| {
        let set_up = set_up.chosen();
        if has_language(&words, &set_up, says) {
            let mut kiosk = before.clone();
            kiosk.choose(&set_up);
            keep(&words, &kiosk, says);
        }
    });
    view! { {said(says)}<button type="button" class="main-action" id="save" on:click=press><span>{label}</span>{ui::glyph("check")}</button>{back} }.into_any()
}

/// A code is chosen and typed once more; then the kiosk begins.
fn with_code(words: &Say, set_up: Form, says: RwSignal<Option<String>>) -> AnyView {
    let words = words.clone();
    let chosen = RwSignal::new(None::<String>);
    let input: NodeRef<Input> = NodeRef::new();
    let enter = {
        let words = words.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = input.get_untracked() else { return };
            let typed = input.value();
            let tell = |text: &str| says.set(Some(text.to_owned()));
            match chosen.get_untracked() {
                _ if !has_language(&words, &set_up.chosen(), says) => return,
                None if !is_code(&typed) => return tell(words.kiosk_code_short()),
                None => {
                    says.set(None);
                    chosen.set(Some(typed));
                }
                Some(first) if first != typed => {
                    tell(words.kiosk_code_other());
                    chosen.set(None);
                }
                Some(_) => begin(&words, set_up.chosen(), says, typed),
            }
            input.set_value("");
        }
    };
    let field = {
        let words = words.clone();
        ui::live(move || {
            let label = if chosen.with(Option::is_none) { words.kiosk_code_choose() } else { words.kiosk_code_again() };
            code(&words, label, input)
        })
    };
    let (next, start) = (words.next().to_owned(), words.kiosk_start().to_owned());
    let label = ui::text(move || if chosen.with(Option::is_none) { next.clone() } else { start.clone() });
    view! {
        <section>
            <h2>{words.kiosk_code().to_owned()}</h2>
            <p class="quiet">{ui::said(words.kiosk_code_no_lock())}</p>
            <form class="kiosk-code" on:submit=enter novalidate>
                {field}
                {said(says)}
                <button type="submit" class="main-action" id="enter"><span>{label}</span>{ui::glyph("next")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn begin(words: &Say, set_up: SetUp, says: RwSignal<Option<String>>, code: String) {
    let words = words.clone();
    spawn_local(async move {
        let salt = kiosk::salt();
        let Some(sum) = kiosk::sum(&salt, &code).await else {
            return says.set(Some(words.kiosk_unsafe().to_owned()));
        };
        let mut kiosk = Kiosk::default();
        kiosk.choose(&set_up);
        kiosk.set_code(&salt, &sum);
        keep(&words, &kiosk, says);
    });
}
