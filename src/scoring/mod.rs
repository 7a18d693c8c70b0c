//! Model and backlog become scores and ranks. Exactness and ties live here and nowhere else.
//!
//! Scores are rational numbers, compared as such: two scores tie if and only if they are equal. Only roots and
//! fractional exponents are rounded, to twelve significant digits, before scores are compared.

mod build;
mod doubles;
mod exact;
mod linear;
mod number;
mod plan;
mod power;
mod ranking;
mod recipe;
mod scorer;
mod tree;

pub use doubles::Doubles;
pub use exact::Exact;
pub use number::Trouble;
pub use plan::{Counted, Plan, PlanProblem};
pub use ranking::{Ranking, Standing, Unranked, rank, rank_first};
pub use recipe::{Part, Recipe, RecipeForm, Turned};
pub use scorer::{Possible, Reason, Scorer, Supposed};
