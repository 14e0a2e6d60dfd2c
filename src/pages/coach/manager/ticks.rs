//! What is weighed for each type, and first steps: sentences to tick. What is ticked comes onto the plan.

use super::Page;
use crate::browser::address;
use crate::ui;
use engine::guide::{Step, WiseType};
use engine::ids::LessonId;
use engine::place::{Link, LinkOptions, Place};
use engine::settings::Language;
use leptos::ev::Event;
use leptos::prelude::*;

impl Page {
    /// Every type with its four sides; those that come first in the mix before the others.
    pub(super) fn weigh(&self) -> AnyView {
        let first = self.desk.notes.with_untracked(|notes| notes.mix(&self.guide.statements).first());
        let types: Vec<(usize, &WiseType)> = self.guide.types.iter().enumerate().collect();
        let (before, after): (Vec<_>, Vec<_>) = types.into_iter().partition(|(at, _)| first.contains(at));
        let one = |(at, one): (usize, &WiseType)| {
            let id = format!("type-{at}");
            let side = |(heading, lines): (&str, &[engine::guide::Line])| {
                let rows =
                    lines.iter().map(|line| self.row(line.id.as_str(), &line.text, ().into_any())).collect_view();
                view! { <div><h3>{heading.to_owned()}</h3><ul class="picks">{rows}</ul></div> }
            };
            let sides = self.sides().into_iter().zip(one.sides()).map(side).collect_view();
            view! {
                <section aria-labelledby=id.clone()>
                    <h2 id=id.clone() class="desk-type"><span class="plate">{ui::decoration(one.picture.as_str())}</span><span>{one.title.clone()}</span></h2>
                    <p>{ui::said(&one.says)}</p>
                    <div class="desk-sides">{sides}</div>
                </section>
            }
        };
        view! {
            <p>{ui::said(self.words.weigh_says())}</p>
            {before.into_iter().chain(after).map(one).collect_view()}
            <p class="quiet">{ui::said(self.words.type_ours())}</p>
        }
        .into_any()
    }

    /// What the four sides are called.
    pub(super) fn sides(&self) -> [&str; 4] {
        let words = &self.words;
        [words.side_strengths(), words.side_weaknesses(), words.side_opportunities(), words.side_threats()]
    }

    pub(super) fn steps(&self) -> AnyView {
        let one = |step: &Step| {
            let lesson = step.lesson.as_ref().map(|lesson| self.lesson(lesson, &step.text));
            self.row(step.id.as_str(), &step.text, lesson.into_any())
        };
        view! {
            <p>{ui::said(self.words.steps_says())}</p>
            <ul class="picks">{self.guide.steps.iter().map(one).collect_view()}</ul>
            <p class="quiet">{ui::said(self.words.steps_ours())}</p>
        }
        .into_any()
    }

    /// A sentence to tick, and what stands beside it.
    fn row(&self, id: &str, text: &str, beside: AnyView) -> AnyView {
        let desk = self.desk;
        let (same, ticked) = (id.to_owned(), id.to_owned());
        let checked = ui::flag(move || desk.notes.with(|notes| notes.is_ticked(&same)));
        let change: Box<dyn FnMut(Event)> = Box::new(move |_| desk.change_notes(|notes| notes.tick(&ticked)));
        view! {
            <li class="pick">
                <label class="choice">
                    <span class="tick"><input type="checkbox" id=format!("tick-{id}") prop:checked=checked on:change=change/>{ui::glyph("check")}</span>
                    <span class="row-text">{text.to_owned()}</span>
                </label>
                {beside}
            </li>
        }
        .into_any()
    }

    /// The way to the lesson of a step, in the app.
    fn lesson(&self, lesson: &LessonId, of: &str) -> AnyView {
        let options = LinkOptions { language: Language::new(self.desk.language().lang), ..LinkOptions::default() };
        let href = address::of_app(&Link { place: Place::Lesson(lesson.clone()), options }.href());
        let label = format!("{}: {of}", self.words.steps_lesson());
        view! { <a class="round" href=href aria-label=label>{ui::glyph("next")}</a> }.into_any()
    }
}
