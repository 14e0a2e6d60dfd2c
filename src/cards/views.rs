//! Draws a view, block by block: as a document to read, as a document to search, or as a device to work.

use super::Play;
use super::text::words;
use crate::ui;
use crate::words::{Say, fill, say};
use engine::ids::{ItemId, ViewId};
use engine::session::Action;
use engine::view::{Block, Frame, Tone, View};
use leptos::prelude::*;
use std::sync::Arc;

/// What a view is for.
#[derive(Clone, Copy, PartialEq)]
pub enum Mode {
    /// To read.
    Read,
    /// To search: everything can be tapped.
    Find,
    /// To work: controls can be tapped.
    Device,
}

/// How a thing stands out.
#[derive(Clone, Copy, PartialEq)]
pub enum Light {
    Off,
    /// Here is the clue, the next tap, the answer.
    Lit,
    /// Found.
    Found,
    /// No longer to be tapped.
    Out,
}

/// Asks how a thing stands out now.
pub type Ask = Arc<dyn Fn(&ItemId) -> Light + Send + Sync>;

/// A view beside a question; the clue lights up after a miss.
pub fn document(play: &Play, view: &ViewId, clue: Option<&ItemId>) -> AnyView {
    let (of, clue) = (play.clone(), clue.cloned());
    let light = move |item: &ItemId| {
        let lit = clue.as_ref() == Some(item) && of.session.with(|session| session.attempt(&of.step)).misses > 0;
        if lit { Light::Lit } else { Light::Off }
    };
    self::view(play, view, Mode::Read, Arc::new(light))
}

/// What a view is called as a whole.
pub fn label(play: &Play, id: &ViewId) -> String {
    play.lesson.views.get(id).map_or_else(String::new, |view| frame(view, &say()).1)
}

/// A view in its frame. A device's views stand one after another in a place that has the name and keeps the focus.
pub fn view(play: &Play, id: &ViewId, mode: Mode, light: Ask) -> AnyView {
    let Some(view) = play.lesson.views.get(id) else { return ().into_any() };
    let (frame, label) = frame(view, &say());
    let (role, label) = (mode != Mode::Device).then_some(("group", label)).unzip();
    let pen = Pen { play, mode, view, light };
    let blocks = view.blocks.iter().map(|block| pen.block(block)).collect_view();
    let class = format!("view frame-{frame}");
    view! { <div class=class role=role aria-label=label><div class="screen">{blocks}</div></div> }.into_any()
}

fn frame(view: &View, own: &Say) -> (&'static str, String) {
    let (name, label) = match view.frame {
        Frame::Phone => ("phone", own.device_phone()),
        Frame::Tablet => ("tablet", own.device_tablet()),
        Frame::Kiosk => ("kiosk", own.device_kiosk()),
        Frame::Scanner => ("scanner", own.device_scanner()),
        Frame::Clock => ("clock", own.device_clock()),
        Frame::Till => ("till", own.device_till()),
        Frame::Paper => ("paper", own.device_paper()),
        Frame::Bare => ("bare", own.device_bare()),
    };
    (name, label.to_owned())
}

struct Pen<'a> {
    play: &'a Play,
    mode: Mode,
    view: &'a View,
    light: Ask,
}

