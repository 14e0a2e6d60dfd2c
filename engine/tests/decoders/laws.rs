//! What holds of every decoder, whatever it is given. Read by the tests beside it and by the fuzzer (`fuzz/`).
#![allow(dead_code, reason = "each target of the fuzzer uses one")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a law that is broken is to stop")]

use crate::support::learner::{finish, seen, wrong_actions};
use crate::support::{Draft, SICK, SILENCE};
use core::fmt::Debug;
use engine::card::{self, Card};
use engine::catalogue::Catalogue;
use engine::code::NoCode;
use engine::ids::{LessonId, StepId};
use engine::lesson::Lesson;
use engine::person::Person;
use engine::place::{Code, LONGEST, Link, LinkOptions, Place};
use engine::progress::{Best, Progress};
use engine::review::{Day, Practice};
use engine::save;
use engine::session::{Onward, Session};
use engine::sessions::Sessions;
use engine::settings::{Language, Settings};
use engine::spoken::{Clips, Listen, clean, sentences};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::LazyLock;

/// Stops when a text breaks it.
pub type Law = fn(&str);

/// A decoder by the name of its folder of seeds, and what holds of it.
pub const ALL: [(&str, Law); 6] = [
    ("address", address),
    ("card", card),
    ("envelope", envelope),
    ("document", document),
    ("session", session),
    ("bundle", bundle),
];

const TODAY: Day = Day(20_000);
static REGISTER: LazyLock<Vec<LessonId>> = LazyLock::new(|| {
    let letters = ('a'..='z').flat_map(|one| ('a'..='z').map(move |other| format!("lesson-{one}{other}")));
    letters.map(|id| LessonId::new(&id).unwrap()).collect()
});
static LESSONS: LazyLock<[Lesson; 2]> = LazyLock::new(|| [SILENCE, SICK].map(|files| Draft::read(files).lesson()));
/// Someone who has done a little, and whose device says so.
static MINE: LazyLock<Progress> = LazyLock::new(|| {
    let mut mine = Progress::default();
    mine.start_again();
    mine.finished(&REGISTER[0], Best::Alone);
    mine.did_for_real(&REGISTER[1]);
    mine.step_done(&REGISTER[2], &StepId::new("situation").unwrap(), 2);
    mine
});

/// A link leads to a place whose address is short, holds no sign of markup and leads back to it; it changes nothing that a person chose.
pub fn address(text: &str) {
    let Some(link) = Link::parse(text) else {
        assert!(!text.is_empty() && !text.starts_with('/') && !text.starts_with("#/"));
        return;
    };
    if text.trim_start_matches('#').len() >= LONGEST {
        assert_eq!(link, Link { place: Place::Unknown, options: LinkOptions::default() });
    }
    let href = link.href();
    assert!(href.len() <= LONGEST, "{href}");
    assert!(href.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"#/-?&=".contains(&byte)), "{href}");
    assert_eq!(Link::parse(&href).as_ref(), Some(&link));

    let mut settings = Settings::default();
    settings.choose_language(&Language::new("nl").unwrap());
    settings.choose_help_language(None);
    let chosen = |settings: &Settings| (settings.language(), settings.wants_no_help_language());
    let before = chosen(&settings);
    let mut asked = Settings::default();
    link.options.apply_to(&mut asked);
    settings.suggest(asked.clone());
    assert_eq!(chosen(&settings), before);
    let once = settings.clone();
    settings.suggest(asked);
    assert_eq!(settings, once);
}

/// A code that is read is written the same, in a link that leads to it; what it brings takes nothing away; a wrong group is one of its groups.
pub fn card(text: &str) {
    let card = match Card::read(text) {
        Ok(card) => card,
        Err(NoCode::Group(group)) => return assert!((1..=text.len() / 5 + 1).contains(&group)),
        Err(_) => return,
    };
    let code = card.code();
    assert_eq!(Card::read(&code).as_ref(), Ok(&card));
    assert_eq!(Card::read(&code.to_lowercase().replace('-', " ")).as_ref(), Ok(&card));
    let place = Place::Card(Code::new(&code));
    if card.lessons(&REGISTER).count() < card::LONGEST && !card.is_newer_than(&REGISTER) {
        assert!(place.href().len() <= LONGEST);
        assert_eq!(Place::parse(&place.href()), Some(place));
    }
    lowers_nothing(&card.progress(&REGISTER));
}

/// An envelope that is opened is the only one of its document.
pub fn envelope(text: &str) {
    if let Ok(json) = save::open(text) {
        let sealed = save::seal(json);
        if json.is_ascii() {
            assert_eq!(sealed.as_deref(), Ok(text));
        } else if let Ok(sealed) = sealed {
            assert!(sealed.is_ascii() && save::open(&sealed).is_ok());
        }
    }
    if let Ok(sealed) = save::seal(text) {
        assert!(sealed.is_ascii() && sealed.len() <= save::LONGEST);
        match save::open(&sealed) {
            Ok(json) => assert!(!text.is_ascii() || json == text),
            Err(why) => assert_eq!(why, save::Unreadable::TooDeep),
        }
    }
}

