//! What makes a plan impossible, each with the entries that it is about.

use std::collections::BTreeSet;

use num_rational::BigRational;

use super::fates::{Obstacle, obstacles};
use super::{Plannable, Wanted, effort_of};
use crate::analysis::selection::{cycles, ratio, with_all_before};

/// A constraint that can't be kept beside the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// An entry must be in the plan and must not.
    MustAndSkip(usize),
    /// Entries wait for one another: each for the next, and the last for the first. One entry alone waits for itself.
    Cycle(Vec<usize>),
    /// An entry must be in the plan, and nobody knows what it costs.
    MustWithoutEffort(usize),
    /// An entry must be in the plan, and nobody knows what it is worth.
    MustWithoutValue(usize),
    /// An entry must be in the plan, and costs more than a whole period has.
    MustTooLarge(usize),
    /// An entry must be in the plan, and something before it can't be.
    MustBehind {
        /// The entry.
        entry: usize,
        /// What can't be planned.
        blocker: usize,
        /// Hindrance not.
        why: Hindrance,
    },
    /// What must be in the plan costs more than all periods have.
    MustTooMuch {
        /// The entries that must be in, and what must come before them.
        entries: Vec<usize>,
        /// What they cost.
        needed: BigRational,
        /// What all periods have.
        available: BigRational,
    },
    /// What must be in the plan is not too much, but could not be divided among the periods.
    MustUndivided {
        /// The entries that are left.
        entries: Vec<usize>,
    },
}

/// Hindrance something can't be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It isn't to be.
    Skipped,
    /// Nobody knows what it costs.
    WithoutEffort,
    /// Nobody knows what it is worth.
    WithoutValue,
    /// It costs more than a whole period has.
    TooLarge,
}

/// All that stands in the way of a plan, as far as it can be told without making one.
pub fn conflicts(entries: &[Plannable], wanted: Wanted<'_>) -> Vec<Conflict> {
    let after: Vec<Vec<usize>> = entries.iter().map(|entry| entry.after.clone()).collect();
    let mut conflicts: Vec<Conflict> = Vec::new();
    conflicts.extend(cycles(&after).into_iter().map(Conflict::Cycle));
    let both = |&entry: &usize| entries[entry].must && entries[entry].skip;
    conflicts.extend((0..entries.len()).filter(both).map(Conflict::MustAndSkip));
    let obstacles = obstacles(entries, wanted.capacity);
    let mut needed: BTreeSet<usize> = BTreeSet::new();
    for entry in (0..entries.len()).filter(|&entry| entries[entry].must && !entries[entry].skip) {
        match obstacles[entry] {
            Some(Obstacle::Own(Hindrance::WithoutEffort)) => conflicts.push(Conflict::MustWithoutEffort(entry)),
            Some(Obstacle::Own(Hindrance::WithoutValue)) => conflicts.push(Conflict::MustWithoutValue(entry)),
            Some(Obstacle::Own(Hindrance::TooLarge)) => conflicts.push(Conflict::MustTooLarge(entry)),
            Some(Obstacle::Own(Hindrance::Skipped)) => {}
            Some(Obstacle::Before(blocker)) => {
                if let Some(why) = first_cause(&obstacles, blocker) {
                    conflicts.push(Conflict::MustBehind { entry, blocker: why.0, why: why.1 });
                }
            }
            None => needed.extend(with_all_before(&after, entry, |before| needed.contains(&before))),
        }
    }
    let entries_needed: Vec<usize> = needed.into_iter().collect();
    let effort = effort_of(entries, &entries_needed);
    let available = ratio(wanted.capacity) * BigRational::from_integer(wanted.periods.into());
    if conflicts.is_empty() && effort > available {
        conflicts.push(Conflict::MustTooMuch { entries: entries_needed, needed: effort, available });
    }
    conflicts
}

/// What stands at the beginning of a chain of entries that can't be planned.
fn first_cause(obstacles: &[Option<Obstacle>], blocker: usize) -> Option<(usize, Hindrance)> {
    let mut at = blocker;
    for _ in 0..obstacles.len() {
        match obstacles[at]? {
            Obstacle::Own(why) => return Some((at, why)),
            Obstacle::Before(before) => at = before,
        }
    }
    None
}