impl Pen<'_> {
    fn block(&self, block: &Block) -> AnyView {
        match block {
            Block::Status(time) => self.status(time),
            Block::Bar { title, back } => {
                let back = back.as_ref().map(|back| self.thing(back, "back", ui::glyph("back")));
                let title = self.thing(title, "bar-title", ().into_any());
                view! { <div class="block bar">{back}{title}</div> }.into_any()
            }
            Block::Heading(item) => self.thing(item, "block heading", self.picture_of(item)),
            Block::Text(item) => self.thing(item, "block text", self.picture_of(item)),
            Block::Tiles(items) => self.list("block tiles", "tile", items, None),
            Block::Rows(items) => self.list("block rows", "row", items, Some("next")),
            Block::Switch { item, on } => {
                let state = if *on { say().switch_on().to_owned() } else { say().switch_off().to_owned() };
                let knob = view! { <span class="switch" class:on=*on><span class="switch-word">{state}</span><span class="knob" aria-hidden="true"></span></span> };
                self.thing_with_end(item, "block row", self.picture_of(item), knob.into_any())
            }
            Block::Level { item, value, less, more } => self.level(item, *value, less.as_ref(), more.as_ref()),
            Block::From(item) => self.thing(item, "block bubble theirs", self.picture_of(item)),
            Block::Me(item) => self.thing(item, "block bubble mine", self.picture_of(item)),
            Block::Note { item, sender } => {
                let sender = sender.as_ref().map(|sender| view! { <span class="note-sender">{self.text_of(sender)}</span> });
                self.thing_with_end(item, "block note", view! { {self.picture_of(item)} {sender} }.into_any(), ().into_any())
            }
            Block::Field { item, value } => {
                let value = value.as_ref().map(|value| self.text_of(value));
                let end = view! { <span class="field-value">{value}</span> }.into_any();
                self.thing_with_end(item, "block form-field", self.picture_of(item), end)
            }
            Block::Line { item, value } => {
                let part = |item: &ItemId, class| self.thing(item, class, self.picture_of(item));
                let (label, value) = (part(item, "line-label"), part(value, "line-value"));
                view! { <div class="block line">{label}{value}</div> }.into_any()
            }
            Block::Table { head, rows } => self.table(head, rows),
            Block::Button { item, tone } => self.thing(item, &format!("block button {}", tone_name(*tone)), self.picture_of(item)),
            Block::Pad(item) => self.thing(item, "block pad", self.picture_of(item)),
            Block::Sign { item, tone } => self.thing(item, &format!("block sign {}", tone_name(*tone)), self.picture_of(item)),
            Block::Picture(id) => {
                view! { <div class="block shown-picture plate">{ui::picture(id.as_str(), self.play.lesson.alt(id))}</div> }.into_any()
            }
            Block::Scene { picture, spots } => {
                // A picture is not mirrored for right-to-left readers, so its spots are measured from its left.
                let spots = spots.iter().map(|spot| {
                    let [x, y, w, h] = [spot.x, spot.y, spot.w, spot.h].map(|part| format!("{part}%"));
                    let inside = self.thing(&spot.item, "spot", ().into_any());
                    view! { <span class="spot-place" style:left=x style:top=y style:width=w style:height=h>{inside}</span> }
                });
                let alt = self.play.lesson.alt(picture);
                view! { <div class="block scene">{ui::picture(picture.as_str(), alt)}{spots.collect_view()}</div> }.into_any()
            }
        }
    }

    fn status(&self, time: &str) -> AnyView {
        view! {
            <div class="block status">
                <span>{time.to_owned()}</span>
                <span class="status-signs">{ui::glyph("signal")}{ui::glyph("battery")}</span>
            </div>
        }
        .into_any()
    }

    fn list(&self, class: &'static str, each: &str, items: &[ItemId], end: Option<&'static str>) -> AnyView {
        let one = |item: &ItemId| {
            let end = end.map_or_else(|| ().into_any(), ui::glyph);
            view! { <li>{self.thing_with_end(item, each, self.picture_of(item), end)}</li> }
        };
        view! { <ul class=class>{items.iter().map(one).collect_view()}</ul> }.into_any()
    }

    fn level(&self, item: &ItemId, value: u8, less: Option<&ItemId>, more: Option<&ItemId>) -> AnyView {
        let bars = (1..=5).map(|at| view! { <span class="level-bar" class:filled=at <= value></span> }).collect_view();
        let spoken = fill(say().level_of(), &[("level", &value.to_string())]);
        let button = |item: Option<&ItemId>, sign| item.map(|item| self.thing(item, "level-button", ui::glyph(sign)));
        view! {
            <div class="block level">
                {self.thing(item, "level-name", self.picture_of(item))}
                <div class="level-row">
                    {button(less, "minus")}
                    <span class="level-bars" role="img" aria-label=spoken>{bars}</span>
                    {button(more, "plus")}
                </div>
            </div>
        }
        .into_any()
    }

    fn table(&self, head: &[ItemId], rows: &[Vec<ItemId>]) -> AnyView {
        let cell = |item: &ItemId| self.thing(item, "cell", self.picture_of(item));
        let head = (!head.is_empty()).then(|| {
            let cells = head.iter().map(|item| view! { <th scope="col">{cell(item)}</th> });
            view! { <thead><tr>{cells.collect_view()}</tr></thead> }
        });
        let row = |row: &Vec<ItemId>| {
            let cells = row.iter().map(|item| view! { <td>{cell(item)}</td> });
            view! { <tr>{cells.collect_view()}</tr> }
        };
        view! { <table class="block table">{head}<tbody>{rows.iter().map(row).collect_view()}</tbody></table> }
            .into_any()
    }

    fn text_of(&self, item: &ItemId) -> AnyView {
        self.play.lesson.text(item).map_or_else(|| ().into_any(), words)
    }

    fn picture_of(&self, item: &ItemId) -> AnyView {
        let picture = self.play.lesson.items.get(item).and_then(|item| item.picture.as_ref());
        picture.map_or_else(
            || ().into_any(),
            |id| view! { <span class="thing-picture">{ui::decoration(id.as_str())}</span> }.into_any(),
        )
    }

    fn thing(&self, item: &ItemId, class: &str, start: AnyView) -> AnyView {
        self.thing_with_end(item, class, start, ().into_any())
    }

    /// One thing of the view: a button where it can be tapped, else plain text.
    fn thing_with_end(&self, item: &ItemId, class: &str, start: AnyView, end: AnyView) -> AnyView {
        let ask = {
            let (light, item) = (self.light.clone(), item.clone());
            move || light(&item)
        };
        let is_level = class == "level-button";
        let class = {
            let (ask, class) = (ask.clone(), class.to_owned());
            ui::text(move || {
                let light = match ask() {
                    Light::Off => "",
                    Light::Lit => " lit",
                    Light::Found => " found",
                    Light::Out => " out",
                };
                format!("thing {class}{light}")
            })
        };
        let inside = view! { {start}<span class="thing-text">{self.text_of(item)}</span>{end} };
        let tapped = match self.mode {
            Mode::Read => false,
            Mode::Find => true,
            Mode::Device => self.view.controls().any(|control| control == item),
        };
        if !tapped {
            return view! { <span class=class>{inside}</span> }.into_any();
        }
        let (act, action) = (self.play.act, Action::Tap(item.clone()));
        let press = move |_| act.run(action.clone());
        let tap = if is_level { ui::each_tap(press) } else { ui::tap(press) };
        if self.mode == Mode::Find {
            let pressed = ui::text(move || (ask() == Light::Found).to_string());
            return view! { <button type="button" class=class aria-pressed=pressed on:click=tap>{inside}</button> }
                .into_any();
        }
        let finger = ui::live(move || match ask() {
            Light::Lit => view! { <span class="finger">{ui::decoration("finger")}</span> }.into_any(),
            _ => ().into_any(),
        });
        view! { <button type="button" class=class on:click=tap>{inside}{finger}</button> }.into_any()
    }
}

fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Main => "main",
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Stop => "stop",
        Tone::Info => "info",
    }
}
