//! The words of a lesson on the screen: sentence by sentence, hard words to be tapped, and below them the same in the reader's own
//! language.

use crate::ui;
use crate::words::Tongue;
use engine::ids::ItemId;
use engine::text::{self, Piece, Text};
use leptos::prelude::*;

/// What a lesson's page lends to the texts on it.
#[derive(Clone, Copy)]
pub struct Reading {
    /// The language that the reader gets help in.
    pub help: Option<Tongue>,
    /// Explains a hard word.
    pub explain: Callback<ItemId>,
}

/// A text: its sentences, and below them the same in the reader's own language.
pub fn words(text: &Text) -> AnyView {
    let reading: Reading = expect_context();
    let own = sentences(text.own(), Some(reading.explain));
    let help = text.help().zip(reading.help).map(|(words, Tongue { lang, dir })| {
        view! { <span class="help-line" lang=lang dir=dir>{sentences(words, None)}</span> }
    });
    view! { {own}{help} }.into_any()
}

/// Texts, each on its own line.
pub fn lines(texts: &[Text], class: &'static str) -> AnyView {
    texts.iter().map(|text| view! { <p class=class>{words(text)}</p> }.into_any()).collect_view().into_any()
}

/// The question or first sentence of a card.
pub fn heading(text: &Text) -> AnyView {
    ui::heading_of(words(text))
}

fn sentences(text: &str, explain: Option<Callback<ItemId>>) -> AnyView {
    let one = |sentence| {
        // The space twice, as in `ui::said`.
        let sentence = format!("{sentence} ");
        let pieces = text::pieces(&sentence).into_iter().map(|piece| self::piece(piece, explain));
        view! { <span class="sentence">{pieces.collect_view()}</span>" " }.into_any()
    };
    text::sentences(text).map(one).collect_view().into_any()
}

fn piece(piece: Piece<'_>, explain: Option<Callback<ItemId>>) -> AnyView {
    let (word, id, signs) = match piece {
        Piece::Plain(words) => return words.to_owned().into_any(),
        Piece::Term { word, term, signs } => (word.to_owned(), ItemId::new(term).ok(), signs.to_owned()),
    };
    let (Some(id), Some(explain)) = (id, explain) else { return format!("{word}{signs}").into_any() };
    view! { <span class="keep"><button type="button" class="term" aria-haspopup="dialog" on:click=ui::tap(move |_| explain.run(id.clone()))>{word}</button>{signs}</span> }
        .into_any()
}
