//! tenbin weighs product-improvement items: it reads them with their ratings from a CSV, weighs them by a model's
//! weights, and says what comes first, and why.
//!
//! This library does no I/O and speaks to nobody: text goes in, values and findings come out. The binary reads files,
//! prints and exits. Modules stand in layer order; each uses only those above it.
//!
//! ```
//! use tenbin::finding::Source;
//! use tenbin::input::config::{Config, Wanted};
//! use tenbin::input::{NamedColumns, Request, read_backlog};
//! use tenbin::scoring::{Plan, Scorer, rank};
//!
//! let text = "id,title,customer_impact,business_impact,market_competitiveness,ease\n\
//!             A-1,Faster search,9,7,6,4\n\
//!             A-2,Bulk invoices,8,6,4,8\n";
//!
//! // The model and its weights: here the built-in matrix, with ease counted double.
//! let config = Config::default();
//! let model = config.model("matrix").unwrap();
//! let ease = [("ease".to_owned(), 2.into())];
//! let settled = config.settle(&model, Wanted { weights: &ease, ..Wanted::default() }).unwrap();
//!
//! // The items: whatever is wrong in the text is among the findings.
//! let source = Source::new("backlog.csv", text);
//! let request = Request {
//!     model: &model,
//!     weights: &settled.weights,
//!     tie_break: &settled.tie_break,
//!     columns: &NamedColumns::default(),
//!     words: &[],
//!     delimiter: None,
//!     is_partial: false,
//! };
//! let outcome = read_backlog(&source, &request);
//! assert!(outcome.findings.is_empty());
//! let backlog = outcome.backlog.unwrap();
//!
//! // The ranking: exact scores, and ties where they are equal.
//! let given: Vec<_> = backlog.readings.iter().map(|reading| reading.node).collect();
//! let plan = Plan::new(&model, &settled.weights, &given).unwrap();
//! let scorer = Scorer { model: &model, plan: &plan, backlog: &backlog, tie_break: &[] };
//! let ranking = rank(scorer);
//! assert_eq!(backlog.id(ranking.standings[0].row as usize), "A-2");
//! assert_eq!(ranking.standings[0].score.to_string(), "6.8");
//! ```

pub mod lang;
pub mod prose;
pub mod decimal;
pub mod model;
pub mod finding;
pub mod table;
pub mod backlog;
pub mod scoring;
pub mod analysis;
pub mod input;
pub mod check;
pub mod report;
pub mod sql;
pub mod render;
