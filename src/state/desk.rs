//! What the coach's pages know: where am I, which route is being made, what does the manager note, how do I like the pages, what can be chosen. One context, set up in one function.

mod board;

use super::shelf::{Shelf, load};
use super::{Drawings, custom, tongue};
use crate::browser::fetch::NotLoaded;
use crate::browser::storage::{self, Document, Kept, Store as _, ThisDevice, Trouble};
use crate::browser::{address, focus, looks};
use crate::words::Tongue;
use crate::words::coach::{CoachWords, FALLBACK, LANGUAGES};
use engine::board::Board;
use engine::catalogue::{Catalogue, Path};
use engine::desk::{DeskPlace, Draft};
use engine::guide::{Countries, Guide, Starting};
use engine::ids::LessonId;
use engine::lesson::Lesson;
use engine::manager::Notes;
use engine::map::Map;
use engine::route::Route;
use engine::script::{Script, Standing};
use engine::settings::{Language, Settings};
use leptos::prelude::*;

/// Whose everything of these pages is, in the keys of storage. No worker is called so: they have pictures, or are `me`.
const COACH: &str = "coach";
/// All that is kept.
const DOCUMENTS: [Document; 4] = [Document::Settings, Document::Draft, Document::Board, Document::Notes];

/// How far each lesson of a language has come.
pub type States = Map<LessonId, Standing>;

/// Everything the coach's pages know. Copy it freely: it only points.
#[derive(Clone, Copy)]
pub struct Desk {
    pub place: RwSignal<DeskPlace>,
    /// How the coach likes these pages.
    pub settings: RwSignal<Settings>,
    pub draft: RwSignal<Draft>,
    /// The group board.
    pub board: RwSignal<Board>,
    /// What the manager notes.
    pub notes: RwSignal<Notes>,
    pub words: RwSignal<Shelf<CoachWords>>,
    /// The words of what is printed, in its language where they are there.
    pub paper_words: RwSignal<Shelf<CoachWords>>,
    /// In the language of these pages.
    pub catalogue: RwSignal<Shelf<Catalogue>>,
    /// The courses for coaches and managers, in the language of these pages.
    pub staff: RwSignal<Shelf<Catalogue>>,
    /// Ready-made lists, in the language of these pages.
    pub paths: RwSignal<Shelf<Vec<Path>>>,
    /// Starting points, once their pages are opened.
    pub starting: RwSignal<Shelf<Starting>>,
    /// The manager's guide and the words of the countries, once the manager's pages are opened.
    pub guide: RwSignal<Shelf<Guide>>,
    pub countries: RwSignal<Shelf<Countries>>,
    /// In the language of the link.
    pub linked: RwSignal<Shelf<Catalogue>>,
    /// In the language of the link.
    pub states: RwSignal<Shelf<States>>,
    /// Every lesson in the order of its place in codes.
    pub register: RwSignal<Shelf<Vec<LessonId>>>,
    /// Of the sheet.
    pub lesson: RwSignal<Shelf<Lesson>>,
    pub drawings: RwSignal<Shelf<Drawings>>,
    /// Of the sheet; not every lesson has one in every language.
    pub script: RwSignal<Shelf<Script>>,
    /// What the organisation says of itself.
    pub custom: custom::Theirs,
    /// What the coach must know about keeping things.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What the coach must know about keeping the board.
    pub board_trouble: RwSignal<Option<Trouble>>,
    /// A newer version of these pages kept the route: it must not be written.
    locked: StoredValue<bool>,
    /// The same of the manager's notes.
    notes_locked: StoredValue<bool>,
    device: ThisDevice,
}

/// What is read beside lessons, and only fetched when it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guides {
    Starting,
    Manager,
}

impl Guides {
    fn of(place: &DeskPlace) -> Option<Self> {
        match place {
            DeskPlace::Start(_) => Some(Self::Starting),
            DeskPlace::Manager(_) => Some(Self::Manager),
            _ => None,
        }
    }
}

/// Whether a document must not be written.
fn is_locked(trouble: Option<Trouble>) -> bool {
    matches!(trouble, Some(Trouble::Newer | Trouble::Full))
}

