//! Marks the hard words of a lesson: the first use on each card, and what they mean beside the cards.

use super::glossary::Glossary;
use easy_language::{Language, soften, terms_in};
use engine::ids::ItemId;
use engine::lesson::{Card, Lesson, Term};
use engine::text::Text;
use std::collections::BTreeSet;

/// Marks the hard words of the glossary in what a card says to the reader, and lays their explanations into the lesson. Answers and the
/// words of an imitated device stay as they are: a tap on them means something else.
pub fn mark_terms(lesson: &mut Lesson, language: Language, glossary: &Glossary) {
    let forms: Vec<(&str, &ItemId)> =
        glossary.terms.iter().flat_map(|(id, term)| term.words.iter().map(move |word| (word.as_str(), id))).collect();
    let mut used = BTreeSet::new();
    for step in &mut lesson.steps {
        let mut marker = Marker { language, forms: &forms, marked: BTreeSet::new() };
        marker.mark(&mut step.heading);
        step.say.iter_mut().chain(&mut step.more).chain(&mut step.hint).for_each(|text| marker.mark(text));
        if let Card::Chat(turns) = &mut step.card {
            turns.iter_mut().for_each(|turn| marker.mark(&mut turn.hint));
        }
        step.reason.iter_mut().for_each(|text| marker.mark(text));
        used.extend(marker.marked);
    }
    let soft = |text: &String| Text::from(soften(language, text));
    for (id, term) in glossary.terms.iter().filter(|(id, _)| used.contains(*id)) {
        let Some(word) = term.words.first().map(soft) else { continue };
        let says = term.says.iter().map(soft).collect();
        lesson.terms.insert(id.clone(), Term { word, says, picture: term.picture.clone() });
    }
}

struct Marker<'a> {
    language: Language,
    forms: &'a [(&'a str, &'a ItemId)],
    /// On this card.
    marked: BTreeSet<&'a ItemId>,
}

impl Marker<'_> {
    fn mark(&mut self, text: &mut Text) {
        let own = text.own();
        let forms: Vec<&str> = self.forms.iter().map(|(form, _)| *form).collect();
        let (mut marked, mut done) = (String::new(), 0);
        for place in terms_in(self.language, own, &forms) {
            let Some((_, term)) = self.forms.get(place.form) else { continue };
            let (Some(before), Some(word)) = (own.get(done..place.place.start), own.get(place.place.clone())) else {
                continue;
            };
            if self.marked.insert(term) {
                marked.push_str(&format!("{before}[{word}|{term}]"));
                done = place.place.end;
            }
        }
        if done > 0 {
            marked.push_str(own.get(done..).unwrap_or_default());
            *text = marked.into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::glossary;

    fn glossary() -> Glossary {
        let term = |words: &[&str]| glossary::Term {
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            says: vec!["Een kaart.".to_owned()],
            picture: engine::ids::PictureId::new("badge").unwrap(),
        };
        let id = |text| ItemId::new(text).unwrap();
        let terms = [(id("badge"), term(&["badge", "badges"])), (id("clock"), term(&["prikklok"]))];
        Glossary { terms: terms.into(), ..Glossary::default() }
    }

    fn marked(texts: &[&str]) -> Vec<String> {
        let glossary = glossary();
        let forms: Vec<_> = glossary
            .terms
            .iter()
            .flat_map(|(id, term)| term.words.iter().map(move |word| (word.as_str(), id)))
            .collect();
        let mut marker = Marker { language: Language::Nl, forms: &forms, marked: BTreeSet::new() };
        let mark = |text: &&str| {
            let mut text = Text::from(*text);
            marker.mark(&mut text);
            text.own().to_owned()
        };
        texts.iter().map(mark).collect()
    }

    #[test]
    fn the_first_use_on_a_card_is_marked_as_it_stands() {
        let marked = marked(&["Badges?\nNeem je badge.", "De prikklok leest je badge."]);
        assert_eq!(marked, ["[Badges|badge]?\nNeem je badge.", "De [prikklok|clock] leest je badge."]);
    }

    #[test]
    fn a_text_without_a_hard_word_stays_as_it_is() {
        assert_eq!(marked(&["Ga naar de deur."]), ["Ga naar de deur."]);
    }
}
