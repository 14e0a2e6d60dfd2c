//! `content/manager/`: the self-check, what to weigh for each type, kinds of screens, first steps, data protection.

use super::super::check::Findings;
use super::super::read::Content;
use super::{Line, State, how_many, once, same_ids, staff_lesson};
use easy_language::Kind;
use engine::guide::{Guide, Screen, Section, Statement, Step, WiseType};
use engine::ids::{ItemId, LessonId, PictureId};
use engine::manager::TYPES;
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = "content/manager/manager.toml";
/// How much a sentence can point to a type.
const HEAVIEST: u32 = 3;
/// How many sentences the self-check has: two minutes, on one page.
const STATEMENTS: std::ops::RangeInclusive<usize> = 6..=12;

/// `manager.toml`
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub(super) statement: Vec<StatementPlan>,
    r#type: Vec<TypePlan>,
    screen: Vec<ScreenPlan>,
    step: Vec<StepPlan>,
    data: Vec<SectionPlan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatementPlan {
    pub(super) id: ItemId,
    pub(super) weights: BTreeMap<String, u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypePlan {
    id: ItemId,
    picture: PictureId,
    strengths: Vec<ItemId>,
    weaknesses: Vec<ItemId>,
    opportunities: Vec<ItemId>,
    threats: Vec<ItemId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScreenPlan {
    id: ItemId,
    picture: PictureId,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepPlan {
    id: ItemId,
    lesson: Option<LessonId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionPlan {
    id: ItemId,
}

/// `<lang>.toml`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    #[serde(rename = "state")]
    _state: State,
    pub(super) statements: BTreeMap<String, String>,
    types: BTreeMap<String, TypeWords>,
    weigh: BTreeMap<String, String>,
    screens: BTreeMap<String, String>,
    steps: BTreeMap<String, String>,
    data: BTreeMap<String, SectionWords>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeWords {
    title: String,
    says: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionWords {
    title: String,
    lines: Vec<String>,
}

impl TypePlan {
    fn sides(&self) -> [&[ItemId]; 4] {
        [&self.strengths, &self.weaknesses, &self.opportunities, &self.threats]
    }
}

impl Plan {
    fn weighed(&self) -> impl Iterator<Item = &str> {
        self.r#type.iter().flat_map(TypePlan::sides).flatten().map(ItemId::as_str)
    }

    pub(super) fn pictures(&self) -> impl Iterator<Item = &PictureId> {
        let types = self.r#type.iter().map(|one| &one.picture);
        types.chain(self.screen.iter().map(|one| &one.picture))
    }
}

/// There are three types, each is asked for, and no id stands twice.
pub(super) fn check(content: &Content, plan: &Plan, found: &mut Findings) {
    let types: Vec<&str> = plan.r#type.iter().map(|one| one.id.as_str()).collect();
    if types.len() != TYPES {
        found.error(format!("{FILE}: {} types. B-WISE names {TYPES}", types.len()));
    }
    if !STATEMENTS.contains(&plan.statement.len()) {
        found.error(format!("{FILE}: {} sentences. Write 6 to 12", plan.statement.len()));
    }
    for StatementPlan { id, weights } in &plan.statement {
        for (name, weight) in weights {
            if !types.contains(&name.as_str()) || !(1..=HEAVIEST).contains(weight) {
                found.error(format!("{FILE}, {id}: `{name} = {weight}`. Write one of {types:?}, from 1 to {HEAVIEST}"));
            }
        }
        if weights.is_empty() {
            found.error(format!("{FILE}, {id}: points to no type. Give it a weight"));
        }
    }
    for name in types.iter().filter(|name| !plan.statement.iter().any(|one| one.weights.contains_key(**name))) {
        found.error(format!("{FILE}: no sentence points to `{name}`. Write one"));
    }
    for (one, side) in plan.r#type.iter().flat_map(|one| one.sides().map(|side| (one, side))) {
        // More would not fit on the sheet when all are ticked.
        if !(1..=3).contains(&side.len()) {
            found.error(format!("{FILE}, {}: a side with {} lines. Write 1 to 3", one.id, side.len()));
        }
    }
    once(FILE, plan.statement.iter().map(|one| one.id.as_str()), found);
    once(FILE, plan.weighed().chain(plan.step.iter().map(|one| one.id.as_str())), found);
    once(FILE, plan.screen.iter().map(|one| one.id.as_str()), found);
    let lessons = plan.step.iter().filter_map(|step| step.lesson.as_ref());
    lessons.for_each(|lesson| staff_lesson(content, FILE, lesson, found));
}

/// Everything has its words.
pub(super) fn check_words(plan: &Plan, words: &Words, code: &str, found: &mut Findings) {
    let file = format!("content/manager/{code}.toml");
    let ids = |list: &'static str| format!("{file}, {list}");
    same_ids(&ids("statements"), plan.statement.iter().map(|one| one.id.as_str()), &words.statements, found);
    same_ids(&ids("types"), plan.r#type.iter().map(|one| one.id.as_str()), &words.types, found);
    same_ids(&ids("weigh"), plan.weighed(), &words.weigh, found);
    same_ids(&ids("screens"), plan.screen.iter().map(|one| one.id.as_str()), &words.screens, found);
    same_ids(&ids("steps"), plan.step.iter().map(|one| one.id.as_str()), &words.steps, found);
    same_ids(&ids("data"), plan.data.iter().map(|one| one.id.as_str()), &words.data, found);
    for (id, section) in &words.data {
        how_many(&format!("{file}, data.{id}.lines"), &section.lines, 1..=4, found);
    }
}

/// Every text.
pub(super) fn lines(words: &Words) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = vec![];
    for (name, list) in [("statements", &words.statements), ("weigh", &words.weigh), ("steps", &words.steps)] {
        lines.extend(list.iter().map(|(id, text)| (format!("{name}.{id}"), Kind::Hint, text.as_str())));
    }
    lines.extend(words.screens.iter().map(|(id, text)| (format!("screens.{id}"), Kind::Document, text.as_str())));
    for (id, TypeWords { title, says }) in &words.types {
        lines.push((format!("types.{id}.title"), Kind::Document, title));
        lines.push((format!("types.{id}.says"), Kind::Hint, says));
    }
    for (id, section) in &words.data {
        lines.push((format!("data.{id}.title"), Kind::Document, &section.title));
        lines.extend(section.lines.iter().map(|text| (format!("data.{id}.lines"), Kind::Hint, text.as_str())));
    }
    lines
}

/// What is published; nothing if a word is missing.
pub(super) fn publish(plan: &Plan, words: &Words, soft: &dyn Fn(&str) -> String) -> Option<Guide> {
    let text = |list: &BTreeMap<String, String>, id: &ItemId| list.get(id.as_str()).map(|text| soft(text));
    let side = |ids: &[ItemId]| {
        let line = |id: &ItemId| Some(engine::guide::Line { id: id.clone(), text: text(&words.weigh, id)? });
        ids.iter().map(line).collect::<Option<Vec<_>>>()
    };
    let statement = |one: &StatementPlan| {
        let weight = |kind: &TypePlan| one.weights.get(kind.id.as_str()).copied().unwrap_or_default();
        let weights = plan.r#type.iter().map(weight).collect();
        Some(Statement { id: one.id.clone(), text: text(&words.statements, &one.id)?, weights })
    };
    let kind = |one: &TypePlan| {
        let TypeWords { title, says } = words.types.get(one.id.as_str())?;
        let [strengths, weaknesses, opportunities, threats] = one.sides().map(side);
        Some(WiseType {
            picture: one.picture.clone(),
            title: soft(title),
            says: soft(says),
            strengths: strengths?,
            weaknesses: weaknesses?,
            opportunities: opportunities?,
            threats: threats?,
        })
    };
    let screen = |one: &ScreenPlan| {
        Some(Screen { id: one.id.clone(), picture: one.picture.clone(), text: text(&words.screens, &one.id)? })
    };
    let step = |one: &StepPlan| {
        Some(Step { id: one.id.clone(), text: text(&words.steps, &one.id)?, lesson: one.lesson.clone() })
    };
    let section = |one: &SectionPlan| {
        let SectionWords { title, lines } = words.data.get(one.id.as_str())?;
        Some(Section { title: soft(title), lines: lines.iter().map(|text| soft(text)).collect() })
    };
    Some(Guide {
        statements: plan.statement.iter().map(statement).collect::<Option<_>>()?,
        types: plan.r#type.iter().map(kind).collect::<Option<_>>()?,
        screens: plan.screen.iter().map(screen).collect::<Option<_>>()?,
        steps: plan.step.iter().map(step).collect::<Option<_>>()?,
        data: plan.data.iter().map(section).collect::<Option<_>>()?,
    })
}
