//! The best set out of trees of items: depth-first dynamic programming on effort.
//!
//! Items stand in depth-first order, so that an item and all that hangs on it are neighbours. Then
//! `best(p, c) = max(value(p) + best(p + 1, c − effort(p)), best(end(p), c))`: with the item at p, or without it and all
//! that hangs on it. That is n·(C + 1) steps for n items and a capacity of C (Johnson and Niemi 1983, "On knapsacks,
//! partitions, and a new dynamic programming technique for trees"; Cho and Shaw 1997).
//!
//! Each state carries its set, so that equal totals are told apart by the ranking and nothing has to be traced back. With
//! the heaviest branch last among its siblings at most log₂ n + 2 rows of states are kept at a time.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Add;

use num_traits::Zero;

use super::set::{Set, place, words};

/// A number that values are added up in: exact, whole.
pub(super) trait Worth: Clone + Ord + Zero + for<'a> Add<&'a Self, Output = Self> {}

impl<V: Clone + Ord + Zero + for<'a> Add<&'a V, Output = V>> Worth for V {}

/// An item in a tree.
#[derive(Clone, Debug)]
pub(super) struct Branch<V> {
    /// Its place in the ranking.
    pub(super) item: usize,
    /// In steps.
    pub(super) effort: usize,
    pub(super) value: V,
    /// The place among the branches of the one that must be there before it.
    pub(super) parent: Option<usize>,
}

/// The states of a row: for each capacity the best total and its set.
struct Row<V> {
    totals: Vec<V>,
    sets: Vec<u64>,
}

/// The best total within `capacity` steps, and of the sets that have it the greatest. `items` is how many the ranking has.
pub(super) fn best<V: Worth>(branches: &[Branch<V>], capacity: usize, items: usize) -> (V, Set) {
    let (order, ends) = depth_first(branches);
    let (n, width) = (order.len(), words(items));
    let empty = Row { totals: vec![V::zero(); capacity + 1], sets: vec![0; (capacity + 1) * width] };
    let mut rows = BTreeMap::from([(n, empty)]);
    // How many positions above still ask for a row.
    let mut asked = vec![0usize; n + 1];
    for position in 0..n {
        asked[position + 1] += 1;
        asked[ends[position]] += 1;
    }
    for position in (0..n).rev() {
        let branch = &branches[order[position]];
        let (with, without) = (position + 1, ends[position]);
        asked[with] -= 1;
        asked[without] -= 1;
        let taken = if asked[without] == 0 { rows.remove(&without) } else { None };
        let row = match taken {
            // Nobody else asks for the row: it becomes the new one.
            Some(mut row) if with == without => {
                row.take_in_place(branch, width);
                row
            }
            taken => {
                let base = taken.or_else(|| rows.get(&without).map(Row::copied));
                let Some(mut row) = base else { continue };
                if let Some(with) = rows.get(&with) {
                    row.take(branch, with, width);
                }
                row
            }
        };
        if asked[with] == 0 {
            rows.remove(&with);
        }
        rows.insert(position, row);
    }
    let found = rows.remove(&0).and_then(|mut row| {
        let set = Set::of_words(&row.sets[capacity * width..]);
        row.totals.pop().map(|total| (total, set))
    });
    found.unwrap_or_else(|| (V::zero(), Set::empty(items)))
}

impl<V: Worth> Row<V> {
    fn copied(&self) -> Self {
        Self { totals: self.totals.clone(), sets: self.sets.clone() }
    }

    /// Takes the branch wherever that is better; this row is the one without it and `with` the one below it.
    fn take(&mut self, branch: &Branch<V>, with: &Self, width: usize) {
        let (word, bit) = place(branch.item);
        for capacity in branch.effort..self.totals.len() {
            let from = capacity - branch.effort;
            let total = with.totals[from].clone() + &branch.value;
            let set = &with.sets[from * width..(from + 1) * width];
            let own = &mut self.sets[capacity * width..(capacity + 1) * width];
            if is_better(&total, set, (word, bit), &self.totals[capacity], own) {
                self.totals[capacity] = total;
                own.copy_from_slice(set);
                own[word] |= bit;
            }
        }
    }