impl Desk {
    /// Reads what is kept and starts to follow address and language. Called once.
    pub fn set_up() -> Self {
        let device = ThisDevice::probe();
        let settings = storage::read::<Settings>(&device, COACH);
        let draft = storage::read::<Draft>(&device, COACH);
        let board = storage::read::<Board>(&device, COACH);
        let notes = storage::read::<Notes>(&device, COACH);
        let blocked = (!device.works()).then_some(Trouble::Blocked);
        let desk = Self {
            place: RwSignal::new(DeskPlace::parse(&address::hash()).unwrap_or(DeskPlace::Route)),
            settings: RwSignal::new(settings.value.unwrap_or_default()),
            draft: RwSignal::new(draft.value.unwrap_or_default()),
            board: RwSignal::new(board.value.unwrap_or_default()),
            notes: RwSignal::new(notes.value.unwrap_or_default()),
            words: RwSignal::default(),
            paper_words: RwSignal::default(),
            catalogue: RwSignal::default(),
            staff: RwSignal::default(),
            paths: RwSignal::default(),
            starting: RwSignal::default(),
            guide: RwSignal::default(),
            countries: RwSignal::default(),
            linked: RwSignal::default(),
            states: RwSignal::default(),
            register: RwSignal::default(),
            lesson: RwSignal::default(),
            drawings: RwSignal::default(),
            script: RwSignal::default(),
            custom: custom::theirs(),
            trouble: RwSignal::new(draft.trouble.or(notes.trouble).or(blocked)),
            board_trouble: RwSignal::new(board.trouble.or(blocked)),
            locked: StoredValue::new(is_locked(draft.trouble)),
            notes_locked: StoredValue::new(is_locked(notes.trouble)),
            device,
        };
        desk.follow_address();
        desk.follow_language();
        desk.follow_board();
        desk.load_register();
        desk
    }

    /// The language of these pages: the chosen one, else the first of the device's that they speak.
    pub fn language(&self) -> Tongue {
        let chosen = self.settings.with(Settings::language).map(|language| language.as_str().to_owned());
        let mut wanted = chosen.into_iter().chain(looks::languages());
        wanted.find(|code| LANGUAGES.contains(&code.as_str())).and_then(|code| tongue(&code)).unwrap_or(FALLBACK)
    }

    /// The language that the link asks for; without one, that of these pages.
    pub fn link_language(&self) -> Tongue {
        let asked = self.draft.with(|draft| draft.route().options.language);
        asked.and_then(|language| tongue(language.as_str())).unwrap_or_else(|| self.language())
    }

    /// The language of a sheet: the one in its address, else that of the link.
    pub fn sheet_language(&self, asked: Option<&Language>) -> Tongue {
        asked.and_then(|language| tongue(language.as_str())).unwrap_or_else(|| self.link_language())
    }

    /// The language of the words on paper in that language: the same where they are there, else that of these pages.
    pub fn paper_language(&self, of: Tongue) -> Tongue {
        if LANGUAGES.contains(&of.lang) { of } else { self.language() }
    }

    /// Changes and keeps how the coach likes these pages.
    pub fn choose(&self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.keep(self.settings);
    }

    /// Changes and keeps the route.
    pub fn change_route(&self, change: impl FnOnce(&mut Route)) {
        self.change(|draft| {
            let mut route = draft.route();
            change(&mut route);
            draft.set_route(&route);
        });
    }

    /// Changes and keeps the draft.
    pub fn change(&self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        if !self.locked.get_value() {
            self.keep(self.draft);
        }
    }

    /// Changes and keeps what the manager notes.
    pub fn change_notes(&self, change: impl FnOnce(&mut Notes)) {
        self.notes.update(change);
        if !self.notes_locked.get_value() {
            self.keep(self.notes);
        }
    }

    /// Forgets everything that these pages kept.
    pub fn delete_everything(&self) {
        storage::delete(&self.device, COACH, &DOCUMENTS);
        self.locked.set_value(false);
        self.notes_locked.set_value(false);
        self.draft.set(Draft::default());
        self.board.set(Board::default());
        self.notes.set(Notes::default());
        self.settings.set(Settings::default());
        for trouble in [self.trouble, self.board_trouble] {
            trouble.update(|trouble| *trouble = trouble.filter(|trouble| *trouble == Trouble::Blocked));
        }
    }

    /// Loads again what did not come.
    pub fn try_again(&self) {
        let (language, linked) = (self.language(), self.link_language());
        if matches!(self.catalogue.get_untracked(), Shelf::NotLoaded(_)) {
            self.load_catalogue(language);
        }
        self.load_linked(linked);
        self.load_register();
        if let Some((lesson, asked)) = lesson_of(&self.place.get_untracked()) {
            self.load_sheet(&lesson, self.sheet_language(asked.as_ref()));
        }
        self.load_guides(Guides::of(&self.place.get_untracked()), language);
    }

    /// The link of the route that is short enough to be typed, once the places of the lessons in codes are known.
    pub fn short_link(&self) -> Option<String> {
        let Shelf::Ready(register) = self.register.get() else { return None };
        let href = self.draft.with(|draft| draft.route()).short_href(&register)?;
        Some(address::of_app(&href))
    }

