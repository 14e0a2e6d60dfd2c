//! Every place of the app and its address. The address is the state: what is on the screen follows from it alone.
//!
//! Addresses are hashes (`#/lesson/i-am-sick`), so the app runs from any folder of any server, and no server learns them. A
//! link can only choose among what the app has; it carries no text that is shown, and it changes nothing that was saved.

use crate::ids::{CourseId, LessonId, StepId};
use crate::settings::{Calm, Colours, Language, Letters, Pace, Settings, Spacing, TextSize, Words};

/// The longest address that is looked at, in bytes of the hash with its `#`.
pub const LONGEST: usize = 512;

/// What can be on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// `#/`: go on, courses, practise again, help.
    Home,
    /// `#/course/<id>`: the lessons of a course.
    Course(CourseId),
    /// `#/lesson/<id>`: a lesson, where the learner stopped.
    Lesson(LessonId),
    /// `#/lesson/<id>/<step>`: one card. No card has the id `done`.
    Step(LessonId, StepId),
    /// `#/lesson/<id>/done`: the end of a lesson.
    Finished(LessonId),
    /// `#/again/<lesson>`, `#/again/<lesson>/<step>`: a card or two of a finished lesson, to see whether it is still known.
    Again(LessonId, Option<StepId>),
    /// `#/steps`: what I can do, what to practise again.
    Steps,
    /// `#/me`: settings.
    Me,
    /// `#/about`: version, licences, credits, privacy.
    About,
    /// `#/help`: who to ask, what the app does.
    Help,
    /// `#/card`: my card, to go on elsewhere; `#/card/<code>`: another card, to be looked at and taken in. Nothing is taken in by a link alone.
    Card(Option<Code>),
    /// `#/certificate`: what I can do, on one sheet of paper.
    Certificate,
    /// `#/show`: what I show to my coach.
    ShowCoach,
    /// `#/show/<code>`: what somebody shows.
    Shown(Code),
    /// `#/people`: who is at this device; `#/people/new`: somebody new; `#/people/mine`: my own picture; `#/people/secret`: my secret;
    /// `#/people/<person>`: their secret is asked for.
    People(Option<Code>),
    /// `#/route/<lesson>/<lesson>/…`: lessons that a coach chose, in their order ([`crate::route`]). At least one.
    Route(Vec<LessonId>),
    /// `#/r/<code>`: the same as a code that is short enough to be typed.
    ShortRoute(Code),
    /// `#/kiosk`, `#/kiosk/<lesson>/<lesson>/…`: a coach sets up a kiosk, perhaps with these lessons ([`crate::kiosk`]); on a kiosk its code is asked for. The
    /// link alone changes nothing.
    Kiosk(Vec<LessonId>),
    /// Any other address: a friendly page with a way home.
    Unknown,
}

/// What may be the code of a card ([`crate::card`]) in an address: letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Code(String);

impl Code {
    /// Takes a text as a code; nothing if other signs are in it.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let is_code = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        is_code.then(|| Self(text.to_owned()))
    }

    /// The code as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address in full: a place, and how a link asks to show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where to go.
    pub place: Place,
    /// What comes after the `?`.
    pub options: LinkOptions,
}

/// What a link may choose for the reader, each only if it is named. Anything else in it is ignored: a later app's option, or
/// what a mail program added, must not cost the lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkOptions {
    /// `lang=fr`
    pub language: Option<Language>,
    /// `help=uk`
    pub help_language: Option<Language>,
    /// `text=150`, in per cent.
    pub text_size: Option<TextSize>,
    /// `colours=dark`
    pub colours: Option<Colours>,
    /// `calm=still`
    pub calm: Option<Calm>,
    /// `letters=device`
    pub letters: Option<Letters>,
    /// `spacing=wide`
    pub spacing: Option<Spacing>,
    /// `words=more`
    pub words: Option<Words>,
    /// `pace=slow`: how fast *Listen* reads.
    pub pace: Option<Pace>,
}

impl Place {
    /// The place of an address, without its options. See [`Link::parse`].
    #[must_use]
    pub fn parse(hash: &str) -> Option<Self> {
        Link::parse(hash).map(|link| link.place)
    }

