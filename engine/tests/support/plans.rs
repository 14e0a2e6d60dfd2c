//! Any plan that assembles, with its words: what an author could write, made up by proptest.

use super::blocks::{block, items};
use super::{Draft, item, picture, step, view};
use engine::ids::{ItemId, PictureId, ViewId};
use engine::lesson::Keypad;
use engine::plan::{Kind, Part, Plan, PlanStep, PlanTurn, PlanView};
use engine::view::Frame;
use engine::words::{State, StepWords, TurnWords, Words};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Few ids, so that cards and lessons often share some.
pub const ITEMS: [&str; 8] = ["ask", "bin", "cup", "door", "ear", "fire", "gate", "hand"];
const PLACES: [&str; 6] = ["home", "list", "room", "sheet", "tab", "end"];
/// The cards between the first two and the last.
const CARDS: [&str; 4] = ["apple", "bread", "cheese", "dates"];

/// What a card asks for, in numbers; [`Making::card`] makes it into a card.
#[derive(Clone, Debug)]
pub enum Ask {
    Choose(Pick),
    Order { first: usize, many: usize },
    Match { first: usize, many: usize },
    Find { looks: Vec<usize>, pick: Pick },
    Device(Map),
    Chat(Vec<Pick>),
    Numbers(String),
    Letters(String),
}

/// Some ids of [`ITEMS`] from `first` on, and which of them are right: as bits, never none, never all.
#[derive(Clone, Copy, Debug)]
pub struct Pick {
    first: usize,
    many: usize,
    right: u8,
}

/// A map of views in a row, each leading to the next and back, with further doors between them.
#[derive(Clone, Debug)]
pub struct Map {
    views: usize,
    /// From a view, to a view, seen as a block of that look.
    doors: Vec<(usize, usize, usize)>,
    /// What is wandered, counted round, before the way leads on to the goal.
    wander: Vec<usize>,
}

fn any_pick(many: core::ops::RangeInclusive<usize>) -> impl Strategy<Value = Pick> {
    (0..ITEMS.len(), many)
        .prop_flat_map(|(first, many)| (Just(first), Just(many), 1..(1_u8 << many) - 1))
        .prop_map(|(first, many, right)| Pick { first, many, right })
}

fn any_map() -> impl Strategy<Value = Map> {
    (3..=PLACES.len(), vec((0..5_usize, 0..6_usize, 0..10_usize), 0..7), vec(0..9_usize, 0..5))
        .prop_map(|(views, doors, wander)| Map { views, doors, wander })
}

pub fn any_ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        any_pick(2..=3).prop_map(Ask::Choose),
        (0..ITEMS.len(), 3..=6_usize).prop_map(|(first, many)| Ask::Order { first, many }),
        (0..ITEMS.len(), 3..=4_usize).prop_map(|(first, many)| Ask::Match { first, many }),
        (vec(0..16_usize, 5), any_pick(2..=5)).prop_map(|(looks, pick)| Ask::Find { looks, pick }),
        any_map().prop_map(Ask::Device),
        vec(any_pick(2..=3), 1..=4).prop_map(Ask::Chat),
        "[0-9]{1,8}".prop_map(Ask::Numbers),
        "[a-cA-CéßİΣσς ]{0,6}[dD]".prop_map(Ask::Letters),
    ]
}

/// Any draft that assembles.
pub fn any_draft() -> impl Strategy<Value = Draft> {
    let show = prop_oneof![Just(None), any_map().prop_map(Some)];
    let helped = vec((any_ask(), any::<bool>()), 1..=2);
    let alone = vec((any_ask(), any::<bool>()), 1..=2);
    (show, helped, alone).prop_map(|(show, helped, alone)| draft(show, &helped, &alone))
}

/// Any draft whose cards tried alone ask this.
pub fn any_draft_of(ask: impl Strategy<Value = Ask>) -> impl Strategy<Value = Draft> {
    let helped = (any_ask(), any::<bool>());
    (helped, ask).prop_map(|(helped, ask)| draft(None, &[helped], &[(ask, false)]))
}

/// Any draft with a device in all three parts that may have one.
pub fn any_draft_of_devices() -> impl Strategy<Value = Draft> {
    let device = |map| [(Ask::Device(map), false)];
    [any_map(), any_map(), any_map()]
        .prop_map(move |[show, helped, alone]| draft(Some(show), &device(helped), &device(alone)))
}

