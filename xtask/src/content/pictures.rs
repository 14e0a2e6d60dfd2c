//! Composes pictures: an `<image href="x.svg">` in a scene is replaced by the drawing it names, so that a scene is one small file.

use super::guides;
use super::read::{Content, toml_file};
use anyhow::{Context, Result, bail};
use engine::ids::PictureId;
use engine::plan::Plan;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// How deep scenes may stand in scenes.
const DEEPEST: usize = 4;

/// The picture with every other picture it names put in.
///
/// # Errors
/// Names the file that is missing, is no SVG, or holds what a picture may not hold.
pub fn compose(folder: &Path, id: &str) -> Result<String> {
    let drawing = read(folder, id, 0)?;
    Ok(drawing.text)
}

/// Every picture that something shows: a lesson, a course, the app itself (`app.toml`), or another picture.
///
/// # Errors
/// When `app.toml` cannot be read.
pub fn used(content: &Content) -> Result<BTreeSet<PictureId>> {
    let folder = content.root.join("pictures");
    let app: AppPictures = toml_file(&folder.join("app.toml"))?;
    let mut used: BTreeSet<PictureId> = app.pictures.into_iter().collect();
    used.extend(content.courses.iter().map(|course| course.plan.picture.clone()));
    let terms = content.glossaries.values().flat_map(|glossary| glossary.terms.values());
    used.extend(terms.map(|term| term.picture.clone()));
    used.extend(guides::pictures(content));
    used.extend(content.lessons.values().flat_map(|files| of_lesson(&files.plan)));
    let mut waiting: Vec<PictureId> = used.iter().cloned().collect();
    while let Some(id) = waiting.pop() {
        let text = fs::read_to_string(folder.join(format!("{id}.svg"))).unwrap_or_default();
        for name in text.split("href=\"").skip(1).filter_map(|rest| rest.split(".svg").next()) {
            if let Ok(inside) = PictureId::new(name)
                && used.insert(inside.clone())
            {
                waiting.push(inside);
            }
        }
    }
    Ok(used)
}

/// Every picture that a lesson shows.
fn of_lesson(plan: &Plan) -> BTreeSet<PictureId> {
    let mut used: BTreeSet<PictureId> = plan.picture.iter().chain(plan.pictures.values()).cloned().collect();
    for step in &plan.steps {
        used.extend(step.picture.clone());
        used.extend(step.pictures.values().chain(step.meanings.values()).cloned());
        used.extend(step.turns.iter().flat_map(|turn| turn.pictures.values()).cloned());
    }
    let blocks = plan.views.values().flat_map(|view| &view.blocks);
    used.extend(blocks.flat_map(|block| block.picture.iter().chain(&block.scene)).cloned());
    used
}

/// The drawings of a lesson, by picture: one file instead of thirty small ones. With those of the page at its end and the finger.
///
/// # Errors
/// When a picture cannot be composed.
pub fn drawings(folder: &Path, plan: &Plan) -> Result<BTreeMap<PictureId, String>> {
    let app = ["star", "finger"].into_iter().filter_map(|id| PictureId::new(id).ok());
    of_lesson(plan).into_iter().chain(app).map(|id| Ok((id.clone(), compose(folder, id.as_str())?))).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AppPictures {
    pictures: Vec<PictureId>,
}

struct Drawing {
    view_box: String,
    /// The whole file.
    text: String,
    /// What is inside `<svg>`.
    inner: String,
}

fn read(folder: &Path, id: &str, depth: usize) -> Result<Drawing> {
    let path = folder.join(format!("{id}.svg"));
    let text = fs::read_to_string(&path)
        .with_context(|| format!("content/pictures/{id}.svg: cannot be read. Add the picture"))?;
    compose_text(&text, &|other| {
        if depth >= DEEPEST {
            bail!("pictures stand in each other more than {DEEPEST} deep");
        }
        read(folder, other, depth + 1)
    })
    .with_context(|| format!("content/pictures/{id}.svg"))
}

fn compose_text(text: &str, other: &dyn Fn(&str) -> Result<Drawing>) -> Result<Drawing> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().trim_text(true);
    let mut inner = Writer::new(vec![]);
    let mut view_box = None;
    let mut depth = 0_usize;
    loop {
        match reader.read_event()? {
            Event::Eof => break,
            Event::Start(tag) if depth == 0 => {
                if tag.name().as_ref() != b"svg" {
                    bail!("the outermost element must be svg");
                }
                view_box = attribute(&tag, "viewBox")?;
                depth = 1;
            }
            Event::Start(tag) if tag.name().as_ref() == b"image" => {
                place(&mut inner, &tag, other)?;
                reader.read_to_end(tag.to_end().name())?;
            }
            Event::Empty(tag) if tag.name().as_ref() == b"image" => place(&mut inner, &tag, other)?,
            Event::Start(tag) => {
                allowed(&tag)?;
                depth += 1;
                inner.write_event(Event::Start(tag))?;
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                if depth > 0 {
                    inner.write_event(Event::End(tag))?;
                }
            }
            Event::Empty(tag) => {
                allowed(&tag)?;
                inner.write_event(Event::Empty(tag))?;
            }
            Event::Comment(_) | Event::Decl(_) | Event::DocType(_) | Event::PI(_) => {}
            event => inner.write_event(event)?,
        }
    }
    let view_box = view_box.context("svg needs a viewBox")?;
    let inner = String::from_utf8(inner.into_inner())?;
    let text = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}">{inner}</svg>"#);
    Ok(Drawing { view_box, text, inner })
}

