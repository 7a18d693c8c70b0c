//! How a ranking moves under other weights: the same ratings ranked once more, and the two orders side by side.

use super::correlation::{Pairs, compare_pairs};
use crate::model::Weights;
use crate::scoring::{Plan, Ranking, Scorer, Standing, rank};

/// Weights with a name.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The name.
    pub name: String,
    /// A weight for each node of the model.
    pub weights: Weights,
}

/// The ranking under a scenario, beside the one under the base weights.
#[derive(Debug)]
pub struct Alternative<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The model with the scenario's weights.
    pub plan: &'a Plan,
    /// The ranks under them.
    pub ranking: Ranking,
    /// For each row its place in the ranking, if it has one.
    pub places: Vec<Option<usize>>,
    /// How the pairs of items stand that have ranks in both rankings.
    pub pairs: Pairs,
    /// The rows that come to stand within the cutoff, best first.
    pub entered: Vec<usize>,
    /// The rows that stood within the cutoff and don't any more, in the base's order.
    pub left: Vec<usize>,
}

/// Ranks a backlog under a scenario's weights; the cutoff stands under rank `top`, with ties across it inside.
pub fn what_if<'a>(
    base: Scorer<'_>,
    ranking: &Ranking,
    scenario: &'a Scenario,
    plan: &'a Plan,
    top: usize,
) -> Alternative<'a> {
    let other = rank(Scorer { plan, ..base });
    let (before, places) = (ranking.places(base.backlog.len()), other.places(base.backlog.len()));
    let pairs = pairs_of(ranking, &before, &other, &places);
    let outside = |ranking: &Ranking, places: &[Option<usize>], row: usize| {
        places[row].is_none_or(|place| ranking.standings[place].rank as usize > top)
    };
    let within = |ranking: &Ranking| -> Vec<usize> {
        ranking.standings[..ranking.within(top)].iter().map(|standing| standing.row as usize).collect()
    };
    let entered = within(&other).into_iter().filter(|&row| outside(ranking, &before, row)).collect();
    let left = within(ranking).into_iter().filter(|&row| outside(&other, &places, row)).collect();
    Alternative { scenario, plan, ranking: other, places, pairs, entered, left }
}

fn pairs_of(one: &Ranking, places: &[Option<usize>], other: &Ranking, others: &[Option<usize>]) -> Pairs {
    let rank = |standings: &[Standing], place: usize| standings[place].rank;
    let both = places.iter().zip(others).filter_map(|(place, other_place)| {
        Some((rank(&one.standings, (*place)?), rank(&other.standings, (*other_place)?)))
    });
    let (one, other): (Vec<u32>, Vec<u32>) = both.unzip();
    compare_pairs(&one, &other).unwrap_or_default()
}
