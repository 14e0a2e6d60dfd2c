//! What the lessons cover: competences of DigComp, anchors in B-WISE, and how much of each kind of practice a course has.

use super::read::Content;
use engine::ids::LessonId;
use engine::plan::{Kind, Plan};
use std::collections::BTreeMap;

/// How many competences each of the five areas of DigComp 3.0 has (Cosgrove & Cachia 2025).
const AREAS: [u8; 5] = [3, 6, 4, 4, 4];

/// What lessons may be anchored in: findings and good practices of B-WISE, in our words.
const ANCHORS: [(&str, &str); 17] = [
    ("D1", "device basics"),
    ("D2", "safe internet"),
    ("D3", "stay in touch"),
    ("D4", "find a job"),
    ("D5", "arrange papers"),
    ("D6", "have fun safely"),
    ("T1", "digital management"),
    ("T2", "digital production"),
    ("T3", "assistive technology"),
    ("S1", "soft skills"),
    ("G1", "green skills"),
    ("K1", "teach workers"),
    ("K2", "follow up"),
    ("N1", "types of WISE"),
    ("N2", "organise and decide"),
    ("N3", "personas"),
    ("N4", "hand over"),
];

const KINDS: [(Kind, &str); 9] = [
    (Kind::Tell, "tell"),
    (Kind::Choose, "choose"),
    (Kind::Order, "order"),
    (Kind::Match, "match"),
    (Kind::Find, "find"),
    (Kind::Device, "device"),
    (Kind::Chat, "chat"),
    (Kind::Type, "type"),
    (Kind::Real, "real"),
];

/// A lesson, and for whom.
struct Entry<'a> {
    id: &'a LessonId,
    plan: &'a Plan,
    is_staff: bool,
}

/// The three tables, each with a line above it and an empty one below.
pub fn tables(content: &Content) -> String {
    let entries: Vec<Entry<'_>> = content
        .courses
        .iter()
        .flat_map(|course| &course.plan.lessons)
        .filter_map(|id| {
            let plan = &content.lessons.get(id)?.plan;
            Some(Entry { id, plan, is_staff: content.audience(id).is_staff() })
        })
        .collect();
    let competences =
        AREAS.iter().zip(1_u8..).flat_map(|(count, area)| (1..=*count).map(move |at| format!("{area}.{at}")));
    let digcomp =
        goals("DigComp 3.0", competences, &entries, |plan| plan.digcomp.iter().map(|id| competence(id)).collect());
    let anchors = ANCHORS.iter().map(|(id, meaning)| format!("{id} {meaning}"));
    let bwise = goals("B-WISE", anchors, &entries, |plan| plan.bwise.iter().map(|id| anchor(id)).collect());
    format!("{digcomp}\n{bwise}\n{}\n", kinds(content))
}

/// The competence of a learning outcome: `LO2.1.05` belongs to `2.1`.
fn competence(outcome: &str) -> String {
    let number = outcome.trim_start_matches("LO");
    number.rsplit_once('.').map_or(number, |(competence, _)| competence).to_owned()
}

/// An anchor as its line begins; one that is not on the list stands for itself.
fn anchor(id: &str) -> String {
    let known = ANCHORS.iter().find(|(known, _)| *known == id);
    known.map_or_else(|| id.to_owned(), |(id, meaning)| format!("{id} {meaning}"))
}

