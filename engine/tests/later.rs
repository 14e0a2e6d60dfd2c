//! Lessons under way that a later version of the app has written: what this one does not know is kept, over reading and writing, over a join, and
//! while the lesson is played on (RELIABILITY.md, F10).
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test is to stop")]

mod support;

use engine::ids::LessonId;
use engine::save::{open, seal};
use engine::session::Session;
use engine::sessions::Sessions;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use support::learner::{any_deeds, finish, finish_card};
use support::{Draft, SICK, SILENCE, step};

const LESSONS: [&str; 3] = ["fire-alarm", "i-am-sick", "sign-colours"];

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-9..9_i32).prop_map(Value::from),
        "[aé😀\"]{0,2}".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map("[ab]", inner, 0..3).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Fields that no version knows.
fn any_fields() -> impl Strategy<Value = Map<String, Value>> {
    btree_map("later-[ab]", any_value(), 0..3).prop_map(|fields| fields.into_iter().collect())
}

/// A table with fields that no version knows.
fn with(fields: Map<String, Value>, table: Value) -> Value {
    let Value::Object(mut all) = table else { panic!("{table} is no table") };
    all.extend(fields);
    all.into()
}

/// A half-given answer of each kind of card, or of one that only a later version has.
fn any_given() -> impl Strategy<Value = Value> {
    let pick = json!({ "chosen": null, "tried": ["hide"], "misses": 1 });
    let picked = (any_fields(), any_fields(), any_fields()).prop_map(move |(one, two, three)| {
        let turn = json!({ "turn": "hello", "pick": with(one, pick.clone()), "said": "bye" });
        json!({ "turns": with(three, json!({ "turns": [with(two, turn)] })) })
    });
    let kinds = vec![
        ("picked", json!({ "chosen": "hide", "tried": ["hide"], "misses": 1 })),
        ("placed", json!({ "placed": ["ask", "bin"], "kept": 1 })),
        ("joined", json!({ "picked": { "meaning": "ask" }, "joined": [["ask", "bin"]], "kept": 0 })),
        ("found", json!({ "found": ["door"], "tried": ["lamp"], "hit": true })),
        ("device", json!({ "view": "home", "nudge": true })),
        ("typed", json!({ "text": "04" })),
    ];
    let known = (select(kinds), any_fields()).prop_map(|((kind, given), fields)| json!({ kind: with(fields, given) }));
    let later = any_value().prop_filter("of a kind that is known", |value| *value != json!("nothing"));
    prop_oneof![1 => Just(json!("nothing")), 6 => known, 3 => picked, 2 => later, 1 => any_value().prop_map(|value| json!({ "sung": value }))]
}

fn any_session(lesson: &'static str) -> impl Strategy<Value = Value> {
    let attempt = (any_fields(), any_given(), 0..4_u8, any::<bool>()).prop_map(|(fields, given, misses, done)| {
        with(fields, json!({ "misses": misses, "done": done, "given": given }))
    });
    (any_fields(), btree_map("[a-c]", attempt, 0..3), any::<u32>()).prop_map(move |(fields, attempts, seed)| {
        with(fields, json!({ "lesson": lesson, "at": "talk", "seed": seed, "attempts": attempts }))
    })
}

/// A document as a later version writes it.
fn any_document() -> impl Strategy<Value = Value> {
    let lessons = LESSONS.map(|lesson| (proptest::option::of(any_session(lesson)), 0..4_u32));
    (any_fields(), lessons, 0..9_u32).prop_map(|(fields, lessons, all)| {
        let (mut under_way, mut changes) = (Map::new(), Map::new());
        for (lesson, (session, count)) in LESSONS.into_iter().zip(lessons) {
            session.map(|session| under_way.insert(lesson.to_owned(), session));
            changes.insert(lesson.to_owned(), count.into());
        }
        with(fields, json!({ "under_way": under_way, "last": null, "changes": changes, "all_changes": all }))
    })
}

fn read(document: &Value) -> Sessions {
    serde_json::from_str(&document.to_string()).unwrap()
}

fn written(sessions: &Sessions) -> Value {
    serde_json::to_value(sessions).unwrap()
}

