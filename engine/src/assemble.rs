//! The only door through which a lesson comes into being: plan and words together, or every problem at once.

use crate::assemble_cards::CardMaker;
use crate::ids::{CourseId, ItemId, LessonId, PictureId, ViewId};
use crate::lesson::{Card, Item, Lesson, Shown, Step};
use crate::map::Map;
use crate::plan::{Part, Plan, PlanBlock, PlanValue, PlanView};
use crate::problem::{Fault, Problem, Problems};
use crate::view::{Block, Tone, View, next_tap, reached};
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// Ids that cannot name a card: they mean something else in a words file or an address.
const RESERVED: [&str; 7] = ["items", "coach", "done", "revision", "state", "title", "can"];
/// The smallest spot, in per cent of a scene: 48 px on a phone (WCAG 2.5.8 asks 24, our own bar 48).
const SPOT_WIDTH: u8 = 16;
const SPOT_HEIGHT: u8 = 20;

/// Where a lesson stands and what its pictures say; known to the caller, not to the lesson's own files.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub id: &'a LessonId,
    pub course: &'a CourseId,
    /// The name of the course's colour.
    pub tint: &'a str,
    pub next: Option<&'a LessonId>,
    /// Code of the words' language; their file is `<language>.toml`.
    pub language: &'a str,
    /// Alternative texts of all pictures in that language.
    pub alts: &'a BTreeMap<PictureId, String>,
}

/// Puts plan and words together.
///
/// # Errors
/// Every [`Problem`] of both files.
pub fn assemble(setting: Setting<'_>, plan: &Plan, words: &Words) -> Result<Lesson, Vec<Problem>> {
    let file = format!("{}.toml", setting.language);
    let mut problems = Problems::new();
    check_shape(plan, &mut problems);
    if words.revision != plan.revision {
        problems.add(&file, None, Fault::Stale { words: words.revision, plan: plan.revision });
    }
    if !(1..=5).contains(&plan.minutes) {
        problems.add("lesson.toml", None, Fault::Minutes(plan.minutes));
    }

    let views: Map<ViewId, View> =
        plan.views.iter().map(|(id, view)| (id.clone(), make_view(id, view, &mut problems))).collect();
    let items = make_items(plan, words, &views, &file, &mut problems);

    let mut steps = vec![];
    let mut maker = CardMaker { views: &views, words_file: &file, problems: &mut problems };
    for step in &plan.steps {
        let mut left = words.steps.get(step.id.as_str()).cloned().unwrap_or_default();
        steps.push(maker.make(step, &mut left));
    }
    for id in words.steps.keys() {
        if !plan.steps.iter().any(|step| step.id.as_str() == id) {
            problems.add(&file, Some(id), Fault::Unknown(id.clone()));
        }
    }

    let picture = plan.picture.clone();
    if picture.is_none() {
        problems.add("lesson.toml", None, Fault::Missing("picture".into()));
    }
    let mut alts = Map::new();
    for id in telling_pictures(&steps, &views) {
        match setting.alts.get(id) {
            Some(alt) => drop(alts.insert(id.clone(), alt.clone())),
            None => problems.add(&file, None, Fault::NoAlt(id.to_string())),
        }
    }
    problems.done()?;
    let Some(picture) = picture else { return Err(vec![]) };
    Ok(Lesson {
        id: setting.id.clone(),
        course: setting.course.clone(),
        tint: setting.tint.to_owned(),
        next: setting.next.cloned(),
        revision: plan.revision,
        minutes: plan.minutes,
        language: setting.language.to_owned(),
        help: None,
        again: false,
        state: words.state,
        title: words.title.as_str().into(),
        can: words.can.as_str().into(),
        picture,
        alts,
        items,
        views,
        // The bundler knows the glossary, and which of its words stand in this lesson.
        terms: Map::new(),
        steps,
    })
}

