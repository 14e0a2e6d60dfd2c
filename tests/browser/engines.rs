//! The other engines. Chromium carries all tests; each other engine has a module here, which `cargo xtask test browser` leaves out,
//! and says so, where the engine is not to be had.

use tests::axe;
use tests::browser::Browser;
use tests::data::{Words, lessons_of_every_kind};
use tests::engine::Engine;
use tests::night;
use tests::old_chromium::OldChromium;
use tests::server::Site;
use tests::states::{self, Variant};
use tests::visit::Visit;

use crate::{cards, failing, framing, keeping, mirroring, offline, playing, speaking, storing, trouble};

/// Checks each place with axe.
fn every_place(browser: &Browser) {
    let mut faults = vec![];
    states::each_place(browser, Variant { language: "nl", options: "" }, |name| {
        // What a bar that stays lies over is whole again as soon as somebody scrolls; our own ruler measures all sizes.
        let found = axe::sure_violations(browser).into_iter().filter(|fault| !fault.contains("partially obscured"));
        faults.extend(found.map(|fault| format!("{name}: {fault}")));
    });
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Storage that is really full where a stub of it is one more way, which a night tries too.
fn storage_full(engine: Engine) {
    trouble::really_full(engine, 0);
    if night::is_now() {
        trouble::with_full_storage(engine);
        trouble::really_full(engine, 100);
    }
}

mod firefox {
    use super::*;

    fn visit(attempt: impl FnOnce(&Browser)) {
        let site = Site::of_build();
        Visit::to(&site).with_engine(Engine::Firefox).quick().run(attempt);
    }

    #[test]
    fn a_worker_plays_a_lesson_of_each_kind_of_card() {
        visit(playing::every_kind_of_card);
    }

    #[test]
    fn a_worker_who_misses_every_answer_is_helped_to_the_end() {
        visit(playing::missing_every_answer);
    }

    #[test]
    fn a_worker_plays_a_whole_lesson_with_the_keyboard_alone() {
        visit(playing::with_the_keyboard_alone);
    }

    #[test]
    fn a_reload_in_mid_card_keeps_place_and_half_given_answer() {
        visit(keeping::over_a_reload);
    }

    #[test]
    fn another_language_in_mid_card_keeps_place_and_half_given_answer() {
        visit(keeping::over_a_change_of_language);
    }

    #[test]
    fn nothing_is_amiss_in_any_place() {
        visit(every_place);
    }

    #[test]
    fn in_a_frame_of_another_site_the_page_stays_blank() {
        framing::assert_blank_in_a_frame(Engine::Firefox);
    }

    #[test]
    fn an_answer_with_its_tick_is_there_after_the_browser_was_killed() {
        storing::kills(Engine::Firefox, night::tries("F1", 1, 300));
    }

    #[test]
    fn a_new_build_waits_while_a_lesson_is_under_way_and_begins_at_home() {
        offline::a_new_build_waits(Engine::Firefox);
    }

    #[test]
    fn what_is_no_code_in_an_address_leads_nowhere_and_changes_nothing() {
        cards::hostile_codes(Engine::Firefox);
    }

    #[test]
    fn a_damaged_copy_is_kept_and_costs_nothing() {
        storing::damaged_copies(Engine::Firefox, &storing::COPIES[..night::tries("F2", 1, 2)]);
    }

    #[test]
    fn with_blocked_storage_the_app_says_so_and_a_lesson_can_be_finished() {
        trouble::with_blocked_storage(Engine::Firefox);
    }

    #[test]
    fn what_was_done_while_storage_was_full_is_kept_when_there_is_room_again() {
        storage_full(Engine::Firefox);
    }

    #[test]
    fn without_the_mirror_a_lesson_goes_on_and_no_tick_is_shown() {
        mirroring::without_the_mirror(
            Engine::Firefox,
            &mirroring::NO_MIRROR[..night::tries("F6", 1, mirroring::NO_MIRROR.len())],
        );
    }

    #[test]
    fn two_pages_lose_nothing_of_each_other() {
        for round in 0..night::tries("F7", 1, 40) {
            storing::two_pages(Engine::Firefox, round);
        }
    }

    #[test]
    fn wherever_the_program_fails_one_tap_brings_the_lesson_back_with_everything_kept() {
        failing::wherever_it_fails(Engine::Firefox, night::tries("F13", 2, failing::POINTS));
    }

    #[test]
    fn listen_says_every_sentence_of_a_card_in_the_language_of_the_lesson() {
        speaking::listen_is_heard(Engine::Firefox);
    }
}

/// What comes out of the device, in Chromium.
mod speech {
    use super::*;

    #[test]
    fn what_a_page_says_after_a_click_is_heard_in_its_language_and_order() {
        speaking::a_page_is_heard(Engine::Chromium);
    }

    #[test]
    fn listen_says_every_sentence_of_a_card_in_the_language_of_the_lesson() {
        speaking::listen_is_heard(Engine::Chromium);
    }
}

mod webkitgtk {
    use super::*;

    fn visit(attempt: impl FnOnce(&Browser)) {
        let site = Site::of_build();
        Visit::to(&site).with_engine(Engine::WebKitGtk).run(attempt);
    }

    #[test]
    fn a_worker_plays_a_lesson_of_each_kind_of_card() {
        visit(playing::every_kind_of_card);
    }

    #[test]
    fn a_reload_in_mid_card_keeps_place_and_half_given_answer() {
        visit(keeping::over_a_reload);
    }

    #[test]
    fn nothing_is_amiss_in_any_place() {
        visit(every_place);
    }

    #[test]
    fn in_a_frame_of_another_site_the_page_stays_blank() {
        framing::assert_blank_in_a_frame(Engine::WebKitGtk);
    }

    /// One at every change, all of them in a night.
    #[test]
    fn faults_of_storage_lose_nothing_and_hold_nobody_up() {
        let faults: [fn(); 2] = [
            || trouble::with_blocked_storage(Engine::WebKitGtk),
            || storing::damaged_copies(Engine::WebKitGtk, &storing::COPIES),
        ];
        faults[..night::tries("WEBKIT", 1, faults.len())].iter().for_each(|fault| fault());
    }
}

mod wpe {
    use super::*;

    fn visit(attempt: impl FnOnce(&Browser)) {
        let site = Site::of_build();
        Visit::to(&site).with_engine(Engine::Wpe).run(attempt);
    }

    #[test]
    fn a_worker_plays_a_lesson_of_each_kind_of_card() {
        visit(playing::every_kind_of_card);
    }

    #[test]
    fn a_reload_in_mid_card_keeps_place_and_half_given_answer() {
        visit(keeping::over_a_reload);
    }

    #[test]
    fn the_part_of_the_app_that_comes_late_comes() {
        visit(|browser| {
            browser.open("#/me?lang=nl");
            browser.until_heading(&Words::of("nl").get("me"));
        });
    }
}

/// Plays a lesson of each kind of card, opened by its link.
fn in_old_chromium(version: u32) {
    let site = Site::of_build();
    OldChromium::visit(version, &site, |browser| {
        for walk in lessons_of_every_kind("nl") {
            browser.open(&walk.link());
            for card in &walk.straight {
                browser.until_heading(&card.heading);
                card.presses.iter().for_each(|press| browser.press(press));
            }
            browser.until_heading(&Words::of("nl").get("finished"));
        }
        // A part of the app of its own, which comes when it is asked for.
        browser.open("#/steps?lang=nl");
        browser.until_heading(&Words::of("nl").get("my_steps"));
    });
}

mod chromium_92 {
    #[test]
    fn a_worker_plays_a_lesson_of_each_kind_of_card() {
        super::in_old_chromium(92);
    }
}

mod chromium_109 {
    #[test]
    fn a_worker_plays_a_lesson_of_each_kind_of_card() {
        super::in_old_chromium(109);
    }
}
