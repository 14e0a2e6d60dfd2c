//! Our own checks, for what the engines do not see (ACCESSIBILITY.md, section 4). Each gives back a list of faults in words and
//! knows nothing of Stepwise, so that the pages of `tests/faults` can prove that it still sees.

pub mod feedback;
pub mod forced;
pub mod html;
pub mod mirror;
pub mod modal;
pub mod motion;
pub mod moves;
pub mod still;
pub mod stretch;
pub mod waiting;
pub mod walk;
