use super::*;

fn language(code: &str) -> Language {
    Language::new(code).unwrap()
}

#[test]
fn what_a_link_asks_for_is_kept_apart_for_each_setting_under_the_name_that_the_first_page_reads() {
    let mut asked = Settings::default();
    asked.choose_language(&language("fr"));
    asked.choose_text_size(TextSize::Percent150);
    let mut settings = Settings::default();
    settings.suggest(asked);
    assert_eq!((settings.language(), settings.text_size()), (Some(language("fr")), TextSize::Percent150));
    // `start/reader.js` looks for these names.
    let kept = serde_json::to_value(&settings).unwrap();
    assert_eq!(kept["suggested-language"][1], "fr");
    assert_eq!(kept["suggested-text-size"][1], "150");
}

#[test]
fn whoever_wants_no_language_of_help_is_told_from_whoever_never_chose() {
    let mut settings = Settings::default();
    assert!(!settings.wants_no_help_language());
    settings.choose_help_language(None);
    assert!(settings.wants_no_help_language() && settings.help_language().is_none());
    settings.choose_help_language(Some(&language("uk")));
    assert!(!settings.wants_no_help_language());
}

#[test]
fn the_lessons_that_a_coach_chose_come_back_in_their_order() {
    let lessons = ["never-share-this-code", "fire-alarm"].map(|id| LessonId::new(id).unwrap());
    let mut settings = Settings::default();
    assert_eq!(settings.route(), []);
    settings.choose_route(&lessons);
    assert_eq!(settings.route(), lessons);
}
