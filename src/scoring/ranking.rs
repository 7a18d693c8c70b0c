//! Ranks: standard competition ranking (1, 2, 2, 4) over exact scores.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::exact::Exact;
use super::scorer::{FastScorer, Possible, Reason, Scorer, Supposed};

/// More items than this are sorted on all cores.
const MANY: usize = 1 << 14;

/// A ranked item.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The item's row.
    pub row: u32,
    /// One more than the number of items that stand higher.
    pub rank: u32,
    /// The root's value.
    pub score: Exact,
}

/// An item without a rank.
#[derive(Clone, Debug)]
pub struct Unranked {
    /// The item's row.
    pub row: u32,
    /// Why it has none.
    pub reason: Reason,
}

/// The answer to "what comes first".
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// The ranked items, best first; items that share a rank keep the order of the file.
    pub standings: Vec<Standing>,
    /// The items without a rank, in the order of the file.
    pub unranked: Vec<Unranked>,
}

/// Ranks all items of a backlog.
pub fn rank(scorer: Scorer<'_>) -> Ranking {
    let mut ranking = Ranking::default();
    let mut fast = FastScorer::new(scorer);
    for row in 0..scorer.backlog.len() {
        match fast.score(row) {
            Ok(score) => ranking.standings.push(Standing { row: row as u32, rank: 0, score }),
            Err(reason) => ranking.unranked.push(Unranked { row: row as u32, reason }),
        }
    }
    let order = |a: &Standing, b: &Standing| outranks(scorer, b, a);
    // The row decides last, so that the order is one, whatever the sort and however many threads.
    let total = |a: &Standing, b: &Standing| order(a, b).then(a.row.cmp(&b.row));
    if ranking.standings.len() > MANY {
        ranking.standings.par_sort_unstable_by(total);
    } else {
        ranking.standings.sort_unstable_by(total);
    }
    for place in 0..ranking.standings.len() {
        let shared = place > 0 && order(&ranking.standings[place - 1], &ranking.standings[place]) == Ordering::Equal;
        ranking.standings[place].rank = if shared { ranking.standings[place - 1].rank } else { place as u32 + 1 };
    }
    ranking
}

/// `Greater` where the first stands higher than the second, `Equal` where they share a rank.
fn outranks(scorer: Scorer<'_>, one: &Standing, other: &Standing) -> Ordering {
    one.score.cmp(&other.score).then_with(|| scorer.break_tie(one.row as usize, &[], other.row as usize))
}

impl Ranking {
    /// The place in [`Ranking::standings`] of a row.
    pub fn place(&self, row: usize) -> Option<usize> {
        self.standings.iter().position(|standing| standing.row as usize == row)
    }

    /// For each of so many rows its place in [`Ranking::standings`], if it has one.
    pub fn places(&self, rows: usize) -> Vec<Option<usize>> {
        let mut places = vec![None; rows];
        for (place, standing) in self.standings.iter().enumerate() {
            places[standing.row as usize] = Some(place);
        }
        places
    }

    /// Whether the item at a place shares its rank.
    pub fn is_tied(&self, place: usize) -> bool {
        let rank = self.standings[place].rank;
        let shares = |other: Option<&Standing>| other.is_some_and(|other| other.rank == rank);
        shares(place.checked_sub(1).and_then(|before| self.standings.get(before)))
            || shares(self.standings.get(place + 1))
    }

    /// How many items have a rank of at most `top`; ties across the line are all in.
    pub fn within(&self, top: usize) -> usize {
        self.standings.partition_point(|standing| standing.rank as usize <= top)
    }

    /// The rank that a row would take among the ranked items with a score and some ratings supposed. A row that is
    /// ranked itself does not stand in its own way.
    pub fn rank_with(&self, scorer: Scorer<'_>, row: usize, score: &Exact, supposed: &[Supposed]) -> usize {
        let above = |standing: &Standing| {
            let order = score.cmp(&standing.score);
            order.then_with(|| scorer.break_tie(row, supposed, standing.row as usize)) == Ordering::Less
        };
        let higher = self.standings.partition_point(above);
        let own = self.standings[..higher].iter().any(|standing| standing.row as usize == row);
        higher + 1 - usize::from(own)
    }

    /// The best and the worst rank that an item with blanks could take among the ranked ones.
    pub fn possible_ranks(&self, scorer: Scorer<'_>, row: usize, possible: &Possible) -> (usize, usize) {
        let supposed = |best| scorer.suppose_blanks(row, best).unwrap_or_default();
        let best = possible.high.as_ref().map_or(1, |score| self.rank_with(scorer, row, score, &supposed(true)));
        let worst = possible
            .low
            .as_ref()
            .map_or(self.standings.len() + 1, |score| self.rank_with(scorer, row, score, &supposed(false)));
        (best, worst)
    }
}
