//! Questions about rankings. Each is a function from a ranking to a plain answer; `report` lays it out.

mod breakdown;
mod correlation;
mod explain;
mod swap;
mod unscored;

pub use breakdown::{Breakdown, Turn, break_down};
pub use correlation::rank_correlation;
pub use explain::{Change, Explanation, explain};
pub use swap::{Crossing, Profile, Shares, Swap};
pub use unscored::unscored;
