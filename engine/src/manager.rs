//! What a manager notes about an organisation, and what follows from it: the mix of types, the count of screens. It is kept on the manager's own device. Nothing of a
//! person is in it.

use crate::guide::Statement;
use crate::known::Known;
use crate::map::Map;
use crate::unknown::{Fields, join_fields};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The longest name of a job, in characters.
pub const LONGEST_JOB: usize = 40;
/// How many jobs are counted at most.
pub const MOST_JOBS: usize = 12;
/// How many screens of one kind a job has at most.
pub const MOST_SCREENS: u32 = 99;
/// How many types of WISE there are.
pub const TYPES: usize = 3;
/// Shares that differ by no more are alike: with nine sentences, one answer a step lower is 17 at most.
const ALIKE: u32 = 20;

/// How a sentence fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    Not,
    Partly,
    Fits,
}

impl Fit {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Fits, Self::Partly, Self::Not];

    fn number(self) -> u32 {
        match self {
            Self::Not => 0,
            Self::Partly => 1,
            Self::Fits => 2,
        }
    }
}

/// A job, and the screens that whoever does it needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Job {
    name: String,
    /// How many, by the id of their kind.
    screens: Map<String, u32>,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

impl Job {
    /// What the manager calls it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many screens of a kind.
    #[must_use]
    pub fn screens(&self, kind: &str) -> u32 {
        self.screens.get(kind).copied().unwrap_or_default()
    }

    /// How many screens in all.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.screens.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }

    fn read(known: &mut Known) -> Self {
        Self { name: known.text("name"), screens: known.counts("screens"), other: known.rest() }
    }
}

/// What a manager noted.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Notes {
    /// How often this was changed: of two copies the one that was changed more often wins.
    changes: u32,
    /// The code of the country; empty if none was chosen.
    country: String,
    /// How the sentences of the self-check fit, by their ids: 0 not, 1 partly, 2 fits.
    answers: Map<String, u32>,
    /// What was ticked, by ids: what was weighed, and first steps.
    ticked: Vec<String>,
    jobs: Vec<Job>,
    /// Fields of later versions.
    #[serde(flatten)]
    other: Fields,
}

impl<'de> Deserialize<'de> for Notes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Known::read(Fields::deserialize(from)?, Self::read).map_err(D::Error::custom)
    }
}

impl Notes {
    /// The code of the country; empty if none was chosen.
    #[must_use]
    pub fn country(&self) -> &str {
        &self.country
    }

    /// Chooses a country.
    pub fn choose_country(&mut self, code: &str) {
        code.clone_into(&mut self.country);
        self.changed();
    }

    /// How a sentence fits, if it was answered.
    #[must_use]
    pub fn answer(&self, statement: &str) -> Option<Fit> {
        let number = self.answers.get(statement)?;
        Fit::ALL.into_iter().find(|fit| fit.number() == *number)
    }

    /// Answers a sentence.
    pub fn set_answer(&mut self, statement: &str, fit: Fit) {
        self.answers.insert(statement.to_owned(), fit.number());
        self.changed();
    }

    /// How many of the sentences have no answer yet.
    #[must_use]
    pub fn unanswered(&self, statements: &[Statement]) -> usize {
        statements.iter().filter(|one| self.answer(one.id.as_str()).is_none()).count()
    }

    /// How much of what points to each type fits. A sentence without an answer counts as one that does not fit.
    #[must_use]
    pub fn mix(&self, statements: &[Statement]) -> Mix {
        let mut shares = [0; TYPES];
        for (at, share) in shares.iter_mut().enumerate() {
            let weight = |one: &Statement| one.weights.get(at).copied().unwrap_or_default();
            let most: u32 = statements.iter().map(|one| Fit::Fits.number() * weight(one)).sum();
            let fits = |one: &Statement| self.answer(one.id.as_str()).map_or(0, Fit::number) * weight(one);
            *share = (100 * statements.iter().map(fits).sum::<u32>()).checked_div(most).unwrap_or_default();
        }
        Mix { shares }
    }

    /// Whether something was ticked.
    #[must_use]
    pub fn is_ticked(&self, id: &str) -> bool {
        self.ticked.iter().any(|one| one == id)
    }

    /// Ticks something, or takes the tick away.
    pub fn tick(&mut self, id: &str) {
        match self.ticked.iter().position(|one| one == id) {
            Some(place) => drop(self.ticked.remove(place)),
            None => self.ticked.push(id.to_owned()),
        }
        self.changed();
    }

