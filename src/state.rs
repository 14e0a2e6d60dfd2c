//! What the app knows: where am I, what have I done, how do I like it, what can I learn. One context, set up in one function.

pub mod custom;
mod desk;
mod keeping;
mod loading;
mod moving;
mod shelf;

pub use desk::{Desk, States};
pub use loading::Help;
pub use shelf::Shelf;

use crate::browser::offline::{self, Offline};
use crate::browser::speech::{self, Listening};
use crate::browser::storage::{self, Document, ThisDevice, Trouble};
use crate::browser::{address, looks, people, today};
use crate::words::{Tongue, UiWords};
use engine::catalogue::Catalogue;
use engine::ids::{LessonId, StepId};
use engine::lesson::Lesson;
use engine::map::Map;
use engine::place::{Link, LinkOptions, Place};
use engine::progress::Progress;
use engine::review::Practice;
use engine::session::{Action, Onward, Session};
use engine::sessions::Sessions;
use engine::settings::{Language, Pace, Settings, Words};
use keeping::Reader;
use leptos::prelude::*;

/// The languages of the app and their own names, in order; the first is the fallback. From `content/languages.toml`.
pub const LANGUAGES: &[(Tongue, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The pictures of a lesson, by id.
pub type Drawings = Map<String, String>;

/// Everything the app knows. Copy it freely: it only points.
#[derive(Clone, Copy)]
pub struct State {
    pub place: RwSignal<Place>,
    pub settings: RwSignal<Settings>,
    /// Whether the reader likes the extra sentences.
    pub more: Memo<bool>,
    /// The language that the reader gets help in: the chosen one; without a choice, the device's own where another is shown.
    pub help_language: Memo<Option<Tongue>>,
    pub progress: RwSignal<Progress>,
    pub practice: RwSignal<Practice>,
    /// The lessons under way.
    pub sessions: RwSignal<Sessions>,
    /// The card or two that are practised again. In memory only: whoever leaves begins them anew.
    again: StoredValue<Option<Session>>,
    pub words: RwSignal<Shelf<UiWords>>,
    pub catalogue: RwSignal<Shelf<Catalogue>>,
    /// Whether the list of all lessons is wanted although a lesson is open.
    pub wants_catalogue: RwSignal<bool>,
    pub lesson: RwSignal<Shelf<Lesson>>,
    /// The words of the app in the language that the reader gets help in.
    pub help_words: RwSignal<Shelf<UiWords>>,
    /// The pictures of the lesson, the same in every language.
    pub drawings: RwSignal<Shelf<Drawings>>,
    /// Every lesson in the order of its place in the code of a card.
    pub register: RwSignal<Shelf<Vec<LessonId>>>,
    /// The parts of the app that are fetched when something of them is wanted: `src/pages/late.rs`.
    pub parts: [RwSignal<Shelf<()>>; 3],
    /// The last language whose words came.
    shown: StoredValue<Option<Tongue>>,
    /// The lessons with recorded sentences, by the code of the language, as far as that is known.
    recorded: RwSignal<Map<&'static str, Vec<LessonId>>>,
    /// How *Listen* stands.
    pub listening: RwSignal<Listening>,
    /// How far the lessons of the language that is shown are kept on the device, and what they weigh on their way, in kB.
    pub offline: RwSignal<(Offline, u32)>,
    /// What the reader must know about keeping things.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Documents that must not be written: a newer app's, or one that could not be set aside.
    locked: StoredValue<Vec<Document>>,
    /// Those that were not kept when they were to be kept last, most often for want of room.
    unkept: StoredValue<Vec<Document>>,
    /// Whether somebody uses this kiosk.
    pub guest: RwSignal<bool>,
    /// Whether all that was done is on the disk for sure.
    pub safe: RwSignal<bool>,
    /// How often something was to be kept.
    kept: StoredValue<u32>,
    device: ThisDevice,
}

impl State {
    /// Reads what is kept and starts to follow address and language. Called once.
    pub fn set_up() -> Self {
        let device = ThisDevice::probe();
        let link =
            Link::parse(&address::hash()).unwrap_or(Link { place: Place::Home, options: LinkOptions::default() });
        let mut trouble = (!storage::Store::works(&device)).then_some(Trouble::Blocked);
        let mut locked = vec![];
        let mut read = Reader { device, trouble: &mut trouble, locked: &mut locked };
        let settings: RwSignal<Settings> = RwSignal::new(read.document());
        let state = Self {
            place: RwSignal::new(Place::Home),
            settings,
            more: Memo::new(move |_| settings.with(Settings::words) == Words::More),
            help_language: Memo::new(move |_| settings.with(help_language)),
            progress: RwSignal::new(read.document()),
            practice: RwSignal::new(read.document()),
            sessions: RwSignal::new(read.document()),
            again: StoredValue::default(),
            words: RwSignal::default(),
            register: RwSignal::default(),
            parts: core::array::from_fn(|_| RwSignal::default()),
            shown: StoredValue::default(),
            catalogue: RwSignal::default(),
            wants_catalogue: RwSignal::new(false),
            lesson: RwSignal::default(),
            help_words: RwSignal::default(),
            drawings: RwSignal::default(),
            recorded: RwSignal::default(),
            listening: RwSignal::default(),
            offline: RwSignal::default(),
            trouble: RwSignal::new(trouble),
            locked: StoredValue::new(locked),
            unkept: StoredValue::new(vec![]),
            guest: RwSignal::new(false),
            safe: RwSignal::new(false),
            kept: StoredValue::new(0),
            device,
        };
        state.place.set(state.arrive(link));
        state.follow_address();
        state.follow_other_pages();
        state.follow_language();
        offline::watch(move |how, weight| state.offline.set((how, weight)));
        state
    }

    /// The language that is shown.
    pub fn language(&self) -> Tongue {
        self.settings.with(language)
    }

    /// Whether nobody has said yet who they are, on a device of several.
    pub fn is_nobody(&self) -> bool {
        people::here() == people::NOBODY
    }

    /// Whether this is a kiosk that nobody uses now.
    pub fn is_free_kiosk(&self) -> bool {
        people::is_kiosk() && !self.guest.get()
    }

    /// Reads aloud what is inside a part of the page.
    pub fn read_aloud(&self, scope: &str) {
        let listening = self.listening;
        let slow = self.settings.with_untracked(|settings| settings.pace() == Pace::Slow);
        speech::read(scope, slow, Callback::new(move |how| listening.set(how)));
    }

    /// Changes and keeps the settings.
    pub fn choose(&self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.keep(self.settings);
    }

    /// The session of a lesson: the one under way, or a fresh one.
    pub fn open(&self, lesson: &Lesson) -> Option<Session> {
        let kept = match lesson.again {
            true => self.again.get_value().filter(|session| session.lesson == lesson.id),
            false => self.sessions.with_untracked(|sessions| sessions.get(&lesson.id).cloned()),
        };
        let mut session = kept.or_else(|| Session::start(lesson, today::seed()))?;
        session.fit(lesson);
        Some(session)
    }

    /// Keeps a session as it is now.
    pub fn keep_session(&self, lesson: &Lesson, session: Session) {
        if lesson.again {
            self.again.set_value(Some(session));
            return;
        }
        self.sessions.update(|sessions| sessions.keep(session));
        self.keep(self.sessions);
    }

    /// Does what the learner did on a card, and keeps it at once.
    pub fn act(&self, lesson: &Lesson, session: RwSignal<Session>, action: &Action) {
        session.update(|session| session.act(lesson, action));
        let session = session.get_untracked();
        let new: Vec<StepId> = self.progress.with_untracked(|progress| {
            session.done().filter(|step| !progress.is_step_done(&lesson.id, step)).cloned().collect()
        });
        self.keep_session(lesson, session);
        if lesson.again {
            return;
        }
        let for_real = *action == Action::DidIt;
        if !new.is_empty() || for_real {
            self.progress.update(|progress| {
                new.iter().for_each(|step| progress.step_done(&lesson.id, step, lesson.revision));
                if for_real {
                    progress.did_for_real(&lesson.id);
                }
            });
            self.keep(self.progress);
        }
    }

    /// A coach saw the task of a lesson done at work.
    pub fn coach_saw(&self, lesson: &LessonId) {
        self.progress.update(|progress| progress.coach_saw(lesson));
        self.keep(self.progress);
    }

    /// Leaves a done card: to the next one, or to the end of the lesson.
    pub fn go_on(&self, lesson: &Lesson, session: &Session) {
        match session.onward(lesson) {
            Onward::To(step) => self.go(&lesson.place_of(step)),
            Onward::Finished => {
                let best = session.best(lesson);
                if lesson.again {
                    self.again.set_value(None);
                } else {
                    self.progress.update(|progress| progress.finished(&lesson.id, best));
                    self.sessions.update(|sessions| sessions.end(&lesson.id));
                    self.keep(self.progress);
                    self.keep(self.sessions);
                }
                self.practice.update(|practice| practice.finished(&lesson.id, best, today::today()));
                self.keep(self.practice);
                self.go(&Place::Finished(lesson.id.clone()));
            }
        }
    }

    /// Forgets everything about the person.
    pub fn delete_everything(&self) {
        storage::delete_all(&self.device, &people::here());
        // When the last one goes, so does what was chosen before anybody said who they are.
        if people::all().is_empty() {
            storage::delete_all(&self.device, people::NOBODY);
        }
        offline::forget();
        self.forget();
    }

    fn forget(&self) {
        self.locked.set_value(vec![]);
        self.unkept.set_value(vec![]);
        self.progress.set(Progress::default());
        self.practice.set(Practice::default());
        self.sessions.set(Sessions::default());
        self.settings.set(Settings::default());
        self.trouble.update(|trouble| *trouble = trouble.filter(|trouble| *trouble == Trouble::Blocked));
    }
}

/// The language that is shown: the chosen one, else the first of the device's that the app speaks.
fn language(settings: &Settings) -> Tongue {
    let chosen = settings.language().map(|language| language.as_str().to_owned());
    let wanted = chosen.into_iter().chain(looks::languages());
    let fallback = LANGUAGES.first().map_or(Tongue { lang: "en", dir: "ltr" }, |(tongue, _)| *tongue);
    wanted.filter_map(|code| tongue(&code)).next().unwrap_or(fallback)
}

/// Chooses a language by its code.
pub fn choose_language(settings: &mut Settings, code: &str) {
    if let Some(language) = Language::new(code) {
        settings.choose_language(&language);
    }
}

fn help_language(settings: &Settings) -> Option<Tongue> {
    if settings.wants_no_help_language() {
        return None;
    }
    let chosen = settings.help_language().map(|language| language.as_str().to_owned());
    let code = chosen.or_else(|| looks::languages().into_iter().next())?;
    tongue(&code).filter(|help| *help != language(settings))
}

/// The language of a code, if the app speaks it.
fn tongue(code: &str) -> Option<Tongue> {
    LANGUAGES.iter().map(|(tongue, _)| *tongue).find(|tongue| tongue.lang == code)
}

/// The lesson that a place needs.
fn lesson_of(place: &Place) -> Option<LessonId> {
    match place {
        Place::Lesson(lesson) | Place::Step(lesson, _) | Place::Again(lesson, _) | Place::Finished(lesson) => {
            Some(lesson.clone())
        }
        _ => None,
    }
}
