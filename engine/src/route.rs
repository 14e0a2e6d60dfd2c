//! A route: lessons that a coach chose and ordered for somebody, with settings to begin with. It travels as an address that a person can read,
//! `#/route/<lesson>/<lesson>?lang=nl&text=150`, and says nothing about the person who opens it.
//!
//! A route names lessons by their ids, which are for ever. Whoever has the list of lessons skips those that are not there any more, or not yet.

use crate::code::{self, BITS, NoCode, low_bits};
use crate::ids::LessonId;
use crate::place::{Code, LONGEST, Link, LinkOptions, Place};

/// Lessons in their order, each once, and how to show them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    lessons: Vec<LessonId>,
    /// What the link asks for; a person's own choice wins.
    pub options: LinkOptions,
}

/// The first symbol of a route's code, for ever.
const KIND: u8 = 3;

/// Why a route has no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAddress {
    /// There is no lesson in it.
    #[error("a route needs a lesson")]
    Empty,
    /// Its address would be longer than [`LONGEST`].
    #[error("only {fit} lessons fit into the address")]
    TooLong {
        /// So many of its lessons, from the first, fit.
        fit: usize,
    },
}

impl Route {
    /// A route of these lessons. One that comes twice counts where it comes first.
    #[must_use]
    pub fn new(lessons: Vec<LessonId>, options: LinkOptions) -> Self {
        let mut route = Self { lessons: vec![], options };
        route.add(&lessons);
        route
    }

    /// The lessons in their order.
    #[must_use]
    pub fn lessons(&self) -> &[LessonId] {
        &self.lessons
    }

    /// Adds a lesson at the end, or takes it away.
    pub fn toggle(&mut self, lesson: &LessonId) {
        match self.place_of(lesson) {
            Some(place) => drop(self.lessons.remove(place)),
            None => self.lessons.push(lesson.clone()),
        }
    }

    /// Adds those of the lessons that are not in it, at the end.
    pub fn add(&mut self, lessons: &[LessonId]) {
        for lesson in lessons {
            if self.place_of(lesson).is_none() {
                self.lessons.push(lesson.clone());
            }
        }
    }

    /// Where a lesson stands, from 0.
    #[must_use]
    pub fn place_of(&self, lesson: &LessonId) -> Option<usize> {
        self.lessons.iter().position(|other| other == lesson)
    }

    /// Moves a lesson one place towards the start, or towards the end. Says where it is now, from 0; nothing if it stays where it was.
    pub fn shift(&mut self, lesson: &LessonId, towards_start: bool) -> Option<usize> {
        let place = self.place_of(lesson)?;
        let other = if towards_start { place.checked_sub(1)? } else { place + 1 };
        if other >= self.lessons.len() {
            return None;
        }
        self.lessons.swap(place, other);
        Some(other)
    }

    /// The address in the worker's app, from its `#` on; at most [`LONGEST`] bytes.
    ///
    /// # Errors
    /// [`NoAddress`] for a route without lessons, or with more than fit.
    pub fn href(&self) -> Result<String, NoAddress> {
        if self.lessons.is_empty() {
            return Err(NoAddress::Empty);
        }
        let link = Link { place: Place::Route(self.lessons.clone()), options: self.options.clone() };
        let href = link.href();
        if href.len() <= LONGEST {
            return Ok(href);
        }
        // A slash and an id each.
        let mut length = href.len();
        let too_many = self.lessons.iter().rev().take_while(|lesson| {
            let is_too_long = length > LONGEST;
            length -= 1 + lesson.as_str().len();
            is_too_long
        });
        Err(NoAddress::TooLong { fit: self.lessons.len() - too_many.count() })
    }

    /// The address in the worker's app that begins the set-up of a kiosk with this route ([`crate::kiosk`]).
    #[must_use]
    pub fn for_kiosk(&self) -> String {
        Link { place: Place::Kiosk(self.lessons.clone()), options: self.options.clone() }.href()
    }

