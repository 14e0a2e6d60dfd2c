//! Starting points: who is in front of you, what to know of them, what to do, and with which list or lesson to begin.

use super::frame::{self, frame};
use super::staff;
use crate::browser::address;
use crate::state::{Desk, Shelf};
use crate::ui;
use crate::words::coach::{Say, say};
use engine::catalogue::Catalogue;
use engine::desk::DeskPlace;
use engine::guide::{Group, Point, Starting};
use engine::ids::ItemId;
use leptos::prelude::*;

/// All of them, or the chosen one.
pub fn page(desk: Desk, catalogue: &Catalogue, chosen: Option<&ItemId>) -> AnyView {
    let starting = match desk.starting.get() {
        Shelf::Waiting => return frame::waiting(desk),
        Shelf::NotLoaded(_) => return frame::not_loaded(desk),
        Shelf::Ready(starting) => starting,
    };
    let Some(id) = chosen else { return all(desk, &starting) };
    match starting.groups.iter().flat_map(|group| &group.points).find(|point| point.id == *id) {
        Some(point) => one(desk, catalogue, point),
        None => frame::unknown(desk),
    }
}

fn all(desk: Desk, starting: &Starting) -> AnyView {
    let words = say();
    let point = |point: &Point| {
        let href = DeskPlace::Start(Some(point.id.clone())).href();
        view! {
            <li>
                <a class="choice" href=href>
                    <span class="plate">{ui::decoration(point.picture.as_str())}</span>
                    <span class="row-title">{point.title.clone()}</span>
                </a>
            </li>
        }
    };
    let group = |(at, group): (usize, &Group)| {
        let heading = format!("group-{at}");
        let says = group.says.join("\n");
        view! {
            <section aria-labelledby=heading.clone()>
                <h2 id=heading.clone()>{group.title.clone()}</h2>
                <p class="quiet">{ui::said(&says)}</p>
                <ul class="desk-tiles">{group.points.iter().map(point).collect_view()}</ul>
            </section>
        }
    };
    let inside = view! {
        <p>{ui::said(words.start_says())}</p>
        {starting.groups.iter().enumerate().map(group).collect_view()}
    };
    frame(desk, words.start_title(), &DeskPlace::Start(None), inside.into_any())
}

fn one(desk: Desk, catalogue: &Catalogue, point: &Point) -> AnyView {
    let words = say();
    let list = |id: &'static str, heading: &str, lines: &[String]| {
        let lines = lines.iter().map(|line| view! { <li>{ui::said(line)}</li> }).collect_view();
        view! { <section aria-labelledby=id><h2 id=id>{heading.to_owned()}</h2><ul class="lines">{lines}</ul></section> }
    };
    let inside = view! {
        <div class="desk-point">
            <div class="plate">{ui::decoration(point.picture.as_str())}</div>
            {list("know", words.start_know(), &point.know)}
            {list("act", words.start_act(), &point.act)}
            {begin(desk, catalogue, point, &words)}
            <p class="quiet">{ui::said(words.start_ours())}</p>
            <a class="second-action" href=DeskPlace::Start(None).href()>{words.start_all().to_owned()}</a>
        </div>
    };
    // No place of the bar is this one.
    frame(desk, &point.title, &DeskPlace::Unknown, inside.into_any())
}

/// The list to put into the route, or the lessons for whoever reads this.
fn begin(desk: Desk, catalogue: &Catalogue, point: &Point, words: &Say) -> AnyView {
    let section = |heading: &str, inside: AnyView| {
        view! { <section aria-labelledby="begin"><h2 id="begin">{heading.to_owned()}</h2>{inside}</section> }.into_any()
    };
    let Some(path) = &point.path else {
        let Shelf::Ready(courses) = desk.staff.get() else { return ().into_any() };
        let rows =
            point.lessons.iter().filter_map(|lesson| Some(staff::row(courses.lesson(lesson)?.1, &courses.language)));
        return section(words.start_lessons(), view! { <ul class="picks">{rows.collect_view()}</ul> }.into_any());
    };
    let Shelf::Ready(paths) = desk.paths.get() else { return ().into_any() };
    let Some(path) = paths.iter().find(|one| one.id == *path).cloned() else { return ().into_any() };
    let title = |lesson| Some(view! { <li>{catalogue.lesson(lesson)?.1.title.clone()}</li> });
    let lessons = path.lessons.iter().filter_map(title).collect_view();
    let heading = format!("{}: {}", words.start_path(), path.title);
    let take = ui::tap(move |_| {
        desk.change_route(|route| route.add(&path.lessons));
        address::go(&DeskPlace::Route.href());
    });
    let inside = view! {
        <ol class="lines">{lessons}</ol>
        <button type="button" class="main-action" id="take-path" on:click=take>{ui::glyph("plus")}<span>{words.start_take().to_owned()}</span></button>
    };
    section(&heading, inside.into_any())
}
