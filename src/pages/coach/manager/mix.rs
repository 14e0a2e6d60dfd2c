//! The self-check, and the mix that it shows: a bar for each type, with the same in words. It is no score: nothing is added up, and no type is better.

use super::Page;
use crate::ui;
use crate::words::fill;
use engine::guide::{Statement, WiseType};
use engine::manager::{Fit, Notes, Share};
use leptos::ev::Event;
use leptos::prelude::*;

impl Page {
    pub(super) fn self_check(&self) -> AnyView {
        let statements = self.guide.statements.iter().map(|one| self.statement(one)).collect_view();
        let page = self.clone();
        let mix = ui::live(move || {
            let notes = page.desk.notes.get();
            match notes.unanswered(&page.guide.statements) {
                0 => page.mix(&notes),
                open => view! { <p>{ui::said(&fill(page.words.mix_open(), &[("count", &open.to_string())]))}</p> }
                    .into_any(),
            }
        });
        view! {
            <p>{ui::said(self.words.type_says())}</p>
            {statements}
            <section class="desk-mix" aria-labelledby="mix">
                <h2 id="mix">{self.words.mix_title().to_owned()}</h2>
                <div aria-live="polite">{mix}</div>
            </section>
            <p class="quiet">{ui::said(self.words.type_ours())}</p>
        }
        .into_any()
    }

    fn statement(&self, statement: &Statement) -> AnyView {
        let desk = self.desk;
        let choice = |fit: Fit| {
            let (value, text) = match fit {
                Fit::Fits => ("fits", self.words.fits()),
                Fit::Partly => ("partly", self.words.fits_partly()),
                Fit::Not => ("not", self.words.fits_not()),
            };
            let (id, same) = (statement.id.to_string(), statement.id.to_string());
            let checked = ui::flag(move || desk.notes.with(|notes| notes.answer(&same) == Some(fit)));
            let change: Box<dyn FnMut(Event)> = {
                let id = id.clone();
                Box::new(move |_| desk.change_notes(|notes| notes.set_answer(&id, fit)))
            };
            view! {
                <label class="choice">
                    <input type="radio" name=id.clone() id=format!("{id}-{value}") prop:checked=checked on:change=change/>
                    <span>{text.to_owned()}</span>
                </label>
            }
        };
        let choices = Fit::ALL.into_iter().map(choice).collect_view();
        view! { <fieldset class="choices"><legend>{statement.text.clone()}</legend><div>{choices}</div></fieldset> }
            .into_any()
    }

    /// What comes first, in words.
    pub(super) fn mix_told(&self, notes: &Notes) -> String {
        let first = notes.mix(&self.guide.statements).first();
        let titles: Vec<&str> =
            first.iter().filter_map(|at| self.guide.types.get(*at)).map(|one| one.title.as_str()).collect();
        let text = match titles.len() {
            0 => self.words.mix_none(),
            1 => self.words.mix_one(),
            _ => self.words.mix_more(),
        };
        fill(text, &[("types", &titles.join(", "))])
    }

    /// The mix: what comes first, and a bar with words for each type.
    pub(super) fn mix(&self, notes: &Notes) -> AnyView {
        let mix = notes.mix(&self.guide.statements);
        let bar = |(at, one): (usize, &WiseType)| {
            let share = match mix.share(at) {
                Share::Nothing => self.words.share_nothing(),
                Share::Little => self.words.share_little(),
                Share::Partly => self.words.share_partly(),
                Share::Much => self.words.share_much(),
            };
            let wide = mix.shares.get(at).copied().unwrap_or_default().to_string();
            view! {
                <li>
                    <span class="plate">{ui::decoration(one.picture.as_str())}</span>
                    <span class="mix-words"><b>{one.title.clone()}</b>{format!(": {share}")}</span>
                    <svg class="mix-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                        <rect class="mix-all" width="100" height="8"/>
                        <rect class="mix-part" width=wide height="8"/>
                    </svg>
                </li>
            }
        };
        view! {
            <p class="mix-told">{ui::said(&self.mix_told(notes))}</p>
            <ul class="mix">{self.guide.types.iter().enumerate().map(bar).collect_view()}</ul>
        }
        .into_any()
    }
}
