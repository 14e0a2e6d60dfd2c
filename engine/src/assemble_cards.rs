//! One card at a time: takes from plan and words what its kind needs; what is left over is a problem.

use crate::assemble::views_without_way;
use crate::ids::{ItemId, PictureId, ViewId};
use crate::lesson::{Answer, Card, Errand, Keypad, Pair, Question, Shown, Spotted, Step, Turn};
use crate::map::Map;
use crate::plan::{Kind, Part, PlanStep};
use crate::problem::{Fault, Problems};
use crate::session::LONGEST;
use crate::text::Text;
use crate::view::{View, reached, walk};
use crate::words::StepWords;
use core::mem::take;
use std::collections::{BTreeMap, BTreeSet};

const PLAN: &str = "lesson.toml";

pub(crate) struct CardMaker<'a> {
    pub views: &'a Map<ViewId, View>,
    pub words_file: &'a str,
    pub problems: &'a mut Problems,
}

impl CardMaker<'_> {
    pub(crate) fn make(&mut self, step: &PlanStep, words: &mut StepWords) -> Step {
        let mut plan = step.clone();
        let place = step.id.as_str();
        let card = self.card(place, &mut plan, words);
        let shown = self.shown(place, &mut plan);
        let (heading, say) = if matches!(step.kind, Kind::Tell | Kind::Real) {
            let mut say = take(&mut words.say).into_iter();
            (say.next(), say.map(Text::from).collect())
        } else {
            (words.ask.take(), vec![])
        };
        if heading.is_none() {
            let key = if matches!(step.kind, Kind::Tell | Kind::Real) { "say" } else { "ask" };
            self.words_fault(place, Fault::Missing(key.into()));
        }
        let hint = words.hint.take();
        let needs_hint = matches!(step.kind, Kind::Choose | Kind::Order | Kind::Match | Kind::Find | Kind::Type);
        if needs_hint && hint.is_none() {
            self.words_fault(place, Fault::Missing("hint".into()));
        }
        if !needs_hint && hint.is_some() {
            self.words_fault(place, Fault::Foreign("hint".into()));
        }
        let reason = words.reason.take();
        if matches!(step.kind, Kind::Choose | Kind::Find) && reason.is_none() {
            self.words_fault(place, Fault::Missing("reason".into()));
        }
        let more = take(&mut words.more).into_iter().map(Text::from).collect();
        self.nothing_left(step, &plan, words);
        Step {
            id: step.id.clone(),
            part: step.part,
            heading: heading.unwrap_or_default().into(),
            say,
            more,
            shown,
            hint: hint.map(Text::from),
            reason: reason.map(Text::from),
            card,
        }
    }

    fn card(&mut self, place: &str, plan: &mut PlanStep, words: &mut StepWords) -> Card {
        match plan.kind {
            Kind::Tell => Card::Tell,
            Kind::Real => Card::Real,
            Kind::Choose => {
                let (options, right) = (take(&mut plan.options), take(&mut plan.right));
                Card::Choose(self.question(place, &options, right, &mut plan.pictures, &mut words.options))
            }
            Kind::Order => {
                let items = take(&mut plan.items);
                self.count(place, "items", items.len(), 3, 6);
                Card::Order(self.answers(place, &items, &mut plan.pictures, &mut words.items))
            }
            Kind::Match => self.pairs(place, plan, words),
            Kind::Find => self.find(place, plan, words),
            Kind::Device => self.device(place, plan),
            Kind::Chat => self.chat(place, plan, words),
            Kind::Type => self.typed(place, plan, words),
        }
    }

    fn pairs(&mut self, place: &str, plan: &mut PlanStep, words: &mut StepWords) -> Card {
        let ids = take(&mut plan.pairs);
        self.count(place, "pairs", ids.len(), 3, 4);
        let answers = self.answers(place, &ids, &mut plan.pictures, &mut words.pairs);
        let mut meanings = take(&mut plan.meanings);
        self.all_different(place, &meanings);
        let pairs = answers
            .into_iter()
            .filter_map(|Answer { id, text, picture }| {
                let meaning = meanings.remove(&id);
                if meaning.is_none() {
                    self.plan_fault(place, Fault::Missing(format!("meanings.{id}")));
                }
                Some(Pair { picture, meaning: meaning?, text, id })
            })
            .collect();
        for id in meanings.keys() {
            self.plan_fault(place, Fault::Unknown(format!("meanings.{id}")));
        }
        Card::Match(pairs)
    }

    fn find(&mut self, place: &str, plan: &mut PlanStep, words: &mut StepWords) -> Card {
        let right = take(&mut plan.right);
        self.count(place, "right things", right.len(), 1, 4);
        let view = self.view(place, "view", plan.view.take());
        let there: Vec<&ItemId> =
            view.as_ref().and_then(|id| self.views.get(id)).into_iter().flat_map(View::items).collect();
        if view.is_some() {
            if there.iter().all(|item| right.contains(item)) {
                self.plan_fault(place, Fault::NothingWrong);
            }
            for id in right.iter().filter(|id| !there.contains(id)) {
                self.plan_fault(place, Fault::Unknown(id.to_string()));
            }
        }
        let right = right
            .into_iter()
            .map(|id| {
                let text = self.word(place, "found", words.found.remove(&id), &id);
                Spotted { id, text: text.into() }
            })
            .collect();
        match view {
            Some(view) => Card::Find { view, right },
            None => Card::Tell,
        }
    }

    fn device(&mut self, place: &str, plan: &mut PlanStep) -> Card {
        let start = self.view(place, "start", plan.start.take());
        let goal = self.view(place, "goal", plan.goal.take());
        let way = take(&mut plan.way);
        let (Some(start), Some(goal)) = (start, goal) else { return Card::Tell };
        match walk(self.views, &start, &way) {
            // The goal ends the card, so the way meets it once, at its end.
            Some(passed) if passed.iter().position(|view| **view == goal) == Some(way.len()) && start != goal => {
                let views: BTreeSet<_> = passed.iter().rev().skip(1).collect();
                if plan.part == Part::Alone && (way.len() < 3 || views.len() < 2) {
                    self.plan_fault(place, Fault::TooShort { taps: way.len(), views: views.len() });
                }
                if plan.part == Part::Alone {
                    for id in views {
                        let lonely = self.views.get(*id).is_some_and(|view| view.controls().count() < 2);
                        if lonely {
                            self.plan_fault(place, Fault::NothingElse(id.to_string()));
                        }
                    }
                }
            }
            _ => self.plan_fault(place, Fault::WrongWay(start.to_string())),
        }
        for id in views_without_way(self.views, &start, &goal) {
            self.plan_fault(place, Fault::NoWayBack(id.to_string()));
        }
        for to in reached(self.views, &start) {
            if !self.views.contains_key(to) {
                self.plan_fault(place, Fault::Unknown(format!("views.{to}")));
            }
        }
        Card::Device(Errand { start, goal, way })
    }

    fn chat(&mut self, place: &str, plan: &mut PlanStep, words: &mut StepWords) -> Card {
        let turns = take(&mut plan.turns);
        self.count(place, "turns", turns.len(), 1, 4);
        let mut all = take(&mut words.turns);
        let turns = turns
            .into_iter()
            .filter_map(|mut turn| {
                let Some(mut said) = all.remove(&turn.id) else {
                    self.words_fault(place, Fault::Missing(format!("turns.{}", turn.id)));
                    return None;
                };
                let replies =
                    self.question(place, &turn.replies, take(&mut turn.right), &mut turn.pictures, &mut said.replies);
                let after = turn
                    .replies
                    .iter()
                    .map(|id| (id.clone(), self.word(place, "after", said.after.remove(id), id).into()))
                    .collect();
                for id in said.replies.keys().chain(said.after.keys()) {
                    self.words_fault(place, Fault::Unknown(format!("turns.{}.{id}", turn.id)));
                }
                for id in turn.pictures.keys() {
                    self.plan_fault(place, Fault::Unknown(format!("pictures.{id}")));
                }
                Some(Turn { id: turn.id, says: said.says.into(), replies, after, hint: said.hint.into() })
            })
            .collect();
        for id in all.keys() {
            self.words_fault(place, Fault::Unknown(format!("turns.{id}")));
        }
        if plan.picture.is_none() {
            self.plan_fault(place, Fault::Missing("picture".into()));
        }
        Card::Chat(turns)
    }

    fn typed(&mut self, place: &str, plan: &mut PlanStep, words: &mut StepWords) -> Card {
        let Some(keypad) = plan.keypad.take() else {
            self.plan_fault(place, Fault::Missing("keypad".into()));
            return Card::Tell;
        };
        let answer = match keypad {
            Keypad::Numbers => plan.answer.take(),
            Keypad::Letters => words.answer.take(),
        };
        let answer = answer.filter(|answer| !answer.trim().is_empty());
        let fault = match &answer {
            None => Some(Fault::Missing("answer".into())),
            Some(answer) => {
                let digits = answer.bytes().all(|byte| byte.is_ascii_digit());
                let found = answer.chars().count();
                if answer.contains(char::is_control) || (keypad == Keypad::Numbers && !digits) {
                    Some(Fault::Answer(answer.clone()))
                } else if found > LONGEST {
                    Some(Fault::Count { what: "characters in the answer".into(), found, least: 1, most: LONGEST })
                } else {
                    None
                }
            }
        };
        match (fault, keypad) {
            (Some(fault), Keypad::Numbers) => self.plan_fault(place, fault),
            (Some(fault), Keypad::Letters) => self.words_fault(place, fault),
            (None, _) => {}
        }
        Card::Type { keypad, answer: answer.unwrap_or_default() }
    }

    fn question(
        &mut self,
        place: &str,
        options: &[ItemId],
        right: Vec<ItemId>,
        pictures: &mut BTreeMap<ItemId, PictureId>,
        words: &mut BTreeMap<ItemId, String>,
    ) -> Question {
        self.count(place, "options", options.len(), 2, 3);
        self.count(place, "right options", right.len(), 1, options.len());
        if options.iter().all(|id| right.contains(id)) {
            self.plan_fault(place, Fault::NothingWrong);
        }
        for id in right.iter().filter(|id| !options.contains(id)) {
            self.plan_fault(place, Fault::Unknown(id.to_string()));
        }
        Question { options: self.answers(place, options, pictures, words), right }
    }

    fn answers(
        &mut self,
        place: &str,
        ids: &[ItemId],
        pictures: &mut BTreeMap<ItemId, PictureId>,
        words: &mut BTreeMap<ItemId, String>,
    ) -> Vec<Answer> {
        self.all_different(place, pictures);
        let mut seen = BTreeSet::new();
        let mut answers = vec![];
        for id in ids {
            if !seen.insert(id) {
                self.plan_fault(place, Fault::Twice(id.to_string()));
            }
            let text = self.word(place, "the text of", words.remove(id), id);
            match pictures.remove(id) {
                Some(picture) => answers.push(Answer { id: id.clone(), text: text.into(), picture }),
                None => self.plan_fault(place, Fault::Missing(format!("pictures.{id}"))),
            }
        }
        answers
    }

    fn all_different(&mut self, place: &str, pictures: &BTreeMap<ItemId, PictureId>) {
        let mut seen = BTreeSet::new();
        for (id, picture) in pictures {
            if !seen.insert(picture) {
                self.plan_fault(place, Fault::SamePicture(id.to_string()));
            }
        }
    }

    fn word(&mut self, place: &str, key: &str, text: Option<String>, id: &ItemId) -> String {
        text.unwrap_or_else(|| {
            self.words_fault(place, Fault::Missing(format!("{key} {id}")));
            String::new()
        })
    }

    fn view(&mut self, place: &str, key: &str, id: Option<ViewId>) -> Option<ViewId> {
        match id {
            None => self.plan_fault(place, Fault::Missing(key.into())),
            Some(id) if self.views.contains_key(&id) => return Some(id),
            Some(id) => self.plan_fault(place, Fault::Unknown(format!("views.{id}"))),
        }
        None
    }

    fn shown(&mut self, place: &str, plan: &mut PlanStep) -> Shown {
        let needs = matches!(plan.kind, Kind::Tell | Kind::Real);
        if matches!(plan.kind, Kind::Device | Kind::Find) {
            // They are their own picture.
            for (key, there) in [("picture", plan.picture.is_some()), ("view", plan.view.is_some())] {
                if there {
                    self.plan_fault(place, Fault::Foreign(key.into()));
                }
            }
            return Shown::Nothing;
        }
        match (plan.picture.take(), plan.view.take()) {
            (Some(picture), None) => Shown::Picture(picture),
            (None, Some(id)) => {
                let clue = plan.clue.take();
                let view = self.view(place, "view", Some(id));
                if let (Some(clue), Some(view)) = (&clue, view.as_ref().and_then(|id| self.views.get(id)))
                    && !view.items().any(|item| item == clue)
                {
                    self.plan_fault(place, Fault::Unknown(clue.to_string()));
                }
                view.map_or(Shown::Nothing, |view| Shown::View { view, clue })
            }
            (Some(_), Some(_)) => {
                self.plan_fault(place, Fault::Foreign("picture and view together".into()));
                Shown::Nothing
            }
            (None, None) => {
                if needs {
                    self.plan_fault(place, Fault::Missing("picture or view".into()));
                }
                Shown::Nothing
            }
        }
    }

    fn count(&mut self, place: &str, what: &str, found: usize, least: usize, most: usize) {
        if !(least..=most).contains(&found) {
            self.plan_fault(place, Fault::Count { what: what.into(), found, least, most });
        }
    }

    fn nothing_left(&mut self, step: &PlanStep, plan: &PlanStep, words: &StepWords) {
        let place = step.id.as_str();
        let left = [
            ("options", !plan.options.is_empty()),
            ("right", !plan.right.is_empty()),
            ("pictures", !plan.pictures.is_empty()),
            ("items", !plan.items.is_empty()),
            ("pairs", !plan.pairs.is_empty()),
            ("meanings", !plan.meanings.is_empty()),
            ("way", !plan.way.is_empty()),
            ("turns", !plan.turns.is_empty()),
            ("start", plan.start.is_some()),
            ("goal", plan.goal.is_some()),
            ("keypad", plan.keypad.is_some()),
            ("answer", plan.answer.is_some()),
            ("clue", plan.clue.is_some()),
        ];
        for (key, _) in left.into_iter().filter(|(_, left)| *left) {
            self.plan_fault(place, Fault::Foreign(key.into()));
        }
        let left = [
            ("say", !words.say.is_empty()),
            ("ask", words.ask.is_some()),
            ("answer", words.answer.is_some()),
            ("options", !words.options.is_empty()),
            ("items", !words.items.is_empty()),
            ("pairs", !words.pairs.is_empty()),
            ("found", !words.found.is_empty()),
            ("turns", !words.turns.is_empty()),
        ];
        for (key, _) in left.into_iter().filter(|(_, left)| *left) {
            self.words_fault(place, Fault::Foreign(key.into()));
        }
    }

    fn plan_fault(&mut self, place: &str, fault: Fault) {
        self.problems.add(PLAN, Some(place), fault);
    }

    fn words_fault(&mut self, place: &str, fault: Fault) {
        self.problems.add(self.words_file, Some(place), fault);
    }
}
