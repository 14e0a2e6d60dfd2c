//! The rules of easy language that need more than the words of one lesson in one language: what other languages say, what kind
//! of cards the plan has, and who has read the words.

use super::check::Findings;
use super::read::{Content, LessonFiles, toml_file};
use super::texts::Texts;
use anyhow::Result;
use easy_language::{Kind, Language, Lesson, Reader, Terms, readability};
use engine::ids::LessonId;
use engine::plan::{Kind as StepKind, Part};
use engine::words::{State, Words};
use serde::Deserialize;
use std::collections::BTreeMap;

/// L24: how much longer than the longer one of Dutch and English a text may be.
const LONGER: f32 = 1.6;
/// L24: texts up to this many characters fit anyhow.
const FITS_ANYHOW: usize = 24;
/// L29: the readers who must have tried the words.
const READERS: u8 = 3;
/// L30: seconds for a sentence and for a question, and the most for a lesson.
const SENTENCE_SECONDS: usize = 4;
const QUESTION_SECONDS: usize = 25;
const LESSON_SECONDS: usize = 300;
/// A56: taps from the first card of a lesson to its first question.
const FIRST_QUESTION_TAPS: usize = 3;

/// Checks every lesson.
pub fn check(content: &Content, found: &mut Findings) {
    let reviews = match reviews(content) {
        Ok(reviews) => reviews,
        Err(error) => return found.error(format!("{error:#}")),
    };
    let codes = content.codes();
    for (id, files) in &content.lessons {
        first_question_soon(id, files, found);
        same_number_of_sentences(&codes, id, files, found);
        not_much_longer(id, files, found);
        for (code, words) in &files.words {
            let review = reviews.get(id).and_then(|by_language| by_language.get(code));
            state_is_true(&format!("content/lessons/{id}/{code}.toml"), words.state, review, found);
            short_enough(&format!("content/lessons/{id}/{code}.toml"), code, files, words, found);
        }
    }
}

/// Who has read the words of a lesson in a language.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Review {
    /// The native writer who approved the words.
    #[serde(default)]
    writer: String,
    /// How many people of those whom the lesson is for have tried it.
    #[serde(default)]
    readers: u8,
}

/// `content/reviews.toml`: by lesson, then by language. Nobody has reviewed anything while it is not there.
fn reviews(content: &Content) -> Result<BTreeMap<LessonId, BTreeMap<String, Review>>> {
    let path = content.root.join("reviews.toml");
    if path.exists() { toml_file(&path) } else { Ok(BTreeMap::new()) }
}

/// L29: a state that nobody has vouched for is a false promise.
fn state_is_true(file: &str, state: State, review: Option<&Review>, found: &mut Findings) {
    let nobody = Review::default();
    let review = review.unwrap_or(&nobody);
    if state == State::Written && review.writer.trim().is_empty() {
        found.error(format!("{file}: L29: `written` needs a named native writer. Name them in content/reviews.toml"));
    }
    if state == State::Tested && review.readers < READERS {
        found.error(format!(
            "{file}: L29: `tested` needs {READERS} readers, and content/reviews.toml has {}. Write `machine` until they have read it",
            review.readers
        ));
    }
}

/// L24: a text that is much longer than in Dutch and English may not fit its place. A warning for each.
fn not_much_longer(id: &LessonId, files: &LessonFiles, found: &mut Findings) {
    for warning in much_longer(id, files) {
        found.warning(warning);
    }
}

fn much_longer(id: &LessonId, files: &LessonFiles) -> Vec<String> {
    let mut warnings = vec![];
    let texts: BTreeMap<&String, Texts> =
        files.words.iter().map(|(code, words)| (code, Texts::of(files, words))).collect();
    let mut longest: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for texts in ["nl", "en"].iter().filter_map(|code| texts.get(&(*code).to_owned())) {
        for one in texts.all() {
            let length = longest.entry((one.screen, &one.key)).or_default();
            *length = one.text.chars().count().max(*length);
        }
    }
    for (code, texts) in &texts {
        for one in texts.all() {
            let length = one.text.chars().count();
            let Some(model) = longest.get(&(one.screen, one.key.as_str())) else { continue };
            if length > FITS_ANYHOW && length as f32 > LONGER * *model as f32 {
                warnings.push(format!(
                    "content/lessons/{id}/{code}.toml, {}: L24: {length} characters, in Dutch and English at most {model}. Say less «{}»",
                    one.place(),
                    one.text
                ));
            }
        }
    }
    warnings
}

