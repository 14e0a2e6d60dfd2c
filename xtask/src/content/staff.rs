//! The courses for coaches and managers. They play in the same player and stay out of everything that a worker's app lists: their list is a
//! file of its own, which only a coach's page asks for.

use super::check::Findings;
use super::read::Content;
use super::scripts;

/// The languages in which these courses are complete. Others may have them.
pub const LANGUAGES: &[&str] = &["nl", "en", "fr", "de"];

/// The published list of these courses in a language, by its name in the content folder; of the same shape as the worker's.
pub fn catalogue(code: &str) -> String {
    format!("{}catalogue.{code}.json", scripts::FOLDER)
}

/// Each lesson has its words in every language of [`LANGUAGES`], and no script: its coach is the learner.
pub fn check(content: &Content, found: &mut Findings) {
    for (id, files) in content.lessons.iter().filter(|(id, _)| content.audience(id).is_staff()) {
        for code in LANGUAGES.iter().filter(|code| !files.words.contains_key(**code)) {
            found.error(format!("content/lessons/{id}/{code}.toml: is missing. Write it"));
        }
        for code in files.words.iter().filter(|(_, words)| words.coach.is_some()).map(|(code, _)| code) {
            found.error(format!(
                "content/lessons/{id}/{code}.toml: `[coach]` is for lessons of workers. Take it out, since nobody reads it"
            ));
        }
    }
}