    /// The address of a place, to be put in links.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Course(course) => format!("#/course/{course}"),
            Self::Lesson(lesson) => format!("#/lesson/{lesson}"),
            Self::Step(lesson, step) => format!("#/lesson/{lesson}/{step}"),
            Self::Finished(lesson) => format!("#/lesson/{lesson}/done"),
            Self::Again(lesson, None) => format!("#/again/{lesson}"),
            Self::Again(lesson, Some(step)) => format!("#/again/{lesson}/{step}"),
            Self::Steps => "#/steps".to_owned(),
            Self::Me => "#/me".to_owned(),
            Self::About => "#/about".to_owned(),
            Self::Help => "#/help".to_owned(),
            Self::Card(None) => "#/card".to_owned(),
            Self::Card(Some(code)) => format!("#/card/{}", code.0),
            Self::Certificate => "#/certificate".to_owned(),
            Self::ShowCoach => "#/show".to_owned(),
            Self::Shown(code) => format!("#/show/{}", code.0),
            Self::People(None) => "#/people".to_owned(),
            Self::People(Some(code)) => format!("#/people/{}", code.0),
            Self::Route(lessons) => with_lessons("#/route", lessons),
            Self::ShortRoute(code) => format!("#/r/{}", code.0),
            Self::Kiosk(lessons) => with_lessons("#/kiosk", lessons),
            Self::Unknown => "#/unknown".to_owned(),
        }
    }

    /// The place of a path, which is what stands between `#/` and `?`.
    fn of_path(path: &str) -> Option<Self> {
        let mut parts = path.split('/');
        let place = match (parts.next()?, parts.next(), parts.next()) {
            ("", None, None) => Self::Home,
            ("course", Some(course), None) => Self::Course(CourseId::new(course).ok()?),
            ("lesson", Some(lesson), None) => Self::Lesson(LessonId::new(lesson).ok()?),
            ("lesson", Some(lesson), Some("done")) => Self::Finished(LessonId::new(lesson).ok()?),
            ("lesson", Some(lesson), Some(step)) => Self::Step(LessonId::new(lesson).ok()?, StepId::new(step).ok()?),
            ("again", Some(lesson), None) => Self::Again(LessonId::new(lesson).ok()?, None),
            ("again", Some(lesson), Some(step)) => {
                Self::Again(LessonId::new(lesson).ok()?, Some(StepId::new(step).ok()?))
            }
            ("steps", None, None) => Self::Steps,
            ("me", None, None) => Self::Me,
            ("about", None, None) => Self::About,
            ("help", None, None) => Self::Help,
            ("card", None, None) => Self::Card(None),
            ("card", Some(code), None) => Self::Card(Some(Code::new(code)?)),
            ("certificate", None, None) => Self::Certificate,
            ("show", None, None) => Self::ShowCoach,
            ("show", Some(code), None) => Self::Shown(Code::new(code)?),
            ("people", None, None) => Self::People(None),
            ("people", Some(code), None) => Self::People(Some(Code::new(code)?)),
            ("r", Some(code), None) => Self::ShortRoute(Code::new(code)?),
            // Whatever stands among the lessons that is no lesson costs none of the others.
            (kind @ ("route" | "kiosk"), ..) => {
                let lessons: Vec<_> = path.split('/').skip(1).filter_map(|lesson| LessonId::new(lesson).ok()).collect();
                if kind == "kiosk" {
                    return Some(Self::Kiosk(lessons));
                }
                return (!lessons.is_empty()).then_some(Self::Route(lessons));
            }
            _ => return None,
        };
        parts.next().is_none().then_some(place)
    }
}

fn with_lessons(href: &str, lessons: &[LessonId]) -> String {
    lessons.iter().fold(href.to_owned(), |href, lesson| href + "/" + lesson.as_str())
}

impl Link {
    /// Reads the hash of an address, with or without its `#`.
    ///
    /// Nothing for a hash that is no address but the place of a skip link (`#main`): it moves nothing. No hash at all is home.
    /// Whatever else cannot be read is [`Place::Unknown`].
    #[must_use]
    pub fn parse(hash: &str) -> Option<Self> {
        let address = hash.strip_prefix('#').unwrap_or(hash);
        let address = if address.is_empty() { "" } else { address.strip_prefix('/')? };
        if "#/".len() + address.len() > LONGEST {
            return Some(Self { place: Place::Unknown, options: LinkOptions::default() });
        }
        let (path, options) = address.split_once('?').unwrap_or((address, ""));
        Some(Self { place: Place::of_path(path).unwrap_or(Place::Unknown), options: LinkOptions::parse(options) })
    }

    /// The address with its options.
    #[must_use]
    pub fn href(&self) -> String {
        let mut href = self.place.href();
        for (number, (name, value)) in self.options.written().into_iter().enumerate() {
            href.push(if number == 0 { '?' } else { '&' });
            href.push_str(name);
            href.push('=');
            href.push_str(value);
        }
        href
    }
}

impl LinkOptions {
    /// Chooses in the settings what the link asks for.
    pub fn apply_to(&self, settings: &mut Settings) {
        for (name, value) in self.written() {
            // Three have a longer name where they are kept.
            let kept = match name {
                "lang" => "language",
                "help" => "help-language",
                "text" => "text-size",
                _ => name,
            };
            settings.choose_written(kept, value);
        }
    }

    fn parse(text: &str) -> Self {
        let mut options = Self::default();
        for (name, value) in text.split('&').filter_map(|option| option.split_once('=')) {
            match name {
                "lang" => options.language = Language::new(value),
                "help" => options.help_language = Language::new(value),
                "text" => options.text_size = TextSize::read(value),
                "colours" => options.colours = Colours::read(value),
                "calm" => options.calm = Calm::read(value),
                "letters" => options.letters = Letters::read(value),
                "spacing" => options.spacing = Spacing::read(value),
                "words" => options.words = Words::read(value),
                "pace" => options.pace = Pace::read(value),
                _ => {}
            }
        }
        options
    }

    fn written(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("lang", self.language.as_ref().map(Language::as_str)),
            ("help", self.help_language.as_ref().map(Language::as_str)),
            ("text", self.text_size.map(TextSize::written)),
            ("colours", self.colours.map(Colours::written)),
            ("calm", self.calm.map(Calm::written)),
            ("letters", self.letters.map(Letters::written)),
            ("spacing", self.spacing.map(Spacing::written)),
            ("words", self.words.map(Words::written)),
            ("pace", self.pace.map(Pace::written)),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}
