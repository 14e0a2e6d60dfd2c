//! A lesson for a group in front of one big screen: each card as a slide, and nobody's answer is kept. The group shows with its fingers which number it
//! means; the coach then uncovers what is right.

use crate::ids::{ItemId, PictureId, ViewId};
use crate::lesson::{Answer, Card, Errand, Lesson, Question, Shown, Step};
use crate::text::Text;
use crate::view::Block;

/// What stands on the screen at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide<'a> {
    pub heading: &'a Text,
    pub say: &'a [Text],
    pub picture: Option<&'a PictureId>,
    /// What is read before it is answered: the things of a screen or document, in reading order.
    pub seen: Vec<Thing<'a>>,
    /// What somebody said, to be answered.
    pub said: Option<&'a Text>,
    /// Numbered from 1. None where there is nothing to answer.
    pub choices: Vec<Thing<'a>>,
    pub answer: Uncovered<'a>,
    /// Why, once it is uncovered.
    pub reason: Option<&'a Text>,
}

/// A choice or a thing that is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing<'a> {
    pub picture: Option<&'a PictureId>,
    /// More than one where they stand in one line: what something is called, and how much it is.
    pub texts: Vec<&'a Text>,
    /// Said beside it once it is uncovered.
    pub after: Option<&'a Text>,
}

/// What is right. Choices are told by their place, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncovered<'a> {
    /// There is nothing to answer.
    Nothing,
    /// Each of these.
    These(Vec<usize>),
    /// These, one after the other; one may come again.
    InOrder(Vec<usize>),
    /// Each of these meanings belongs to the choice of that place.
    Pairs(Vec<(Thing<'a>, usize)>),
    /// What is to be written.
    Written(&'a str),
}

/// The slides of a lesson. A chat has one for each turn.
#[must_use]
pub fn slides(lesson: &Lesson) -> Vec<Slide<'_>> {
    lesson.steps.iter().flat_map(|step| of_step(lesson, step)).collect()
}

fn of_step<'a>(lesson: &'a Lesson, step: &'a Step) -> Vec<Slide<'a>> {
    let (picture, seen) = match &step.shown {
        Shown::Nothing => (None, vec![]),
        Shown::Picture(picture) => (Some(picture), vec![]),
        Shown::View { view, .. } => (None, things(lesson, view)),
    };
    let plain = Slide {
        heading: &step.heading,
        say: &step.say,
        picture,
        seen,
        said: None,
        choices: vec![],
        answer: Uncovered::Nothing,
        reason: step.reason.as_ref(),
    };
    let slide = match &step.card {
        Card::Tell | Card::Real => plain,
        Card::Choose(question) => {
            Slide { choices: question.options.iter().map(of_answer).collect(), answer: right(question), ..plain }
        }
        Card::Order(answers) => in_order(answers, plain),
        Card::Match(pairs) => {
            let picture = |picture| Thing { picture: Some(picture), texts: vec![], after: None };
            let mut meanings: Vec<_> = pairs.iter().enumerate().collect();
            meanings.sort_by_key(|(_, pair)| &pair.id);
            let meaning = |(place, pair): (usize, &'a crate::lesson::Pair)| {
                (Thing { picture: Some(&pair.meaning), texts: vec![&pair.text], after: None }, place)
            };
            let choices = pairs.iter().map(|pair| picture(&pair.picture)).collect();
            Slide { choices, answer: Uncovered::Pairs(meanings.into_iter().map(meaning).collect()), ..plain }
        }
        Card::Find { view, right } => {
            let (mut choices, mut these) = (vec![], vec![]);
            let is_right = |item: &ItemId| right.iter().any(|spotted| spotted.id == *item);
            for (place, line) in lines(lesson, view, is_right).into_iter().enumerate() {
                let spotted = right.iter().find(|spotted| line.contains(&&spotted.id));
                these.extend(spotted.map(|_| place));
                choices.push(Thing { after: spotted.map(|spotted| &spotted.text), ..of_line(lesson, &line) });
            }
            Slide { choices, answer: Uncovered::These(these), ..plain }
        }
        Card::Device(errand) => device(lesson, errand, plain),
        Card::Type { answer, .. } => Slide { answer: Uncovered::Written(answer), ..plain },
        Card::Chat(turns) => {
            let talk = |turn: &'a crate::lesson::Turn| {
                let choice = |option: &'a Answer| Thing { after: turn.after.get(&option.id), ..of_answer(option) };
                let choices = turn.replies.options.iter().map(choice).collect();
                Slide { said: Some(&turn.says), choices, answer: right(&turn.replies), ..plain.clone() }
            };
            return turns.iter().map(talk).collect();
        }
    };
    vec![slide]
}

