//! The worker's app, at the root of the site.

fn main() {
    stepwise::start();
}
