//! How the raters stand to each other: who is lenient, whose order is another one, and how alike they are as a whole.

use super::concordance::{Concordance, concordance};
use super::correlation::rank_correlation;
use super::reliability::{Metric, alpha};
use super::sequence::{shuffle, stream};
use super::spread::{double, median_without};
use crate::backlog::{Panel, Rating};
use crate::decimal::Decimal;
use crate::model::Scale;
use crate::scoring::{Scorer, rank};

/// One rater beside the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Stance {
    /// The mean signed deviation of the ratings from the mean of the others' ratings of the same, in points; above nought
    /// is lenient, so for criteria of which less is better a higher rating counts below it. `None` where nobody else rated
    /// the same on a scale with ends.
    pub leniency: Option<f64>,
    /// Spearman's correlation of the items' ranks by this rater's ratings and by the medians of the others'; `None` where
    /// there are fewer than two items that have both, or nothing is ordered.
    pub correlation: Option<f64>,
    /// How many ratings there are.
    pub rated: usize,
}

/// The raters as a whole.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// Each rater, in the order of the panel.
    pub stances: Vec<Stance>,
    /// How alike their rankings are, over the items that all of them rank; raters whose ratings rank nothing are left out.
    pub concordance: Option<Concordance>,
    /// Krippendorff's alpha for each criterion of the panel, by the distance of the ratings.
    pub alphas: Vec<Option<f64>>,
}

/// Compares the raters of a panel. `scorer` is one whose rows are the panel's items; only its model, its plan and what
/// decides ties are used.
pub fn agreement(panel: &Panel<'_>, scorer: Scorer<'_>, seed: u64) -> Agreement {
    let sorted = Sorted::new(panel);
    let own = |rater: usize| move |item: usize, criterion: usize| panel.ratings(item, criterion)[rater];
    let ranks: Vec<Vec<Option<u32>>> = (0..panel.raters.len()).map(|rater| ranks(panel, scorer, own(rater))).collect();
    let stance = |(rater, own): (usize, &Vec<Option<u32>>)| {
        let rest = |item: usize, criterion: usize| sorted.rest(panel, item, criterion, rater).map(Rating::Exact);
        let (own, rest): (Vec<u32>, Vec<u32>) =
            own.iter().zip(self::ranks(panel, scorer, rest)).filter_map(|(own, rest)| Some(((*own)?, rest?))).unzip();
        let every = (0..panel.items.len()).flat_map(|item| (0..panel.criteria.len()).map(move |at| (item, at)));
        let rated = every.filter(|&(item, criterion)| panel.ratings(item, criterion)[rater].is_some()).count();
        Stance { leniency: leniency(panel, scorer, rater), correlation: rank_correlation(&own, &rest), rated }
    };
    Agreement {
        stances: ranks.iter().enumerate().map(stance).collect(),
        concordance: concordance(&common(&ranks), seed),
        alphas: (0..panel.criteria.len())
            .map(|criterion| alpha(&sorted.units(panel, criterion), Metric::Interval))
            .collect(),
    }
}

/// The raters in an order by chance, under letters: A, B, C … The same seed gives the same order.
pub fn anonymous<'t>(panel: &Panel<'t>, seed: u64) -> Panel<'t> {
    const STREAM: u64 = 1;
    let mut order: Vec<usize> = (0..panel.raters.len()).collect();
    shuffle(&mut order, &mut stream(seed, STREAM));
    panel.reseated(&order, (0..order.len()).map(letters).collect())
}

/// A, B … Z, AA, AB …
fn letters(number: usize) -> String {
    let last = char::from(b'A' + (number % 26) as u8);
    let before = if number < 26 { String::new() } else { letters(number / 26 - 1) };
    format!("{before}{last}")
}

/// The rank of each item by some ratings; none where a rating is missing.
fn ranks(panel: &Panel<'_>, scorer: Scorer<'_>, rating: impl Fn(usize, usize) -> Option<Rating>) -> Vec<Option<u32>> {
    let backlog = panel.backlog(rating);
    let ranking = rank(Scorer { backlog: &backlog, ..scorer });
    let mut ranks = vec![None; panel.items.len()];
    ranking.standings.iter().for_each(|standing| ranks[standing.row as usize] = Some(standing.rank));
    ranks
}

/// The rankings of the raters who rank anything, over the items that all of those rank.
fn common(ranks: &[Vec<Option<u32>>]) -> Vec<Vec<u32>> {
    let ranking: Vec<&Vec<Option<u32>>> = ranks.iter().filter(|own| own.iter().any(Option::is_some)).collect();
    let items = ranking.first().map_or(0, |own| own.len());
    let shared: Vec<usize> = (0..items).filter(|&item| ranking.iter().all(|own| own[item].is_some())).collect();
    ranking.iter().map(|own| shared.iter().filter_map(|&item| own[item]).collect()).collect()
}

fn leniency(panel: &Panel<'_>, scorer: Scorer<'_>, rater: usize) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0usize);
    for (criterion, &node) in panel.criteria.iter().enumerate() {
        if scorer.model.rated_on(node) == Scale::Quantity {
            continue;
        }
        let sign = if scorer.model.raises_score(node) { 1.0 } else { -1.0 };
        for item in 0..panel.items.len() {
            let (mut own, mut others, mut n) = (None, 0.0, 0usize);
            for (who, rating) in panel.given(item, criterion) {
                if who == rater {
                    own = Some(double(rating));
                } else {
                    (others, n) = (others + double(rating), n + 1);
                }
            }
            if let Some(own) = own.filter(|_| n > 0) {
                sum += sign * (own - others / n as f64);
                count += 1;
            }
        }
    }
    (count > 0).then(|| sum / count as f64)
}

/// The ratings of each item on each criterion, the lowest first.
struct Sorted(Vec<Vec<Decimal>>);

impl Sorted {
    fn new(panel: &Panel<'_>) -> Self {
        let cells = (0..panel.items.len()).flat_map(|item| (0..panel.criteria.len()).map(move |at| (item, at)));
        let sorted = |(item, criterion)| {
            let mut given: Vec<Decimal> = panel.given(item, criterion).map(|(_, rating)| rating).collect();
            given.sort_unstable();
            given
        };
        Self(cells.map(sorted).collect())
    }

    /// The median of what all but one rater gave.
    fn rest(&self, panel: &Panel<'_>, item: usize, criterion: usize, rater: usize) -> Option<Decimal> {
        let sorted = &self.0[item * panel.criteria.len() + criterion];
        match panel.ratings(item, criterion)[rater].and_then(Rating::counted) {
            Some(own) => median_without(sorted, own),
            None => super::spread::median(sorted),
        }
    }

    /// The ratings on a criterion, item by item.
    fn units(&self, panel: &Panel<'_>, criterion: usize) -> Vec<Vec<Decimal>> {
        self.0.iter().skip(criterion).step_by(panel.criteria.len().max(1)).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_behind_z() {
        assert_eq!([0, 25, 26, 27, 702].map(letters), ["A", "Z", "AA", "AB", "AAA"]);
    }
}
