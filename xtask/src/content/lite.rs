//! The lessons as plain pages, `lite/<language>/<lesson>.html`: read and printed where the app cannot run. Made from the same data;
//! what the app lets a learner try is a question here, with its answer at the end of the page.

use super::read::Content;
use anyhow::{Context, Result};
use engine::catalogue::Catalogue;
use engine::ids::{ItemId, LessonId, PictureId, ViewId};
use engine::lesson::{Card, Lesson, Question, Shown, Step};
use engine::plan::SafetyReview;
use engine::text::{Text, plain};
use engine::words::State;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::collections::BTreeMap;

/// The style of all pages, beside the folders of the languages.
pub const STYLE: &str = include_str!("lite.css");

/// SVG by picture.
pub type Drawings = BTreeMap<PictureId, String>;

/// A language that pages are written in.
pub struct Tongue<'a> {
    pub code: &'a str,
    /// `ltr` or `rtl`.
    pub direction: &'a str,
    pub words: &'a BTreeMap<String, String>,
}

impl Tongue<'_> {
    fn word(&self, key: &str) -> Result<&str> {
        let word = self.words.get(key).map(String::as_str);
        word.with_context(|| format!("locales/{}.toml: `{key}` is missing", self.code))
    }

    fn page(&self, title: &str, inside: &Markup) -> String {
        let page = html! {
            (DOCTYPE)
            html lang=(self.code) dir=(self.direction) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
                    title { (title) " – Stepwise" }
                    link rel="stylesheet" href="../lite.css";
                    link rel="icon" href="../../icon.svg" type="image/svg+xml";
                }
                body { main { (inside) } }
            }
        };
        page.into_string()
    }
}

/// The list of all lessons in a language, by course.
///
/// # Errors
/// A word of the app that is missing.
pub fn index(tongue: &Tongue, catalogue: &Catalogue) -> Result<String> {
    let title = tongue.word("lessons")?;
    let inside = html! {
        h1 { (title) }
        @for course in &catalogue.courses {
            h2 { (plain(&course.title)) }
            ul { @for lesson in &course.lessons {
                li { a href=(format!("{}.html", lesson.id)) { (plain(&lesson.title)) } }
            } }
        }
    };
    Ok(tongue.page(title, &inside))
}

/// For coaches: every lesson, also those for coaches and managers, how far its words have come in a language, and whether its safety advice
/// was checked. Workers get no link to it in a lesson.
///
/// # Errors
/// A word of the app that is missing.
pub fn states(tongue: &Tongue, lessons: &BTreeMap<LessonId, Lesson>, content: &Content) -> Result<String> {
    let mut rows = vec![];
    for lesson in lessons.values() {
        let Some(files) = content.lessons.get(&lesson.id) else { continue };
        let Some(words) = files.words.get(tongue.code) else { continue };
        let state = tongue.word(match words.state {
            State::Machine => "state_machine",
            State::Translated => "state_translated",
            State::Written => "state_written",
            State::Tested => "state_tested",
        })?;
        let safety = files.plan.safety.map(|review| match review {
            SafetyReview::Unreviewed => "safety_unreviewed",
            SafetyReview::Reviewed => "safety_reviewed",
        });
        let safety = safety.map(|key| tongue.word(key)).transpose()?;
        rows.push(html! { tr { th scope="row" { a href=(format!("{}.html", lesson.id)) { (text(&lesson.title)) } } td { p { (state) } @if let Some(safety) = safety { p { (safety) } } } } });
    }
    let title = tongue.word("states")?;
    let inside = html! {
        p { a href="./" { (tongue.word("lessons")?) } }
        h1 { (title) }
        p { (tongue.word("states_says")?) }
        table { @for row in &rows { (row) } }
    };
    Ok(tongue.page(title, &inside))
}

