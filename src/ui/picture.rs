//! Pictures of the shared library, always on a light plate.

use leptos::prelude::*;

/// Where pictures are, with a `/` at the end.
#[derive(Clone)]
pub struct PictureFolder(pub String);

/// A picture that says something of its own.
pub fn picture(id: &str, alt: &str) -> AnyView {
    let folder: PictureFolder = expect_context();
    view! { <img class="picture" src=format!("{}{id}.svg", folder.0) alt=alt.to_owned()/> }.into_any()
}

/// A picture that repeats the words beside it.
pub fn decoration(id: &str) -> AnyView {
    picture(id, "")
}
