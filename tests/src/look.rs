//! Eyes: finds things as a person does, by role and name, among what is really seen. The browser itself says the name and the
//! role of what was found.

use std::sync::Arc;

use http::Method;
use serde::Deserialize;
use serde_json::Value;
use thirtyfour::WebElement;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::error::WebDriverErrorInner;

use crate::browser::Browser;

/// How scripts of the tests begin.
pub const EYES: &str = include_str!("look.js");

/// Something that was found.
#[derive(Clone)]
pub struct Thing {
    pub element: WebElement,
    /// As the browser computes it for a screen reader, without soft hyphens.
    pub name: String,
}

/// A part of the page, as a person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    Page,
    /// Between the bars.
    Card,
    /// Below the card.
    Bar,
}

/// How well a name fits the wanted one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    /// The wanted name, then a comma and how things stand: "Badge, place 2".
    WithState,
    /// The wanted words among others: a row with its value, a reply that was tried.
    Among,
}

/// A text as it is read: without soft hyphens, one space between words.
pub fn plain(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fit(name: &str, wanted: &str) -> Option<Fit> {
    if name == wanted {
        return Some(Fit::Exact);
    }
    if name.strip_prefix(wanted).is_some_and(|rest| rest.starts_with(',') || rest.starts_with(" ,")) {
        return Some(Fit::WithState);
    }
    let (start, end) = name.find(wanted).map(|start| (start, start + wanted.len()))?;
    let is_edge = |text: Option<char>| text.is_none_or(|letter| !letter.is_alphanumeric());
    let whole = is_edge(name[..start].chars().next_back()) && is_edge(name[end..].chars().next());
    whole.then_some(Fit::Among)
}

#[derive(Deserialize)]
struct Candidate {
    element: Value,
    name: String,
    enabled: bool,
    /// In the bar below.
    bar: bool,
    /// In the bar above.
    top: bool,
    /// A word of a sentence that can be explained: a button too, but nobody looks there for what a card asks for.
    word: bool,
}

/// Asks the browser what a screen reader is told.
#[derive(Debug)]
struct Computed {
    endpoint: String,
}

impl ExtensionCommand for Computed {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> Method {
        Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        self.endpoint.as_str().into()
    }
}

impl Browser {
    /// Everything of a role that is seen and enabled and whose name and place fit best.
    #[track_caller]
    fn look(&self, region: Region, role: &str, wanted: &str) -> Vec<Thing> {
        let script = format!(
            "{EYES} return all(arguments[0]).map(e => ({{ element: e, name: roughName(e), enabled: !e.disabled, bar: !!e.closest('footer'), top: !!e.closest('header'), word: e.matches('.term') }}))"
        );
        let found: Vec<Candidate> = serde_json::from_value(self.script(&script, vec![role.into()])).unwrap();
        let wanted = plain(wanted);
        let elsewhere = |one: &Candidate| match region {
            Region::Page => false,
            Region::Card => one.bar || one.top,
            Region::Bar => !one.bar,
        };
        let rank = |one: &Candidate| Some((fit(&one.name, &wanted)?, elsewhere(one), one.word));
        // An imitated device may have a button of the same name as the bar, and the bar's own may not be there yet.
        let is_there = |one: &&Candidate| one.enabled && (region != Region::Bar || one.bar);
        let ranked: Vec<_> = found.iter().filter(is_there).filter_map(|one| Some((rank(one)?, one))).collect();
        let best = ranked.iter().map(|(rank, _)| *rank).min();
        let things = ranked.iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, one)| {
            let element = WebElement::from_json(one.element.clone(), self.web().handle().clone()).unwrap();
            Thing { element, name: one.name.clone() }
        });
        things.collect()
    }

    /// Waits for a thing with a role and a name, in a part of the page if there are more. The browser's own role and name of it
    /// must be the same.
    #[track_caller]
    pub fn find_in(&self, region: Region, role: &str, name: &str) -> Thing {
        let (mut thing, computed) = self.until(&format!("a {role} \"{name}\""), || {
            // The first card that is there before the app goes away in a moment, with all that was found on it.
            let is_early = "return document.documentElement.hasAttribute('data-early')";
            if self.script(is_early, vec![]) == Value::Bool(true) {
                return None;
            }
            let thing = self.look(region, role, name).into_iter().next()?;
            if !self.engine().tells_names() {
                return Some((thing, None));
            }
            // The page may be drawn anew in between, and what has just been drawn is told to screen readers a moment later.
            let computed_role = self.computed(&thing.element, "role")?;
            let computed_name = plain(&self.computed(&thing.element, "label")?);
            (!computed_name.is_empty()).then_some((thing, Some((computed_role, computed_name))))
        });
        let Some((computed_role, computed_name)) = computed else { return thing };
        assert_eq!(computed_role, role, "the role of \"{name}\"");
        assert!(
            fit(&computed_name, &plain(name)).is_some(),
            "seen is \"{}\", but a screen reader says \"{computed_name}\"",
            thing.name
        );
        thing.name = computed_name;
        thing
    }

    /// Waits for a thing with a role and a name: the first one, if there are more.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Thing {
        self.find_in(Region::Page, role, name)
    }

    /// The names of everything of a role that is seen now.
    #[track_caller]
    pub fn names(&self, role: &str) -> Vec<String> {
        let script = format!("{EYES} return all(arguments[0]).map(roughName)");
        serde_json::from_value(self.script(&script, vec![role.into()])).unwrap()
    }

    /// Whether there is a thing with this role and name now.
    #[track_caller]
    pub fn sees(&self, role: &str, name: &str) -> bool {
        self.names(role)
            .iter()
            .any(|seen| fit(seen, &plain(name)) <= Some(Fit::WithState) && fit(seen, &plain(name)).is_some())
    }

    /// The first heading of the app; nothing as long as only the first card is there (`start/early.js`).
    #[track_caller]
    pub fn heading(&self) -> String {
        let heading = "return document.documentElement.hasAttribute('data-early') ? '' : document.querySelector('h1')?.innerText ?? ''";
        plain(self.script(heading, vec![]).as_str().unwrap_or_default())
    }

    /// Waits for a page with this heading.
    #[track_caller]
    pub fn until_heading(&self, heading: &str) {
        let wanted = plain(heading);
        self.until(&format!("the heading \"{wanted}\""), || (self.heading() == wanted).then_some(()));
    }

    /// Waits until a sentence can be read on the page.
    #[track_caller]
    pub fn until_says(&self, sentence: &str) {
        let wanted = plain(sentence);
        self.until(&format!("the sentence \"{wanted}\""), || self.says(&wanted).then_some(()));
    }

    /// Whether a sentence can be read on the page now.
    #[track_caller]
    pub fn says(&self, sentence: &str) -> bool {
        plain(self.script("return document.body.innerText", vec![]).as_str().unwrap_or_default())
            .contains(&plain(sentence))
    }

    /// Role and name of what has the focus, as a screen reader says them.
    #[track_caller]
    pub fn focused(&self) -> (String, String) {
        let web = self.web();
        let element = self.wait(async { web.active_element().await });
        let computed = |what: &str| self.computed(&element, what).unwrap_or_default();
        (computed("role"), plain(&computed("label")))
    }

    /// What a screen reader is told of an element; nothing if it is not on the page any more.
    #[track_caller]
    fn computed(&self, element: &WebElement, what: &str) -> Option<String> {
        let endpoint = format!("/element/{}/computed{what}", element.element_id());
        let web = self.web();
        self.wait(async {
            match web.cmd(Command::ExtensionCommand(Box::new(Computed { endpoint }))).await {
                Ok(answer) => answer.value().map(Some),
                Err(error) if matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_)) => Ok(None),
                Err(error) => Err(error),
            }
        })
    }
}
