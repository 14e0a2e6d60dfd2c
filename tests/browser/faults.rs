//! The tests of the tests: every check finds the faults that were put into pages for it, and finds none where none is.

use std::collections::BTreeSet;

use tests::browser::Browser;
use tests::checks::{motion, still, waiting};
use tests::faults::{self, CHECKS};
use tests::visit::Visit;

fn visit(look: impl FnOnce(&Browser)) {
    let site = faults::site();
    let visit =
        Visit::to(&site).with_script(still::LISTENING).with_script(motion::WATCHING).with_script(waiting::CLOCK);
    visit.run(look);
}

#[test]
fn every_fault_that_was_put_into_a_page_is_found_by_its_check() {
    let mut missed = vec![];
    visit(|browser| {
        for page in faults::pages() {
            let Some((check, words)) = page.found_by else { continue };
            faults::open_page(browser, &page.name);
            let found = faults::found_by(browser, &check);
            if !found.iter().any(|fault| fault.contains(&words)) {
                missed.push(format!("{}: `{check}` should find \"{words}\", but finds {found:#?}", page.name));
            }
        }
    });
    assert!(missed.is_empty(), "{} faults are not seen any more:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn on_a_page_without_a_fault_no_check_finds_one() {
    visit(|browser| {
        let clean = faults::pages().into_iter().find(|page| page.found_by.is_none()).expect("a page without a fault");
        let mut found = vec![];
        for (check, _) in CHECKS {
            faults::open_page(browser, &clean.name);
            found.extend(faults::found_by(browser, check).into_iter().map(|fault| format!("{check}: {fault}")));
        }
        assert!(found.is_empty(), "{} faults where none is:\n{}", found.len(), found.join("\n"));
    });
}

#[test]
fn every_check_has_a_page_with_a_fault_for_it() {
    let proved: BTreeSet<String> = faults::pages().into_iter().filter_map(|page| Some(page.found_by?.0)).collect();
    let unproved: Vec<_> = CHECKS.iter().map(|(name, _)| *name).filter(|name| !proved.contains(*name)).collect();
    assert!(unproved.is_empty(), "nobody would notice if these stopped to see: {unproved:?}");
}
