//! Views: screens of imitated devices and documents, made of one small vocabulary of blocks; and the ways through them.

use crate::ids::{ItemId, PictureId, ViewId};
use crate::map::Map;
use serde::{Deserialize, Serialize};

/// What is around the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frame {
    Phone,
    Tablet,
    Kiosk,
    Scanner,
    Clock,
    Till,
    /// A sheet: payslip, letter, rota.
    Paper,
    /// Nothing: a single message.
    Bare,
}

/// What a sign or button says without words: told by its picture and word too, never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    Main,
    Plain,
    Good,
    Stop,
    Info,
}

/// A place to tap in a scene, in per cent of its width and height.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    pub item: ItemId,
    pub x: u8,
    pub y: u8,
    pub w: u8,
    pub h: u8,
}

/// One screen or document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    pub frame: Frame,
    pub blocks: Vec<Block>,
    /// Where a tap leads.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub go: Map<ItemId, ViewId>,
}

/// What views are made of. `content/FORMAT.md` shows each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// The time at the top of a phone, as on a clock.
    Status(String),
    Bar {
        title: ItemId,
        back: Option<ItemId>,
    },
    Heading(ItemId),
    Text(ItemId),
    Tiles(Vec<ItemId>),
    Rows(Vec<ItemId>),
    Switch {
        item: ItemId,
        on: bool,
    },
    /// `value` is 0–5.
    Level {
        item: ItemId,
        value: u8,
        less: Option<ItemId>,
        more: Option<ItemId>,
    },
    From(ItemId),
    Me(ItemId),
    Note {
        item: ItemId,
        sender: Option<ItemId>,
    },
    Field {
        item: ItemId,
        value: Option<ItemId>,
    },
    Line {
        item: ItemId,
        value: ItemId,
    },
    Table {
        head: Vec<ItemId>,
        rows: Vec<Vec<ItemId>>,
    },
    Button {
        item: ItemId,
        tone: Tone,
    },
    Pad(ItemId),
    Sign {
        item: ItemId,
        tone: Tone,
    },
    Picture(PictureId),
    Scene {
        picture: PictureId,
        spots: Vec<Spot>,
    },
}

impl Block {
    /// Every item of the block, in reading order.
    #[must_use]
    pub fn items(&self) -> Vec<&ItemId> {
        match self {
            Self::Status(_) | Self::Picture(_) => vec![],
            Self::Heading(item) | Self::Text(item) | Self::From(item) | Self::Me(item) | Self::Pad(item) => vec![item],
            Self::Switch { item, .. } | Self::Button { item, .. } | Self::Sign { item, .. } => vec![item],
            Self::Bar { title, back } => back.iter().chain([title]).collect(),
            Self::Tiles(items) | Self::Rows(items) => items.iter().collect(),
            Self::Level { item, less, more, .. } => [item].into_iter().chain(less).chain(more).collect(),
            Self::Note { item, sender } => sender.iter().chain([item]).collect(),
            Self::Field { item, value } => [item].into_iter().chain(value).collect(),
            Self::Line { item, value } => vec![item, value],
            Self::Table { head, rows } => head.iter().chain(rows.iter().flatten()).collect(),
            Self::Scene { spots, .. } => spots.iter().map(|spot| &spot.item).collect(),
        }
    }

    /// The items that a person can tap on a real device.
    #[must_use]
    pub fn controls(&self) -> Vec<&ItemId> {
        match self {
            Self::Bar { back, .. } => back.iter().collect(),
            Self::Tiles(items) | Self::Rows(items) => items.iter().collect(),
            Self::Switch { item, .. }
            | Self::Field { item, .. }
            | Self::Button { item, .. }
            | Self::Note { item, .. } => vec![item],
            Self::Level { less, more, .. } => less.iter().chain(more).collect(),
            Self::Pad(item) => vec![item],
            Self::Scene { spots, .. } => spots.iter().map(|spot| &spot.item).collect(),
            _ => vec![],
        }
    }
}

impl View {
    /// Every item of the view, in reading order.
    pub fn items(&self) -> impl Iterator<Item = &ItemId> {
        self.blocks.iter().flat_map(Block::items)
    }

    /// The items that a person can tap on a real device.
    pub fn controls(&self) -> impl Iterator<Item = &ItemId> {
        self.blocks.iter().flat_map(Block::controls)
    }
}

/// The next tap on the shortest way from `from` to `goal`; `None` if there is no way or none is needed.
#[must_use]
pub fn next_tap<'a>(views: &'a Map<ViewId, View>, from: &ViewId, goal: &ViewId) -> Option<&'a ItemId> {
    // The views found so far, nearest first, each with the first tap of the way to it.
    let mut found: Vec<(&ViewId, Option<&'a ItemId>)> = vec![(from, None)];
    let mut next = 0;
    while let Some((at, tap)) = found.get(next).copied() {
        next += 1;
        if at == goal {
            return tap;
        }
        for (item, to) in views.get(at).into_iter().flat_map(|view| view.go.iter()) {
            if !found.iter().any(|(view, _)| *view == to) {
                found.push((to, tap.or(Some(item))));
            }
        }
    }
    None
}

/// How many taps it is from `from` to `goal` at least; `None` if there is no way.
#[must_use]
pub fn taps_left(views: &Map<ViewId, View>, from: &ViewId, goal: &ViewId) -> Option<usize> {
    let (mut at, mut taps) = (from, 0);
    while at != goal {
        at = views.get(at)?.go.get(next_tap(views, at, goal)?)?;
        taps += 1;
    }
    Some(taps)
}

/// The views passed when `way` is tapped from `start`, the first and the last included; `None` if a tap leads nowhere.
#[must_use]
pub fn walk<'a>(views: &'a Map<ViewId, View>, start: &'a ViewId, way: &[ItemId]) -> Option<Vec<&'a ViewId>> {
    let mut passed = vec![start];
    let mut at = start;
    for item in way {
        at = views.get(at)?.go.get(item)?;
        passed.push(at);
    }
    Some(passed)
}

/// The views that can be reached from `start`, itself included, nearest first.
#[must_use]
pub fn reached<'a>(views: &'a Map<ViewId, View>, start: &'a ViewId) -> Vec<&'a ViewId> {
    let mut found = vec![start];
    let mut next = 0;
    while let Some(at) = found.get(next).copied() {
        next += 1;
        for to in views.get(at).into_iter().flat_map(|view| view.go.values()) {
            if !found.contains(&to) {
                found.push(to);
            }
        }
    }
    found
}
