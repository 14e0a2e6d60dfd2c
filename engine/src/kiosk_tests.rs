use super::*;
use proptest::prelude::*;

fn kiosk() -> Kiosk {
    let mut kiosk = Kiosk::default();
    kiosk.choose(&SetUp {
        route: vec![LessonId::new("i-am-sick").unwrap()],
        languages: vec![Language::new("nl").unwrap(), Language::new("ar").unwrap()],
        patience: 2,
        speaks: true,
    });
    kiosk.set_code("s", "right");
    kiosk
}

#[test]
fn what_a_coach_chose_comes_back() {
    let mut kiosk = kiosk();
    let chosen = kiosk.set_up();
    assert_eq!(chosen.route, [LessonId::new("i-am-sick").unwrap()]);
    assert_eq!((chosen.patience, chosen.speaks), (2, true));
    kiosk.count();
    kiosk.choose(&SetUp { patience: 1, ..chosen });
    assert_eq!(kiosk.done(), 1, "another set-up keeps the count");
    assert!(kiosk.opens("right", 0), "and the code");
    let json = serde_json::to_string(&kiosk).unwrap();
    assert_eq!(serde_json::from_str::<Kiosk>(&json).unwrap(), kiosk);
}

#[test]
fn a_number_that_nobody_can_choose_counts_as_the_nearest_below() {
    for (written, patience) in [(0, 1), (1, 1), (4, 2), (7, 5), (4_000_000_000_u32, 10)] {
        let kiosk: Kiosk = serde_json::from_str(&format!(r#"{{"patience":{written}}}"#)).unwrap();
        assert_eq!(kiosk.set_up().patience, patience, "{written}");
    }
}

#[test]
fn what_a_later_app_added_is_kept_and_another_kind_is_refused() {
    let json = r#"{"changes":2,"route":[],"languages":["nl"],"patience":1,"speaks":false,"salt":"","code":"","wrong":0,"paused":0,"done":7,"colour":"blue"}"#;
    let kiosk: Kiosk = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&kiosk).unwrap(), json);
    assert!(serde_json::from_str::<Kiosk>(r#"{"done":-1}"#).is_err());
    assert!(serde_json::from_str::<Kiosk>(r#"{"languages":"nl"}"#).is_err());
}

#[test]
fn five_wrong_codes_make_a_pause_of_a_minute_in_which_even_the_right_one_is_refused() {
    let mut kiosk = kiosk();
    for _ in 0..4 {
        assert!(!kiosk.opens("wrong", 1_000));
        assert_eq!(kiosk.pause(1_000), 0);
    }
    assert!(!kiosk.opens("wrong", 1_000));
    assert_eq!(kiosk.pause(1_000), PAUSE);
    // It outlives the page.
    let mut kiosk: Kiosk = serde_json::from_str(&serde_json::to_string(&kiosk).unwrap()).unwrap();
    assert_eq!(kiosk.pause(31_000), 30_000);
    assert!(!kiosk.opens("right", 60_999));
    assert!(kiosk.opens("right", 61_000));
    assert_eq!(kiosk.pause(61_000), 0);
}

#[test]
fn a_right_code_forgives_the_wrong_ones_before() {
    let mut kiosk = kiosk();
    for _ in 0..3 {
        for _ in 0..4 {
            assert!(!kiosk.opens("wrong", 1_000));
        }
        assert!(kiosk.opens("right", 1_000));
    }
    assert_eq!(kiosk.pause(1_000), 0);
}

#[test]
fn a_clock_that_is_set_back_ends_the_pause() {
    let mut kiosk = kiosk();
    for _ in 0..5 {
        assert!(!kiosk.opens("wrong", 900_000));
    }
    assert_eq!(kiosk.pause(899_999), 0);
}

#[test]
fn a_code_is_four_to_six_digits() {
    assert!(["0000", "12345", "999999"].into_iter().all(is_code));
    assert!(!["", "123", "1234567", "12a4", "12 4", "١٢٣٤"].into_iter().any(is_code));
}

#[test]
fn somebody_is_asked_after_two_minutes_and_has_twenty_seconds() {
    let mut idle = Idle::new(1);
    for _ in 1..QUIET {
        assert_eq!(idle.second(false), Second::Quiet);
    }
    assert_eq!(idle.second(false), Second::Asked(20));
    for left in (1..20).rev() {
        idle.touched();
        assert_eq!(idle.second(false), Second::Asked(left));
    }
    assert_eq!(idle.second(false), Second::Gone);
}

#[test]
fn an_answer_starts_the_two_minutes_anew() {
    let mut idle = Idle::new(1);
    for _ in 0..QUIET + 5 {
        assert_ne!(idle.second(false), Second::Gone);
    }
    idle.answered();
    assert_eq!(idle, Idle::new(1));
}

fn any_kiosk() -> impl Strategy<Value = Kiosk> {
    (0u32..3, 0u32..3, 0u32..2, any::<bool>(), "[ab]?", proptest::collection::vec("[a-c]", 0..2)).prop_map(
        |(changes, done, wrong, speaks, code, route)| Kiosk {
            changes,
            done,
            wrong,
            speaks,
            code,
            route,
            ..Kiosk::default()
        },
    )
}

proptest! {
    #[test]
    fn joining_is_the_same_in_every_order(a in any_kiosk(), b in any_kiosk(), c in any_kiosk()) {
        prop_assert_eq!(a.clone().join(a.clone()), a.clone());
        prop_assert_eq!(a.clone().join(b.clone()), b.clone().join(a.clone()));
        prop_assert_eq!(a.clone().join(b.clone()).join(c.clone()), a.join(b.join(c)));
    }

    /// Whoever tries codes without end gets at most five in any minute.
    #[test]
    fn no_minute_has_more_than_five_tries(steps in proptest::collection::vec(0i64..20_000, 1..200)) {
        let mut kiosk = kiosk();
        let (mut now, mut tried) = (1_000_000, vec![]);
        for step in steps {
            now += step;
            if kiosk.pause(now) == 0 {
                tried.push(now);
            }
            prop_assert!(!kiosk.opens("wrong", now));
        }
        // Five in a row are followed by a pause: the sixth comes a minute after the fifth.
        for five in tried.chunks(5).zip(tried.chunks(5).skip(1)) {
            prop_assert!(five.1[0] - five.0[five.0.len() - 1] >= PAUSE);
        }
    }

    /// Whatever is touched and whatever is read aloud: nothing goes away without the whole countdown, and that is never short.
    #[test]
    fn nobody_is_gone_without_a_whole_countdown(patience in 0u32..20, steps in proptest::collection::vec((0u8..4, 1u32..2000), 1..40)) {
        let mut idle = Idle::new(patience);
        let mut asked = 0;
        for (step, seconds) in steps {
            // Most often nobody does anything for a while: only then somebody is asked.
            let (seconds, is_busy) = match step {
                0 => { idle.touched(); (0, false) }
                1 => { idle.answered(); asked = 0; (0, false) }
                2 => (seconds % 20, true),
                _ => (seconds, false),
            };
            for _ in 0..seconds {
                match idle.second(is_busy) {
                    Second::Quiet => prop_assert_eq!(asked, 0),
                    Second::Asked(_) => asked += 1,
                    Second::Gone => {
                        prop_assert!(asked >= COUNTDOWN && asked == COUNTDOWN * patience.clamp(1, 10));
                        idle = Idle::new(patience);
                        asked = 0;
                    }
                }
            }
        }
    }

    /// However long somebody works with the screen or listens to it, they are not asked.
    #[test]
    fn whoever_does_something_is_not_asked(gaps in proptest::collection::vec(0u32..QUIET, 1..60)) {
        let mut idle = Idle::new(1);
        for gap in gaps {
            for _ in 0..gap {
                prop_assert_eq!(idle.second(false), Second::Quiet);
            }
            idle.touched();
        }
        for _ in 0..1000 {
            prop_assert_eq!(idle.second(true), Second::Quiet);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\{\"(route|done|patience|code)\":[\\[\\]0-9a\"-]{0,12}\\}") {
        let _ = serde_json::from_str::<Kiosk>(&text);
    }
}