    /// Its lessons as a code that is short enough to be typed: each by its place in `content/register.toml`, in 10 bits. Nothing for a lesson that has none there.
    #[must_use]
    pub fn code(&self, register: &[LessonId]) -> Option<String> {
        let mut symbols = vec![KIND];
        for lesson in &self.lessons {
            let place = u16::try_from(register.iter().position(|other| other == lesson)?).ok()?;
            if place >> (2 * BITS) > 0 {
                return None;
            }
            symbols.extend([low_bits(place >> BITS), low_bits(place)]);
        }
        Some(code::write(symbols))
    }

    /// The address with the code instead of the lessons' names, from its `#` on.
    #[must_use]
    pub fn short_href(&self, register: &[LessonId]) -> Option<String> {
        let code = Code::new(&self.code(register)?)?;
        Some(Link { place: Place::ShortRoute(code), options: self.options.clone() }.href())
    }

    /// The lessons of such a code, as somebody typed it. One that the register does not know was added in a newer app; it is skipped, as in an address.
    ///
    /// # Errors
    /// What is wrong with it, and where; [`NoCode::Newer`] for a code of another kind.
    pub fn lessons_of_code(code: &str, register: &[LessonId]) -> Result<Vec<LessonId>, NoCode> {
        let symbols = code::read(code)?;
        let Some((&KIND, places)) = symbols.split_first() else { return Err(NoCode::Newer) };
        if places.len() % 2 != 0 {
            return Err(NoCode::NotWhole);
        }
        let place = |pair: &[u8]| pair.iter().fold(0, |place, symbol| place << BITS | usize::from(*symbol));
        Ok(places.chunks(2).filter_map(|pair| register.get(place(pair)).cloned()).collect())
    }

