//! Every kind of block, and the items in it.

use super::picture;
use engine::ids::ItemId;
use engine::plan::{PlanBlock, PlanValue};
use engine::view::{Spot, Tone};

/// One way to show an item; those below 10 can be tapped on a device.
pub fn block(look: usize, id: ItemId, other: ItemId) -> PlanBlock {
    let with = PlanBlock::default();
    let some = Some(id.clone());
    let spot = Spot { item: id, x: 10, y: 10, w: 16, h: 20 };
    match look {
        0 => PlanBlock { bar: Some(other), back: some, ..with },
        1 => PlanBlock { tiles: some.map(|id| vec![id]), ..with },
        2 => PlanBlock { rows: some.map(|id| vec![id]), ..with },
        3 => PlanBlock { switch: some, on: Some(true), ..with },
        4 => PlanBlock { level: Some(other), value: Some(PlanValue::Level(3)), less: some, ..with },
        5 => PlanBlock { note: some, sender: Some(other), ..with },
        6 => PlanBlock { field: some, ..with },
        7 => PlanBlock { button: some, tone: Some(Tone::Plain), ..with },
        8 => PlanBlock { pad: some, ..with },
        9 => PlanBlock { scene: Some(picture("hall")), spots: Some(vec![spot]), ..with },
        10 => PlanBlock { heading: some, ..with },
        11 => PlanBlock { text: some, ..with },
        12 => PlanBlock { from: some, ..with },
        13 => PlanBlock { me: some, ..with },
        14 => PlanBlock { line: Some(other), value: some.map(PlanValue::Item), ..with },
        _ => PlanBlock { table: some.map(|id| vec![vec![id]]), head: Some(vec![other]), ..with },
    }
}

/// Every item of a block.
pub fn items(block: &PlanBlock) -> Vec<ItemId> {
    let controls = [&block.back, &block.switch, &block.less, &block.note, &block.field, &block.button, &block.pad];
    let others = [&block.bar, &block.level, &block.sender, &block.heading, &block.text];
    let more = [&block.from, &block.me, &block.line];
    let lists = [&block.tiles, &block.rows, &block.head];
    let value = match &block.value {
        Some(PlanValue::Item(id)) => Some(id),
        _ => None,
    };
    let single = controls.into_iter().chain(others).chain(more).flatten().chain(value);
    let listed = lists.into_iter().flatten().flatten().chain(block.table.iter().flatten().flatten());
    single.chain(listed).chain(block.spots.iter().flatten().map(|spot| &spot.item)).cloned().collect()
}
