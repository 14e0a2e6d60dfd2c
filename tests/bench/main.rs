//! How heavy and how fast Stepwise is beside a floor and its peers. `cargo xtask bench` runs it against the release build; it prints a table and asserts nothing.
//! All are measured in turn, round after round, so that a busy moment of the machine falls on all alike; the first round only warms up.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "this is test code: whatever fails has to stop the run"
)]

mod candidates;
mod made_up;
mod table;
mod visit;

use std::collections::BTreeMap;
use std::fs;

use candidates::Candidate;
use table::Run;
use tests::data;
use visit::Figures;

/// All that is measured of one candidate in one round.
fn measure(candidate: &Candidate) -> Figures {
    let question = &candidate.question;
    let mut figures = visit::question(candidate, question);
    if let Some((place, heading)) = &candidate.card {
        figures.extend(visit::first_card(candidate, place, heading));
    }
    let (place, seen) =
        candidate.card.as_ref().map_or((&question.place, &question.answer), |(place, seen)| (place, seen));
    figures.extend(visit::second_start_without_server(candidate, place, seen));
    figures
}

fn main() {
    let rounds: usize = std::env::args().nth(1).and_then(|rounds| rounds.parse().ok()).expect("how many rounds?");
    let peers = candidates::all();
    let sizes = made_up::SIZES.map(made_up::build_of);
    let mut run = Run { rounds, figures: BTreeMap::new() };
    for round in 0..=rounds {
        for candidate in peers.iter().chain(&sizes) {
            eprintln!("round {round} of {rounds}: {}", candidate.name);
            let measured = measure(candidate);
            if round > 0 {
                run.figures.entry(candidate.name.clone()).or_default().push(measured);
            }
        }
    }
    let report = run.report(&names_of(&peers), &names_of(&sizes));
    println!("{report}");
    let file = data::path("STEPWISE_BENCH").with_extension("md");
    fs::write(&file, report).expect("the table cannot be written");
}

fn names_of(candidates: &[Candidate]) -> Vec<&str> {
    candidates.iter().map(|candidate| candidate.name.as_str()).collect()
}
