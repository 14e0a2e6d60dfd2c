//! The coach's pages, at `coach/`.

fn main() {
    stepwise::start_coach();
}
