//! How low the highest share can be at most, whoever does what.

use std::collections::BTreeSet;

use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// So many groups of people are looked at, at most; each gives a bound by itself.
const MOST_GROUPS: usize = 500;

/// The largest of these, none of which the highest share can be lower than: what somebody carries already; for each task
/// the lowest share that anybody has with it alone; and for each group of people the level to which their shares rise when
/// all tasks that only they can do are poured over them like water.
pub(super) fn lowest_highest(
    capacities: &[BigRational],
    loads: &[BigRational],
    open: &[(usize, Vec<usize>)],
    effort: impl Fn(usize) -> BigRational,
) -> BigRational {
    let share = |person: usize| &loads[person] / &capacities[person];
    let has_room = |person: &usize| capacities[*person].is_positive();
    let carried = (0..loads.len()).filter(has_room).map(share).max().unwrap_or_default();
    let alone = open.iter().filter_map(|(task, able)| {
        able.iter().map(|&person| (&loads[person] + effort(*task)) / &capacities[person]).min()
    });
    let everybody: Vec<usize> = (0..loads.len()).filter(has_room).collect();
    let sorted = |able: &[usize]| able.iter().copied().collect::<BTreeSet<usize>>();
    let groups: BTreeSet<BTreeSet<usize>> =
        open.iter().map(|(_, able)| sorted(able)).chain([sorted(&everybody)]).collect();
    let levels = groups.iter().take(MOST_GROUPS).map(|group| {
        let only_theirs = open.iter().filter(|(_, able)| able.iter().all(|person| group.contains(person)));
        level(capacities, loads, group, only_theirs.map(|(task, _)| effort(*task)).sum())
    });
    alone.chain(levels).fold(carried, Ord::max)
}

/// The level of the shares of a group when an amount of effort is poured over it: those who carry least rise first.
fn level(
    capacities: &[BigRational],
    loads: &[BigRational],
    group: &BTreeSet<usize>,
    amount: BigRational,
) -> BigRational {
    let mut people: Vec<(BigRational, usize)> =
        group.iter().map(|&person| (&loads[person] / &capacities[person], person)).collect();
    people.sort();
    let (mut carried, mut capacity, mut level) = (amount, BigRational::zero(), BigRational::zero());
    for (share, person) in people {
        if !capacity.is_zero() && level <= share {
            break;
        }
        carried += &loads[person];
        capacity += &capacities[person];
        level = &carried / &capacity;
    }
    level
}