    /// The jobs, in the order in which they were added.
    #[must_use]
    pub fn jobs(&self) -> &[Job] {
        &self.jobs
    }

    /// Adds a job without a name; not more than [`MOST_JOBS`].
    pub fn add_job(&mut self) {
        if self.jobs.len() < MOST_JOBS {
            self.jobs.push(Job::default());
            self.changed();
        }
    }

    /// Takes a job away.
    pub fn remove_job(&mut self, place: usize) {
        if place < self.jobs.len() {
            self.jobs.remove(place);
            self.changed();
        }
    }

    /// Names a job. A long name is cut to [`LONGEST_JOB`].
    pub fn name_job(&mut self, place: usize, name: &str) {
        if let Some(job) = self.jobs.get_mut(place) {
            job.name = name.trim().chars().take(LONGEST_JOB).collect();
            self.changed();
        }
    }

    /// Says how many screens of a kind a job has; more than [`MOST_SCREENS`] are that many.
    pub fn count_screens(&mut self, place: usize, kind: &str, count: u32) {
        if let Some(job) = self.jobs.get_mut(place) {
            job.screens.insert(kind.to_owned(), count.min(MOST_SCREENS));
            self.changed();
        }
    }

    /// How many screens there are in all jobs.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.jobs.iter().fold(0, |sum, job| sum.saturating_add(job.total()))
    }

    /// The copy that was changed more often; fields of later versions from both.
    #[must_use]
    pub fn join(mut self, mut other: Self) -> Self {
        let fields = join_fields(core::mem::take(&mut self.other), core::mem::take(&mut other.other));
        Self { other: fields, ..self.max(other) }
    }

    fn changed(&mut self) {
        self.changes = self.changes.saturating_add(1);
    }

    fn read(known: &mut Known) -> Self {
        let jobs = known.list("jobs");
        Self {
            changes: known.whole("changes"),
            country: known.text("country"),
            answers: known.counts("answers"),
            ticked: known.keys("ticked"),
            jobs: jobs.into_iter().map(|job| known.as_table(job, Job::read)).collect(),
            other: known.rest(),
        }
    }
}

/// How much of each type an organisation has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mix {
    /// Of what points to the type, how much fits: 0–100.
    pub shares: [u32; TYPES],
}

/// A share in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    Nothing,
    Little,
    Partly,
    Much,
}

impl Mix {
    /// A share in words: a third each.
    #[must_use]
    pub fn share(&self, of: usize) -> Share {
        match self.shares.get(of).copied().unwrap_or_default() {
            0 => Share::Nothing,
            1..=33 => Share::Little,
            34..=66 => Share::Partly,
            _ => Share::Much,
        }
    }

