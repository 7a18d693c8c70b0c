//! Questions about rankings. Each is a function from a ranking to a plain answer; `report` lays it out.

mod acceptability;
mod agenda;
mod assignment;
mod breakdown;
mod compare;
mod concordance;
mod correlation;
mod dominance;
mod explain;
mod intervals;
mod merge;
mod raters;
mod reliability;
mod rounds;
mod schedule;
mod selection;
mod sequence;
mod sorter;
mod spread;
mod swap;
mod unscored;
mod what_if;

pub use acceptability::{Acceptability, Drawing, ItemDraws, accept};
pub use agenda::{Agenda, Entry, agenda, medians};
pub use assignment::{Assignment, Person, Task, assign};
pub use breakdown::{Breakdown, Turn, break_down};
pub use compare::{Comparison, Movement, Sides, Split, compare};
pub use concordance::{Concordance, Significance, concordance};
pub use correlation::{Pairs, compare_pairs, rank_correlation, tau_b};
pub use dominance::{dominators, oriented};
pub use explain::{Change, Explanation, explain};
pub use intervals::{End, Interval, Reach, intervals};
pub use merge::{By, Merged, Taken, Why, merge};
pub use raters::{Agreement, Stance, agreement, anonymous};
pub use reliability::{Metric, alpha};
pub use rounds::{Course, Round, rounds};
pub use schedule::{
    Conflict, Fate, Hindrance, Period, Plannable, Schedule, Terms, Valued, Wanted, by_score, by_value, plannable,
    schedule,
};
pub use selection::{Offer, Selection, WORK, cycle, select, walk};
pub use spread::{Spread, median, spread};
pub use swap::{Crossing, Profile, Shares, Swap};
pub use unscored::unscored;
pub use what_if::{Alternative, Scenario, what_if};
