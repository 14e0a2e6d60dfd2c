//! How often something is tried: a twentieth at every change, all of it in a night (RELIABILITY.md, section 8).

use std::env;

/// How often, if it is so often in a night. `STEPWISE_NIGHT` says that it is night.
pub fn times(by_night: usize) -> usize {
    if env::var_os("STEPWISE_NIGHT").is_some() { by_night } else { by_night.div_ceil(20) }
}
