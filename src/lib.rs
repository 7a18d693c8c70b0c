//! tenbin
#![allow(missing_docs)]
pub mod analysis;
pub mod backlog;
pub mod decimal;
pub mod finding;
pub mod input;
pub mod lang;
pub mod model;
pub mod prose;
pub mod render;
pub mod report;
pub mod scoring;
pub mod table;