/// A saved document that is read is written with nothing changed, and joins by the laws. A whole envelope may be given too: its sum does not
/// count here.
pub fn document(text: &str) {
    let json = text.splitn(4, ';').nth(3).unwrap_or(text);
    if let Some(progress) = comes_back::<Progress>(json) {
        joins(Progress::join, &progress, &MINE);
        lowers_nothing(&progress);
    }
    if let Some(settings) = comes_back::<Settings>(json) {
        let mut mine = settings.clone();
        mine.choose_language(&Language::new("fr").unwrap());
        joins(Settings::join, &settings, &mine);
        joins(Settings::join, &settings, &Settings::default());
    }
    if let Some(practice) = comes_back::<Practice>(json) {
        let mut mine = Practice::default();
        mine.finished(&REGISTER[0], Best::Alone, TODAY);
        joins(|one, other| one.join(other, TODAY), &practice, &mine);
        for lesson in practice.due(TODAY) {
            assert!(practice.next(&lesson, TODAY) <= Some(TODAY));
        }
    }
    if let Some(person) = comes_back::<Person>(json) {
        joins(Person::join, &person, &Person::new("cat", "Amir"));
        joins(Person::join, &person, &person.renewed("dog", ""));
    }
    if let Some(sessions) = comes_back::<Sessions>(json) {
        assert_eq!(sessions.clone().join(sessions.clone()), sessions);
        assert_eq!(sessions.clone().join(Sessions::default()), sessions);
        LESSONS.iter().filter_map(|lesson| sessions.get(&lesson.id)).for_each(|kept| goes_on(kept.clone()));
    }
}

/// Whatever was kept of a lesson under way, it is drawn and can be finished.
pub fn session(text: &str) {
    comes_back::<Session>(text).into_iter().for_each(goes_on);
}

/// A file of the bundle that is read can be drawn, played and read aloud, even if no bundler wrote it.
pub fn bundle(text: &str) {
    if let Some(lesson) = comes_back::<Lesson>(text) {
        play(&lesson.clone().with_help(Some(lesson.clone())));
        play(&lesson);
    }
    if let Some(catalogue) = comes_back::<Catalogue>(text) {
        for (course, entry) in catalogue.lessons() {
            assert!(catalogue.course(&course.id).is_some() && catalogue.lesson(&entry.id).is_some());
        }
    }
    comes_back::<Clips>(text);
    comes_back::<Listen>(text);
    for sentence in sentences(text) {
        assert_eq!(clean(&sentence), sentence);
        assert!(!sentence.is_empty() && !sentence.contains(['\n', '\u{ad}', '\u{200f}']), "{sentence:?}");
    }
}

/// What is read, after checking that it is written as it was read.
fn comes_back<T: Serialize + DeserializeOwned + Debug + PartialEq>(json: &str) -> Option<T> {
    let read: T = serde_json::from_str(json).ok()?;
    let again: T = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
    assert_eq!(again, read);
    Some(read)
}

fn joins<T: Clone + Debug + PartialEq>(join: impl Fn(T, T) -> T, one: &T, other: &T) {
    let both = join(one.clone(), other.clone());
    assert_eq!(join(other.clone(), one.clone()), both, "order");
    assert_eq!(join(both.clone(), one.clone()), both, "again");
    assert_eq!(join(both.clone(), both.clone()), both, "with itself");
}

fn lowers_nothing(theirs: &Progress) {
    let after = MINE.clone().take_in(theirs.clone());
    for lesson in REGISTER.iter().take(9) {
        assert!(after.best(lesson) >= MINE.best(lesson).max(theirs.best(lesson)));
        assert!(after.is_done_for_real(lesson) || !(MINE.is_done_for_real(lesson) || theirs.is_done_for_real(lesson)));
        assert!(after.revision(lesson) >= MINE.revision(lesson));
    }
    assert!(after.is_step_done(&REGISTER[2], &StepId::new("situation").unwrap()));
    assert_eq!(after.clone().take_in(theirs.clone()), after);
    let undone = MINE.clone().instead_of(&after);
    assert_eq!(undone.best(&REGISTER[3]), None);
    assert_eq!(after.join(undone.clone()), undone);
}

fn goes_on(kept: Session) {
    for lesson in LESSONS.iter() {
        let mut session = Session { lesson: lesson.id.clone(), ..kept.clone() };
        session.fit(lesson);
        look(&session, lesson);
        for step in &lesson.steps {
            session.at = step.id.clone();
            for action in wrong_actions(&session, lesson, step).into_iter().flatten() {
                session.act(lesson, &action);
            }
        }
        look(&session, lesson);
        session.at = lesson.steps[0].id.clone();
        finish(&mut session, lesson);
    }
}

fn look(session: &Session, lesson: &Lesson) {
    lesson.steps.iter().for_each(|step| drop(seen(session, lesson, step)));
    let _ = (session.back(lesson), session.best(lesson), session.onward(lesson));
}

/// A lesson of which nothing is believed: no promise that it ends.
fn play(lesson: &Lesson) {
    let Some(mut session) = Session::start(lesson, 7) else { return };
    for _ in 0..lesson.steps.len().min(40) {
        for _ in 0..9 {
            look(&session, lesson);
            let Some(step) = lesson.step(&session.at) else { return };
            let wrong = wrong_actions(&session, lesson, step).unwrap_or_default();
            let Some(right) = session.right_action(lesson) else { break };
            wrong.into_iter().chain([right]).for_each(|action| session.act(lesson, &action));
        }
        match session.onward(lesson) {
            Onward::To(next) => session.at = next,
            Onward::Finished => return,
        }
    }
}
