//! The calendar day here, and a seed for the order of answers.

use engine::review::Day;

/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

/// Today, where the reader is.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    // The offset is in minutes and negative east of Greenwich.
    let here = now.get_time() - now.get_timezone_offset() * 60_000.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float becomes the nearest day an i32 can hold, which never wraps"
    )]
    Day((here / DAY).floor() as i32)
}

/// A seed that differs from learner to learner.
pub fn seed() -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 2^32 exactly")]
    let seed = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    seed
}