    /// The types that come first, in their order: the strongest, and those that are about as strong. None if nothing fits.
    #[must_use]
    pub fn first(&self) -> Vec<usize> {
        let most = self.shares.into_iter().max().unwrap_or_default();
        let is_first = |share: u32| share > 0 && share + ALIKE >= most;
        self.shares.iter().enumerate().filter(|(_, share)| is_first(**share)).map(|(at, _)| at).collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test is to stop")]
mod tests {
    use super::*;
    use crate::ids::ItemId;
    use proptest::prelude::*;

    /// Three sentences for each type; the last of the first type points a little to the second as well.
    fn statements() -> Vec<Statement> {
        let weights = |number: usize| match number {
            2 => vec![1, 1, 0],
            _ => (0..TYPES).map(|at| if at == number / 3 { 2 } else { 0 }).collect(),
        };
        let one = |number: usize| Statement {
            id: ItemId::new(&format!("s{number}")).unwrap(),
            text: String::new(),
            weights: weights(number),
        };
        (0..9).map(one).collect()
    }

    fn answered(fits: [Fit; 9]) -> Notes {
        let mut notes = Notes::default();
        fits.into_iter().enumerate().for_each(|(at, fit)| notes.set_answer(&format!("s{at}"), fit));
        notes
    }

    #[test]
    fn a_mix_says_what_comes_first_and_how_much_of_each() {
        use Fit::{Fits, Not, Partly};
        let all = statements();
        for (fits, shares, first) in [
            ([Not; 9], [0, 0, 0], vec![]),
            ([Fits, Fits, Fits, Not, Not, Not, Not, Not, Not], [100, 14, 0], vec![0]),
            ([Fits, Fits, Not, Fits, Fits, Fits, Not, Partly, Not], [80, 85, 16], vec![0, 1]),
            ([Fits; 9], [100, 100, 100], vec![0, 1, 2]),
            ([Not, Not, Not, Not, Not, Not, Not, Not, Partly], [0, 0, 16], vec![2]),
        ] {
            let mix = answered(fits).mix(&all);
            assert_eq!((mix.shares, mix.first()), (shares, first), "{fits:?}");
        }
        let mix = answered([Fits, Fits, Not, Not, Not, Not, Not, Partly, Not]).mix(&all);
        assert_eq!([0, 1, 2].map(|at| mix.share(at)), [Share::Much, Share::Nothing, Share::Little]);
    }

    #[test]
    fn what_is_not_answered_is_counted_and_without_sentences_there_is_no_mix() {
        let mut notes = Notes::default();
        assert_eq!(notes.unanswered(&statements()), 9);
        notes.set_answer("s4", Fit::Not);
        notes.set_answer("gone", Fit::Fits);
        assert_eq!(notes.unanswered(&statements()), 8);
        assert_eq!(notes.mix(&[]), Mix::default());
        // A number that is no answer counts as none.
        let odd: Notes = serde_json::from_str(r#"{"answers":{"s1":7}}"#).unwrap();
        assert_eq!(odd.unanswered(&statements()), 9);
    }

    #[test]
    fn screens_are_counted_within_limits() {
        let mut notes = Notes::default();
        (0..20).for_each(|_| notes.add_job());
        assert_eq!(notes.jobs().len(), MOST_JOBS);
        notes.name_job(0, &" Inpakken ".repeat(9));
        notes.count_screens(0, "phone", 2);
        notes.count_screens(0, "scanner", 4_000_000_000);
        notes.count_screens(1, "phone", 1);
        notes.count_screens(99, "phone", 1);
        assert_eq!(notes.jobs()[0].name().chars().count(), LONGEST_JOB);
        assert_eq!((notes.jobs()[0].screens("scanner"), notes.jobs()[0].total(), notes.total()), (99, 101, 102));
        notes.remove_job(0);
        notes.remove_job(99);
        assert_eq!((notes.jobs().len(), notes.total()), (MOST_JOBS - 1, 1));
    }

    #[test]
    fn a_tick_comes_and_goes() {
        let mut notes = Notes::default();
        notes.tick("one");
        notes.tick("two");
        notes.tick("one");
        assert!(!notes.is_ticked("one") && notes.is_ticked("two"));
    }

    #[test]
    fn what_a_later_app_added_is_kept_and_what_is_wrong_is_refused() {
        let json = r#"{"changes":2,"country":"be","answers":{"s1":2},"ticked":["a"],"jobs":[{"name":"Inpakken","screens":{"phone":1},"room":"x"}],"year":2027}"#;
        let notes: Notes = serde_json::from_str(json).unwrap();
        assert_eq!(notes.country(), "be");
        assert_eq!(serde_json::to_string(&notes).unwrap(), json);
        for wrong in [r#"{"jobs":7}"#, r#"{"jobs":[7]}"#, r#"{"jobs":[{"name":1}]}"#, r#"{"answers":{"a":"b"}}"#] {
            assert!(serde_json::from_str::<Notes>(wrong).is_err(), "{wrong}");
        }
    }

    fn any_notes() -> impl Strategy<Value = Notes> {
        let job = ("[ab]", 0u32..3).prop_map(|(name, count)| {
            let screens = [("phone".to_owned(), count)].into_iter().collect();
            Job { name, screens, ..Job::default() }
        });
        (0u32..4, "[ab]{0,1}", proptest::collection::vec(job, 0..3)).prop_map(|(changes, country, jobs)| Notes {
            changes,
            country,
            jobs,
            ..Notes::default()
        })
    }

    proptest! {
        #[test]
        fn joining_is_the_same_in_every_order(a in any_notes(), b in any_notes(), c in any_notes()) {
            prop_assert_eq!(a.clone().join(a.clone()), a.clone());
            prop_assert_eq!(a.clone().join(b.clone()), b.clone().join(a.clone()));
            prop_assert_eq!(a.clone().join(b.clone()).join(c.clone()), a.join(b.join(c)));
        }
    }
}
