//! A QR code, drawn in a white box of its own, so that a camera reads it in every theme.

use core::fmt::Write;
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// White modules around the code, as ISO/IEC 18004 asks for.
const QUIET: i32 = 4;

/// The code of a text. Nothing if the text is longer than a code can hold.
pub fn qr(text: &str, label: &str) -> AnyView {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return ().into_any() };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in 0..size {
            if code.get_module(x, y) {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{x} {y}h1v1h-1z");
            }
        }
    }
    let whole = size + 2 * QUIET;
    let view_box = format!("-{QUIET} -{QUIET} {whole} {whole}");
    view! { <div class="qr"><svg viewBox=view_box role="img" aria-label=label.to_owned()><path d=path/></svg></div> }
        .into_any()
}
