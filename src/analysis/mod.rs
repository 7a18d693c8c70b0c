//! Questions about rankings. Each is a function from a ranking to a plain answer; `report` lays it out.

mod acceptability;
mod agenda;
mod arrangements;
mod backcast;
mod assignment;
mod breakdown;
mod chance;
mod compare;
mod concordance;
mod correlation;
mod dominance;
mod explain;
mod groups;
mod hindsight;
mod intervals;
mod learnt;
mod least_squares;
mod merge;
mod raters;
mod reliability;
mod review;
mod rounds;
mod schedule;
mod selection;
mod sequence;
mod sorter;
mod spread;
mod swap;
mod triage;
mod unscored;
mod vote;
mod what_if;

pub use acceptability::{Acceptability, Drawing, ItemDraws, accept};
pub use agenda::{Agenda, Entry, agenda, medians};
pub use assignment::{Assignment, Person, Task, assign};
pub use backcast::{Backcast, Fault as FunnelFault, Funnel, Lever, Need, Stage, backcast, followed};
pub use breakdown::{Breakdown, Turn, break_down};
pub use chance::Chance;
pub use compare::{Comparison, Movement, Sides, Split, compare};
pub use concordance::{Concordance, Significance, concordance};
pub use correlation::{Pairs, compare_pairs, rank_correlation, tau_b};
pub use dominance::{dominators, oriented};
pub use explain::{Change, Explanation, explain};
pub use groups::{Group, Groups, Member, RankedGroup, RankedGroups};
pub use hindsight::{ENOUGH, ENOUGH_TO_LEARN, Hindsight, RatedThen, Seen, hindsight, mean_share};
pub use intervals::{End, Interval, Reach, intervals};
pub use learnt::{Learnt, NotLearnt};
pub use merge::{By, Merged, Taken, Why, merge};
pub use raters::{Agreement, Stance, agreement, anonymous};
pub use reliability::{Metric, alpha};
pub use review::{Better, Execution, FIRST_REACTION_DAYS, Facts, Reading, Review, Thresholds, review};
pub use rounds::{Course, Round, rounds};
pub use schedule::{
    Conflict, Division, Fate, Hindrance, Period, Plannable, Schedule, Terms, Valued, Wanted, by_score,
    by_undivided_score, by_value, conflicts, plannable, schedule,
};
pub use selection::{Offer, Selection, WORK, cycles, select, walk};
pub use spread::{Spread, median, spread};
pub use swap::{Crossing, Profile, Shares, Swap};
pub use triage::{Axes, Axis, Field, Measured, Placed, Triage, Unplaced, triage};
pub use unscored::unscored;
pub use vote::{Tally, Vote, count};
pub use what_if::{Alternative, Scenario, what_if};
