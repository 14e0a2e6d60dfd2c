//! The pages that a translator looks at beside the table: card by card, with the pictures, both languages side by side.

use super::rows::{Pair, Place, Row, WordsFile};
use crate::content::pictures;
use crate::content::read::Content;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::ids::PictureId;
use engine::plan::{Plan, PlanBlock, PlanStep};
use maud::{DOCTYPE, Markup, html};
use std::collections::BTreeMap;
use std::path::PathBuf;

const STYLE: &str = include_str!("page.css");

/// Makes the pages of a language.
pub struct Pages<'a> {
    content: &'a Content,
    pair: &'a Pair<'a>,
    drawings: PathBuf,
}

impl<'a> Pages<'a> {
    pub fn new(content: &'a Content, pair: &'a Pair<'a>) -> Self {
        Self { content, pair, drawings: content.root.join("pictures") }
    }

    /// All pages by the names of their files.
    pub fn all(&self, files: &[WordsFile]) -> BTreeMap<String, String> {
        let mut pages = BTreeMap::new();
        let mut links = vec![];
        for file in files {
            let (name, inside) = match &file.place {
                Place::Lesson(id) => match self.content.lessons.get(id) {
                    Some(lesson) => (id.to_string(), self.lesson(&lesson.plan, file)),
                    None => continue,
                },
                Place::Pictures => ("pictures".to_owned(), self.pictures(file)),
                Place::App | Place::Course | Place::Paths | Place::HardWords => continue,
            };
            let page = format!("{name}.html");
            let open = file.rows.iter().filter(|row| row.state.name() != "done").count();
            links.push(html! { li { a href=(page) { (name) } @if open > 0 { " (" (open) " to do)" } } });
            pages.insert(page, self.page(&name, &html! { h1 { (name) } (inside) }));
        }
        let heading = format!("{} from {}", self.pair.code, self.pair.from);
        let list = html! {
            h1 { (heading) }
            p { "Write in the table " code { (self.pair.code) ".csv" } "; these pages show where each sentence stands." }
            ul { @for link in &links { (link) } }
        };
        pages.insert("index.html".to_owned(), self.page(&heading, &list));
        pages
    }

    fn page(&self, title: &str, inside: &Markup) -> String {
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) " – " (self.pair.code) }
                    style { (maud::PreEscaped(STYLE)) }
                }
                body { main { (inside) } }
            }
        };
        page.into_string()
    }

    fn lesson(&self, plan: &Plan, file: &WordsFile) -> Markup {
        let belongs = |row: &&Row, id: &str| row.key.split('.').next() == Some(id);
        let head: Vec<_> = file.rows.iter().filter(|row| matches!(row.key.as_str(), "title" | "can")).collect();
        let mut cards = vec![self.section("the lesson", plan.picture.iter(), &head, &BTreeMap::new())];
        let items: Vec<_> = file.rows.iter().filter(|row| belongs(row, "items")).collect();
        for (number, step) in plan.steps.iter().enumerate() {
            let rows: Vec<_> = file.rows.iter().filter(|row| belongs(row, step.id.as_str())).collect();
            let title = format!("card {}: {} ({})", number + 1, step.id, format!("{:?}", step.kind).to_lowercase());
            let shown = step.picture.iter().chain(scenes(plan, step));
            cards.push(self.section(&title, shown, &rows, &own_pictures(step)));
        }
        let on_screens = plan.pictures.iter().map(|(id, picture)| (format!("items.{id}"), picture)).collect();
        cards.push(self.section("words on screens and papers", [].iter(), &items, &on_screens));
        let known = |row: &&Row| plan.steps.iter().any(|step| belongs(row, step.id.as_str())) || belongs(row, "items");
        let others: Vec<_> =
            file.rows.iter().filter(|row| !known(row) && !matches!(row.key.as_str(), "title" | "can")).collect();
        if !others.is_empty() {
            cards.push(self.section("beside the cards", [].iter(), &others, &BTreeMap::new()));
        }
        html! { @for card in &cards { (card) } }
    }

    fn pictures(&self, file: &WordsFile) -> Markup {
        let ids = self.content.credits.keys().map(|id| (id.to_string(), id)).collect();
        let rows: Vec<_> = file.rows.iter().collect();
        self.section("what each picture shows", [].iter(), &rows, &ids)
    }

    /// Pictures, and below them the sentences, each beside its own picture if it has one.
    fn section<'b>(
        &self,
        title: &str,
        shown: impl Iterator<Item = &'b PictureId>,
        rows: &[&Row],
        own: &BTreeMap<String, &PictureId>,
    ) -> Markup {
        let shown = shown.map(|id| self.picture(id)).collect::<Vec<_>>();
        let mut lines = vec![];
        for row in rows {
            let picture = own.get(row.key.as_str()).map(|id| self.picture(id));
            lines.push(html! {
                tr class=(row.state.name()) {
                    th scope="row" { @if let Some(picture) = &picture { (picture) } (row.card) br; code { (row.key) } }
                    td lang=(self.pair.from) dir=(self.direction(self.pair.from)) { (row.source.as_deref().unwrap_or_default()) }
                    td lang=(self.pair.code) dir=(self.direction(self.pair.code)) { (row.text) }
                    td { (row.state.name()) @if !row.why().is_empty() { br; small { (row.why()) } } }
                }
            });
        }
        html! {
            section {
                h2 { (title) }
                @for picture in &shown { (picture) }
                table {
                    tr { th scope="col" {} th scope="col" { (self.pair.from) } th scope="col" { (self.pair.code) } th scope="col" { "state" } }
                    @for line in &lines { (line) }
                }
            }
        }
    }

    fn direction(&self, code: &str) -> &'static str {
        self.content.languages.iter().find(|language| language.code == code).map_or("ltr", |line| line.direction())
    }

    /// The drawing inside the page, so that a page is one file to send. Its name where it cannot be drawn, which `check` tells: a translator can go on.
    fn picture(&self, id: &PictureId) -> Markup {
        match pictures::compose(&self.drawings, id.as_str()) {
            Ok(drawing) => {
                html! { img src=(format!("data:image/svg+xml;base64,{}", STANDARD.encode(drawing))) alt=(id); }
            }
            Err(_) => html! { code { (id) } },
        }
    }
}

/// The pictures of the views that a card shows.
fn scenes<'a>(plan: &'a Plan, step: &'a PlanStep) -> impl Iterator<Item = &'a PictureId> {
    let views = step.view.iter().chain(&step.start).chain(&step.goal).filter_map(|id| plan.views.get(id));
    let of_block = |block: &'a PlanBlock| block.picture.iter().chain(&block.scene);
    views.flat_map(|view| &view.blocks).flat_map(of_block)
}

/// The pictures that stand beside one sentence of a card, by its key.
fn own_pictures(step: &PlanStep) -> BTreeMap<String, &PictureId> {
    let id = &step.id;
    let mut all = BTreeMap::new();
    for list in ["options", "items", "pairs"] {
        all.extend(step.pictures.iter().map(|(item, picture)| (format!("{id}.{list}.{item}"), picture)));
    }
    for turn in &step.turns {
        let of_reply = |(item, picture)| (format!("{id}.turns.{}.replies.{item}", turn.id), picture);
        all.extend(turn.pictures.iter().map(of_reply));
    }
    all
}