/// The order of parts and the number of cards (EASY-LANGUAGE L30: 5–8 cards, 2–5 of them to do).
fn check_shape(plan: &Plan, problems: &mut Problems) {
    const FILE: &str = "lesson.toml";
    use crate::plan::Kind;
    let mut seen = BTreeSet::new();
    for step in &plan.steps {
        if RESERVED.contains(&step.id.as_str()) {
            problems.add(FILE, Some(step.id.as_str()), Fault::Reserved(step.id.to_string()));
        }
        if !seen.insert(&step.id) {
            problems.add(FILE, Some(step.id.as_str()), Fault::Twice(step.id.to_string()));
        }
    }
    let cards = plan.steps.len();
    if !(5..=8).contains(&cards) {
        problems.add(FILE, None, Fault::Count { what: "cards".into(), found: cards, least: 5, most: 8 });
    }
    let to_do = plan.steps.iter().filter(|step| !matches!(step.kind, Kind::Tell | Kind::Real)).count();
    if !(2..=5).contains(&to_do) {
        problems.add(FILE, None, Fault::Count { what: "cards to do".into(), found: to_do, least: 2, most: 5 });
    }
    if !plan.steps.is_sorted_by_key(|step| step.part) {
        problems.add(FILE, None, Fault::PartsOutOfOrder);
    }
    for (part, name) in [
        (Part::Situation, "situation"),
        (Part::Show, "show"),
        (Part::Help, "help"),
        (Part::Alone, "alone"),
        (Part::Real, "real"),
    ] {
        if !plan.steps.iter().any(|step| step.part == part) {
            problems.add(FILE, None, Fault::NoPart(name.into()));
        }
    }
    let reals = plan.steps.iter().filter(|step| step.kind == Kind::Real).count();
    if reals != 1 || plan.steps.last().is_none_or(|step| step.kind != Kind::Real) {
        problems.add(FILE, None, Fault::RealIsNotLast);
    }
    if plan.steps.first().is_some_and(|step| step.kind != Kind::Tell) {
        problems.add(FILE, None, Fault::NoPart("situation".into()));
    }
}

fn make_items(
    plan: &Plan,
    words: &Words,
    views: &Map<ViewId, View>,
    file: &str,
    problems: &mut Problems,
) -> Map<ItemId, Item> {
    let used: BTreeSet<&ItemId> = views.values().flat_map(View::items).collect();
    for id in words.items.keys().filter(|id| !used.contains(id)) {
        problems.add(file, Some("items"), Fault::Unknown(id.to_string()));
    }
    for id in plan.pictures.keys().filter(|id| !used.contains(id)) {
        problems.add("lesson.toml", Some("pictures"), Fault::Unknown(id.to_string()));
    }
    let mut items = Map::new();
    for id in used {
        match words.items.get(id) {
            Some(text) => {
                let picture = plan.pictures.get(id).cloned();
                items.insert(id.clone(), Item { text: text.as_str().into(), picture });
            }
            None => problems.add(file, Some("items"), Fault::Missing(id.to_string())),
        }
    }
    items
}

fn make_view(id: &ViewId, plan: &PlanView, problems: &mut Problems) -> View {
    let place = format!("views.{id}");
    let mut blocks = vec![];
    for block in &plan.blocks {
        match make_block(block) {
            Ok(block) => blocks.push(block),
            Err(fault) => problems.add("lesson.toml", Some(&place), fault),
        }
    }
    let view = View { frame: plan.frame, blocks, go: plan.go.clone().into_iter().collect() };
    let controls: BTreeSet<&ItemId> = view.controls().collect();
    for item in view.go.keys().filter(|item| !controls.contains(item)) {
        problems.add("lesson.toml", Some(&place), Fault::NothingToTap(item.to_string()));
    }
    let mut seen = BTreeSet::new();
    for item in view.controls() {
        if !seen.insert(item) {
            problems.add("lesson.toml", Some(&place), Fault::Twice(item.to_string()));
        }
    }
    for block in &view.blocks {
        check_spots(block, &place, problems);
    }
    view
}

fn check_spots(block: &Block, place: &str, problems: &mut Problems) {
    let Block::Scene { spots, .. } = block else { return };
    for (index, spot) in spots.iter().enumerate() {
        let (right, bottom) = (u16::from(spot.x) + u16::from(spot.w), u16::from(spot.y) + u16::from(spot.h));
        let overlaps = spots.iter().skip(index + 1).any(|other| {
            u16::from(other.x) < right
                && u16::from(spot.x) < u16::from(other.x) + u16::from(other.w)
                && u16::from(other.y) < bottom
                && u16::from(spot.y) < u16::from(other.y) + u16::from(other.h)
        });
        if spot.w < SPOT_WIDTH || spot.h < SPOT_HEIGHT || right > 100 || bottom > 100 || overlaps {
            problems.add("lesson.toml", Some(place), Fault::Spot(spot.item.to_string()));
        }
    }
}

