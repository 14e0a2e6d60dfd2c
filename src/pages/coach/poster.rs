//! The poster: one A4 for the wall, with the code of the route, its address in letters, and whom to ask.

use super::frame::{self, frame};
use super::share;
use crate::browser::{address, file};
use crate::state::{Desk, Shelf, custom};
use crate::ui;
use crate::words::coach::{CoachWords, say};
use crate::words::fill;
use engine::catalogue::Catalogue;
use engine::desk::DeskPlace;
use engine::desk::LONGEST_NAME;
use engine::route::Route;
use leptos::prelude::*;

/// How many lessons are named on the poster; more would not fit with pictures.
const NAMED: usize = 6;

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let words = say();
    let route = desk.draft.with_untracked(|draft| draft.route());
    let link = match route.href() {
        Ok(href) => address::of_app(&href),
        Err(why) => return frame(desk, words.poster_title(), &DeskPlace::Poster, share::no_address(&words, why)),
    };
    let (organisation, coach) =
        desk.draft.with_untracked(|draft| (draft.organisation().to_owned(), draft.coach().to_owned()));
    let field = |id: &'static str, label: &str, value: String, write: fn(Desk, &str)| {
        view! {
            <p class="field">
                <label for=id>{label.to_owned()}</label>
                <input type="text" id=id autocomplete="off" maxlength=LONGEST_NAME.to_string() value=value on:input=move |event| write(desk, &event_target_value(&event))/>
            </p>
        }
    };
    let look = Look { is_large: RwSignal::new(false), logo: RwSignal::new(None) };
    let refused = RwSignal::new(false);
    let open_logo = move |event| {
        file::chosen_picture(&event, move |picture| {
            refused.set(picture.is_none());
            look.logo.set(picture);
        });
    };
    let sizes = vec![("a4", "A4".to_owned(), None), ("a3", "A3".to_owned(), None)];
    let size = Callback::new(move |()| if look.is_large.get() { "a3" } else { "a4" });
    let choose_size = Callback::new(move |size| look.is_large.set(size == "a3"));
    let no_picture = words.no_picture().to_owned();
    let instead = words.poster_own_name().to_owned();
    let instead = ui::live(move || match custom::right(desk.custom) {
        Some(custom) if !custom.name().is_empty() => {
            let says = fill(&instead, &[("name", custom.name())]);
            view! { <p class="quiet">{ui::said(&says)}</p> }.into_any()
        }
        _ => ().into_any(),
    });
    let sheet = ui::live(move || match (desk.linked.get(), desk.paper_words.get()) {
        (Shelf::Ready(catalogue), Shelf::Ready(words)) => paper(desk, &words, &catalogue, &route, &link, look),
        (Shelf::NotLoaded(_), _) | (_, Shelf::NotLoaded(_)) => frame::told(say().not_loaded()),
        _ => ().into_any(),
    });
    let inside = view! {
        <div class="paper-tools">
            {field("organisation", words.organisation(), organisation, |desk, text| desk.change(|draft| { let coach = draft.coach().to_owned(); draft.set_names(text, &coach); }))}
            {instead}
            {field("coach-name", words.coach_name(), coach, |desk, text| desk.change(|draft| { let organisation = draft.organisation().to_owned(); draft.set_names(&organisation, text); }))}
            {ui::select("paper-size", words.paper_size(), sizes, size, choose_size)}
            <label class="second-action file">
                <input type="file" id="logo" accept="image/*" on:change=open_logo/>
                {ui::glyph("plus")}<span>{words.logo().to_owned()}</span>
            </label>
            <p class="quiet">{ui::said(words.names_says())}</p>
            <p class="quiet" aria-live="polite">{ui::text(move || if refused.get() { no_picture.clone() } else { String::new() })}</p>
            {frame::print_button()}
        </div>
        {sheet}
    };
    frame(desk, words.poster_title(), &DeskPlace::Poster, inside.into_any())
}

/// How the paper looks, as long as the page is open.
#[derive(Clone, Copy)]
struct Look {
    /// A3, twice as large as A4.
    is_large: RwSignal<bool>,
    /// The address of the organisation's picture.
    logo: RwSignal<Option<String>>,
}

fn paper(desk: Desk, words: &CoachWords, catalogue: &Catalogue, route: &Route, link: &str, look: Look) -> AnyView {
    // Who asks for help is typed meanwhile; the rest of the paper stays.
    let (tongue, of) = untrack(move || (desk.link_language(), desk.paper_language(desk.link_language())));
    let there: Vec<_> = route.lessons().iter().filter_map(|lesson| catalogue.lesson(lesson)).collect();
    let one = |(course, entry): &(&engine::catalogue::Course, &engine::catalogue::Entry)| {
        view! {
            <li class=format!("tint-{}", course.tint) lang=tongue.lang dir=tongue.dir>
                <span class="plate">{ui::decoration(entry.picture.as_str())}</span><span>{entry.title.clone()}</span>
            </li>
        }
    };
    // "And 1 more" takes the room of the one.
    let named = if there.len() == NAMED + 1 { NAMED + 1 } else { NAMED };
    let more = there.len().saturating_sub(named);
    let more = (more > 0)
        .then(|| view! { <p class="poster-more">{fill(words.poster_more(), &[("count", &more.to_string())])}</p> });
    let organisation = ui::text(move || match desk.draft.with(|draft| draft.organisation().to_owned()) {
        none if none.is_empty() => {
            custom::right(desk.custom).map(|custom| custom.name().to_owned()).unwrap_or_default()
        }
        name => name,
    });
    let ask = {
        let text = words.poster_ask().to_owned();
        ui::live(move || match desk.draft.with(|draft| draft.coach().to_owned()) {
            name if name.is_empty() => ().into_any(),
            name => ui::said(&fill(&text, &[("name", &name)])),
        })
    };
    let typed = {
        let link = link.to_owned();
        ui::text(move || desk.short_link().unwrap_or_else(|| link.clone()))
    };
    // Its words stand beside it.
    let theirs = move || custom::right(desk.custom).and_then(|custom| custom::picture(custom.logo()));
    let logo = ui::live(move || match look.logo.get().or_else(theirs) {
        Some(address) => view! { <img class="poster-logo" src=address alt=""/> }.into_any(),
        None => ui::steps_sign(),
    });
    view! {
        <article class="paper poster" class:a3=move || look.is_large.get() lang=of.lang dir=of.dir>
            <p class="poster-top">{logo}<span>{organisation}</span></p>
            <h2>{words.poster_head().to_owned()}</h2>
            <ul>{there.iter().take(named).map(one).collect_view()}</ul>
            {more}
            <p class="poster-scan">{ui::said(words.poster_scan())}</p>
            {ui::qr(link, words.the_link())}
            <p>{ui::said(words.poster_type())}</p>
            <p class="link-text" dir="ltr">{typed}</p>
            <p class="poster-ask">{ask}</p>
        </article>
    }
    .into_any()
}