    /// The same where the row without the branch and the one below it are one: from the largest capacity down, so that
    /// what is read has not been written yet.
    fn take_in_place(&mut self, branch: &Branch<V>, width: usize) {
        let (word, bit) = place(branch.item);
        for capacity in (branch.effort..self.totals.len()).rev() {
            let from = capacity - branch.effort;
            let total = self.totals[from].clone() + &branch.value;
            let (set, own) = (&self.sets[from * width..(from + 1) * width], &self.sets[capacity * width..]);
            if is_better(&total, set, (word, bit), &self.totals[capacity], &own[..width]) {
                self.totals[capacity] = total;
                self.sets.copy_within(from * width..(from + 1) * width, capacity * width);
                self.sets[capacity * width + word] |= bit;
            }
        }
    }
}

/// Whether a total, whose set gets one more bit, is better than another one: greater, or equal with a greater set.
fn is_better<V: Ord>(total: &V, set: &[u64], (word, bit): (usize, u64), other: &V, others: &[u64]) -> bool {
    let has_greater_set = || {
        let with_bit = |at: usize| if at == word { set[at] | bit } else { set[at] };
        let differs = (0..set.len()).find(|&at| with_bit(at) != others[at]);
        differs.is_some_and(|at| with_bit(at) > others[at])
    };
    match total.cmp(other) {
        Ordering::Greater => true,
        Ordering::Equal => has_greater_set(),
        Ordering::Less => false,
    }
}

/// The branches in depth-first order, the heaviest of siblings last; and for each position where what hangs on it ends.
fn depth_first<V>(branches: &[Branch<V>]) -> (Vec<usize>, Vec<usize>) {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); branches.len()];
    let mut roots = Vec::new();
    for (number, branch) in branches.iter().enumerate() {
        match branch.parent {
            Some(parent) => below[parent].push(number),
            None => roots.push(number),
        }
    }
    // Breadth first, parents stand before their children; backwards sizes add up.
    let mut queue = roots.clone();
    let mut at = 0;
    while at < queue.len() {
        queue.extend_from_slice(&below[queue[at]]);
        at += 1;
    }
    let mut sizes = vec![1usize; branches.len()];
    for &number in queue.iter().rev() {
        if let Some(parent) = branches[number].parent {
            sizes[parent] += sizes[number];
        }
    }
    below.iter_mut().chain([&mut roots]).for_each(|siblings| siblings.sort_by_key(|&number| sizes[number]));
    let (mut order, mut ends) = (Vec::with_capacity(queue.len()), Vec::with_capacity(queue.len()));
    let mut open: Vec<usize> = roots.into_iter().rev().collect();
    while let Some(number) = open.pop() {
        ends.push(order.len() + sizes[number]);
        order.push(number);
        open.extend(below[number].iter().rev());
    }
    (order, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn branch(item: usize, effort: usize, value: i128, parent: Option<usize>) -> Branch<i128> {
        Branch { item, effort, value, parent }
    }

    fn chosen(branches: &[Branch<i128>], capacity: usize) -> (i128, Vec<usize>) {
        let (total, set) = best(branches, capacity, branches.len());
        (total, set.items().collect())
    }

    /// Kellerer, Pferschy and Pisinger 2004, "Knapsack Problems", chapter 2: capacity 9, the best set has the profit 15.
    #[test]
    fn the_example_of_knapsack_problems_chapter_2() {
        let (efforts, values) = ([2, 3, 6, 7, 5, 9, 4], [6, 5, 8, 9, 6, 7, 3]);
        let branches: Vec<_> = (0..7).map(|item| branch(item, efforts[item], values[item], None)).collect();
        assert_eq!(chosen(&branches, 9), (15, vec![0, 3]));
    }

    #[test]
    fn nothing_comes_without_what_must_come_first() {
        let chain = [branch(0, 1, 9, Some(1)), branch(1, 2, 0, None), branch(2, 2, 5, None)];
        assert_eq!(chosen(&chain, 2), (5, vec![2]));
        assert_eq!(chosen(&chain, 3), (9, vec![0, 1]));
    }

    #[test]
    fn of_equal_totals_the_higher_ranks_are_taken() {
        let branches = [branch(0, 2, 5, None), branch(1, 1, 3, None), branch(2, 1, 2, None)];
        assert_eq!(chosen(&branches, 2), (5, vec![0]));
        assert_eq!(chosen(&[], 2), (0, vec![]));
    }
}