    /// The route of such an address; nothing for any other address.
    #[must_use]
    pub fn parse(hash: &str) -> Option<Self> {
        match Link::parse(hash)? {
            Link { place: Place::Route(lessons), options } => Some(Self::new(lessons, options)),
            _ => None,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests {
    use super::*;
    use crate::settings::{Language, Pace, TextSize, Words};
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn lesson(id: &str) -> LessonId {
        LessonId::new(id).unwrap()
    }

    #[test]
    fn a_route_can_be_read_by_a_person() {
        let options = LinkOptions {
            language: Language::new("nl"),
            help_language: Language::new("uk"),
            text_size: Some(TextSize::Percent150),
            ..LinkOptions::default()
        };
        let route = Route::new(vec![lesson("i-am-sick"), lesson("fire-alarm")], options);
        assert_eq!(route.href().unwrap(), "#/route/i-am-sick/fire-alarm?lang=nl&help=uk&text=150");
    }

    #[test]
    fn a_route_without_lessons_has_no_address() {
        assert_eq!(Route::default().href(), Err(NoAddress::Empty));
        assert_eq!(Route::parse("#/route"), None);
        assert_eq!(Route::parse("#/route/"), None);
        assert_eq!(Route::parse("#/me"), None);
    }

    #[test]
    fn what_a_mail_program_added_costs_no_lesson() {
        for hash in ["#/route/i-am-sick/?lang=nl&utm=1", "#/route/i-am-sick/I%20am", "#/route//i-am-sick/i-am-sick"] {
            assert_eq!(Route::parse(hash).unwrap().lessons(), [lesson("i-am-sick")], "{hash}");
        }
    }

    #[test]
    fn a_route_that_is_too_long_says_how_many_lessons_fit() {
        // 7 bytes of `#/route`, then 64 for each lesson.
        let all: Vec<LessonId> = (0..9).map(|number| lesson(&format!("{}{number}", "x".repeat(62)))).collect();
        let fits = Route::new(all[..7].to_vec(), LinkOptions::default());
        assert!(fits.href().unwrap().len() <= LONGEST);
        assert_eq!(Route::new(all, LinkOptions::default()).href(), Err(NoAddress::TooLong { fit: 7 }));
    }

    #[test]
    fn a_lesson_moves_one_place_and_stays_at_the_ends() {
        let mut route = Route::new(vec![lesson("a"), lesson("b"), lesson("c")], LinkOptions::default());
        assert_eq!(route.shift(&lesson("c"), true), Some(1));
        assert_eq!(route.shift(&lesson("a"), true), None);
        assert_eq!(route.shift(&lesson("b"), false), None);
        assert_eq!(route.shift(&lesson("d"), false), None);
        assert_eq!(route.lessons(), [lesson("a"), lesson("c"), lesson("b")]);
        route.toggle(&lesson("c"));
        route.toggle(&lesson("d"));
        assert_eq!(route.lessons(), [lesson("a"), lesson("b"), lesson("d")]);
        route.add(&[lesson("e"), lesson("a")]);
        assert_eq!(route.lessons(), [lesson("a"), lesson("b"), lesson("d"), lesson("e")]);
    }

    #[test]
    fn a_code_is_for_ever_and_the_code_of_a_card_is_none_of_a_route() {
        let register = ["a", "b", "c"].map(lesson);
        let route = Route::new(vec![lesson("c"), lesson("a")], LinkOptions::default());
        assert_eq!(route.code(&register).unwrap(), "3020R-07HY");
        assert_eq!(route.short_href(&register).unwrap(), "#/r/3020R-07HY");
        let card =
            crate::card::Card::of(&crate::progress::Progress::default(), &register, crate::card::Kind::Mine, |_| true);
        assert_eq!(Route::lessons_of_code(&card.code(), &register), Err(NoCode::Newer));
        assert_eq!(Route::lessons_of_code("", &register), Err(NoCode::Empty));
        assert_eq!(crate::card::Card::read(&route.code(&register).unwrap()), Err(NoCode::Newer));
        assert_eq!(Route::lessons_of_code(&code::write(vec![KIND, 0]), &register), Err(NoCode::NotWhole));
    }

    fn any_route(lessons: core::ops::Range<usize>) -> impl Strategy<Value = Route> {
        let id = "[a-z][a-z0-9]{0,12}(-[a-z0-9]{1,9}){0,4}".prop_map(|id| LessonId::new(&id).unwrap());
        let language = || option::of("[a-z]{2,3}".prop_map(|code| Language::new(&code).unwrap()));
        let options = (
            language(),
            language(),
            option::of(select(TextSize::ALL)),
            option::of(select(Words::ALL)),
            option::of(select(Pace::ALL)),
        )
            .prop_map(|(language, help_language, text_size, words, pace)| LinkOptions {
                language,
                help_language,
                text_size,
                words,
                pace,
                ..LinkOptions::default()
            });
        (proptest::collection::vec(id, lessons), options).prop_map(|(lessons, options)| Route::new(lessons, options))
    }

    proptest! {
        #[test]
        fn every_route_comes_back_from_its_address(route in any_route(1..8)) {
            let href = route.href().unwrap();
            prop_assert!(href.len() <= LONGEST);
            prop_assert!(href.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"#/-?&=".contains(&byte)), "{}", href);
            prop_assert_eq!(Route::parse(&href), Some(route));
        }

        #[test]
        fn every_route_comes_back_from_its_code_as_it_is_typed(route in any_route(1..8), before in 0_usize..900, small: bool) {
            let mut register: Vec<_> = (0..before).map(|number| lesson(&format!("other{number}"))).collect();
            register.extend(route.lessons().iter().rev().cloned());
            let code = route.code(&register).unwrap();
            // Two symbols for each lesson, three for kind and checksum, and one for each group of four.
            let symbols = 3 + 2 * route.lessons().len();
            prop_assert_eq!(code.replace('-', "").len(), symbols + symbols.div_ceil(4));
            let typed = if small { code.to_lowercase().replace('-', " ") } else { code.clone() };
            prop_assert_eq!(Route::lessons_of_code(&typed, &register), Ok(route.lessons().to_vec()));
            // Who does not know the last lesson yet skips it.
            register.truncate(register.len() - 1);
            prop_assert_eq!(Route::lessons_of_code(&code, &register).unwrap(), route.lessons()[1..].to_vec());
            prop_assert_eq!(route.code(&register), None);
        }

        #[test]
        fn as_many_lessons_fit_as_are_told(route in any_route(1..60)) {
            if let Err(NoAddress::TooLong { fit }) = route.href() {
                let of = |count: usize| Route::new(route.lessons()[..count].to_vec(), route.options.clone());
                prop_assert!(fit < route.lessons().len());
                prop_assert!(of(fit).href().is_ok());
                prop_assert!(of(fit + 1).href().is_err());
            }
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "#/route[/?&=a-z-]{0,80}") {
            let _ = Route::parse(&text);
        }
    }
}