/// Turns the flat block of a file into the one kind it names.
fn make_block(plan: &PlanBlock) -> Result<Block, Fault> {
    let mut left = plan.clone();
    let mut made = vec![];
    let take_item = |value: Option<PlanValue>| match value {
        Some(PlanValue::Item(item)) => Some(item),
        _ => None,
    };
    made.extend(left.status.take().map(Block::Status));
    if let Some(title) = left.bar.take() {
        made.push(Block::Bar { title, back: left.back.take() });
    }
    made.extend(left.heading.take().map(Block::Heading));
    made.extend(left.text.take().map(Block::Text));
    made.extend(left.tiles.take().map(Block::Tiles));
    made.extend(left.rows.take().map(Block::Rows));
    if let Some(item) = left.switch.take() {
        made.push(Block::Switch { item, on: left.on.take().unwrap_or(false) });
    }
    if let Some(item) = left.level.take() {
        let Some(PlanValue::Level(value @ 0..=5)) = left.value.take() else {
            return Err(Fault::Missing("value (0 to 5)".into()));
        };
        made.push(Block::Level { item, value, less: left.less.take(), more: left.more.take() });
    }
    made.extend(left.from.take().map(Block::From));
    made.extend(left.me.take().map(Block::Me));
    if let Some(item) = left.note.take() {
        made.push(Block::Note { item, sender: left.sender.take() });
    }
    if let Some(item) = left.field.take() {
        let value = left.value.take().map(|value| take_item(Some(value)).ok_or(Fault::Foreign("value".into())));
        made.push(Block::Field { item, value: value.transpose()? });
    }
    if let Some(item) = left.line.take() {
        let value = take_item(left.value.take()).ok_or(Fault::Missing("value".into()))?;
        made.push(Block::Line { item, value });
    }
    if let Some(rows) = left.table.take() {
        made.push(Block::Table { head: left.head.take().unwrap_or_default(), rows });
    }
    if let Some(item) = left.button.take() {
        made.push(Block::Button { item, tone: left.tone.take().unwrap_or(Tone::Main) });
    }
    made.extend(left.pad.take().map(Block::Pad));
    if let Some(item) = left.sign.take() {
        made.push(Block::Sign { item, tone: left.tone.take().unwrap_or(Tone::Info) });
    }
    made.extend(left.picture.take().map(Block::Picture));
    if let Some(picture) = left.scene.take() {
        made.push(Block::Scene { picture, spots: left.spots.take().unwrap_or_default() });
    }
    let kinds = made.len();
    let (Some(block), 1) = (made.pop(), kinds) else { return Err(Fault::BlockKind(kinds)) };
    let left = [
        ("back", left.back.is_some()),
        ("on", left.on.is_some()),
        ("less", left.less.is_some()),
        ("more", left.more.is_some()),
        ("sender", left.sender.is_some()),
        ("value", left.value.is_some()),
        ("head", left.head.is_some()),
        ("tone", left.tone.is_some()),
        ("spots", left.spots.is_some()),
    ];
    match left.into_iter().find(|(_, left)| *left) {
        Some((key, _)) => Err(Fault::Foreign(key.into())),
        None => Ok(block),
    }
}

/// Pictures that say something the words beside them do not.
fn telling_pictures<'a>(steps: &'a [Step], views: &'a Map<ViewId, View>) -> BTreeSet<&'a PictureId> {
    let mut pictures = BTreeSet::new();
    for step in steps {
        if let Shown::Picture(id) = &step.shown {
            pictures.insert(id);
        }
        if let Card::Match(pairs) = &step.card {
            pictures.extend(pairs.iter().map(|pair| &pair.picture));
        }
    }
    for block in views.values().flat_map(|view| &view.blocks) {
        if let Block::Picture(id) | Block::Scene { picture: id, .. } = block {
            pictures.insert(id);
        }
    }
    pictures
}

/// From wherever a learner can get to, the goal can be reached.
pub(crate) fn views_without_way(views: &Map<ViewId, View>, start: &ViewId, goal: &ViewId) -> Vec<ViewId> {
    reached(views, start).into_iter().filter(|at| *at != goal && next_tap(views, at, goal).is_none()).cloned().collect()
}
