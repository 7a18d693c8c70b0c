//! libfuzzer's door to `tenbin_fuzz::ballots`, which says what is checked.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tenbin_fuzz::ballots::check(data));
