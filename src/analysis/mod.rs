//! Questions about rankings. Each is a function from a ranking to a plain answer; `report` lays it out.

mod acceptability;
mod breakdown;
mod compare;
mod correlation;
mod dominance;
mod explain;
mod intervals;
mod sequence;
mod sorter;
mod swap;
mod unscored;
mod what_if;

pub use acceptability::{Acceptability, Drawing, ItemDraws, accept};
pub use breakdown::{Breakdown, Turn, break_down};
pub use compare::{Comparison, Movement, Sides, Split, compare};
pub use correlation::{Pairs, compare_pairs, rank_correlation, tau_b};
pub use dominance::{dominators, oriented};
pub use explain::{Change, Explanation, explain};
pub use intervals::{End, Interval, Reach, intervals};
pub use swap::{Crossing, Profile, Shares, Swap};
pub use unscored::unscored;
pub use what_if::{Alternative, Scenario, what_if};
