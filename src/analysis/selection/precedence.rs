//! What must come first: cycles, everything that stands before an item, and the precedences that matter.
//!
//! `after[item]` lists the items that must be there before it is.

/// Cycles that share no item, each as items of which one comes after the next and the last after the first. Without these
/// items there is no cycle left. One pass over all precedences.
pub fn cycles(after: &[Vec<usize>]) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Seen {
        No,
        OnTheWay,
        Done,
    }
    let mut seen = vec![Seen::No; after.len()];
    let mut cycles = Vec::new();
    for start in 0..after.len() {
        if seen[start] != Seen::No {
            continue;
        }
        // The way from `start`, each with the place of the next precedence to follow.
        let mut way = vec![(start, 0)];
        seen[start] = Seen::OnTheWay;
        while let Some(&mut (item, ref mut next)) = way.last_mut() {
            let Some(&before) = after[item].get(*next) else {
                seen[item] = Seen::Done;
                way.pop();
                continue;
            };
            *next += 1;
            match seen[before] {
                Seen::Done => {}
                Seen::OnTheWay => {
                    let first = way.iter().position(|(item, _)| *item == before).unwrap_or_default();
                    let cycle: Vec<usize> = way.drain(first..).map(|(item, _)| item).collect();
                    cycle.iter().for_each(|&item| seen[item] = Seen::Done);
                    cycles.push(cycle);
                }
                Seen::No => {
                    seen[before] = Seen::OnTheWay;
                    way.push((before, 0));
                }
            }
        }
    }
    cycles
}

/// An item with all that must come before it and isn't `there` yet, in no order that means anything.
pub(in crate::analysis) fn with_all_before(
    after: &[Vec<usize>],
    item: usize,
    there: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut met = std::collections::HashSet::from([item]);
    let mut all = vec![item];
    let mut at = 0;
    while at < all.len() {
        for &before in &after[all[at]] {
            if !there(before) && met.insert(before) {
                all.push(before);
            }
        }
        at += 1;
    }
    all
}

/// For each item those that come directly after it.
pub(super) fn followers(after: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut followers = vec![Vec::new(); after.len()];
    for (item, before) in after.iter().enumerate() {
        before.iter().for_each(|&before| followers[before].push(item));
    }
    followers
}

/// The same precedences without those that follow from others: transitive reduction. There is no cycle.
pub(super) fn reduced(after: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let reduce = |before: &Vec<usize>| {
        let mut before = before.clone();
        before.sort_unstable();
        before.dedup();
        if before.len() < 2 {
            return before;
        }
        let further = |&other: &usize| with_all_before(after, other, |_| false).into_iter().skip(1);
        let implied: std::collections::HashSet<usize> = before.iter().flat_map(further).collect();
        before.retain(|item| !implied.contains(item));
        before
    };
    after.iter().map(reduce).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_is_named_from_where_it_begins() {
        assert!(cycles(&[vec![], vec![0], vec![1, 0]]).is_empty());
        assert_eq!(cycles(&[vec![1], vec![2], vec![3], vec![1]]), [[1, 2, 3]]);
        assert_eq!(cycles(&[vec![], vec![1]]), [[1]]);
    }

    #[test]
    fn every_cycle_that_shares_no_item_with_another_is_named() {
        assert_eq!(cycles(&[vec![0], vec![2], vec![1]]), [vec![0], vec![1, 2]]);
        // The first one is met on the way to the second, and 3 waits for both.
        assert_eq!(cycles(&[vec![1], vec![2], vec![1, 3], vec![4, 0], vec![3]]), [vec![1, 2], vec![3, 4]]);
    }

    #[test]
    fn what_follows_from_other_precedences_is_dropped() {
        assert_eq!(reduced(&[vec![], vec![0], vec![0, 1], vec![1, 1]]), [vec![], vec![0], vec![1], vec![1]]);
    }
}
