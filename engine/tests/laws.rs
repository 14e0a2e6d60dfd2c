//! The laws that let copies be joined in any order, any number of times, without loss.
#![allow(clippy::unwrap_used, reason = "a failing test is to stop")]

use engine::ids::{LessonId, StepId};
use engine::progress::{Best, Progress};
use engine::review::{Day, Practice};
use engine::save::{open, seal};
use engine::settings::{Calm, Colours, Language, Letters, Settings, Spacing, TextSize, Words};
use engine::unknown::{Fields, Unknown};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

const TODAY: Day = Day(20_000);
const BESTS: &[Best] = &[Best::Shown, Best::Hint, Best::Alone];

/// Few names, so that two documents often have the same.
fn any_lesson() -> impl Strategy<Value = LessonId> {
    select(vec!["fire-alarm", "i-am-sick", "sign-colours"]).prop_map(|id| LessonId::new(id).unwrap())
}

fn any_step() -> impl Strategy<Value = StepId> {
    select(vec!["situation", "try", "really"]).prop_map(|id| StepId::new(id).unwrap())
}

fn any_unknown() -> impl Strategy<Value = Unknown> {
    let leaf = prop_oneof![
        Just(Unknown::Null),
        any::<bool>().prop_map(Unknown::Bool),
        (-3..3_i8).prop_map(|number| Unknown::Number(f64::from(number).into())),
        // Eighths: the JSON reader of these tests rounds long decimals (the browser's does not).
        any::<i32>().prop_map(|eighths| Unknown::Number((f64::from(eighths) / 8.0).into())),
        "[aé😀\"]{0,2}".prop_map(Unknown::Text),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Unknown::List),
            btree_map("[ab]", inner, 0..3).prop_map(|fields| Unknown::Table(fields.into_iter().collect())),
        ]
    })
}

/// Fields that no version of the app knows.
fn any_fields() -> impl Strategy<Value = Fields> {
    btree_map("later-[ab]", any_unknown(), 0..3).prop_map(|fields| fields.into_iter().collect())
}

#[test]
fn a_link_wins_over_an_earlier_link_and_never_over_the_person() {
    let language = |code: &str| Language::new(code).unwrap();
    let asked = |code: &str| {
        let mut asked = Settings::default();
        asked.choose_language(&language(code));
        asked
    };
    let mut settings = Settings::default();
    settings.suggest(asked("nl"));
    let before = settings.clone();
    settings.suggest(asked("en"));
    // The copy from before, of another page, is joined in either order.
    for joined in [settings.clone().join(before.clone()), before.join(settings.clone())] {
        assert_eq!(joined.language(), Some(language("en")));
    }
    settings.choose_language(&language("fr"));
    settings.suggest(asked("uk"));
    assert_eq!(settings.language(), Some(language("fr")));
}

