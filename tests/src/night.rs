//! How often something is tried: at every change a few times, in a night all of it (RELIABILITY.md, section 8).

use std::env;

/// Whether it is night: `STEPWISE_NIGHT` says so.
pub fn is_now() -> bool {
    env::var_os("STEPWISE_NIGHT").is_some()
}

/// How often a row of docs/reliability.md is tried, such as `F1`: so often at every change, so often in a night; another number if `STEPWISE_F1` says one, so
/// that a night may do a part.
pub fn tries(row: &str, at_every_change: usize, by_night: usize) -> usize {
    let variable = format!("STEPWISE_{row}");
    match env::var(&variable) {
        Ok(number) => number.parse().unwrap_or_else(|_| panic!("{variable} is no number: {number}")),
        Err(_) if is_now() => by_night,
        Err(_) => at_every_change,
    }
}
