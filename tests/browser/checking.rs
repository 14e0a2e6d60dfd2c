//! Every place and every kind of card, resting, with nothing answered, after each miss, solved and under the sheet of settings: looked
//! at by two engines, by a ruler and by checks of our own, and kept as a picture.

use tests::allowed;
use tests::browser::{Browser, Screen};
use tests::checks::stretch::{self, WIDE};
use tests::checks::{mirror, still, walk};
use tests::engines::{self, Engines};
use tests::languages::LANGUAGES;
use tests::measure::{self, Letters};
use tests::server::Site;
use tests::shots;
use tests::states::{self, Variant};
use tests::visit::Visit;

/// What looks.
#[derive(Clone, Copy)]
enum Check {
    /// axe-core.
    Axe,
    /// axe-core and IBM's engine.
    Both,
    /// Sizes, and what is cut.
    Ruler,
    /// What no engine sees on a page that stands still.
    Still,
    /// The Tab key.
    Walk,
    /// Narrow and low screens, more room between letters.
    Stretch,
    /// From right to left.
    Mirror,
    /// Nothing is checked: a picture to be looked at.
    Picture,
}
use Check::{Axe, Both, Mirror, Picture, Ruler, Still, Stretch, Walk};

/// What is looked at in one variant.
struct Look<'a> {
    variant: Variant,
    screen: Screen,
    checks: &'a [Check],
    media: &'a [(&'a str, &'a str)],
}

impl<'a> Look<'a> {
    fn at(language: &'static str, options: &'static str, screen: Screen, checks: &'a [Check]) -> Self {
        Self { variant: Variant { language, options }, screen, checks, media: &[] }
    }

    fn with_media(self, media: &'a [(&'a str, &'a str)]) -> Self {
        Self { media, ..self }
    }

    /// Looks at every state; the faults of all are told together.
    fn everywhere(&self) {
        let site = Site::of_build();
        let mut faults = vec![];
        Visit::to(&site).quick().with_script(still::LISTENING).on(self.screen).run(|browser| {
            browser.set_media(self.media);
            states::each_place(browser, self.variant, |name| self.once(browser, name, &mut faults));
            states::each_card(browser, self.variant, |name| self.once(browser, name, &mut faults));
        });
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }

    fn once(&self, browser: &Browser, name: &str, faults: &mut Vec<String>) {
        for check in self.checks {
            let found = match check {
                Axe => engines::faults(browser, self.screen, Engines::Axe),
                Both => engines::faults(browser, self.screen, Engines::Both),
                Ruler => self.ruler(browser),
                Still => allowed::left(still::faults(browser)),
                Walk => walk::faults(browser),
                Stretch => {
                    let found =
                        [stretch::spacing_faults(browser, self.screen), stretch::narrow_faults(browser)].concat();
                    browser.set_screen(self.screen);
                    found
                }
                // A picture is not turned, nor are the places on it.
                Mirror => mirror::faults(browser, "spot-place"),
                Picture => {
                    self.photograph(browser, name);
                    vec![]
                }
            };
            faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }

    fn ruler(&self, browser: &Browser) -> Vec<String> {
        let letters = if self.variant.options.contains("text=200") { Letters::Enlarged } else { Letters::Usual };
        measure::faults(browser, self.screen, letters)
    }

    fn photograph(&self, browser: &Browser, name: &str) {
        let media: String = self.media.iter().map(|(name, value)| format!("{name}-{value}-")).collect();
        let Screen { width, height, .. } = self.screen;
        shots::keep(browser, &format!("{width}x{height}-{}-{media}{name}", self.variant.name()));
    }
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_in_light_colours() {
    Look::at("nl", "colours=light", Screen::PHONE, &[Both, Ruler, Still, Picture]).everywhere();
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_in_dark_colours() {
    Look::at("nl", "colours=dark", Screen::PHONE, &[Both, Picture]).everywhere();
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_in_cream_colours() {
    Look::at("nl", "colours=cream", Screen::PHONE, &[Axe, Picture]).everywhere();
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_at_200_per_cent() {
    Look::at("nl", "colours=light&text=200", Screen::PHONE, &[Both, Ruler, Picture]).everywhere();
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_at_200_per_cent_in_dark_colours() {
    Look::at("nl", "colours=dark&text=200", Screen::PHONE, &[Axe]).everywhere();
}

#[test]
fn in_french_on_a_phone_nothing_is_amiss_in_the_dark_colours_of_the_device() {
    let dark = [("prefers-color-scheme", "dark")];
    Look::at("fr", "", Screen::PHONE, &[Both, Ruler]).with_media(&dark).everywhere();
}

#[test]
fn in_french_on_a_phone_nothing_is_amiss_at_200_per_cent_with_more_words() {
    Look::at("fr", "colours=light&text=200&words=more", Screen::PHONE, &[Axe, Ruler]).everywhere();
}

#[test]
fn in_each_other_language_nothing_is_amiss_in_light_colours() {
    for language in LANGUAGES.iter().filter(|language| **language != "nl") {
        Look::at(language, "colours=light&words=more", Screen::PHONE, &[Both, Ruler, Still]).everywhere();
    }
}

#[test]
fn in_each_other_language_nothing_is_amiss_in_dark_colours() {
    for language in LANGUAGES.iter().filter(|language| !["nl", "fr"].contains(language)) {
        Look::at(language, "colours=dark", Screen::PHONE, &[Both]).everywhere();
    }
}

#[test]
fn the_tab_key_reaches_everything_in_order_and_is_seen_wherever_it_stops() {
    Look::at("nl", "colours=light", Screen::PHONE, &[Walk]).everywhere();
}

#[test]
fn the_tab_key_is_seen_wherever_it_stops_at_200_per_cent_in_dark_colours() {
    Look::at("nl", "colours=dark&text=200", Screen::PHONE, &[Walk]).everywhere();
}

#[test]
fn on_narrow_and_low_screens_and_with_more_room_between_letters_nothing_is_cut() {
    Look::at("nl", "words=more", Screen::PHONE, &[Stretch]).everywhere();
}

#[test]
fn what_stands_left_stands_right_for_who_reads_from_right_to_left() {
    let still = [("prefers-reduced-motion", "reduce")];
    Look::at("nl", "words=more", Screen::PHONE, &[Mirror]).with_media(&still).everywhere();
}

#[test]
fn in_dutch_on_the_smallest_phone_nothing_is_cut() {
    Look::at("nl", "words=more", Screen::SMALL, &[Ruler]).everywhere();
}

#[test]
fn in_dutch_on_the_smallest_phone_nothing_is_cut_at_200_per_cent() {
    Look::at("nl", "text=200", Screen::SMALL, &[Ruler]).everywhere();
}

#[test]
fn in_french_on_the_smallest_phone_nothing_is_cut() {
    Look::at("fr", "", Screen::SMALL, &[Ruler]).everywhere();
}

#[test]
fn in_dutch_on_a_tablet_nothing_is_cut() {
    Look::at("nl", "colours=light", Screen::TABLET, &[Ruler, Picture]).everywhere();
}

#[test]
fn in_dutch_on_a_wide_screen_no_line_is_too_long() {
    Look::at("nl", "colours=light&words=more", WIDE, &[Ruler, Still]).everywhere();
}

#[test]
fn in_dutch_on_a_desk_nothing_is_cut() {
    Look::at("nl", "colours=light", Screen::DESK, &[Ruler, Picture]).everywhere();
}

#[test]
fn in_forced_colours_nothing_is_cut() {
    let forced = [("forced-colors", "active")];
    Look::at("nl", "", Screen::PHONE, &[Ruler, Picture]).with_media(&forced).everywhere();
}