/// A lesson, its questions numbered, its answers at the end.
///
/// # Errors
/// A word of the app that is missing.
pub fn lesson(tongue: &Tongue, lesson: &Lesson, drawings: &Drawings) -> Result<String> {
    let sheet = Sheet { lesson, drawings };
    let mut answers = vec![];
    let steps: Vec<Markup> = lesson.steps.iter().map(|step| sheet.step(step, &mut answers)).collect();
    let title = lesson.title.plain();
    let inside = html! {
        p { a href="./" { (tongue.word("lessons")?) } }
        h1 { (title) }
        p.can { (text(&lesson.can)) }
        @for step in &steps { (step) }
        @if !answers.is_empty() {
            h2 #answers { (tongue.word("answers")?) }
            ol { @for answer in &answers { li { (answer) } } }
        }
    };
    Ok(tongue.page(&title, &inside))
}

/// A lesson on paper.
struct Sheet<'a> {
    lesson: &'a Lesson,
    drawings: &'a Drawings,
}

impl Sheet<'_> {
    /// A card. A question adds its answer to the list and has its number.
    fn step(&self, step: &Step, answers: &mut Vec<Markup>) -> Markup {
        let (question, answer) = self.question(&step.card);
        let number = answer.map(|answer| {
            answers.push(html! { (answer) @if let Some(reason) = &step.reason { " " (text(reason)) } });
            answers.len()
        });
        html! {
            section {
                h2 { @if let Some(number) = number { (number) ". " } (text(&step.heading)) }
                (self.shown(&step.shown))
                @for say in step.say.iter().chain(&step.more) { p { (text(say)) } }
                (question)
            }
        }
    }

    fn shown(&self, shown: &Shown) -> Markup {
        match shown {
            Shown::Nothing => html! {},
            Shown::Picture(picture) => html! { div.picture { (self.picture(picture)) } },
            Shown::View { view, .. } => self.view(view),
        }
    }

    /// What is asked, and the answer; no answer for a card that only tells.
    fn question(&self, card: &Card) -> (Markup, Option<Markup>) {
        match card {
            Card::Tell | Card::Real => (html! {}, None),
            Card::Choose(question) => (self.options(question), Some(right(question))),
            Card::Order(answers) => {
                let mut shuffled: Vec<_> = answers.iter().collect();
                shuffled.sort_by_key(|answer| &answer.id);
                let list = html! { ul { @for answer in shuffled { li { (self.picture(&answer.picture)) (text(&answer.text)) } } } };
                (list, Some(html! { ol { @for answer in answers { li { (text(&answer.text)) } } } }))
            }
            Card::Match(pairs) => {
                let pictures = html! { ul.pictures { @for pair in pairs { li { (self.picture(&pair.picture)) } } } };
                let mut shuffled: Vec<_> = pairs.iter().collect();
                shuffled.sort_by_key(|pair| &pair.id);
                let meanings = html! { ul { @for pair in shuffled { li { (text(&pair.text)) } } } };
                let answer =
                    html! { ul { @for pair in pairs { li { (self.picture(&pair.picture)) (text(&pair.text)) } } } };
                (html! { (pictures) (meanings) }, Some(answer))
            }
            Card::Find { view, right } => {
                let answer = html! { ul { @for spotted in right { li { (self.item(&spotted.id)) ": " (text(&spotted.text)) } } } };
                (self.view(view), Some(answer))
            }
            Card::Device(errand) => {
                let way = errand.way.iter().map(|item| self.item(item));
                (self.view(&errand.start), Some(html! { ol { @for item in way { li { (item) } } } }))
            }
            Card::Chat(turns) => {
                let questions = html! { @for turn in turns {
                    blockquote { (text(&turn.says)) }
                    (self.options(&turn.replies))
                } };
                (questions, Some(html! { ul { @for turn in turns { li { (right(&turn.replies)) } } } }))
            }
            Card::Type { answer, .. } => (html! { p.line {} }, Some(html! { (answer) })),
        }
    }

    fn options(&self, question: &Question) -> Markup {
        html! { ul.options { @for option in &question.options { li { (self.picture(&option.picture)) (text(&option.text)) } } } }
    }

    /// The things of a screen or document, in reading order.
    fn view(&self, id: &ViewId) -> Markup {
        let items: Vec<Markup> =
            self.lesson.views.get(id).into_iter().flat_map(|view| view.items()).map(|item| self.item(item)).collect();
        html! { ul.view { @for item in items { li { (item) } } } }
    }

    fn item(&self, id: &ItemId) -> Markup {
        let Some(item) = self.lesson.items.get(id) else { return html! {} };
        html! { @if let Some(picture) = &item.picture { (self.picture(picture)) } (text(&item.text)) }
    }

    /// A drawing, with its alternative text if it says something of its own.
    fn picture(&self, id: &PictureId) -> Markup {
        let Some(drawing) = self.drawings.get(id) else { return html! {} };
        match self.lesson.alt(id) {
            "" => html! { span.drawing aria-hidden="true" { (PreEscaped(drawing)) } },
            alt => html! { span.drawing role="img" aria-label=(alt) { (PreEscaped(drawing)) } },
        }
    }
}

