//! "Still know it?": a card or two of a finished lesson (PRODUCT.md, "The lesson").

use crate::ids::StepId;
use crate::lesson::{Card, Lesson, Step};
use crate::place::Place;
use crate::plan::Part;

impl Lesson {
    /// What is left of a lesson to see whether it is still known: at most two cards that are done without help, others in each round.
    /// A lesson without such cards is practised as a whole.
    #[must_use]
    pub fn to_practise_again(&self, round: usize) -> Self {
        let cards: Vec<&Step> = self.steps.iter().filter(|step| shows_what_is_known(step)).collect();
        if cards.is_empty() {
            return Self { again: true, ..self.clone() };
        }
        // Two that stand apart, so that they do not ask the same.
        let first = round % cards.len();
        let second = (first + cards.len().div_ceil(2)) % cards.len();
        let steps = cards.iter().enumerate().filter(|(place, _)| *place == first || *place == second);
        let steps = steps.map(|(_, &step)| step.clone()).collect();
        Self { steps, again: true, ..self.clone() }
    }

    /// Its address.
    #[must_use]
    pub fn place(&self) -> Place {
        if self.again { Place::Again(self.id.clone(), None) } else { Place::Lesson(self.id.clone()) }
    }

    /// The address of one of its cards.
    #[must_use]
    pub fn place_of(&self, step: StepId) -> Place {
        if self.again { Place::Again(self.id.clone(), Some(step)) } else { Place::Step(self.id.clone(), step) }
    }
}

/// Whether a card is done by somebody who is given nothing but the question. A device that lights up the next tap shows nothing.
fn shows_what_is_known(step: &Step) -> bool {
    match step.card {
        Card::Tell | Card::Real => false,
        Card::Device(_) => step.part == Part::Alone,
        _ => step.part == Part::Alone || step.part == Part::Help,
    }
}
