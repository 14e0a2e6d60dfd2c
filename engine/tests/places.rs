//! Addresses: what each leads to, and that no text can do more.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test is to stop")]

use engine::card::Card;
use engine::ids::{CourseId, LessonId, StepId};
use engine::place::{Code, LONGEST, Link, LinkOptions, Place};
use engine::save::open;
use engine::settings::{Calm, Colours, Language, Letters, Pace, Settings, Spacing, TextSize, Words};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn lesson() -> LessonId {
    LessonId::new("i-am-sick").unwrap()
}

#[test]
fn every_place_has_its_address() {
    for (hash, place) in [
        ("", Place::Home),
        ("#", Place::Home),
        ("#/", Place::Home),
        ("#/course/being-safe", Place::Course(CourseId::new("being-safe").unwrap())),
        ("#/lesson/i-am-sick", Place::Lesson(lesson())),
        ("#/lesson/i-am-sick/who", Place::Step(lesson(), StepId::new("who").unwrap())),
        ("#/lesson/i-am-sick/done", Place::Finished(lesson())),
        ("#/steps", Place::Steps),
        ("#/me", Place::Me),
        ("#/about", Place::About),
        ("#/help", Place::Help),
        ("#/card", Place::Card(None)),
        ("#/card/1135V-3E", Place::Card(Code::new("1135V-3E"))),
        ("#/certificate", Place::Certificate),
        ("#/show", Place::ShowCoach),
        ("#/show/2135v3e", Place::Shown(Code::new("2135v3e").unwrap())),
        ("#/again/fire-alarm", Place::Again(LessonId::new("fire-alarm").unwrap(), None)),
        ("#/again/fire-alarm/order", Place::Again(LessonId::new("fire-alarm").unwrap(), StepId::new("order").ok())),
        ("#/people", Place::People(None)),
        ("#/people/red-apple", Place::People(Code::new("red-apple"))),
        ("#/route/i-am-sick", Place::Route(vec![lesson()])),
        ("#/r/31020", Place::ShortRoute(Code::new("31020").unwrap())),
        ("#/route/i-am-sick/fire-alarm", Place::Route(vec![lesson(), LessonId::new("fire-alarm").unwrap()])),
        ("#/kiosk", Place::Kiosk(vec![])),
        ("#/kiosk/i-am-sick/?lang=nl", Place::Kiosk(vec![lesson()])),
        ("/me", Place::Me),
    ] {
        assert_eq!(Place::parse(hash), Some(place), "{hash}");
    }
}

#[test]
fn a_code_in_an_address_is_read_as_it_was_written() {
    let Some(Place::Shown(code)) = Place::parse("#/show/2135v-3e") else { panic!("no code") };
    assert_eq!(code.as_str(), "2135v-3e");
}

#[test]
fn a_skip_link_is_not_an_address() {
    for hash in ["#main", "#main/part", "#?lang=fr", "##/me", "main", "#!/me"] {
        assert_eq!(Place::parse(hash), None, "{hash}");
    }
}

#[test]
fn an_address_that_leads_nowhere_is_unknown_and_not_home() {
    for hash in [
        "#//",
        "#/course",
        "#/course/",
        "#/course/a/b",
        "#/lesson",
        "#/lesson/",
        "#/lesson/i-am-sick/",
        "#/lesson/i-am-sick/who/else",
        "#/lesson/I-am-sick",
        "#/lesson/../me",
        "#/lesson/%2e%2e",
        "#/lesson/zieké",
        "#/lesson/<b>",
        "#/me/",
        "#/me#/about",
        "#/Me",
        "#/constructor",
        "#/unknown",
        "#/card/",
        "#/card/<b>",
        "#/card/%20",
        "#/show/a/b",
        "#/route",
        "#/route/",
        "#/route/<b>/%20",
    ] {
        assert_eq!(Place::parse(hash), Some(Place::Unknown), "{hash}");
    }
}

#[test]
fn a_very_long_address_is_unknown() {
    let long = |length: usize| format!("#/me?{}", "x".repeat(length - 5));
    assert_eq!(Place::parse(&long(LONGEST)), Some(Place::Me));
    assert_eq!(Place::parse(&long(LONGEST + 1)), Some(Place::Unknown));
    // Without its `#` it is as long.
    assert_eq!(Place::parse(&long(LONGEST)[1..]), Some(Place::Me));
    assert_eq!(Place::parse(&long(LONGEST + 1)[1..]), Some(Place::Unknown));
}

