//! libFuzzer gives any bytes to `package` of `benches/faults/targets.rs`.
#![no_main]

#[allow(dead_code, reason = "each program has one of the targets")]
#[path = "../../benches/faults/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::package(bytes));
