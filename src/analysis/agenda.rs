//! What is worth talking about: where raters differ, and what their difference could still change.

use super::spread::{Spread, median, spread};
use crate::backlog::{Panel, Rating};
use crate::decimal::Decimal;
use crate::model::{Model, NodeId, ROOT, Weights};
use crate::scoring::{Ranking, Scorer};

/// The list to discuss, and what need not be discussed.
#[derive(Debug, Default)]
pub struct Agenda {
    /// Each item and criterion where raters differ, what matters most first.
    pub entries: Vec<Entry>,
    /// The items on which everybody agrees, by their places in the panel: on every criterion the deviation is within the
    /// limit and nobody stands apart, and no rating that was given could carry the item across the cutoff.
    pub agreed: Vec<usize>,
    /// The items that on some criterion have fewer than two ratings, so that nothing can be said of agreement.
    pub thin: Vec<usize>,
}

/// A difference.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The item's place in the panel.
    pub item: usize,
    /// The criterion's place in the panel.
    pub criterion: usize,
    /// How far the ratings are apart.
    pub spread: Spread,
    /// Who gave the lowest rating.
    pub lowest: Vec<usize>,
    /// Who gave the highest.
    pub highest: Vec<usize>,
    /// The criterion's share of the score, through all factors above it.
    pub share: f64,
    /// The item's rank by the medians of all ratings; `None` where it has none.
    pub rank: Option<usize>,
    /// Its rank if the lowest rating were taken for this criterion, and medians for all else.
    pub rank_if_low: Option<usize>,
    /// Its rank if the highest rating were taken.
    pub rank_if_high: Option<usize>,
    /// Whether one of the two lies within the cutoff and the other not.
    pub crosses: bool,
}

/// The ratings that the agenda ranks by: for each item and criterion the median.
pub fn medians(panel: &Panel<'_>, item: usize, criterion: usize) -> Option<Rating> {
    let mut given: Vec<Decimal> = panel.given(item, criterion).map(|(_, rating)| rating).collect();
    given.sort_unstable();
    median(&given).map(Rating::Exact)
}

/// Finds what is worth talking about. `scorer` and `ranking` are those of the medians, a row for each item of the panel;
/// the cutoff stands under rank `top`.
///
/// What can cross the cutoff comes first; then what weighs more, which is the average deviation as a part of the scale
/// times the criterion's share; then the order of the sheets.
pub fn agenda(panel: &Panel<'_>, scorer: Scorer<'_>, ranking: &Ranking, weights: &Weights, top: usize) -> Agenda {
    let mut agenda = Agenda::default();
    let shares: Vec<f64> = panel.criteria.iter().map(|&node| whole_share(scorer.model, weights, node)).collect();
    let places = ranking.places(panel.items.len());
    for (item, place) in places.iter().enumerate() {
        let rank = place.map(|place| ranking.standings[place].rank as usize);
        let (mut is_agreed, mut is_thin) = (true, false);
        for (criterion, &node) in panel.criteria.iter().enumerate() {
            let given: Vec<(usize, Decimal)> = panel.given(item, criterion).collect();
            let ratings: Vec<Decimal> = given.iter().map(|(_, rating)| *rating).collect();
            is_thin |= ratings.len() < 2;
            let Some(spread) = spread(&ratings, scorer.model.rated_on(node)).filter(Spread::differs) else { continue };
            let by =
                |end: Decimal| given.iter().filter(|(_, rating)| *rating == end).map(|(rater, _)| *rater).collect();
            let rank_with = |rating: Decimal| {
                let supposed = [(node, rating)];
                let score = scorer.score_with(item, &supposed).ok()?;
                Some(ranking.rank_with(scorer, item, &score, &supposed))
            };
            let (rank_if_low, rank_if_high) = (rank_with(spread.low), rank_with(spread.high));
            let crosses = rank_if_low.zip(rank_if_high).is_some_and(|(low, high)| (low <= top) != (high <= top));
            is_agreed &= spread.is_agreed() && !spread.is_split() && !crosses;
            agenda.entries.push(Entry {
                item,
                criterion,
                lowest: by(spread.low),
                highest: by(spread.high),
                share: shares[criterion],
                rank,
                rank_if_low,
                rank_if_high,
                crosses,
                spread,
            });
        }
        match (is_thin, is_agreed) {
            (true, _) => agenda.thin.push(item),
            (false, true) => agenda.agreed.push(item),
            (false, false) => {}
        }
    }
    agenda.entries.sort_by(|a, b| b.crosses.cmp(&a.crosses).then(b.weight().total_cmp(&a.weight())));
    agenda
}

impl Entry {
    /// How much the difference weighs: the average deviation as a part of the scale, times the share.
    pub fn weight(&self) -> f64 {
        self.spread.relative() * self.share
    }
}

/// A node's share of the score: its shares at every step up to the root, multiplied.
fn whole_share(model: &Model, weights: &Weights, node: NodeId) -> f64 {
    let mut share = 1.0;
    let mut next = node;
    while next != ROOT {
        share *= weights.share(model, next).map_or(0.0, |(own, sum)| own as f64 / sum as f64);
        next = model.nodes[next].parent.unwrap_or(ROOT);
    }
    share
}