fn draft(show: Option<Map>, helped: &[(Ask, bool)], alone: &[(Ask, bool)]) -> Draft {
    let mut making = Making::new();
    making.told("situation", Part::Situation, Kind::Tell);
    match show {
        Some(map) => making.card("show", Part::Show, &Ask::Device(map), false),
        None => making.told("show", Part::Show, Kind::Tell),
    }
    let parts = helped.iter().map(|card| (Part::Help, card)).chain(alone.iter().map(|card| (Part::Alone, card)));
    for (id, (part, (ask, document))) in CARDS.iter().zip(parts) {
        making.card(id, part, ask, *document);
    }
    making.told("really", Part::Real, Kind::Real);
    making.draft()
}

fn ids(first: usize, many: usize) -> Vec<ItemId> {
    ITEMS.iter().cycle().skip(first).take(many).map(|id| item(id)).collect()
}

fn pictures(ids: &[ItemId], prefix: &str) -> BTreeMap<ItemId, PictureId> {
    ids.iter().map(|id| (id.clone(), picture(&format!("{prefix}-{id}")))).collect()
}

fn texts(ids: &[ItemId]) -> BTreeMap<ItemId, String> {
    ids.iter().map(|id| (id.clone(), format!("The {id}."))).collect()
}

impl Pick {
    fn all(self) -> Vec<ItemId> {
        ids(self.first, self.many)
    }

    /// Four at most.
    fn right(self) -> Vec<ItemId> {
        let all = self.all().into_iter().enumerate();
        all.filter(|(place, _)| self.right & (1 << place) != 0).map(|(_, id)| id).take(4).collect()
    }
}

/// A draft in the making.
struct Making {
    plan: Plan,
    words: Words,
}

impl Making {
    fn new() -> Self {
        let blocks = vec![block(10, item("ask"), item("label")), block(14, item("cup"), item("label"))];
        let document = PlanView { frame: Frame::Paper, blocks, go: BTreeMap::new() };
        let plan = Plan {
            revision: 1,
            minutes: 3,
            picture: Some(picture("cover")),
            views: BTreeMap::from([(view("document"), document)]),
            ..Plan::default()
        };
        let (title, can) = ("A title".to_owned(), "I can.".to_owned());
        let words = Words {
            revision: 1,
            state: State::Written,
            title,
            can,
            coach: None,
            items: BTreeMap::new(),
            steps: BTreeMap::new(),
        };
        Self { plan, words }
    }

    fn draft(mut self) -> Draft {
        let items = self.plan.views.values().flat_map(|view| &view.blocks).flat_map(items);
        self.words.items = items.map(|id| (id.clone(), format!("{id}"))).collect();
        Draft::new(self.plan, self.words)
    }

    fn told(&mut self, id: &str, part: Part, kind: Kind) {
        self.plan.steps.push(PlanStep { picture: Some(picture("scene")), ..blank(id, part, kind) });
        let words = StepWords { say: vec!["Look.".into()], more: vec!["More.".into()], ..StepWords::default() };
        self.words.steps.insert(id.into(), words);
    }