#[test]
fn a_link_chooses_how_it_is_shown() {
    let link = Link::parse(
        "#/lesson/i-am-sick?lang=fr&help=uk&text=150&colours=dark&calm=still&letters=device&spacing=wide&words=more&pace=slow",
    )
    .unwrap();
    assert_eq!(link.place, Place::Lesson(lesson()));
    let mut settings = Settings::default();
    link.options.apply_to(&mut settings);
    assert_eq!(settings.language(), Language::new("fr"));
    assert_eq!(settings.help_language(), Language::new("uk"));
    assert_eq!(settings.text_size(), TextSize::Percent150);
    assert_eq!(settings.colours(), Colours::Dark);
    assert_eq!(settings.calm(), Calm::Still);
    assert_eq!(settings.letters(), Letters::Device);
    assert_eq!(settings.spacing(), Spacing::Wide);
    assert_eq!(settings.words(), Words::More);
    assert_eq!(settings.pace(), Pace::Slow);
}

#[test]
fn an_option_that_is_not_named_leaves_the_readers_choice_alone() {
    let mut settings = Settings::default();
    settings.choose_colours(Colours::Cream);
    let before = settings.clone();
    Link::parse("#/me").unwrap().options.apply_to(&mut settings);
    assert_eq!(settings, before);
}

#[test]
fn an_option_that_cannot_be_read_does_not_cost_the_lesson() {
    for options in [
        "lang=f",
        "lang=FR",
        "lang=fr.",
        "text=151",
        "words",
        "=",
        "&&",
        "?",
        "fbclid=IwAR0_x",
        "__proto__=1",
        "lang=%66r",
        "é",
    ] {
        let link = Link::parse(&format!("#/lesson/i-am-sick?{options}")).unwrap();
        assert_eq!(link, Link { place: Place::Lesson(lesson()), options: LinkOptions::default() }, "{options}");
    }
}

/// RELIABILITY.md, S1: scripts, foreign addresses and markup, bare, written for the web and hidden, wherever a link has room for a text.
#[test]
fn nothing_that_could_be_run_or_visited_comes_out_of_a_link() {
    let evil = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "\"onfocus=alert(1) autofocus=\"",
        "'-alert(1)-'",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox(1)",
        "https://elsewhere.example/",
        "//elsewhere.example",
        "\\\\elsewhere.example",
        "https:elsewhere.example",
        "elsewhere@example.com",
        "{{constructor.constructor('alert(1)')()}}",
        "${alert(1)}",
        "__proto__",
        "../../../etc/passwd",
        "\u{202e}elpmaxe",
        "\u{0}alert",
        "%3Cscript%3E",
        "&lt;script&gt;",
        "+ADw-script+AD4-",
        "Call 0900-1234567 now",
    ];
    let places =
        ["{}", "{}/x", "course/{}", "lesson/{}", "lesson/i-am-sick/{}", "lesson/{}/done", "card/{}", "show/{}"];
    let options =
        ["lang", "help", "text", "colours", "calm", "letters", "spacing", "words", "next", "url", "return", "{}"];
    let percent = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
    let mut tried = 0;
    for text in evil {
        for text in [text.to_owned(), percent(text), percent(&percent(text)), text.replace(' ', "+")] {
            let of_place = places.iter().map(|place| format!("#/{}", place.replace("{}", &text)));
            let of_option = options.iter().map(|name| format!("#/me?{}={text}", name.replace("{}", &text)));
            for hash in of_place.chain(of_option) {
                tried += 1;
                let link = Link::parse(&hash).unwrap();
                assert!(matches!(link.place, Place::Unknown | Place::Me), "{hash}");
                assert_eq!(link.options, LinkOptions::default(), "{hash}");
            }
        }
    }
    assert_eq!(tried, 2_000);
}

/// RELIABILITY.md, S3.
#[test]
fn two_megabytes_in_a_link_or_a_code_lead_nowhere() {
    for filler in ["x", "/", "?", "&lang=fr", "[", "1135V-3E-", "é", "%"] {
        let long = filler.repeat(2_000_000 / filler.len());
        for start in ["#/", "#/me?", "#/card/", "#/lesson/i-am-sick/", "/"] {
            assert_eq!(Place::parse(&format!("{start}{long}")), Some(Place::Unknown), "{start}{filler}");
        }
        assert!(Card::read(&long).is_err(), "{filler}");
        assert!(open(&long).is_err(), "{filler}");
    }
}

/// What may stand in a link: a choice among few, or an id. Never a text, a number or an address.
trait Closed {}
impl Closed for CourseId {}
impl Closed for LessonId {}
impl Closed for StepId {}
/// Letters, digits and hyphens, which `Card::read` takes apart.
impl Closed for Code {}
/// Two or three letters.
impl Closed for Language {}
impl Closed for TextSize {}
impl Closed for Colours {}
impl Closed for Calm {}
impl Closed for Letters {}
impl Closed for Spacing {}
impl Closed for Words {}
impl Closed for Pace {}
impl<T: Closed> Closed for Vec<T> {}
impl<T: Closed> Closed for Option<T> {}

