//! The best set where items come after several others: best-first branch and bound over forests.
//!
//! With one precedence for each item what is left is a forest, which `forest` solves exactly. The others are relaxed:
//! of an item's precedences only the one with the most effort behind it is kept. What that allows is at least as good as
//! the true best, so it is a bound; where the best set of the relaxation keeps all precedences, it is the answer. Else an
//! item of it that lacks one is decided: once it is in, with all before it, and once it is out, with all behind it. The
//! node with the highest bound goes first, so that the first sound one is the best of all, ties included.

use std::collections::BinaryHeap;

use super::forest::{Branch, Worth, best};
use super::precedence::{followers, reduced, with_all_before};
use super::set::{Set, words};

/// What is chosen from, in whole numbers, in the order of the ranking.
pub(super) struct Problem<'a, V> {
    /// In steps.
    pub(super) efforts: &'a [usize],
    pub(super) values: &'a [V],
    pub(super) after: &'a [Vec<usize>],
    /// What is in whatever it is worth, with all that must come before it.
    pub(super) forced: &'a [bool],
    /// In steps.
    pub(super) capacity: usize,
}

/// What was found: the best set that is sound, and a total that none exceeds; its own where it is proven to be the best.
pub(super) struct Found<V> {
    pub(super) set: Set,
    pub(super) bound: V,
}

/// What is decided about an item in a part of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decided {
    Open,
    In,
    Out,
}

/// A part of the search, with the best that its relaxation allows; the greatest goes first.
struct Node<V> {
    total: V,
    set: Set,
    decided: Vec<Decided>,
}

/// Searches with at most so many steps of work, and at least one node. `None` where what is forced doesn't fit.
pub(super) fn search<V: Worth>(problem: &Problem<'_, V>, work: usize) -> Option<Found<V>> {
    /// More parts than this are not kept, however small they are.
    const MOST_NODES: usize = 20_000;
    let n = problem.efforts.len();
    let cost = n.max(1).saturating_mul(problem.capacity + 1).saturating_mul(1 + words(n));
    let nodes = (work / cost).clamp(1, MOST_NODES);
    let after = reduced(problem.after);
    let tree = Precedences { followers: followers(&after), after };
    let begin = problem.forced.iter().map(|&forced| if forced { Decided::In } else { Decided::Open }).collect();
    let mut open = BinaryHeap::from([tree.relax(problem, begin)?]);
    let mut incumbent: Option<(V, Set)> = None;
    for _ in 0..nodes {
        let Some(node) = open.pop() else { break };
        let Some(lacking) = tree.lacking(&node.set) else {
            return Some(Found { bound: node.total, set: node.set });
        };
        let sound = tree.repaired(problem, &node);
        if incumbent.as_ref().is_none_or(|best| *best < sound) {
            incumbent = Some(sound);
        }
        let parts = [tree.with(&node.decided, lacking), tree.without(&node.decided, lacking)];
        let parts = parts.into_iter().flatten().filter_map(|decided| tree.relax(problem, decided));
        open.extend(
            parts.filter(|part| incumbent.as_ref().is_none_or(|best| (&part.total, &part.set) > (&best.0, &best.1))),
        );
    }
    let (total, set) = incumbent?;
    // Where no part is left that could be better, the incumbent is the best.
    let bound = open.into_iter().map(|node| node.total).fold(total, Ord::max);
    Some(Found { set, bound })
}

/// The precedences that don't follow from others, both ways.
struct Precedences {
    after: Vec<Vec<usize>>,
    followers: Vec<Vec<usize>>,
}

impl Precedences {
    /// The best that a part of the search allows with one precedence an item; `None` where what is in doesn't fit.
    fn relax<V: Worth>(&self, problem: &Problem<'_, V>, decided: Vec<Decided>) -> Option<Node<V>> {
        let n = decided.len();
        let mut set = Set::empty(n);
        let (mut used, mut total) = (0usize, V::zero());
        for item in (0..n).filter(|&item| decided[item] == Decided::In) {
            used = used.checked_add(problem.efforts[item])?;
            total = total + &problem.values[item];
            set.insert(item);
        }
        let capacity = problem.capacity.checked_sub(used)?;
        let (mut branches, mut places) = (Vec::new(), vec![None; n]);
        for item in self.in_order(&decided) {
            let open = self.after[item].iter().copied().filter(|&before| decided[before] == Decided::Open);
            let heaviest = open.max_by_key(|&before| (problem.efforts[before], std::cmp::Reverse(before)));
            places[item] = Some(branches.len());
            branches.push(Branch {
                item,
                effort: problem.efforts[item],
                value: problem.values[item].clone(),
                parent: heaviest.and_then(|before| places[before]),
            });
        }
        let (more, further) = best(&branches, capacity, n);
        further.items().for_each(|item| set.insert(item));
        Some(Node { total: total + &more, set, decided })
    }