    fn keep<T: Kept + Send + Sync + 'static>(&self, signal: RwSignal<T>) {
        let (joined, kept) = signal.with_untracked(|mine| storage::write(&self.device, COACH, mine, |_| ()));
        if let Some(joined) = joined {
            signal.set(joined);
        }
        if let Err(trouble) = kept {
            self.trouble.set(Some(trouble));
        }
    }

    fn follow_address(self) {
        address::on_change(move || {
            // A skip link moves nothing.
            let Some(place) = DeskPlace::parse(&address::hash()) else { return };
            if self.place.get_untracked() != place {
                self.place.set(place);
                focus::heading();
            }
        });
    }

    fn follow_language(self) {
        let language = Memo::new(move |_| self.language());
        let linked = Memo::new(move |_| self.link_language());
        let place = self.place;
        let words = move || {
            let language = language.get();
            let still = move || self.language() == language;
            load(self.words, format!("coach/says.{}.json", language.lang), true, still);
            self.load_catalogue(language);
        };
        let linked_words = move || self.load_linked(linked.get());
        let paper = move || {
            let of = match place.get() {
                DeskPlace::Sheet(_, asked) | DeskPlace::Group(_, _, asked) => self.sheet_language(asked.as_ref()),
                DeskPlace::Poster => linked.get(),
                _ => return,
            };
            let language = self.paper_language(of);
            load(self.paper_words, format!("coach/says.{}.json", language.lang), false, || true);
        };
        // Not again for the next slide.
        let shown = Memo::new(move |_| lesson_of(&place.get()));
        let sheet = move || {
            if let Some((lesson, asked)) = shown.get() {
                self.load_sheet(&lesson, self.sheet_language(asked.as_ref()));
            }
        };
        let guides = Memo::new(move |_| place.with(Guides::of));
        let read = move || self.load_guides(guides.get(), language.get());
        let looks =
            move || self.settings.with(|settings| looks::apply(settings, language.get().lang, language.get().dir));
        let all: [Box<dyn Fn()>; 6] = [
            Box::new(words),
            Box::new(linked_words),
            Box::new(paper),
            Box::new(sheet),
            Box::new(read),
            Box::new(looks),
        ];
        for follow in all {
            Effect::new(move |_| follow());
        }
    }

    fn load_catalogue(self, language: Tongue) {
        let still = move || self.language() == language;
        load(self.catalogue, format!("catalogue.{}.json", language.lang), true, still);
        load(self.staff, format!("coach/courses.{}.json", language.lang), true, still);
        load(self.paths, format!("coach/paths.{}.json", language.lang), true, still);
    }

    fn load_guides(self, guides: Option<Guides>, language: Tongue) {
        let still = move || self.language() == language;
        let code = language.lang;
        match guides {
            Some(Guides::Starting) => load(self.starting, format!("coach/starting.{code}.json"), true, still),
            Some(Guides::Manager) => {
                load(self.guide, format!("coach/manager.{code}.json"), true, still);
                load(self.countries, format!("coach/countries.{code}.json"), true, still);
            }
            None => {}
        }
    }

    fn load_linked(self, language: Tongue) {
        let still = move || self.link_language() == language;
        load(self.linked, format!("catalogue.{}.json", language.lang), false, still);
        load(self.states, format!("coach/states.{}.json", language.lang), false, still);
    }

    fn load_sheet(self, lesson: &LessonId, language: Tongue) {
        let id = lesson.clone();
        let still = move || match lesson_of(&self.place.get_untracked()) {
            Some((lesson, asked)) => lesson == id && self.sheet_language(asked.as_ref()) == language,
            None => false,
        };
        let code = language.lang;
        load(self.drawings, format!("pictures/{lesson}.json"), false, still.clone());
        load(self.script, format!("coach/{lesson}.{code}.json"), false, still.clone());
        load(self.lesson, format!("lessons/{lesson}.{code}.json"), false, still);
    }

    /// The script of the sheet, once it is known whether there is one.
    pub fn script_or_none(&self) -> Result<Option<Script>, Option<NotLoaded>> {
        match self.script.get() {
            Shelf::Waiting => Err(None),
            Shelf::Ready(script) => Ok(script.is_written().then(|| Script::clone(&script))),
            Shelf::NotLoaded(NotLoaded::Missing) => Ok(None),
            Shelf::NotLoaded(why) => Err(Some(why)),
        }
    }
}

/// The lesson that a place shows, and the language that its address asks for.
fn lesson_of(place: &DeskPlace) -> Option<(LessonId, Option<Language>)> {
    match place {
        DeskPlace::Sheet(lesson, asked) | DeskPlace::Group(lesson, _, asked) => Some((lesson.clone(), asked.clone())),
        _ => None,
    }
}