/// RELIABILITY.md, S4: a new part of a link does not compile here until somebody says that it is closed.
#[test]
fn no_part_of_a_link_can_hold_an_address_or_a_text() {
    fn closed(_: &impl Closed) {}
    let Link { place, options } = Link::parse("#/lesson/i-am-sick/who?lang=fr").unwrap();
    match &place {
        Place::Home | Place::Steps | Place::Me | Place::About | Place::Help | Place::Certificate => {}
        Place::ShowCoach | Place::Unknown => {}
        Place::Course(course) => closed(course),
        Place::Lesson(lesson) | Place::Finished(lesson) => closed(lesson),
        Place::Step(lesson, step) => {
            closed(lesson);
            closed(step);
        }
        Place::Again(lesson, step) => {
            closed(lesson);
            closed(step);
        }
        Place::Card(code) | Place::People(code) => closed(code),
        Place::Shown(code) | Place::ShortRoute(code) => closed(code),
        Place::Route(lessons) | Place::Kiosk(lessons) => closed(lessons),
    }
    let LinkOptions { language, help_language, text_size, colours, calm, letters, spacing, words, pace } = &options;
    closed(language);
    closed(help_language);
    closed(text_size);
    closed(colours);
    closed(calm);
    closed(letters);
    closed(spacing);
    closed(words);
    closed(pace);
    for text in ["https://elsewhere.example", "elsewhere.example", "//x", "a b", "a:b", "a.b", "<a>", "é"] {
        assert!(Code::new(text).is_none() && Language::new(text).is_none(), "{text}");
        assert!(LessonId::new(text).is_err() && CourseId::new(text).is_err() && StepId::new(text).is_err(), "{text}");
    }
}

fn any_place() -> impl Strategy<Value = Place> {
    let id = "[a-z][a-z0-9]{0,12}(-[a-z0-9]{1,9}){0,4}";
    let lesson = id.prop_map(|id| LessonId::new(&id).unwrap());
    let step = id.prop_filter("`done` is no card", |id| id != "done").prop_map(|id| StepId::new(&id).unwrap());
    prop_oneof![
        select(vec![Place::Home, Place::Steps, Place::Me, Place::About, Place::Help, Place::Unknown]),
        id.prop_map(|id| Place::Course(CourseId::new(&id).unwrap())),
        lesson.clone().prop_map(Place::Lesson),
        lesson.clone().prop_map(Place::Finished),
        (lesson.clone(), step.clone()).prop_map(|(lesson, step)| Place::Step(lesson, step)),
        proptest::collection::vec(lesson.clone(), 1..6).prop_map(Place::Route),
        proptest::collection::vec(lesson.clone(), 0..6).prop_map(Place::Kiosk),
        (lesson, option::of(step)).prop_map(|(lesson, step)| Place::Again(lesson, step)),
        option::of("[a-z]{1,9}(-[a-z]{1,9})?").prop_map(|code| Place::People(code.and_then(|code| Code::new(&code)))),
    ]
}

fn any_options() -> impl Strategy<Value = LinkOptions> {
    let language = || option::of("[a-z]{2,3}".prop_map(|code| Language::new(&code).unwrap()));
    (
        language(),
        language(),
        option::of(select(TextSize::ALL)),
        option::of(select(Colours::ALL)),
        option::of(select(Calm::ALL)),
        option::of(select(Letters::ALL)),
        option::of(select(Spacing::ALL)),
        option::of(select(Words::ALL)),
        option::of(select(Pace::ALL)),
    )
        .prop_map(|(language, help_language, text_size, colours, calm, letters, spacing, words, pace)| {
            LinkOptions { language, help_language, text_size, colours, calm, letters, spacing, words, pace }
        })
}

proptest! {
    #[test]
    fn every_address_leads_back_to_its_place(place in any_place(), options in any_options()) {
        prop_assert_eq!(Place::parse(&place.href()), Some(place.clone()));
        let link = Link { place, options };
        prop_assert!(link.href().len() <= LONGEST);
        prop_assert_eq!(Link::parse(&link.href()), Some(link));
    }

    #[test]
    fn no_text_can_make_the_reader_panic(text in "\\PC*") {
        let _ = Link::parse(&text);
    }

    #[test]
    fn whatever_an_address_says_the_place_it_leads_to_has_a_clean_address(
        text in "#/(lesson|course|steps|me)?[/?&=a-z<>\"'%.:]{0,40}",
    ) {
        let href = Link::parse(&text).unwrap().href();
        prop_assert!(href.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"#/-?&=".contains(&byte)), "{}", href);
    }
}
