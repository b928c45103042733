#![no_main]

use test_support::readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::workbook(bytes));
