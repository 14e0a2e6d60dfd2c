//! Ways through every lesson for the robots that play it in a browser: what to press, by role and name, as a person would find it.
//! One way knows every answer; the other errs first, wherever it can.

use engine::ids::ItemId;
use engine::lesson::{Card, Lesson, Question, Step};
use engine::plan::Part;
use engine::session::{Action, Attempt, Given, Help, Main, Onward, Session};
use engine::text::Text;
use engine::view::{View, next_tap};
use serde::Serialize;
use std::collections::BTreeMap;

/// How often a robot errs on a card: once more than the ladder of help has rungs.
const MISSES: u8 = 4;
/// More actions than any card needs; a robot that needs more is lost.
const MOST: usize = 200;

/// The two ways through a lesson.
#[derive(Serialize)]
pub struct Walkthrough {
    lesson: String,
    language: String,
    straight: Vec<WalkedCard>,
    erring: Vec<WalkedCard>,
}

#[derive(Serialize)]
struct WalkedCard {
    step: String,
    kind: &'static str,
    heading: String,
    presses: Vec<Press>,
}

/// One thing to press, or a text to write.
#[derive(Clone, Serialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Press {
    Press { role: &'static str, name: String },
    Write { text: String },
}

/// Both ways through a lesson.
pub fn of(lesson: &Lesson, ui: &BTreeMap<String, String>) -> Walkthrough {
    Walkthrough {
        lesson: lesson.id.to_string(),
        language: lesson.language.clone(),
        straight: walk(lesson, ui, false),
        erring: walk(lesson, ui, true),
    }
}

fn walk(lesson: &Lesson, ui: &BTreeMap<String, String>, err: bool) -> Vec<WalkedCard> {
    let mut cards = vec![];
    let Some(mut session) = Session::start(lesson, 1) else { return cards };
    while let Some(step) = lesson.step(&session.at) {
        let mut presses = vec![];
        if err {
            let mut misses = 0;
            while let Some(wrong) = wrong_actions(lesson, step, &session).filter(|_| misses < MISSES) {
                for action in wrong {
                    do_it(lesson, step, ui, &mut session, &action, &mut presses);
                }
                misses += 1;
            }
        }
        for _ in 0..MOST {
            let Some(action) = session.right_action(lesson) else { break };
            do_it(lesson, step, ui, &mut session, &action, &mut presses);
        }
        // A card that is only read is left by the same press that marks it as read.
        if !matches!(step.card, Card::Tell | Card::Real) {
            presses.push(main(ui, Main::Next));
        }
        let (kind, heading) = (kind(&step.card), step.heading.plain());
        cards.push(WalkedCard { step: step.id.to_string(), kind, heading, presses });
        match session.onward(lesson) {
            Onward::To(next) => session.at = next,
            Onward::Finished => break,
        }
    }
    cards
}

fn do_it(
    lesson: &Lesson,
    step: &Step,
    ui: &BTreeMap<String, String>,
    session: &mut Session,
    action: &Action,
    presses: &mut Vec<Press>,
) {
    let press = match action {
        Action::Check | Action::DidIt | Action::Play => main(ui, session.main(step)),
        Action::Tap(id) => Press::Press { role: role(&step.card), name: name_of(lesson, step, id, false) },
        Action::TapMeaning(id) => Press::Press { role: "button", name: name_of(lesson, step, id, true) },
        Action::Undo => Press::Press { role: "button", name: ui.get("undo").cloned().unwrap_or_default() },
        Action::Erase => Press::Press { role: "button", name: ui.get("erase").cloned().unwrap_or_default() },
        Action::Type(key) => match (&step.card, presses.last_mut()) {
            (Card::Type { keypad: engine::lesson::Keypad::Letters, .. }, Some(Press::Write { text })) => {
                text.push(*key);
                session.act(lesson, action);
                return;
            }
            (Card::Type { keypad: engine::lesson::Keypad::Letters, .. }, _) => Press::Write { text: key.to_string() },
            _ => Press::Press { role: "button", name: key.to_string() },
        },
        Action::Write(text) => Press::Write { text: text.clone() },
        Action::PlayAgain => return,
    };
    // *Show me* is pressed once and plays by itself.
    if *action != Action::Play || presses.last() != Some(&press) {
        presses.push(press);
    }
    session.act(lesson, action);
}

fn main(ui: &BTreeMap<String, String>, main: Main) -> Press {
    let key = match main {
        Main::Check => "check",
        Main::Say => "say",
        Main::ShowMe => "show_me",
        Main::DidIt => "did_it",
        Main::Next => "next",
    };
    Press::Press { role: "button", name: ui.get(key).cloned().unwrap_or_default() }
}

fn role(card: &Card) -> &'static str {
    if matches!(card, Card::Choose(_) | Card::Chat(_)) { "radio" } else { "button" }
}

