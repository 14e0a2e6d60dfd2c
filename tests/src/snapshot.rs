//! The page as the browser tells it to screen readers: a tree of roles, names and states, as text.

use std::collections::HashMap;
use std::fmt::Write;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::look::plain;

/// Roles that tell nothing by themselves.
const SILENT: [&str; 8] =
    ["none", "generic", "InlineTextBox", "LineBreak", "paragraph", "LabelText", "Legend", "ListMarker"];
/// States that are told.
const STATES: [&str; 8] = ["checked", "pressed", "expanded", "disabled", "level", "modal", "live", "readonly"];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    node_id: String,
    #[serde(default)]
    ignored: bool,
    role: Option<Said>,
    name: Option<Said>,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Said,
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    value: Value,
}

impl Said {
    fn text(&self) -> String {
        match &self.value {
            Value::String(text) => plain(text),
            Value::Null => String::new(),
            other => other.to_string(),
        }
    }
}

/// A role with name and states, and what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    pub role: String,
    pub name: String,
    pub states: Vec<String>,
    pub inside: Vec<Branch>,
}

impl Branch {
    /// The tree as text. Of things of the same shape in a row the first three are told, so that a longer list is the same tree.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, 0);
        text
    }

    fn write(&self, text: &mut String, depth: usize) {
        let _ = write!(text, "{:indent$}{}", "", self.role, indent = depth * 2);
        if !self.name.is_empty() {
            let _ = write!(text, " \"{}\"", self.name);
        }
        for state in &self.states {
            let _ = write!(text, " {state}");
        }
        text.push('\n');
        for (place, branch) in self.inside.iter().enumerate() {
            let alike = |other: usize| self.inside[other].shape() == branch.shape();
            match place {
                place if place < 3 || (1..=3).any(|back| !alike(place - back)) => branch.write(text, depth + 1),
                place if place + 1 == self.inside.len() || !alike(place + 1) => {
                    let _ = writeln!(text, "{:indent$}… more of them", "", indent = depth * 2 + 2);
                }
                _ => {}
            }
        }
    }

    fn shape(&self) -> (&str, usize) {
        (&self.role, self.inside.len())
    }

    /// The first branch of a role.
    pub fn find(&self, role: &str) -> Option<&Self> {
        if self.role == role { Some(self) } else { self.inside.iter().find_map(|branch| branch.find(role)) }
    }

    /// All branches of a role, without what is in them.
    pub fn all(&self, role: &str) -> Vec<&Self> {
        let own = (self.role == role).then_some(self);
        own.into_iter().chain(self.inside.iter().flat_map(|branch| branch.all(role))).collect()
    }
}

/// The page as it is now.
///
/// # Panics
/// When the browser tells no tree.
#[track_caller]
pub fn of(browser: &Browser) -> Branch {
    let answer = browser.chromium("Accessibility.getFullAXTree", json!({}));
    let nodes: Vec<Node> = serde_json::from_value(answer["nodes"].clone()).unwrap();
    let root = nodes.first().expect("a tree").node_id.clone();
    let nodes: HashMap<String, Node> = nodes.into_iter().map(|node| (node.node_id.clone(), node)).collect();
    branches(&nodes, &root).into_iter().next().expect("a root")
}

fn branches(nodes: &HashMap<String, Node>, id: &str) -> Vec<Branch> {
    let Some(node) = nodes.get(id) else { return vec![] };
    let inside = || node.child_ids.iter().flat_map(|child| branches(nodes, child)).collect::<Vec<_>>();
    let said = |said: &Option<Said>| said.as_ref().map(Said::text).unwrap_or_default();
    let (role, name) = (said(&node.role), said(&node.name));
    if role == "InlineTextBox" {
        return vec![];
    }
    if node.ignored || SILENT.contains(&role.as_str()) {
        return inside();
    }
    // Every entry of a list has a level; only that of a heading tells something.
    let told = |name: &str| STATES.contains(&name) && (name != "level" || role == "heading");
    let states: Vec<_> = node.properties.iter().filter(|property| told(&property.name)).collect();
    let states = states
        .into_iter()
        .map(|property| (&property.name, property.value.text()))
        .filter(|(_, value)| value != "false");
    let states = states.map(|(name, value)| if value == "true" { name.clone() } else { format!("{name}={value}") });
    let mut inside = inside();
    // A name made of the words inside is told once.
    if !name.is_empty() {
        inside.retain(|branch| branch.role != "text" || !name.contains(&branch.name));
    }
    let role = if role == "StaticText" { "text".to_owned() } else { role };
    vec![Branch { role, name, states: states.collect(), inside }]
}
