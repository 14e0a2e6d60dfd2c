//! Parts that know nothing of lessons: a heading, a picture, a bar, a sheet.

mod bars;
mod choices;
mod glyph;
mod heading;
mod live;
mod picture;
mod qr;
mod said;
mod select;
mod sheet;
mod sign;

pub use bars::{MainButton, main_button, quiet_button};
pub use choices::{Choice, choices};
pub use glyph::glyph;
pub use heading::{heading, heading_of, line};
pub use live::{each_tap, flag, live, tap, text, told};
pub use picture::{Pictures, decoration, picture};
pub use qr::qr;
pub use said::said;
pub use select::{Item as SelectItem, select};
pub use sheet::{close_sheet, open_sheet, sheet};
pub use sign::steps_sign;
