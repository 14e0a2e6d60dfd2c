//! `content/starting/`: who may be in front of a coach.

use super::super::check::Findings;
use super::super::read::Content;
use super::{Line, State, how_many, once, same_ids, staff_lesson};
use easy_language::Kind;
use engine::guide::{Group, Point, Starting};
use engine::ids::{ItemId, LessonId, PictureId};
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = "content/starting/starting.toml";

/// `starting.toml`
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    group: Vec<GroupPlan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupPlan {
    id: ItemId,
    points: Vec<PointPlan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PointPlan {
    id: ItemId,
    picture: PictureId,
    path: Option<String>,
    #[serde(default)]
    lessons: Vec<LessonId>,
}

/// `<lang>.toml`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    #[serde(rename = "state")]
    _state: State,
    groups: BTreeMap<String, GroupWords>,
    pub(super) points: BTreeMap<String, PointWords>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupWords {
    title: String,
    says: Vec<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PointWords {
    title: String,
    pub(super) know: Vec<String>,
    act: Vec<String>,
}

impl Plan {
    fn points(&self) -> impl Iterator<Item = &PointPlan> {
        self.group.iter().flat_map(|group| &group.points)
    }

    pub(super) fn pictures(&self) -> impl Iterator<Item = &PictureId> {
        self.points().map(|point| &point.picture)
    }
}

/// Each point leads to a list, or to lessons for coaches and managers.
pub(super) fn check(content: &Content, plan: &Plan, found: &mut Findings) {
    once(FILE, plan.group.iter().map(|group| group.id.as_str()), found);
    once(FILE, plan.points().map(|point| point.id.as_str()), found);
    for point in plan.points() {
        let id = &point.id;
        if point.path.is_some() != point.lessons.is_empty() {
            found.error(format!("{FILE}, {id}: give it either `path` or `lessons`"));
        }
        if let Some(path) = point.path.as_ref().filter(|path| !content.paths.has(path)) {
            found.error(format!(
                "{FILE}, {id}: content/paths/paths.toml has no list `{path}`. Choose one that is there"
            ));
        }
        point.lessons.iter().for_each(|lesson| staff_lesson(content, &format!("{FILE}, {id}"), lesson, found));
    }
}

/// Every group and point has its words.
pub(super) fn check_words(plan: &Plan, words: &Words, code: &str, found: &mut Findings) {
    let file = format!("content/starting/{code}.toml");
    same_ids(&format!("{file}, groups"), plan.group.iter().map(|group| group.id.as_str()), &words.groups, found);
    same_ids(&format!("{file}, points"), plan.points().map(|point| point.id.as_str()), &words.points, found);
    for (id, group) in &words.groups {
        how_many(&format!("{file}, groups.{id}.says"), &group.says, 1..=2, found);
    }
    for (id, point) in &words.points {
        how_many(&format!("{file}, points.{id}.know"), &point.know, 2..=3, found);
        how_many(&format!("{file}, points.{id}.act"), &point.act, 2..=3, found);
    }
}

/// Every text.
pub(super) fn lines(words: &Words) -> Vec<Line<'_>> {
    let mut lines = vec![];
    for (id, group) in &words.groups {
        lines.push((format!("groups.{id}.title"), Kind::Document, group.title.as_str()));
        lines.extend(group.says.iter().map(|text| (format!("groups.{id}.says"), Kind::Hint, text.as_str())));
    }
    for (id, point) in &words.points {
        lines.push((format!("points.{id}.title"), Kind::Document, point.title.as_str()));
        lines.extend(point.know.iter().map(|text| (format!("points.{id}.know"), Kind::Hint, text.as_str())));
        lines.extend(point.act.iter().map(|text| (format!("points.{id}.act"), Kind::Hint, text.as_str())));
    }
    lines
}

/// What is published; nothing if a word is missing.
pub(super) fn publish(plan: &Plan, words: &Words, soft: &dyn Fn(&str) -> String) -> Option<Starting> {
    let all = |texts: &[String]| texts.iter().map(|text| soft(text)).collect();
    let point = |plan: &PointPlan| {
        let PointWords { title, know, act } = words.points.get(plan.id.as_str())?;
        Some(Point {
            id: plan.id.clone(),
            picture: plan.picture.clone(),
            title: soft(title),
            know: all(know),
            act: all(act),
            path: plan.path.clone(),
            lessons: plan.lessons.clone(),
        })
    };
    let group = |plan: &GroupPlan| {
        let GroupWords { title, says } = words.groups.get(plan.id.as_str())?;
        let points = plan.points.iter().map(point).collect::<Option<_>>()?;
        Some(Group { title: soft(title), says: all(says), points })
    };
    Some(Starting { groups: plan.group.iter().map(group).collect::<Option<_>>()? })
}
