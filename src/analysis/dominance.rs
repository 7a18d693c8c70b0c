//! Which items are beaten whatever the weights are.

use std::collections::HashMap;

use crate::backlog::Reading;
use crate::scoring::{Ranking, Scorer};

/// So many comparisons of two items are made at most; what a large file may still hide beyond them stays unsaid.
const COMPARISONS: usize = 200_000_000;

/// For each place of the ranking the place of an item that dominates it: at least as good on every criterion and better
/// on one. No weights put the dominated one ahead.
///
/// A dominator never has the lower score, so an item is compared with those ranked before it, and of them only with
/// those that nothing dominates. Equal rows are looked at once.
pub fn dominators(scorer: Scorer<'_>, ranking: &Ranking) -> Vec<Option<usize>> {
    let criteria = scorer.plan.criteria();
    let readings = criteria.iter().filter_map(|&node| scorer.backlog.reading(node));
    let columns: Vec<Vec<i128>> = readings.map(|reading| oriented(scorer, ranking, reading)).collect();
    let profile = |place: usize| columns.iter().map(|column| column[place]).collect::<Vec<i128>>();
    let mut undominated: Vec<(usize, Vec<i128>)> = Vec::new();
    let mut seen: HashMap<Vec<i128>, Option<usize>> = HashMap::new();
    let mut dominators = vec![None; ranking.standings.len()];
    let mut comparisons = 0;
    for (place, slot) in dominators.iter_mut().enumerate() {
        let own = profile(place);
        if let Some(known) = seen.get(&own) {
            *slot = *known;
            continue;
        }
        let dominates = |other: &(usize, Vec<i128>)| other.1.iter().zip(&own).all(|(theirs, mine)| theirs >= mine);
        let position = undominated.iter().position(dominates);
        comparisons += position.unwrap_or(undominated.len()) + 1;
        *slot = position.map(|position| undominated[position].0);
        if slot.is_none() {
            undominated.push((place, own.clone()));
        }
        seen.insert(own, *slot);
        if comparisons > COMPARISONS {
            break;
        }
    }
    dominators
}

/// The ranked items' ratings on a criterion, best item first, turned so that more is better.
pub fn oriented(scorer: Scorer<'_>, ranking: &Ranking, reading: &Reading) -> Vec<i128> {
    let sign = if scorer.model.raises_score(reading.node) { 1 } else { -1 };
    let rating = |row: u32| reading.ratings.mantissa(row as usize).unwrap_or_default() * sign;
    ranking.standings.iter().map(|standing| rating(standing.row)).collect()
}
