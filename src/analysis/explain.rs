//! Why an item stands where it does: its neighbours, and the smallest change of one rating that lifts it.
//!
//! A change is counted in steps of the finest place that the criterion's column uses: where everybody rates in whole
//! numbers the answer is a whole number. The search is exact: scores grow with each rating or fall with it.

use crate::backlog::Backlog;
use crate::decimal::Decimal;
use crate::model::{NodeId, Scale};
use crate::scoring::{Exact, Ranking, Reason, Scorer};

/// How far a quantity is searched: this many doublings of one step.
const DOUBLINGS: u32 = 60;

/// The answer for one item.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The item's row.
    pub row: usize,
    /// Its place among the ranked items, or why it has none.
    pub standing: Result<usize, Reason>,
    /// The places of the items just above, all of one rank; none for a leader.
    pub above: Vec<usize>,
    /// The places of the items just below, all of one rank.
    pub below: Vec<usize>,
    /// For each criterion that can do it alone, the smallest change that lifts the item past those above.
    pub changes: Vec<Change>,
}

/// A change of one rating.
#[derive(Clone, Debug)]
pub struct Change {
    /// The criterion.
    pub criterion: NodeId,
    /// The rating now.
    pub from: Decimal,
    /// The rating that would do.
    pub to: Decimal,
    /// The score with it.
    pub score: Exact,
    /// The rank with it.
    pub rank: usize,
}

/// Explains the item of a row.
pub fn explain(scorer: Scorer<'_>, ranking: &Ranking, row: usize) -> Explanation {
    let Some(place) = ranking.place(row) else {
        let reason = scorer.score(row).err().unwrap_or(Reason::TooLarge);
        return Explanation { row, standing: Err(reason), above: Vec::new(), below: Vec::new(), changes: Vec::new() };
    };
    let rank = ranking.standings[place].rank;
    let with_rank = |rank: Option<u32>| {
        let places = (0..ranking.standings.len()).filter(|&place| Some(ranking.standings[place].rank) == rank);
        places.collect::<Vec<usize>>()
    };
    let higher = ranking.standings[..place].iter().rev().map(|standing| standing.rank).find(|above| *above < rank);
    let lower = ranking.standings[place..].iter().map(|standing| standing.rank).find(|below| *below > rank);
    let changes = match higher {
        Some(higher) => changes(scorer, ranking, row, higher as usize),
        None => Vec::new(),
    };
    Explanation { row, standing: Ok(place), above: with_rank(higher), below: with_rank(lower), changes }
}

/// The smallest change for each criterion that can do it, the smallest of them first.
fn changes(scorer: Scorer<'_>, ranking: &Ranking, row: usize, target: usize) -> Vec<Change> {
    let mut changes: Vec<(Effort, Change)> = scorer
        .plan
        .criteria()
        .into_iter()
        .filter_map(|criterion| smallest_change(scorer, ranking, row, criterion, target))
        .collect();
    changes.sort_by(|a, b| a.0.cmp(&b.0));
    changes.into_iter().map(|(_, change)| change).collect()
}

/// How large a change is: part of the scale for a bounded rating, part of the present value for a quantity.
type Effort = Exact;

fn smallest_change(
    scorer: Scorer<'_>,
    ranking: &Ranking,
    row: usize,
    criterion: NodeId,
    target: usize,
) -> Option<(Effort, Change)> {
    let from = scorer.backlog.reading(criterion)?.ratings.get(row)?;
    let raises = scorer.model.raises_score(criterion);
    let scale = scorer.model.rated_on(criterion);
    let step = step(scorer.backlog, criterion)?;
    // The rating after so many steps in the direction that helps; none beyond the scale.
    let after = |steps: i128| {
        let change = step.mantissa().checked_mul(steps)?;
        let places = step.scale().max(from.scale());
        let change = Decimal::new(change, step.scale()).at_scale(places)?;
        let from = from.at_scale(places)?;
        let moved = if raises { from.checked_add(change)? } else { from.checked_sub(change)? };
        Some(Decimal::new(moved, places)).filter(|moved| scale.holds(*moved))
    };
    let outcome = |rating: Decimal| {
        let supposed = [(criterion, rating)];
        let score = scorer.score_with(row, &supposed).ok()?;
        let rank = ranking.rank_with(scorer, row, &score, &supposed);
        // To be past those above is to have at least their rank, and not to share it with them.
        let level = ranking.standings.iter().any(|other| {
            other.rank as usize == target
                && other.row as usize != row
                && other.score == score
                && scorer.break_tie(row, &supposed, other.row as usize).is_eq()
        });
        (rank <= target && !level).then_some((score, rank))
    };
    let enough = |steps: i128| after(steps).and_then(|rating| outcome(rating).map(|found| (rating, found)));
    let mut high = 1i128;
    let mut doublings = 0;
    while enough(high).is_none() {
        after(high).filter(|_| doublings < DOUBLINGS)?;
        high = match after(high * 2) {
            Some(_) => high * 2,
            None => last_step(high, &after),
        };
        doublings += 1;
        if after(high + 1).is_none() && enough(high).is_none() {
            return None;
        }
    }
    let mut low = 0i128;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if enough(middle).is_some() { high = middle } else { low = middle }
    }
    let (to, (score, rank)) = enough(high)?;
    let distance = Exact::from(to).minus(&Exact::from(from)).to_ratio();
    let width = match scale {
        Scale::Bounded(low, high) => Exact::from(high).minus(&Exact::from(low)).to_ratio(),
        Scale::Quantity => Exact::from(from).to_ratio(),
    };
    let effort = if num_traits::Zero::is_zero(&width) { distance } else { distance / width };
    let effort = Exact::from(num_traits::Signed::abs(&effort));
    Some((effort, Change { criterion, from, to, score, rank }))
}

/// The last number of steps within the scale, known to lie between `inside` and its double.
fn last_step(inside: i128, after: &dyn Fn(i128) -> Option<Decimal>) -> i128 {
    let (mut low, mut high) = (inside, inside * 2);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if after(middle).is_some() { low = middle } else { high = middle }
    }
    low
}

/// One step of a criterion: one in the last place that its column uses.
fn step(backlog: &Backlog<'_>, criterion: NodeId) -> Option<Decimal> {
    let ratings = &backlog.reading(criterion)?.ratings;
    let places = (0..ratings.len())
        .filter(|&row| ratings.range(row).is_none())
        .filter_map(|row| ratings.get(row))
        .map(|rating| rating.scale())
        .max()
        .unwrap_or(0);
    Some(Decimal::new(1, places))
}