/// A56: the learner tries something of their own after three taps at most. A card that tells is left with one, a device that shows
/// itself with two.
fn first_question_soon(id: &LessonId, files: &LessonFiles, found: &mut Findings) {
    let before = files.plan.steps.iter().take_while(|step| matches!(step.part, Part::Situation | Part::Show));
    let taps: usize = before.map(|step| if step.kind == StepKind::Device { 2 } else { 1 }).sum();
    if taps > FIRST_QUESTION_TAPS {
        found.error(format!(
            "content/lessons/{id}/lesson.toml: {taps} taps to the first question, at most {FIRST_QUESTION_TAPS}. Tell less before it, or tell \
             it after the question"
        ));
    }
}

/// L30: a lesson takes five minutes at most. What is seen only after a miss or on request does not count; each turn of a chat
/// is a question.
fn short_enough(file: &str, code: &str, files: &LessonFiles, words: &Words, found: &mut Findings) {
    let Some(language) = Language::from_code(code) else { return };
    let texts = Texts::of(files, words);
    let nothing = Terms::default();
    let mut screens = texts.screens(files, words);
    for screen in &mut screens {
        screen.texts.retain(|text| {
            let is_met = matches!(text.kind, Kind::Say | Kind::Ask) && !text.key.starts_with("more");
            is_met || text.key == "reason" || text.key.ends_with(".says")
        });
    }
    let sentences = readability(language, &Lesson { screens, terms: &nothing, reader: Reader::default() }).sentences;
    let asked =
        files.plan.steps.iter().filter_map(|step| words.steps.get(step.id.as_str()).filter(|said| said.ask.is_some()));
    let questions: usize = asked.map(|said| said.turns.len().max(1)).sum();
    let seconds = sentences * SENTENCE_SECONDS + questions * QUESTION_SECONDS;
    if seconds > LESSON_SECONDS {
        found.error(format!("{file}: L30: about {seconds} seconds, at most {LESSON_SECONDS}. Leave out what can wait"));
    }
}

