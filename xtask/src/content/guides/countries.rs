//! `content/countries/`: the countries of B-WISE and their own words for what has another name in each.

use super::super::check::Findings;
use super::{Line, State, same_ids};
use easy_language::Kind;
use engine::guide::{COUNTRIES, Countries, Country, NationalWord, Term};
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = "content/countries/countries.toml";

/// `countries.toml`
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub(super) country: Vec<CountryPlan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountryPlan {
    code: String,
    terms: Vec<TermPlan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermPlan {
    meaning: String,
    #[serde(rename = "state")]
    _state: State,
    words: Vec<NationalWord>,
}

/// `<lang>.toml`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    #[serde(rename = "state")]
    _state: State,
    meanings: BTreeMap<String, String>,
    countries: BTreeMap<String, String>,
}

/// These thirteen countries, each with words.
pub(super) fn check(plan: &Plan, found: &mut Findings) {
    let mut codes: Vec<&str> = plan.country.iter().map(|country| country.code.as_str()).collect();
    codes.sort_unstable();
    if codes != COUNTRIES {
        found.error(format!("{FILE}: the countries are {codes:?}. They must be {COUNTRIES:?}"));
    }
    for CountryPlan { code, terms } in &plan.country {
        if terms.is_empty() || terms.iter().any(|term| term.words.is_empty()) {
            found.error(format!("{FILE}, {code}: a list without words. Write them, or take the term out"));
        }
        let words = terms.iter().flat_map(|term| &term.words);
        for NationalWord { lang, text } in words.filter(|word| word.lang.len() != 2 || word.text.trim().is_empty()) {
            found.error(format!("{FILE}, {code}: `{lang}` «{text}». Write a language of two letters and a word"));
        }
    }
}

/// Every country and every meaning has its name.
pub(super) fn check_words(plan: &Plan, words: &Words, code: &str, found: &mut Findings) {
    let file = format!("content/countries/{code}.toml");
    let countries = plan.country.iter().map(|country| country.code.as_str());
    same_ids(&format!("{file}, countries"), countries, &words.countries, found);
    let terms = plan.country.iter().flat_map(|country| &country.terms);
    same_ids(&format!("{file}, meanings"), terms.map(|term| term.meaning.as_str()), &words.meanings, found);
}

/// Every text of ours; national words are names of things.
pub(super) fn lines(words: &Words) -> Vec<Line<'_>> {
    let lines = words.meanings.iter().map(|(id, text)| (format!("meanings.{id}"), Kind::Document, text.as_str()));
    lines
        .chain(words.countries.iter().map(|(id, text)| (format!("countries.{id}"), Kind::Document, text.as_str())))
        .collect()
}

/// What is published, by the names of the countries; nothing if a word is missing.
pub(super) fn publish(plan: &Plan, words: &Words) -> Option<Countries> {
    let term =
        |one: &TermPlan| Some(Term { meaning: words.meanings.get(&one.meaning)?.clone(), words: one.words.clone() });
    let country = |one: &CountryPlan| {
        let terms = one.terms.iter().map(term).collect::<Option<_>>()?;
        Some(Country { code: one.code.clone(), name: words.countries.get(&one.code)?.clone(), terms })
    };
    let mut countries = plan.country.iter().map(country).collect::<Option<Vec<_>>>()?;
    // As a dictionary has them: Ö beside O.
    countries.sort_by_key(|country| country.name.replace('Ö', "O"));
    Some(Countries { countries })
}