fn kind(card: &Card) -> &'static str {
    match card {
        Card::Tell => "tell",
        Card::Choose(_) => "choose",
        Card::Order(_) => "order",
        Card::Match(_) => "match",
        Card::Find { .. } => "find",
        Card::Device(_) => "device",
        Card::Chat(_) => "chat",
        Card::Type { .. } => "type",
        Card::Real => "real",
    }
}

fn name_of(lesson: &Lesson, step: &Step, id: &ItemId, meaning: bool) -> String {
    let answer = |question: &Question| {
        question.options.iter().find(|answer| answer.id == *id).map(|answer| answer.text.plain()).unwrap_or_default()
    };
    match &step.card {
        Card::Choose(question) => answer(question),
        Card::Chat(turns) => {
            turns.iter().map(|turn| answer(&turn.replies)).find(|name| !name.is_empty()).unwrap_or_default()
        }
        Card::Order(answers) => {
            answers.iter().find(|answer| answer.id == *id).map(|answer| answer.text.plain()).unwrap_or_default()
        }
        Card::Match(pairs) => pairs
            .iter()
            .find(|pair| pair.id == *id)
            .map(|pair| if meaning { pair.text.plain() } else { lesson.alt(&pair.picture).to_owned() })
            .unwrap_or_default(),
        _ => lesson.text(id).map(Text::plain).unwrap_or_default(),
    }
}

/// Presses that miss on the card as it stands; `None` where nothing wrong is left to do.
fn wrong_actions(lesson: &Lesson, step: &Step, session: &Session) -> Option<Vec<Action>> {
    let attempt = session.attempt(&step.id);
    if attempt.done {
        return None;
    }
    match &step.card {
        Card::Tell | Card::Real => None,
        Card::Choose(question) => {
            wrong_option(session.options(step, question).iter().map(|face| &face.answer.id), question)
        }
        Card::Chat(turns) => {
            let face = session.chat(step, turns);
            let open = turns.get(face.turns.len().checked_sub(1)?)?;
            wrong_option(face.replies.iter().map(|face| &face.answer.id), &open.replies)
        }
        Card::Order(answers) => {
            let Given::Placed(given) = placed(&attempt) else { return None };
            let given = given.placed;
            let left: Vec<_> = answers.iter().rev().filter(|answer| !given.contains(&answer.id)).collect();
            let shown = Help::after(attempt.misses) == Help::Answer;
            (left.len() > 1 && !shown)
                .then(|| left.iter().map(|answer| Action::Tap(answer.id.clone())).chain([Action::Check]).collect())
        }
        Card::Match(pairs) => {
            let joined: Vec<ItemId> = match &attempt.given {
                Given::Joined(given) => given.joined.iter().map(|(picture, _)| picture.clone()).collect(),
                _ => vec![],
            };
            let left: Vec<_> = pairs.iter().filter(|pair| !joined.contains(&pair.id)).collect();
            let shown = Help::after(attempt.misses) == Help::Answer;
            let shifted = left.iter().cycle().skip(1);
            let taps = left
                .iter()
                .zip(shifted)
                .flat_map(|(one, other)| [Action::Tap(one.id.clone()), Action::TapMeaning(other.id.clone())]);
            (left.len() > 1 && !shown).then(|| taps.chain([Action::Check]).collect())
        }
        Card::Find { view, right } => {
            let view = lesson.views.get(view)?;
            let face = session.find(step, Some(view), right);
            let texts: Vec<_> = right.iter().map(|spotted| lesson.text(&spotted.id)).collect();
            let wrong = view.items().find(|item| !texts.contains(&lesson.text(item)) && !face.out.contains(item))?;
            Some(vec![Action::Tap(wrong.clone())])
        }
        Card::Device(_) if step.part == Part::Show => None,
        Card::Device(errand) => {
            let face = session.device(step, &lesson.views, errand);
            let view: &View = lesson.views.get(&face.view)?;
            let right = session.right_action(lesson);
            let shortest = next_tap(&lesson.views, &face.view, &errand.goal);
            let wrong =
                view.controls().filter(|item| Some(Action::Tap((*item).clone())) != right && Some(*item) != shortest);
            let mut wrong: Vec<_> = wrong.collect();
            wrong.sort_by_key(|item| view.go.contains_key(*item));
            Some(vec![Action::Tap((*wrong.first()?).clone())])
        }
        Card::Type { answer, .. } => {
            let shown = Help::after(attempt.misses) >= Help::Fewer;
            let wrong = answer.chars().rev().chain("7".chars()).find(|key| !answer.starts_with(*key))?;
            (!shown).then(|| vec![Action::Type(wrong), Action::Check])
        }
    }
}

fn wrong_option<'a>(mut left: impl Iterator<Item = &'a ItemId>, question: &Question) -> Option<Vec<Action>> {
    let wrong = left.find(|id| !question.right.contains(id))?;
    Some(vec![Action::Tap(wrong.clone()), Action::Check])
}

fn placed(attempt: &Attempt) -> Given {
    match &attempt.given {
        Given::Nothing => Given::Placed(engine::session::PlacedAttempt::default()),
        given => given.clone(),
    }
}
