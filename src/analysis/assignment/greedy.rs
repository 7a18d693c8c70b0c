//! Tasks dealt out largest first, then improved by moving one or swapping two until nothing gets more even.

use super::{Deal, Share};

/// Gives each task, the largest first, to whoever has the lowest share with it (longest processing time first; Graham 1969).
pub(super) fn deal_out<V: Share>(deal: &Deal<V>) -> Vec<usize> {
    let mut shares = deal.shares.clone();
    let mut owners = Vec::with_capacity(deal.tasks.len());
    for task in &deal.tasks {
        let with = task.adds.iter().map(|(person, add)| (shares[*person].clone() + add, *person));
        if let Some((share, person)) = with.min() {
            shares[person] = share;
            owners.push(person);
        }
    }
    owners
}

/// Moves and swaps tasks as long as shares get more even. Only two shares change at a time, and the rest cancels out: it is
/// enough that these two, the higher first, become less.
pub(super) fn improved<V: Share>(deal: &Deal<V>, mut owners: Vec<usize>) -> Vec<usize> {
    /// So often all tasks are looked at, at most.
    const MOST_ROUNDS: usize = 100;
    /// Among more tasks than this only moves are tried.
    const MOST_SWAPPED: usize = 300;
    let mut shares = deal.dealt(&owners);
    for _ in 0..MOST_ROUNDS {
        let mut has_changed = false;
        for task in 0..owners.len() {
            has_changed |= move_task(deal, &mut owners, &mut shares, task);
            for other in task + 1..if owners.len() <= MOST_SWAPPED { owners.len() } else { 0 } {
                has_changed |= swap(deal, &mut owners, &mut shares, task, other);
            }
        }
        if !has_changed {
            break;
        }
    }
    owners
}

fn move_task<V: Share>(deal: &Deal<V>, owners: &mut [usize], shares: &mut [V], task: usize) -> bool {
    let (choice, from) = (&deal.tasks[task], owners[task]);
    let Some(own) = choice.add(from) else { return false };
    let left = shares[from].clone() - own;
    let moved = choice.adds.iter().filter(|(person, _)| *person != from);
    let best = moved.map(|(person, add)| (shares[*person].clone() + add, *person)).min();
    let Some((with, to)) = best else { return false };
    let is_better = pair(left.clone(), with.clone()) < pair(shares[from].clone(), shares[to].clone());
    if is_better {
        (shares[from], shares[to], owners[task]) = (left, with, to);
    }
    is_better
}

fn swap<V: Share>(deal: &Deal<V>, owners: &mut [usize], shares: &mut [V], task: usize, other: usize) -> bool {
    let (one, two) = (owners[task], owners[other]);
    if one == two {
        return false;
    }
    let adds = || {
        let (given, taken) = (&deal.tasks[task], &deal.tasks[other]);
        Some((given.add(one)?, given.add(two)?, taken.add(two)?, taken.add(one)?))
    };
    let Some((given_one, given_two, taken_two, taken_one)) = adds() else { return false };
    let first = shares[one].clone() - given_one + taken_one;
    let second = shares[two].clone() - taken_two + given_two;
    let is_better = pair(first.clone(), second.clone()) < pair(shares[one].clone(), shares[two].clone());
    if is_better {
        (shares[one], shares[two]) = (first, second);
        owners.swap(task, other);
    }
    is_better
}

/// Two shares, the higher first.
fn pair<V: Ord>(one: V, other: V) -> (V, V) {
    if one >= other { (one, other) } else { (other, one) }
}
