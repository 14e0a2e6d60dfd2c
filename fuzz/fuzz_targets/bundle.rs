#![no_main]

#[path = "../../engine/tests/decoders/laws.rs"]
mod laws;
#[path = "../../engine/tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|text: &str| laws::bundle(text));
