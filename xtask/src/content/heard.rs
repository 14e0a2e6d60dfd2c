//! Everything that can be heard in a language, sentence by sentence: what a person may be asked to read for a recording.

use super::bundle::{language, lessons_in};
use super::read::Content;
use super::ui_words::UiWords;
use anyhow::{Context, Result};
use engine::lesson::{Card, Lesson, Shown, Step};
use engine::spoken::sentences;
use engine::text::Text;
use engine::view::{View, reached};

/// A sentence and where it is heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// As [`sentences`] gives it.
    pub sentence: String,
    /// A lesson or a course; empty for the app's own words.
    pub lesson: String,
    /// The card, or the key of the words.
    pub step: String,
    /// Outside of the cards, so that its clip belongs to the language and not to a lesson.
    pub everywhere: bool,
}

/// All that is heard in a language: course by course, then the app's own words. What is heard in two places is there twice.
///
/// # Errors
/// When a lesson does not assemble or the app's own words are missing.
pub fn heard(content: &Content, code: &str) -> Result<Vec<Heard>> {
    let mut all = vec![];
    let lessons = lessons_in(content, code)?;
    for course in &content.courses {
        if let Some(title) = course.titles.get(code) {
            add(&mut all, title, [course.id.as_str(), "title"], true);
        }
        for lesson in course.plan.lessons.iter().filter_map(|id| lessons.get(id)) {
            add(&mut all, lesson.title.own(), [lesson.id.as_str(), "title"], true);
            add(&mut all, lesson.can.own(), [lesson.id.as_str(), "can"], true);
            for step in &lesson.steps {
                let place = [lesson.id.as_str(), step.id.as_str()];
                texts(lesson, step).iter().for_each(|text| add(&mut all, text, place, false));
            }
            for (id, term) in lesson.terms.iter() {
                let place = [lesson.id.as_str(), id.as_str()];
                std::iter::once(&term.word).chain(&term.says).for_each(|text| add(&mut all, text.own(), place, false));
            }
        }
    }
    let root = content.root.parent().context("content/ has no folder above it")?;
    for (key, text) in UiWords::read(root, &[code.to_owned()])?.of(code)? {
        // Nobody can record a sentence with a number that is not known yet: the device's voice says it.
        if !text.contains('{') {
            add(&mut all, &easy_language::lines(language(code)?, text), ["", key], true);
        }
    }
    Ok(all)
}

fn add(all: &mut Vec<Heard>, text: &str, [lesson, step]: [&str; 2], everywhere: bool) {
    let heard = |sentence| Heard { sentence, lesson: lesson.to_owned(), step: step.to_owned(), everywhere };
    all.extend(sentences(text).into_iter().map(heard));
}

/// Every text that a card can show, in reading order: also what it says only after an answer.
fn texts<'a>(lesson: &'a Lesson, step: &'a Step) -> Vec<&'a str> {
    let mut texts = vec![step.heading.own()];
    texts.extend(step.say.iter().chain(&step.more).map(Text::own));
    let in_view = |view: &'a View| view.items().filter_map(|item| lesson.text(item)).map(Text::own);
    if let Shown::View { view, .. } = &step.shown {
        texts.extend(lesson.views.get(view).into_iter().flat_map(in_view));
    }
    match &step.card {
        Card::Tell | Card::Real => {}
        Card::Choose(question) => texts.extend(question.options.iter().map(|answer| answer.text.own())),
        Card::Order(answers) => texts.extend(answers.iter().map(|answer| answer.text.own())),
        Card::Match(pairs) => texts.extend(pairs.iter().map(|pair| pair.text.own())),
        Card::Find { view, right } => {
            texts.extend(lesson.views.get(view).into_iter().flat_map(in_view));
            texts.extend(right.iter().map(|spotted| spotted.text.own()));
        }
        Card::Device(errand) => {
            let views = reached(&lesson.views, &errand.start);
            texts.extend(views.into_iter().filter_map(|id| lesson.views.get(id)).flat_map(in_view));
        }
        Card::Chat(turns) => {
            for turn in turns {
                texts.push(turn.says.own());
                texts.extend(turn.replies.options.iter().map(|answer| answer.text.own()));
                texts.extend(turn.after.values().map(Text::own));
                texts.push(turn.hint.own());
            }
        }
        Card::Type { answer, .. } => texts.push(answer),
    }
    texts.extend(step.hint.iter().chain(&step.reason).map(Text::own));
    texts
}
