//! Every place and every kind of card, resting, after a miss, solved and under the sheet of settings: checked by axe-core and by a
//! ruler, and kept as a picture.

use tests::axe;
use tests::browser::{Browser, Screen};
use tests::ibm;
use tests::measure::{self, Letters};
use tests::server::Site;
use tests::shots;
use tests::states::{self, Variant};
use tests::visit::Visit;

/// What is looked at in one variant.
struct Look {
    variant: Variant,
    screen: Screen,
    axe: bool,
    ibm: bool,
    ruler: bool,
    pictures: bool,
}

impl Look {
    fn at(language: &'static str, options: &'static str, screen: Screen) -> Self {
        Self { variant: Variant { language, options }, screen, axe: false, ibm: false, ruler: false, pictures: false }
    }

    fn axe(self) -> Self {
        Self { axe: true, ..self }
    }

    fn ibm(self) -> Self {
        Self { ibm: true, ..self }
    }

    fn ruler(self) -> Self {
        Self { ruler: true, ..self }
    }

    fn pictures(self) -> Self {
        Self { pictures: true, ..self }
    }

    /// Looks at every state; the faults of all are told together.
    fn everywhere(&self, media: &[(&str, &str)]) {
        let site = Site::of_build();
        Visit::to(&site).quick().on(self.screen).run(|browser| {
            browser.set_media(media);
            let mut faults = vec![];
            states::each_place(browser, self.variant, |name| self.once(browser, name, media, &mut faults));
            states::each_card(browser, self.variant, |name| self.once(browser, name, media, &mut faults));
            assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
        });
    }

    fn once(&self, browser: &Browser, name: &str, media: &[(&str, &str)], faults: &mut Vec<String>) {
        let mut found = vec![];
        if self.axe {
            found.extend(axe::violations(browser));
        }
        if self.ibm {
            found.extend(ibm::violations(browser));
        }
        if self.ruler {
            let letters = if self.variant.options.contains("text=200") { Letters::Enlarged } else { Letters::Usual };
            found.extend(measure::faults(browser, self.screen, letters));
        }
        if self.pictures {
            let media: String = media.iter().map(|(name, value)| format!("{name}-{value}-")).collect();
            let Screen { width, height, .. } = self.screen;
            shots::keep(browser, &format!("{width}x{height}-{}-{media}{name}", self.variant.name()));
        }
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    }
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_in_light_colours() {
    Look::at("nl", "colours=light", Screen::PHONE).axe().ibm().ruler().pictures().everywhere(&[]);
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_in_dark_colours() {
    Look::at("nl", "colours=dark", Screen::PHONE).axe().pictures().everywhere(&[]);
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_in_cream_colours() {
    Look::at("nl", "colours=cream", Screen::PHONE).axe().pictures().everywhere(&[]);
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_at_200_per_cent() {
    Look::at("nl", "colours=light&text=200", Screen::PHONE).axe().ruler().pictures().everywhere(&[]);
}

#[test]
fn in_dutch_on_a_phone_nothing_is_amiss_at_200_per_cent_in_dark_colours() {
    Look::at("nl", "colours=dark&text=200", Screen::PHONE).axe().everywhere(&[]);
}

#[test]
fn in_french_on_a_phone_nothing_is_amiss_in_the_dark_colours_of_the_device() {
    Look::at("fr", "", Screen::PHONE).axe().ruler().everywhere(&[("prefers-color-scheme", "dark")]);
}

#[test]
fn in_french_on_a_phone_nothing_is_amiss_at_200_per_cent_with_more_words() {
    Look::at("fr", "colours=light&text=200&words=more", Screen::PHONE).axe().ruler().everywhere(&[]);
}

#[test]
fn in_dutch_on_the_smallest_phone_nothing_is_cut() {
    Look::at("nl", "words=more", Screen::SMALL).ruler().everywhere(&[]);
}

#[test]
fn in_french_on_the_smallest_phone_nothing_is_cut() {
    Look::at("fr", "", Screen::SMALL).ruler().everywhere(&[]);
}

#[test]
fn in_dutch_on_a_tablet_nothing_is_cut() {
    Look::at("nl", "colours=light", Screen::TABLET).ruler().pictures().everywhere(&[]);
}

#[test]
fn in_dutch_on_a_desk_nothing_is_cut() {
    Look::at("nl", "colours=light", Screen::DESK).ruler().pictures().everywhere(&[]);
}

#[test]
fn in_forced_colours_nothing_is_cut() {
    Look::at("nl", "", Screen::PHONE).ruler().pictures().everywhere(&[("forced-colors", "active")]);
}