/// Help in the reader's own language shows each sentence under its own, so each list is as long in every language.
fn same_number_of_sentences(codes: &[String], lesson: &LessonId, files: &LessonFiles, found: &mut Findings) {
    let mut languages = codes.iter().filter_map(|code| Some((code, files.words.get(code)?)));
    let Some((first, model)) = languages.next() else { return };
    for (code, words) in languages {
        for step in &files.plan.steps {
            let counts = |words: &Words| {
                let said = words.steps.get(step.id.as_str());
                said.map_or([0, 0], |said| [said.say.len(), said.more.len()])
            };
            for (list, (here, there)) in ["say", "more"].into_iter().zip(counts(words).into_iter().zip(counts(model))) {
                if here != there {
                    found.error(format!(
                        "content/lessons/{lesson}/{code}.toml, {}.{list}: sentences: {here}, in {first}.toml {there}. Write as many in every language",
                        step.id
                    ));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const PLAN: &str = "revision = 1\nminutes = 1\n[[steps]]\nid = \"start\"\npart = \"situation\"\nkind = \"tell\"\n";
    const WORDS: &str = "revision = 1\nstate = \"machine\"\ntitle = \"T\"\ncan = \"C\"\n[start]\n";

    /// A lesson of one card, with its words in Dutch and English.
    fn lesson(nl: &str, en: &str) -> LessonFiles {
        let words = |lines: &str| toml::from_str::<Words>(&format!("{WORDS}{lines}")).unwrap();
        let words = BTreeMap::from([("nl".to_owned(), words(nl)), ("en".to_owned(), words(en))]);
        LessonFiles { plan: toml::from_str(PLAN).unwrap(), words }
    }

    fn mistakes(nl: &str, en: &str) -> usize {
        let mut found = Findings::default();
        let codes = ["nl", "en", "fr"].map(str::to_owned);
        same_number_of_sentences(&codes, &LessonId::new("x").unwrap(), &lesson(nl, en), &mut found);
        found.errors()
    }

    #[test]
    fn every_language_says_as_many_sentences() {
        assert_eq!(mistakes("say = [\"a\", \"b\"]\nmore = [\"c\"]", "say = [\"a\", \"b\"]\nmore = [\"c\"]"), 0);
        assert_eq!(mistakes("say = [\"a\", \"b\"]", "say = [\"a\"]"), 1);
        assert_eq!(mistakes("say = [\"a\"]\nmore = [\"b\"]", "say = [\"a\"]"), 1);
        assert_eq!(mistakes("say = [\"a\"]", "say = [\"a\", \"b\"]\nmore = [\"c\"]"), 2);
    }

    #[test]
    fn a_text_much_longer_than_the_longer_one_of_dutch_and_english_is_noticed() {
        let noticed = |nl: usize, en: usize, fr: usize| {
            let say = |length: usize| format!("say = [\"{}\"]", "a".repeat(length));
            let mut files = lesson(&say(nl), &say(en));
            let words = toml::from_str(&format!("{WORDS}{}", say(fr))).unwrap();
            files.words.insert("fr".to_owned(), words);
            much_longer(&LessonId::new("x").unwrap(), &files).len()
        };
        assert_eq!([noticed(10, 20, 32), noticed(10, 20, 33)], [0, 1]);
        // Up to 24 characters fit anyhow.
        assert_eq!([noticed(5, 5, 24), noticed(5, 5, 25)], [0, 1]);
    }

    #[test]
    fn a_state_needs_somebody_who_vouches_for_it() {
        let count = |state, writer: &str, readers| {
            let mut found = Findings::default();
            let review = Review { writer: writer.to_owned(), readers };
            state_is_true("x", state, (readers > 0 || !writer.is_empty()).then_some(&review), &mut found);
            found.errors()
        };
        assert_eq!(count(State::Machine, "", 0), 0);
        assert_eq!([count(State::Written, "", 0), count(State::Written, "Ann Peeters", 0)], [1, 0]);
        assert_eq!([count(State::Tested, "", 0), count(State::Tested, "", 2), count(State::Tested, "", 3)], [1, 1, 0]);
    }

    #[test]
    fn three_taps_lead_to_the_first_question() {
        let mistakes = |steps: &[&str]| {
            let mut found = Findings::default();
            let mut files = lesson("", "");
            let steps = steps.iter().map(|step| format!("[[steps]]\nid = \"s\"\n{step}\n")).collect::<String>();
            files.plan = toml::from_str(&format!("revision = 1\nminutes = 1\n{steps}")).unwrap();
            first_question_soon(&LessonId::new("x").unwrap(), &files, &mut found);
            found.errors()
        };
        let (tell, show) = ("part = \"situation\"\nkind = \"tell\"", "part = \"show\"\nkind = \"device\"");
        let ask = "part = \"help\"\nkind = \"choose\"";
        assert_eq!([mistakes(&[tell, show, ask]), mistakes(&[tell, tell, show, ask])], [0, 1]);
        assert_eq!(mistakes(&[tell, show, ask, tell, tell]), 0);
    }

    #[test]
    fn a_lesson_that_takes_longer_than_five_minutes_is_too_long() {
        let mistakes = |sentences: usize| {
            let mut found = Findings::default();
            let say = vec!["\"Kijk.\""; sentences].join(", ");
            let files = lesson(&format!("say = [{say}]\nmore = [\"Kijk.\"]\nask = \"Wat nu?\""), "");
            short_enough("x", "nl", &files, &files.words["nl"], &mut found);
            found.errors()
        };
        // The question takes 25 seconds and its sentence 4, which leaves 271 for sentences of 4; `more` does not count.
        assert_eq!([mistakes(67), mistakes(68)], [0, 1]);
    }
}
