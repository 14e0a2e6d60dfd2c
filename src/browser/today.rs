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

/// A day as a table has it: `2026-11-26`.
pub fn as_number(day: Day) -> String {
    date(day).to_iso_string().slice(0, 10).into()
}

/// A day as a reader of that language writes it: `26 november 2026`.
pub fn written(day: Day, lang: &str) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [("timeZone", "UTC"), ("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    date(day).to_locale_date_string(lang, &options).into()
}

/// The start of a day, in UTC; of one that no calendar has, the first that computers count.
fn date(day: Day) -> js_sys::Date {
    let date = js_sys::Date::new(&(f64::from(day.0) * DAY).into());
    if date.get_time().is_nan() { js_sys::Date::new(&0.into()) } else { date }
}
