//! Which items are beaten whatever the weights are.

use std::collections::HashMap;

use crate::backlog::Reading;
use crate::decimal::Decimal;
use crate::scoring::{Ranking, Scorer};

/// So many comparisons of two items are made at most; what a large file may still hide beyond them stays unsaid.
const COMPARISONS: usize = 200_000_000;

/// For each place of the ranking the place of an item that dominates it: at least as good on every criterion and better
/// on one. No weights put the dominated one ahead. A range counts at its worse end for the one that dominates, at its
/// better end for the one that is dominated.
///
/// A dominator never has the lower score, so an item is compared with those ranked before it, and of them only with
/// those that nothing dominates. Equal rows are looked at once.
pub fn dominators(scorer: Scorer<'_>, ranking: &Ranking) -> Vec<Option<usize>> {
    let criteria = scorer.plan.criteria();
    let readings = criteria.iter().filter_map(|&node| scorer.backlog.reading(node));
    let columns: Vec<Vec<(Decimal, Decimal)>> = readings.map(|reading| ends(scorer, ranking, reading)).collect();
    let profile = |place: usize| columns.iter().map(|column| column[place]).collect::<Vec<(Decimal, Decimal)>>();
    let mut undominated: Vec<(usize, Vec<(Decimal, Decimal)>)> = Vec::new();
    let mut seen: HashMap<Vec<(Decimal, Decimal)>, Option<usize>> = HashMap::new();
    let mut dominators = vec![None; ranking.standings.len()];
    let mut comparisons = 0;
    for (place, slot) in dominators.iter_mut().enumerate() {
        let own = profile(place);
        if let Some(known) = seen.get(&own) {
            *slot = *known;
            continue;
        }
        let dominates = |other: &(usize, Vec<(Decimal, Decimal)>)| {
            let mut pairs = other.1.iter().zip(&own).map(|((worst, _), (_, best))| worst.cmp(best));
            // All of them are looked at only where none of the first says no.
            let mut is_better = false;
            pairs.all(|order| {
                is_better |= order.is_gt();
                order.is_ge()
            }) && is_better
        };
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

/// The worse and the better end of each ranked item's rating on a criterion, turned so that more is better.
fn ends(scorer: Scorer<'_>, ranking: &Ranking, reading: &Reading) -> Vec<(Decimal, Decimal)> {
    let raises = scorer.model.raises_score(reading.node);
    let turned = |rating: Decimal| if raises { rating } else { Decimal::new(-rating.mantissa(), rating.scale()) };
    let end = |row: usize| match reading.ratings.range(row) {
        Some((low, high)) if raises => (turned(low), turned(high)),
        Some((low, high)) => (turned(high), turned(low)),
        None => {
            let rating = turned(reading.ratings.get(row).unwrap_or(Decimal::ZERO));
            (rating, rating)
        }
    };
    ranking.standings.iter().map(|standing| end(standing.row as usize)).collect()
}

/// The ranked items' ratings on a criterion, best item first, turned so that more is better.
pub fn oriented(scorer: Scorer<'_>, ranking: &Ranking, reading: &Reading) -> Vec<i128> {
    let sign = if scorer.model.raises_score(reading.node) { 1 } else { -1 };
    let rating = |row: u32| reading.ratings.mantissa(row as usize).unwrap_or_default() * sign;
    ranking.standings.iter().map(|standing| rating(standing.row)).collect()
}