/// Of each goal how many lessons serve it, and which. Goals that lessons name and the list does not are told too.
fn goals(
    name: &str,
    all: impl Iterator<Item = String>,
    entries: &[Entry<'_>],
    goals_of: impl Fn(&Plan) -> Vec<String>,
) -> String {
    let mut rows: BTreeMap<String, Vec<&Entry<'_>>> = all.map(|goal| (goal, vec![])).collect();
    for entry in entries {
        let mut goals = goals_of(entry.plan);
        goals.sort();
        goals.dedup();
        for goal in goals {
            rows.entry(goal).or_default().push(entry);
        }
    }
    let mut table = format!("{name:26} workers  staff\n");
    for (goal, entries) in rows {
        let staff = entries.iter().filter(|entry| entry.is_staff).count();
        let lessons: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
        let row = format!("{goal:26} {:>7} {staff:>6}  {}", entries.len() - staff, lessons.join(", "));
        table.push_str(row.trim_end());
        table.push('\n');
    }
    table
}

/// Of each course how many lessons, minutes and cards of each kind it has, and all together.
fn kinds(content: &Content) -> String {
    let mut table = format!("{:26} lessons minutes", "course, cards by kind");
    KINDS.iter().for_each(|(_, name)| table.push_str(&format!("{name:>7}")));
    table.push('\n');
    let mut row = |name: &str, lessons: &[&Plan]| {
        let minutes: u32 = lessons.iter().map(|plan| u32::from(plan.minutes)).sum();
        table.push_str(&format!("{name:26} {:>7} {minutes:>7}", lessons.len()));
        for (kind, _) in &KINDS {
            let cards = lessons.iter().flat_map(|plan| &plan.steps).filter(|step| step.kind == *kind).count();
            table.push_str(&format!("{cards:>7}"));
        }
        table.push('\n');
    };
    let mut together = vec![];
    for course in &content.courses {
        let plans = course.plan.lessons.iter().filter_map(|id| Some(&content.lessons.get(id)?.plan));
        let plans: Vec<&Plan> = plans.collect();
        row(&format!("{}{}", course.id, course.plan.audience.told()), &plans);
        together.extend(plans);
    }
    row("together", &together);
    table
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::*;
    use std::path::Path;

    fn project() -> Content {
        read(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap()
    }

    fn row<'a>(tables: &'a str, start: &str) -> Vec<&'a str> {
        let row = tables.lines().find(|line| line.starts_with(start));
        row.unwrap_or_else(|| panic!("no row {start}")).split_whitespace().collect()
    }

    #[test]
    fn an_outcome_counts_for_its_competence_once_for_each_lesson_and_apart_for_staff() {
        let mut content = project();
        content.lessons.values_mut().for_each(|lesson| lesson.plan.digcomp.clear());
        for (lesson, outcomes) in [("fire-alarm", ["LO2.1.05", "LO2.1.11"]), ("hands-off", ["LO2.1.05", "LO9.9.01"])] {
            let plan = &mut content.lessons.get_mut(&LessonId::new(lesson).unwrap()).unwrap().plan;
            plan.digcomp = outcomes.map(str::to_owned).to_vec();
        }
        let tables = tables(&content);
        assert_eq!(row(&tables, "2.1"), ["2.1", "1", "1", "fire-alarm,", "hands-off"]);
        assert_eq!(row(&tables, "2.2"), ["2.2", "0", "0"], "what no lesson serves is told");
        assert_eq!(row(&tables, "9.9"), ["9.9", "0", "1", "hands-off"], "what is not on the list is told");
    }

    #[test]
    fn an_anchor_stands_with_its_meaning() {
        let mut content = project();
        content.lessons.values_mut().for_each(|lesson| lesson.plan.bwise.clear());
        content.lessons.get_mut(&LessonId::new("find-my-bus").unwrap()).unwrap().plan.bwise = vec!["D3".to_owned()];
        let tables = tables(&content);
        assert_eq!(row(&tables, "D3"), ["D3", "stay", "in", "touch", "1", "0", "find-my-bus"]);
        assert_eq!(row(&tables, "D4"), ["D4", "find", "a", "job", "0", "0"]);
    }

    #[test]
    fn the_cards_of_a_course_are_counted_by_kind_and_together() {
        let mut content = project();
        content.courses.retain(|course| course.id.as_str() == "travel");
        let plan = &mut content.lessons.get_mut(&LessonId::new("find-my-bus").unwrap()).unwrap().plan;
        plan.minutes = 4;
        plan.steps.retain(|step| step.kind != Kind::Choose);
        let cards = plan.steps.len();
        let tables = tables(&content);
        let travel = row(&tables, "travel");
        assert_eq!(travel[..5], ["travel", "1", "4", "1", "0"]);
        let counted: usize = travel[3..].iter().map(|cell| cell.parse::<usize>().unwrap()).sum();
        assert_eq!(counted, cards, "each card is of one kind");
        assert_eq!(row(&tables, "together")[1..], travel[1..]);
    }
}