    /// The open items, each behind those that it comes after.
    fn in_order(&self, decided: &[Decided]) -> Vec<usize> {
        let is_open = |item: usize| decided[item] == Decided::Open;
        let waits_for = |item: usize| self.after[item].iter().filter(|&&before| is_open(before)).count();
        let mut waiting: Vec<usize> = (0..decided.len()).map(waits_for).collect();
        let mut order: Vec<usize> = (0..decided.len()).filter(|&item| is_open(item) && waiting[item] == 0).collect();
        let mut at = 0;
        while at < order.len() {
            for &follower in &self.followers[order[at]] {
                waiting[follower] -= 1;
                if is_open(follower) && waiting[follower] == 0 {
                    order.push(follower);
                }
            }
            at += 1;
        }
        order
    }

    /// The highest item of a set that comes after something which isn't in it.
    fn lacking(&self, set: &Set) -> Option<usize> {
        set.items().find(|&item| self.after[item].iter().any(|&before| !set.has(before)))
    }

    fn with(&self, decided: &[Decided], item: usize) -> Option<Vec<Decided>> {
        let mut decided = decided.to_vec();
        for before in with_all_before(&self.after, item, |before| decided[before] == Decided::In) {
            if decided[before] == Decided::Out {
                return None;
            }
            decided[before] = Decided::In;
        }
        Some(decided)
    }

    fn without(&self, decided: &[Decided], item: usize) -> Option<Vec<Decided>> {
        let mut decided = decided.to_vec();
        for behind in with_all_before(&self.followers, item, |behind| decided[behind] == Decided::Out) {
            if decided[behind] == Decided::In {
                return None;
            }
            decided[behind] = Decided::Out;
        }
        Some(decided)
    }

    /// A sound set near a relaxed one: without what lacks something, and then with what still fits, down the ranking.
    fn repaired<V: Worth>(&self, problem: &Problem<'_, V>, node: &Node<V>) -> (V, Set) {
        let mut set = node.set.clone();
        while let Some(item) = self.lacking(&set) {
            set.remove(item);
        }
        let used: usize = set.items().map(|item| problem.efforts[item]).sum();
        let mut room = problem.capacity.saturating_sub(used);
        for item in 0..problem.efforts.len() {
            let is_ready = self.after[item].iter().all(|&before| set.has(before));
            if !set.has(item) && is_ready && problem.efforts[item] <= room && problem.values[item] >= V::zero() {
                set.insert(item);
                room -= problem.efforts[item];
            }
        }
        let total = set.items().fold(V::zero(), |total, item| total + &problem.values[item]);
        (total, set)
    }
}

impl<V: Ord> PartialEq for Node<V> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<V: Ord> Eq for Node<V> {}

impl<V: Ord> PartialOrd for Node<V> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<V: Ord> Ord for Node<V> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (&self.total, &self.set).cmp(&(&other.total, &other.set))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_after_two_others_waits_for_both() {
        let after = [vec![1, 2], vec![], vec![], vec![]];
        let (efforts, values) = ([1, 2, 2, 3], [9i128, 1, 1, 8]);
        let problem = |capacity: usize| {
            let (efforts, values) = (&efforts, &values);
            let problem = Problem { efforts, values, after: &after, forced: &[false; 4], capacity };
            search(&problem, 10_000).map(|found| (found.set.items().collect::<Vec<_>>(), found.bound))
        };
        assert_eq!(problem(4), Some((vec![3], 8)));
        assert_eq!(problem(5), Some((vec![0, 1, 2], 11)));
    }

    #[test]
    fn with_too_little_work_the_bound_still_holds() {
        let after = [vec![1, 2], vec![], vec![], vec![]];
        let (efforts, values) = ([1, 2, 2, 3], [9i128, 1, 1, 8]);
        let problem = Problem { efforts: &efforts, values: &values, after: &after, forced: &[false; 4], capacity: 4 };
        let found = search(&problem, 1).expect("nothing is forced");
        assert!(found.bound >= 8, "{}", found.bound);
        assert!(!found.set.has(0) || found.set.has(1) && found.set.has(2));
    }
}
