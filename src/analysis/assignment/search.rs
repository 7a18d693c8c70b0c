//! Branch and bound over who does what, the largest task first, down to the most even shares.

use std::collections::BTreeMap;

use super::{Deal, Share, descending};

/// So many shares are looked at, at most: about a second's work.
const MOST_LOOKS: usize = 10_000_000;

/// With more tasks than this there is no hope of an end.
const MOST_TASKS: usize = 60;

/// Looks for owners that make the shares more even than those at hand; with them, whether the search came to its end, so
/// that none are more even.
pub(super) fn search<V: Share>(deal: &Deal<V>, at_hand: Vec<usize>) -> (Vec<usize>, bool) {
    if deal.tasks.iter().all(|task| task.adds.len() == 1) {
        return (at_hand, true);
    }
    if deal.tasks.len() > MOST_TASKS {
        return (at_hand, false);
    }
    let mut search = Search {
        deal,
        kinds: kinds(deal),
        best: descending(&deal.dealt(&at_hand)),
        owners: at_hand,
        way: Vec::with_capacity(deal.tasks.len()),
        looks: 0,
    };
    let ended = search.go_on(&mut deal.shares.clone());
    (search.owners, ended)
}

struct Search<'a, V> {
    deal: &'a Deal<V>,
    /// For each person a number that those have in common who can do the same tasks for the same share.
    kinds: Vec<usize>,
    best: Vec<V>,
    owners: Vec<usize>,
    way: Vec<usize>,
    looks: usize,
}

impl<V: Share> Search<'_, V> {
    /// Deals out the tasks behind those on the way; `false` where there is no more time.
    fn go_on(&mut self, shares: &mut Vec<V>) -> bool {
        let Some(task) = self.deal.tasks.get(self.way.len()) else {
            // Whoever gets here is better than the best.
            self.best = descending(shares);
            self.owners.clone_from(&self.way);
            return true;
        };
        let mut ways: Vec<(V, usize)> =
            task.adds.iter().map(|(person, add)| (shares[*person].clone() + add, *person)).collect();
        ways.sort_unstable();
        let mut tried: Vec<(V, usize)> = Vec::with_capacity(ways.len());
        for (share, person) in ways {
            if share > self.best[0] {
                // All further ways have higher shares still.
                break;
            }
            let alike = (shares[person].clone(), self.kinds[person]);
            if tried.contains(&alike) {
                continue;
            }
            tried.push(alike);
            self.looks += shares.len();
            if self.looks > MOST_LOOKS {
                return false;
            }
            let before = std::mem::replace(&mut shares[person], share);
            // Shares only grow: if they are no better now, they never will be.
            if descending(shares) < self.best {
                self.way.push(person);
                let ended = self.go_on(shares);
                self.way.pop();
                if !ended {
                    return false;
                }
            }
            shares[person] = before;
        }
        true
    }
}

/// For each person a number; those with the same one are the same for all tasks.
fn kinds<V: Share>(deal: &Deal<V>) -> Vec<usize> {
    let mut known: BTreeMap<Vec<Option<V>>, usize> = BTreeMap::new();
    let abilities = |person: usize| deal.tasks.iter().map(|task| task.add(person).cloned()).collect();
    let mut kinds = Vec::with_capacity(deal.shares.len());
    for person in 0..deal.shares.len() {
        let next = known.len();
        kinds.push(*known.entry(abilities(person)).or_insert(next));
    }
    kinds
}
