//! Pictures of the shared library, always on a light plate.

use leptos::prelude::*;
use std::sync::Arc;

/// Finds a drawing by the id of its picture.
pub type FindDrawing = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// Where pictures come from.
#[derive(Clone)]
pub struct Pictures {
    /// The folder of single pictures, with a `/` at the end.
    pub folder: String,
    /// Drawings that came in one file with a lesson, asked for by id: thirty small files would take thirty turns on a slow network.
    pub drawing: FindDrawing,
}

impl Pictures {
    fn source(&self, id: &str) -> String {
        match (self.drawing)(id) {
            // Only what is special in an address needs to be escaped; a picture holds neither `#` names nor `%`.
            Some(drawing) => format!("data:image/svg+xml,{}", drawing.replace('%', "%25").replace('#', "%23")),
            None => format!("{}{id}.svg", self.folder),
        }
    }
}

/// A picture that says something of its own.
pub fn picture(id: &str, alt: &str) -> AnyView {
    let pictures: Pictures = expect_context();
    view! { <img class="picture" src=pictures.source(id) alt=alt.to_owned()/> }.into_any()
}

/// A picture that repeats the words beside it.
pub fn decoration(id: &str) -> AnyView {
    picture(id, "")
}
