//! Jobs, and how many screens of each kind somebody needs for them.

use super::Page;
use crate::browser::focus;
use crate::ui;
use crate::words::fill;
use engine::guide::Screen;
use engine::manager::{Job, LONGEST_JOB, MOST_JOBS, MOST_SCREENS, Notes};
use leptos::ev::Event;
use leptos::prelude::*;

/// Draws the jobs anew and gives the focus to the first of these.
type Drawn = RwSignal<Option<&'static str>>;

impl Page {
    pub(super) fn screens(&self) -> AnyView {
        let desk = self.desk;
        // Fields that are written in stay; they are drawn anew when a job comes or goes.
        let drawn: Drawn = RwSignal::new(None);
        let page = self.clone();
        let jobs = ui::live(move || {
            if let Some(selector) = drawn.get() {
                focus::first(selector);
            }
            let notes = desk.notes.get_untracked();
            let jobs = notes.jobs().iter().enumerate().map(|(at, job)| page.job(at, job, drawn)).collect_view();
            let add = move |_| {
                desk.change_notes(Notes::add_job);
                drawn.set(Some(".desk-job:last-child input"));
            };
            let add = match notes.jobs().len() < MOST_JOBS {
                true => view! { <button type="button" class="second-action" id="add-job" on:click=ui::tap(add)>{ui::glyph("plus")}<span>{page.words.job_add().to_owned()}</span></button> }.into_any(),
                false => view! { <p>{ui::said(&fill(page.words.job_full(), &[("count", &MOST_JOBS.to_string())]))}</p> }.into_any(),
            };
            view! { <div class="desk-jobs">{jobs}</div> {add} }.into_any()
        });
        let page = self.clone();
        let total = ui::text(move || desk.notes.with(|notes| page.total_told(notes)));
        view! {
            <p>{ui::said(self.words.screens_says())}</p>
            {jobs}
            <p class="mix-told" aria-live="polite">{total}</p>
        }
        .into_any()
    }

    /// How many screens there are in all jobs, in words.
    pub(super) fn total_told(&self, notes: &Notes) -> String {
        let (count, jobs) = (notes.total().to_string(), notes.jobs().len().to_string());
        fill(self.words.screens_total(), &[("count", &count), ("jobs", &jobs)])
    }

    fn job(&self, at: usize, job: &Job, drawn: Drawn) -> AnyView {
        let (desk, words) = (self.desk, &self.words);
        let id = format!("job-{at}");
        let name = move |event: Event| desk.change_notes(|notes| notes.name_job(at, &event_target_value(&event)));
        let remove = move |_| {
            desk.change_notes(|notes| notes.remove_job(at));
            drawn.set(Some("#add-job"));
        };
        let label = fill(words.job_number(), &[("count", &(at + 1).to_string())]);
        let removing = format!("{}: {label}", words.remove());
        let counts = self.guide.screens.iter().map(|screen| self.count(at, job, screen)).collect_view();
        view! {
            <fieldset class="desk-job">
                <legend class="spoken">{label.clone()}</legend>
                <div class="desk-job-name">
                    <p class="field">
                        <label for=id.clone()>{label}</label>
                        <input type="text" id=id.clone() autocomplete="off" maxlength=LONGEST_JOB.to_string() value=job.name().to_owned() on:input=name/>
                    </p>
                    <button type="button" class="round" id=format!("{id}-remove") aria-label=removing on:click=ui::tap(remove)>{ui::glyph("close")}</button>
                </div>
                <div class="desk-counts">{counts}</div>
            </fieldset>
        }
        .into_any()
    }

    fn count(&self, at: usize, job: &Job, screen: &Screen) -> AnyView {
        let desk = self.desk;
        let id = format!("job-{at}-{}", screen.id);
        let now = match job.screens(screen.id.as_str()) {
            0 => String::new(),
            count => count.to_string(),
        };
        let kind = screen.id.to_string();
        // What is no number counts as none.
        let change = move |event: Event| {
            let count = event_target_value(&event).parse().unwrap_or_default();
            desk.change_notes(|notes| notes.count_screens(at, &kind, count));
        };
        view! {
            <p class="field">
                <label for=id.clone()><span class="plate">{ui::decoration(screen.picture.as_str())}</span><span>{screen.text.clone()}</span></label>
                <input type="number" inputmode="numeric" id=id.clone() min="0" max=MOST_SCREENS.to_string() placeholder="0" value=now on:input=change/>
            </p>
        }
        .into_any()
    }
}