/// Puts a field that no version knows into a session, into each attempt, and into what was given.
fn mark(session: &Session) -> Session {
    let mut kept = serde_json::to_value(session).unwrap();
    kept["later"] = json!(1);
    for attempt in kept["attempts"].as_object_mut().unwrap().values_mut() {
        attempt["later"] = json!(2);
        let given = attempt["given"].as_object_mut();
        given.into_iter().flatten().for_each(|(_, given)| given["later"] = json!(3));
        let turns = attempt["given"].get_mut("turns").and_then(|given| given["turns"].as_array_mut());
        turns.into_iter().flatten().for_each(|turn| {
            turn["later"] = json!(4);
            turn["pick"]["later"] = json!(5);
        });
    }
    serde_json::from_value(kept).unwrap()
}

/// Every marked value of the one is in the other, at the same place; lists may have grown.
fn holds(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => part.iter().all(|(name, part)| {
            whole.get(name).is_some_and(|whole| if name == "later" { whole == part } else { holds(whole, part) })
        }),
        (Value::Array(whole), Value::Array(part)) => whole.iter().zip(part).all(|(whole, part)| holds(whole, part)),
        _ => true,
    }
}

proptest! {
    #[test]
    fn a_later_document_is_written_back_as_it_was(document in any_document()) {
        prop_assert_eq!(written(&read(&document)), document);
    }

    /// Fields of the document from both; each session whole, from the copy that counted further.
    #[test]
    fn a_join_loses_no_field_of_a_later_version(one in any_document(), other in any_document()) {
        let both = written(&read(&one).join(read(&other)));
        for field in ["later-a", "later-b"] {
            prop_assert_eq!(both.get(field).is_some(), one.get(field).or(other.get(field)).is_some());
        }
        for lesson in LESSONS {
            let count = |document: &Value| document["changes"][lesson].as_u64();
            let right = if count(&other) > count(&one) { &other } else { &one };
            prop_assert_eq!(both["under_way"].get(lesson), right["under_way"].get(lesson));
        }
    }

    #[test]
    fn what_a_later_version_wrote_is_there_when_the_lesson_is_played_on(deeds in any_deeds(), more in any_deeds(), is_sick: bool, seed: u32) {
        let lesson = Draft::read(if is_sick { SICK } else { SILENCE }).lesson();
        let mut session = Session::start(&lesson, seed).unwrap();
        deeds.iter().for_each(|deed| deed.happen(&mut session, &lesson));
        let mut session = mark(&session);
        let before = serde_json::to_value(&session).unwrap();
        more.iter().for_each(|deed| deed.happen(&mut session, &lesson));
        let after = serde_json::to_value(&session).unwrap();
        prop_assert!(holds(&after, &before), "{after}\nhas not all of\n{before}");
        finish(&mut session, &lesson);
        let after = serde_json::to_value(&session).unwrap();
        prop_assert!(holds(&after, &before), "{after}\nhas not all of\n{before}");
    }
}

#[test]
fn the_saved_lessons_under_way_of_a_later_version_are_read_and_written_back_byte_by_byte() {
    let saved = include_str!("saved/sessions-1-later-minor.txt");
    let sessions: Sessions = serde_json::from_str(open(saved).unwrap()).unwrap();
    assert_eq!(seal(&serde_json::to_string(&sessions).unwrap()).unwrap(), saved);
    let quiet = sessions.get(&LessonId::new("quiet-please").unwrap()).unwrap();
    assert_eq!((quiet.attempt(&step("where")).misses, quiet.attempt(&step("situation")).done), (3, true));
}

/// A half-given answer of a kind that comes later is no answer here: the card can be done.
#[test]
fn an_answer_of_a_later_kind_holds_nobody_up() {
    let lesson = Draft::read(SILENCE).lesson();
    for given in
        [json!({ "sung": { "notes": [1, 2] } }), json!("hummed"), json!({ "picked": { "chosen": 7 } }), json!(null)]
    {
        for card in &lesson.steps {
            let attempts = json!({ card.id.as_str(): { "misses": 0, "done": false, "given": given } });
            let session = json!({ "lesson": lesson.id, "at": card.id, "seed": 7, "attempts": attempts });
            let sessions =
                json!({ "under_way": { lesson.id.as_str(): session }, "changes": { lesson.id.as_str(): 1 } });
            let mut session = read(&sessions).get(&LessonId::new("quiet-please").unwrap()).unwrap().clone();
            assert!(finish_card(&mut session, &lesson).is_some(), "{session:?}");
        }
    }
}
