//! tenbin
#![allow(missing_docs)]
pub mod lang;
pub mod prose;
pub mod finding;
pub mod decimal;
pub mod model;
pub mod table;
pub mod backlog;
pub mod scoring;
pub mod input;