/// The right options of a question.
fn right(question: &Question) -> Markup {
    let is_right = |id: &ItemId| question.right.contains(id);
    html! { @for option in question.options.iter().filter(|option| is_right(&option.id)) { (text(&option.text)) " " } }
}

/// The sentences of a text, in one line, hard words without their marks.
fn text(text: &Text) -> Markup {
    html! { (text.plain()) }
}

/// The name of a lesson's page below `lite/`.
pub fn name(code: &str, lesson: &LessonId) -> String {
    format!("{code}/{lesson}.html")
}

#[cfg(test)]
mod tests {
    use super::super::bundle::lessons_in;
    use super::super::read::read;
    use super::*;
    use std::path::Path;

    /// The page of a Dutch lesson of ours.
    fn page(id: &str) -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let lessons = lessons_in(&read(&root).unwrap(), "nl").unwrap();
        let words = ["lessons", "answers"].map(|key| (key.to_owned(), format!("<{key}>"))).into_iter().collect();
        let tongue = Tongue { code: "nl", direction: "ltr", words: &words };
        super::lesson(&tongue, &lessons[&LessonId::new(id).unwrap()], &Drawings::new()).unwrap()
    }

    #[test]
    fn every_answer_is_at_the_end_and_not_before() {
        let page = page("read-my-payslip");
        let (before, answers) = page.split_once("id=\"answers\"").unwrap();
        // The number of days that the second question asks to type.
        assert!(answers.contains("<li>20"), "{answers}");
        assert!(!before.contains("<ol>"), "the order of something is told too early");
    }

    #[test]
    fn a_coach_sees_how_far_the_words_of_each_lesson_are_and_that_nobody_checked_its_safety() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let content = read(&root).unwrap();
        let lessons = lessons_in(&content, "nl").unwrap();
        let words = super::super::ui_words::UiWords::read(&root, &content.codes()).unwrap();
        let words = words.of("nl").unwrap();
        let page = states(&Tongue { code: "nl", direction: "ltr", words }, &lessons, &content).unwrap();
        let count = |key: &str| page.matches(&words[key]).count();
        let is_machine = |id: &&LessonId| content.lessons[*id].words["nl"].state == State::Machine;
        assert_eq!(count("state_machine"), lessons.keys().filter(is_machine).count());
        assert_eq!(page.matches("<tr>").count(), lessons.len());
        let unreviewed = content.lessons.values().filter(|files| files.plan.safety == Some(SafetyReview::Unreviewed));
        assert_eq!(count("safety_unreviewed"), unreviewed.count());
    }

    #[test]
    fn no_mark_and_no_sign_of_ours_is_on_a_page() {
        for id in ["read-my-payslip", "never-share-this-code", "how-this-app-works"] {
            let page = page(id);
            assert!(!page.contains('[') && !page.contains('|'), "{id} shows a mark");
            assert!(page.contains("&lt;answers&gt;"), "a word is not escaped");
        }
    }
}