/// Drawings only: nothing that runs, loads or links.
fn allowed(tag: &BytesStart<'_>) -> Result<()> {
    const DRAWN: [&str; 12] =
        ["g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "clipPath", "defs"];
    let name = tag.name();
    let name = std::str::from_utf8(name.as_ref())?;
    if !DRAWN.contains(&name) {
        bail!("`{name}` may not stand in a picture. Use shapes, paths, groups and images of other pictures");
    }
    for attribute in tag.attributes() {
        let key = attribute?.key;
        if key.as_ref().starts_with(b"on") || key.as_ref().ends_with(b"href") || key.as_ref() == b"style" {
            bail!("the attribute `{}` may not stand in a picture", String::from_utf8_lossy(key.as_ref()));
        }
    }
    Ok(())
}

fn place(out: &mut Writer<Vec<u8>>, tag: &BytesStart<'_>, other: &dyn Fn(&str) -> Result<Drawing>) -> Result<()> {
    let href = attribute(tag, "href")?.context("image needs an href")?;
    let id = href.strip_suffix(".svg").with_context(|| format!("`{href}` is not a picture of the library"))?;
    let drawing = other(id)?;
    let mut group = BytesStart::new("g");
    let mut box_of = BytesStart::new("svg");
    box_of.push_attribute(("viewBox", drawing.view_box.as_str()));
    for attribute in tag.attributes() {
        let attribute = attribute?;
        match attribute.key.as_ref() {
            b"href" => {}
            b"x" | b"y" | b"width" | b"height" => box_of.push_attribute(attribute),
            _ => group.push_attribute(attribute),
        }
    }
    let grouped = group.attributes().next().is_some();
    if grouped {
        out.write_event(Event::Start(group.borrow()))?;
    }
    out.write_event(Event::Start(box_of.borrow()))?;
    out.get_mut().extend_from_slice(drawing.inner.as_bytes());
    out.write_event(Event::End(box_of.to_end()))?;
    if grouped {
        out.write_event(Event::End(group.to_end()))?;
    }
    Ok(())
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    let found = tag.try_get_attribute(name)?;
    found.map(|attribute| Ok(String::from_utf8(attribute.value.into_owned())?)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Result<String> {
        let box_drawing = |_: &str| {
            Ok(Drawing { view_box: "0 0 72 72".into(), text: String::new(), inner: "<path d=\"M0 0\"/>".into() })
        };
        Ok(compose_text(text, &box_drawing)?.text)
    }

    #[test]
    fn a_scene_holds_the_drawings_it_names() {
        let scene =
            r#"<svg viewBox="0 0 360 240"><image href="package.svg" x="1" y="2" width="96" height="96"/></svg>"#;
        let made = one(scene).unwrap();
        assert!(
            made.contains(r#"<svg viewBox="0 0 72 72" x="1" y="2" width="96" height="96"><path d="M0 0"/></svg>"#),
            "{made}"
        );
        assert!(!made.contains("<image"));
    }

    #[test]
    fn a_mirrored_drawing_keeps_its_transform() {
        let made =
            one(r#"<svg viewBox="0 0 1 1"><image href="a.svg" width="9" transform="scale(-1 1)"/></svg>"#).unwrap();
        assert!(made.contains(r#"<g transform="scale(-1 1)"><svg"#), "{made}");
    }

    #[test]
    fn a_picture_can_not_run_or_load_anything() {
        for bad in [
            r#"<svg viewBox="0 0 1 1"><script>1</script></svg>"#,
            r#"<svg viewBox="0 0 1 1"><path onclick="1"/></svg>"#,
            r#"<svg viewBox="0 0 1 1"><use href="x"/></svg>"#,
            r#"<svg viewBox="0 0 1 1"><image href="https://x.example/y.png"/></svg>"#,
            "<html></html>",
        ] {
            assert!(one(bad).is_err(), "{bad}");
        }
    }
}