/// Mixed by their names, so that every device shows the same.
fn in_order<'a>(answers: &'a [Answer], plain: Slide<'a>) -> Slide<'a> {
    let mut mixed: Vec<_> = answers.iter().enumerate().collect();
    mixed.sort_by_key(|(_, answer)| &answer.id);
    if mixed.iter().enumerate().all(|(place, (right, _))| place == *right) {
        mixed.rotate_left(1);
    }
    let place = |right: usize| mixed.iter().position(|(place, _)| *place == right);
    let order = (0..answers.len()).filter_map(place).collect();
    let choices = mixed.iter().map(|(_, answer)| of_answer(answer)).collect();
    Slide { choices, answer: Uncovered::InOrder(order), ..plain }
}

/// What is tapped on the way, each once and mixed, to be put in order.
fn device<'a>(lesson: &'a Lesson, errand: &'a Errand, plain: Slide<'a>) -> Slide<'a> {
    let mut mixed: Vec<&ItemId> = errand.way.iter().collect();
    mixed.sort();
    mixed.dedup();
    let order = errand.way.iter().filter_map(|item| mixed.iter().position(|one| *one == item)).collect();
    let choices = mixed.iter().map(|item| of_line(lesson, &[*item])).collect();
    Slide { seen: things(lesson, &errand.start), choices, answer: Uncovered::InOrder(order), ..plain }
}

fn of_answer(answer: &Answer) -> Thing<'_> {
    Thing { picture: Some(&answer.picture), texts: vec![&answer.text], after: None }
}

fn of_line<'a>(lesson: &'a Lesson, line: &[&ItemId]) -> Thing<'a> {
    let items: Vec<_> = line.iter().filter_map(|item| lesson.items.get(*item)).collect();
    Thing {
        picture: items.iter().find_map(|item| item.picture.as_ref()),
        texts: items.iter().map(|item| &item.text).collect(),
        after: None,
    }
}

fn things<'a>(lesson: &'a Lesson, view: &ViewId) -> Vec<Thing<'a>> {
    lines(lesson, view, |_| false).iter().map(|line| of_line(lesson, line)).collect()
}

/// What stands together in a screen or document, in reading order: what belongs to one line is one. The way back only where it matters.
fn lines<'a>(lesson: &'a Lesson, view: &ViewId, matters: impl Fn(&ItemId) -> bool) -> Vec<Vec<&'a ItemId>> {
    let blocks = lesson.views.get(view).into_iter().flat_map(|view| &view.blocks);
    let of_block = |block: &'a Block| match block {
        Block::Bar { title, back } => {
            back.iter().filter(|back| matters(back)).chain([title]).map(|item| vec![item]).collect()
        }
        Block::Table { head, rows } => [head].into_iter().chain(rows).map(|row| row.iter().collect()).collect(),
        Block::Tiles(_) | Block::Rows(_) | Block::Level { .. } | Block::Scene { .. } => {
            block.items().into_iter().map(|item| vec![item]).collect()
        }
        _ => vec![block.items()],
    };
    blocks.flat_map(of_block).filter(|line| !line.is_empty()).collect()
}

fn right<'a>(question: &Question) -> Uncovered<'a> {
    let places = question.options.iter().enumerate().filter(|(_, option)| question.right.contains(&option.id));
    Uncovered::These(places.map(|(place, _)| place).collect())
}
