//! What the fuzz targets check, apart from libfuzzer, so that a test can replay an input on any toolchain.
//!
//! Each target is one function from bytes to nothing that panics where a promise is broken.

mod answers;
pub mod ballots;
mod checks;
pub mod config;
mod formats;
pub mod funnels;
pub mod number;
pub mod plans;
pub mod reader;
pub mod results;
mod spoken;
mod tables;
pub mod workbook;
