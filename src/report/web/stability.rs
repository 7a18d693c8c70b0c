//! How sure the answer is, for the page: sentences, intervals, and how often the leading items take which ranks.

use num_traits::ToPrimitive;
use serde::Serialize;

use crate::analysis::{Interval, ItemDraws, Reach};
use crate::report::StabilityReport;

/// So many groups of ranks within the cutoff are told apart.
const GROUPS: usize = 9;
/// So many items are shown, and none that hardly ever comes within the cutoff.
const SHOWN: usize = 60;
const HARDLY: f64 = 0.005;

#[derive(Serialize)]
pub(super) struct Stability<'a> {
    sentences: Vec<String>,
    criteria: Vec<Criterion<'a>>,
    draws: usize,
    seed: u64,
    standard_error: Option<f64>,
    /// Ranks from and to; the last group ends nowhere.
    buckets: Vec<(usize, Option<usize>)>,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    key: &'a str,
    share: f64,
    first: [f64; 2],
    top: Option<[f64; 2]>,
    order: [f64; 2],
}

#[derive(Serialize)]
struct Item {
    /// The item's place among the page's items, from 0.
    item: usize,
    in_top: f64,
    first: f64,
    /// The part of the draws in each group of ranks.
    shares: Vec<f64>,
}

impl<'a> Stability<'a> {
    /// What the page shows of its items, which are some rows of the file; nothing where there is nothing to move.
    pub(super) fn new(report: StabilityReport<'a>, rows: &[usize]) -> Option<Self> {
        if report.intervals.is_empty() && report.acceptability.is_none() {
            return None;
        }
        let criterion = |interval: &Interval| Criterion {
            key: &report.scorer.model.nodes[interval.criterion].key,
            share: interval.share.to_f64().unwrap_or_default(),
            first: ends(&interval.leader),
            top: interval.top.as_ref().map(ends),
            order: ends(&interval.order),
        };
        let drawn = report.acceptability.map_or(&[][..], |acceptability| &acceptability.items);
        let buckets = buckets(report.drawing.top, drawn.len());
        let part = |count: u64| count as f64 / report.drawing.draws as f64;
        let is_within = |row: u32| {
            report
                .ranking
                .place(row as usize)
                .is_some_and(|place| report.ranking.standings[place].rank as usize <= report.drawing.top)
        };
        let shown = |item: &&ItemDraws| part(item.in_top) >= HARDLY || is_within(item.row);
        let item = |item: &ItemDraws| {
            Some(Item {
                item: rows.binary_search(&(item.row as usize)).ok()?,
                in_top: part(item.in_top),
                first: part(item.ranks.first().copied().unwrap_or_default().into()),
                shares: buckets.iter().map(|bucket| part(within(item, *bucket, report.drawing.draws))).collect(),
            })
        };
        let items = drawn.iter().filter(shown).take(SHOWN).filter_map(item).collect();
        Some(Self {
            sentences: report.words(),
            criteria: report.intervals.iter().map(criterion).collect(),
            draws: report.drawing.draws,
            seed: report.drawing.seed,
            standard_error: report.acceptability.map(|acceptability| acceptability.standard_error),
            items,
            buckets,
        })
    }
}

fn ends(reach: &Reach) -> [f64; 2] {
    [&reach.low, &reach.high].map(|end| end.share.to_f64().unwrap_or_default())
}

/// Groups of ranks: those within the cutoff in at most nine, and all that are below it.
fn buckets(top: usize, items: usize) -> Vec<(usize, Option<usize>)> {
    let within = top.min(items);
    let size = within.div_ceil(GROUPS).max(1);
    let group = |from: usize| (from, Some((from + size - 1).min(within)));
    let mut buckets: Vec<_> = (1..=within).step_by(size).map(group).collect();
    if within < items {
        buckets.push((within + 1, None));
    }
    buckets
}

/// How many draws gave an item a rank of a group.
fn within(item: &ItemDraws, (low, high): (usize, Option<usize>), draws: usize) -> u64 {
    let counted = |low: usize, high: usize| -> u64 {
        let high = high.min(item.ranks.len());
        item.ranks.get(low..high).unwrap_or_default().iter().map(|&count| u64::from(count)).sum()
    };
    match high {
        Some(high) => counted(low - 1, high),
        // Ranks beyond those that are counted one by one are below the cutoff too.
        None => (draws as u64).saturating_sub(counted(0, low - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_fall_into_ten_groups_at_most() {
        assert_eq!(buckets(3, 5), [(1, Some(1)), (2, Some(2)), (3, Some(3)), (4, None)]);
        assert_eq!(buckets(10, 12).first(), Some(&(1, Some(2))));
        assert_eq!(buckets(10, 10).last(), Some(&(9, Some(10))));
        assert_eq!(buckets(100, 1000).len(), 10);
    }
}
