//! Was the ranking right? Scores and ratings at decision time beside the share of the effect that was reached.

use num_rational::BigRational;

use super::chance::{Chance, chance};
use super::correlation::tau_b;
use super::learnt::{Learnt, NotLearnt, learn};
use crate::decimal::Decimal;
use crate::model::{Model, NodeId, Weights};
use crate::scoring::Exact;

/// From so many results on something can be concluded.
pub const ENOUGH: usize = 8;
/// From so many on weights can be learnt.
pub const ENOUGH_TO_LEARN: usize = 12;

/// One item that was ranked once and measured since.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its score when it was ranked.
    pub score: Exact,
    /// The share of its planned effect that was reached; the mean of them where it has several metrics.
    pub share: Exact,
    /// Its ratings then, in the order of the criteria.
    pub ratings: Vec<Option<Decimal>>,
}

/// What hindsight says of a ranking.
#[derive(Clone, Debug)]
pub struct Hindsight {
    /// How many items have a score and a share.
    pub n: usize,
    /// The rank correlation of score and share; `None` where one of them is the same throughout.
    pub overall: Option<Chance>,
    /// Kendall's tau-b of the two.
    pub tau: Option<f64>,
    /// Each criterion's ratings beside the share.
    pub criteria: Vec<RatedThen>,
    /// The weights that would have ranked them best.
    pub learnt: Result<Learnt, NotLearnt>,
}

/// The ratings on one criterion or factor beside the share that was reached.
#[derive(Clone, Debug)]
pub struct RatedThen {
    /// The criterion or factor.
    pub node: NodeId,
    /// How many items were rated on it.
    pub n: usize,
    /// The rank correlation over those, turned so that what raises the score is up; `None` where there are fewer than two, or
    /// where ratings or shares are the same throughout.
    pub chance: Option<Chance>,
}

impl Hindsight {
    /// Whether there are enough results to conclude anything.
    pub fn concludes(&self) -> bool {
        self.n >= ENOUGH
    }
}

/// Looks back at a ranking. `criteria` are the nodes whose ratings are known.
pub fn hindsight(model: &Model, weights: &Weights, criteria: &[NodeId], seen: &[Seen], seed: u64) -> Hindsight {
    let scores: Vec<&Exact> = seen.iter().map(|item| &item.score).collect();
    let shares: Vec<&Exact> = seen.iter().map(|item| &item.share).collect();
    let criterion = |(place, &node): (usize, &NodeId)| {
        let rated = seen.iter().filter_map(|item| Some((item.ratings[place]?, &item.share)));
        let (ratings, shares): (Vec<Decimal>, Vec<&Exact>) = rated.unzip();
        let turn = |rating: Decimal| Decimal::new(-rating.mantissa(), rating.scale());
        let raises = model.raises_score(node);
        let turned: Vec<Decimal> = ratings.into_iter().map(|r| if raises { r } else { turn(r) }).collect();
        RatedThen { node, n: turned.len(), chance: chance(&turned, &shares, seed) }
    };
    Hindsight {
        n: seen.len(),
        overall: chance(&scores, &shares, seed),
        tau: tau_b(&scores, &shares),
        criteria: criteria.iter().enumerate().map(criterion).collect(),
        learnt: learn(model, weights, criteria, seen),
    }
}

/// The mean of some shares; `None` of none.
pub fn mean_share(shares: &[&Exact]) -> Option<Exact> {
    let sum: BigRational = shares.iter().map(|share| share.to_ratio()).sum();
    (!shares.is_empty()).then(|| Exact::from(sum / BigRational::from_integer(shares.len().into())))
}