#[test]
fn what_an_earlier_app_kept_of_a_link_applies_until_another_link_or_a_choice() {
    let mut settings: Settings = serde_json::from_str(r#"{"language":[0,"ar"]}"#).unwrap();
    assert_eq!(settings.language().unwrap().as_str(), "ar");
    let mut asked = Settings::default();
    asked.choose_language(&Language::new("nl").unwrap());
    settings.suggest(asked);
    assert_eq!(settings.language().unwrap().as_str(), "nl");
}

#[test]
fn a_file_that_claims_the_highest_number_of_starts_prevents_neither_undoing_nor_starting_again() {
    let lesson = LessonId::new("fire-alarm").unwrap();
    let before = Progress::default();
    let file: Progress = serde_json::from_str(r#"{"epoch":4294967295,"lessons":{"fire-alarm":{"best":3}}}"#).unwrap();
    let after = before.clone().take_in(file);
    assert!(after.is_finished(&lesson));
    let undone = before.instead_of(&after);
    assert!(!after.clone().join(undone).is_finished(&lesson));
    let mut again = after.clone();
    again.start_again();
    assert!(!after.join(again).is_finished(&lesson));
}

/// What a person can do.
#[derive(Clone, Debug)]
enum Deed {
    Step(LessonId, StepId, u32),
    Finish(LessonId, Best),
    Real(LessonId),
    StartAgain,
}

impl Deed {
    fn happen(self, progress: &mut Progress) {
        match self {
            Self::Step(lesson, step, revision) => progress.step_done(&lesson, &step, revision),
            Self::Finish(lesson, best) => progress.finished(&lesson, best),
            Self::Real(lesson) => progress.did_for_real(&lesson),
            Self::StartAgain => progress.start_again(),
        }
    }
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        9 => (any_lesson(), any_step(), 0..4_u32).prop_map(|(lesson, step, revision)| Deed::Step(lesson, step, revision)),
        5 => (any_lesson(), select(BESTS)).prop_map(|(lesson, best)| Deed::Finish(lesson, best)),
        3 => any_lesson().prop_map(Deed::Real),
        1 => Just(Deed::StartAgain),
    ]
}

/// The same document with further fields in it.
fn with_fields<T: Serialize + DeserializeOwned>(document: &T, mut fields: Fields) -> T {
    let Unknown::Table(known) = through_json::<T, Unknown>(document) else { unreachable!() };
    for (name, value) in known {
        fields.insert(name, value);
    }
    through_json(&Unknown::Table(fields))
}

fn through_json<A: Serialize, B: DeserializeOwned>(document: &A) -> B {
    serde_json::from_str(&serde_json::to_string(document).unwrap()).unwrap()
}

fn any_progress() -> impl Strategy<Value = Progress> {
    (vec(any_deed(), 0..12), any_fields()).prop_map(|(deeds, fields)| {
        let mut progress = Progress::default();
        for deed in deeds {
            deed.happen(&mut progress);
        }
        with_fields(&progress, fields)
    })
}

/// What a person can choose: which setting, and which of its values, counted round.
fn choose(settings: &mut Settings, which: usize, value: usize) {
    fn pick<T: Copy>(all: &[T], value: usize) -> T {
        all[value % all.len()]
    }
    match which {
        0 => settings.choose_text_size(pick(TextSize::ALL, value)),
        1 => settings.choose_colours(pick(Colours::ALL, value)),
        2 => settings.choose_calm(pick(Calm::ALL, value)),
        3 => settings.choose_letters(pick(Letters::ALL, value)),
        4 => settings.choose_words(pick(Words::ALL, value)),
        5 => settings.choose_spacing(pick(Spacing::ALL, value)),
        6 => settings.choose_language(&Language::new(pick(&["nl", "en", "fr"], value)).unwrap()),
        _ => settings.choose_help_language(Language::new(pick(&["uk", "none"], value)).as_ref()),
    }
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let later = btree_map("later-[ab]", (0..5_u32, any_unknown()), 0..3);
    (vec((0..8_usize, 0..12_usize), 0..5), later).prop_map(|(choices, later)| {
        let mut settings = through_json(&later);
        for (which, value) in choices {
            choose(&mut settings, which, value);
        }
        settings
    })
}

fn any_practice() -> impl Strategy<Value = Practice> {
    let round = (any_lesson(), select(BESTS), -90..90_i32);
    (vec(round, 0..9), any_fields()).prop_map(|(rounds, fields)| {
        let mut practice = Practice::default();
        for (lesson, best, day) in rounds {
            practice.finished(&lesson, best, Day(TODAY.0 + day));
        }
        with_fields(&practice, fields)
    })
}

/// A join must not care about order or repetition.
fn obeys_the_laws<T: Clone + Debug + PartialEq>(
    join: impl Fn(T, T) -> T,
    a: &T,
    b: &T,
    c: &T,
) -> Result<(), TestCaseError> {
    let join = |x: &T, y: &T| join(x.clone(), y.clone());
    prop_assert_eq!(join(a, b), join(b, a), "order of two");
    prop_assert_eq!(join(&join(a, b), c), join(a, &join(b, c)), "order of three");
    let both = join(a, b);
    prop_assert_eq!(&join(&both, a), &both, "what is in it already adds nothing");
    prop_assert_eq!(&join(&both, &both), &both, "again");
    Ok(())
}

fn survives_saving<T: Debug + PartialEq + Serialize + DeserializeOwned>(document: &T) -> Result<(), TestCaseError> {
    let sealed = seal(&serde_json::to_string(document).unwrap()).unwrap();
    let again: T = serde_json::from_str(open(&sealed).unwrap()).unwrap();
    prop_assert_eq!(&again, document);
    Ok(())
}

/// Any day, and often one at the end of all that can be counted.
fn any_day() -> impl Strategy<Value = i32> {
    prop_oneof![any::<i32>(), i32::MAX - 70..=i32::MAX, i32::MIN..=i32::MIN + 70]
}

proptest! {
    #[test]
    fn what_is_taken_in_counts_and_can_be_undone_everywhere(mine in any_progress(), theirs in any_progress(), lesson in any_lesson()) {
        let after = mine.clone().take_in(theirs.clone());
        prop_assert!(after.best(&lesson) >= mine.best(&lesson).max(theirs.best(&lesson)));
        // Once more changes nothing.
        prop_assert_eq!(after.clone().take_in(theirs), after.clone());
        let undone = mine.clone().instead_of(&after);
        prop_assert_eq!(undone.best(&lesson), mine.best(&lesson));
        // Another copy of what was taken in does not bring it back.
        prop_assert_eq!(undone.clone().join(after.clone()), undone.clone());
        prop_assert_eq!(after.join(undone.clone()), undone);
    }

    #[test]
    fn unknown_values_are_joined_by_the_laws(a in any_unknown(), b in any_unknown(), c in any_unknown()) {
        obeys_the_laws(Unknown::join, &a, &b, &c)?;
        prop_assert_eq!(a.clone().join(a.clone()), a);
    }

    #[test]
    fn progress_is_joined_by_the_laws(a in any_progress(), b in any_progress(), c in any_progress()) {
        obeys_the_laws(Progress::join, &a, &b, &c)?;
        prop_assert_eq!(a.clone().join(a.clone()), a);
    }

    #[test]
    fn settings_are_joined_by_the_laws(a in any_settings(), b in any_settings(), c in any_settings()) {
        obeys_the_laws(Settings::join, &a, &b, &c)?;
        prop_assert_eq!(a.clone().join(a.clone()), a);
    }

    #[test]
    fn practice_is_joined_by_the_laws_on_any_one_day(a in any_practice(), b in any_practice(), c in any_practice()) {
        obeys_the_laws(|x, y| Practice::join(x, y, TODAY), &a, &b, &c)?;
    }

    #[test]
    fn whatever_is_done_only_adds_to_what_was_done(before in any_progress(), deed in any_deed()) {
        let mut after = before.clone();
        deed.happen(&mut after);
        prop_assert_eq!(before.join(after.clone()), after);
    }

    #[test]
    fn a_join_takes_nothing_away(a in any_progress(), deeds in vec(any_deed(), 0..9), lesson in any_lesson(), step in any_step()) {
        let mut b = a.clone();
        deeds.into_iter().filter(|deed| !matches!(deed, Deed::StartAgain)).for_each(|deed| deed.happen(&mut b));
        let both = a.clone().join(b.clone());
        for one in [a, b] {
            prop_assert!(both.best(&lesson) >= one.best(&lesson));
            prop_assert!(both.revision(&lesson) >= one.revision(&lesson));
            prop_assert!(both.is_step_done(&lesson, &step) || !one.is_step_done(&lesson, &step));
            prop_assert!(both.is_done_for_real(&lesson) || !one.is_done_for_real(&lesson));
        }
    }

    #[test]
    fn who_starts_again_stays_so_after_meeting_an_older_copy(old in any_progress()) {
        let mut new = old.clone();
        new.start_again();
        prop_assert!(new.is_empty());
        prop_assert_eq!(old.join(new.clone()), new);
    }

    #[test]
    fn a_choice_wins_against_every_copy_from_before(mut settings in any_settings(), colours in select(Colours::ALL)) {
        let before = settings.clone();
        settings.choose_colours(colours);
        prop_assert_eq!(before.join(settings.clone()).colours(), colours);
        prop_assert_eq!(settings.colours(), colours);
    }

    #[test]
    fn documents_come_back_as_they_were_saved(a in any_progress(), b in any_settings(), c in any_practice()) {
        survives_saving(&a)?;
        survives_saving(&b)?;
        survives_saving(&c)?;
    }

    #[test]
    fn whatever_the_clocks_said_no_lesson_rests_longer_than_sixty_days(mut practice in any_practice(), lesson in any_lesson()) {
        let next = practice.next(&lesson, TODAY);
        prop_assert!(next.is_none_or(|next| next <= Day(TODAY.0 + 60)));
        prop_assert_eq!(practice.due(TODAY).contains(&lesson), next.is_some_and(|next| next <= TODAY));
        let on_that_day = next.unwrap_or(TODAY).max(TODAY);
        prop_assert_eq!(practice.due(on_that_day).contains(&lesson), next.is_some());
        practice.finished(&lesson, Best::Alone, TODAY);
        prop_assert!(!practice.due(TODAY).contains(&lesson));
    }

    #[test]
    fn no_day_is_too_far_away_to_count_with(last in any_day(), stage: u8, today in any_day()) {
        let json = format!(r#"{{"lessons":{{"fire-alarm":{{"last":{last},"stage":{stage}}}}}}}"#);
        let mut practice: Practice = serde_json::from_str(&json).unwrap();
        let lesson = LessonId::new("fire-alarm").unwrap();
        let _ = practice.due(Day(today));
        practice = practice.clone().join(practice, Day(today));
        practice.finished(&lesson, Best::Alone, Day(today));
        prop_assert!(practice.next(&lesson, Day(today)) >= Some(Day(today)));
    }
}
