//! What the fuzz targets check, apart from libfuzzer, so that a test can replay an input on any toolchain.
//!
//! Each target is one function from bytes to nothing that panics where a promise is broken.

mod answers;
mod checks;
pub mod config;
pub mod number;
pub mod reader;
mod spoken;
pub mod workbook;
