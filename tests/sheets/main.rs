//! Contact sheets: every card of every lesson on a phone, with its words and without them, one picture for each lesson. To be looked at by people.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "whatever fails has to stop the run")]

use image::imageops::replace;
use image::{DynamicImage, RgbaImage};
use tests::browser::{Browser, Screen};
use tests::data::{self, Walkthrough, walkthroughs};
use tests::server::Site;
use tests::visit::Visit;

/// Between two cards, in pixels.
const GAP: u32 = 12;

/// Takes the words of a card away, to see what its pictures say.
const WITHOUT_WORDS: &str = "
    const style = new CSSStyleSheet();
    style.replaceSync('main :not(svg, svg *) { color: transparent !important; text-decoration-color: transparent !important }');
    document.adoptedStyleSheets = [style];";

fn screen(browser: &Browser) -> DynamicImage {
    let png = browser.picture_of("html");
    image::load_from_memory(&png).expect("a picture of the screen is no PNG")
}

fn sheet(browser: &Browser, walk: &Walkthrough) -> RgbaImage {
    let Screen { width, height, .. } = Screen::PHONE;
    let cards = u32::try_from(walk.straight.len()).expect("few cards");
    let mut sheet = RgbaImage::new(cards * (width + GAP), 2 * (height + GAP));
    let mut left = 0;
    for card in &walk.straight {
        browser.open(&walk.link_to(&card.step));
        browser.until_heading(&card.heading);
        replace(&mut sheet, &screen(browser), left, 0);
        browser.script(WITHOUT_WORDS, vec![]);
        replace(&mut sheet, &screen(browser), left, i64::from(height + GAP));
        left += i64::from(width + GAP);
    }
    sheet
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let (language, lessons) = wanted.split_first().expect("the code of a language");
    let folder = data::path("STEPWISE_SHEETS");
    std::fs::create_dir_all(&folder).expect("the folder of the sheets cannot be made");
    let site = Site::of_build();
    Visit::to(&site).quick().run(|browser| {
        let is_wanted =
            |walk: &Walkthrough| walk.language == *language && (lessons.is_empty() || lessons.contains(&walk.lesson));
        for walk in walkthroughs().into_iter().filter(is_wanted) {
            browser.open("#/");
            browser.forget_everything();
            let file = folder.join(format!("{}.{language}.png", walk.lesson));
            sheet(browser, &walk).save(&file).expect("a sheet cannot be kept");
            println!("{}", file.display());
        }
    });
}
