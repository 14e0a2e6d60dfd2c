//! The plan: one A4 of all that was noted. What does not fit is counted.

use super::super::frame;
use super::{Page, national};
use crate::ui;
use crate::words::fill;
use engine::desk::LONGEST_NAME;
use engine::manager::{Job, Notes};
use leptos::ev::Event;
use leptos::prelude::*;

/// How many lines of each side, and how many jobs, have room on one sheet.
const LINES: usize = 2;
const JOBS: usize = 4;

impl Page {
    pub(super) fn plan(&self) -> AnyView {
        let (desk, words) = (self.desk, &self.words);
        let notes = desk.notes.get_untracked();
        let name = desk.draft.with_untracked(|draft| draft.organisation().to_owned());
        let rename = move |event: Event| {
            let name = event_target_value(&event);
            desk.change(|draft| {
                let coach = draft.coach().to_owned();
                draft.set_names(&name, &coach);
            });
        };
        let organisation = ui::text(move || desk.draft.with(|draft| draft.organisation().to_owned()));
        let country = self.chosen_country(&notes).map(|country| {
            let wise = country.terms.first().map(|term| view! { " · " {national(&term.words)} });
            view! { <p>{country.name.clone()}{wise}</p> }
        });
        let sections = [
            (words.mix_title(), self.mix_on_paper(&notes)),
            (words.plan_weighed(), self.weighed(&notes)),
            (words.plan_screens(), self.counted(&notes)),
            (words.plan_steps(), self.first_steps(&notes)),
        ];
        let section = |(heading, inside): (&str, AnyView)| {
            view! { <section><h3>{heading.to_owned()}</h3>{inside}</section> }
        };
        view! {
            <div class="paper-tools">
                <p class="field">
                    <label for="organisation">{words.organisation().to_owned()}</label>
                    <input type="text" id="organisation" autocomplete="off" maxlength=LONGEST_NAME.to_string() value=name on:input=rename/>
                </p>
                {frame::print_button()}
            </div>
            <article class="paper plan">
                <p class="poster-top">{ui::steps_sign()}<span>{organisation}</span></p>
                <h2>{words.plan_title().to_owned()}</h2>
                {country}
                {sections.into_iter().map(section).collect_view()}
                <p class="sheet-standing">{ui::said(words.plan_ours())}</p>
            </article>
            <div class="paper-tools">{self.on(engine::desk::ManagerPage::Plan)}</div>
        }
        .into_any()
    }

    fn nothing(&self) -> AnyView {
        view! { <p>{self.words.plan_nothing().to_owned()}</p> }.into_any()
    }

    fn more(&self, count: usize) -> Option<AnyView> {
        (count > 0)
            .then(|| view! { <p>{fill(self.words.plan_more(), &[("count", &count.to_string())])}</p> }.into_any())
    }

    fn mix_on_paper(&self, notes: &Notes) -> AnyView {
        match notes.unanswered(&self.guide.statements) {
            0 => self.mix(notes),
            _ => self.nothing(),
        }
    }

    /// What was ticked of all types, side by side.
    fn weighed(&self, notes: &Notes) -> AnyView {
        let side = |(at, heading): (usize, &str)| {
            let lines = self.guide.types.iter().filter_map(|one| one.sides().get(at).copied()).flatten();
            let ticked: Vec<_> = lines.filter(|line| notes.is_ticked(line.id.as_str())).collect();
            let shown = ticked.iter().take(LINES).map(|line| view! { <li>{line.text.clone()}</li> }).collect_view();
            let is_there = !ticked.is_empty();
            let more = self.more(ticked.len().saturating_sub(LINES));
            is_there.then(|| view! { <div><b>{heading.to_owned()}</b><ul>{shown}</ul>{more}</div> })
        };
        let sides: Vec<_> = self.sides().into_iter().enumerate().filter_map(side).collect();
        if sides.is_empty() { self.nothing() } else { view! { <div class="plan-sides">{sides}</div> }.into_any() }
    }

    /// The jobs with most screens.
    fn counted(&self, notes: &Notes) -> AnyView {
        let mut jobs: Vec<&Job> = notes.jobs().iter().filter(|job| job.total() > 0).collect();
        if jobs.is_empty() {
            return self.nothing();
        }
        jobs.sort_by_key(|job| core::cmp::Reverse(job.total()));
        let kinds = |job: &Job| {
            let there = self.guide.screens.iter().filter(|screen| job.screens(screen.id.as_str()) > 0);
            let one = there.map(|screen| format!("{} {}", job.screens(screen.id.as_str()), screen.text));
            one.collect::<Vec<_>>().join(", ")
        };
        let row = |job: &&Job| {
            view! { <tr><th scope="row">{job.name().to_owned()}</th><td>{job.total()}</td><td>{kinds(job)}</td></tr> }
        };
        view! {
            <table><tbody>{jobs.iter().take(JOBS).map(row).collect_view()}</tbody></table>
            {self.more(jobs.len().saturating_sub(JOBS))}
        }
        .into_any()
    }

    /// Every step with a box, to be ticked with a pen; ticked already where the manager did.
    fn first_steps(&self, notes: &Notes) -> AnyView {
        let step = |step: &engine::guide::Step| {
            let check = notes.is_ticked(step.id.as_str()).then(|| ui::glyph("check"));
            let spoken =
                check.is_some().then(|| view! { <span class="spoken">{self.words.plan_ticked().to_owned()}</span> });
            view! { <li><span class="tick-box">{check}</span><span>{spoken}{step.text.clone()}</span></li> }
        };
        view! { <ul class="plan-steps">{self.guide.steps.iter().map(step).collect_view()}</ul> }.into_any()
    }
}
