use super::super::read::read as read_content;
use super::*;
use engine::guide;
use std::path::Path;

fn project() -> Content {
    read_content(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap()
}

fn mistakes(content: &Content) -> Vec<String> {
    let mut found = Findings::default();
    check(content, &mut found);
    found.errors
}

#[test]
fn what_a_guide_lacks_is_told_with_its_file_and_key() {
    let mut content = project();
    assert_eq!(mistakes(&content), Vec::<String>::new());
    let guides = &mut content.guides;
    guides.starting.words.get_mut("fr").unwrap().points.get_mut("tired-eyes").unwrap().know.clear();
    guides.manager.words.get_mut("de").unwrap().statements.remove("orders-lead");
    guides.manager.plan.statement[0].weights.insert("rich".to_owned(), 9);
    guides.countries.plan.country.pop();
    let told = mistakes(&content).join("\n");
    for part in [
        "content/starting/fr.toml, points.tired-eyes.know: 0 lines. Write 2 to 3",
        "content/manager/de.toml, statements: `orders-lead` is missing. Write it",
        "content/manager/manager.toml, money-from-sales: `rich = 9`",
        "content/countries/countries.toml: the countries are",
        "content/countries/nl.toml, countries: nobody uses `es`. Take it out",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[test]
fn guides_are_published_for_coaches_alone_in_each_of_their_languages() {
    let content = project();
    for code in &content.codes() {
        let files = files(&content, code).unwrap();
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        let wanted = ["countries", "manager", "starting"].map(|name| format!("coach/{name}.{code}.json"));
        assert_eq!(names, wanted);
        let starting: guide::Starting = serde_json::from_slice(&files[&wanted[2]]).unwrap();
        assert_eq!(starting.groups.iter().map(|group| group.points.len()).collect::<Vec<_>>(), [6, 3, 5]);
        let countries: guide::Countries = serde_json::from_slice(&files[&wanted[0]]).unwrap();
        assert_eq!(countries.countries.len(), 13);
        let manager: guide::Guide = serde_json::from_slice(&files[&wanted[1]]).unwrap();
        assert_eq!(manager.statements[7].weights, [1, 2, 0]);
    }
}
