//! Questions about rankings. Each is a function from a ranking to a plain answer; `report` lays it out.

mod breakdown;
mod explain;
mod unscored;

pub use breakdown::{Breakdown, Turn, break_down};
pub use explain::{Change, Explanation, explain};
pub use unscored::unscored;