    fn card(&mut self, id: &str, part: Part, ask: &Ask, document: bool) {
        let (kind, free) = match ask {
            Ask::Choose(_) => (Kind::Choose, true),
            Ask::Order { .. } => (Kind::Order, true),
            Ask::Match { .. } => (Kind::Match, true),
            Ask::Find { .. } => (Kind::Find, false),
            Ask::Device(_) => (Kind::Device, false),
            Ask::Chat(_) => (Kind::Chat, false),
            Ask::Numbers(_) | Ask::Letters(_) => (Kind::Type, true),
        };
        let mut plan = blank(id, part, kind);
        let hint = (!matches!(kind, Kind::Device | Kind::Chat)).then(|| "Look here.".to_owned());
        let (ask_it, reason) = (Some("What now?".into()), Some("So it is.".into()));
        let mut words = StepWords { ask: ask_it, hint, reason, ..StepWords::default() };
        if document && free {
            plan.view = Some(view("document"));
            plan.clue = Some(item("cup"));
        }
        match ask {
            Ask::Choose(pick) => {
                (plan.options, plan.right) = (pick.all(), pick.right());
                (plan.pictures, words.options) = (pictures(&plan.options, "see"), texts(&plan.options));
            }
            Ask::Order { first, many } => {
                plan.items = ids(*first, *many);
                (plan.pictures, words.items) = (pictures(&plan.items, "see"), texts(&plan.items));
            }
            Ask::Match { first, many } => {
                plan.pairs = ids(*first, *many);
                plan.pictures = pictures(&plan.pairs, "see");
                (plan.meanings, words.pairs) = (pictures(&plan.pairs, "mean"), texts(&plan.pairs));
            }
            Ask::Find { looks, pick } => {
                let blocks = looks.iter().zip(pick.all()).map(|(look, id)| block(*look, id, item("label"))).collect();
                let place = view(&format!("{id}-scene"));
                self.plan.views.insert(place.clone(), PlanView { frame: Frame::Bare, blocks, go: BTreeMap::new() });
                (plan.view, plan.right, words.found) = (Some(place), pick.right(), texts(&pick.right()));
            }
            Ask::Device(map) => self.device(&mut plan, map),
            Ask::Chat(picks) => {
                plan.picture = Some(picture("coach"));
                for (turn, pick) in ["hello", "then", "so", "bye"].into_iter().zip(picks) {
                    let (replies, right) = (pick.all(), pick.right());
                    let said = TurnWords {
                        says: turn.into(),
                        replies: texts(&replies),
                        after: texts(&replies),
                        hint: "Look.".into(),
                    };
                    words.turns.insert(item(turn), said);
                    plan.turns.push(PlanTurn { id: item(turn), pictures: pictures(&replies, "see"), replies, right });
                }
            }
            Ask::Numbers(answer) => (plan.keypad, plan.answer) = (Some(Keypad::Numbers), Some(answer.clone())),
            Ask::Letters(answer) => (plan.keypad, words.answer) = (Some(Keypad::Letters), Some(answer.clone())),
        }
        self.plan.steps.push(plan);
        self.words.steps.insert(id.into(), words);
    }

    fn device(&mut self, plan: &mut PlanStep, map: &Map) {
        let places: Vec<ViewId> =
            PLACES.iter().take(map.views).map(|place| view(&format!("{}-{place}", plan.id))).collect();
        let goal = places.len() - 1;
        let mut ways: Vec<BTreeMap<ItemId, usize>> = vec![];
        for (at, place) in places.iter().enumerate() {
            // The lure leads nowhere.
            let mut blocks = vec![block(1, item("lure"), item("label"))];
            let mut go = BTreeMap::new();
            if at < goal {
                blocks.push(block(7, item("next"), item("label")));
                go.insert(item("next"), at + 1);
            }
            if at > 0 && at < goal {
                blocks.push(block(0, item("back"), item("label")));
                go.insert(item("back"), at - 1);
            }
            let doors = map.doors.iter().filter(|(from, to, _)| *from == at && *to < places.len());
            for ((_, to, look), id) in doors.zip(ITEMS) {
                blocks.push(block(*look, item(id), item("label")));
                go.insert(item(id), *to);
            }
            let leads = go.iter().map(|(id, to)| (id.clone(), places[*to].clone())).collect();
            self.plan.views.insert(place.clone(), PlanView { frame: Frame::Phone, blocks, go: leads });
            ways.push(go);
        }
        let mut at = 0;
        if plan.part == Part::Alone {
            plan.way = vec![item("next"), item("back")];
        }
        for choice in &map.wander {
            let doors: Vec<_> = ways[at].iter().filter(|(_, to)| **to != goal).collect();
            if let Some((id, to)) = doors.get(choice % doors.len().max(1)) {
                plan.way.push((*id).clone());
                at = **to;
            }
        }
        plan.way.extend((at..goal).map(|_| item("next")));
        (plan.start, plan.goal) = (Some(places[0].clone()), Some(places[goal].clone()));
    }
}

fn blank(id: &str, part: Part, kind: Kind) -> PlanStep {
    PlanStep {
        id: step(id),
        part,
        kind,
        picture: None,
        view: None,
        clue: None,
        options: vec![],
        right: vec![],
        pictures: BTreeMap::new(),
        items: vec![],
        pairs: vec![],
        meanings: BTreeMap::new(),
        start: None,
        goal: None,
        way: vec![],
        turns: vec![],
        keypad: None,
        answer: None,
    }
}
